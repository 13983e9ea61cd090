"""The clock: the rules of `rules/day.py`."""

from datetime import timedelta

from goodoffices.proceedings import Advance, Extend, Freeze, Resume
from goodoffices.proceedings.rules import day as rules
from goodoffices.proceedings.rules.turn import NOT_HERE
from goodoffices.talks.exercise import TRAINER

from .valley_talks import Day


def test_1_phases_follow_the_plan_or_the_trainer() -> None:
    day = Day()
    assert day.state.facts.clock.phase == "opening"
    day.do(Advance(by=TRAINER))
    assert day.state.facts.clock.phase == "talks"
    day.do(Advance(by=TRAINER, phase="end"))
    assert day.no(Advance(by=TRAINER)) == rules.LAST
    assert day.no(Advance(by=TRAINER, phase="lunch")) == NOT_HERE
    day.do(Advance(by=TRAINER, phase="opening"))
    assert day.look("press").facts.clock.phase == "opening"


def test_2_while_everything_stands_still_no_time_passes() -> None:
    day = Day()
    day.do(Freeze(by=TRAINER))
    clock = day.state.facts.clock
    assert clock.spent(day.at + timedelta(hours=3)) == timedelta(seconds=10)
    day.at += timedelta(hours=3)
    day.do(Resume(by=TRAINER))
    clock = day.state.facts.clock
    assert clock.left(20, day.at + timedelta(minutes=5)) == timedelta(minutes=15) - timedelta(seconds=10)


def test_2_a_phase_that_begins_meanwhile_does_not_run() -> None:
    day = Day()
    day.do(Freeze(by=TRAINER))
    day.do(Advance(by=TRAINER))
    assert day.state.facts.clock.spent(day.at + timedelta(hours=1)) == timedelta(0)


def test_3_a_phase_can_be_longer_or_shorter_and_nothing_ends_by_itself() -> None:
    day = Day()
    day.do(Extend(by=TRAINER, minutes=5))
    day.do(Extend(by=TRAINER, minutes=-10))
    clock = day.state.facts.clock
    assert clock.left(20, day.at + timedelta(minutes=60)) < timedelta(0)
    assert clock.left(20, clock.began or day.at) == timedelta(minutes=15)
    assert day.no(Extend(by=TRAINER, minutes=0)) == rules.NO_MINUTES
    assert day.state.facts.status == "running"
