"""Messages through the mediation: the rules of `rules/messages.py`."""

from typing import Any

from goodoffices.proceedings import Carry, HandOver
from goodoffices.proceedings.rules import bounds
from goodoffices.proceedings.rules import messages as rules
from goodoffices.proceedings.rules.turn import NOT_HERE

from .valley_talks import Day


def handed(day: Day, rule: Any) -> str:
    """The id of a message of the upper valley."""
    day.do(HandOver(by="upper-head", to="lower", words="Lease it.", rule=rule))
    return list(day.state.facts.messages)[-1]


def test_1_a_message_is_for_a_party_with_its_rule() -> None:
    day = Day()
    message = handed(day, "gist")
    assert day.look("mediator").waiting.messages == (message,)
    assert day.look("upper-scribe").facts.messages[message].handed.rule == "gist"
    assert day.no(HandOver(by="upper-head", to="lake-union", words="x")) == NOT_HERE
    assert day.no(HandOver(by="upper-head", to="upper", words="x")) == rules.TO_ITSELF


def test_2_it_is_carried_by_its_rule() -> None:
    day = Day()
    exact = handed(day, "word for word")
    assert day.no(Carry(by="chair", message=exact, words="Rent it.")) == rules.ITS_WORDS
    day.do(Carry(by="chair", message=exact, words="Lease it."))
    gist = handed(day, "gist")
    assert day.no(Carry(by="chair", message=gist)) == bounds.BLANK
    day.do(Carry(by="chair", message=gist, words="A lease."))
    assert day.no(Carry(by="chair", message=handed(day, "keep"), words="A lease.")) == rules.KEPT
    assert [one.words for one in day.look("lower-head").facts.received] == ["Lease it.", "A lease."]
    assert day.look("chair").waiting.messages == ()


def test_3_an_idea_of_another_looks_as_one_s_own() -> None:
    day, other = Day(), Day()
    message = handed(day, "own idea")
    day.do(Carry(by="chair", message=message, words="A lease, perhaps?"))
    other.at = day.at - (day.at - other.at) / 2
    other.do(HandOver(by="chair", to="lower", words="A lease, perhaps?"))
    assert day.heard("lower-head") == other.heard("lower-head")


def test_4_the_mediation_may_bring_a_message_of_its_own() -> None:
    day = Day()
    day.do(HandOver(by="mediator", to="upper", words="Think of the mill."))
    (seen,) = day.look("upper-scribe").facts.received
    assert (seen.by, seen.source) == ("mediator", None)
    assert day.look("chair").facts.own_words[0].to == "upper"
