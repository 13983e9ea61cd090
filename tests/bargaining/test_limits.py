"""Work that a limit ends: what is told then still holds, against the listing of all packages; and it ends in time."""

from fractions import Fraction
from importlib import import_module
from random import Random
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.bargaining import Frontier, Scenario, Solutions, frontier, solve
from tests.amount import Cases

from .games import (
    BARGAINING,
    FRONTIER_PATHS,
    LISTED,
    SOLVE_PATHS,
    Path,
    drawn,
    exactly,
    force,
    game,
    known_as,
    link,
    oracle_of,
    scenarios,
)
from .oracle import Oracle

F = Fraction
STRICT: Path = {"pareto.merge:_LEAST": 1}
"""Lets a level shrink to one state: small scenarios are then cut, too."""
TOO_NARROW: Path = SOLVE_PATHS["by search"] | STRICT | {"solutions.search:_WIDTHS": (1, 2)}
"""Searches that end before anything is proven, but for what a bound proves."""


def check_frontier(found: Frontier, oracle: Oracle) -> None:
    """Real packages only; and none of the true frontier is above all of them by more than the bound."""
    packages = {tuple(oracle.package(one.options).items()): one for one in oracle.acceptable}
    points = list(found.points())
    assert len({tuple(point.package.items()) for point in points}) == len(points) == found.size
    for point in points:
        assert tuple(point.package.items()) in packages
        assert point.utilities == found.scenario.utility(point.package)
    if found.bound is None:
        assert not points
        assert not found.exact
        return
    assert min(found.bound) >= 0
    assert not found.complete or found.bound == (F(0),) * len(found.bound)
    assert found.exact is (found.complete and not found.rounded)
    assert oracle.covers([found.grid.utility(row) for row in found.sums.tolist()], found.bound)
    if found.complete:
        assert len(points) == len(oracle.frontier)


def check_solve(found: Solutions, oracle: Oracle) -> None:
    """What is told of each package holds, and no package is above the bound."""
    assert found.agreement_possible in (None, bool(oracle.acceptable))
    packages = {tuple(oracle.package(one.options).items()): one for one in oracle.all}
    for concept, solution in found.solutions.items():
        one = packages[tuple(solution.package.items())]
        best = oracle.solution(concept)
        assert min(one.gains) >= 0
        assert solution.utilities == found.scenario.utility(solution.package)
        assert solution.rounded is found.rounded
        if found.rounded:  # the oracle's numbers are those of the grid, and what is told are the scenario's own
            assert not solution.proven
            continue
        told = (concept, oracle.value(concept, one))
        if solution.proven or concept != "kalai_smorodinsky":
            assert (concept, solution.value) == told
        # Where a party's best gain is not proven, what is told are shares of the most that it can be.
        assert (concept, solution.value) <= told
        assert solution.value <= best.value
        assert solution.bound is None or best.value <= solution.bound
        if solution.proven:
            assert (solution.value, solution.package, solution.bound) == (best.value, best.package, best.value)
            assert solution.ties in (None, best.ties)
    if found.closest is not None:
        assert not found.agreement_possible
        one = packages[tuple(found.closest.package.items())]
        assert found.closest.utilities == found.scenario.utility(found.closest.package)
        least = oracle.shortfall(oracle.closest)
        assert oracle.shortfall(one) >= least
        assert not found.closest.proven or oracle.shortfall(one) == least


@pytest.mark.parametrize("most", [1, 2, 3, 5, 17, 40])
@pytest.mark.parametrize("way", [*FRONTIER_PATHS])
@pytest.mark.parametrize("strict", [True, False])
def test_few_points(most: int, way: str, strict: bool, cases: Cases, monkeypatch: pytest.MonkeyPatch) -> None:
    force(monkeypatch, FRONTIER_PATHS[way])
    if strict:
        force(monkeypatch, STRICT)
    for number in range(cases(quick=15, ci=200)):
        scenario, oracle = drawn(number)
        with known_as(f"random_scenario({number})"):
            found = frontier(scenario, max_points=most)
            assert len(found.sums) <= most
            check_frontier(found, exactly(number) if way == LISTED else oracle)


@pytest.mark.parametrize("strict", [True, False])
def test_no_time_for_the_frontier(strict: bool, cases: Cases, monkeypatch: pytest.MonkeyPatch) -> None:
    force(monkeypatch, FRONTIER_PATHS["level by level"])
    if strict:
        force(monkeypatch, STRICT)
    for number in range(cases(quick=30, ci=400)):
        scenario, oracle = drawn(number)
        with known_as(f"random_scenario({number})"):
            check_frontier(frontier(scenario, deadline=0), oracle)


@given(scenarios(parties=5), st.integers(1, 12), st.sampled_from([0.0, 60.0]))
def test_small_frontiers_with_limits(scenario: Scenario, most: int, deadline: float) -> None:
    with pytest.MonkeyPatch.context() as patch:
        force(patch, FRONTIER_PATHS["level by level"] | STRICT)
        check_frontier(frontier(scenario, deadline, most), oracle_of(scenario))


@pytest.mark.slow
@pytest.mark.parametrize("first", range(1_000, 4_000, 500))
def test_thousands_of_frontiers_with_limits(first: int, monkeypatch: pytest.MonkeyPatch) -> None:
    force(monkeypatch, FRONTIER_PATHS["merged"] | STRICT)
    for number in range(first, first + 500):
        scenario, oracle = drawn(number)
        with known_as(f"random_scenario({number})"):
            check_frontier(frontier(scenario, max_points=1 + number % 20), oracle)


@pytest.mark.parametrize("parties", [2, 3, 4])
def test_the_bound_of_a_frontier_that_is_known(parties: int) -> None:
    """Ten issues, each to be given to one party: the whole frontier, exact, against a coarse one."""
    random = Random(parties)
    rows = [
        [[random.randint(1, 30) * (p == o) for o in range(parties)] for _ in range(10 if parties < 4 else 7)]
        for p in range(parties)
    ]
    scenario = game(*rows)
    whole, coarse = frontier(scenario), frontier(scenario, max_points=12)
    assert whole.exact
    assert not coarse.exact
    assert 0 < len(coarse.sums) <= 12
    assert coarse.bound is not None
    points = [point.utilities for point in coarse.points()]
    for true in whole.points():
        assert any(all(t - u <= b for t, u, b in zip(true.utilities, one, coarse.bound, strict=True)) for one in points)


def test_no_width_to_search(cases: Cases, monkeypatch: pytest.MonkeyPatch) -> None:
    force(monkeypatch, TOO_NARROW)
    for number in range(cases(quick=15, ci=200)):
        scenario, oracle = drawn(number)
        with known_as(f"random_scenario({number})"):
            check_solve(solve(scenario), oracle)


@pytest.mark.parametrize("deadline", [0.0, 0.002])
@pytest.mark.parametrize("way", ["by the frontier", "by search", "by narrow search"])
def test_no_time_to_solve(deadline: float, way: str, cases: Cases, monkeypatch: pytest.MonkeyPatch) -> None:
    force(monkeypatch, SOLVE_PATHS[way])
    for number in range(cases(quick=15, ci=200)):
        scenario, oracle = drawn(number)
        with known_as(f"random_scenario({number})"):
            check_solve(solve(scenario, deadline=deadline), oracle)


@given(scenarios(parties=5))
def test_small_scenarios_and_no_width_to_search(scenario: Scenario) -> None:
    with pytest.MonkeyPatch.context() as patch:
        force(patch, TOO_NARROW)
        check_solve(solve(scenario, deadline=30), oracle_of(scenario))


def large(parties: int, issues: int, options: int, links: bool = False) -> Scenario:
    random = Random(parties * 1_000 + issues)
    rows = [[[random.randint(0, 100) for _ in range(options)] for _ in range(issues)] for _ in range(parties)]
    if links:
        pairs = tuple(link({i: [0]}, {i + 1: [1, 2]}) for i in range(0, issues - 1, 4))
        return game(*rows, links=pairs)
    return game(*rows)


LARGE = [(10, 100, 5, False), (10, 100, 5, True), (5, 60, 4, False), (3, 100, 10, False), (10, 12, 40, False)]


@pytest.mark.slow
@pytest.mark.parametrize(("parties", "issues", "options", "links"), LARGE)
def test_many_parties_and_issues_end_in_time(parties: int, issues: int, options: int, links: bool) -> None:
    """A generous factor: the machine may be busy; kernels are compiled before."""
    scenario = large(parties, issues, options, links)
    small = large(parties, 4, 6)
    frontier(small)
    solve(small, deadline=1)
    for deadline in (1.0, 5.0):
        began = monotonic()
        front = frontier(scenario, deadline=deadline)
        assert monotonic() - began < 3 * deadline + 3
        assert front.bound is not None
        assert front.size > 0
        began = monotonic()
        found = solve(scenario, deadline=deadline)
        assert monotonic() - began < 3 * deadline + 3
        assert found.agreement_possible
        for concept, solution in found.solutions.items():
            assert solution.utilities == scenario.utility(solution.package)
            assert solution.bound is None or solution.value <= solution.bound, concept
        assert {"nash", "egalitarian", "utilitarian"} <= set(found.solutions)
        # Both are about the same packages: none on the frontier is above a bound of the sum.
        bound = found["utilitarian"].bound
        assert bound is not None
        assert all(sum(point.utilities) <= bound for point in front.points(200))


def test_the_constants_that_the_tests_turn_are_there() -> None:
    for path in (*FRONTIER_PATHS.values(), *SOLVE_PATHS.values(), STRICT):
        for place in path:
            module, name = place.split(":")
            assert hasattr(import_module(f"{BARGAINING}.{module}"), name)
