"""Why a delegation does not take a proposal: what it says, and what it does not."""

from goodoffices.proceedings import Accept, Advance, Amend, CallCaucus, OpenMeeting, Refuse, TakePosition
from goodoffices.talks.exercise import TRAINER

from .scene import Scene


class TestRefusals:
    def put(self, scene: Scene, package: dict[str, str]) -> str:
        scene.put("chair", package)
        act = scene.head()
        assert isinstance(act, Refuse), act
        return act.words

    def test_what_it_asked_for_and_does_not_get(self):
        scene = Scene()
        scene.do(TakePosition(by="marn-head", meeting="plenary", issue="patrol", option="joint", stance="calls_for"))
        assert self.put(scene, {"ferry": "marn", "tolls": "low", "patrol": "apart"}) == (
            "We cannot take this now: on River patrol it gives each its own, and we asked for a joint patrol."
        )

    def test_every_issue_that_keeps_it_where_none_alone_would_do(self):
        scene = Scene()
        scene.do(TakePosition(by="marn-head", meeting="plenary", issue="patrol", option="joint", stance="calls_for"))
        assert self.put(scene, {"ferry": "both", "tolls": "high", "patrol": "apart"}) == (
            "We cannot take this now: on The ferry we need more; on Tolls we need more; "
            "on River patrol it gives each its own, and we asked for a joint patrol."
        )

    def test_not_what_it_asked_for_before_it_asked_for_something_else(self):
        """In a proposal that it changed since."""
        scene = Scene()
        first = scene.put("marn-head", {"ferry": "marn", "tolls": "none", "patrol": "joint"})
        scene.do(Amend(by="marn-head", proposal=first, package={"ferry": "marn", "tolls": "low", "patrol": "joint"}))
        assert self.put(scene, {"ferry": "marn", "tolls": "high", "patrol": "joint"}) == (
            "We cannot take this now: on Tolls it gives high tolls, and we asked for low tolls."
        )

    def test_nothing_on_which_it_accepted_the_same_elsewhere(self):
        scene = Scene()
        scene.do(Accept(by="marn-head", proposal=scene.put("chair", {"ferry": "marn", "tolls": "high"})))
        assert self.put(scene, {"ferry": "both", "tolls": "high", "patrol": "joint"}) == (
            "We cannot take this now: on The ferry we need more."
        )

    def test_where_it_takes_each_answer_elsewhere_it_does_not_take_the_whole(self):
        scene = Scene()
        scene.do(Accept(by="marn-head", proposal=scene.put("chair", {"ferry": "marn", "tolls": "high"})))
        assert self.put(scene, {"ferry": "marn", "tolls": "high", "patrol": "joint"}) == (
            "We do not take this as it stands: as a whole it gives us too little."
        )

    def test_a_part_that_it_takes_only_with_more(self):
        assert self.put(Scene(), {"tolls": "low"}) == "We do not take this without answers on other issues."

    def test_what_is_agreed_already_it_keeps(self):
        scene = Scene()
        offer = {"ferry": "marn", "tolls": "low", "patrol": "joint"}
        scene.do(Accept(by="tolle-head", proposal=scene.put("marn-head", offer)))
        assert self.put(scene, offer) == "We keep to what has been agreed."

    def test_what_it_would_propose_itself_by_now_is_no_reason(self):
        """Asked in the morning for no tolls, late it would take low ones."""
        scene = Scene()
        for issue, option in (("tolls", "none"), ("ferry", "marn")):
            scene.do(TakePosition(by="marn-head", meeting="plenary", issue=issue, option=option, stance="calls_for"))
        words = self.put(scene.later(20), {"ferry": "both", "tolls": "low", "patrol": "joint"})
        assert words == "We cannot take this now: on The ferry it gives run by both, and we asked for run by Marn."

    def test_where_it_asked_for_nothing_it_names_the_issue_alone(self):
        assert self.put(Scene(), {"ferry": "both", "tolls": "high", "patrol": "joint"}) == (
            "We cannot take this now: on The ferry we need more; on Tolls we need more."
        )

    def test_what_it_said_to_the_mediation_alone_stays_there(self):
        scene = Scene(plenary=False).do(Advance(by=TRAINER, phase="talks"))
        scene.do(CallCaucus(by="chair", caucus="chair and side", of="marn"))
        apart = next(iter(scene.view("chair").here))
        scene.do(TakePosition(by="marn-head", meeting=apart, issue="tolls", option="none", stance="demands"))
        scene.do(OpenMeeting(by=TRAINER, meeting="plenary"))
        assert "no tolls" not in self.put(scene, {"ferry": "marn", "tolls": "high", "patrol": "apart"})

    def test_a_red_line_comes_first(self):
        assert self.put(Scene(), {"ferry": "tolle", "tolls": "high", "patrol": "apart"}) == (
            "We cannot take this with run by Tolle (The ferry)."
        )
