"""Entries that tell of one meeting: followed to the last, doubts left out."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.case.model import same_meetings
from goodoffices.record import Relation
from goodoffices.talks import Meeting, Party, SameAs, Talks

from .cases import small_case


def talks_of(same: dict[str, str], certainty: str = "certain") -> Talks:
    judged = {key: SameAs(meeting=other, certainty=certainty, by="me", why="x") for key, other in same.items()}  # type: ignore[arg-type]
    meetings = {key: Meeting(same_as=judged.get(key)) for key in {*same, *same.values()}}
    return Talks(format="talks/1", title="x", parties={"a": Party(name="A", kind="x")}, meetings=meetings)


ROWS: list[tuple[dict[str, str], dict[str, str]]] = [
    ({}, {}),
    ({"a": "b"}, {"a": "b"}),
    ({"a": "b", "b": "c"}, {"a": "c", "b": "c"}),
    ({"a": "c", "b": "c"}, {"a": "c", "b": "c"}),
    ({"b": "a", "a": "b"}, {"a": "a", "b": "a"}),
    ({"a": "a"}, {"a": "a"}),
    ({"a": "b", "b": "c", "c": "b"}, {"a": "b", "b": "b", "c": "b"}),  # `a` leads to the circle but is not in it
]


@pytest.mark.parametrize(("same", "expected"), ROWS)
def test_the_meeting_that_stands_for_the_others(same: dict[str, str], expected: dict[str, str]) -> None:
    assert same_meetings(talks_of(same)) == expected


@pytest.mark.parametrize("certainty", ["probable", "possible"])
def test_doubts_make_nothing_one(certainty: str) -> None:
    assert same_meetings(talks_of({"a": "b"}, certainty)) == {}


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("abcdef")))
def test_entries_that_lead_to_each_other_have_one_that_stands_for_all(same: dict[str, str]) -> None:
    found = same_meetings(talks_of(same))
    assert set(found) == set(same)
    assert all(found[key] == found.get(other, other) for key, other in same.items())


def test_accounts_of_one_meeting_are_compared(tmp_path: Path) -> None:
    case = small_case(tmp_path)
    judged = SameAs(meeting="first", certainty="certain", by="me", why="x")
    meetings = {**case.talks.meetings, "second": replace(case.talks.meetings["second"], same_as=judged)}
    one = replace(case, talks=replace(case.talks, meetings=meetings))
    pairs = {(pair.a, pair.b): pair.relation for pair in one.comparison.slots["date:first"]}
    assert Relation.CONTRADICTS in pairs.values()
    assert len(pairs) >= len(case.comparison.slots["date:first"])
