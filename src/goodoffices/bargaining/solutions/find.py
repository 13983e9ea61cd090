"""Finds the named packages of a scenario, each with what is proven of it."""

from collections.abc import Sequence
from time import monotonic

import numpy as np

from ..pareto.listed import listed
from ..pareto.trace import Listed
from ..scenario import Scenario
from . import few
from .result import Solutions
from .solution import CONCEPTS, Concept

DEADLINE = 60.0
FEW = 10_000
"""Packages up to which all are listed."""


def solve(scenario: Scenario, deadline: float = DEADLINE, concepts: Sequence[Concept] = CONCEPTS) -> Solutions:
    """Nash, egalitarian, Kalai-Smorodinsky and utilitarian package, over the packages at least as good as no deal for all.

    `deadline`: seconds, after which what is known by then is told: the best packages found and bounds. Where no package is at
    least as good as no deal for all, the one that is closest to it. `concepts`: those that are asked for.
    """
    if scenario.packages <= FEW:
        return _of_all(scenario, concepts)
    # Only here: kernels and linear programming take a second to load, which a small scenario need not wait for.
    from .many import solve_many

    return solve_many(scenario, monotonic() + deadline, concepts)


def _of_all(scenario: Scenario, concepts: Sequence[Concept]) -> Solutions:
    options, sums = listed(scenario)
    good = np.flatnonzero((sums >= scenario.grid.no_deal).all(axis=1))
    if not len(good):
        return Solutions(scenario, False, {}, few.closest(scenario, sums, Listed(options)))
    return Solutions(scenario, True, few.solutions(scenario, sums[good], Listed(options[good]), concepts), None)
