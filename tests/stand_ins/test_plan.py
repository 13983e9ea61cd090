"""Where the day is on its plan."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from goodoffices.proceedings import Advance, Extend, Freeze, Resume
from goodoffices.stand_ins.plan import position, slots, spent, talking
from goodoffices.talks.exercise import TRAINER, Phase

from .exercises import SETTING, drawn
from .scene import Scene


def phases(**planned: Phase):
    """What all know, with other phases."""
    return replace(SETTING.public, phases=planned)


def test_the_time_for_talking_leaves_preparation_and_debriefing_out():
    assert talking(SETTING.public) == (10, 120)
    assert talking(phases()) == (0, 120)
    assert talking(phases(only=Phase(kind="preparation", minutes=9))) == (0, 9)


@pytest.mark.parametrize(("phase", "minutes", "share"), [("reading", 5, 0.0), ("talks", 40, 0.5), ("after", 1, 1.0)])
def test_the_share_that_is_over(phase, minutes, share):
    scene = Scene(plenary=False)
    if phase != "reading":
        scene.do(Advance(by=TRAINER, phase=phase))
    began = scene.state.facts.clock.began
    assert began is not None
    assert spent(scene.view("chair"), began + timedelta(minutes=minutes)) == pytest.approx(share)


def test_a_longer_phase_goes_slower_and_a_pause_counts_for_nothing():
    scene = Scene().do(Extend(by=TRAINER, minutes=80))
    began = scene.state.facts.clock.began
    assert began is not None
    assert position(scene.view("chair"), began + timedelta(minutes=80)) == pytest.approx(25 + 40)
    assert position(scene.view("chair"), began + timedelta(hours=9)) == 105
    scene.do(Freeze(by=TRAINER)).later(30).do(Resume(by=TRAINER))
    assert position(scene.view("chair"), scene.now) < 26


def test_meetings_share_their_phase_and_the_last_goes_on_while_none_is_due():
    found = slots(SETTING.public)
    assert (found["with-marn"].begins, found["with-marn"].ends, found["with-marn"].phase) == (10, 25, 1)
    assert (found["plenary"].begins, found["plenary"].ends) == (25, 120)
    one = slots(phases(talks=Phase(kind="meeting", minutes=60, meetings=("with-marn", "plenary"))))
    assert [(slot.begins, slot.ends) for slot in one.values()] == [(0, 30), (30, 60)]


def test_where_the_plan_names_no_meetings_they_share_the_day():
    found = slots(phases(a=Phase(kind="preparation", minutes=10), b=Phase(kind="meeting", minutes=40)))
    assert [(slot.begins, slot.ends, slot.phase) for slot in found.values()] == [(10, 30, 1), (30, 50, 1)]
    assert [slot.ends for slot in slots(phases()).values()] == [60, 120]


@pytest.mark.parametrize("seed", range(20))
def test_slots_follow_each_other_within_the_plan(seed):
    public = drawn(seed).public
    found = list(slots(public).values())
    assert all(slot.begins < slot.ends for slot in found)
    assert all(a.begins <= b.begins and a.phase <= b.phase for a, b in pairwise(found))
    assert all(slot.ends <= max(sum(phase.minutes for phase in public.phases.values()), 120) for slot in found)
