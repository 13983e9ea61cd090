"""Late in the day what nobody has offered better is taken; and what is asked for is never more than can be had."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from goodoffices.proceedings import Accept, Advance, Propose, Refuse, Setting, TakePosition
from goodoffices.stand_ins import Delegation, Tactic
from goodoffices.talks import Link
from goodoffices.talks.exercise import TRAINER

from .exercises import EXERCISE, TALKS
from .scene import Scene

TOUGH = Delegation(Tactic(family="polynomial", beta=0.05, k=0.0))
"""Asks for nearly all until the last minutes."""
FREE = Setting.of(TALKS, replace(EXERCISE, mandates={}))
FAIR = {"ferry": "both", "tolls": "low", "patrol": "joint"}
BETTER = {"ferry": "marn", "tolls": "low", "patrol": "joint"}
POOR = {"ferry": "both", "tolls": "high", "patrol": "apart"}
"""80, 95 and 35 points to Marn, that has 40 without an agreement."""


def late(setting: Setting = FREE) -> Scene:
    scene = Scene(setting).do(Advance(by=TRAINER, phase="talks"))
    return scene.later(60)


def asks(scene: Scene) -> object:
    return scene.asks(TOUGH, "marn-head")


def test_early_it_refuses_what_it_takes_late():
    early = Scene(FREE)
    early.put("chair", FAIR)
    assert isinstance(asks(early), Refuse)
    scene = late()
    scene.put("chair", FAIR)
    assert isinstance(asks(scene), Accept)


def test_what_it_refused_it_takes_late_where_it_still_stands():
    scene = Scene(FREE)
    id_ = scene.put("chair", FAIR)
    scene.settle(asks(scene))  # type: ignore[arg-type]
    act = asks(scene.later(60))
    assert isinstance(act, Accept)
    assert act.proposal == id_


def test_where_another_side_has_offered_better_it_waits_for_that():
    scene = late()
    better = scene.put("tolle-head", BETTER)
    scene.put("chair", FAIR)
    act = asks(scene)
    assert isinstance(act, Accept)
    assert act.proposal == better


def test_never_below_no_deal_nor_a_part():
    for package in (POOR, {"patrol": "apart"}, {"ferry": "tolle", "tolls": "none", "patrol": "joint"}):
        scene = late()
        scene.put("chair", package)
        assert isinstance(asks(scene), Refuse), package


def test_what_ties_forbid_is_not_taken_late():
    tied = replace(TALKS, links=(Link(if_={"tolls": ("low",)}, then={"patrol": ("apart",)}),))
    scene = late()
    scene.put("chair", FAIR)
    scene.setting = Setting.of(tied, replace(EXERCISE, mandates={}))  # as if it stood on the table already
    act = asks(scene)
    assert isinstance(act, Refuse)
    assert act.words == "This cannot be had together."


@given(st.integers(0, 75), st.sampled_from(["marn", "both", "tolle"]), st.sampled_from(["none", "low", "high"]),
       st.sampled_from(["apart", "joint"]))  # fmt: skip
def test_at_no_moment_it_takes_less_than_no_deal(minute, ferry, tolls, patrol):
    scene = Scene(FREE).later(minute)
    scene.put("chair", {"ferry": ferry, "tolls": tolls, "patrol": patrol})
    points = EXERCISE.points["marn"]
    worth = points.points["ferry"][ferry] + points.points["tolls"][tolls] + points.points["patrol"][patrol]
    if isinstance(asks(scene), Accept):
        assert worth >= points.no_deal
        assert ferry != "tolle"


class TestWhatCanBeHad:
    def test_ties_that_keep_it_from_the_best_do_not_silence_it(self):
        """Whoever asks for all at the beginning and can have less by the ties asks for what can be had."""
        tied = replace(TALKS, links=(Link(if_={"ferry": ("marn",)}, then={"tolls": ("high",)}),))
        scene = Scene(Setting.of(tied, EXERCISE)).question("What is your position?")
        act = asks(scene)
        assert isinstance(act, TakePosition)

    def test_what_its_mandate_lets_it_only_refer_it_proposes_where_the_rest_is_not_enough(self):
        points = EXERCISE.points["marn"]
        ferry = {"marn": Fraction(0), "both": Fraction(60), "tolle": Fraction(0)}
        eager = replace(points, points={**points.points, "ferry": ferry})
        setting = Setting.of(TALKS, replace(EXERCISE, points={**EXERCISE.points, "marn": eager}))
        act = Scene(setting).later(4).head()
        assert isinstance(act, Propose)
        assert {**act.package, **act.only_if}["ferry"] == "both"

    def test_what_another_side_refuses_it_asks_for_no_more_when_it_asks_for_less(self):
        scene = Scene(FREE)
        refusal = TakePosition(by="tolle-head", meeting="plenary", issue="ferry", option="marn", stance="refuses")
        act = scene.do(refusal).later(4).head()
        assert isinstance(act, Propose)
        assert {**act.package, **act.only_if}["ferry"] == "marn"
        scene = Scene(FREE).do(refusal).later(35)
        act = scene.head()
        assert isinstance(act, Propose)
        assert {**act.package, **act.only_if}["ferry"] == "both"
