"""From the states of a merge, or from a list, back to packages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ..blocks import Block
from ..grid import Ints
from .leaves import Numbers
from .merge import Level

Options = tuple[int, ...]
"""The option taken of each issue, by its number within the issue, in the order of the file."""


class Packages(Protocol):
    """The packages behind vectors of utilities: one or more for each vector."""

    def of(self, vector: int) -> Iterator[Options]:
        """All packages of one vector, in the order of the file as far as blocks follow each other in it."""
        ...

    def count(self, vector: int) -> int:
        """How many packages one vector has."""
        ...


@dataclass(frozen=True)
class Listed:
    """Packages that were listed, those of each vector one after the other."""

    options: Ints
    """Shape (packages, issues)."""
    begins: Ints | None = None
    """Where those of each vector begin; shape (vectors + 1,). None: one for each vector."""

    def of(self, vector: int) -> Iterator[Options]:
        """The packages of one vector."""
        first, last = (vector, vector + 1) if self.begins is None else self.begins[vector : vector + 2]
        yield from map(tuple, self.options[first:last].tolist())

    def count(self, vector: int) -> int:
        """How many packages one vector has."""
        return 1 if self.begins is None else int(self.begins[vector + 1] - self.begins[vector])


@dataclass(frozen=True)
class Traced:
    """Packages that are traced back through the levels of a merge."""

    blocks: Sequence[Block]
    numbers: Sequence[Numbers]
    """For each block, the alternatives that were merged, by their number in the block."""
    levels: Sequence[Level]
    """The last block first."""
    states: Numbers
    """The state of the last level that each vector is; shape (vectors,)."""
    settled: Mapping[int, int] = field(default_factory=dict)
    """Options of issues whose block was not merged, by the number of the issue."""

    def of(self, vector: int) -> Iterator[Options]:
        """All packages of one vector."""
        options = self._settled
        yield from self._back(len(self.levels) - 1, int(self.states[vector]), options)

    def _back(self, depth: int, state: int, options: NDArray[np.int64]) -> Iterator[Options]:
        if depth < 0:
            yield tuple(options.tolist())
            return
        level = self.levels[depth]
        block = self.blocks[level.block]
        for way, parent in self._edges(depth, state):
            options[list(block.issues)] = block.choices[self.numbers[level.block][way]]
            yield from self._back(depth - 1, parent, options)

    def _edges(self, depth: int, state: int) -> list[tuple[int, int]]:
        """The alternatives that lead to a state, with the states they come from, in the order of the file."""
        level = self.levels[depth]
        first, last = np.searchsorted(self._ties[depth][:, 0], [state, state + 1])
        tied = self._ties[depth][first:last, 1:].tolist()
        return sorted([(int(level.choice[state]), int(level.parent[state])), *map(tuple, tied)])

    @property
    def _settled(self) -> NDArray[np.int64]:
        options = np.zeros(len(self.settled) + sum(len(block.issues) for block in self.blocks), np.int64)
        options[list(self.settled)] = list(self.settled.values())
        return options

    @cached_property
    def _ties(self) -> list[Numbers]:
        return [level.ties[np.argsort(level.ties[:, 0], kind="stable")] for level in self.levels]

    def count(self, vector: int) -> int:
        """How many packages one vector has, exactly."""
        return int(self._counts[self.states[vector]])

    @cached_property
    def _counts(self) -> NDArray[np.object_]:
        """Packages behind each state of the last level; Python's integers, for they may be of any size."""
        counts = np.array([1], dtype=object)
        for level in self.levels:
            before, counts = counts, counts[level.parent]
            for state, _, parent in level.ties.tolist():
                counts[state] += before[parent]
        return counts
