"""Positions and proposals: the rules of `rules/proposals.py`."""

from dataclasses import replace
from datetime import timedelta

import pytest

from goodoffices.proceedings import (
    Accept,
    Amend,
    CallCaucus,
    Counter,
    Propose,
    Refuse,
    TakePosition,
    Withdraw,
    outcome,
)
from goodoffices.proceedings import events as e
from goodoffices.proceedings.rules import proposals as rules
from goodoffices.proceedings.rules.turn import NOT_HERE
from goodoffices.talks.exercise import TRAINER

from .valley_talks import Day, with_charter

PARTIES = {"upper": "", "lower": ""}


def standing(day: Day, proposal: str) -> str:
    return day.state.facts.proposals[proposal].standing(PARTIES)


@pytest.mark.parametrize(
    ("package", "only_if", "why"),
    [
        ({}, {}, rules.EMPTY),
        ({}, {"mill": "closed"}, rules.EMPTY),
        ({"mill": "burnt"}, {}, NOT_HERE),
        ({"bridge": "open"}, {}, NOT_HERE),
        ({"mill": "closed"}, {"mill": "sold"}, rules.TWICE),
        ({"mill": "closed"}, {"water": "all"}, NOT_HERE),
    ],
)
def test_1_a_proposal_names_options_of_the_talks(package: dict[str, str], only_if: dict[str, str], why: str) -> None:
    act = Propose(by="upper-head", meeting="session", package=package, only_if=only_if)
    assert Day().session().no(act) == why


def test_1_so_does_a_position() -> None:
    day = Day().session()
    act = TakePosition(by="chair", meeting="session", issue="mill", option="burnt", stance="demands")
    assert day.no(act) == NOT_HERE
    day.do(
        TakePosition(by="lower-head", meeting="session", issue="mill", option="leased", stance="demands", words="Now.")
    )
    (seen,) = day.look("upper-head").facts.positions
    assert (seen.side, seen.option, seen.words) == ("lower", "leased", "Now.")


def test_8_one_answer_on_several_issues_is_several_positions_with_the_words_once() -> None:
    day = Day().session()
    act = TakePosition(
        by="lower-head", meeting="session", issue="mill", option="leased", stance="supports", words="Both.",
        also={"water": "half"},
    )  # fmt: skip
    made = day.do(act)
    assert len({event.at for event in made}) == 1
    seen = [(one.issue, one.option, one.stance, one.words) for one in day.look("upper-head").facts.positions]
    assert seen == [("mill", "leased", "supports", "Both."), ("water", "half", "supports", "")]
    assert day.no(replace(act, also={"water": "all"})) == NOT_HERE
    assert day.no(replace(act, also={"mill": "leased"})) == rules.TWICE


def test_2_who_proposes_accepts_and_a_condition_is_part_of_it() -> None:
    day = Day().session()
    day.do(Propose(by="lower-head", meeting="session", package={"mill": "closed"}, only_if={"water": "half"}))
    (proposal,) = day.state.facts.proposals
    assert day.look("lower-head").facts.proposals[proposal].answers["lower"].answer == "accept"
    day.do(Accept(by="upper-head", proposal=proposal))
    assert day.look("observer").outcome.settled == {"mill": "closed", "water": "half"}


def test_3_answers_until_it_is_over_and_the_later_counts() -> None:
    day = Day().session()
    proposal = day.proposal(mill="closed")
    assert day.look("upper-head").waiting.proposals == (proposal,)
    day.do(Refuse(by="upper-head", proposal=proposal, words="Never."))
    assert standing(day, proposal) == "refused"
    assert day.look("upper-head").waiting.proposals == ()
    day.do(Accept(by="upper-adviser", proposal=proposal))
    assert standing(day, proposal) == "agreed"
    day.do(Withdraw(by="lower-head", proposal=proposal))
    assert standing(day, proposal) == "withdrawn"
    assert day.no(Accept(by="upper-head", proposal=proposal)) == rules.OVER


def test_3_its_time_may_be_over() -> None:
    day = Day().session()
    until = day.at + timedelta(minutes=5)
    day.do(Propose(by="lower-head", meeting="session", package={"mill": "closed"}, until=until))
    (proposal,) = day.state.facts.proposals
    day.at += timedelta(minutes=5)
    assert day.no(Accept(by="upper-head", proposal=proposal)) == rules.OVER
    assert day.no(Propose(by="lower-head", meeting="session", package={"mill": "closed"}, until=until)) == rules.PAST


def test_4_the_side_that_made_it_changes_or_withdraws_it() -> None:
    day = Day().session()
    proposal = day.proposal(mill="closed")
    day.do(Accept(by="upper-head", proposal=proposal))
    day.do(Amend(by="lower-head", proposal=proposal, package={"mill": "closed", "water": "half"}))
    assert standing(day, proposal) == "open"
    assert day.no(Amend(by="upper-head", proposal=proposal, package={"mill": "closed"})) == NOT_HERE
    assert day.no(Withdraw(by="upper-head", proposal=proposal)) == NOT_HERE
    assert day.no(Accept(by="lower-head", proposal=proposal)) == rules.OWN
    day.do(Withdraw(by="lower-head", proposal=proposal))
    assert day.no(Amend(by="lower-head", proposal=proposal, package={"mill": "closed"})) == rules.OVER


def test_5_agreed_by_every_party_and_the_mediation_s_own_needs_both() -> None:
    day = Day().session()
    proposal = day.proposal("chair", mill="closed")
    day.do(Accept(by="upper-head", proposal=proposal))
    assert standing(day, proposal) == "open"
    day.do(Accept(by="lower-head", proposal=proposal))
    assert standing(day, proposal) == "agreed"


def test_5_what_one_side_alone_could_hear_is_not_agreed() -> None:
    day = Day()
    meeting = day.do(CallCaucus(by="chair", caucus="chair and side", of="upper"))[0].what.meeting  # type: ignore[attr-defined]
    day.do(Propose(by="chair", meeting=meeting, package={"mill": "closed"}))
    (proposal,) = day.state.facts.proposals
    day.do(Accept(by="upper-head", proposal=proposal))
    assert standing(day, proposal) == "open"


def test_6_a_counter_proposal_refuses_and_stands_before_the_same_seats() -> None:
    day = Day().session()
    proposal = day.proposal(mill="closed")
    refused, made = day.do(
        Counter(by="upper-head", proposal=proposal, package={"mill": "closed", "water": "two-thirds"})
    )
    assert isinstance(made.what, e.Proposed)
    assert (made.what.counters, made.what.meeting, made.to) == (proposal, "session", refused.to)
    assert standing(day, proposal) == "refused"
    assert day.no(Counter(by="upper-head", proposal=proposal, package={})) == rules.EMPTY


@pytest.mark.parametrize(
    ("partial", "package", "kind", "counts"),
    [
        (True, {"mill": "closed"}, "partial", True),
        (False, {"mill": "closed"}, "partial", False),
        (False, {"mill": "closed", "water": "half"}, "whole", True),
    ],
)
def test_7_part_of_an_agreement_counts_only_where_the_charter_says_so(
    partial: bool, package: dict[str, str], kind: str, counts: bool
) -> None:
    day = Day(with_charter(partial=partial)).session()
    day.do(Accept(by="upper-head", proposal=day.proposal(**package)))
    found = outcome(day.setting.public, day.state.of(TRAINER))
    assert (found.kind, found.counts) == (kind, counts)
