"""What else is told of a meeting, a side and its wishes: topic, begin and end, invitations, company, size, conditions, changes."""

from typing import Any

import pytest

from goodoffices.record import Relation

from .accounts import claim, compared, relations

AGREE, APART, REFINES, WORDING = Relation.AGREE, Relation.CONTRADICTS, Relation.REFINES, Relation.VARIANT_WORDING
TABLE: tuple[tuple[str, tuple[str, str, str], tuple[str, str, str], Relation | None], ...] = (
    ("the same topic", ("m1", "topic", "the ferry"), ("m1", "topic", "the ferry"), AGREE),
    ("a topic with more to it", ("m1", "topic", "the ferry"), ("m1", "topic", "the ferry and its tolls"), REFINES),
    ("two topics", ("m1", "topic", "the ferry"), ("m1", "topic", "prisoners"), None),
    ("the same hour", ("m1", "begins", "10:30"), ("m1", "begins", "10:30"), AGREE),
    ("another hour", ("m1", "begins", "10:30"), ("m1", "begins", "11:15"), APART),
    ("another day", ("m1", "ends", "2031-05-03"), ("m1", "ends", "2031-05-04"), APART),
    ("a day within the month", ("m1", "ends", "2031-05"), ("m1", "ends", "2031-05-04"), REFINES),
    ("begin and end are two questions", ("m1", "begins", "10:30"), ("m1", "ends", "11:15"), None),
    ("a part of the same", ("m2", "part_of", "m1"), ("m2", "part_of", "m1"), AGREE),
    ("part and whole turned", ("m2", "part_of", "m1"), ("m1", "part_of", "m2"), APART),
    ("a part came not before", ("m2", "part_of", "m1"), ("m2", "before", "m1"), APART),
    ("the same size", ("norland", "numbers", "12"), ("Norland", "numbers", "12"), AGREE),
    ("another size", ("norland", "numbers", "12"), ("norland", "numbers", "15"), APART),
    ("the sizes of two sides", ("norland", "numbers", "12"), ("sudland", "numbers", "15"), None),
    ("the same company", ("aziz", "accompanies", "bell"), ("Kareem Aziz", "accompanies", "Maria Bell"), AGREE),
    ("further company", ("aziz", "accompanies", "bell"), ("aziz", "accompanies", "cho"), WORDING),
    ("one convener", ("estland", "convenes", "m1"), ("estland", "convenes", "m1"), AGREE),
    ("two conveners", ("estland", "convenes", "m1"), ("sudland", "convenes", "m1"), APART),
    ("the same guest", ("estland", "invited", "m1"), ("estland", "invited", "m1"), AGREE),
    ("the same condition", ("norland", "only_if", "the port opens"), ("norland", "only_if", "the port opens"), AGREE),
    ("another term", ("norland", "only_if", "30 days of quiet"), ("norland", "only_if", "60 days of quiet"), APART),
    ("another price", ("norland", "in_exchange_for", "40 prisoners"), ("norland", "in_exchange_for", "60 prisoners"), APART),
    ("the same change", ("norland", "changed", "from 12 to 8"), ("norland", "changed", "from 12 to 8"), AGREE),
)  # fmt: skip


@pytest.mark.parametrize(("a", "b", "expected"), [pytest.param(*row[1:], id=row[0]) for row in TABLE])
def test_two_accounts(a: tuple[str, str, str], b: tuple[str, str, str], expected: Relation | None) -> None:
    found = relations([claim("a", "first", *a), claim("b", "second", *b)])
    assert list(found.values()) == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [("estland", "invited", "m1"), ("m2", "part_of", "m1"), ("aziz", "convenes", "m1")],
)
def test_who_was_asked_and_who_was_not_contradict(subject: str, predicate: str, value: str) -> None:
    no: Any = claim("b", "second", subject, predicate, value, modality="negated")
    found = relations([claim("a", "first", subject, predicate, value), no])
    assert set(found.values()) == {APART}


def test_who_convened_a_meeting_need_not_have_sat_in_it() -> None:
    away = claim("b", "second", "estland", "absent_from", "m1")
    assert set(relations([claim("a", "first", "estland", "convenes", "m1"), away]).values()) == {WORDING}


def test_conditions_on_two_issues_are_two_questions() -> None:
    one = claim("a", "first", "norland", "only_if", "the port opens", issue="truce")
    two = claim("b", "second", "norland", "only_if", "the port opens", issue="tolls")
    assert not compared([one, two]).slots
