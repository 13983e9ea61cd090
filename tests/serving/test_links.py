"""Links: opened once or until taken back; what opens nothing is one and the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.serving import links as module
from goodoffices.serving.links import Link, Links, same

CHAIR, HEAD = "chair of table 2", "head of table 2"


def test_a_link_is_opened_once() -> None:
    links = Links()
    link = links.give(CHAIR)
    assert links.known(link.cookie) is None  # nobody has opened it
    assert links.open(link.token) is link
    assert links.known(link.cookie) is link
    assert links.open(link.token) is None
    assert links.known(link.cookie) is link


def test_a_reusable_link_is_opened_until_it_is_taken_back() -> None:
    links = Links()
    link = links.give(CHAIR, reusable=True)
    assert [links.open(link.token) for _ in range(3)] == [link] * 3
    links.take_back(link)
    assert (links.open(link.token), links.known(link.cookie), links.of(CHAIR), links.holds(link)) == (
        None,
        None,
        (),
        False,
    )


def test_one_of_a_holders_links_is_taken_back_and_the_others_stay() -> None:
    links, gone = Links(), list[Link]()
    links.when_gone(gone.append)
    first, second, other = links.give(CHAIR), links.give(CHAIR, reusable=True), links.give(HEAD)
    for link in (first, second, other):
        links.open(link.token)
    links.take_back(first)
    links.take_back(first)
    assert gone == [first]
    assert [links.known(link.cookie) for link in (first, second, other)] == [None, second, other]
    assert links.of(CHAIR) == (second,)


@pytest.mark.parametrize("given_", ["", "x", "é", "\udc80", "a" * 100_000])
def test_what_is_no_secret_opens_nothing(given_: str) -> None:
    links = Links()
    link = links.give(CHAIR, reusable=True)
    links.open(link.token)
    assert (links.open(given_), links.known(given_), link.accepts(given_)) == (None, None, False)
    assert links.known(None) is None


def test_the_secrets_of_a_link_do_not_stand_for_each_other_nor_for_those_of_another() -> None:
    links = Links()
    one, other = links.give(CHAIR, reusable=True), links.give(CHAIR, reusable=True)
    links.open(one.token), links.open(other.token)
    assert len({s for link in (one, other) for s in (link.token, link.cookie, link.csrf)}) == 6
    assert [links.open(one.cookie), links.open(one.csrf), links.known(one.token), links.known(one.csrf)] == [None] * 4
    assert [one.accepts(s) for s in (other.csrf, one.token, one.cookie, one.csrf)] == [False, False, False, True]


def test_a_link_that_is_printed_shows_no_secret() -> None:
    link = Links().give(CHAIR)
    assert [s in repr(link) for s in (link.token, link.cookie, link.csrf)] == [False, False, False]


@pytest.mark.parametrize("look", ["open", "known"])
@pytest.mark.parametrize("asked", range(6))
def test_every_look_compares_with_every_link(monkeypatch: pytest.MonkeyPatch, look: str, asked: int) -> None:
    """The first, one in the middle, the last, one used up, one taken back, none: as many comparisons, and each a whole one."""
    links = Links()
    all_ = [links.give(str(n), reusable=n != 3) for n in range(5)]
    for link in all_:
        links.open(link.token)
    links.take_back(all_[4])
    compared: list[str] = []

    def counting(one: str, other: str) -> bool:
        compared.append(other)
        return same(one, other)

    monkeypatch.setattr(module, "same", counting)
    secret = "no such" if asked == 5 else (all_[asked].token if look == "open" else all_[asked].cookie)
    getattr(links, look)(secret)
    assert len(compared) == 4


@given(st.lists(st.tuples(st.sampled_from(["give once", "give", "open", "take back"]), st.integers(0, 5)), max_size=40))
def test_a_cookie_is_known_exactly_from_the_opening_of_its_link_until_it_is_taken_back(
    acts: list[tuple[str, int]],
) -> None:
    links, given_ = Links(), list[Link]()
    opened, gone = set[Link](), set[Link]()
    for act, number in acts:
        if act.startswith("give"):
            given_.append(links.give(str(number), reusable=act == "give"))
        elif given_:
            link = given_[number % len(given_)]
            if act == "take back":
                links.take_back(link)
                gone.add(link)
            else:
                lets_in = link not in gone and (link.reusable or link not in opened)
                assert (links.open(link.token) is link) == lets_in
                opened |= {link} if lets_in else set()
        assert {one for one in given_ if links.known(one.cookie) is one} == opened - gone
