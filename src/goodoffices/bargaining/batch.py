"""The frontier and the Nash packages of each of many preferences over the same issues: what readings are made of."""

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from . import _batch
from .blocks import Block
from .grid import Ints

_SHARE = 250
"""Readings in one task: 50 to 200 ms of work."""
Front = Literal["no", "vectors", "packages"]
_WANTED: dict[Front, int] = {"no": 0, "vectors": 1, "packages": 2}


@dataclass(frozen=True)
class Batch:
    """The answers for each reading, in their order."""

    gains: Ints
    """What each party gains by the Nash packages; -1 where no package is at least as good as no deal for all; shape (readings,
    parties)."""
    nash: NDArray[np.float64]
    """The share of the Nash packages that hold an option: several with the same product share a reading evenly; shape (readings,
    options)."""
    sizes: Ints
    """How many vectors of utilities the frontier has; shape (readings,)."""
    vectors: Ints
    """The vectors on all frontiers, one reading after the other; shape (sum of sizes, parties), or (0, parties)."""
    packages: Ints
    """The packages with these vectors, of each vector at most 100: the number of the reading, then the option of each issue by its
    number within the issue; shape (packages, 1 + issues)."""

    @property
    def possible(self) -> NDArray[np.bool_]:
        """Whether some package is at least as good as no deal for all; shape (readings,)."""
        return np.asarray(self.gains[:, 0] >= 0, dtype=np.bool_)


@dataclass(frozen=True)
class Readings:
    """Many preferences over the same issues, in steps of a grid."""

    values: Ints
    """What each option adds, at most 2^52 a package; shape (readings, options of all issues, parties)."""
    no_deal: Ints
    """Shape (readings, parties)."""
    slack: Ints
    """How many steps rounding may have moved a gain; 0 where nothing was rounded; shape (parties,)."""


def frontier_of_each(
    readings: Readings, starts: Ints, blocks: Sequence[Block], executor: Executor | None = None, front: Front = "no"
) -> Batch:
    """Frontier and Nash packages of each reading; starts: where the options of each issue begin (issues + 1,).

    `executor`: threads (the work is compiled and leaves Python); without it the work is done here. `front` asks for the vectors on
    each frontier, or for all packages with these vectors, too. Nash as in `solve`, but with all packages whose product is the same.
    """
    edges = [*range(0, len(readings.values), _SHARE), len(readings.values)] if len(readings.values) else [0, 0]

    def work(part: tuple[int, int]) -> tuple[NDArray[np.float64], Ints, Ints, Ints, Ints]:
        some = Readings(readings.values[slice(*part)], readings.no_deal[slice(*part)], readings.slack)
        shares, gains, sizes, vectors, packages = _some(some, starts, blocks, front)
        packages[:, 0] += part[0]
        return shares, gains, sizes, vectors, packages

    parts = list(map(work, pairwise(edges)) if executor is None else executor.map(work, pairwise(edges)))
    shares, gains, sizes, vectors, packages = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Batch(gains, _of_options(shares, starts, blocks), sizes, vectors, _of_issues(packages, starts, blocks))


def _some(
    readings: Readings, starts: Ints, blocks: Sequence[Block], front: Front
) -> tuple[NDArray[np.float64], Ints, Ints, Ints, Ints]:
    """As the kernels give it: by the alternatives of the blocks, the last block first."""
    adds = [_adds(block, readings.values, starts) for block in reversed(blocks)]
    begins = np.cumsum([0, *(way.shape[1] for way in adds)])
    # Contiguous, else a kernel is compiled for each way in which an array can lie.
    every = np.ascontiguousarray(np.concatenate(adds, axis=1))
    kernel = _batch.nash_of_pairs if readings.values.shape[2] == 2 else _batch.nash_of_many
    return kernel(every, begins, readings.no_deal, readings.slack, _WANTED[front])


def _of_options(shares: NDArray[np.float64], starts: Ints, blocks: Sequence[Block]) -> NDArray[np.float64]:
    """Shares of alternatives as shares of the options that they hold; added in one order, whatever the number of readings."""
    found = np.zeros((len(shares), int(starts[-1])))
    at = 0
    for block in reversed(blocks):
        for way in block.choices:
            for issue, option in zip(block.issues, way, strict=True):
                found[:, starts[issue] + option] += shares[:, at]
            at += 1
    return found


def _of_issues(packages: Ints, starts: Ints, blocks: Sequence[Block]) -> Ints:
    """Alternatives of blocks as options of issues."""
    found = np.zeros((len(packages), len(starts)), dtype=np.int64)
    found[:, 0] = packages[:, 0]
    for column, block in enumerate(reversed(blocks), 1):
        for place, issue in enumerate(block.issues):
            found[:, 1 + issue] = block.choices[packages[:, column], place]
    return found


def _adds(block: Block, values: Ints, starts: Ints) -> Ints:
    """What each alternative of a block adds; shape (readings, alternatives, parties)."""
    first = block.issues[0]
    if len(block.issues) == 1 and len(block.choices) == starts[first + 1] - starts[first]:
        return values[:, starts[first] : starts[first + 1]]  # all options of one issue: they stand side by side
    rows = starts[list(block.issues)][None, :] + block.choices
    return np.asarray(values[:, rows].sum(axis=2), np.int64)
