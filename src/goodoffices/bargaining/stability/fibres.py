"""Moves of the option form. Read `model.py` first.

A decision maker changes any set of his own options, so his moves stay within a *fibre*: the feasible states that agree in all
options of the others. Where every option can be taken up and dropped, every member of a fibre can be reached from every other
in one move. Two moves of one decision maker in a row are then one move, or none; so nothing is lost where sequences may hold them,
and what is reached does not depend on who moved last. The same is true with options that are only taken up or only dropped.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from . import _kernels as kernels
from .letters import Codes

Ints = NDArray[np.int32]
_MOST_INDEXED = 24
"""Options; an index of all their combinations then takes 64 MB."""


@dataclass(frozen=True, eq=False)
class Fibres:
    """The moves of the option form, as arrays over makers and states."""

    codes: Codes
    """(n) The feasible states, ascending."""
    options: int
    """How many options there are."""
    up: int
    """Options that are only taken up, as a code."""
    down: int
    """Options that are only dropped."""
    masks: tuple[int, ...]
    """The options of each maker, as codes."""
    members: Ints
    """(maker, n) The states, fibre by fibre; in a fibre ascending."""
    fibre: Ints
    """(maker, n) To which fibre of the maker each state belongs."""
    starts: Ints
    """Where each fibre begins in `members`, and where the last ends; all makers' one after another."""
    offsets: NDArray[np.int64]
    """(maker + 1) Where each maker's part of `starts` begins."""

    @classmethod
    def of(cls, codes: Codes, options: int, masks: Sequence[int], one_way: tuple[int, int] = (0, 0)) -> "Fibres":
        """From the feasible states and the options of each maker, as codes; `one_way`: only taken up, only dropped."""
        whole = len(codes) == 1 << options
        n, makers = len(codes), len(masks)
        members, fibre = np.empty((makers, n), np.int32), np.empty((makers, n), np.int32)
        starts = []
        for k, mask in enumerate(masks):
            begins = _whole(options, mask, members[k], fibre[k]) if whole else _part(codes, mask, members[k], fibre[k])
            starts.append(begins)
        offsets = np.cumsum([0, *map(len, starts)])
        return cls(codes, options, *one_way, tuple(masks), members, fibre, np.concatenate(starts), offsets)

    @property
    def fibres(self) -> "Fibres":
        """The moves as fibres."""
        return self

    @property
    def reversible(self) -> bool:
        """Whether every option can be taken up and dropped."""
        return not self.up and not self.down

    def of_maker(self, maker: int) -> tuple[Ints, Ints]:
        """Members and starts of one maker's fibres."""
        return self.members[maker], self.starts[self.offsets[maker] : self.offsets[maker + 1]]

    def moves(self, maker: int, state: int) -> Iterator[int]:
        """The states to which a maker can move."""
        members, starts = self.of_maker(maker)
        f, here = self.fibre[maker, state], int(self.codes[state])
        for end in members[starts[f] : starts[f + 1]]:
            there = int(self.codes[end])
            if end != state and not here & ~there & self.up and not there & ~here & self.down:
                yield int(end)

    def lowest(self, maker: int, values: Ints) -> Ints:
        """(n) The lowest value to which a move of the maker leads; may count the state itself, which no concept minds."""
        low = np.empty_like(values)
        members, starts = self.of_maker(maker)
        if self.reversible:
            kernels.lowest(values, members, starts, low)
        else:
            kernels.lowest_one_way(values, members, starts, self.codes, (self.up, self.down), low)
        return low

    def worst(self, maker: int, values: Ints) -> Ints:
        """(n) The largest value that moves of all but the maker reach from each state, its own counted."""
        found = np.empty_like(values)
        if not self.reversible:
            return self._one_way(maker, values, np.empty((0, 0), np.int32), found)
        ends = np.empty_like(self.members)
        for k in range(len(ends)):
            _, starts = self.of_maker(k)
            ends[k] = starts[self.fibre[k] + 1]
        kernels.spread(maker, values, falling(values), self._arrays(self.members), ends, found)
        return found

    def worst_by_own_options(self, maker: int, values: Ints) -> Ints:
        """(n) The largest value of any state with the same options of the maker as each state, reached or not."""
        _, inverse = np.unique(self.codes & self.masks[maker], return_inverse=True)
        order = np.argsort(inverse, kind="stable")
        begins = np.searchsorted(inverse[order], np.arange(int(inverse.max()) + 1))
        found: Ints = np.maximum.reduceat(values[order], begins)[inverse]
        return found

    def index(self) -> Ints:
        """(2^options) The state with each code, -1 where it cannot be; empty where that would take too much memory."""
        if self.options > _MOST_INDEXED:
            return np.empty(0, np.int32)
        index = np.full(1 << self.options, -1, np.int32)
        index[self.codes] = np.arange(len(self.codes), dtype=np.int32)
        return index

    def improved(self, ranks: Ints) -> "Improvements":
        """The moves that are improvements for who moves."""
        return Improvements.of(self, ranks)

    def _one_way(self, maker: int, values: Ints, ranks: Ints, found: Ints) -> Ints:
        improving = len(ranks) > 0
        moves = (self.codes, self.up, self.down, ranks, improving)
        kernels.spread_one_way(maker, values, falling(values), self._arrays(self.members), moves, found)
        return found

    def _arrays(self, members: Ints) -> tuple[Ints, Ints, Ints, NDArray[np.int64]]:
        return members, self.fibre, self.starts, self.offsets


@dataclass(frozen=True, eq=False)
class Improvements:
    """Fibres sorted by what each maker prefers, worst first: whoever can improve to a state stands before it."""

    fibres: Fibres
    ranks: Ints
    members: Ints
    tie: Ints
    """(maker, n) The slot at which the states as good as each state begin."""

    @classmethod
    def of(cls, fibres: Fibres, ranks: Ints) -> "Improvements":
        """Sort the fibres, where that is of use."""
        if not fibres.reversible:
            return cls(fibres, ranks, fibres.members, fibres.members)
        members, tie = fibres.members.copy(), np.empty_like(fibres.members)
        for k in range(len(members)):
            kernels.sort_fibres(members[k], fibres.of_maker(k)[1], ranks[k], tie[k])
        return cls(fibres, ranks, members, tie)

    def worst(self, maker: int, values: Ints) -> Ints:
        """(n) The largest value that improvements of all but the maker reach from each state, its own counted."""
        found = np.empty_like(values)
        if not self.fibres.reversible:
            return self.fibres._one_way(maker, values, self.ranks, found)
        kernels.spread(maker, values, falling(values), self.fibres._arrays(self.members), self.tie, found)
        return found


def falling(values: Ints) -> Ints:
    """(n) The states by falling value."""
    order = np.empty_like(values)
    kernels.worst_first(values, order)
    return order


def _whole(options: int, mask: int, members: Ints, fibre: Ints) -> Ints:
    """Every combination is feasible: the fibres are the rows of a box that is turned so that the own options come last."""
    own = [axis for axis in range(options) if mask >> (options - 1 - axis) & 1]
    others = [axis for axis in range(options) if axis not in own]
    box = np.arange(1 << options, dtype=np.int32).reshape((2,) * options)
    rows = box.transpose(others + own).reshape(-1, 1 << len(own))
    members[:] = rows.ravel()
    fibre[rows] = np.arange(len(rows), dtype=np.int32)[:, None]
    return np.arange(len(rows) + 1, dtype=np.int32) << len(own)


def _part(codes: Codes, mask: int, members: Ints, fibre: Ints) -> Ints:
    _, inverse, counts = np.unique(codes & ~mask, return_inverse=True, return_counts=True)
    fibre[:] = inverse
    members[:] = np.argsort(inverse, kind="stable")
    return np.concatenate([np.zeros(1, np.int32), np.cumsum(counts, dtype=np.int32)])
