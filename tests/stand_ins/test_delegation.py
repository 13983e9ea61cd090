"""Given this, a delegation does that."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from goodoffices.proceedings import (
    Accept,
    Act,
    Advance,
    Amend,
    CallCaucus,
    CloseMeeting,
    Counter,
    End,
    Freeze,
    HandOver,
    Instruct,
    Instruction,
    OpenDebriefing,
    PressLine,
    Propose,
    Refer,
    Reflect,
    Refuse,
    Setting,
    TakePosition,
    Withdraw,
)
from goodoffices.talks.exercise import TRAINER, MandateOn

from .exercises import EXERCISE, SEATS, SETTING, TALKS
from .scene import WHOLE, Scene

BEST = {"ferry": "marn", "tolls": "none", "patrol": "joint"}
OFFER = {"ferry": "marn", "tolls": "low", "patrol": "joint"}
"""What Marn would propose in the first minutes of the plenary."""
RED = {"ferry": "tolle", "tolls": "none", "patrol": "joint"}
TIGHT = Setting.of(
    TALKS,
    replace(
        EXERCISE,
        mandates={},
        points={**EXERCISE.points, "marn": replace(EXERCISE.points["marn"], no_deal=Fraction(52))},
    ),
)
"""No deal is worth 52 points to Marn, and it need not ask its council."""
POOR = {"ferry": "both", "tolls": "high", "patrol": "apart"}


def taken(issue: str, option: str, stance: str) -> tuple[str, str, str]:
    return issue, option, stance


def position(act: object) -> tuple[str, str, str]:
    assert isinstance(act, TakePosition), act
    return taken(act.issue, act.option, act.stance)


def late(scene: Scene) -> Scene:
    """The last minutes of the day."""
    return scene.do(Advance(by=TRAINER, phase="deadline")).later(14)


class TestPositions:
    @pytest.mark.parametrize(
        ("words", "issue"),
        [
            ("What is your position?", "ferry"),
            ("And on tolls?", "tolls"),
            ("Let us speak of the River Patrol.", "patrol"),
            ("TOLLS first, then the ferry.", "ferry"),
        ],
    )
    def test_it_is_asked(self, words, issue):
        act = Scene().question(words).head()
        assert position(act) == taken(issue, OFFER[issue], "calls_for")

    def test_on_several_issues_it_gives_one_answer_in_one_sentence(self):
        scene = Scene().question("What is your position?")
        act = scene.head()
        assert isinstance(act, TakePosition)
        assert {act.issue: act.option, **act.also} == OFFER
        assert act.words.count(".") == act.words.count("We call for this: ") == 1
        assert all(issue.title in act.words for issue in scene.setting.public.issues.values())
        assert not isinstance(scene.settle(act).head(), TakePosition)

    def test_what_it_says_less_firmly_is_an_answer_of_its_own(self):
        """Of what another wants it says in one sentence what it could accept, and in another what it calls for."""
        scene = Scene()
        for issue, option in (("tolls", "low"), ("patrol", "joint")):
            scene.do(TakePosition(by="tolle-head", meeting="plenary", issue=issue, option=option, stance="proposes"))
        scene.do(CallCaucus(by="chair", caucus="chair and side", of="marn"))
        meeting = [*scene.view("chair").here][-1]
        scene.question("What could you accept on each?", meeting)
        said: list[TakePosition] = []
        act = scene.head()
        while act is not None and len(said) < 3:
            scene.settle(act)
            said += [act] if isinstance(act, TakePosition) and act.meeting == meeting else []
            act = scene.head()
        assert {one.stance: {one.issue, *one.also} for one in said} == {
            "calls_for": {"ferry"},
            "accepts": {"tolls", "patrol"},
        }
        (accepts,) = (one.words for one in said if one.stance == "accepts")
        assert accepts == "We could accept this: Tolls: low tolls; River patrol: a joint patrol."

    @pytest.mark.parametrize("words", ["Good morning.", "The tollsman is here.", "x" * 4_000])
    def test_it_is_not_asked(self, words):
        assert Scene().question(words).head() is None

    def test_only_the_mediation_asks(self):
        scene = Scene().question("Good morning.")
        scene.do(TakePosition(by="tolle-head", meeting="plenary", issue="tolls", option="high", stance="demands"))
        assert scene.head() is None

    def test_each_issue_once_until_it_is_asked_again(self):
        scene = Scene().question("And on tolls?")
        assert position(scene.settle(scene.head()).question("And on tolls?").head()) == ("tolls", "low", "calls_for")
        assert not isinstance(scene.settle(scene.head()).head(), TakePosition)

    def test_later_it_supports_what_it_called_for(self):
        act = Scene().later(40).question("And on tolls?").head()
        assert position(act)[2] == "supports"

    def test_that_it_cannot_accept_a_red_line_it_says_once(self):
        scene = Scene().question("Good morning.")
        scene.do(TakePosition(by="tolle-head", meeting="plenary", issue="ferry", option="tolle", stance="calls_for"))
        assert position(scene.head()) == ("ferry", "tolle", "refuses")
        assert not isinstance(scene.settle(scene.head()).head(), TakePosition)

    def test_alone_it_says_that_it_could_accept_what_another_proposed_and_not_what_it_asked_for_itself(self):
        for by, stance in (("tolle-head", "accepts"), ("marn-head", "calls_for")):
            scene = Scene()
            scene.do(TakePosition(by=by, meeting="plenary", issue="tolls", option="low", stance="proposes"))
            scene.do(CallCaucus(by="chair", caucus="chair and side", of="marn"))
            meeting = [*scene.view("chair").here][-1]
            scene.question("What could you accept on tolls?", meeting)
            found = scene.head()
            while not isinstance(found, TakePosition):
                found = scene.settle(found).head()
            assert position(found) == ("tolls", "low", stance)

    def test_alone_with_the_mediation_it_says_what_it_wants_and_hands_over_one_message(self):
        scene = Scene(plenary=False).do(Advance(by=TRAINER, phase="talks"))
        scene.do(CallCaucus(by="chair", caucus="chair and side", of="marn"))
        meeting = next(iter(scene.view("chair").here))
        scene.question("What could you accept on tolls?", meeting)
        assert position(scene.head()) == ("tolls", "low", "calls_for")
        message = scene.settle(scene.head()).head()
        assert isinstance(message, HandOver)
        assert message.to == "tolle"
        assert message.words.endswith("If we get it, the rest can be talked about.")
        assert scene.settle(message).head() is None


class TestProposals:
    def test_where_somebody_mediates_it_waits_to_be_asked_then_proposes(self):
        scene = Scene()
        assert scene.head() is None
        act = scene.later(4).head()
        assert isinstance(act, Propose)
        assert {**act.package, **act.only_if} == OFFER

    def test_what_it_gives_it_gives_only_if_it_gets_the_rest(self):
        act = Scene().later(4).head()
        assert isinstance(act, Propose)
        assert act.package == {"tolls": "low"}
        assert act.only_if == {"ferry": "marn", "patrol": "joint"}
        assert "only if this is agreed" in act.words

    def test_it_does_not_propose_the_same_twice(self):
        scene = Scene().later(4)
        assert scene.settle(scene.head()).head() is None

    def test_it_goes_over_to_what_the_others_want_where_that_costs_little(self):
        other = {"marn": replace(EXERCISE.points["marn"], red_lines={}), "tolle": EXERCISE.points["tolle"]}
        scene = Scene(Setting.of(TALKS, replace(EXERCISE, points=other, mandates={}))).later(50)
        scene.do(TakePosition(by="tolle-head", meeting="plenary", issue="ferry", option="both", stance="demands"))
        act = scene.head()
        assert isinstance(act, Propose)
        assert {**act.package, **act.only_if}["ferry"] == "both"

    def test_what_waits_long_it_changes_when_it_can_offer_more(self):
        scene = Scene().later(4)
        scene.settle(scene.head())
        assert scene.later(1).head() is None
        act = scene.later(60).head()
        assert isinstance(act, Amend)
        assert act.package != OFFER

    def test_what_was_refused_it_changes_or_makes_another_and_in_its_mandate(self):
        kinds: set[type[Act]] = set()
        for seed in range(12):
            scene = Scene().later(4)
            scene.settle(scene.head())
            scene.do(Refuse(by="tolle-head", proposal=next(iter(scene.state.facts.proposals))))
            act = scene.later(60).head(seed=seed)
            assert isinstance(act, Propose | Amend)
            assert {**act.package, **act.only_if}["ferry"] == "marn"
            kinds.add(type(act))
        assert {kind.__name__ for kind in kinds} == {"Propose", "Amend"}

    def test_the_heads_are_called_late_where_nobody_sits_together(self):
        found = set()
        for seed in range(8):
            scene = Scene()
            for _ in range(2):
                scene.do(Refuse(by="marn-head", proposal=scene.put("chair", POOR)))
            scene.do(CloseMeeting(by="chair", meeting="plenary"))
            found.add(type(scene.later(1).head(seed=seed)))
            found.add(type(scene.later(60).head(seed=seed)))
        assert CallCaucus in found
        assert found <= {CallCaucus, type(None), Accept, Refer}

    def test_the_heads_negotiate_and_part_when_their_time_is_over(self):
        scene = Scene(plenary=False).do(Advance(by=TRAINER, phase="talks"), CallCaucus(by="marn-head", caucus="heads"))
        offer = scene.head()
        assert isinstance(offer, Propose)
        meeting = offer.meeting
        assert not isinstance(scene.settle(offer).head(), CloseMeeting)
        assert not isinstance(scene.later(11).head("tolle"), CloseMeeting)
        scene.do(Refuse(by="tolle-head", proposal=next(iter(scene.state.facts.proposals))))
        found = scene.head()
        while not isinstance(found, CloseMeeting):
            found = scene.settle(found).head()
        assert found == CloseMeeting(by="marn-head", meeting=meeting)


class TestAnswers:
    def test_what_is_worth_what_it_asks_for_it_accepts(self):
        scene = Scene()
        id_ = scene.put("tolle-head", BEST)
        assert scene.head() == Accept(by="marn-head", proposal=id_, words="We accept this proposal.")

    def test_another_sides_poor_proposal_it_counters_and_the_chairs_it_refuses(self):
        scene = Scene()
        first = scene.put("tolle-head", POOR)
        act = scene.head()
        assert isinstance(act, Counter)
        assert (act.proposal, act.package) == (first, OFFER)
        second = scene.settle(act).put("chair", {**OFFER, "patrol": "apart"})
        words = "on River patrol it gives each its own, and we asked for a joint patrol."
        assert scene.head() == Refuse(by="marn-head", proposal=second, words=f"We cannot take this now: {words}")

    def test_a_red_line_it_refuses_to_the_last_minute(self):
        scene = late(Scene())
        scene.put("chair", RED)
        assert isinstance(scene.head(), Refuse)

    def test_what_it_refused_it_accepts_when_it_asks_for_less(self):
        scene = Scene()
        scene.put("chair", {"ferry": "marn", "tolls": "high", "patrol": "joint"})
        scene.settle(scene.head())
        assert not isinstance(scene.later(4).head(), Accept)
        assert isinstance(late(scene).head(), Accept)

    def test_what_it_must_refer_it_refers_once_and_does_as_it_is_told(self):
        cases: tuple[tuple[Instruction, type[Act]], ...] = (("confirm", Accept), ("refuse", Refuse))
        for told, kind in cases:
            scene = late(Scene())
            scene.put("chair", WHOLE)
            act = scene.head()
            assert isinstance(act, Refer)
            assert not isinstance(scene.settle(act).head(), Refer | Accept | Refuse)
            referral = next(iter(scene.state.facts.referrals))
            scene.do(Instruct(by="marn-council", answer=told, referral=referral))
            assert type(scene.head()) is kind
            assert not isinstance(scene.settle(scene.head()).head(), Accept | Refuse | Refer)

    def test_what_its_mandate_knows_not_at_all_it_refuses_until_the_mandate_is_widened(self):
        narrow = {"marn": {"tolls": MandateOn(may_accept=("none",), must_refer=("low",))}}
        scene = late(Scene(Setting.of(TALKS, replace(EXERCISE, mandates=narrow))))
        scene.put("chair", {"ferry": "marn", "tolls": "high", "patrol": "joint"})
        assert isinstance(scene.head(), Refuse)
        scene.settle(scene.head())
        scene.do(Instruct(by="marn-council", answer="widen", issue="tolls", options=("high",)))
        assert isinstance(scene.head(), Accept)

    def test_a_wider_mandate_makes_up_for_a_refusal(self):
        scene = late(Scene())
        scene.put("chair", WHOLE)
        scene.settle(scene.head())
        referral = next(iter(scene.state.facts.referrals))
        scene.do(Instruct(by="marn-council", answer="refuse", referral=referral))
        scene.settle(scene.head())
        scene.do(Instruct(by="marn-council", answer="widen", issue="ferry", options=("both",)))
        assert isinstance(scene.head(), Accept)

    def test_without_a_principal_it_accepts_subject_to_confirmation(self):
        seats = {id_: seat for id_, seat in SEATS.items() if seat.part != "principal"}
        scene = late(Scene(Setting.of(TALKS, replace(EXERCISE, seats=seats))))
        id_ = scene.put("chair", WHOLE)
        words = "We accept this proposal subject to confirmation."
        assert scene.head() == Accept(by="marn-head", proposal=id_, words=words)

    def test_what_is_over_or_withdrawn_it_does_not_answer(self):
        scene = Scene()
        scene.put("chair", BEST, until=scene.now + timedelta(seconds=30))
        assert isinstance(scene.head(), Accept)
        assert not isinstance(scene.later(1).head(), Accept)
        scene.do(Withdraw(by="chair", proposal=scene.put("chair", BEST)))
        assert scene.head() is None

    def test_where_no_package_is_worth_no_deal_it_takes_none(self):
        hopeless = {
            **EXERCISE.points,
            "marn": replace(EXERCISE.points["marn"], no_deal=EXERCISE.points["marn"].no_deal + 100),
        }
        scene = Scene(Setting.of(TALKS, replace(EXERCISE, points=hopeless)))
        assert scene.question("What is your position?").head() is None
        scene.put("chair", BEST)
        assert isinstance(late(scene).head(), Refuse)

    def test_single_issues_are_taken_with_what_is_settled_already(self):
        scene = late(Scene())
        first = scene.put("chair", {"patrol": "joint"})
        scene.settle(scene.head()).do(Accept(by="tolle-head", proposal=first))
        scene.put("chair", {"tolls": "high"})
        assert isinstance(scene.head(), Accept)

    def test_what_is_settled_it_leaves_only_for_something_better(self):
        scene = late(Scene())
        scene.do(Accept(by="tolle-head", proposal=scene.put("marn-head", OFFER)))
        scene.put("chair", {**OFFER, "tolls": "high"})
        assert isinstance(scene.head(), Refuse)
        scene.settle(scene.head()).put("chair", BEST)
        assert isinstance(scene.head(), Accept)

    def test_what_it_offered_before_and_does_not_go_with_what_it_accepts_it_takes_back_first(self):
        """Tolle could still accept the older offer (55 points), and the newer one on tolls would then stand in it (50)."""
        scene = late(Scene(TIGHT))
        offered = scene.put("marn-head", {"ferry": "both", "tolls": "none", "patrol": "apart"})
        scene.put("chair", {"tolls": "low"})
        act = scene.head()
        assert isinstance(act, Withdraw)
        assert (act.proposal, act.words) == (offered, "We take this proposal back.")
        assert isinstance(scene.settle(act).head(), Accept)

    def test_what_it_accepted_before_it_refuses_then_and_does_not_come_back_to_it(self):
        scene = late(Scene(TIGHT))
        accepted = scene.put("chair", {"ferry": "both", "tolls": "none", "patrol": "apart"})
        scene.settle(scene.head())
        scene.put("chair", {"tolls": "low"})
        act = scene.head()
        assert isinstance(act, Refuse)
        assert (act.proposal, act.words) == (accepted, "We no longer accept this proposal.")
        assert isinstance(scene.settle(act).head(), Accept)
        assert not isinstance(scene.settle(scene.head()).head(), Accept | Refuse)

    def test_what_is_settled_on_some_issues_stays_in_what_it_offers(self):
        scene = Scene()
        scene.do(Accept(by="tolle-head", proposal=scene.put("marn-head", {"patrol": "joint", "tolls": "high"})))
        act = late(scene).head()
        assert isinstance(act, Propose)
        whole = {**act.package, **act.only_if}
        assert (whole["patrol"], whole["tolls"]) == ("joint", "high")

    def test_what_was_overtaken_it_takes_back(self):
        scene = Scene()
        old = scene.put("marn-head", BEST)
        scene.do(Accept(by="tolle-head", proposal=scene.put("marn-head", OFFER)))
        assert scene.head() == Withdraw(
            by="marn-head", proposal=old, words="This proposal is overtaken by what has been agreed."
        )
        assert not isinstance(scene.settle(scene.head()).head(), Withdraw)

    def test_what_its_principal_did_not_confirm_it_takes_back(self):
        scene = Scene()
        id_ = scene.put("marn-head", WHOLE)
        referral = next(iter(scene.state.facts.referrals))
        scene.do(Instruct(by="marn-council", answer="refuse", referral=referral))
        act = scene.head()
        assert isinstance(act, Withdraw)
        assert act.proposal == id_


class TestTheEnd:
    def test_it_does_nothing_while_everything_stands_still(self):
        scene = Scene().question("What is your position?")
        assert scene.head() is not None
        assert scene.do(Freeze(by=TRAINER)).head() is None

    def test_one_press_line_and_one_answer(self):
        scene = Scene().do(End(by=TRAINER))
        line = scene.head()
        assert line == PressLine(by="marn-head", words="No agreement was reached in the meetings that we attended.")
        assert scene.settle(line).head() is None
        answer = scene.do(OpenDebriefing(by=TRAINER)).head()
        assert isinstance(answer, Reflect)
        assert answer.answers["mattered to us"] == "Tolls; River patrol"
        assert answer.answers["turned"] == "We saw no agreement."
        assert "process" not in answer.answers
        assert scene.settle(answer).head() is None

    def test_what_waits_for_a_principal_is_not_told_as_agreed(self):
        scene = Scene()
        scene.do(Accept(by="marn-head", proposal=scene.put("tolle-head", WHOLE)))
        act = scene.do(End(by=TRAINER)).head()
        assert isinstance(act, PressLine)
        assert act.words.startswith("This was agreed, subject to confirmation: The ferry: run by both")

    def test_what_does_not_count_is_not_told_as_agreed(self):
        strict = replace(EXERCISE, charter=replace(EXERCISE.charter, partial=False))
        scene = Scene(Setting.of(TALKS, strict))
        scene.do(Accept(by="marn-head", proposal=scene.put("tolle-head", {"patrol": "joint"})))
        act = scene.do(End(by=TRAINER)).head()
        assert isinstance(act, PressLine)
        assert act.words == "There was agreement on this, which does not count alone: River patrol: a joint patrol."

    def test_without_mediation_it_proposes_at_once_and_the_other_answers(self):
        alone = replace(EXERCISE.meetings["plenary"], seats=("marn-head", "tolle-head"))
        scene = Scene(Setting.of(TALKS, replace(EXERCISE, meetings={**EXERCISE.meetings, "plenary": alone})))
        act = scene.head()
        assert isinstance(act, Propose)
        answer = scene.settle(act).head("tolle")
        assert isinstance(answer, Counter | Accept | Refuse)


def test_the_scene_is_as_the_tables_say():
    assert SETTING.mandates["marn"]["ferry"].must_refer == ("both",)
