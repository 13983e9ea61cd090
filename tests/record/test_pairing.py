"""Which answers of two sources are compared with each other."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.record import Claim
from goodoffices.record.pairing import pairs
from goodoffices.record.predicates import OUTCOME
from goodoffices.record.slots import Answer, Slot, Slots

from .accounts import MEETINGS, NAMES, claim

SLOTS = Slots(NAMES, MEETINGS)


def paired(left: Sequence[Claim], right: Sequence[Claim]) -> list[tuple[str, str]]:
    """The pairs of two sources' claims, all on one question."""
    first, second = ([SLOTS.of(c)[0] for c in claims] for claims in (left, right))
    (slot,) = {slot for slot, _ in first + second}
    found = pairs(slot, [a for _, a in first], [b for _, b in second])
    return [(a.claim.id, b.claim.id) for a, b in found]


def said(*values: str, source: str = "A", predicate: str = "said", **more: Any) -> list[Claim]:
    subject = {"said": "aziz"}.get(predicate, "norland" if predicate in ("demands", "supports") else "m1")
    return [claim(f"{source}{n}", source, subject, predicate, value, **more) for n, value in enumerate(values, 1)]


def test_texts_are_paired_by_their_words_one_to_one() -> None:
    left = said("the wages are too low", "the border stays shut")
    right = said("the frontier remains shut", "low wages", "nothing new", source="B")
    assert set(paired(left, right)) == {("A1", "B2"), ("A2", "B1")}


def test_texts_without_a_common_word_are_not_paired() -> None:
    assert paired(said("low wages"), said("shut border", source="B")) == []


def test_two_single_answers_to_a_narrow_question_are_paired_whatever_they_say() -> None:
    left, right = (
        said("low wages", predicate="demands", issue="x"),
        said("shut border", source="B", predicate="demands", issue="x"),
    )
    assert paired(left, right) == [("A1", "B1")]
    more = said("shut border", "open sea", source="B", predicate="demands", issue="x")
    assert paired(left, more) == []


def test_the_same_option_pairs_before_like_words() -> None:
    left = said("a truce of a month", predicate="demands", issue="x", option="o1")
    right = said("a truce without end", source="B", predicate="demands", issue="x")
    right.append(claim("B2", "B", "norland", "supports", "quiet", issue="x", option="o1"))
    assert paired(left, right) == [("A1", "B2")]


def test_of_equally_like_texts_the_one_with_the_same_verb_is_taken() -> None:
    right = [claim("B1", "B", "aziz", "denied", "low wages"), claim("B2", "B", "aziz", "said", "low wages")]
    assert paired(said("low wages"), right) == [("A1", "B2")]


def test_numbers_alone_are_paired_with_the_same_numbers() -> None:
    assert paired(said("1,000", "so be it"), said("So be it", "1,000", source="B")) == [("A1", "B2"), ("A2", "B1")]


def test_the_nearest_leaves_nobody_out() -> None:
    left = [claim("A1", "A", "m1", "venue", "Hilton"), claim("A2", "A", "m1", "venue", "a hall of the Hilton")]
    right = [claim("B1", "B", "m1", "venue", "Ritz")]
    assert set(paired(left, right)) == {("A1", "B1"), ("A2", "B1")}
    assert set(paired(right, left)) == {("B1", "A1"), ("B1", "A2")}


def test_the_nearest_part_of_an_actor_is_that_in_the_same_meeting() -> None:
    left = [claim("A1", "A", "aziz", "attends", "m1"), claim("A2", "A", "aziz", "hosts", "m2")]
    right = [claim("B1", "B", "aziz", "chairs", "m2"), claim("B2", "B", "aziz", "absent_from", "m1")]
    assert set(paired(left, right)) == {("A1", "B2"), ("A2", "B1")}


def test_claims_of_different_meetings_are_never_paired() -> None:
    assert paired([claim("A1", "A", "aziz", "attends", "m1")], [claim("B1", "B", "aziz", "attends", "m2")]) == []
    assert paired(said("low wages", meeting="m1"), said("low wages", source="B", meeting="m2")) == []
    assert paired(said("low wages", meeting="m1"), said("low wages", source="B")) == [("A1", "B1")]


@pytest.mark.parametrize("value", ["no agreement", "no immediate deal", "no breakthrough so far"])
def test_no_agreement_stands_against_every_agreement(value: str) -> None:
    left = [claim("A1", "A", "m1", "result", value, modality="negated")]
    right = [
        claim("B1", "B", "m1", "agreed", "to exchange prisoners"),
        claim("B2", "B", "m1", "agreed", "to reopen the port"),
    ]
    assert set(paired(left, right)) == {("A1", "B1"), ("A1", "B2")}


def test_no_agreement_on_one_matter_stands_against_that_matter_only() -> None:
    left = [claim("A1", "A", "m1", "not_agreed", "the status of the port")]
    right = [
        claim("B1", "B", "m1", "agreed", "the status of the port"),
        claim("B2", "B", "m1", "agreed", "an exchange of prisoners"),
    ]
    assert paired(left, right) == [("A1", "B1")]


def test_a_pair_is_not_told_twice_where_it_is_found_by_words_and_by_denial() -> None:
    left = [claim("A1", "A", "m1", "result", "no agreement")]
    right = [claim("B1", "B", "m1", "result", "an agreement")]
    assert paired(left, right) == [("A1", "B1")]


PHRASES = ["low wages", "high wages", "shut border", "open border", "1,000 men", "men", "a truce"]
values = st.lists(st.sampled_from(PHRASES), min_size=1, max_size=6)


@given(values, values, st.sampled_from(["said", "agreed", "aim", "precedence"]))
def test_no_answer_is_paired_twice_where_pairs_are_one_to_one(
    left: list[str], right: list[str], predicate: str
) -> None:
    found = paired(said(*left, predicate=predicate), said(*right, source="B", predicate=predicate))
    assert not [key for key, number in Counter(key for pair in found for key in pair).items() if number > 1]


@given(values, values, st.sampled_from(["venue", "lasted", "next"]))
def test_the_nearest_pairs_every_answer_at_least_once(left: list[str], right: list[str], predicate: str) -> None:
    first, second = said(*left, predicate=predicate), said(*right, source="B", predicate=predicate)
    found = paired(first, second)
    assert {a for a, _ in found} == {c.id for c in first}
    assert {b for _, b in found} == {c.id for c in second}
    assert len(found) == len(set(found))


@given(values, values, st.sampled_from(["said", "agreed", "venue", "next"]), st.randoms(use_true_random=False))
def test_pairs_depend_neither_on_the_order_of_answers_nor_on_which_source_is_first(
    left: list[str], right: list[str], predicate: str, random: Any
) -> None:
    first, second = said(*left, predicate=predicate), said(*right, source="B", predicate=predicate)
    expected = set(paired(first, second))
    random.shuffle(first)
    random.shuffle(second)
    assert set(paired(first, second)) == expected
    assert {(a, b) for b, a in paired(second, first)} == expected


def test_an_empty_side_pairs_with_nothing() -> None:
    slot = Slot(OUTCOME, ("m1",))
    answers: list[Answer] = [SLOTS.of(c)[0][1] for c in said("a truce", predicate="agreed")]
    assert list(pairs(slot, answers, [])) == list(pairs(slot, [], answers)) == list(pairs(slot, [], [])) == []
