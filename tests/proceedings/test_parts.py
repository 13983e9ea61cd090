"""Who may do what, and when: the rules of `rules/parts.py`."""

import pytest

from goodoffices.proceedings import (
    ACTS,
    Accept,
    Act,
    Begin,
    CallCaucus,
    End,
    Freeze,
    OpenMeeting,
    Propose,
    Say,
)
from goodoffices.proceedings import acts as a
from goodoffices.proceedings.decide import RULES
from goodoffices.proceedings.rules.parts import NOT_NOW, NOT_YOURS, RIGHTS, why_not
from goodoffices.talks.exercise import TRAINER

from .valley_talks import SEATS, SETTING, Day

PUBLIC = SETTING.public


def who(act: type[Act]) -> set[str]:
    """All that have the right to an act, whenever that is."""
    when = next(iter(RIGHTS[act][1]))
    return {seat for seat in (*SEATS, TRAINER) if why_not(PUBLIC, seat, act, when) is None}


UPPER, LOWER = {"upper-head", "upper-adviser", "upper-scribe"}, {"lower-head", "lower-adviser"}
SPEAKERS = {"chair", "mediator", "union", "town", *UPPER, *LOWER}


@pytest.mark.parametrize(
    "act",
    [a.Begin, a.Freeze, a.Resume, a.Extend, a.Advance, a.End, a.Inject, a.EditInjection, a.HoldBack, a.OpenDebriefing, a.Reveal],
)  # fmt: skip
def test_1_clock_news_and_debriefing_are_the_trainer_s(act: type[Act]) -> None:
    assert who(act) == {TRAINER}


def test_2_the_mediation_opens_and_any_seat_asks_for_a_caucus() -> None:
    assert who(OpenMeeting) == {"chair", "mediator", TRAINER}
    assert who(CallCaucus) == {*SEATS, TRAINER}
    assert who(a.Carry) == who(a.ReadBack) == {"chair", "mediator"}


@pytest.mark.parametrize("act", [a.Say, a.Note, a.TakePosition, a.Propose, a.Amend, a.Withdraw, a.HandOver])
def test_3_observers_and_press_listen(act: type[Act]) -> None:
    assert who(act) == SPEAKERS


def test_3_an_observer_in_the_meeting_does_not_speak() -> None:
    assert Day().session().no(Say(by="observer", meeting="session", words="x")) == NOT_YOURS


@pytest.mark.parametrize("act", [a.Accept, a.Refuse, a.Counter, a.Refer, a.Confirm, a.Object])
def test_4_the_delegation_answers_and_a_principal_only_instructs(act: type[Act]) -> None:
    assert who(act) == UPPER | LOWER
    assert who(a.Instruct) == {"upper-council", "lower-council", TRAINER}
    rights = {one for one in ACTS if "upper-council" in who(one)}
    assert rights == {a.Instruct, a.CallCaucus, a.Adjourn, a.CloseMeeting, a.PressLine, a.Reflect}


def test_5_any_seat_but_an_observer_may_give_a_press_line() -> None:
    assert who(a.PressLine) == {*SEATS} - {"observer"}


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_6_each_act_has_its_time(act: type[Act]) -> None:
    times = {
        "before": {a.Begin, a.EditInjection, a.HoldBack},
        "frozen": {a.Resume, a.Extend, a.Advance, a.End, a.Inject, a.EditInjection, a.HoldBack},
        "ended": {a.PressLine, a.OpenDebriefing},
        "debriefing": {a.Reflect, a.Reveal},
        "revealed": set(),
    }
    running = set(ACTS) - {a.Begin, a.Resume, a.OpenDebriefing, a.Reflect, a.Reveal}
    for status, acts in {**times, "running": running}.items():
        assert (status in RIGHTS[act][1]) == (act in acts), status


def test_6_what_comes_too_early_or_too_late_is_told() -> None:
    day = Day(begun=False)
    assert day.no(OpenMeeting(by="chair", meeting="session")) == NOT_NOW["before"]
    day.do(Begin(by=TRAINER))
    day.session()
    proposal = day.proposal(mill="closed")
    day.do(Freeze(by=TRAINER))
    assert day.no(Accept(by="upper-head", proposal=proposal)) == NOT_NOW["frozen"]
    day.do(End(by=TRAINER))
    assert day.no(Propose(by="upper-head", meeting="session", package={"mill": "closed"})) == NOT_NOW["ended"]


def test_every_act_has_a_rule_and_a_right() -> None:
    assert set(RULES) == set(RIGHTS) == set(ACTS)
