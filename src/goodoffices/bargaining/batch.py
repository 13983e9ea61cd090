"""The frontier and the Nash package of each of many preferences over the same issues: what readings are made of."""

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from itertools import pairwise
from math import prod

import numpy as np
from numpy.typing import NDArray

from . import _batch
from .blocks import Block
from .grid import Ints

_SHARE = 250
"""Readings in one task: 50 to 200 ms of work."""


@dataclass(frozen=True)
class Batch:
    """The answers for each reading, in their order."""

    possible: NDArray[np.bool_]
    """Whether some package is at least as good as no deal for all; shape (readings,)."""
    nash: NDArray[np.int32]
    """The Nash package: the option taken of each issue, by its number; -1 where there is none; shape (readings, issues)."""
    sizes: NDArray[np.int32]
    """How many vectors of utilities the frontier has; shape (readings,)."""
    front: Ints
    """The numbers of the packages on all frontiers, one reading after the other (the first package of each vector), the last
    block turning fastest; empty if they were not asked for, or if there are more packages than a number can hold."""


def frontier_of_each(
    values: Ints,
    no_deal: Ints,
    starts: Ints,
    blocks: Sequence[Block],
    executor: Executor | None = None,
    front: bool = False,
) -> Batch:
    """Frontier and Nash package of each reading, in steps of a grid.

    values: what each option adds (readings, options of all issues, parties), at most 2^52 a package; no_deal (readings, parties);
    starts: where the options of each issue begin (issues + 1,). `executor`: threads (the work is compiled and leaves Python);
    without it the work is done here. `front` asks for the numbers of the packages on each frontier.
    Nash as in `solve`; of packages with the same product of gains the first that is found counts, for readings are drawn.
    """
    front = front and prod(len(block.choices) for block in blocks) < 1 << 62
    edges = [*range(0, len(values), _SHARE), len(values)]

    def work(part: tuple[int, int]) -> tuple[NDArray[np.int32], NDArray[np.int32], Ints]:
        return _some(values[slice(*part)], no_deal[slice(*part)], starts, blocks, front)

    parts = list(map(work, pairwise(edges)) if executor is None else executor.map(work, pairwise(edges)))
    if not parts:
        parts = [work((0, 0))]
    ways, sizes, numbers = (np.concatenate(column) for column in zip(*parts, strict=True))
    nash = np.full((len(values), len(starts) - 1), -1, np.int32)
    found = ways[:, 0] >= 0
    for column, block in enumerate(blocks):
        for place, issue in enumerate(block.issues):
            nash[found, issue] = block.choices[ways[found, column], place]
    return Batch(found, nash, sizes, numbers)


def _some(
    values: Ints, no_deal: Ints, starts: Ints, blocks: Sequence[Block], front: bool
) -> tuple[NDArray[np.int32], NDArray[np.int32], Ints]:
    """The Nash package by its alternative in each block (readings, blocks), the frontiers' sizes, the packages on them."""
    adds = [_adds(block, values, starts) for block in reversed(blocks)]
    every = np.ascontiguousarray(
        np.concatenate(adds, axis=1)
    )  # else a kernel is compiled for each way an array can lie
    begins = np.cumsum([0, *(way.shape[1] for way in adds)])
    if values.shape[2] == 2:
        return _batch.nash_of_pairs(every, begins, no_deal, front)
    return _batch.nash_of_many(every, begins, no_deal, front)


def _adds(block: Block, values: Ints, starts: Ints) -> Ints:
    """What each alternative of a block adds; shape (readings, alternatives, parties)."""
    first = block.issues[0]
    if len(block.issues) == 1 and len(block.choices) == starts[first + 1] - starts[first]:
        return values[:, starts[first] : starts[first + 1]]  # all options of one issue: they stand side by side
    rows = starts[list(block.issues)][None, :] + block.choices
    return np.asarray(values[:, rows].sum(axis=2), np.int64)
