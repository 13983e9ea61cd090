"""Near copies: which report seems to be taken from which, never in a circle."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.language.copies import SHARE, Print, copies, copies_of, print_of

STORY = " ".join(f"w{number}" for number in range(100))
OTHER = " ".join(f"v{number}" for number in range(100))
LONGER = f"{STORY} and some more words of our own reporter at the place"
EARLY, LATE = date(2031, 5, 1), date(2031, 5, 2)


def prints(*texts: str | tuple[str, date]) -> list[Print]:
    keys = "ABCDEFGH"
    return [print_of(k, *((t, None) if isinstance(t, str) else t)) for k, t in zip(keys, texts, strict=False)]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ((STORY, OTHER), []),
        ((STORY, LONGER), [("A", "B")]),
        ((LONGER, STORY), [("B", "A")]),
        (((STORY, EARLY), (LONGER, LATE)), [("B", "A")]),
        (((STORY, LATE), (LONGER, EARLY)), [("A", "B")]),
        # Only one is dated: it comes first.
        ((LONGER, (STORY, LATE)), [("A", "B")]),
        # Half of the shorter text's runs, and just less than half.
        ((STORY, " ".join(STORY.split()[:54]) + " " + " ".join(OTHER.split()[:46])), [("B", "A")]),
        ((STORY, " ".join(STORY.split()[:50]) + " " + " ".join(OTHER.split()[:50])), []),
        # A quotation of one sentence in a short note is no copy.
        ((STORY, " ".join(STORY.split()[:20])), []),
        ((STORY, STORY.upper().replace(" ", ", ")), [("B", "A")]),
        ((STORY, LONGER, OTHER, f"{OTHER} x y z"), [("A", "B"), ("C", "D")]),
        (("", " ", "one two"), []),
    ],
)
def test_tables(texts: tuple[str, ...], found: list[tuple[str, str]]) -> None:
    assert sorted((c.key, c.of) for c in copies(prints(*texts))) == found


def test_a_script_without_spaces_counts_by_characters() -> None:
    story = "".join(chr(0x4E00 + 7 * number) for number in range(80))
    assert [(c.key, c.of) for c in copies(prints(story, story + "記者"))] == [("A", "B")]


def test_a_wire_that_hundreds_print_has_one_origin() -> None:
    many = [print_of(f"S{number}", f"{STORY} paper number {number}") for number in range(300)]
    found = list(copies(many))
    assert len(found) == 299
    assert all(c.share >= SHARE for c in found)


words = st.lists(st.sampled_from("abcdefghij"), min_size=25, max_size=60).map(" ".join)
days = st.none() | st.sampled_from((EARLY, LATE))


@given(st.lists(st.tuples(words, days), max_size=6))
def test_no_circles_and_nothing_of_itself(texts: list[tuple[str, date | None]]) -> None:
    made = [print_of(f"S{number}", text, day) for number, (text, day) in enumerate(texts)]
    origin = {c.key: c.of for c in copies(made)}
    assert_no_circle(origin)


@given(st.lists(st.tuples(words, days), max_size=4), st.lists(st.tuples(words, days), max_size=4))
def test_only_new_ones_get_an_origin(old: list[tuple[str, date | None]], new: list[tuple[str, date | None]]) -> None:
    before = [print_of(f"O{number}", *one) for number, one in enumerate(old)]
    fresh = [print_of(f"N{number}", *one) for number, one in enumerate(new)]
    found = copies_of(fresh, before)
    assert all(c.key.startswith("N") for c in found)
    assert len({c.key for c in found}) == len(found)
    assert_no_circle({c.key: c.of for c in found})


def assert_no_circle(origin: dict[str, str]) -> None:
    for start in origin:
        seen = {start}
        key = start
        while key in origin:
            key = origin[key]
            assert key not in seen
            seen.add(key)


@given(words, words)
def test_the_share_is_that_of_the_shorter_text(one: str, other: str) -> None:
    """An oracle that compares the runs as lists of words."""

    def runs(text: str) -> set[tuple[str, ...]]:
        listed = text.split()
        return {tuple(listed[start : start + 5]) for start in range(len(listed) - 4)}

    left, right = runs(one), runs(other)
    found = list(copies(prints(one, other)))
    share = len(left & right) / min(len(left), len(right))
    expected = share >= SHARE and min(len(left), len(right)) >= 20
    assert bool(found) == expected
    assert not found or found[0].share == share
