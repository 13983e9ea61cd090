"""Few packages: all of them, with plain NumPy and nothing rounded; no kernel has to be loaded for that."""

import numpy as np
from numpy.typing import NDArray

from ..grid import Grid, Ints, Whole
from ..scenario import FEW, Scenario

_PART = 256
"""Vectors that are compared with those before them at a time."""
_CACHED = 4_096
"""Vectors with which they are compared at a time: what fits into the processor's cache."""
_STRONG = 64
"""One of so many vectors, those with the largest sums of ranks and at most so many, are what all are compared with first."""

Flags = NDArray[np.bool_]


def listable(scenario: Scenario) -> Grid | None:
    """The exact grid of a scenario of which all packages can be listed; None for others."""
    return scenario.exact_grid if scenario.packages <= FEW else None


def listed(scenario: Scenario, grid: Grid) -> tuple[Ints, Whole]:
    """All packages in the order of the file (packages, issues), and their sums of steps of the grid (packages, parties)."""
    options = np.zeros((1, len(scenario.issues)), np.int64)
    sums = np.zeros((1, len(scenario.parties)), grid.values.dtype)
    for block in scenario.blocks:
        before = len(sums)
        options = np.repeat(options, len(block.choices), axis=0)
        options[:, list(block.issues)] = np.tile(block.choices, (before, 1))
        adds = block.values(grid.values, grid.starts)
        sums = (sums[:, None, :] + adds[None, :, :]).reshape(len(options), -1)
    order = [issue for block in scenario.blocks for issue in block.issues]
    if order != sorted(order):  # blocks that links make may interleave
        turned = np.lexsort(options.T[::-1])
        options, sums = options[turned], sums[turned]
    return options, sums


def acceptable(grid: Grid, sums: Whole) -> Ints:
    """The numbers of the rows (n, parties) that are at least as good as no deal for all."""
    return np.flatnonzero((sums >= grid.floor).all(axis=1))


def undominated(sums: Whole) -> Ints:
    """The numbers of the rows (n, parties) that no other row dominates, ascending; rows that are equal stay.

    A row dominates another where it is as large for all parties and larger for one.
    """
    if not len(sums):
        return np.arange(0)
    ranks = _ranks(sums)
    order = np.lexsort(-ranks.T[::-1])  # whoever dominates a row stands before it
    ordered = ranks[order]
    new = np.append(True, (ordered[1:] != ordered[:-1]).any(axis=1))
    kept = _kept(ordered[new])
    return np.sort(order[kept[np.cumsum(new) - 1]])


def best_first(sums: Whole) -> Ints:
    """An order of rows: by the first party's sum, the greatest first, then by the second's, and so on; equal ones as they stand."""
    keys = sums if sums.dtype != object else _ranks(sums)
    return np.lexsort(-keys.T[::-1])


def _ranks(sums: Whole) -> Whole:
    """For each party the numbers' places in their order: small whole numbers that compare as they do; shape (n, parties)."""
    kind = np.int16 if len(sums) < 1 << 15 else np.int32
    columns = [np.unique(column, return_inverse=True)[1].reshape(-1) for column in sums.T]
    return np.column_stack(columns).astype(kind)


def _kept(vectors: Whole) -> Flags:
    """Which of distinct vectors (n, parties), in lexicographic order, the greatest first, no other dominates; shape (n,)."""
    last = vectors[:, -1]
    if vectors.shape[1] <= 2:
        # What is not below in the first party is before: a vector must be above all these in the second (Kung and others 1975).
        return np.append(True, last[1:] > np.maximum.accumulate(last)[:-1])
    rest = np.ascontiguousarray(vectors[:, 1:].T)
    strong = np.sort(
        np.argsort(-vectors.sum(axis=1, dtype=np.int64), kind="stable")[: min(_STRONG, len(vectors) // _STRONG)]
    )
    open_ = np.flatnonzero(~_beaten_by_few(rest, strong))
    front = np.empty((len(rest), len(open_)), rest.dtype)
    kept, size = np.zeros(len(vectors), bool), 0
    for begin in range(0, len(open_), _PART):
        rows = open_[begin : begin + _PART]
        rows = rows[~_covered(front[:, :size], rest[:, rows])]
        part = rest[:, rows]
        rows = rows[~(np.triu(_above(part, part), 1)).any(axis=0)]
        front[:, size : size + len(rows)] = rest[:, rows]
        size += len(rows)
        kept[rows] = True
    return kept


def _beaten_by_few(rest: Whole, few: Ints) -> Flags:
    """Which of the vectors (parties, n) one of a few that stand before them covers; shape (n,)."""
    beaten = np.zeros(rest.shape[1], bool)
    for row in few:
        beaten[row + 1 :] |= (rest[:, row + 1 :] <= rest[:, row, None]).all(axis=0)
    return beaten


def _covered(front: Whole, part: Whole) -> Flags:
    """Which of the vectors of a part (parties, m) are nowhere above one of the front (parties, n); shape (m,)."""
    covered = np.zeros(part.shape[1], bool)
    for begin in range(0, front.shape[1], _CACHED):
        covered |= _above(front[:, begin : begin + _CACHED], part).any(axis=0)
    return covered


def _above(vectors: Whole, others: Whole) -> Flags:
    """Whether each vector (parties, n) is nowhere below each of the others (parties, m); shape (n, m)."""
    above: Flags = vectors[0][:, None] >= others[0]
    for one, other in zip(vectors[1:], others[1:], strict=True):
        above &= one[:, None] >= other
    return above
