"""The frontier of many packages, by merging; where a limit ended exact work, with the error that it may have."""

from fractions import Fraction
from time import monotonic

import numpy as np

from ..grid import Ints, Numbers
from ..scenario import Scenario
from .leaves import owners
from .listed import acceptable, best_first
from .merge import FEW_WAYS, Keep, Limits, Merged, merge
from .result import Frontier
from .trace import Traced

_COMPARED = 2_000
"""Listed packages with which those just short of no deal are compared, where the frontier is not exact."""


def prepared(scenario: Scenario) -> tuple[list[Ints], list[Numbers]]:
    """What each block's alternatives add, without those that another of the block dominates; and the numbers of those left."""
    grid = scenario.grid
    ways, numbers = [], []
    for block in scenario.blocks:
        adds = np.ascontiguousarray(block.values(grid.values, grid.starts))
        # The sweeps for two and three parties pass over what is dominated anyway, at less than the price of asking.
        ask = adds.shape[1] > 3 or len(adds) > FEW_WAYS
        kept = np.flatnonzero(owners(adds) >= 0).astype(np.int32) if ask else np.arange(len(adds), dtype=np.int32)
        ways.append(np.ascontiguousarray(adds[kept]))
        numbers.append(kept)
    return ways, numbers


def merged_frontier(scenario: Scenario, until: float, most: int) -> Frontier:
    """The frontier by merging until a time of `time.monotonic`, with at most `most` vectors on each level."""
    ways, numbers = prepared(scenario)
    # Half of the time for merging at its slowest: what is left is for sorting and telling.
    limits = Limits(until - 0.1 * max(0.0, until - monotonic()), most)
    merged = merge(ways, Keep.above(scenario.grid.floor), limits)
    good = acceptable(scenario.grid, merged.sums)
    order = good[best_first(merged.sums[good])].astype(np.int32)
    packages = Traced(scenario.blocks, numbers, merged.levels, order)
    complete = not merged.slack.any()
    return Frontier(scenario, scenario.grid, merged.sums[order], packages, _bound(scenario, merged, good), complete)


def _bound(scenario: Scenario, merged: Merged, good: Ints) -> tuple[Fraction, ...] | None:
    """For each party how far a missing package is above a listed one, at most, for all parties at once.

    Some that stand for others may be short of no deal by as much as the level's slack, and are not listed; a listed one then stands
    for them, which costs what it is below them.
    """
    slack = merged.slack.copy()
    if slack.any():
        near = np.setdiff1d(np.arange(len(merged.sums)), good)
        if len(near) and not len(good):
            return None
        slack += _behind(merged.sums[near], merged.sums[good])
    return scenario.grid.utility(slack.tolist())


def _behind(near: Ints, listed: Ints) -> Ints:
    """How far the rows of `near` are above the listed row that is nearest to each, at most; shape (parties,)."""
    behind = np.zeros(near.shape[1], np.int64)
    if not len(near):
        return behind
    some = listed[:: max(1, len(listed) // _COMPARED)]
    span = np.maximum(np.ptp(some, axis=0), 1)
    for row in near:
        above = np.maximum(row - some, 0)
        behind = np.maximum(behind, above[(above / span).max(axis=1).argmin()])
    return behind
