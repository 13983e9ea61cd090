"""Given this, a chair does that."""

from dataclasses import replace

import numpy as np
import pytest

from goodoffices.proceedings import (
    Accept,
    Adjourn,
    Advance,
    CallCaucus,
    Carry,
    CloseMeeting,
    Confirm,
    End,
    HandOver,
    Object,
    OpenMeeting,
    PressLine,
    Propose,
    ReadBack,
    Refuse,
    Say,
    Setting,
    TakePosition,
)
from goodoffices.stand_ins.chair.maximin import best, evidence
from goodoffices.talks.exercise import TRAINER

from .exercises import EXERCISE, TALKS
from .scene import WHOLE, Scene

SIDES = ("marn", "tolle")
MARN = {"ferry": "marn", "tolls": "none", "patrol": "joint"}
TOLLE = {"ferry": "tolle", "tolls": "high", "patrol": "joint"}


def positions(scene: Scene, side: str, package: dict[str, str], stance: str = "demands") -> Scene:
    for issue, option in package.items():
        by = f"{side}-head"
        scene.do(TakePosition(by=by, meeting="plenary", issue=issue, option=option, stance=stance))  # type: ignore[arg-type]
    return scene


def asked(*, early: bool = False) -> Scene:
    """The plenary, after the first question and its answers, at the time for proposals."""
    scene = Scene()
    scene.settle(scene.chair())
    positions(positions(scene, "marn", MARN), "tolle", TOLLE)
    return scene if early else scene.later(38)


class TestTheProgramme:
    def test_it_opens_the_meetings_in_their_order_when_their_phase_has_come(self):
        scene = Scene(plenary=False)
        assert scene.chair() is None
        assert scene.do(Advance(by=TRAINER)).chair() == OpenMeeting(by="chair", meeting="with-marn")
        scene.settle(scene.chair()).do(CloseMeeting(by="chair", meeting="with-marn"))
        assert scene.chair() is None
        assert scene.do(Advance(by=TRAINER)).chair() == OpenMeeting(by="chair", meeting="plenary")

    def test_a_meeting_whose_time_went_by_is_left_out(self):
        scene = Scene(plenary=False).do(Advance(by=TRAINER, phase="deadline")).later(14.5)
        assert scene.chair() is None

    def test_a_meeting_ends_with_its_time(self):
        scene = Scene(plenary=False).do(Advance(by=TRAINER))
        scene.settle(scene.chair()).settle(scene.chair())
        assert scene.chair() is None
        assert scene.later(15).chair() == CloseMeeting(by="chair", meeting="with-marn")

    def test_one_side_alone_is_asked_and_heard(self):
        scene = Scene(plenary=False).do(Advance(by=TRAINER))
        scene.settle(scene.chair())
        question = scene.chair()
        assert isinstance(question, Say)
        assert question.words == "What is your position on each of these? The ferry; Tolls; River patrol."
        scene.settle(question)
        for issue, option in MARN.items():
            assert scene.chair() is None
            act = TakePosition(by="marn-head", meeting="with-marn", issue=issue, option=option, stance="supports")
            scene.do(act)
        assert scene.chair() == CloseMeeting(by="chair", meeting="with-marn")

    def test_a_meeting_in_which_it_does_not_sit_it_closes_at_its_end(self):
        alone = replace(EXERCISE.meetings["plenary"], seats=("marn-head", "tolle-head"))
        scene = Scene(Setting.of(TALKS, replace(EXERCISE, meetings={**EXERCISE.meetings, "plenary": alone})))
        assert scene.chair() is None
        scene.do(Advance(by=TRAINER, phase="deadline")).later(14.5)
        assert scene.chair() == CloseMeeting(by="chair", meeting="plenary")

    def test_one_press_line(self):
        scene = Scene().do(End(by=TRAINER))
        act = scene.chair()
        assert isinstance(act, PressLine)
        assert scene.settle(act).chair() is None


class TestMessages:
    @pytest.mark.parametrize(
        ("rule", "words", "carried"),
        [
            ("word for word", "We could live with low tolls.", ""),
            ("gist", "On tolls: low tolls would do.", "Marn sent word. It is about this: Tolls: low tolls."),
            ("own idea", "On tolls: low tolls would do.", "You might talk about this: Tolls: low tolls."),
        ],
    )
    def test_by_their_rule(self, rule, words, carried):
        scene = Scene().do(HandOver(by="marn-head", to="tolle", words=words, rule=rule))
        message = next(iter(scene.state.facts.messages))
        assert scene.chair() == Carry(by="chair", message=message, words=carried)
        scene.settle(scene.chair())
        assert not isinstance(scene.chair(), Carry)
        told = scene.view("tolle-head").facts.received[-1]
        assert told.source == (None if rule == "own idea" else "marn")
        assert (told.words == words) is (rule == "word for word")

    @pytest.mark.parametrize(
        ("rule", "words"),
        [
            ("keep", "On tolls: low tolls would do."),
            ("gist", "We are tired."),
            ("own idea", "The tollsman is tired of tolls."),
            ("gist", "low tollsmen on toll"),
        ],
    )
    def test_what_it_may_not_or_cannot_put_in_other_words_stays_with_it(self, rule, words):
        scene = Scene().do(HandOver(by="marn-head", to="tolle", words=words, rule=rule))
        assert isinstance(scene.chair(), Say)


class TestCaucuses:
    def stuck(self) -> Scene:
        scene = asked(early=True)
        for package in (MARN, TOLLE):
            scene.do(Refuse(by="tolle-head", proposal=scene.put("marn-head", package)))
        return scene

    def test_when_things_are_stuck_each_side_is_heard_alone_and_the_meeting_goes_on(self):
        scene = self.stuck()
        assert scene.chair() is None
        assert scene.later(9).chair() == Adjourn(by="chair", meeting="plenary")
        scene.settle(scene.chair())
        for side in SIDES:
            call = scene.chair()
            assert call == CallCaucus(by="chair", caucus="chair and side", of=side)
            question = scene.settle(call).chair()
            assert isinstance(question, Say)
            assert scene.settle(question).chair() is None
            close = scene.later(5).chair()
            assert isinstance(close, CloseMeeting)
            scene.settle(close)
        assert scene.chair() == OpenMeeting(by="chair", meeting="plenary")
        assert not isinstance(scene.settle(scene.chair()).later(9).chair(), Adjourn)

    def test_no_pause_when_little_time_is_left(self):
        scene = self.stuck().do(Advance(by=TRAINER, phase="deadline"))
        assert not isinstance(scene.chair(), Adjourn)

    def test_what_somebody_asked_for_is_called_once_and_closed(self):
        scene = Scene().do(CallCaucus(by="isles", caucus="heads"))
        call = scene.chair()
        assert call == CallCaucus(by="chair", caucus="heads")
        assert scene.settle(call).chair() is None
        close = scene.later(9).chair()
        assert isinstance(close, CloseMeeting)
        assert close.meeting != "plenary"
        assert not isinstance(scene.settle(close).chair(), CallCaucus)


class TestProposals:
    def test_what_counts_for_a_party(self):
        scene = positions(asked(early=True), "marn", {"tolls": "high"}, "refuses")
        positions(scene, "marn", {"ferry": "both"}, "accepts")
        scene.do(Accept(by="marn-head", proposal=scene.put("chair", {"tolls": "low"})))
        assert evidence(scene.view("chair"), "marn") == {
            ("ferry", "marn"): 2, ("ferry", "both"): 1, ("tolls", "none"): 2, ("tolls", "low"): 1, ("tolls", "high"): -2,
            ("patrol", "joint"): 2,
        }  # fmt: skip

    def test_the_worse_off_is_served_best(self):
        """Marn could accept both; nothing else is heard of tolls than the two ends, so it is one or the other."""
        scene = positions(
            positions(asked(early=True), "marn", {"ferry": "both"}, "accepts"), "tolle", {"ferry": "both"}
        )
        for seed in range(5):
            found = best(scene.view("chair"), SIDES, np.random.default_rng(seed))
            assert found is not None
            # Marn 1 + 2 + 2, Tolle 2 + 0 + 2: with high tolls Marn would have 3 and Tolle 6.
            assert found == {"ferry": "both", "tolls": "none", "patrol": "joint"}

    def test_it_is_what_trying_every_package_finds(self):
        scene = positions(positions(asked(early=True), "marn", {"tolls": "low"}, "accepts"), "tolle", {"ferry": "both"})
        view = scene.view("chair")
        facts = [evidence(view, side) for side in SIDES]
        issues = view.known.public.issues
        every = [
            {"ferry": ferry, "tolls": tolls, "patrol": patrol}
            for ferry in issues["ferry"].options
            for tolls in issues["tolls"].options
            for patrol in issues["patrol"].options
        ]
        served = [[sum(one.get(pair, 0) for pair in package.items()) for one in facts] for package in every]
        top = max((min(both), sum(both)) for both in served)
        found = best(view, SIDES, np.random.default_rng(1))
        assert found is not None
        both = [sum(one.get(pair, 0) for pair in found.items()) for one in facts]
        assert (min(both), sum(both)) == top

    def test_it_tables_in_the_middle_and_waits_for_the_answers(self):
        assert asked(early=True).chair() is None
        scene = asked()
        act = scene.chair()
        assert isinstance(act, Propose)
        assert act.package["patrol"] == "joint"
        assert scene.settle(act).later(4).chair() is None
        id_ = list(scene.state.facts.proposals)[-1]
        scene.do(Refuse(by="marn-head", proposal=id_), Accept(by="tolle-head", proposal=id_))
        other = scene.chair()
        assert isinstance(other, Propose)
        assert other.package != act.package

    def test_what_was_proposed_by_anybody_it_does_not_table_again(self):
        scene = asked(early=True)
        scene.put("marn-head", MARN)
        scene.put("tolle-head", TOLLE)
        seen = [best(scene.view("chair"), SIDES, np.random.default_rng(seed)) for seed in range(10)]
        assert MARN not in seen
        assert TOLLE not in seen

    def test_late_it_tables_what_all_could_accept_where_a_part_counts(self):
        scene = asked().later(20)
        act = scene.chair()
        assert isinstance(act, Propose)
        assert act.package == {"patrol": "joint"}
        scene.settle(act)
        id_ = list(scene.state.facts.proposals)[-1]
        scene.do(Accept(by="marn-head", proposal=id_), Accept(by="tolle-head", proposal=id_))
        other = scene.later(4).chair()
        assert isinstance(other, Propose)
        assert other.package.keys() == {"ferry", "tolls", "patrol"}

    def test_not_where_a_part_does_not_count(self):
        strict = Setting.of(TALKS, replace(EXERCISE, charter=replace(EXERCISE.charter, partial=False)))
        scene = Scene(strict)
        scene.settle(scene.chair())
        act = positions(positions(scene, "marn", MARN), "tolle", TOLLE).later(58).chair()
        assert isinstance(act, Propose)
        assert len(act.package) == 3

    def test_where_nothing_was_heard_it_tables_nothing(self):
        scene = Scene()
        scene.settle(scene.chair())
        assert scene.later(38).chair() is None


class TestReadBack:
    def test_what_is_agreed_is_read_confirmed_and_the_meeting_closed(self):
        scene = asked(early=True)
        scene.do(Accept(by="tolle-head", proposal=scene.put("marn-head", MARN)))
        act = scene.chair()
        assert isinstance(act, ReadBack)
        assert [(one.kind, one.proposal is not None) for one in act.points] == [("agreed", True), ("next", False)]
        assert act.points[-1].words == "The sides meet again on 21 January 2030."
        assert scene.settle(act).chair() is None
        for id_ in list(scene.state.facts.points):
            scene.do(Confirm(by="marn-head", point=id_), Confirm(by="tolle-head", point=id_))
        assert scene.chair() == CloseMeeting(by="chair", meeting="plenary")

    def test_where_the_whole_was_objected_to_it_goes_on_until_that_is_confirmed(self):
        scene = asked(early=True)
        scene.do(Accept(by="tolle-head", proposal=scene.put("marn-head", MARN)))
        scene.settle(scene.chair())
        for id_ in (points := list(scene.state.facts.points)):
            scene.do(Confirm(by="marn-head", point=id_), Object(by="tolle-head", point=id_, words="No."))
        assert not isinstance(scene.chair(), CloseMeeting)
        scene.do(Confirm(by="tolle-head", point=points[0]))
        assert scene.chair() == CloseMeeting(by="chair", meeting="plenary")

    def test_at_the_end_it_reads_what_was_refused_and_what_is_open(self):
        scene = asked(early=True)
        scene.do(Refuse(by="tolle-head", proposal=scene.put("marn-head", {"tolls": "none"})))
        scene.do(Accept(by="tolle-head", proposal=scene.put("marn-head", {"patrol": "joint"})))
        scene.do(Advance(by=TRAINER, phase="deadline")).later(9)
        act = scene.chair()
        assert isinstance(act, ReadBack)
        assert {(one.kind, one.issue) for one in act.points} == {
            ("agreed", None), ("open", "ferry"), ("not agreed", "tolls"), ("next", None)
        }  # fmt: skip

    def test_what_a_principal_has_still_to_confirm_is_read_so(self):
        scene = asked(early=True)
        scene.do(Accept(by="marn-head", proposal=scene.put("tolle-head", WHOLE)))
        act = scene.chair()
        assert isinstance(act, ReadBack)
        assert act.points[0].words.startswith("The ferry: run by both")
        assert act.points[0].words.endswith(", subject to confirmation.")

    def test_it_does_not_wait_for_ever(self):
        scene = asked(early=True)
        scene.do(Accept(by="tolle-head", proposal=scene.put("marn-head", MARN)))
        scene.settle(scene.chair())
        assert scene.later(5).chair() == CloseMeeting(by="chair", meeting="plenary")

    def test_a_proposal_that_not_all_have_seen_is_read_issue_by_issue(self):
        wider = {**EXERCISE.meetings, "last": replace(EXERCISE.meetings["plenary"], after=("plenary",))}
        small = replace(wider["plenary"], seats=("chair", "marn-head", "tolle-head"))
        phases = {**EXERCISE.phases, "talks": replace(EXERCISE.phases["talks"], meetings=("plenary", "last"))}
        scene = Scene(Setting.of(TALKS, replace(EXERCISE, meetings={**wider, "plenary": small}, phases=phases)))
        scene.do(Accept(by="tolle-head", proposal=scene.put("marn-head", {"patrol": "joint"})))
        scene.do(CloseMeeting(by="chair", meeting="plenary"), OpenMeeting(by=TRAINER, meeting="last"))
        scene.question("What is your position?", "last").do(Advance(by=TRAINER, phase="deadline")).later(9)
        act = scene.chair()
        assert isinstance(act, ReadBack)
        assert ("agreed", "patrol", "joint") in {(one.kind, one.issue, one.option) for one in act.points}
