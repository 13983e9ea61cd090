"""What cannot be had together: the rules of `rules/ties.py`, for whoever proposes."""

from dataclasses import replace

import pytest

from goodoffices.proceedings import Accept, Amend, Counter, Propose
from goodoffices.proceedings.rules.ties import APART, MEND
from goodoffices.proceedings.setting import Setting
from goodoffices.talks import Link

from .valley_talks import EXERCISE, TALKS, Day

WITH = Link(if_={"mill": ("sold",)}, then={"water": ("two-thirds",)})
NEVER = Link(if_={"mill": ("sold", "leased"), "water": ("half",)}, then={})
OF_THE_TEAM = Link(if_={"mill": ("closed",)}, then={"water": ("half",)}, readers=("team",))
BOTH = {"mill": "sold", "water": "half"}


def tied(*ties: Link) -> Day:
    """The session of a day on which these ties hold."""
    day = Day(begun=False)
    day.setting = Setting.of(replace(TALKS, links=ties), EXERCISE)
    day.state = replace(day.state, setting=day.setting)
    again = Day()
    for event in again.events:
        day.state = day.state.after(event)
    day.at, day.events = again.at, again.events
    return day.session()


@pytest.mark.parametrize(("package", "only_if"), [(BOTH, {}), ({"mill": "sold"}, {"water": "half"})])
def test_1_a_proposal_that_breaks_a_tie_is_not_put_on_the_table(
    package: dict[str, str], only_if: dict[str, str]
) -> None:
    day = tied(WITH)
    assert day.no(Propose(by="lower-head", meeting="session", package=package, only_if=only_if)).startswith(APART)
    assert day.no(Propose(by="chair", meeting="session", package=package, only_if=only_if)).startswith(APART)
    proposal = day.proposal(mill="sold", water="two-thirds")
    assert day.no(Amend(by="lower-head", proposal=proposal, package=package, only_if=only_if)).startswith(APART)
    assert day.no(Counter(by="upper-head", proposal=proposal, package=package, only_if=only_if)).startswith(APART)
    assert len(day.state.facts.proposals) == 1
    day.do(Accept(by="upper-head", proposal=proposal))
    assert day.look("chair").outcome.kind == "whole"


def test_1_a_tie_that_only_the_team_may_read_refuses_nothing() -> None:
    """A refusal would tell of it."""
    day = tied(OF_THE_TEAM)
    day.proposal(mill="closed", water="two-thirds")


def test_2_what_is_left_open_breaks_none() -> None:
    day = tied(WITH, NEVER)
    for package in ({"mill": "sold"}, {"water": "half"}, {"mill": "closed", "water": "half"}):
        day.do(Propose(by="lower-head", meeting="session", package=package))


def test_3_every_broken_tie_is_named() -> None:
    day = tied(WITH, NEVER)
    first = "Mill at Hask: sold, only with Summer water: two thirds"
    second = "Not together: Mill at Hask: sold or leased and Summer water: half"
    assert day.no(Propose(by="lower-head", meeting="session", package=BOTH)) == f"{APART} {first}. {second}. {MEND}"
    leased = {"mill": "leased", "water": "half"}
    assert day.no(Propose(by="lower-head", meeting="session", package=leased)) == f"{APART} {second}. {MEND}"
