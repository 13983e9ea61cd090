"""What the named packages are known by: Pareto, symmetry, scale, independence, monotonicity; and where finite sets break them.

Nash 1950; Kalai and Smorodinsky 1975; Kalai 1977; Roth 1979, Axiomatic Models of Bargaining. Their theorems are about convex sets;
packages are finitely many points, so what may fail there is shown by an example.
"""

from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from goodoffices.bargaining import Scenario, Solution, Utility, solve
from goodoffices.bargaining.solutions import CONCEPTS

from .games import FRONTIER_PATHS, SOLVE_PATHS, forbidding, force, game, scenarios, worth
from .oracle import Oracle

F = Fraction
POSSIBLE = scenarios(parties=4).filter(lambda scenario: bool(Oracle(scenario).acceptable))
FACTORS = st.fractions(min_value=F(1, 5), max_value=7, max_denominator=5)


@pytest.fixture(params=["listed", "by the frontier"], autouse=True, scope="module")
def path(request: pytest.FixtureRequest) -> object:
    with pytest.MonkeyPatch.context() as patch:
        force(patch, SOLVE_PATHS[request.param])
        force(patch, FRONTIER_PATHS["listed" if request.param == "listed" else "merged"])
        yield request.param


def rescaled(scenario: Scenario, factors: list[Fraction], shifts: list[Fraction]) -> Scenario:
    """Each party's utilities times a factor plus a shift, no deal with them; the shift goes to the first issue."""
    first = next(iter(scenario.issues))
    utilities = {}
    for (party, utility), a, b in zip(scenario.utilities.items(), factors, shifts, strict=True):
        points = {
            issue: {o: a * utility.worth(issue, o) + (b if issue == first else 0) for o in options}
            for issue, options in scenario.issues.items()
        }
        utilities[party] = Utility(points, no_deal=a * (utility.no_deal or F(0)) + b)
    return replace(scenario, utilities=utilities)


def gains(scenario: Scenario, solution: Solution) -> list[Fraction]:
    no_deal = [u.no_deal or F(0) for u in scenario.utilities.values()]
    return [u - d for u, d in zip(solution.utilities, no_deal, strict=True)]


@given(POSSIBLE)
def test_at_least_no_deal(scenario: Scenario) -> None:
    found = solve(scenario)
    assert all(min(gains(scenario, found[concept])) >= 0 for concept in CONCEPTS)


@given(POSSIBLE)
def test_pareto(scenario: Scenario) -> None:
    """No package is better for one party and as good for all."""
    oracle, found = Oracle(scenario), solve(scenario)
    others = [oracle.fractions(one.utilities) for one in oracle.all]
    for concept in CONCEPTS:
        mine = found[concept].utilities
        assert not any(u != mine and all(a >= b for a, b in zip(u, mine, strict=True)) for u in others), concept


@given(POSSIBLE, st.randoms(use_true_random=False))
def test_the_order_of_parties_does_not_matter(scenario: Scenario, random: object) -> None:
    parties = list(scenario.parties)
    random.shuffle(parties)  # type: ignore[attr-defined]
    other = replace(scenario, utilities={party: scenario.utilities[party] for party in parties})
    found, again = solve(scenario), solve(other)
    for concept in CONCEPTS:
        one, two = found[concept], again[concept]
        assert (one.value, one.ties, one.package) == (two.value, two.ties, two.package), concept
        by_party = dict(zip(parties, two.utilities, strict=True))
        assert one.utilities == tuple(by_party[party] for party in scenario.parties)


@given(st.lists(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=3), min_size=1, max_size=3),
       st.integers(0, 6))  # fmt: skip
def test_symmetry(rows: list[list[tuple[int, int]]], no_deal: int) -> None:
    """Where each issue stands a second time with the parties' places changed, a package that is the only one treats both alike."""
    first = [[a for a, _ in row] for row in rows] + [[b for _, b in row] for row in rows]
    second = [[b for _, b in row] for row in rows] + [[a for a, _ in row] for row in rows]
    scenario = game(first, second, no_deal=[no_deal, no_deal])
    found = solve(scenario)
    assume(found.agreement_possible)
    for concept in CONCEPTS:
        one = found[concept]
        mirrored = {i: one.package[f"i{(int(i[1:]) + len(rows)) % len(first)}"] for i in scenario.issues}
        assert tuple(reversed(one.utilities)) == scenario.utility(mirrored)
        if one.ties == 1:
            assert one.package == mirrored
            assert one.utilities[0] == one.utilities[1]


@given(POSSIBLE, st.lists(FACTORS, min_size=4, max_size=4), st.lists(FACTORS, min_size=4, max_size=4))
def test_nash_and_kalai_smorodinsky_do_not_depend_on_scales(
    scenario: Scenario, factors: list[Fraction], shifts: list[Fraction]
) -> None:
    parties = len(scenario.parties)
    found, again = solve(scenario), solve(rescaled(scenario, factors[:parties], shifts[:parties]))
    one, two = found["kalai_smorodinsky"], again["kalai_smorodinsky"]
    assert (one.package, one.value, one.ties) == (two.package, two.value, two.ties)
    one, two = found["nash"], again["nash"]
    factor = F(1)
    for a in factors[:parties]:
        factor *= a
    assert two.value == factor * one.value
    if one.value > 0:
        assert (one.package, one.ties) == (two.package, two.ties)


def test_nash_depends_on_scales_where_every_product_is_zero() -> None:
    """Products over different parties cannot be compared but in their units: the rule for zero products is not scale-free."""
    scenario = game([[3, 0]], [[0, 2]])
    assert solve(scenario)["nash"].package == {"i0": "o0"}
    assert solve(rescaled(scenario, [F(1), F(2)], [F(0), F(0)]))["nash"].package == {"i0": "o1"}


@given(POSSIBLE, FACTORS, st.lists(FACTORS, min_size=4, max_size=4))
def test_egalitarian_and_utilitarian_keep_under_one_scale_for_all(
    scenario: Scenario, factor: Fraction, shifts: list[Fraction]
) -> None:
    parties = len(scenario.parties)
    found, again = solve(scenario), solve(rescaled(scenario, [factor] * parties, shifts[:parties]))
    for concept, shift in (("egalitarian", F(0)), ("utilitarian", sum(shifts[:parties]))):
        one, two = found[concept], again[concept]  # type: ignore[index]
        assert (one.package, one.ties) == (two.package, two.ties)
        assert two.value == factor * one.value + shift


def test_egalitarian_depends_on_the_scale_of_one() -> None:
    scenario = game([[4, 1]], [[1, 4]])
    found = solve(rescaled(scenario, [F(1), F(5)], [F(0), F(0)]))
    assert solve(scenario)["egalitarian"].ties == 2
    assert found["egalitarian"].package == {"i0": "o0"}
    assert found["egalitarian"].ties == 1


def dropped(scenario: Scenario, keep: dict[str, str], data: st.DataObject) -> dict[str, list[str]]:
    """Some options of each issue but the one to keep."""
    others = {i: [o for o in options if o != keep[i]] for i, options in scenario.issues.items()}
    return {i: data.draw(st.lists(st.sampled_from(o), unique=True)) for i, o in others.items() if o}


@given(POSSIBLE, st.data())
def test_independence_of_irrelevant_alternatives(scenario: Scenario, data: st.DataObject) -> None:
    """Nash (and egalitarian, utilitarian): options that were not chosen are taken away, and the choice stands."""
    found = solve(scenario)
    for concept in ("nash", "egalitarian", "utilitarian"):
        chosen = found[concept]
        again = solve(forbidding(scenario, dropped(scenario, chosen.package, data)))[concept]
        assert (again.package, again.value) == (chosen.package, chosen.value), concept
        assert again.ties is not None
        assert chosen.ties is not None
        assert again.ties <= chosen.ties


def test_kalai_smorodinsky_depends_on_alternatives_not_chosen() -> None:
    # Gains (10, 0), (4, 4), (5, 3), (0, 5): shares .4 and .8, or .5 and .6. Without the first they are .8 and .8, or 1 and .6.
    scenario = game([[10, 4, 5, 0]], [[0, 4, 3, 5]])
    assert solve(scenario)["kalai_smorodinsky"].package == {"i0": "o2"}
    assert solve(forbidding(scenario, {"i0": ["o0"]}))["kalai_smorodinsky"].utilities == worth(4, 4)


@given(POSSIBLE, st.data())
def test_kalai_smorodinsky_rises_with_what_is_possible(scenario: Scenario, data: st.DataObject) -> None:
    """What holds of monotonicity on finite sets: more packages and the same best gains, and the smallest share never falls."""
    some = forbidding(scenario, dropped(scenario, solve(scenario)["utilitarian"].package, data))
    assume(Oracle(some).acceptable and Oracle(some).best_gains == Oracle(scenario).best_gains)
    assert solve(some)["kalai_smorodinsky"].value <= solve(scenario)["kalai_smorodinsky"].value


def test_kalai_smorodinsky_is_not_monotone_for_each_party_on_finite_sets() -> None:
    """(6, 6) is added to (10, 0), (0, 10), (8, 5): no best gain changes, more is possible for the first, who falls from 8 to 6."""
    more = game([[10, 0, 8, 6]], [[0, 10, 5, 6]])
    fewer = forbidding(more, {"i0": ["o3"]})
    assert Oracle(more).best_gains == Oracle(fewer).best_gains == [10, 10]
    for best in range(11):  # the most the first can have while the second has at least so much: never less
        most = [max((one.gains[0] for one in Oracle(s).all if one.gains[1] >= best), default=0) for s in (fewer, more)]
        assert most[0] <= most[1]
    assert solve(fewer)["kalai_smorodinsky"].utilities == worth(8, 5)
    assert solve(more)["kalai_smorodinsky"].utilities == worth(6, 6)


@given(POSSIBLE, st.data())
def test_egalitarian_rises_with_what_is_possible(scenario: Scenario, data: st.DataObject) -> None:
    some = forbidding(scenario, dropped(scenario, solve(scenario)["nash"].package, data))
    assume(Oracle(some).acceptable)
    assert solve(some)["egalitarian"].value <= solve(scenario)["egalitarian"].value


@pytest.mark.slow
def test_every_scenario_of_two_issues_with_two_options_and_points_of_0_to_2() -> None:
    """A whole small world rather than samples: 6,561 scenarios, each package by each concept."""
    for a in product(range(3), repeat=4):
        for b in product(range(3), repeat=4):
            scenario = game([list(a[:2]), list(a[2:])], [list(b[:2]), list(b[2:])], no_deal=[1, 1])
            oracle, found = Oracle(scenario), solve(scenario)
            assert found.agreement_possible is bool(oracle.acceptable)
            for concept, solution in found.solutions.items():
                known = oracle.solution(concept)
                assert (solution.package, solution.value, solution.ties) == (known.package, known.value, known.ties)
