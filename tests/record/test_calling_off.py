"""Whether a meeting was held is asked where a source says that it was called off, and only there."""

from typing import Any

import pytest

from goodoffices.record import Claim, Relation
from goodoffices.record.calling_off import CALLED_OFF, calls_off, calls_off_a_meeting, says_held
from goodoffices.record.predicates import PREDICATES

from .accounts import claim, compared

OFF = {"type": "decision"}
DATE = claim("A1", "A", "m1", "date", "2025-05-03")
CALLED = claim("B1", "B", "norland", "called_off", "m1", **OFF)

PAIRS: dict[str, tuple[Claim, Claim, Relation | None]] = {
    "held and called off": (DATE, CALLED, Relation.CONTRADICTS),
    "a planned day and called off": (claim("A1", "A", "m1", "date", "2025-05-03", modality="future"), CALLED, None),
    "held, and a calling off denied": (
        DATE, claim("B1", "B", "norland", "called_off", "m1", modality="negated", **OFF), None),
    "another meeting": (claim("A1", "A", "m2", "date", "2025-05-03"), CALLED, None),
    "both called off": (claim("A1", "A", "m1", "called_off", "in the morning"), CALLED, Relation.AGREE),
    "called off and postponed": (
        claim("A1", "A", "norland", "postponed", "m1", **OFF), CALLED, Relation.VARIANT_WORDING),
    "two who tell it held": (DATE, claim("B1", "B", "m1", "place", "Geneva"), None),
}  # fmt: skip


@pytest.mark.parametrize("name", PAIRS)
def test_held_or_called_off(name: str) -> None:
    a, b, wanted = PAIRS[name]
    pairs = {str(slot): found for slot, found in compared((a, b)).slots.items()}
    assert [pair.relation for pair in pairs.get("held:m1", ())] == ([wanted] if wanted else [])


def test_nothing_is_asked_where_nothing_was_called_off() -> None:
    found = compared((DATE, claim("B1", "B", "m1", "date", "2025-05-03")))
    assert {str(slot) for slot in found.slots} == {"date:m1"}


WHAT: list[tuple[dict[str, Any], bool]] = [
    ({"value": "the session of 3 May"}, True),
    ({"value": "the Talks"}, True),
    ({"value": "the strike"}, False),
    ({"value": "a sessional grant"}, False),
    ({"value": "in the morning", "type": "meeting"}, True),
    ({"value": "the session", "modality": "possible"}, False),
    ({"value": "the session", "modality": "negated"}, False),
]


@pytest.mark.parametrize(("told", "meeting"), WHAT)
def test_what_is_called_off_is_a_meeting(told: dict[str, Any], meeting: bool) -> None:
    found = claim("A1", "A", "norland", "called_off", told.pop("value"), **{**OFF, **told})
    assert calls_off_a_meeting(found) is meeting


def test_a_claim_never_says_both() -> None:
    for predicate in {*CALLED_OFF, *PREDICATES["meeting"]}:
        found = claim("A1", "A", "m1", predicate, "2025-05-03", type="meeting")
        assert not (calls_off(found) and says_held(found))
