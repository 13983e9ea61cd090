"""Moves of the graph form: listed one by one. Read `model.py` first.

Moves need not be transitive here: from 1 to 2 and from 2 to 3 need not mean from 1 to 3. As nobody moves twice in a row, what a
sequence can reach depends on who moved last, and the search keeps that beside the state.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from ._kernels import worst_first
from ._kernels_arcs import lowest_along, spread_along

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Arcs:
    """Listed moves, by where they begin and by where they end."""

    starts: Longs
    """(maker, n + 1) Where the moves from each state begin in `to`."""
    to: Ints
    """Where the moves end, all makers'."""
    back_starts: Longs
    """(maker, n + 1) Likewise, by the state in which they end."""
    origins: Ints
    """Whence they come."""

    @classmethod
    def of(cls, states: int, moves: Iterable[Iterable[tuple[int, int]]]) -> "Arcs":
        """From each maker's moves as pairs of state indices."""
        pairs = [np.array(sorted(set(m)), np.int64).reshape(-1, 2) for m in moves]
        sizes = list(accumulate((len(p) for p in pairs), initial=0))
        forth = [_by_state(p[:, 0], p[:, 1], states) for p in pairs]
        back = [_by_state(p[:, 1], p[:, 0], states) for p in pairs]
        return cls(
            np.stack([s + size for (s, _), size in zip(forth, sizes, strict=False)]),
            np.concatenate([e for _, e in forth]),
            np.stack([s + size for (s, _), size in zip(back, sizes, strict=False)]),
            np.concatenate([e for _, e in back]),
        )

    def moves(self, maker: int, state: int) -> Iterator[int]:
        """The states to which a maker can move."""
        starts = self.starts[maker]
        yield from map(int, self.to[starts[state] : starts[state + 1]])

    def lowest(self, maker: int, values: Ints) -> Ints:
        """(n) The lowest value to which a move of the maker leads from each state."""
        low = np.empty_like(values)
        lowest_along(values, self.starts[maker], self.to, low)
        return low

    def worst(self, maker: int, values: Ints) -> Ints:
        """(n) The largest value that sequences of moves of all but the maker reach from each state, its own counted."""
        ranks = np.empty((len(self.starts), len(values)), np.int32)
        return self._worst(maker, values, ranks, improving=False)

    def improved(self, ranks: Ints) -> "ImprovingArcs":
        """The moves that are improvements for who moves."""
        return ImprovingArcs(self, ranks)

    def _worst(self, maker: int, values: Ints, ranks: Ints, *, improving: bool) -> Ints:
        order, found = np.empty_like(values), np.empty_like(ranks)
        worst_first(values, order)
        spread_along(maker, values, order, (self.back_starts, self.origins), ranks, improving, found)
        own: Ints = found[maker]
        return own


@dataclass(frozen=True, eq=False)
class ImprovingArcs:
    """The listed moves that are improvements for who moves."""

    arcs: Arcs
    ranks: Ints

    def worst(self, maker: int, values: Ints) -> Ints:
        """(n) The largest value that improvements of all but the maker reach from each state, its own counted."""
        return self.arcs._worst(maker, values, self.ranks, improving=True)


def _by_state(at: Longs, other: Longs, states: int) -> tuple[Longs, Ints]:
    order = np.argsort(at, kind="stable")
    begins = np.zeros(states + 1, np.int64)
    np.cumsum(np.bincount(at, minlength=states), out=begins[1:])
    return begins, other[order].astype(np.int32)
