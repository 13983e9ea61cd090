"""What a delegation gives the mediation to carry: when, by which rule, in which words."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from goodoffices.case import read_case
from goodoffices.case.held import setting_of
from goodoffices.proceedings import Act, Advance, CallCaucus, HandOver, Propose, Refuse, Setting, TakePosition
from goodoffices.stand_ins import Day, hold_day
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


def message(act: Act | None) -> HandOver:
    assert isinstance(act, HandOver), act
    return act


class TestWhen:
    def test_nothing_before_the_mediation_has_spoken(self):
        assert apart()[0].later(3).head() is None

    def test_nothing_before_what_was_asked_is_answered(self):
        scene, meeting = apart()
        scene.question("What do you want on tolls and patrol?", meeting)
        for _ in range(2):
            act = scene.head()
            assert isinstance(act, TakePosition)
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
        ("side", "rules"), [("marn", ["word for word", "gist", "own idea"]), ("tolle", ["own idea", "keep", "word for word"])]
    )  # fmt: skip
    def test_the_rules_come_one_after_the_other_each_side_from_another_on(self, side, rules):
        scene, found = apart(side)[0], []
        for _ in rules:
            scene.question("Good morning.", [*scene.view("chair").here][-1])
            act = message(scene.head(side))
            found.append(act.rule)
            scene.settle(act).do(CallCaucus(by="chair", caucus="chair and side", of=side))
        assert found == rules

    def test_the_words_of_each_rule(self):
        scene, words = apart()[0], []
        for _ in range(3):
            scene.question("Good morning.", [*scene.view("chair").here][-1])
            act = message(scene.head())
            words.append(act.words)
            scene.settle(act).do(CallCaucus(by="chair", caucus="chair and side", of="marn"))
        assert words == [
            "What we need most is this: River patrol: a joint patrol. If we get it, the rest can be talked about.",
            "If we get this: River patrol: a joint patrol, then we could accept this: Tolls: low tolls.",
            "This might be talked about, if it does not come from us: Tolls: low tolls; River patrol: a joint patrol.",
        ]

    def test_what_is_to_be_kept_is_true(self):
        """Tolle says where it can go further, and later does."""
        scene = apart("tolle")[0]
        for _ in range(2):
            scene.question("Good morning.", [*scene.view("chair").here][-1])
            act = message(scene.head("tolle"))
            scene.settle(act).do(CallCaucus(by="chair", caucus="chair and side", of="tolle"))
        assert act.rule == "keep"
        assert act.words == "For you alone: on Tolls we have not said our last word."


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
