"""The grid: nothing is rounded where numbers allow it; else each option by less than half a step of 2^-40 of the maximum."""

from fractions import Fraction
from math import lcm

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.bargaining import Scenario
from goodoffices.bargaining.grid import EXACT, FINE, grid
from goodoffices.errors import DataError
from tests.amount import Cases

from .games import CASES, game, random_scenario, worth

F = Fraction


def check(scenario: Scenario) -> None:
    found = scenario.grid
    for p, utility in enumerate(scenario.utilities.values()):
        worths = [utility.worth(i, o) for i, options in scenario.issues.items() for o in options]
        step = found.steps[p]
        assert step > 0
        told = [v * step for v in found.values[:, p].tolist()]
        if found.exact[p]:
            assert told == worths
            assert step == F(1, lcm(*(w.denominator for w in worths), (utility.no_deal or F(0)).denominator))
        else:
            largest = sum(max(abs(utility.worth(i, o)) for o in options) for i, options in scenario.issues.items())
            assert step == F(largest or abs(utility.no_deal or F(0)) or 1, FINE)
            assert all(abs(t - w) <= step / 2 for t, w in zip(told, worths, strict=True))
        assert found.hair[p] == (0 if found.exact[p] else len(scenario.issues) // 2 + 1)
        assert np.abs(found.values[:, p]).max() <= EXACT


@pytest.mark.parametrize("name", CASES)
def test_named_cases(name: str) -> None:
    check(CASES[name])


def test_random_scenarios(cases: Cases) -> None:
    kinds = set()
    for number in range(cases(quick=40, ci=1_000)):
        scenario = random_scenario(number)
        check(scenario)
        kinds |= set(scenario.grid.exact)
    assert kinds == {True, False}


@pytest.mark.parametrize(
    ("name", "exact"),
    [("constant sum", True), ("tenths", True), ("thirds and sevenths", True), ("negative points", True), ("all zero", True),
     ("huge and real", False), ("tiny", False), ("no small denominator", False)],
)  # fmt: skip
def test_what_is_exact(name: str, exact: bool) -> None:
    assert set(CASES[name].grid.exact) == {exact}


def test_tenths_are_equal_however_they_are_added() -> None:
    # As floats .1 + .2 is not .3.
    values = game([[0.1, 0.3], [0.2, 0]]).grid.values[:, 0]
    assert values[0] + values[2] == values[1] + values[3]


def test_one_party_that_has_to_be_rounded_does_not_touch_the_others() -> None:
    found = game([[1, 2]], [[F(1, 10**18 + 9), 1]]).grid
    assert found.exact == (True, False)
    assert found.steps[0] == 1


@pytest.mark.parametrize("no_deal", [10**6, -(10**6), F(10**6, 3**40), F(-(10**6), 3**40), F(10**6) + F(1, 3**40)])
def test_no_deal_that_is_far_away_is_where_it_is(no_deal: Fraction) -> None:
    found = game([[1, 2], [0, 3]], no_deal=[no_deal]).grid
    sums = found.values[:2, 0][:, None] + found.values[2:, 0][None, :]
    assert ((sums >= found.no_deal[0]) == (no_deal <= 1)).all() or 0 < no_deal < 5
    assert abs(int(found.no_deal[0]) * found.steps[0] - no_deal) <= found.steps[0] / 2


@pytest.mark.parametrize("no_deal", [10**40, -(10**40), F(10**40, 3)])
def test_no_deal_in_another_unit_than_the_points_is_a_mistake(no_deal: Fraction) -> None:
    with pytest.raises(DataError, match="a no deal of b"):
        _ = game([[1, 2]], [[1, 2]], no_deal=[0, no_deal]).grid


@given(
    st.lists(st.fractions(max_denominator=10**6), min_size=2, max_size=6),
    st.fractions(min_value=-10, max_value=10, max_denominator=50),
)
def test_order_and_equality_of_options_are_kept(worths: list[Fraction], no_deal: Fraction) -> None:
    """One issue: whether an option is as good as no deal, or as another, is the same on an exact grid."""
    found = grid([worths], [len(worths)], [no_deal])
    values, least = found.values[:, 0].tolist(), int(found.no_deal[0])
    if found.exact[0]:
        assert [v >= least for v in values] == [w >= no_deal for w in worths]
        assert [[a > b for a in values] for b in values] == [[a > b for a in worths] for b in worths]
    else:
        assert all(
            a >= b for a, w in zip(values, worths, strict=True) for b, x in zip(values, worths, strict=True) if w >= x
        )


def test_utility_is_sums_times_steps_as_plain_fractions() -> None:
    found = game([[F(1, 2), 3]], [[1, F(1, 7)]]).grid
    told = found.utility(np.array([6, 1]))
    assert told == worth(3, F(1, 7))
    assert all(type(u) is Fraction for u in told)
