"""The named packages: small nasty cases and random ones, every way the work may go, against the listing of all packages."""

from fractions import Fraction

import pytest
from hypothesis import given

from goodoffices.bargaining import Scenario, Solution, Solutions, solve
from goodoffices.bargaining.solutions import CONCEPTS
from goodoffices.errors import DataError
from tests.amount import Cases

from .games import (
    CASES,
    LISTED,
    SOLVE_PATHS,
    drawn,
    exactly,
    force,
    game,
    known_as,
    link,
    oracle_for,
    oracle_of,
    scenarios,
    worth,
)
from .nine_digits import check_solutions_to_nine_digits
from .oracle import Oracle

F = Fraction


@pytest.fixture(params=SOLVE_PATHS)
def path(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    force(monkeypatch, SOLVE_PATHS[request.param])
    return str(request.param)


def check(found: Solutions, oracle: Oracle) -> None:
    """The same package, value and number of ties for each concept, all proven; or the closest package."""
    if found.rounded:
        assert not any(one.proven for one in found.solutions.values())
        assert found.closest is None or not found.closest.proven
        check_solutions_to_nine_digits(found, Oracle(found.scenario))
        return
    assert found.agreement_possible is bool(oracle.acceptable)
    if not oracle.acceptable:
        check_closest(found, oracle)
        return
    assert found.closest is None
    assert tuple(found.solutions) == CONCEPTS
    for concept, solution in found.solutions.items():
        check_solution(found, solution, oracle, concept)


def check_solution(found: Solutions, solution: Solution, oracle: Oracle, concept: str) -> None:
    known = oracle.solution(concept)
    assert (concept, solution.package) == (concept, known.package)
    assert solution.utilities == found.scenario.utility(solution.package)
    assert (concept, solution.bound, solution.complete) == (concept, solution.value, True)
    assert (solution.proven, solution.rounded) == (True, False)
    assert (concept, solution.ties) in ((concept, known.ties), (concept, None))
    assert (concept, solution.value, solution.utilities) == (concept, known.value, known.utilities)


def check_closest(found: Solutions, oracle: Oracle) -> None:
    """A package of the scenario whose largest shortfall is the smallest."""
    assert not found.solutions
    closest = found.closest
    assert closest is not None
    assert closest.proven
    (one,) = (one for one in oracle.all if oracle.package(one.options) == closest.package)
    assert closest.utilities == found.scenario.utility(closest.package)
    assert oracle.shortfall(one) == oracle.shortfall(oracle.closest)
    no_deal = [u.no_deal or F(0) for u in found.scenario.utilities.values()]
    short = [max(F(0), d - u) for d, u in zip(no_deal, closest.utilities, strict=True)]
    assert closest.shortfalls == tuple(short)
    assert closest.shortfall == max(short)


@pytest.mark.parametrize("name", CASES)
def test_named_cases(path: str, name: str) -> None:
    check(solve(CASES[name]), oracle_for(CASES[name], path))


def test_known_by_hand(path: str) -> None:
    # Packages (10, 0), (6, 2), (0, 3): products 0, 12, 0; ratios to 10 and 3: .6 and .67.
    found = solve(game([[10, 6, 0]], [[0, 2, 3]]))
    assert {concept: str(found[concept].value) for concept in CONCEPTS} == {
        "nash": "12", "egalitarian": "2", "kalai_smorodinsky": "3/5", "utilitarian": "10",
    }  # fmt: skip
    assert [found[concept].package["i0"] for concept in CONCEPTS] == ["o1", "o1", "o1", "o0"]
    assert [found[concept].ties for concept in CONCEPTS] == [1, 1, 1, 1]


def test_two_losses_are_no_gain(path: str) -> None:
    # Of the gains (-2, -3, 9) two multiplied make a win of 54; the only package acceptable to all has the product 0.
    found = solve(CASES["two losses are no gain"])
    assert [found[concept].package for concept in CONCEPTS] == [{"i0": "o1"}] * 4
    assert found["nash"].value == 0


def test_every_product_zero_takes_most_who_gain_then_their_product(path: str) -> None:
    found = solve(game([[4, 0, 3, 1]], [[0, 4, 3, 9]], [[2, 3, 0, 0]], [[0, 0, 0, 0]]))
    assert found["nash"].package == {"i0": "o1"}  # 4 x 3 before 4 x 2, 3 x 3 and 1 x 9
    assert found["nash"].value == 0


def test_products_over_different_parties_are_compared_in_utilities(path: str) -> None:
    # 3/2 for the one or 2 for the other: 2 is more, though it is 2 steps of 1 on its grid and 3/2 are 3 steps of 1/2.
    found = solve(game([[F(3, 2), 0]], [[0, 2]]))
    assert found["nash"].package == {"i0": "o1"}
    assert found["nash"].ties == 1


def test_leximin_goes_on_after_the_smallest(path: str) -> None:
    found = solve(CASES["leximin decides"])
    assert found["egalitarian"].utilities == worth(1, 3, 5)
    assert found["egalitarian"].value == 1


def test_who_can_gain_nothing_is_left_out_of_the_ratios(path: str) -> None:
    found = solve(CASES["a party that can gain nothing"])
    assert found["kalai_smorodinsky"].value == 1
    assert found["kalai_smorodinsky"].utilities == worth(5, 2)


def test_a_small_party_is_not_lost_beside_large_numbers(path: str) -> None:
    # Money in units against points: the smallest gain is the points', 2 rather than 1.
    for name in ("money against points", "money against points, larger"):
        found = solve(CASES[name])
        assert found["egalitarian"].value == oracle_of(CASES[name]).solution("egalitarian").value


@pytest.mark.parametrize("largest", [10**300, 10**400])
def test_numbers_of_any_size(path: str, largest: int) -> None:
    scenario = game([[largest, 0, largest // 3], [0, largest]], [[0, largest, largest // 2], [1, 0]])
    check(solve(scenario), oracle_for(scenario, path))


@pytest.mark.parametrize("party", [1e308, 1.7e308])
def test_floats_near_their_end(path: str, party: float) -> None:
    scenario = game([[party, 0], [0, party]], [[0, party], [party, 0]], [[party, party], [0, party]])
    check(solve(scenario), oracle_for(scenario, path))


def test_scales_that_cannot_be_compared_are_a_mistake_or_give_the_answer(path: str) -> None:
    scenario = game([[1e300, 3e299], [0, 1]], [[2.5e-300, 0.0], [0.0, 1e-300]])
    try:
        found = solve(scenario)
    except DataError as error:
        assert path != "listed"
        assert "scales that can be compared" in str(error)  # noqa: PT017 - either is right
    else:
        check(found, oracle_for(scenario, path))


def test_of_ties_the_first_in_the_file_where_links_interleave(path: str) -> None:
    """A link ties the first and the last issue: packages come block by block, and more than 10,000 are equal."""
    nothing = [[0, 0]] * 14
    first: list = [[0, 0], [0, 1], *nothing, [0, 1]]
    second: list = [[0, 0], [1, 0], *nothing, [1, 0]]
    found = solve(game(first, second, links=(link({0: [1], 16: [1]}),)))
    # (1, 1) by the last issue's option 1 and the second's option 0 comes first; all others as they stand first.
    assert found["nash"].utilities == worth(1, 1)
    assert [n for n, option in enumerate(found["nash"].package.values()) if option == "o1"] == [16]
    assert found["nash"].ties == 3 * 2**14


@given(scenarios(parties=5))
def test_small_scenarios(scenario: Scenario) -> None:
    for name in ("listed", "by the frontier"):
        with pytest.MonkeyPatch.context() as patch:
            force(patch, SOLVE_PATHS[name])
            check(solve(scenario), oracle_of(scenario))


@given(scenarios(parties=5))
def test_small_scenarios_by_search(scenario: Scenario) -> None:
    for name in ("by search", "by narrow search"):
        with pytest.MonkeyPatch.context() as patch:
            force(patch, SOLVE_PATHS[name])
            check(solve(scenario), oracle_of(scenario))


def check_all_ways(number: int) -> None:
    scenario, oracle = drawn(number)
    for name, way in SOLVE_PATHS.items():
        with pytest.MonkeyPatch.context() as patch, known_as(f"random_scenario({number}), {name}"):
            force(patch, way)
            check(solve(scenario), exactly(number) if name == LISTED else oracle)


def test_random_scenarios(cases: Cases) -> None:
    for number in range(cases(quick=25, ci=300)):
        check_all_ways(number)


@pytest.mark.slow
@pytest.mark.parametrize("first", range(300, 5_400, 300))
def test_thousands_of_random_scenarios(first: int) -> None:
    for number in range(first, first + 300):
        check_all_ways(number)
