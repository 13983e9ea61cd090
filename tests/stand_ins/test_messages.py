"""What a delegation gives the mediation to carry: when, by which rule, in which words."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from goodoffices.case import read_case
from goodoffices.case.held import setting_of
from goodoffices.proceedings import (
    Act,
    Advance,
    CallCaucus,
    CloseMeeting,
    HandOver,
    Propose,
    Refuse,
    Setting,
    TakePosition,
)
from goodoffices.stand_ins import Day, hold_day
from goodoffices.stand_ins.heard import named_options
from goodoffices.talks.exercise import TRAINER

from .exercises import EXERCISE, TALKS
from .scene import Scene

POOR = {"ferry": "both", "tolls": "high", "patrol": "apart"}
FREE = Setting.of(TALKS, replace(EXERCISE, mandates={}))
RULES = {"word for word", "gist", "own idea", "keep"}


def apart(side: str = "marn") -> tuple[Scene, str]:
    scene = Scene(plenary=False).do(Advance(by=TRAINER, phase="talks"))
    scene.do(CallCaucus(by="chair", caucus="chair and side", of=side))
    return scene, next(iter(scene.view("chair").here))


def divided(side: str = "marn") -> Scene:
    """Before all Marn asked for no tolls and its own ferry, Tolle for high tolls and a ferry of both, each for a joint patrol."""
    scene = Scene()
    for by, tolls, ferry in (("marn", "none", "marn"), ("tolle", "high", "both")):
        for issue, option in (("tolls", tolls), ("ferry", ferry), ("patrol", "joint")):
            scene.do(TakePosition(by=f"{by}-head", meeting="plenary", issue=issue, option=option, stance="calls_for"))
    return scene.do(
        CloseMeeting(by="chair", meeting="plenary"), CallCaucus(by="chair", caucus="chair and side", of=side)
    )


def handed(scene: Scene, number: int, side: str = "marn") -> list[HandOver]:
    """So many messages, each in a caucus of its own."""
    found = []
    for _ in range(number):
        scene.question("Good morning.", [*scene.view("chair").here][-1])
        found.append(message(scene.head(side)))
        scene.settle(found[-1]).do(CallCaucus(by="chair", caucus="chair and side", of=side))
    return found


def message(act: Act | None) -> HandOver:
    assert isinstance(act, HandOver), act
    return act


class TestWhen:
    def test_nothing_before_the_mediation_has_spoken(self):
        assert apart()[0].later(3).head() is None

    def test_nothing_before_what_was_asked_is_answered(self):
        scene, meeting = apart()
        scene.question("What do you want on tolls and patrol?", meeting)
        act = scene.head()
        assert isinstance(act, TakePosition)
        assert {act.issue, *act.also} == {"tolls", "patrol"}
        scene.settle(act)
        assert message(scene.head()).rule == "word for word"

    def test_two_in_a_meeting_at_most_and_the_second_when_more_was_asked(self):
        scene, meeting = apart()
        scene.question("Good morning.", meeting)
        assert scene.settle(message(scene.head())).head() is None
        scene.question("Thank you.", meeting)
        assert scene.settle(message(scene.head())).question("Thank you.", meeting).head() is None

    def test_at_a_table_after_it_refused_something_there(self):
        scene = Scene().question("Good morning.")
        assert scene.head() is None
        scene.put("chair", POOR)
        refusal = scene.head()
        assert isinstance(refusal, Refuse)
        assert scene.settle(refusal).settle(message(scene.head())).head() is None


class TestWhat:
    @pytest.mark.parametrize(
        ("side", "rules"),
        [
            ("marn", ["word for word", "gist", "own idea", "keep"]),
            ("tolle", ["own idea", "keep", "word for word", "gist"]),
        ],
    )
    def test_the_rules_come_one_after_the_other_each_side_from_another_on(self, side, rules):
        assert [one.rule for one in handed(divided(side), 4, side)] == rules

    def test_the_words_of_each_rule(self):
        most = "Of what is left to talk about nothing matters more to us than Tolls; there we ask for low tolls."
        assert [one.words for one in handed(divided(), 4)] == [
            f"{most} If we get it, the rest can be talked about.",
            "If we get this: Tolls: low tolls, then we can move on The ferry.",
            "This might be talked about, if it does not come from us: The ferry: run by both.",
            "For you alone: on The ferry we have not said our last word.",
        ]

    def test_where_nothing_of_the_others_was_heard_nothing_is_offered_to_them(self):
        words = [one.words for one in handed(apart("tolle")[0], 2, "tolle")]
        assert words[0] == "For you alone: of what is left to talk about nothing is harder for us than Tolls."
        assert words[1].startswith("Of what is left to talk about nothing matters more to us than Tolls")

    def test_on_what_all_want_alike_there_is_nothing_to_say(self):
        assert not any("patrol" in one.words for side in ("marn", "tolle") for one in handed(divided(side), 4, side))

    def test_what_it_asked_for_before_all_is_nothing_that_it_would_give(self):
        """Late Marn would propose low tolls; when it has asked for them it does not offer them as a concession."""
        scene = divided()
        before = {("tolls", "none"), ("ferry", "marn"), ("patrol", "joint")}
        for one in handed(scene.later(20), 3):
            given = one.words.partition("then we could accept this: ")[2] if one.rule == "gist" else one.words
            assert one.rule not in ("gist", "own idea") or not before & {*named_options(FREE.public, given)}


def test_what_is_brought_tells_what_the_other_side_could_take_and_is_told_nobody():
    """An offer goes over to it where that costs least; that it could not be accepted is not said before all."""
    words = "Tolle could take this: Tolls: high tolls."
    alone, told = Scene(FREE).later(35), Scene(FREE).do(HandOver(by="chair", to="marn", words=words)).later(35)
    offers = [scene.head() for scene in (alone, told)]
    assert all(isinstance(one, Propose) for one in offers)
    tolls = [{**one.package, **one.only_if}["tolls"] for one in offers]  # type: ignore[union-attr]
    assert tolls == ["low", "high"]
    red = Scene(FREE).do(HandOver(by="chair", to="marn", words="You might talk about this: The ferry: run by Tolle."))
    assert red.head() is None


@cache
def day(seed: int) -> Day:
    return hold_day(setting_of(read_case(Path(__file__).resolve().parents[2] / "examples" / "two-valleys")), seed=seed)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_in_a_day_of_the_example_messages_of_all_rules_are_handed_over(seed: int) -> None:
    handed = [act for act in day(seed).acts if isinstance(act, HandOver)]
    assert {act.rule for act in handed} == RULES
    assert len({(act.by, act.words) for act in handed}) == len(handed)
