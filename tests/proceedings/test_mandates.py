"""Mandates and principals: the rules of `rules/mandates.py`."""

from dataclasses import replace

import pytest

from goodoffices.proceedings import Accept, Amend, CallCaucus, Counter, Instruct, Propose, Refer, Withdraw
from goodoffices.proceedings import events as e
from goodoffices.proceedings.rules import mandates as rules
from goodoffices.proceedings.rules.turn import NOT_HERE
from goodoffices.talks.exercise import TRAINER

from .valley_talks import EXERCISE, Day

PARTIES = {"upper": "", "lower": ""}


def kinds(events: tuple[e.Event, ...]) -> list[str]:
    return [type(event.what).__name__ for event in events]


def referral(day: Day) -> str:
    """What was referred last."""
    return list(day.state.facts.referrals)[-1]


def standing(day: Day, proposal: str, seat: str = TRAINER) -> str:
    return day.state.of(seat).proposals[proposal].standing(PARTIES)


def test_1_an_act_beyond_the_mandate_stands_ad_referendum() -> None:
    day = Day().session()
    proposal = day.proposal(mill="leased")
    assert kinds(day.do(Accept(by="upper-head", proposal=proposal))) == ["Answered", "Warned", "Referred"]
    for seat in ("upper-head", "lower-head", "chair", TRAINER):
        assert standing(day, proposal, seat) == "ad referendum"
    look = day.look("upper-council")
    (lies,) = (look.facts.referrals[id_].referred for id_ in look.waiting.referrals)
    assert (lies.package, lies.ad_referendum, lies.about) == ({"mill": "leased"}, True, proposal)
    assert Instruct in look.may


def test_1_so_does_a_proposal_an_amendment_and_a_counter_proposal() -> None:
    day = Day().session()
    made = day.do(Propose(by="upper-head", meeting="session", package={"mill": "sold"}))
    assert kinds(made) == ["Proposed", "Warned", "Referred"]
    proposal = list(day.state.facts.proposals)[-1]
    assert kinds(day.do(Amend(by="upper-head", proposal=proposal, package={"mill": "leased"}))) == [
        "Amended", "Warned", "Referred",
    ]  # fmt: skip
    other = day.proposal(mill="closed")
    made = day.do(Counter(by="upper-head", proposal=other, package={"mill": "leased"}))
    assert kinds(made) == ["Answered", "Proposed", "Warned", "Referred"]


@pytest.mark.parametrize(
    ("package", "beyond"),
    [
        ({"mill": "closed"}, []),
        ({"mill": "leased"}, [("leased", "must be referred")]),
        ({"mill": "sold"}, [("sold", "not in the mandate")]),
        ({"mill": "closed", "water": "two-thirds"}, []),
        ({"mill": "sold", "water": "half"}, [("sold", "not in the mandate")]),
    ],
)
def test_2_what_is_beyond_the_mandate(package: dict[str, str], beyond: list[tuple[str, str]]) -> None:
    day = Day().session()
    made = day.do(Propose(by="upper-head", meeting="session", package=package))
    warned = [event.what for event in made if isinstance(event.what, e.Warned)]
    assert [(one.option, one.why) for what in warned for one in what.beyond] == beyond


def test_2_the_condition_of_a_proposal_counts_too() -> None:
    day = Day().session()
    made = day.do(Propose(by="upper-head", meeting="session", package={"water": "half"}, only_if={"mill": "leased"}))
    assert kinds(made) == ["Proposed", "Warned", "Referred"]


def test_3_without_a_mandate_nothing_needs_referring() -> None:
    day = Day(replace(EXERCISE, mandates={})).session()
    assert kinds(day.do(Propose(by="upper-head", meeting="session", package={"mill": "sold"}))) == ["Proposed"]
    assert kinds(Day().session().do(Propose(by="chair", meeting="session", package={"mill": "sold"}))) == ["Proposed"]


def test_4_what_was_confirmed_needs_no_referring_again() -> None:
    day = Day().session()
    proposal = day.proposal(mill="leased")
    day.do(Refer(by="upper-head", proposal=proposal, words="May we?"))
    day.do(Instruct(by="upper-council", answer="confirm", referral=referral(day)))
    assert kinds(day.do(Accept(by="upper-head", proposal=proposal))) == ["Answered"]
    assert standing(day, proposal) == "agreed"
    # Another package with the same option is another thing.
    other = day.proposal(mill="leased", water="half")
    assert kinds(day.do(Accept(by="upper-head", proposal=other))) == ["Answered", "Warned", "Referred"]


def test_4_a_wider_mandate_is_wider_from_then_on() -> None:
    day = Day().session()
    day.do(Instruct(by="upper-council", answer="widen", issue="mill", options=("sold",)))
    assert kinds(day.do(Propose(by="upper-head", meeting="session", package={"mill": "sold"}))) == ["Proposed"]
    assert day.no(Instruct(by="upper-council", answer="widen", issue="mill", options=("gone",))) == NOT_HERE
    assert day.no(Instruct(by="upper-council", answer="widen", issue="mill")) == NOT_HERE


def test_5_what_a_delegation_may_refer() -> None:
    day = Day().session()
    proposal = day.proposal(mill="leased")
    day.do(Refer(by="upper-adviser", proposal=proposal))
    assert day.state.facts.proposals[proposal].answers["upper"].answer == "refer"
    assert day.no(Refer(by="upper-scribe", proposal=proposal)) == NOT_HERE  # it did not sit there
    assert day.no(Refer(by="upper-head")) == rules.EMPTY
    day.do(Refer(by="upper-head", words="They are tired."))


@pytest.mark.parametrize(("answer", "after"), [("confirm", "agreed"), ("refuse", "refused")])
def test_6_the_principal_answers_once(answer: str, after: str) -> None:
    day = Day().session()
    proposal = day.proposal(mill="leased")
    day.do(Accept(by="upper-head", proposal=proposal))
    act = Instruct(by="upper-council", answer=answer, referral=referral(day), words="Because of the vote.")  # type: ignore[arg-type]
    day.do(act)
    assert standing(day, proposal, "lower-head") == after
    assert "vote" not in repr(day.heard("lower-head"))
    assert "vote" in repr(day.heard("upper-head"))
    assert day.no(act) == rules.ANSWERED


def test_6_what_lies_before_another_principal_is_not_its_own() -> None:
    day = Day().session()
    day.do(Accept(by="upper-head", proposal=day.proposal(mill="leased")))
    assert day.no(Instruct(by="lower-council", answer="confirm", referral=referral(day))) == NOT_HERE


def test_7_a_proposal_that_was_changed_is_not_confirmed_by_an_answer_to_its_earlier_form() -> None:
    day = Day().session()
    proposal = day.proposal(mill="leased")
    day.do(Accept(by="upper-head", proposal=proposal))
    first = referral(day)
    day.do(Amend(by="lower-head", proposal=proposal, package={"mill": "sold"}))
    day.do(Accept(by="upper-head", proposal=proposal))
    assert kinds(day.do(Instruct(by="upper-council", answer="confirm", referral=first))) == ["Instructed"]
    assert standing(day, proposal) == "ad referendum"
    day.do(Withdraw(by="lower-head", proposal=proposal))
    assert kinds(day.do(Instruct(by="upper-council", answer="confirm", referral=referral(day)))) == ["Instructed"]


def test_8_the_trainer_may_answer_for_a_principal() -> None:
    day = Day().session()
    day.do(Accept(by="upper-head", proposal=day.proposal(mill="leased")))
    day.do(Instruct(by=TRAINER, answer="confirm", referral=referral(day)))
    day.do(Instruct(by=TRAINER, answer="widen", party="upper", issue="mill", options=("sold",)))
    assert day.no(Instruct(by=TRAINER, answer="widen", issue="mill", options=("sold",))) == NOT_HERE


def test_what_a_head_accepts_alone_its_delegation_does_not_see() -> None:
    day = Day()
    meeting = day.do(CallCaucus(by="upper-head", caucus="heads"))[0].what.meeting  # type: ignore[attr-defined]
    day.do(Propose(by="upper-head", meeting=meeting, package={"mill": "sold"}))
    assert day.saw("Referred") == {"upper-head", "upper-council"}
