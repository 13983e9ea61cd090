"""Finds the named packages of a scenario, each with what is proven of it."""

from collections.abc import Sequence
from time import monotonic

from ..grid import Grid
from ..pareto import listed as few
from ..pareto.packages import Listed
from ..scenario import Scenario
from .from_list import Candidates, closest, solutions
from .result import CONCEPTS, Concept, Solutions

DEADLINE = 60.0


def solve(scenario: Scenario, deadline: float = DEADLINE, concepts: Sequence[Concept] = CONCEPTS) -> Solutions:
    """Nash, egalitarian, Kalai-Smorodinsky and utilitarian package, over the packages at least as good as no deal for all.

    `deadline`: seconds, after which what is known by then is told: the best packages found and bounds. Where no package is at
    least as good as no deal for all, the one that is closest to it. `concepts`: those that are asked for.
    Of few packages all are listed and compared in exact numbers; of many, what is found holds to nine digits where their numbers
    leave 64 bits no room (`rounded`).
    """
    grid = few.listable(scenario)
    if grid is not None:
        return _of_all(scenario, grid, concepts)
    # Only here: kernels and linear programming take a second to load, which a small scenario need not wait for.
    from .by_search import solve_many

    return solve_many(scenario, monotonic() + deadline, concepts)


def _of_all(scenario: Scenario, grid: Grid, concepts: Sequence[Concept]) -> Solutions:
    options, sums = few.listed(scenario, grid)
    good = few.acceptable(grid, sums)
    if not len(good):
        return Solutions(scenario, False, {}, closest(Candidates(scenario, grid, sums, Listed(options))))
    candidates = Candidates(scenario, grid, sums[good], Listed(options[good]))
    return Solutions(scenario, True, solutions(candidates, concepts), None)
