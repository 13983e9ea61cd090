"""Who sees what: the rules of `visibility.py`, each by its number."""

from dataclasses import dataclass

import pytest

from goodoffices.proceedings import (
    Accept,
    Adjourn,
    CallCaucus,
    Carry,
    CloseMeeting,
    EditInjection,
    End,
    Event,
    Freeze,
    HandOver,
    Happening,
    Inject,
    Instruct,
    OpenDebriefing,
    OpenMeeting,
    PointToRead,
    PressLine,
    Propose,
    ReadBack,
    Refer,
    Reflect,
    Resume,
    Say,
    TakePosition,
    feed,
    view,
)
from goodoffices.talks.exercise import TRAINER

from .valley_talks import EXERCISE, MORNING, SEATS, Day, without

ALL = set(SEATS)
SESSION = {"chair", "upper-head", "upper-adviser", "lower-head", "observer"}
MEDIATION = {"chair", "mediator"}


def test_1_clock_debriefing_and_press_lines_are_for_all() -> None:
    day = Day()
    for act, kind in ((Freeze(by=TRAINER), "Frozen"), (Resume(by=TRAINER), "Resumed")):
        day.do(act)
        assert day.saw(kind) == ALL
    day.do(PressLine(by="upper-head", words="We are hopeful."))
    assert day.saw("PressLineGiven") == ALL
    day.do(End(by=TRAINER))
    day.do(OpenDebriefing(by=TRAINER))
    assert day.saw("DebriefingOpened") == ALL


def test_2_that_a_meeting_is_held_all_see_unless_it_is_secret() -> None:
    day = Day()
    day.do(CallCaucus(by="upper-head", caucus="side"))
    assert day.saw("MeetingOpened") == ALL
    made = day.do(OpenMeeting(by="chair", seats=("union", "town"), secret=True))
    assert day.saw("MeetingOpened") == {"chair", "union", "town"}
    day.do(CloseMeeting(by="union", meeting=made[0].what.meeting))  # type: ignore[attr-defined]
    assert day.saw("MeetingClosed") == {"chair", "union", "town"}


def test_2_who_opened_a_secret_meeting_hears_of_it_though_another_opens_it_again() -> None:
    day = Day()
    meeting = day.do(OpenMeeting(by="chair", seats=("mediator", "union"), secret=True))[0].what.meeting  # type: ignore[attr-defined]
    day.do(Adjourn(by="union", meeting=meeting))
    day.do(OpenMeeting(by="mediator", meeting=meeting))
    day.do(CloseMeeting(by="mediator", meeting=meeting))
    assert day.saw("MeetingClosed") == {"chair", "mediator", "union"}
    assert day.look("chair").facts.meetings[meeting].state == "closed"


def test_3_what_happens_in_a_meeting_is_for_those_in_it() -> None:
    day = Day().session()
    for act, kind in (
        (Say(by="upper-head", meeting="session", words="Good morning."), "Said"),
        (TakePosition(by="upper-head", meeting="session", issue="mill", option="closed", stance="demands"), "PositionTaken"),
        (ReadBack(by="chair", meeting="session", points=(PointToRead(kind="open", words="Water."),)), "PointsRead"),
        (Propose(by="lower-head", meeting="session", package={"mill": "closed"}), "Proposed"),
    ):  # fmt: skip
        day.do(act)
        assert day.saw(kind) == SESSION
    day.do(Accept(by="upper-adviser", proposal=next(iter(day.state.facts.proposals))))
    assert day.saw("Answered") == SESSION


def test_4_a_caucus_that_is_asked_for_the_asker_and_the_mediation_see() -> None:
    day = Day()
    day.do(CallCaucus(by="upper-adviser", caucus="heads"))
    assert day.saw("CaucusAsked") == {"upper-adviser", *MEDIATION}


def test_5_of_what_goes_beyond_the_mandate_the_head_alone_is_told() -> None:
    day = Day().session()
    day.do(Accept(by="upper-adviser", proposal=day.proposal(mill="leased")))
    assert day.saw("Warned") == {"upper-head"}


def test_5_a_delegation_without_a_head_is_told_itself() -> None:
    day = Day(without(EXERCISE, "head"))
    day.session()
    day.do(Propose(by="upper-adviser", meeting="session", package={"mill": "sold"}))
    assert day.saw("Warned") == {"upper-adviser"}


def test_6_what_is_referred_the_principal_the_head_and_those_who_sat_there_see() -> None:
    day = Day().session()
    proposal = day.proposal(mill="leased")
    day.do(Refer(by="upper-head", proposal=proposal, words="May we?"))
    assert day.saw("Referred") == {"upper-head", "upper-adviser", "upper-council"}
    assert day.saw("Answered") == SESSION
    day.do(Refer(by="upper-scribe", words="They are tired."))
    assert day.saw("Referred") == {"upper-head", "upper-scribe", "upper-council"}


def test_6_a_principal_sees_nothing_of_the_meetings_and_no_message() -> None:
    day = Day().session()
    day.do(Say(by="upper-head", meeting="session", words="Good morning."))
    day.do(HandOver(by="upper-head", to="lower", words="Lease it."))
    day.do(Carry(by="chair", message=next(iter(day.state.facts.messages)), words="A lease?"))
    assert day.kinds("upper-council") == day.kinds("lower-council") == ["Begun", "MeetingOpened"]


def test_7_an_instruction_is_for_those_who_saw_what_was_referred() -> None:
    day = Day().session()
    day.do(Accept(by="upper-head", proposal=day.proposal(mill="leased")))
    day.do(Instruct(by="upper-council", answer="confirm", referral=next(iter(day.state.facts.referrals)), words="Yes."))
    assert day.saw("Instructed") == {"upper-head", "upper-adviser", "upper-council"}
    assert day.saw("Settled") == SESSION
    day.do(Instruct(by="upper-council", answer="widen", issue="mill", options=("sold",)))
    assert day.saw("Instructed") == {"upper-head", "upper-adviser", "upper-scribe", "upper-council"}


def test_8_a_message_is_for_its_side_and_the_mediation() -> None:
    day = Day()
    day.do(HandOver(by="upper-adviser", to="lower", words="Lease it."))
    assert day.saw("HandedOver") == {"upper-head", "upper-adviser", "upper-scribe", *MEDIATION}
    day.do(HandOver(by="union", to="lower", words="We would pay."))
    assert day.saw("HandedOver") == {"union", *MEDIATION}


@pytest.mark.parametrize(("rule", "source"), [("gist", "upper"), ("word for word", "upper"), ("own idea", None)])
def test_9_what_was_carried_the_mediation_and_the_other_side_see(rule: str, source: str | None) -> None:
    day = Day()
    day.do(HandOver(by="upper-head", to="lower", words="Lease it.", rule=rule))  # type: ignore[arg-type]
    message = next(iter(day.state.facts.messages))
    day.do(Carry(by="chair", message=message, words="" if rule == "word for word" else "A lease, perhaps."))
    assert day.saw("Carried") == MEDIATION
    assert day.saw("Received") == {"lower-head", "lower-adviser"}
    (seen,) = day.look("lower-head").facts.received
    assert (seen.source, seen.words) == (source, "Lease it." if rule == "word for word" else "A lease, perhaps.")
    assert message not in repr(seen)
    assert "Carried" not in day.kinds("upper-head")


def test_10_news_reaches_those_for_whom_it_is_meant() -> None:
    day = Day()
    day.do(EditInjection(by=TRAINER, injection="letter", text="The council is angry."))
    assert day.saw("InjectionEdited") == set()
    day.do(Inject(by=TRAINER, injection="letter"))
    assert (day.saw("NewsCame"), day.saw("Injected")) == ({"upper-head", "lower-council"}, set())
    day.do(Inject(by=TRAINER, injection="flood"))
    assert day.saw("NewsCame") == ALL
    assert "letter" not in repr(day.heard("upper-head"))


def test_11_an_answer_in_the_debriefing_is_for_who_gave_it() -> None:
    day = Day()
    day.do(End(by=TRAINER))
    day.do(OpenDebriefing(by=TRAINER))
    day.do(Reflect(by="upper-head", answers={"turned": "At noon."}))
    assert day.saw("Reflected") == {"upper-head"}


@dataclass(frozen=True)
class Unlisted(Happening):
    pass


def test_12_a_kind_without_a_rule_is_invisible() -> None:
    event = Event(MORNING, frozenset(SEATS), Unlisted())
    assert all(view(event, seat) is None for seat in (*SEATS, TRAINER))


def test_12_the_trainer_sees_everything_and_a_stranger_nothing() -> None:
    day = Day().session()
    day.do(Say(by="upper-head", meeting="session", words="Good morning."))
    assert len(day.heard(TRAINER)) == len(day.events)
    assert day.heard("nobody") == ()


def test_13_a_feed_is_numbered_for_itself() -> None:
    day = Day().session()
    day.do(Say(by="upper-head", meeting="session", words="Good morning."))
    day.do(PressLine(by="press", words="They met."))
    assert [number for number, _ in feed(day.events, "town")] == [1, 2, 3]
    assert [type(seen.what).__name__ for _, seen in feed(day.events, "town", after=2)] == ["PressLineGiven"]
