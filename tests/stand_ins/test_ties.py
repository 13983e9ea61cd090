"""What cannot be had without something else: programs propose nothing that breaks a tie, and read none into what is left open."""

from functools import cache
from pathlib import Path

import pytest

from goodoffices.case import read_case
from goodoffices.case.held import setting_of
from goodoffices.proceedings import Package, Setting
from goodoffices.stand_ins import Day, hold_day
from goodoffices.talks import Link, broken

FEE = Link(if_={"water": ("most", "all")}, then={"fee": ("yearly", "volume")})
NEVER = Link(if_={"mill": ("sold",), "ford": ("open",)}, then={})


@pytest.mark.parametrize(
    ("package", "breaks"),
    [
        ({"water": "most", "fee": "none"}, FEE),
        ({"water": "all", "fee": "none", "mill": "sold"}, FEE),
        ({"water": "most", "fee": "yearly"}, None),
        ({"water": "half", "fee": "none"}, None),
        ({"water": "most"}, None),
        ({"fee": "none"}, None),
        ({}, None),
        ({"mill": "sold", "ford": "open"}, NEVER),
        ({"mill": "sold"}, None),
    ],
)
def test_a_package_breaks_a_tie_where_it_answers_all_of_it(package: Package, breaks: Link | None) -> None:
    assert broken((FEE, NEVER), package) == breaks


@cache
def valleys() -> Setting:
    return setting_of(read_case(Path(__file__).resolve().parents[2] / "examples" / "two-valleys"))


@cache
def day(seed: int) -> Day:
    return hold_day(valleys(), seed=seed)


@pytest.mark.parametrize("seed", [2, 7, *(pytest.param(n, marks=pytest.mark.slow) for n in range(8, 20))])
def test_no_proposal_of_a_program_breaks_a_tie(seed: int) -> None:
    ties, facts = valleys().public.ties, day(seed).state.facts
    assert len(ties) == 3
    assert len(facts.proposals) > 5
    assert [one.whole for one in facts.proposals.values() if broken(ties, one.whole)] == []
