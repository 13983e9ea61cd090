"""The comparison of whole records: witnesses, what counts, what stands alone, and what must not depend on order."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.record import Claim, Comparison, Pair, Record, Relation, compare, witnesses
from goodoffices.record.relate import Relater
from goodoffices.record.slots import Answer, Slot, Slots

from .accounts import MEETINGS, NAMES, claim, compared, relations, source


def on(day: str, id: str, source_: str, **more: Any) -> Claim:
    return claim(id, source_, "m1", "date", day, **more)


# Witnesses


def chain(**derived: str | None) -> dict[str, str]:
    return witnesses({key: source(derived_from=origin) for key, origin in derived.items()})


def test_a_source_is_its_own_witness_and_a_copy_is_that_of_its_root() -> None:
    assert chain(A=None, B="A", C="B", D=None) == {"A": "A", "B": "A", "C": "A", "D": "D"}


def test_a_root_that_the_record_does_not_hold_is_not_followed() -> None:
    assert chain(A="wire", B="wire") == {"A": "A", "B": "B"}


def test_the_team_is_no_witness_nor_is_what_is_taken_from_its_notes() -> None:
    sources = {
        "A": source(),
        "N": source(side="team"),
        "C": source(derived_from="N"),
        "M": source(side="team", derived_from="A"),
    }
    assert witnesses(sources) == {"A": "A"}


def test_what_the_team_wrote_down_is_neither_compared_nor_told_by_it_alone() -> None:
    record = Record(
        format="record/1",
        sources={"A": source(), "N": source(side="team")},
        claims=(on("2025-03-01", "a1", "A"), on("2025-03-01", "n1", "N"), on("2025-03-02", "n2", "N")),
    )
    found = compare(record, NAMES, MEETINGS)
    assert (found.slots, found.only) == ({}, {"A": ("a1",)})


@pytest.mark.parametrize(
    "derived", [{"A": "A"}, {"A": "B", "B": "A"}, {"A": "B", "B": "C", "C": "A"}, {"C": "A", "A": "B", "B": "A"}]
)
def test_sources_that_lead_back_to_each_other_are_one_witness(derived: dict[str, str]) -> None:
    assert set(chain(**derived).values()) == {"A"}


def test_sources_of_one_root_are_not_compared_and_each_is_compared_with_others() -> None:
    claims = [on("2025-05-16", "A1", "A"), on("2025-05-17", "B1", "B"), on("2025-05-18", "C1", "C")]
    found = relations(claims, {"B": source(derived_from="A")})
    assert found == dict.fromkeys([frozenset({"A1", "C1"}), frozenset({"B1", "C1"})], Relation.CONTRADICTS)


def test_a_source_is_not_compared_with_itself() -> None:
    found = compared([on("2025-05-16", "A1", "A"), on("2025-05-17", "A2", "A")])
    assert found.pairs() == set()
    assert found.only == {"A": ("A1", "A2")}


# What counts


@pytest.mark.parametrize(
    ("status", "counts"), [("accepted", True), ("edited", True), ("proposed", False), ("rejected", False)]
)
def test_only_what_a_person_accepted_is_compared(status: str, counts: bool) -> None:
    found = compared([on("2025-05-16", "A1", "A"), on("2025-05-17", "B1", "B", status=status)])
    assert (found.pairs() == {("A1", "B1", Relation.CONTRADICTS)}) is counts
    assert found.only == ({"A": (), "B": ()} if counts else {"A": ("A1",), "B": ()})


def test_a_rejected_claim_takes_no_counterpart_away() -> None:
    claims = [
        claim("A1", "A", "aziz", "said", "low wages"),
        claim("B1", "B", "aziz", "said", "low wages", status="rejected"),
    ]
    claims.append(claim("B2", "B", "aziz", "said", "wages and rents"))
    assert set(relations(claims)) == {frozenset({"A1", "B2"})}


# The result


def test_a_pair_in_two_slots_keeps_its_gravest_relation() -> None:
    pair = {
        "x": (Pair("a", "b", Relation.AGREE),),
        "y": (Pair("a", "b", Relation.CONTRADICTS), Pair("a", "c", Relation.REFINES)),
    }
    assert Comparison(pair).pairs() == {("a", "b", Relation.CONTRADICTS), ("a", "c", Relation.REFINES)}


def test_a_pair_in_two_slots_is_named_the_same_way_round_in_both() -> None:
    claims = [
        claim("A1", "A", "aziz", "attends", "m1"),
        claim("B1", "B", "aziz", "hosts", "m1"),
        claim("A2", "A", "aziz", "hosts", "m1"),
    ]
    found = compared(claims)
    assert {(pair.a, pair.b) for pairs in found.slots.values() for pair in pairs} == {("A1", "B1"), ("A2", "B1")}


def test_slots_are_named_and_can_be_asked_for_their_question() -> None:
    found = compared(
        [on("2025-05-16", "A1", "A"), on("2025-05-16", "B1", "B"), claim("B2", "B", "aziz", "said", "little")]
    )
    assert list(found.slots) == list(found.questions) == ["date:m1"]
    assert found.questions["date:m1"].family.question == "On which day was EVENT?"
    assert found.only == {"A": (), "B": ("B2",)}


def test_nothing_to_compare_is_an_answer_too() -> None:
    assert compared([]) == Comparison({})
    record = Record(format="record/1", sources={"A": source()})
    assert compare(record, NAMES).only == {"A": ()}


def test_meetings_that_are_certainly_one_are_compared_as_one() -> None:
    claims = (on("2025-05-16", "A1", "A"), replace(on("2025-05-17", "B1", "B"), subject="m2"))
    heads = (
        claim("A2", "A", "aziz", "heads", "norland", meeting="m1"),
        claim("B2", "B", "drax", "heads", "norland", meeting="m2"),
    )
    record = Record(format="record/1", sources={"A": source(), "B": source()}, claims=claims + heads)
    assert compare(record, NAMES, MEETINGS).pairs() == set()
    found = compare(record, NAMES, MEETINGS, {"m2": "m1"})
    assert found.pairs() == {("A1", "B1", Relation.CONTRADICTS), ("A2", "B2", Relation.CONTRADICTS)}


def test_holders_that_both_name_are_no_rivals_of_one_that_only_one_names() -> None:
    claims = [
        claim("A1", "A", "norland", "hosts", "m1"),
        claim("A2", "A", "sudland", "hosts", "m1"),
        claim("B1", "B", "norland", "hosts", "m1"),
    ]
    assert Relation.CONTRADICTS not in relations(claims).values()


# Properties

PHRASES = (
    "low wages|high wages|a truce|no truce|no agreement|an agreement|full ceasefire|30-day ceasefire|1,000 prisoners|"
    "a thousand prisoners|1,200 prisoners|in Geneva|in Vienna"
).split("|")
MODALITIES = ["asserted"] * 4 + ["negated", "future", "possible", "presupposed"]
ACTORS = ["norland", "sudland", "aziz", "bell", "drax"]
KINDS: dict[str, tuple[list[str], list[Any]]] = {
    "date": (["m1", "m2"], ["2025-05-16", "2025-05-17", "2025-05", "about 2025-05-18", "not said"]),
    "place": (["m1", "m2"], ["Geneva", "Geneva, Switzerland", "Vienna", "a town"]),
    "parties": (["m1", "m2"], [("norland", "sudland"), ("sudland", "norland"), ("norland", "estland"), ("norland",)]),
    "before": (["m1", "m2"], ["m2", "m3"]),
    "after": (["m1", "m2"], ["m2", "m3"]),
    "attends": (ACTORS, ["m1", "m2"]),
    "absent_from": (ACTORS, ["m1", "m2"]),
    "hosts": (ACTORS, ["m1", "m2"]),
    "mediates": (ACTORS, ["m1"]),
    "observes": (ACTORS, ["m1"]),
    "heads": (ACTORS, ["norland", "sudland"]),
    "represents": (ACTORS, ["norland", "sudland"]),
    "signed": (ACTORS, ["pact"]),
    "post": (ACTORS, ["Foreign Minister", "Deputy Foreign Minister", "Envoy"]),
    "said": (ACTORS, PHRASES),
    "demands": (["norland", "sudland"], PHRASES),
    "refuses": (["norland", "sudland"], PHRASES),
    "result": (["m1", "m2"], PHRASES),
    "agreed": (["m1", "m2"], PHRASES),
    "next": (["m1", "m2"], PHRASES),
}


@st.composite
def claims_of(draw: st.DrawFn) -> dict[str, Any]:
    """What a claim says, without id and source."""
    predicate = draw(st.sampled_from(sorted(KINDS)))
    subjects, values = KINDS[predicate]
    more: dict[str, Any] = {"modality": draw(st.sampled_from(MODALITIES))}
    if predicate in ("demands", "refuses"):
        more |= {"issue": "x", "option": draw(st.sampled_from([None, None, "o1", "o2"]))}
    if predicate in ("heads", "represents"):
        more["meeting"] = draw(st.sampled_from(["m1", "m2"]))
    if predicate in ("attends", "signed", "hosts"):
        more["for_party"] = draw(st.sampled_from([None, "norland", "sudland"]))
    if draw(st.integers(0, 5)) == 0:
        more["qualifiers"] = {draw(st.sampled_from(["country", "when"])): draw(st.sampled_from(["x", "y"]))}
    return {
        "subject": draw(st.sampled_from(subjects)),
        "predicate": predicate,
        "value": draw(st.sampled_from(values)),
        **more,
    }


SOURCES = {"A": source(), "B": source("during"), "C": source("before"), "D": source(derived_from="A")}


def record_of(says: list[tuple[str, dict[str, Any]]]) -> list[Claim]:
    return [claim(f"{source_}{number}", source_, **said) for number, (source_, said) in enumerate(says)]


records = st.lists(st.tuples(st.sampled_from("ABCD"), claims_of()), max_size=14).map(record_of)


@given(records)
def test_the_relation_of_two_answers_has_no_direction(claims: list[Claim]) -> None:
    slots, relater = Slots(NAMES, MEETINGS), Relater(NAMES, SOURCES)
    by_slot: dict[Slot, list[Answer]] = {}
    for one in claims:
        for slot, answer in slots.of(one):
            by_slot.setdefault(slot, []).append(answer)
    for slot, answers in by_slot.items():
        for a in answers:
            for b in answers:
                assert relater.relation(slot, a, b) is relater.relation(slot, b, a)


@given(claims_of())
def test_a_claim_agrees_with_its_copy_in_another_source(said: dict[str, Any]) -> None:
    found = compared([claim("A1", "A", **said), claim("B1", "B", **said)])
    assert found.pairs() == {("A1", "B1", Relation.AGREE)}
    assert found.only == {"A": (), "B": ()}


@given(records, st.randoms(use_true_random=False))
def test_the_comparison_does_not_depend_on_the_order_of_claims(claims: list[Claim], random: Any) -> None:
    expected = compared(claims, SOURCES)
    random.shuffle(claims)
    found = compared(claims, SOURCES)
    assert found.pairs() == expected.pairs()
    assert {slot: set(pairs) for slot, pairs in found.slots.items()} == {
        slot: set(pairs) for slot, pairs in expected.slots.items()
    }
    assert {key: set(ids) for key, ids in found.only.items()} == {key: set(ids) for key, ids in expected.only.items()}


@given(records, st.permutations(sorted(SOURCES)))
def test_the_relation_of_a_pair_does_not_depend_on_the_order_of_sources(claims: list[Claim], order: list[str]) -> None:
    there = Record(format="record/1", sources=SOURCES, claims=tuple(claims))
    here = Record(format="record/1", sources={key: SOURCES[key] for key in order}, claims=tuple(claims))
    first, second = (compare(record, NAMES, MEETINGS).pairs() for record in (there, here))
    assert {(frozenset((a, b)), relation) for a, b, relation in first} == {
        (frozenset((a, b)), relation) for a, b, relation in second
    }


UNRELATED = [
    ("m3", "date", "2025-05-16", {}),
    ("cho", "attends", "m3", {}),
    ("estland", "hosts", "m3", {}),
    ("estland", "demands", "a truce", {"issue": "x"}),
    ("norland", "demands", "a truce", {"issue": "y"}),
    ("cho", "said", "a truce", {}),
    ("m3", "result", "no agreement", {}),
    ("cho", "signed", "annex", {}),
]


@given(records, st.sampled_from(UNRELATED), st.sampled_from("ABCD"))
def test_a_claim_on_another_question_changes_no_slot(
    claims: list[Claim], other: tuple[str, str, Any, dict[str, Any]], source_: str
) -> None:
    subject, predicate, value, more = other
    added = claim("Z1", source_, subject, predicate, value, **more)
    before, after = compared(claims, SOURCES), compared([*claims, added], SOURCES)
    assert after.slots == before.slots
    assert after.only == {**before.only, source_: (*before.only.get(source_, ()), "Z1")}


@given(records)
def test_every_claim_that_counts_is_either_paired_or_told_alone(claims: list[Claim]) -> None:
    found = compared(claims, SOURCES)
    paired = {key for a, b, _ in found.pairs() for key in (a, b)}
    alone = {key for ids in found.only.values() for key in ids}
    assert paired | alone == {c.id for c in claims}
    assert not paired & alone
