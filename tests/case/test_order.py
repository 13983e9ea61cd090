"""The order of meetings: from `after` and from the days, null where neither says anything."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.case import follows, order_of
from goodoffices.talks import Day, Meeting

Places = dict[str, int | None]


def meetings_of(rows: dict[str, tuple[str, str]]) -> dict[str, Meeting]:
    """Rows of day and the ids that come before, with spaces between."""
    return {key: Meeting(date=Day.parse(day), after=tuple(after.split())) for key, (day, after) in rows.items()}


ORDERS: dict[str, tuple[dict[str, tuple[str, str]], Places]] = {
    "none": ({}, {}),
    "the only one": ({"a": ("not said", "")}, {"a": 1}),
    "nothing is said": ({"a": ("not said", ""), "b": ("not said", "")}, {"a": None, "b": None}),
    "by after": ({"a": ("not said", "b"), "b": ("not said", "")}, {"a": 2, "b": 1}),
    "by day": ({"a": ("2025-05-17", ""), "b": ("2025-05-16", "")}, {"a": 2, "b": 1}),
    "the same day": ({"a": ("2025-05-16", ""), "b": ("2025-05-16", "")}, {"a": 1, "b": 1}),
    "the same day, but after": ({"a": ("2025-05-16", "b"), "b": ("2025-05-16", "")}, {"a": 2, "b": 1}),
    "a third that nothing places": ({"a": ("not said", "b"), "b": ("not said", ""), "c": ("not said", "")}, {"a": 2, "b": 1,
        "c": None}),
    "a day within a month": ({"a": ("2025-05", ""), "b": ("2025-05-16", "")}, {"a": 1, "b": 1}),
    "a day behind a month": ({"a": ("2025-05", ""), "b": ("2025-06-01", "")}, {"a": 1, "b": 2}),
    "about": ({"a": ("about 2025-05-16", ""), "b": ("2025-05-18", ""), "c": ("2025-05-20", "")}, {"a": 1, "b": 1, "c": 2}),
    "a month between two days": ({"a": ("2025-04-30", ""), "b": ("2025-05", ""), "c": ("2025-06-01", "")}, {"a": 1, "b": 2,
        "c": 3}),
    "over one without a day": ({"a": ("2025-05-16", ""), "b": ("not said", "a"), "c": ("2025-05-20", "")}, {"a": 1, "b": 2,
        "c": 2}),
    "two lines that meet": ({"a": ("not said", ""), "b": ("not said", "a"), "c": ("not said", ""), "d": ("not said", "b c")},
                            {"a": 1, "b": 2, "c": 1, "d": 3}),
    "the longer way counts": ({"a": ("not said", ""), "b": ("not said", "a"), "c": ("not said", "a b")}, {"a": 1, "b": 2, "c": 3}),
    "an hour counts no more than its day": ({"a": ("2025-05-16T09:00Z", ""), "b": ("2025-05-16T11:00Z", "")}, {"a": 1, "b": 1}),
    "a circle": ({"a": ("not said", "b"), "b": ("not said", "a"), "c": ("2025-05-16", "")}, {"a": None, "b": None, "c": None}),
    "after a later day": ({"a": ("2025-05-16", "b"), "b": ("2025-05-17", "")}, {"a": None, "b": None}),
    "an unknown meeting": ({"a": ("not said", "z"), "b": ("not said", "")}, {"a": 1, "b": None}),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "places"), ORDERS.values(), ids=ORDERS)
def test_order(rows: dict[str, tuple[str, str]], places: Places) -> None:
    assert order_of(meetings_of(rows)) == places


def brute_force(meetings: dict[str, Meeting]) -> Places:
    """Every pair looked at, again and again: a meeting stands one place behind the last of those before it."""
    before = {
        key: {
            other
            for other, o in meetings.items()
            if other in m.after or (o.date.last is not None and m.date.first is not None and o.date.last < m.date.first)
        }
        for key, m in meetings.items()
    }
    places = dict.fromkeys(meetings, 1)
    for _ in range(len(meetings) + 1):
        moved = {key: max((places[e] + 1 for e in earlier), default=1) for key, earlier in before.items()}
        if moved == places:
            break
        places = moved
    else:
        return dict.fromkeys(meetings)
    followed = {e for m in meetings.values() for e in m.after}
    told = {key for key, m in meetings.items() if m.date.said or m.after or key in followed or len(meetings) == 1}
    return {key: place if key in told else None for key, place in places.items()}


keys = st.sampled_from("abcdefgh")
days = st.one_of(
    st.just("not said"),
    st.integers(0, 70).map(lambda n: str(date(2025, 1, 1) + timedelta(n))),
    st.sampled_from(["2025-01", "2025-02", "2025-03", "2025", "about 2025-01-20", "about 2025-02"]),
)
rows = st.dictionaries(keys, st.tuples(days, st.lists(keys, max_size=2).map(" ".join)))


@given(rows)
def test_the_order_is_that_of_all_pairs(rows: dict[str, tuple[str, str]]) -> None:
    meetings = meetings_of(rows)
    assert order_of(meetings) == brute_force(meetings)


@given(st.dictionaries(keys, days, min_size=2))
def test_days_alone_never_contradict_each_other(given_days: dict[str, str]) -> None:
    meetings = meetings_of({key: (day, "") for key, day in given_days.items()})
    assert {key for key, place in order_of(meetings).items() if place} == {
        key for key, m in meetings.items() if m.date.said
    }


@given(rows, st.randoms(use_true_random=False))
def test_the_order_of_the_file_does_not_matter(rows: dict[str, tuple[str, str]], rng: object) -> None:
    meetings = meetings_of(rows)
    shuffled = list(meetings.items())
    rng.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random
    assert order_of(dict(shuffled)) == order_of(meetings)


A_DAY = {"a": ("2025-05-16", ""), "b": ("2025-05-16", "a"), "c": ("2025-05-16", "a"), "d": ("2025-05-16", "c"),
    "e": ("2025-05-17", ""),
    "f": ("not said", "d"), "g": ("not said", "")}  # fmt: skip


@pytest.mark.parametrize(
    ("later", "earlier", "is_so"),
    [
        ("b", "a", True),
        ("d", "a", True),
        ("d", "b", False),  # a later place, and nothing says that it came after
        ("b", "d", False),
        ("e", "b", True),
        ("b", "e", False),
        ("f", "a", True),
        ("f", "b", False),
        ("g", "a", False),
        ("a", "g", False),
        ("a", "a", False),
    ],
)
def test_one_meeting_follows_another_where_days_or_after_say_so(later: str, earlier: str, is_so: bool) -> None:
    assert follows(meetings_of(A_DAY), later, earlier) is is_so


def test_a_circle_ends() -> None:
    circle = meetings_of({"a": ("not said", "b"), "b": ("not said", "a"), "c": ("not said", "")})
    assert not follows(circle, "a", "c")
