"""The table of predicates: whole, without circles, and every predicate with one question of its own."""

import itertools

import pytest

from goodoffices.record import DEFINITIONS, DENIALS, FAMILIES, GRAVITY, NEGATIVE, Relation, family_of
from goodoffices.record.predicates import (
    DID,
    HOLDERS,
    OUTCOME,
    POSITION,
    SAID,
    SEAT,
    SIGNED,
    TOLD,
    Family,
    entails,
    excludes,
)
from goodoffices.talks import FIRMER, STANCES, WANTING


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_order_and_exclusion_speak_of_the_familys_own_predicates(family: Family) -> None:
    assert {p for pair in family.order + family.excludes for p in pair} <= set(family.predicates)
    assert len(set(family.predicates)) == len(family.predicates)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_the_order_is_transitive_and_has_no_circle(family: Family) -> None:
    for a, b, c in itertools.product(family.predicates, repeat=3):
        if entails(family, a, b) and entails(family, b, c):
            assert entails(family, a, c)
        assert not (entails(family, a, b) and entails(family, b, a))
    for low, high in family.order:
        assert entails(family, low, high)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_exclusion_has_no_direction_and_nothing_excludes_what_it_entails_or_itself(family: Family) -> None:
    for a, b in itertools.product(family.predicates, repeat=2):
        assert excludes(family, a, b) is excludes(family, b, a)
        if excludes(family, a, b):
            assert a != b
            assert not entails(family, a, b)
            assert not entails(family, b, a)


def test_every_predicate_has_at_most_one_question_besides_that_of_holders() -> None:
    listed = [p for family in FAMILIES if family not in HOLDERS for p in family.predicates]
    assert sorted(listed) == sorted(set(listed))
    assert {p for family in HOLDERS for p in family.predicates} <= set(SEAT.predicates)


def test_names_and_questions_of_families_are_unique() -> None:
    assert len({f.name for f in FAMILIES}) == len({f.question for f in FAMILIES}) == len(FAMILIES)
    assert all(f.question.endswith("?") for f in FAMILIES)


@pytest.mark.parametrize(
    ("weaker", "stronger", "expected"),
    [
        ("attends", "heads", True),
        ("attends", "hosts", True),
        ("member_of", "heads", True),
        ("represents", "heads", True),
        ("heads", "attends", False),
        ("attends", "attends", False),
        ("hosts", "mediates", False),
        ("attends", "absent_from", False),
        ("attends", "no such word", False),
    ],
)
def test_what_a_seat_entails(weaker: str, stronger: str, expected: bool) -> None:
    assert entails(SEAT, weaker, stronger) is expected


@pytest.mark.parametrize(
    ("weaker", "stronger", "expected"),
    [
        ("supports", "calls_for", True),
        ("calls_for", "demands", True),
        ("supports", "demands", True),
        ("accepts", "demands", True),
        ("demands", "calls_for", False),
        ("proposes", "demands", False),
        ("supports", "proposes", False),
        ("opposes", "refuses", False),
        ("opposes", "demands", False),
    ],
)
def test_what_a_stance_entails(weaker: str, stronger: str, expected: bool) -> None:
    assert entails(POSITION, weaker, stronger) is expected


def test_the_stances_of_the_talks_are_those_of_the_record() -> None:
    assert set(STANCES) <= set(POSITION.predicates)
    assert POSITION.order == FIRMER
    assert {stance for pair in FIRMER for stance in pair} <= WANTING
    assert set(STANCES) - WANTING == {row.denying for row in DENIALS if row.type == "position"}


def test_nobody_is_neutral_and_a_delegate_of_a_side_at_once() -> None:
    assert all(
        excludes(SEAT, neutral, side)
        for neutral in ("mediates", "facilitates")
        for side in ("heads", "represents", "member_of")
    )
    assert not excludes(SEAT, "hosts", "heads")


@pytest.mark.parametrize(
    ("type_", "predicate", "family"),
    [
        ("statement", "criticized", SAID),
        ("statement", "demands", SAID),
        ("decision", "sent", DID),
        ("context", "date", TOLD),
        ("delegation", "heads", SEAT),
        ("mediation", "hosts", SEAT),
        ("outcome", "agreed", OUTCOME),
        ("position", "refuses", POSITION),
        ("signature", "signed", SIGNED),
    ],
)
def test_the_question_of_a_predicate(type_: str, predicate: str, family: Family) -> None:
    assert family_of(type_, predicate) is family


def test_a_word_that_is_not_in_the_table_is_a_question_of_its_own() -> None:
    family = family_of("meeting", "weather")
    assert (family.name, family.predicates, family.kind, family.order, family.excludes) == (
        "weather",
        ("weather",),
        "text",
        (),
        (),
    )
    assert family == family_of("meeting", "weather")
    assert family not in FAMILIES


def test_what_denies_is_known_by_name() -> None:
    assert {"absent_from", "not_agreed", "opposes", "refuses"} <= NEGATIVE
    assert not NEGATIVE & {"attends", "agreed", "supports", "demands"}


def test_every_relation_is_defined_in_one_sentence_and_has_its_gravity() -> None:
    assert set(DEFINITIONS) == set(GRAVITY) == set(Relation)
    assert len(GRAVITY) == len(Relation)
    assert GRAVITY[0] is Relation.CONTRADICTS
    assert GRAVITY[-1] is Relation.AGREE
    for sentence in DEFINITIONS.values():
        assert sentence.endswith(".")
        assert sentence.count(". ") == 0
