"""Which meetings of several accounts are one: the day and all who met must fit, and no report may tell of two such."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.case.write import entry_data
from goodoffices.extraction.naming import draft
from goodoffices.record import Record
from goodoffices.synthesis.joining import joined

from ..written_out import accounts


def met(*texts: str) -> list[dict[str, Any]]:
    """The meetings of a draft of some accounts."""
    found: Any = entry_data(draft(accounts(*texts), "double 1").talks).get("meetings", {})
    return list(found.values())


def meeting(key: str, parties: str, day: str = "2031-05-16", place: str = "") -> str:
    lines = [f"meeting | {key} | parties | {parties}"]
    lines += [f"meeting | {key} | date | {day}"] if day else []
    lines += [f"meeting | {key} | place | {place}"] if place else []
    return "".join(f"{line}\n" for line in lines)


ONE = meeting("M1", "North; South")
THREE = (
    ONE
    + meeting("M2", "North; South; Lake")
    + meeting("M3", "East; North; South")
)  # fmt: skip
"""A report of three meetings of one day."""


def test_three_of_one_report_stay_three_beside_one_of_another() -> None:
    found = met(THREE, ONE)
    assert sorted(len(one["participants"]) for one in found) == [2, 3, 3]
    (both,) = (one for one in found if len(one["participants"]) == 2)
    assert [claim[0] for claim in both["claims"]] == ["A", "A", "B", "B"]
    assert not any("same_as" in one for one in found)


def test_three_stay_three_whichever_report_comes_first() -> None:
    assert sorted(len(one["participants"]) for one in met(ONE, THREE)) == [2, 3, 3]


@pytest.mark.parametrize(
    "twice",
    [
        ONE + meeting("M2", "North; South"),
        ONE + meeting("M2", "South; North"),
        ONE + meeting("M2", "North; South", place="Millbridge"),
        meeting("M1", "North; South", place="Lodd") + meeting("M2", "North; South", place="Tolm"),
        ONE + meeting("M2", "North; South") + meeting("M3", "North; South"),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_report_that_tells_of_two_keeps_them_apart(twice: str, first: bool) -> None:
    found = met(twice, ONE) if first else met(ONE, twice)
    assert len(found) == twice.count("parties") + 1
    same = [one["same_as"] for one in found if "same_as" in one]
    assert same
    assert all(one["certainty"] == "possible" for one in same)
    assert "a report tells of two such meetings" in same[0]["why"]


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (meeting("M1", "North; South; Lake"), "of the parties some are told in one report only"),
        (meeting("M1", "North; South", ""), "of one the day is not told"),
        (meeting("M1", "North; South", "2031-05"), "both are told to be between the same parties"),
        (meeting("M1", "North; South", "2031"), "both are told to be between the same parties"),
        ("meeting | M1 | date | 2031-05-16\n", "of the parties some are told in one report only"),
    ],
)
def test_perhaps_one_with_why(other: str, why: str) -> None:
    found = met(ONE, other)
    (same,) = (one["same_as"] for one in found if "same_as" in one)
    assert (same["certainty"], same["by"]) == ("possible", "double 1")
    assert why in same["why"]


@pytest.mark.parametrize(
    "other",
    [
        meeting("M1", "North; South", "2031-05-17"),
        meeting("M1", "North; West"),
        meeting("M1", "East; West"),
        meeting("M1", "North; South; Lake", "2031-05-17"),
        meeting("M1", "North; Lake; West"),
        meeting("M1", "North; South; Lake", place="Tolm"),
    ],
)
def test_two_for_certain(other: str) -> None:
    found = met(meeting("M1", "North; South", place="Lodd"), other)
    assert len(found) == 2
    assert not any("same_as" in one for one in found)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["North; South", "North; South; Lake", "East; West"]), st.sampled_from(["16", "17", ""])
        ),
        min_size=1,
        max_size=4,
    ),
    st.lists(
        st.tuples(
            st.sampled_from(["North; South", "North; South; Lake", "East; West"]), st.sampled_from(["16", "17", ""])
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_two_meetings_of_one_report_are_never_one(one: list[tuple[str, str]], other: list[tuple[str, str]]) -> None:
    texts = [
        "".join(meeting(f"M{n}", who, f"2031-05-{day}" if day else "") for n, (who, day) in enumerate(some, 1))
        for some in (one, other)
    ]
    found = met(*texts)
    for told in found:
        # Each meeting of a report makes two claims at most.
        assert all(sum(claim.startswith(key) for claim in told["claims"]) <= 2 for key in "AB")
    assert len(found) >= max(len(one), len(other))


def test_one_act_joins_two_that_may_be_one() -> None:
    drafted = draft(accounts(ONE, meeting("M1", "North; South; Lake")), "double 1")
    (gone,) = (key for key, entry in drafted.talks.meetings.items() if entry.same_as is not None)
    kept = drafted.talks.meetings[gone].same_as
    assert kept is not None
    record = Record(format="record/1", sources={}, claims=drafted.claims)
    join = joined(drafted.talks, record, gone, kept.meeting)
    assert [(one.way, one.steps[1:], one.value) for one in join.talks] == [
        ("append", (kept.meeting, "participants"), "lake"),
        ("append", (kept.meeting, "claims"), "B01"),
        ("append", (kept.meeting, "claims"), "B02"),
        ("drop", (gone,), None),
    ]
