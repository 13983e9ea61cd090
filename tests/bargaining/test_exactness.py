"""Numbers of 16 digits, of any size, a hair apart: with few packages every answer is the exact one, against an oracle in fractions.

With many packages answers are exact where 64 bits have room, and elsewhere nothing calls itself exact or proven.
"""

import json
import re
from ast import literal_eval
from fractions import Fraction
from pathlib import Path

import pytest
from typer.testing import CliRunner

from goodoffices.bargaining import Frontier, Scenario, Solutions, frontier, solve
from goodoffices.bargaining.formats import case_files, read_scenario
from goodoffices.bargaining.pareto.data import data as frontier_data
from goodoffices.bargaining.solutions import CONCEPTS
from goodoffices.bargaining.solutions.data import data as solutions_data
from goodoffices.bargaining.solutions.words import sentences, verdict
from goodoffices.cli import app

from .games import FRONTIER_PATHS, LISTED, SOLVE_PATHS, chosen, force, game, known_as, weighted
from .nine_digits import check_frontier_to_nine_digits, check_solutions_to_nine_digits
from .oracle import Oracle
from .printed import closest_of, printed_scenario

F = Fraction
THIRD, TWO_THIRDS = F("0.3333333333333333"), F("0.6666666666666666")


def check(scenario: Scenario) -> None:
    """All answers are those of the oracle, to the last digit, and call themselves exact."""
    oracle = Oracle(scenario)
    check_frontier(frontier(scenario), oracle)
    check_solutions(solve(scenario), oracle)


def check_frontier(found: Frontier, oracle: Oracle) -> None:
    told = [(tuple(point.package.items()), point.utilities) for point in found.points()]
    known = [(tuple(oracle.package(one.options).items()), oracle.fractions(one.utilities)) for one in oracle.frontier]
    assert sorted(told) == sorted(known)
    assert found.exact
    gains = bool(oracle.acceptable) and not any(oracle.best_gains)
    assert found.nobody_gains is gains


def check_solutions(found: Solutions, oracle: Oracle) -> None:
    assert not found.rounded
    assert found.agreement_possible is bool(oracle.acceptable)
    if not oracle.acceptable:
        assert found.closest is not None
        assert found.closest.proven
        assert found.closest.package == oracle.package(closest_of(oracle).options)
        assert found.closest.shortfall == oracle.shortfall(oracle.closest)
        return
    assert found.nobody_gains is not any(oracle.best_gains)
    for concept in CONCEPTS:
        one, known = found[concept], oracle.solution(concept)
        assert (concept, one.package, one.utilities) == (concept, known.package, known.utilities)
        assert (concept, one.value, one.ties, one.proven) == (concept, known.value, known.ties, True)


CASES: dict[str, Scenario] = {
    "a third and two thirds": weighted(
        chosen([[1, 0, 0], [0, 1, 0]], [THIRD, TWO_THIRDS], 0), chosen([[0, 1, 2], [1, 1, 0]], [THIRD, TWO_THIRDS], THIRD)
    ),
    "three thirds are less than one": weighted(
        chosen([[1, 0]] * 3, [THIRD] * 3, F("0.9999999999999999")), chosen([[0, 1]] * 3, [THIRD] * 3, 0)
    ),
    "and not as good as one": weighted(chosen([[1, 0]] * 3, [THIRD] * 3, 1), chosen([[0, 1]] * 3, [THIRD] * 3, 0)),
    "no deal to the last digit": game([[F(1, 3), 0]], [[F("0.3333333333333333"), 1]], no_deal=[F(1, 3), THIRD]),
    "10^16 and 1 in one party": game([[0, 1], [0, 10**16]], [[0, 0], [1, 0]]),
    "10^16 and 1 in two parties": game([[0, 10**16], [1, 0]], [[1, 0], [0, 1]]),
    "a billionth apart": game([[1, 1 + F(1, 10**9)], [0, F(1, 10**9)]], [[1, 1], [F(1, 10**9), 0]]),
    "10^-30 apart": game([[1, 1 + F(1, 10**30)]], [[1 + F(1, 10**30), 1]], no_deal=[1, 1]),
    "sums that only fractions tell apart": game([[0.1, 0.3], [0.2, 0]], [[F(1, 3), 0], [0, F(1, 3) + F(1, 10**25)]]),
    "dominated by a hair": game([[1, 1]], [[1, 1 + F(1, 10**20)]], [[1, 1]]),
    "products equal but for the last digit": game(
        [[F("0.9999999999999999"), F("0.8")]], [[F("0.8"), F("0.9999999999999999")]]
    ),
    "sums equal but for the last digit": game([[THIRD, TWO_THIRDS]], [[TWO_THIRDS, F("0.3333333333333334")]]),
    "all a hair short of no deal": game([[1, 0]], [[0, 1]], no_deal=[F(1, 10**16), F(1, 10**17)]),
    "one option each, nobody gains": game([[THIRD], [TWO_THIRDS]], [[1], [2]], no_deal=[F("0.9999999999999999"), 3]),
    "primes below the line": game(
        [[F(1, 10**9 + 7), F(2, 10**9 + 7)], [0, F(1, 10**9 + 9)]], [[F(2, 10**9 + 21), F(1, 10**9 + 21)], [F(1, 998244353), 0]]
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_named_cases(name: str) -> None:
    check(CASES[name])


def check_printed(first: int, last: int) -> None:
    for number in range(first, last):
        with known_as(f"printed_scenario({number})"):
            check(printed_scenario(number))


def test_random_scenarios() -> None:
    check_printed(0, 300)


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, 20_000, 1_000))
def test_twenty_thousand_random_scenarios(first: int) -> None:
    check_printed(first, first + 1_000)


def test_the_random_scenarios_are_such_that_rounding_shows() -> None:
    scenarios = [printed_scenario(number) for number in range(300)]
    assert sum(scenario.grid.rounded for scenario in scenarios) > 200
    assert {len(scenario.parties) for scenario in scenarios} == {2, 3, 4, 5}
    outcomes = {(bool(o.acceptable), bool(o.acceptable) and any(o.best_gains)) for o in map(Oracle, scenarios)}
    assert outcomes == {(True, True), (True, False), (False, False)}


def test_as_many_packages_as_are_listed() -> None:
    """Just below 20,000 of 16 digits, very many on the frontier."""
    weights = [F(repr(0.1 + n / 1_000 + 1e-17)) for n in range(14)]
    up, down = [[F(0), F("0.3333333333333333")]] * 14, [[F("0.3333333333333333"), F(0)]] * 14
    scenario = weighted(chosen(up, weights, None), chosen(down, weights, None), chosen(up, weights[::-1], None))
    found, named = frontier(scenario), solve(scenario)
    assert scenario.packages == 2**14
    assert found.exact
    assert all(one.proven for one in named.solutions.values())
    every = [point.utilities for point in found.points(200)]
    assert all(sum(u[:2]) == sum(weights) * F("0.3333333333333333") for u in every)


# Above the packages that are listed.


def many(no_deal: Fraction | None = None) -> Scenario:
    """2^15 packages of numbers for which 64 bits have no room."""
    rows = [[F(0), F("0.3333333333333333") + F(n, 10**17)] for n in range(15)]
    return weighted(chosen(rows, [F(1, 3)] * 15, no_deal), chosen([row[::-1] for row in rows], [F(1, 7)] * 15, no_deal))


def test_many_packages_of_such_numbers_are_not_called_exact() -> None:
    scenario = many()
    found = frontier(scenario)
    assert (found.complete, found.rounded, found.exact) == (True, True, False)
    told = frontier_data(found, 1_000)
    assert (told["complete"], told["rounded"]) == (False, True)
    assert "to nine digits" in found._repr_html_()
    assert all(point.utilities == scenario.utility(point.package) for point in found.points(50))


def test_named_packages_of_such_numbers_are_not_called_proven() -> None:
    named = solve(many())
    texts = [text for text, _ in sentences(named)]
    assert named.rounded
    assert not any(one.proven for one in named.solutions.values())
    assert not any("Proven" in text for text in texts)
    assert sum("to nine digits" in text for text in texts) == 5
    told = solutions_data(named)
    assert told["rounded"]
    assert {one["proven"] for one in told["solutions"].values()} == {False}


def test_a_verdict_on_such_numbers_is_told_to_nine_digits() -> None:
    named = solve(many(no_deal=F("4.9999999999999")))
    assert named.closest is not None
    assert not named.closest.proven
    assert verdict(named) == "To nine digits, no agreement is possible with these no-deal values."
    assert solutions_data(named)["closest"]["rounded"]


@pytest.mark.parametrize("no_deal", [None, F("4.9999999999999")])
@pytest.mark.parametrize("command", ["frontier", "solve"])
def test_commands_say_nine_digits_and_never_exact_or_proven(
    command: str, no_deal: Fraction | None, tmp_path: Path
) -> None:
    for name, text in case_files(many(no_deal)).items():
        (tmp_path / name).write_text(text, "utf-8")
    done = CliRunner().invoke(app, [command, str(tmp_path)])
    assert done.exit_code == 0
    assert "o nine digits" in done.stdout
    assert not re.search("[Ee]xact: |[Pp]roven", done.stdout)
    if command == "frontier" and no_deal is None:
        assert "To nine digits, 32,768 packages are at least as good as no deal for all" in done.stdout
        assert "more worth the same to nine digits)" in done.stdout
        assert "Exact: none is missing" not in done.stdout


def test_many_packages_of_numbers_that_fit_are_exact() -> None:
    rows = [[0, n + 1] for n in range(15)]
    scenario = game(rows, [row[::-1] for row in rows])
    assert frontier(scenario).exact
    assert all(one.proven for one in solve(scenario).solutions.values())


def test_the_worst_package_as_no_deal_is_exact_whatever_the_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    scenario = CASES["primes below the line"].with_no_deal("min")
    force(monkeypatch, {"pareto.listed:FEW": 0})
    lowest = [min(u) for u in zip(*(scenario.utility(dict(zip(scenario.issues, way, strict=True)))
                                   for way in (("o0", "o0"), ("o0", "o1"), ("o1", "o0"), ("o1", "o1"))), strict=True)]  # fmt: skip
    assert list(scenario.no_deal) == lowest


def test_fractions_that_would_take_any_memory_are_told_to_nine_digits() -> None:
    """Denominators of 300 digits, no two alike: each number would have 60,000 digits, and each sum."""
    rows = [[F(n, 10**299 + 2 * n + 1) for n in range(1, 101)], [F(n, 10**298 + 2 * n + 1) for n in range(1, 101)]]
    scenario = game(rows, [row[::-1] for row in rows])
    assert scenario.packages == 10_000
    assert scenario.exact_grid is None
    found, named = frontier(scenario), solve(scenario)
    assert (found.rounded, found.exact, named.rounded) == (True, False, True)
    assert all(point.utilities == scenario.utility(point.package) for point in found.points(3))
    assert scenario.with_no_deal("min").no_deal[0] > 0
    for told in (frontier_data(found, 5)["points"][0], solutions_data(named)["solutions"]["nash"]):
        assert len(told["exact_utilities"]) == 2
    assert (
        solutions_data(named)["solutions"]["nash"]["exact_value"] is None or named["nash"].value.denominator < 10**4200
    )


# What "to nine digits" promises: the ways of many packages, forced on few.


def check_to_nine_digits(scenario: Scenario) -> None:
    """All ways of many packages."""
    oracle = Oracle(scenario)
    for way in (way for way in FRONTIER_PATHS if way != LISTED):
        with pytest.MonkeyPatch.context() as patch, known_as(f"{scenario.name}, {way}"):
            force(patch, FRONTIER_PATHS[way])
            check_frontier_to_nine_digits(frontier(scenario), oracle)
    for way in ("by the frontier", "by search"):
        with pytest.MonkeyPatch.context() as patch, known_as(f"{scenario.name}, {way}"):
            force(patch, SOLVE_PATHS[way])
            check_solutions_to_nine_digits(solve(scenario), oracle)


HAIRS: dict[str, Scenario] = {
    "worth nothing, and a hair without a deal": game([[0, 0]], [[1, 2]], no_deal=[F(1, 10**25), 0]),
    "worth nothing, and a hair less without": game([[0, 0]], [[1, F(1, 3**40)]], no_deal=[-F(1, 3**60), 0]),
    "just no deal, of many digits": game([[F(1, 3**40), 1]], [[1, F(1, 3**40)]], no_deal=[F(1, 3**40), F(1, 3**40)]),
    "a hair below no deal in all": game([[F(1, 3**40), 0]], [[0, F(1, 3**40)]], no_deal=[F(1, 3**39), F(1, 3**39)]),
    "one can gain a hair, the other much": game([[F(1, 3**60), 0]], [[5, 0]], no_deal=[0, F(1, 3**50)]),
}


@pytest.mark.parametrize("name", HAIRS)
def test_hairs(name: str) -> None:
    check(HAIRS[name])
    check_to_nine_digits(HAIRS[name])


def test_many_packages_hold_to_nine_digits() -> None:
    for number in range(40):
        check_to_nine_digits(printed_scenario(number))


@pytest.mark.slow
@pytest.mark.parametrize("first", range(40, 1_540, 300))
def test_hundreds_of_many_packages_hold_to_nine_digits(first: int) -> None:
    for number in range(first, first + 300):
        check_to_nine_digits(printed_scenario(number))


# What stands in JSON and in words.


def test_exact_values_stand_as_text() -> None:
    scenario = game([[F(1, 3), 0]], [[F(1, 7), 1]], no_deal=[F(1, 6), 0])
    point = frontier_data(frontier(scenario), 10)["points"][0]
    assert point["exact_utilities"] == ["1/3", "1/7"]
    told = json.loads(json.dumps(solutions_data(solve(scenario))))
    assert told["exact_no_deal"] == ["1/6", "0"]
    nash = told["solutions"]["nash"]
    assert (nash["exact_utilities"], nash["exact_value"]) == (["1/3", "1/7"], "1/42")


@pytest.mark.parametrize(
    "scenario",
    [CASES["one option each, nobody gains"], game([[1, 0]], [[0, 1]], no_deal=[1, 0]), game([[0]], [[0]], [[0]]),
     game([[5, 5], [1, 1]], [[2, 0], [0, 2]], no_deal=[6, 4]), game([[F(1, 2), 0]], [[F(1, 2), 1]], no_deal=[F(1, 2), F(1, 2)])],
)  # fmt: skip
def test_where_nobody_can_gain_that_is_said_and_no_share(scenario: Scenario) -> None:
    named = solve(scenario)
    assert named.nobody_gains
    texts = [text for text, _ in sentences(named)]
    assert texts[0].startswith("Nobody can gain over no deal")
    assert not any("%" in text for text in texts)
    told = solutions_data(named)
    assert told["nobody_gains"]
    assert told["solutions"]["kalai_smorodinsky"]["value"] is None
    assert frontier(scenario).nobody_gains


@pytest.mark.parametrize(
    "scenario",
    [game([[1, 0]], [[0, 1]]), game([[F(1, 10**16), 0]], [[0, 0]]), game([[3, 1]], [[2, 2]], no_deal=[1, 2])],
)
def test_where_somebody_can_gain_however_little_it_is_not_said(scenario: Scenario) -> None:
    named = solve(scenario)
    assert not named.nobody_gains
    assert not frontier(scenario).nobody_gains
    assert not any("Nobody can gain" in text for text, _ in sentences(named))


# The cases that were seen.


SEEN = (
    "front_extra_nd_0", "package_egalitarian", "package_egalitarian_nd0", "package_kalai_smorodinsky",
    "package_kalai_smorodinsky_nd0", "package_nash_nd0", "package_utilitarian", "package_utilitarian_nd0", "possible_False",
    "ties_egalitarian_nd0", "ties_kalai_smorodinsky", "ties_kalai_smorodinsky_nd0", "ties_nash", "ties_nash_nd0",
    "ties_utilitarian", "ties_utilitarian_nd0",
)  # fmt: skip


@pytest.mark.shared
@pytest.mark.parametrize("name", SEEN)
def test_seen_cases_have_the_answers_in_fractions(name: str, shared_folder: Path) -> None:
    folder = shared_folder / "cases" / "bargaining" / "rounded" / name
    scenario = read_scenario([folder / "domain.xml", folder / "p0.xml", folder / "p1.xml"])
    head, *lines = (folder / "EXACT.txt").read_text("utf-8").splitlines()
    possible, front = re.fullmatch(r".*: possible (\w+); frontier (.*)", head).groups()  # type: ignore[union-attr]
    known = {options: tuple(map(F, worths)) for options, worths in literal_eval(front)}
    assert {numbers(scenario, p.package): p.utilities for p in frontier(scenario).points()} == known
    named = solve(scenario)
    assert str(named.agreement_possible) == possible
    for line in lines:
        concept, options, ties, value = re.fullmatch(
            r"(\w+): option numbers (.*), ties (\d+), value (\S+)", line
        ).groups()  # type: ignore[union-attr]
        one = named[concept]  # type: ignore[index]
        assert (numbers(scenario, one.package), one.ties, one.value, one.proven) == (
            literal_eval(options), int(ties), F(value), True,
        )  # fmt: skip
    check(scenario)


def numbers(scenario: Scenario, package: dict[str, str]) -> tuple[int, ...]:
    return tuple(scenario.issues[issue].index(option) for issue, option in package.items())


@pytest.mark.shared
@pytest.mark.parametrize("name", ["large_points", "agree_points"])
def test_seen_cases_with_points_of_any_size(name: str, shared_folder: Path) -> None:
    from goodoffices.bargaining.formats import scenario_of_case  # beside its only use
    from goodoffices.case import read_case

    case = read_case(shared_folder / "cases" / "bargaining" / name / "case")
    check(scenario_of_case(case.name, case.talks, case.preferences))
