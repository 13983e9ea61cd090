"""From the states of a merge back to packages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..blocks import Block
from ..grid import Numbers
from .merge import Level
from .packages import Options

Flags = NDArray[np.bool_]
_PART = 4_096
"""Vectors that are traced back at a time."""
_LISTED = 1_000
"""Packages up to which all are listed to find the first in the order of the file."""


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

    def of_each(self, vectors: int) -> Iterator[tuple[int, Options]]:
        """All packages of the first vectors; those of vectors that have only one are traced many at a time."""
        for begin in range(0, vectors, _PART):
            part = range(begin, min(vectors, begin + _PART))
            table = self._one_of_each(self.states[part.start : part.stop]).tolist()
            for vector, row in zip(part, table, strict=True):
                if self.count(vector) == 1:
                    yield vector, tuple(row)
                else:
                    yield from ((vector, options) for options in self.of(vector))

    def _one_of_each(self, states: Numbers) -> NDArray[np.int64]:
        """A package of each of some states of the last level; shape (states, issues)."""
        options = np.tile(self._settled, (len(states), 1))
        for level in reversed(self.levels):
            block = self.blocks[level.block]
            options[:, list(block.issues)] = block.choices[self.numbers[level.block][level.choice[states]]]
            states = level.parent[states]
        return options

    def first(self, vectors: Sequence[int]) -> Options:
        """The first package of some vectors in the order of the file: of very many without listing them."""
        if sum(self.count(vector) for vector in vectors) > _LISTED:
            return _earliest(self, vectors)
        return min(options for vector in vectors for options in self.of(vector))

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


def _earliest(traced: Traced, vectors: Sequence[int]) -> Options:
    """Issue by issue the smallest option with which some way back to the beginning is left."""
    ways = _Ways(traced, vectors)
    column = {issue: (block, place) for block, b in enumerate(traced.blocks) for place, issue in enumerate(b.issues)}
    options = dict(traced.settled)
    for issue in sorted(column):
        options[issue] = ways.settle(*column[issue])
    return tuple(options[issue] for issue in sorted(options))


class _Ways:
    """The edges of all levels, and which of them are still allowed."""

    def __init__(self, traced: Traced, vectors: Sequence[int]) -> None:
        self.traced = traced
        self.edges = [_edges(level) for level in traced.levels]
        self.allowed = [np.ones(len(states), bool) for states, _, _ in self.edges]
        self.depth = {level.block: depth for depth, level in enumerate(traced.levels)}
        self.last = np.zeros(len(traced.levels[-1].choice), bool)
        self.last[traced.states[list(vectors)]] = True

    def settle(self, block: int, place: int) -> int:
        """Allow only the smallest option of an issue, named by its block and its place in it; that option."""
        depth = self.depth[block]
        states, choice, parents = self.edges[depth]
        viable = self.allowed[depth] & self._wanted(depth)[states] & self._rooted(depth)[parents]
        taken = self.traced.blocks[block].choices[self.traced.numbers[block][choice], place]
        least = int(taken[viable].min())
        self.allowed[depth] &= taken == least
        return least

    def _wanted(self, depth: int) -> Flags:
        """The states of a level that lead to the vectors."""
        wanted = self.last
        for level in range(len(self.edges) - 1, depth, -1):
            states, _, parents = self.edges[level]
            before = np.zeros(len(self.traced.levels[level - 1].choice), bool)
            before[parents[self.allowed[level] & wanted[states]]] = True
            wanted = before
        return wanted

    def _rooted(self, depth: int) -> Flags:
        """The states of the level before that a way leads to."""
        rooted = np.ones(1, bool)
        for level in range(depth):
            states, _, parents = self.edges[level]
            after = np.zeros(len(self.traced.levels[level].choice), bool)
            after[states[self.allowed[level] & rooted[parents]]] = True
            rooted = after
        return rooted


def _edges(level: Level) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]:
    """State, alternative and parent of each edge."""
    own = np.column_stack([np.arange(len(level.choice), dtype=np.int32), level.choice, level.parent])
    edges = np.concatenate([own, level.ties])
    return edges[:, 0], edges[:, 1], edges[:, 2]
