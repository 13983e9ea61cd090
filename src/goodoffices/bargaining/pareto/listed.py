"""Few packages: all of them, with plain NumPy; no kernel has to be loaded for that."""

from collections.abc import Sequence
from math import prod

import numpy as np

from ..blocks import Block
from ..grid import Ints
from ..scenario import Scenario

FEW = 1_000
"""Packages up to which listing them is the fastest way."""


def listed(scenario: Scenario) -> tuple[Ints, Ints]:
    """All packages in the order of the file (packages, issues), and their utilities in steps (packages, parties)."""
    options = _options(scenario.blocks)
    options = options[np.lexsort(options.T[::-1])]  # blocks that links make may interleave
    rows = scenario.grid.starts[:-1] + options
    return options, np.asarray(scenario.grid.values[rows].sum(axis=1), np.int64)


def _options(blocks: Sequence[Block]) -> Ints:
    sizes = [len(block.choices) for block in blocks]
    number = np.arange(prod(sizes))
    options = np.zeros((len(number), sum(len(block.issues) for block in blocks)), np.int64)
    for block, way in zip(blocks, np.unravel_index(number, sizes), strict=True):
        options[:, list(block.issues)] = block.choices[way]
    return options


def undominated(sums: Ints) -> Ints:
    """The numbers of the rows (n, parties) that no other row dominates, ascending; rows that are equal stay."""
    kept = np.ones(len(sums), bool)
    for row in np.argsort(-sums.sum(axis=1), kind="stable"):
        if kept[row]:
            below = (sums <= sums[row]).all(axis=1) & (sums < sums[row]).any(axis=1)
            kept &= ~below
    return np.flatnonzero(kept)


def best_first(sums: Ints) -> Ints:
    """An order of rows: by the first party's sum, the greatest first, then by the second's, and so on; equal ones as they stand."""
    return np.lexsort(-sums.T[::-1])
