"""Which question a claim answers, and about whom."""

from typing import Any

import pytest

from goodoffices.record.predicates import SEAT
from goodoffices.record.slots import Answer, Slots

from .accounts import MEETINGS, NAMES, claim

SLOTS = Slots(NAMES, MEETINGS, {"m3": "m1"})

QUESTIONS: list[tuple[tuple[str, str, Any], dict[str, Any], set[str]]] = [
    (("m1", "date", "2025"), {}, {"date:m1"}),
    (("m3", "date", "2025"), {}, {"date:m1"}),
    (("m2", "place", "Geneva"), {}, {"place:m2"}),
    (("the evening session", "place", "Geneva"), {}, {"place:the evening session"}),
    (("The  Evening Session", "place", "Geneva"), {}, {"place:the evening session"}),
    (("Karim Aziz", "attends", "m1"), {}, {"seat:aziz"}),
    (("aziz", "absent_from", "m1"), {}, {"seat:aziz"}),
    (("aziz", "hosts", "m1"), {}, {"seat:aziz", "hosts:m1"}),
    (("aziz", "hosts", "m3"), {}, {"seat:aziz", "hosts:m1"}),
    (("aziz", "heads", "norland"), {}, {"seat:aziz", "heads:norland"}),
    (("aziz", "heads", "norland"), {"meeting": "m1"}, {"seat:aziz", "heads:norland"}),
    (("aziz", "represents", "norland"), {"meeting": "m1"}, {"seat:aziz"}),
    (("aziz", "post", "Envoy"), {}, {"post:aziz"}),
    (("Kareem Aziz", "signed", "the Harbour Pact"), {}, {"signed:pact"}),
    (("norland", "demands", "a truce"), {"issue": "truce"}, {"position:norland:truce"}),
    (("the Norland government", "opposes", "a truce"), {"issue": "truce"}, {"position:norland:truce"}),
    (("norland", "demands", "a truce"), {}, {"position:norland:"}),
    (("m1", "agreed", "a truce"), {}, {"result:m1"}),
    (("m1", "agreed", "to meet again"), {"qualifiers": {"next_step": True}}, {"next:m1"}),
    (("m1", "next", "a round in May"), {}, {"next:m1"}),
    (("m1", "next", "m2"), {}, {"next:m1"}),
    (("m2", "before", "m1"), {}, {"sequence:m1:m2"}),
    (("m1", "after", "m2"), {}, {"sequence:m1:m2"}),
    (("aziz", "said", "little"), {"meeting": "m1"}, {"said:aziz"}),
    (("aziz", "criticized", "much"), {}, {"said:aziz"}),
    (("aziz", "sent", "a letter"), {}, {"did:aziz"}),
    (("m1", "weather", "rain"), {}, {"weather:m1"}),
]


@pytest.mark.parametrize(
    ("told", "more", "names"), QUESTIONS, ids=[f"{s} {p} {v} {m}" for (s, p, v), m, _ in QUESTIONS]
)
def test_a_claim_answers_these_questions(told: tuple[str, str, Any], more: dict[str, Any], names: set[str]) -> None:
    found = SLOTS.of(claim("A1", "A", *told, **more))
    assert {str(slot) for slot, _ in found} == names
    assert len(found) == len(names)


def answer(subject: str, predicate: str, value: Any, **more: Any) -> Answer:
    return SLOTS.of(claim("A1", "A", subject, predicate, value, **more))[0][1]


def test_an_answer_has_its_names_resolved() -> None:
    found = answer("Kareem Aziz", "attends", "m3")
    assert (found.subject, found.target, found.event, found.for_party) == ("aziz", "m1", "m1", "norland")


def test_the_party_that_a_claim_names_goes_before_the_party_of_the_person() -> None:
    assert answer("aziz", "attends", "m1", for_party="sudland").for_party == "sudland"
    assert answer("drax", "attends", "m1").for_party is None


def test_the_event_is_the_meeting_named_else_the_subject_else_the_value() -> None:
    assert answer("aziz", "heads", "norland", meeting="m2").event == "m2"
    assert answer("aziz", "heads", "norland").event is None
    assert answer("m1", "date", "2025").event == "m1"
    assert answer("m1", "next", "m2").event == "m1"
    assert answer("aziz", "attends", "m2").event == "m2"
    assert answer("m2", "before", "m1").event is None


def test_a_value_that_is_no_text_is_kept_as_its_text() -> None:
    assert answer("m1", "size", 12).target == "12"
    assert answer("m1", "parties", ("norland", "sudland")).target == "('norland', 'sudland')"


def test_every_role_that_can_be_held_asks_who_holds_it() -> None:
    for predicate in SEAT.predicates:
        value = "norland" if predicate in ("heads", "represents", "member_of") else "m1"
        found = SLOTS.of(claim("A1", "A", "aziz", predicate, value))
        assert found[0][0].family is SEAT
        assert len(found) == (
            2 if predicate in ("hosts", "mediates", "facilitates", "chairs", "convenes", "heads") else 1
        )
