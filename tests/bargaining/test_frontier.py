"""The frontier: small nasty cases and random ones, every way the work may go, against the listing of all packages."""

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.bargaining import Frontier, Scenario, frontier
from goodoffices.bargaining.pareto.leaves import owners
from goodoffices.bargaining.pareto.listed import undominated
from tests.amount import Cases

from .games import (
    CASES,
    FRONTIER_PATHS,
    LISTED,
    drawn,
    exactly,
    force,
    game,
    known_as,
    oracle_for,
    oracle_of,
    scenarios,
    worth,
)
from .nine_digits import check_frontier_to_nine_digits
from .oracle import Oracle

F = Fraction


@pytest.fixture(params=FRONTIER_PATHS)
def path(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    force(monkeypatch, FRONTIER_PATHS[request.param])
    return str(request.param)


def check(found: Frontier, oracle: Oracle) -> None:
    """The same packages with their own utilities, each once, in the promised order; to nine digits where numbers were rounded."""
    if found.rounded:
        assert not found.exact
        check_frontier_to_nine_digits(found, Oracle(found.scenario))
        return
    points = list(found.points())
    told = [tuple(point.package.items()) for point in points]
    known = [tuple(oracle.package(one.options).items()) for one in oracle.frontier]
    assert sorted(told) == sorted(known)
    assert found.size == len(found) == len(known)
    assert found.complete
    assert found.exact
    assert found.bound == (F(0),) * len(found.scenario.parties)
    assert all(point.utilities == found.scenario.utility(point.package) for point in points)
    one_by_package = dict(zip(known, oracle.frontier, strict=True))
    utilities = [one_by_package[package].utilities for package in told]
    assert all(a >= b for a, b in pairwise(utilities))
    assert [point.alike for point in points] == [utilities.count(u) for u in utilities]
    if all(len(block.issues) == 1 for block in found.scenario.blocks):  # then equal ones are in the order of the file
        place = [one_by_package[package].options for package in told]
        assert all(a < b for (u, a), (v, b) in pairwise(zip(utilities, place, strict=True)) if u == v)


@pytest.mark.parametrize("name", CASES)
def test_named_cases(path: str, name: str) -> None:
    check(frontier(CASES[name]), oracle_for(CASES[name], path))


def test_a_frontier_known_by_hand(path: str) -> None:
    # Two issues to divide: who gets what he holds dearer, or everything to one.
    scenario = game([[6, 0], [4, 0]], [[0, 3], [0, 7]])
    found = frontier(scenario)
    assert [p.utilities for p in found.points()] == [worth(10, 0), worth(6, 7), worth(0, 10)]
    assert [tuple(p.package.values()) for p in found.points()] == [("o0", "o0"), ("o0", "o1"), ("o1", "o1")]


def test_points_gives_as_many_as_asked(path: str) -> None:
    found = frontier(CASES["constant sum"])
    assert len(list(found.points(5))) == 5
    assert list(found.points(5)) == list(found.points())[:5]
    assert list(found.points(0)) == []


def test_nothing_acceptable_is_an_empty_frontier(path: str) -> None:
    found = frontier(CASES["no agreement"])
    assert (len(found), list(found.points()), found.exact) == (0, [], True)


@pytest.mark.parametrize("name", ["constant sum", "duplicates of packages", "all zero", "many options"])
def test_each_vector_stands_once(path: str, name: str) -> None:
    sums = [tuple(row) for row in frontier(CASES[name]).sums.tolist()]
    assert len(set(sums)) == len(sums)


@given(scenarios(parties=5))
def test_small_scenarios(scenario: Scenario) -> None:
    for path in FRONTIER_PATHS.values():
        with pytest.MonkeyPatch.context() as patch:
            force(patch, path)
            check(frontier(scenario), oracle_of(scenario))


def check_all_ways(number: int) -> None:
    scenario, oracle = drawn(number)
    for name, way in FRONTIER_PATHS.items():
        with pytest.MonkeyPatch.context() as patch, known_as(f"random_scenario({number}), {name}"):
            force(patch, way)
            check(frontier(scenario), exactly(number) if name == LISTED else oracle)


def test_random_scenarios(cases: Cases) -> None:
    for number in range(cases(quick=25, ci=300)):
        check_all_ways(number)


@pytest.mark.slow
@pytest.mark.parametrize("first", range(300, 5_400, 300))
def test_thousands_of_random_scenarios(first: int) -> None:
    for number in range(first, first + 300):
        check_all_ways(number)


def test_more_packages_than_can_be_listed() -> None:
    # 5^50 packages, constant sum: each sum of the first party's once, and every package on the frontier.
    scenario = game([[0, 1, 2, 3, 4]] * 50, [[4, 3, 2, 1, 0]] * 50)
    found = frontier(scenario)
    assert found.exact
    assert found.sums.tolist() == [[n, 200 - n] for n in range(200, -1, -1)]
    assert found.size == scenario.packages == 5**50
    with pytest.raises(OverflowError):
        len(found)


@pytest.mark.parametrize("parties", [3, 4, 5])
def test_many_packages_of_few_vectors(parties: int) -> None:
    # Each party wants every issue its own way: a vector says how many issues go each way, 3^12 packages share 91 vectors.
    rows = [[[int(p == o) for o in range(3)] for _ in range(12)] for p in range(parties)]
    found = frontier(game(*rows))
    assert found.exact
    assert found.size == 3**12
    assert len(found.sums) == 91


# The kernel for four parties and more, by itself: more points than a leaf, than a group, than threads begin at.


@pytest.mark.parametrize("parties", [1, 2, 3, 4, 5, 8])
@pytest.mark.parametrize("most", [2, 6, 1_000_000])
@pytest.mark.parametrize("n", [1, 7, 60, 900, 6_000])
def test_owners_against_pairwise_comparison(parties: int, most: int, n: int) -> None:
    points = np.random.default_rng([parties, most, n]).integers(-most, most, (n, parties))
    if most > 1_000:
        points -= points.mean(axis=1, dtype=int)[:, None]  # near a plane, where few are dominated
    found = owners(points)
    for row in range(0, n, max(1, n // 300)):
        equal = np.flatnonzero((points == points[row]).all(axis=1))
        above = ((points >= points[row]).all(axis=1) & (points > points[row]).any(axis=1)).any()
        assert found[row] == (-1 if above else equal[0])


@pytest.mark.parametrize("parties", [1, 2, 3, 4, 6])
@pytest.mark.parametrize("most", [2, 6, 10**6, 10**30])
@pytest.mark.parametrize("n", [1, 7, 300, 1_500])
def test_listed_against_pairwise_comparison(parties: int, most: int, n: int) -> None:
    """More than one part, more than is compared at a time, and numbers of any size."""
    small = np.random.default_rng([parties, n]).integers(-most if most < 10**30 else -3, min(most, 10**6), (n, parties))
    if most == 10**6:
        small -= small.mean(axis=1, dtype=int)[:, None]  # near a plane, where few are dominated
    points = small.astype(object) * 10**30 if most == 10**30 else small
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("goodoffices.bargaining.pareto.listed._CACHED", 100)
        found = set(undominated(points).tolist())
    for row in range(0, n, max(1, n // 200)):
        above = ((small >= small[row]).all(axis=1) & (small > small[row]).any(axis=1)).any()
        assert (row in found) is not bool(above)


@given(st.lists(st.tuples(*[st.integers(0, 3)] * 4), max_size=40))
def test_undominated_against_pairwise_comparison(rows: list[tuple[int, ...]]) -> None:
    points = np.array(rows, np.int64).reshape(-1, 4)
    known = [
        n
        for n, x in enumerate(rows)
        if not any(y != x and all(b >= a for a, b in zip(x, y, strict=True)) for y in rows)
    ]
    assert undominated(points).tolist() == known
    assert np.flatnonzero(owners(points) >= 0).tolist() == known
