"""The first package in the order of the file among very many that are traced back to the same vectors, without listing them."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .merge import Level
from .trace import Options, Traced

Flags = NDArray[np.bool_]


def earliest(traced: Traced, vectors: Sequence[int]) -> Options:
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
