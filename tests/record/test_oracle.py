"""The comparison agrees with a naive one on random records of the typed questions."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.record import Claim, Record, compare
from goodoffices.record.source import Written

from .accounts import MEETINGS, NAMES, claim, source
from .oracle import Oracle

PARTY = {"aziz": "norland", "bell": "sudland", "cho": "estland"}
PEOPLE = ["aziz", "bell", "cho", "drax"]
ACTORS = ["norland", "sudland", "estland", *PEOPLE]
DAYS = [
    "2025",
    "2025-05",
    "2025-05-16",
    "2025-05-17",
    "about 2025-05-18",
    "about 2025-06",
    "about 2024",
    "2025-06-02",
    "not said",
]
LISTS = [
    ("norland", "sudland"),
    ("sudland", "norland"),
    ("norland", "sudland", "estland"),
    ("norland", "estland"),
    ("estland",),
]
VERBS: dict[str, tuple[list[str], list[Any]]] = {
    "date": (["m1", "m2"], DAYS),
    "parties": (["m1", "m2"], LISTS),
    "before": (["m1", "m2", "m3"], ["m1", "m2", "m3"]),
    "after": (["m1", "m2", "m3"], ["m1", "m2", "m3"]),
    **dict.fromkeys(
        ("attends", "absent_from", "observes", "guarantees", "witnesses", "chairs", "facilitates"),
        (ACTORS, ["m1", "m2"]),
    ),
    **dict.fromkeys(("hosts", "mediates"), (ACTORS, ["m1", "m2"])),
    **dict.fromkeys(("heads", "represents", "member_of"), (PEOPLE, ["norland", "sudland"])),
}
PARTS = [verb for verb in VERBS if verb not in ("date", "parties", "before", "after")]
WRITTEN: list[Written] = ["before", "during", "after", "not said"]


@st.composite
def sources(draw: st.DrawFn) -> dict[str, Any]:
    return {
        key: source(draw(st.sampled_from(WRITTEN)), "A" if key == "D" and draw(st.booleans()) else None)
        for key in "ABCD"
    }


@st.composite
def claims(draw: st.DrawFn, verbs: list[str], most: int) -> tuple[Claim, ...]:
    found = []
    for number in range(draw(st.integers(2, most))):
        verb = draw(st.sampled_from(verbs))
        subjects, values = VERBS[verb]
        more: dict[str, Any] = {
            "modality": draw(st.sampled_from(["asserted"] * 5 + ["negated", "negated", "future", "aim", "hedged"])),
            "status": draw(st.sampled_from(["accepted"] * 6 + ["edited", "proposed", "rejected"])),
        }
        if verb in PARTS:
            more["for_party"] = draw(st.sampled_from([None, None, "norland", "sudland", "estland"]))
            more["meeting"] = (
                draw(st.sampled_from([None, "m1", "m2"])) if verb in ("heads", "represents", "member_of") else None
            )
        key = draw(st.sampled_from("ABCD"))
        found.append(
            claim(f"{key}{number}", key, draw(st.sampled_from(subjects)), verb, draw(st.sampled_from(values)), **more)
        )
    return tuple(found)


def check(known: dict[str, Any], said: tuple[Claim, ...]) -> None:
    record = Record(format="record/1", sources=known, claims=said)
    found = {(frozenset((a, b)), str(relation)) for a, b, relation in compare(record, NAMES, MEETINGS).pairs()}
    assert found == Oracle(record, set(MEETINGS), PARTY).pairs()


@pytest.mark.parametrize(
    "verbs",
    [["date"], ["parties"], ["before", "after"], PARTS, list(VERBS)],
    ids=["days", "lists", "order", "parts", "all"],
)
def test_compare_agrees_with_the_naive_comparison(verbs: list[str]) -> None:
    @given(sources(), claims(verbs, 24))
    def agrees(known: dict[str, Any], said: tuple[Claim, ...]) -> None:
        check(known, said)

    agrees()


@given(sources(), claims(["hosts", "heads", "mediates", "attends", "absent_from"], 16))
def test_compare_agrees_where_many_hold_the_same_part(known: dict[str, Any], said: tuple[Claim, ...]) -> None:
    check(known, said)
