"""Meetings: the rules of `rules/meetings.py`."""

import pytest

from goodoffices.proceedings import Act, Adjourn, CallCaucus, CloseMeeting, Note, OpenMeeting, PressLine, Say
from goodoffices.proceedings import events as e
from goodoffices.proceedings.rules import meetings as rules
from goodoffices.proceedings.rules.turn import NOT_HERE
from goodoffices.talks.exercise import TRAINER

from .valley_talks import Day, with_charter


def opened(day: Day, act: Act) -> e.MeetingOpened:
    """The meeting that an act opens."""
    (event,) = day.do(act)
    assert isinstance(event.what, e.MeetingOpened)
    return event.what


def test_1_the_programme_opens_in_its_order() -> None:
    day = Day()
    assert day.no(OpenMeeting(by="chair", meeting="session")) == rules.OTHERS_FIRST
    day.do(OpenMeeting(by="chair", meeting="upper-alone"))
    assert day.no(OpenMeeting(by="chair", meeting="session")) == rules.OTHERS_FIRST
    day.do(CloseMeeting(by="chair", meeting="upper-alone"))
    what = opened(day, OpenMeeting(by="chair", meeting="session", seats=("press",)))
    assert what.seats == ("chair", "upper-head", "upper-adviser", "lower-head", "observer")
    assert what.programme


def test_1_the_trainer_may_open_it_sooner() -> None:
    Day().do(OpenMeeting(by=TRAINER, meeting="session"))


def test_2_a_new_meeting_has_the_seats_that_are_named() -> None:
    day = Day()
    what = opened(day, OpenMeeting(by="mediator", seats=("union", "town", "union"), title="Supper"))
    assert (what.seats, what.title) == (("union", "town"), "Supper")
    assert day.no(OpenMeeting(by="chair", seats=("union", "nobody"))) == NOT_HERE
    assert day.no(OpenMeeting(by="chair")) == rules.NOBODY_THERE
    assert day.no(OpenMeeting(by="chair", seats=("union", "upper-council"))) == rules.NO_PRINCIPAL


def test_3_secret_only_where_the_charter_allows_it() -> None:
    day = Day(with_charter(secret_meetings=False))
    assert day.no(OpenMeeting(by="chair", seats=("union",), secret=True)) == rules.ALL_IN_THE_OPEN
    assert day.no(CallCaucus(by="upper-head", caucus="side", secret=True)) == rules.ALL_IN_THE_OPEN
    assert Day().no(OpenMeeting(by=TRAINER, meeting="session", secret=True)) == rules.ALL_IN_THE_OPEN


def test_4_an_adjourned_meeting_goes_on_and_a_closed_one_does_not() -> None:
    day = Day().session()
    assert day.no(OpenMeeting(by="chair", meeting="session")) == rules.IS_OPEN
    day.do(Adjourn(by="chair", meeting="session"))
    assert day.no(Say(by="chair", meeting="session", words="x")) == NOT_HERE
    assert day.no(Adjourn(by="chair", meeting="session")) == rules.IS_OVER
    day.do(OpenMeeting(by="chair", meeting="session"))
    day.do(CloseMeeting(by="chair", meeting="session"))
    assert day.no(CloseMeeting(by="chair", meeting="session")) == rules.IS_OVER
    assert day.no(OpenMeeting(by="chair", meeting="session")) == rules.IS_OVER


@pytest.mark.parametrize(
    ("by", "may"),
    [("chair", True), ("mediator", True), (TRAINER, True), ("lower-head", True), ("observer", False), ("union", False)],
)
def test_5_who_may_end_a_meeting(by: str, may: bool) -> None:
    day = Day().session()
    act = CloseMeeting(by=by, meeting="session")
    if may:
        day.do(act)
    else:
        assert day.no(act) == NOT_HERE


@pytest.mark.parametrize(
    ("act", "seats"),
    [
        (CallCaucus(by="upper-scribe", caucus="side"), ("upper-head", "upper-adviser", "upper-scribe")),
        (CallCaucus(by="chair", caucus="side", of="lower"), ("lower-head", "lower-adviser")),
        (CallCaucus(by="upper-head", caucus="heads"), ("upper-head", "lower-head")),
        (CallCaucus(by="town", caucus="supporters"), ("union", "town")),
        (CallCaucus(by="lower-adviser", caucus="chair and side"), ("chair", "mediator", "lower-head", "lower-adviser")),
        (CallCaucus(by=TRAINER, caucus="chair and side", of="lake-union"), ("chair", "mediator", "union")),
    ],
)
def test_6_a_caucus_has_its_seats(act: CallCaucus, seats: tuple[str, ...]) -> None:
    what = opened(Day(), act)
    assert (what.seats, what.caucus) == (seats, act.caucus)


def test_6_a_side_that_is_none_cannot_sit_apart() -> None:
    assert Day().no(CallCaucus(by="chair", caucus="chair and side", of="nowhere")) == NOT_HERE
    assert Day().no(CallCaucus(by="press", caucus="side")) == NOT_HERE


@pytest.mark.parametrize(
    "act",
    [
        CallCaucus(by="upper-adviser", caucus="heads"),
        CallCaucus(by="press", caucus="supporters"),
        CallCaucus(by="upper-council", caucus="side"),
        CallCaucus(by="lower-head", caucus="side", of="upper"),
    ],
)
def test_7_another_s_wish_goes_to_the_mediation(act: CallCaucus) -> None:
    day = Day()
    (event,) = day.do(act)
    assert isinstance(event.what, e.CaucusAsked)
    assert day.look("chair").waiting.asked == (event.what,)


def test_8_words_are_of_those_who_sit_there() -> None:
    day = Day().session()
    (event,) = day.do(Note(by="upper-adviser", meeting="session", whose="lower-head", words="No."))
    assert event.what == e.Said(meeting="session", by="lower-head", words="No.", noted_by="upper-adviser")
    assert day.no(Note(by="upper-adviser", meeting="session", whose="union", words="No.")) == NOT_HERE
    assert day.no(Note(by="upper-scribe", meeting="session", whose="upper-head", words="No.")) == NOT_HERE
    day.do(PressLine(by="upper-council", words="We wait."))
    assert day.look("upper-head").words["session"] == (event.what,)
