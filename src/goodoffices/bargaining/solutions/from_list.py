"""The named packages where all candidates are at hand: every package of a small scenario, or the whole frontier of a larger one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from ..grid import Grid, Whole
from ..pareto import named
from ..pareto.packages import Packages
from ..scenario import Scenario
from . import concepts
from .result import Closest, Concept, Solution


@dataclass(frozen=True)
class Candidates:
    """Vectors of utilities, and the packages behind them."""

    scenario: Scenario
    grid: Grid
    """In whose steps the vectors are; where it is rounded nothing is proven."""
    sums: Whole
    """Shape (n, parties)."""
    packages: Packages


def solutions(candidates: Candidates, wanted: Sequence[Concept]) -> dict[Concept, Solution]:
    """Those asked for, of at least the whole frontier; all candidates are at least as good as no deal."""
    grid, sums = candidates.grid, candidates.sums
    best = grid.gains(sums).max(axis=0).tolist()
    return {c: solution(candidates, c, concepts.picked(grid, c, sums, best), best) for c in wanted}


def solution(candidates: Candidates, concept: Concept, rows: concepts.Rows, best: Sequence[int]) -> Solution:
    """The solution of a concept, given all rows that it picks and the best gain of each party, in steps."""
    scenario, grid, packages = candidates.scenario, candidates.grid, candidates.packages
    package = named(scenario, packages.first(rows.tolist()))
    utilities = scenario.utility(package)
    found = concepts.value(concept, utilities, scenario.no_deal, grid.utility(best) if best else ())
    ties = sum(packages.count(row) for row in rows.tolist())
    return Solution(package, utilities, found, found, not grid.rounded, ties, grid.rounded)


def closest(candidates: Candidates, complete: bool = True) -> Closest:
    """The candidate whose largest shortfall is the smallest (then leximin), where none reaches no deal for all."""
    scenario, grid = candidates.scenario, candidates.grid
    rows = concepts.leximin(grid.gains(candidates.sums), grid.steps)
    package = named(scenario, candidates.packages.first(rows.tolist()))
    utilities = scenario.utility(package)
    short = tuple(max(Fraction(), d - u) for d, u in zip(scenario.no_deal, utilities, strict=True))
    return Closest(package, utilities, short, complete, grid.rounded)


def unproven(found: Solution, bound: Fraction | None) -> Solution:
    """The same package where another may be better; the bound is never below what it is worth itself."""
    least = None if bound is None else max(bound, found.value)
    return replace(found, bound=least, proven=False, ties=None)
