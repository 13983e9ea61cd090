"""What programs answer to when the day turned."""

import pytest

from goodoffices.proceedings import Accept, End, OpenDebriefing, Reflect, TakePosition
from goodoffices.proceedings.events import Reflected
from goodoffices.stand_ins.reflection import reflection
from goodoffices.stand_ins.sentences import NO_TURN
from goodoffices.talks.exercise import TRAINER

from .scene import WHOLE, Scene
from .spoken import KINDS, SEEDS, day, view_before

pytestmark = pytest.mark.random


def agreed() -> Scene:
    """Marn asked for no tolls, Tolle for high ones; low ones were agreed."""
    scene = Scene()
    for side, option in (("marn", "none"), ("tolle", "high")):
        scene.do(TakePosition(by=f"{side}-head", meeting="plenary", issue="tolls", option=option, stance="calls_for"))
    id_ = scene.put("chair", {**WHOLE, "ferry": "marn"})
    scene.do(Accept(by="marn-head", proposal=id_), Accept(by="tolle-head", proposal=id_))
    return scene.do(End(by=TRAINER), OpenDebriefing(by=TRAINER))


@pytest.mark.parametrize(
    ("seat", "words"),
    [
        ("marn-head", "When we took another answer than at first on Tolls."),
        ("marn-adviser", "When Tolle took another answer than at first on Tolls."),
        ("chair", "When Tolle took another answer than at first on Tolls."),
    ],
)
def test_a_head_tells_of_its_own_side_and_others_of_who_answered_last(seat, words):
    assert reflection(agreed().view(seat))["turned"] == words


def test_who_sat_in_no_meeting_with_both_sides_does_not_say_that_nothing_was_agreed():
    assert "turned" not in reflection(agreed().view("marn-council"))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_says_in_words_that_nothing_was_agreed_who_saw_it_agreed(kind, seed):
    made = day(kind, seed)
    for number, event in enumerate(made.events):
        if isinstance(event.what, Reflected):
            view, answer = view_before(made, number, event.what.by), event.what.answers.get("turned")
            assert not (answer == NO_TURN and view.outcome.settled)
            assert answer != NO_TURN or any(view.seat in one.opened.seats for one in view.facts.meetings.values())
    assert all(act.answers for act in made.acts if isinstance(act, Reflect))
