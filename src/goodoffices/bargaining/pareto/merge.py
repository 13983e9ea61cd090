"""Merges block after block and keeps what no other partial sum dominates: all packages are never listed.

If a partial sum is dominated, so is every package that goes on from it, for utilities are added (Nemhauser and Ullmann 1969,
for the knapsack; any number of parties). The last block comes first. A limit never drops states in silence: the level is made
coarser, and what that may cost each party is counted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic

import numpy as np
from numpy.typing import NDArray

from ..grid import Ints, Numbers
from . import _dominance, _kernels
from .coarse import coarsened
from .leaves import owners

FLOATS = NDArray[np.float64]
FEW_WAYS = 32
"""Alternatives of a block up to which a merge of sorted lists is the fastest for two and three parties."""
_MOST_NUMBERS = 60_000_000
"""Whole numbers that the candidates of one level may be: half a gigabyte."""
_LEAST = 16
"""States that a level may always have: the way to the end is never given up."""
_MOST_AT_ONCE = 20_000
"""States up to which two parties are merged in one call."""


@dataclass(frozen=True)
class Level:
    """One block merged: where each state comes from."""

    block: int
    choice: Numbers
    """The alternative of the block that each state takes; shape (states,)."""
    parent: Numbers
    """The state of the level before; shape (states,)."""
    ties: Numbers
    """Other ways to the very same sums: state, alternative, parent; shape (ties, 3)."""

    def of(self, states: Numbers) -> "Level":
        """The level with some of its states only, renumbered."""
        number = np.full(len(self.choice), -1, np.int32)
        number[states] = np.arange(len(states), dtype=np.int32)
        ties = self.ties[number[self.ties[:, 0]] >= 0]
        ties = np.column_stack([number[ties[:, 0]], ties[:, 1:]])
        return Level(self.block, self.choice[states], self.parent[states], ties)


@dataclass(frozen=True)
class Keep:
    """What is worth keeping: sums that reach `floor` and cuts @ sums >= needs, as far as the blocks to come allow."""

    floor: Ints
    """The least sum of each party, in steps; shape (parties,)."""
    cuts: FLOATS
    """Weights of the parties, none negative; shape (cuts, parties)."""
    needs: FLOATS
    """Shape (cuts,)."""

    @classmethod
    def above(cls, floor: Ints) -> "Keep":
        """Only a floor."""
        return cls(floor, np.empty((0, len(floor))), np.empty(0))

    def at(self, rest: Ints, rest_cuts: FLOATS, slack: Ints) -> "Keep":
        """What a partial sum needs where the blocks to come add at most `rest`, and `rest_cuts` to the cuts."""
        return Keep(self.floor - rest - slack, self.cuts, self.needs - rest_cuts - self.cuts @ slack)


@dataclass(frozen=True)
class Limits:
    """Where exact work ends."""

    until: float
    """A time of `time.monotonic`."""
    states: int
    """States of a level."""
    rank: Callable[[Ints, int], FLOATS] | None = None
    """How promising each state is, given the sums and how many blocks are to come: beyond the limit the best ones are kept, and
    the merge is not complete. Without it the level is made coarser."""


@dataclass(frozen=True)
class Merged:
    """All that is left after the last block merged."""

    sums: Ints
    """Shape (states, parties), in steps."""
    levels: tuple[Level, ...]
    """The last block first."""
    slack: Ints
    """For each party, how far at most a dropped package is above one that was kept; shape (parties,); 0 where nothing was."""
    complete: bool
    """Whether no state was dropped for want of promise or of time."""


def merge(ways: Sequence[Ints], keep: Keep, limits: Limits) -> Merged:
    """Merge blocks, given what each alternative of each adds (alternatives, parties)."""
    return _Merge(ways, keep, limits).run()


class _Merge:
    """One merge under way: the level, the levels before it, the slack so far."""

    def __init__(self, ways: Sequence[Ints], keep: Keep, limits: Limits) -> None:
        self.ways, self.keep, self.limits = ways, keep, limits
        parties = len(keep.floor)
        self.sums: Ints = np.zeros((1, parties), np.int64)
        self.levels: list[Level] = []
        self.slack: Ints = np.zeros(parties, np.int64)
        self.complete = True
        most = [np.zeros(parties, np.int64), *(way.max(axis=0) for way in ways)]
        cut = [np.zeros(len(keep.needs)), *((keep.cuts @ way.T).max(axis=1) for way in ways)]
        self.rests: Ints = np.cumsum(most, axis=0)
        self.rest_cuts: FLOATS = np.cumsum(cut, axis=0)
        self.pace = 1e-6 * parties  # seconds a candidate, until it is measured

    def run(self) -> Merged:
        if len(self.keep.floor) == 2 and not len(self.keep.needs) and max(map(len, self.ways), default=99) <= FEW_WAYS:
            self._fold_pairs()
        for block in range(len(self.ways) - 1 - len(self.levels), -1, -1):
            if not len(self.sums):
                break
            self._keep_limits(block)
            self._merge_block(block)
        if len(self.sums) > self.limits.states:
            self._reduce(self.limits.states, 0)
        return Merged(self.sums, tuple(self.levels), self.slack, self.complete)

    def _fold_pairs(self) -> None:
        """Two parties, as long as there are few states: one call, for the way into and out of a kernel costs more than a level."""
        last_first = self.ways[::-1]
        starts = np.cumsum([0, *map(len, last_first)])
        floors = self.keep.floor - self.rests[-2::-1]
        folded = _kernels.fold_pairs(np.concatenate(last_first), starts, floors, min(_MOST_AT_ONCE, self.limits.states))
        self.sums, choice, parent, begins, ties = folded
        ends = np.searchsorted(ties[:, 0], np.arange(len(begins)))
        for n in range(len(begins) - 1):
            part = slice(begins[n], begins[n + 1])
            tied = ties[ends[n] : ends[n + 1], 1:]
            self.levels.append(Level(len(self.ways) - 1 - n, choice[part], parent[part], tied))

    def _keep_limits(self, block: int) -> None:
        """Reduce the level where the next block would take too much room or time."""
        ways = len(self.ways[block])
        left = max(0.0, self.limits.until - monotonic())
        most = min(self.limits.states, _MOST_NUMBERS // (ways * self.sums.shape[1]))
        if len(self.sums) * ways * self.pace > 0.4 * left:
            most = min(most, int(0.5 * left / (block + 1) / (ways * self.pace)))
        if len(self.sums) > max(most, _LEAST):
            self._reduce(max(most, _LEAST), block + 1)

    def _reduce(self, most: int, to_come: int) -> None:
        if self.limits.rank is None:
            states, slack = coarsened(self.sums, most)
            self.slack = self.slack + slack
        else:
            promise = self.limits.rank(self.sums, to_come)
            states = np.sort(np.argpartition(-promise, most)[:most]).astype(np.int32)
            self.complete = False
        self.sums = self.sums[states]
        self.levels[-1] = self.levels[-1].of(states)

    def _merge_block(self, block: int) -> None:
        ways, began = self.ways[block], monotonic()
        candidates = len(self.sums) * len(ways)
        keep = self.keep.at(self.rests[block], self.rest_cuts[block], self.slack)
        sweep = {2: _kernels.merge_pairs, 3: _kernels.merge_triples}.get(ways.shape[1])
        if sweep is None or len(ways) > FEW_WAYS:
            merged = _by_leaves(self.sums, ways, keep)
        else:
            merged = sweep(self.sums, ways, keep.floor, keep.cuts, keep.needs)
        self.sums, choice, parent, ties = merged
        self.levels.append(Level(block, choice, parent, ties))
        if candidates > 20_000:
            # The next level is larger, and its states cost more each.
            self.pace = 1.5 * (monotonic() - began) / candidates


def _by_leaves(level: Ints, ways: Ints, keep: Keep) -> tuple[Ints, Numbers, Numbers, Numbers]:
    sums, choice, parent = _dominance.extend(level, ways, keep.floor, keep.cuts, keep.needs)
    owner = owners(sums)
    kept = np.flatnonzero(owner == np.arange(len(owner)))
    if sums.shape[1] <= 3:
        kept = kept[np.lexsort(-sums[kept].T[::-1])]  # lexicographic, the greatest first, as the sweeps want it
    tied = np.flatnonzero((owner >= 0) & (owner != np.arange(len(owner))))
    number = np.empty(len(owner), np.int32)
    number[kept] = np.arange(len(kept), dtype=np.int32)
    ties = np.column_stack([number[owner[tied]], choice[tied], parent[tied]]).astype(np.int32)
    return sums[kept], choice[kept], parent[kept], ties
