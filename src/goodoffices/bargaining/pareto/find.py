"""Finds the frontier: the packages at least as good as no deal for all that no other such package dominates."""

from fractions import Fraction
from time import monotonic

import numpy as np

from ..scenario import Scenario
from . import listed as few
from .result import Frontier
from .trace import Listed

DEADLINE = 60.0
MOST = 1_000_000


def frontier(scenario: Scenario, deadline: float = DEADLINE, max_points: int = MOST) -> Frontier:
    """The frontier of a scenario, exactly, without listing all packages.

    `deadline`: seconds after which, and `max_points`: vectors of utilities beyond which it is made coarser; `bound` then tells by
    how much at most, and `exact` is false.
    """
    until = monotonic() + deadline
    if scenario.packages <= few.FEW and scenario.packages <= max_points:
        return _listed(scenario)
    # Only here: the kernels take half a second to load, which a small scenario need not wait for.
    from .merged import merged_frontier

    return merged_frontier(scenario, until, max_points)


def _listed(scenario: Scenario) -> Frontier:
    options, sums = few.listed(scenario)
    good = np.flatnonzero((sums >= scenario.grid.no_deal).all(axis=1))
    best = good[few.undominated(sums[good])]
    best = best[few.best_first(sums[best])]
    sums, options = sums[best], options[best]
    new = np.flatnonzero(np.append(True, (sums[1:] != sums[:-1]).any(axis=1))[: len(sums)])
    packages = Listed(options, np.append(new, len(sums)))
    return Frontier(scenario, sums[new], packages, (Fraction(),) * len(scenario.parties), True)
