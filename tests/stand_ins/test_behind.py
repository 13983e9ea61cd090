"""Given this, those behind the head and the supporters do that."""

from goodoffices.proceedings import (
    Accept,
    Adjourn,
    Advance,
    CallCaucus,
    CloseMeeting,
    Note,
    Refer,
    Refuse,
    Say,
    TakePosition,
)
from goodoffices.stand_ins.delegation.adviser import Adviser, NoteTaker
from goodoffices.stand_ins.others import Listener, Supporter
from goodoffices.talks.exercise import TRAINER

from .scene import WHOLE, Scene


def refused_twice() -> Scene:
    scene = Scene()
    for tolls in ("low", "high"):
        scene.do(Refuse(by="marn-head", proposal=scene.put("chair", {**WHOLE, "tolls": tolls})))
    return scene


class TestNoteTaker:
    def position(self, scene: Scene, by: str, option: str) -> Scene:
        return scene.do(TakePosition(by=by, meeting="plenary", issue="tolls", option=option, stance="calls_for"))

    def test_it_writes_down_its_heads_position_once(self):
        scene = self.position(Scene(), "tolle-head", "high")
        act = scene.asks(NoteTaker(), "tolle-scribe")
        words = "Position taken (calls for): Tolls: high tolls."
        assert act == Note(by="tolle-scribe", meeting="plenary", whose="tolle-head", words=words)
        assert self.position(scene.settle(act), "tolle-head", "high").asks(NoteTaker(), "tolle-scribe") is None

    def test_not_the_other_sides(self):
        assert self.position(Scene(), "marn-head", "low").asks(NoteTaker(), "tolle-scribe") is None

    def test_six_at_most(self):
        scene = Scene()
        options = [("ferry", o) for o in ("marn", "both", "tolle")] + [("tolls", o) for o in ("none", "low", "high")]
        for issue, option in [*options, ("patrol", "joint")]:
            scene.do(TakePosition(by="tolle-head", meeting="plenary", issue=issue, option=option, stance="supports"))
        notes = 0
        while act := scene.asks(NoteTaker(), "tolle-scribe"):
            scene.do(act)
            notes += 1
        assert notes == 6


class TestAdviser:
    def test_its_side_apart_once_when_two_proposals_were_refused(self):
        assert Scene().asks(Adviser(), "marn-adviser") is None
        scene = refused_twice()
        assert scene.asks(Adviser(), "marn-adviser") is None
        act = scene.do(Adjourn(by="chair", meeting="plenary")).asks(Adviser(), "marn-adviser")
        assert act == CallCaucus(by="marn-adviser", caucus="side")
        assert scene.settle(act).asks(Adviser(), "marn-adviser") is None
        close = scene.later(6).asks(Adviser(), "marn-adviser")
        assert isinstance(close, CloseMeeting)
        assert scene.settle(close).asks(Adviser(), "marn-adviser") is None

    def test_in_it_it_tells_what_its_side_has_proposed(self):
        scene = refused_twice()
        scene.put("marn-head", {"tolls": "none"})
        scene.do(Adjourn(by="chair", meeting="plenary"))
        scene.settle(scene.asks(Adviser(), "marn-adviser"))
        act = scene.asks(Adviser(), "marn-adviser")
        assert isinstance(act, Say)
        assert act.words == "For your information, our last proposals: Tolls: no tolls."

    def test_the_principal_is_told_once_and_the_heads_are_asked_for_late(self):
        scene = Scene().later(50)
        scene.put("chair", WHOLE)
        act = scene.asks(Adviser(), "marn-adviser")
        assert isinstance(act, Refer)
        assert act.proposal is None
        assert scene.settle(act).asks(Adviser(), "marn-adviser") is None
        wish = scene.do(Advance(by=TRAINER, phase="deadline")).asks(Adviser(), "marn-adviser")
        assert wish == CallCaucus(by="marn-adviser", caucus="heads")
        assert scene.settle(wish).asks(Adviser(), "marn-adviser") is None

    def test_not_when_all_is_agreed(self):
        scene = Scene()
        scene.do(Accept(by="tolle-head", proposal=scene.put("marn-head", WHOLE)))
        scene.do(Advance(by=TRAINER, phase="deadline"))
        told = scene.asks(Adviser(), "marn-adviser")
        assert isinstance(told, Refer)
        assert scene.settle(told).asks(Adviser(), "marn-adviser") is None


class TestSupporter:
    def test_it_confers_once_takes_no_side_and_closes(self):
        scene = Scene()
        assert scene.asks(Supporter(), "isles") is None
        act = scene.later(30).asks(Supporter(), "isles")
        assert act == CallCaucus(by="isles", caucus="supporters")
        word = scene.settle(act).asks(Supporter(), "isles")
        assert isinstance(word, Say)
        assert word.words == "We attend, and take no side."
        assert scene.settle(word).asks(Supporter(), "isles") is None
        close = scene.later(4).asks(Supporter(), "isles")
        assert isinstance(close, CloseMeeting)
        assert scene.settle(close).asks(Supporter(), "isles") is None


def test_a_listener_does_nothing_while_the_day_runs():
    scene = refused_twice().question("What is your position?")
    assert scene.asks(Listener(), "isles") is None
