"""Each of the reports' own sentences is told once, in the first list to which it belongs, besides what stands at a glance."""

from hypothesis import given
from hypothesis import strategies as st

from goodoffices.brief.once import once
from goodoffices.brief.outline import Bullets, Line, Note, Paragraph, Section
from goodoffices.brief.outline import lines_of as told


def quote(number: int, *claims: str) -> Line:
    return Line(f"A: “{number}.”", claims, words="report", passages=(("a", number, number + 1),))


def section(key: str, *blocks: object) -> Section:
    return Section(key, key, blocks)  # type: ignore[arg-type]


def test_the_first_list_keeps_it() -> None:
    first, second = once(
        [section("stands", Bullets((quote(1), quote(2)))), section("said", Bullets((quote(2), quote(3))))]
    )
    assert list(told(first)) == [quote(1), quote(2)]
    assert list(told(second)) == [quote(3)]


def test_of_two_lists_of_one_section_the_first_keeps_it() -> None:
    (one,) = once([section("stands", Bullets((quote(1),)), Bullets((quote(1), quote(2)), "Conditions"))])
    assert list(told(one)) == [quote(1), quote(2)]


def test_a_section_of_which_nothing_is_left_goes_and_a_note_stays() -> None:
    made = [section("stands", Bullets((quote(1),))), section("said", Bullets((quote(1),)))]
    assert [s.id for s in once([*made, section("next", Bullets((quote(1),)), Note("Nothing."))])] == ["stands", "next"]


def test_what_stands_at_a_glance_is_told_again_below() -> None:
    made = [section("glance", Paragraph((quote(1),))), section("outcome", Bullets((quote(1),)))]
    assert once(made) == made


def test_our_own_sentences_are_never_taken_for_each_other() -> None:
    made = [section("stands", Bullets((Line("It ended."),))), section("said", Bullets((Line("It ended."),)))]
    assert once(made) == made


@given(st.lists(st.lists(st.integers(0, 5), max_size=6), max_size=5))
def test_nothing_is_lost_nothing_is_told_twice_and_the_order_stays(numbers: list[list[int]]) -> None:
    made = [section(f"s{n}", Bullets(tuple(map(quote, each)))) for n, each in enumerate(numbers)]
    found = [line for one in once(made) for line in told(one)]
    assert found == list(dict.fromkeys(quote(number) for each in numbers for number in each))
    assert once(once(made)) == once(made)
