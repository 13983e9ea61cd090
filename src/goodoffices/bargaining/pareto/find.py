"""Finds the frontier: the packages at least as good as no deal for all that no other such package dominates."""

from fractions import Fraction
from time import monotonic

import numpy as np

from ..grid import Grid
from ..scenario import Scenario
from . import listed as few
from .coarse import coarsened
from .packages import Listed
from .result import Frontier

DEADLINE = 60.0
MOST = 1_000_000


def frontier(scenario: Scenario, deadline: float = DEADLINE, max_points: int = MOST) -> Frontier:
    """The frontier of a scenario: of few packages from a list of all, in exact numbers; of many without listing them.

    `deadline`: seconds after which, and `max_points`: vectors of utilities beyond which it is made coarser; `bound` then tells by
    how much at most, and `exact` is false. It is false, too, where many packages have numbers for which 64 bits have no room.
    """
    until = monotonic() + deadline
    grid = few.listable(scenario)
    if grid is not None:
        return _listed(scenario, grid, max_points)
    # Only here: the kernels take half a second to load, which a small scenario need not wait for.
    from .merged import merged_frontier

    return merged_frontier(scenario, until, max_points)


def _listed(scenario: Scenario, grid: Grid, most: int) -> Frontier:
    options, sums = few.listed(scenario, grid)
    good = few.acceptable(grid, sums)
    best = good[few.undominated(sums[good])]
    best = best[few.best_first(sums[best])]
    sums, options = sums[best], options[best]
    new = np.flatnonzero(np.append(True, (sums[1:] != sums[:-1]).any(axis=1))[: len(sums)])
    begins = np.append(new, len(sums))
    if len(new) <= most:
        return Frontier(scenario, grid, sums[new], Listed(options, begins), (Fraction(),) * len(grid.steps), True)
    kept, slack = coarsened(sums[new], most)
    rows = [np.arange(begins[vector], begins[vector + 1]) for vector in kept]
    packages = Listed(options[np.concatenate(rows)], np.cumsum([0, *map(len, rows)]))
    return Frontier(scenario, grid, sums[new][kept], packages, grid.utility(slack.tolist()), False)
