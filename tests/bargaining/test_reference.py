"""Five published scenarios with answers that others computed by plain enumeration: all three no-deal rules, every number."""

import json
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from goodoffices.bargaining import NoDealRule, Scenario, frontier, solve
from goodoffices.bargaining.formats import read_scenario

from .games import FRONTIER_PATHS, SOLVE_PATHS, force

pytestmark = pytest.mark.shared

NAMES = ("england_zimbabwe", "camera_a", "party3", "ampo_city", "bank_robbery3")
RULES: dict[NoDealRule, str] = {"zero": "own_r0", "min": "own_rmin", "file": "own_rfile"}
ANSWERS = {
    "nash": "nash_product",
    "egalitarian": "egalitarian_kalai_maxmin_gain",
    "kalai_smorodinsky": "kalai_smorodinsky_maxmin_ratio",
    "utilitarian": "max_welfare_sum",
}
NEAR = 1e-9


@lru_cache
def read(folder: Path, name: str) -> tuple[Scenario, dict[str, Any]]:
    known = json.loads((folder / "reference.json").read_text("utf-8"))["scenarios"][name]
    files = [folder / name / known["domain"], *(folder / name / profile for profile in known["profiles"])]
    return read_scenario(files), known


@pytest.fixture(params=NAMES)
def case(request: pytest.FixtureRequest, shared_folder: Path) -> tuple[Scenario, dict[str, Any]]:
    return read(shared_folder / "scenarios", request.param)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("way", ["as it comes", *(way for way in SOLVE_PATHS if way != "listed")])
def test_named_packages(
    case: tuple[Scenario, dict[str, Any]], rule: NoDealRule, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    force(monkeypatch, SOLVE_PATHS.get(way, {}))
    scenario, known = case[0].with_no_deal(rule), case[1][RULES[rule]]
    found = solve(scenario)
    assert found.agreement_possible
    for concept, name in ANSWERS.items():
        solution, answer = found[concept], known[name]  # type: ignore[index]
        assert solution.complete, concept
        assert solution.proven or way != "as it comes", concept
        assert abs(float(solution.value) - answer["value"]) < NEAR, concept
        if answer["n_ties"] == 1:
            assert solution.package == answer["outcome"], concept
            assert [float(u) for u in solution.utilities] == pytest.approx(answer["utils"], abs=NEAR)
            assert solution.ties == 1
        else:  # the reference counts equal values; leximin may go on to decide among them
            assert solution.ties is not None
            assert 1 <= solution.ties <= answer["n_ties"]


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("way", ["as it comes", *(way for way in FRONTIER_PATHS if way != "listed")])
def test_frontier(
    case: tuple[Scenario, dict[str, Any]], rule: NoDealRule, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    force(monkeypatch, FRONTIER_PATHS.get(way, {}))
    scenario, known = case[0].with_no_deal(rule), case[1][RULES[rule]]
    found = frontier(scenario)
    assert found.complete
    assert found.exact or way != "as it comes"
    assert found.size == known["pareto_outcomes_incl_ties"]
    points = list(found.points())
    assert len(points) == found.size
    assert len({point.utilities for point in points}) == known["pareto_distinct_utility_vectors"]
    lowest = [u.no_deal or Fraction(0) for u in scenario.utilities.values()]
    for point in points:
        assert [float(u) for u in point.utilities] == pytest.approx(
            [float(u) for u in scenario.utility(point.package)], abs=NEAR
        )
        assert all(u >= d - Fraction(1, 10**9) for u, d in zip(point.utilities, lowest, strict=True))
