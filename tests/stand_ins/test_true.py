"""Programs say nothing that is not so: over days by programs, every word that can be held against what was done."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.proceedings import Accept, Refer, Refuse, SeatView
from goodoffices.proceedings.events import HandedOver, PointsRead, PositionTaken, Said
from goodoffices.stand_ins import Company, Day, Delegation, sentences
from goodoffices.stand_ins.delegation.stance import Standing
from goodoffices.stand_ins.heard import calls, named_options
from goodoffices.stand_ins.sentences import NOTE
from goodoffices.stand_ins.worth import Worth

from .exercises import SETTING
from .mixed import table
from .scene import LINEAR, Scene
from .spoken import KINDS, SEEDS, asked, day, named, proposed, refusals, view_before

pytestmark = pytest.mark.random
DAYS = [(kind, seed) for kind in KINDS for seed in SEEDS]
HEAD = "marn-head"


@pytest.mark.parametrize(("kind", "seed"), DAYS)
class TestRefusals:
    def test_it_names_no_issue_on_which_it_takes_the_same_answer_elsewhere(self, kind, seed):
        made = day(kind, seed)
        for one in refusals(made):
            before = view_before(made, one.number, one.by)
            package = before.facts.proposals[one.proposal].whole
            for issue in named(made.state.setting, one.words):
                assert one.counter.get(issue) != package[issue], one
                assert package[issue] not in _accepted(before, one.party, issue, one.proposal), one

    def test_what_it_says_it_asked_for_is_the_last_that_those_who_listen_heard_it_ask_for(self, kind, seed):
        made = day(kind, seed)
        public = made.state.setting.public
        for one in refusals(made):
            listening = frozenset(one.at.to) - public.delegation(one.party)
            for issue, option in named(made.state.setting, one.words).items():
                if option is not None:
                    wishes = [(to, p[issue]) for to, p in asked(made, one.party, one.number) if issue in p]
                    last = max(n for n, (to, what) in enumerate(wishes) if listening <= to and what == option)
                    assert not any(to & listening and what != option for to, what in wishes[last:]), (one, wishes)
                    assert one.counter.get(issue, option) == option, one


def standing(made: Day, view: SeatView, now: datetime) -> Standing:
    """Where a head of delegation stands in a day."""
    program = Company.of(made.state.setting, made.state.setting.public.seats, seed=made.seed).programs[view.seat]
    assert isinstance(program, Delegation)
    return Standing(view, program.tactic, now)


def _accepted(view: SeatView, party: str, issue: str, but: str) -> set[str | None]:
    """What a party takes on an issue in what others proposed and stands."""
    return {
        one.whole.get(issue)
        for id_, one in view.facts.proposals.items()
        if id_ != but
        and one.made.side != party
        and not one.withdrawn
        and party in one.answers
        and one.answers[party].answer == "accept"
    }


def test_refusals_are_there_to_be_looked_at():
    """That each form occurs, so that what is tested above is not empty."""
    found = [one.words for kind, seed in DAYS for one in refusals(day(kind, seed))]
    assert any("and we asked for" in words for words in found)
    assert any("we need more" in words for words in found)
    assert any(words.count("; on ") for words in found)


@pytest.mark.parametrize(("kind", "seed"), DAYS)
class TestWillingness:
    def test_what_it_says_it_could_accept_another_proposed_before_and_it_never_asked_for_itself(self, kind, seed):
        made = day(kind, seed)
        public = made.state.setting.public
        for number, event in enumerate(made.events):
            if isinstance(event.what, PositionTaken) and event.what.stance == "accepts":
                took = event.what
                there = {
                    one
                    for side in (
                        *public.parties,
                        *public.third_parties,
                        None,
                    )  # who mediates may sit there for a third party
                    if side != took.side
                    for _, p in proposed(made, side, number)
                    for one in p.items()
                }
                others = frozenset().union(*(public.delegation(one) for one in public.parties if one != took.side))
                own = (one for to, p in asked(made, took.side, number) if to & others for one in p.items())
                assert (took.issue, took.option) in there, took
                assert (took.issue, took.option) not in own, took

    def test_what_it_would_give_it_did_not_ask_for_and_it_hints_at_nothing_that_all_want_alike(self, kind, seed):
        made = day(kind, seed)
        public = made.state.setting.public
        for number, event in enumerate(made.events):
            if isinstance(event.what, HandedOver) and (side := public.party(event.what.by)):
                words, rule = event.what.words, event.what.rule
                given = words.partition("then we could accept this: ")[2] if rule == "gist" else words
                others = frozenset().union(*(public.delegation(one) for one in public.parties if one != side))
                own = {one for to, p in asked(made, side, number) if to & others for one in p.items()}
                if rule in ("gist", "own idea"):
                    assert not own & {*named_options(public, given)}, words
                view = view_before(made, number, event.what.by)
                for issue in (id_ for id_, one in public.issues.items() if one.title in words):
                    assert issue not in view.outcome.settled, words
                    offer = standing(made, view, event.at).offer
                    assert any(calls(view, one).get(issue) != offer[issue] for one in public.parties if one != side)


@pytest.mark.parametrize(("kind", "seed"), DAYS)
def test_every_point_that_was_read_back_has_an_answer_of_each_head_that_heard_it(kind, seed):
    made = day(kind, seed)
    public, facts = made.state.setting.public, made.state.facts
    for to, what in ((event.to, event.what) for event in made.events):
        heads = [seat for seat in to if public.part(seat) == "head"]
        for point in what.points if isinstance(what, PointsRead) else ():
            said = {*facts.points[point.point].confirmed, *facts.points[point.point].objections}
            assert {public.party(head) for head in heads} <= said, point


@pytest.mark.parametrize("seed", SEEDS)
def test_where_people_say_anything_no_program_says_twice_that_it_did_not_understand_in_the_same_words(seed):
    made = table("head", seed)
    said = [(what.by, what.words) for what in (event.what for event in made.events) if isinstance(what, Said)]
    notes = [one for one in said if one[1].startswith(NOTE)]
    assert len({*notes}) == len(notes)


@pytest.mark.parametrize(("kind", "seed"), DAYS)
class TestWhatItTells:
    def test_that_all_is_agreed_it_says_where_it_is_and_that_it_keeps_to_it_where_all_who_listen_know(self, kind, seed):
        made = day(kind, seed)
        for number, event in enumerate(made.events):
            words = getattr(event.what, "words", "")
            if words == sentences.OVERTAKEN:
                assert view_before(made, number, event.what.by).outcome.kind == "whole"  # type: ignore[attr-defined]
            if words.startswith(sentences.KEPT):
                for seat in filter(made.state.setting.public.party, event.to):
                    assert view_before(made, number, seat).outcome.settled

    def test_that_it_was_not_confirmed_it_says_after_its_principal_said_so(self, kind, seed):
        made = day(kind, seed)
        for one in refusals(made):
            if one.words.startswith(sentences.NOT_CONFIRMED_BY_US):
                before = view_before(made, one.number, one.by)
                package = before.facts.proposals[one.proposal].whole
                told = [r.answered for r in before.facts.referrals.values() if r.referred.package == package]
                assert told[-1] == "refuse"

    def test_it_says_that_it_no_longer_accepts_what_it_accepted(self, kind, seed):
        made = day(kind, seed)
        for one in refusals(made):
            before = view_before(made, one.number, one.by).facts.proposals[one.proposal].answers.get(one.party)
            assert (one.words == sentences.NO_LONGER) is (before is not None and before.answer == "accept"), one

    def test_what_it_cannot_take_is_in_the_proposal_and_barred(self, kind, seed):
        made = day(kind, seed)
        public = made.state.setting.public
        for one in refusals(made):
            if one.words.startswith("We cannot take this with "):
                view = view_before(made, one.number, one.by)
                barred = [
                    sentences.never(public, i, o)
                    for i, o in view.facts.proposals[one.proposal].whole.items()
                    if Worth.of(view).crosses({i: o})
                ]
                assert one.words in barred

    def test_proposals_on_the_table_are_there(self, kind, seed):
        made = day(kind, seed)
        public = made.state.setting.public
        for number, event in enumerate(made.events):
            words = getattr(event.what, "words", "")
            if words.startswith((sentences.ON_THE_TABLE, sentences.OURS)):
                view = view_before(made, number, event.what.by)  # type: ignore[attr-defined]
                there = {
                    sentences.package(public, p.whole): p.made.side
                    for p in view.facts.proposals.values()
                    if p.open_at(event.at)
                }
                told = words.partition(": ")[2].removesuffix(".").split(" / ")
                assert {*told} <= there.keys()


@given(
    package=st.fixed_dictionaries({i: st.sampled_from([*one.options]) for i, one in SETTING.public.issues.items()}),
    minutes=st.integers(0, 90),
    asked_before=st.booleans(),
)
def test_what_it_names_would_do_and_of_several_none_alone(package, minutes, asked_before):
    """With the answers that it would itself propose on what it names it takes the proposal."""
    scene = Scene().later(minutes)
    if asked_before:
        scene.question("What is your position?")
        scene.settle(scene.head())
    scene.put("chair", package)
    act, offer = scene.head(), Standing(scene.view(HEAD), LINEAR, scene.now).offer
    issues = named(SETTING, act.words) if isinstance(act, Refuse) else {}
    if issues:
        scene.settle(act)
        alone = [_takes(scene, {**package, one: offer[one]}) for one in issues]
        assert _takes(scene, {**package, **{one: offer[one] for one in issues}})
        assert len(issues) == 1 or not any(alone)


def _takes(scene: Scene, package: dict[str, str]) -> bool:
    """Whether the head would take a proposal if it were made now."""
    other = Scene(now=scene.now)
    other.now, other.events, other.state = scene.now, [*scene.events], scene.state
    other.put("chair", package)
    other.now = scene.now
    return isinstance(other.head(), Accept | Refer)
