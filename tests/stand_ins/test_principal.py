"""Given this, a principal does that."""

from dataclasses import replace

import pytest

from goodoffices.proceedings import Accept, Advance, End, Instruct, OpenDebriefing, Refer, Reflect, Setting
from goodoffices.talks.exercise import TRAINER, MandateOn

from .exercises import EXERCISE, TALKS
from .scene import WHOLE, Scene

GOOD = {"ferry": "both", "tolls": "none", "patrol": "joint"}
POOR = {"ferry": "both", "tolls": "high", "patrol": "apart"}
"""35 points, and no deal is worth 40."""
BARE = {"ferry": "both", "tolls": "low", "patrol": "apart"}
"""50 points."""
RED = {"ferry": "tolle", "tolls": "none", "patrol": "joint"}
"""50 points, and a red line."""


def referred(package: dict[str, str]) -> tuple[Scene, str]:
    """A scene in which a proposal lies before the council of Marn."""
    scene = Scene()
    scene.do(Refer(by="marn-head", proposal=scene.put("chair", package), words="May we?"))
    return scene, next(iter(scene.state.facts.referrals))


@pytest.mark.parametrize(
    ("package", "answer"),
    [
        (GOOD, "confirm"),
        (BARE, "confirm"),
        (WHOLE, "confirm"),
        (POOR, "refuse"),
        (RED, "refuse"),
        ({"tolls": "low"}, "confirm"),
    ],
)
def test_what_points_and_red_lines_carry_it_confirms_and_nothing_else(package, answer):
    scene, id_ = referred(package)
    act = scene.council()
    assert isinstance(act, Instruct)
    assert (act.answer, act.referral) == (answer, id_)
    assert scene.settle(act).council() is None


def test_what_the_mandate_knows_not_at_all_it_refuses_and_never_widens():
    narrow = {"marn": {"tolls": MandateOn(may_accept=("none",), must_refer=())}}
    scene = Scene(Setting.of(TALKS, replace(EXERCISE, mandates=narrow)))
    scene.do(Refer(by="marn-head", proposal=scene.put("chair", WHOLE)))
    act = scene.council()
    assert isinstance(act, Instruct)
    assert act.answer == "refuse"
    assert scene.settle(act).do(Advance(by=TRAINER, phase="deadline")).council() is None


def test_what_stands_ad_referendum_it_answers_too():
    scene = Scene()
    id_ = scene.put("tolle-head", WHOLE)
    scene.do(Accept(by="marn-head", proposal=id_))
    scene.settle(scene.council())
    assert scene.state.facts.proposals[id_].standing(scene.setting.public.parties) == "agreed"


def test_a_part_of_what_it_confirmed_it_confirms():
    scene, _ = referred(BARE)
    scene.settle(scene.council()).do(Refer(by="marn-head", proposal=scene.put("chair", {"patrol": "apart"})))
    act = scene.council()
    assert isinstance(act, Instruct)
    assert act.answer == "confirm"


def test_words_alone_it_notes_and_does_not_confirm():
    scene = Scene().do(Refer(by="marn-adviser", words="May we lease it?"))
    act = scene.council()
    assert isinstance(act, Instruct)
    assert act.answer == "refuse"
    assert act.words == "Noted. What is to be decided has to come as a proposal."


def test_late_it_widens_the_mandate_once_and_never_by_a_red_line():
    scene = Scene()
    assert scene.council() is None
    act = scene.do(Advance(by=TRAINER, phase="deadline")).council()
    assert act == Instruct(
        by="marn-council", answer="widen", issue="ferry", options=("both",), words="The mandate is widened by this."
    )
    assert scene.settle(act).council() is None


def test_without_a_mandate_there_is_nothing_to_widen():
    assert Scene().do(Advance(by=TRAINER, phase="deadline")).council("tolle") is None


def test_of_meetings_in_which_it_did_not_sit_it_tells_no_result():
    act = Scene().do(End(by=TRAINER), OpenDebriefing(by=TRAINER)).council()
    assert isinstance(act, Reflect)
    assert act.answers == {"mattered to us": "Tolls; River patrol"}
