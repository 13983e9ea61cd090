"""Moves of the option form where all can be and all can be undone. Read `fibres.py` first.

The states are then a box with an axis for each decision maker: every choice of his own options with every choice of the others'.
So what the others reach from a state is every state with the same choice of one's own, and lowest and worst values are minima
and maxima along axes. What takes a search (improvements only) is done block by block of one maker's choice, which the others
never change: a block fits into the cache where the box does not, and the time for a state stays the same as boxes grow.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from . import _kernels_box as kernels
from .fibres import Fibres, falling
from .letters import Codes

Ints = NDArray[np.int32]
Shorts = NDArray[np.uint16]
_MOST_OWN = 16
"""Options of one maker: his choices are numbered in 16 bits."""


@dataclass(frozen=True, eq=False)
class Box:
    """The moves where every combination is feasible and every option is taken up and dropped at will."""

    options: int
    """How many options there are; the options of each maker stand together."""
    masks: tuple[int, ...]
    """The options of each maker, as codes."""
    axes: tuple[int, ...]
    """(maker) Which axis of the box is his."""
    shape: tuple[int, ...]
    """The sizes of the axes, in the order of the options."""

    @classmethod
    def fits(cls, masks: Sequence[int]) -> bool:
        """Whether the options of each maker stand together, and are not too many."""
        return all(_together(mask) and mask.bit_count() <= _MOST_OWN for mask in masks)

    @classmethod
    def of(cls, options: int, masks: Sequence[int]) -> "Box":
        """From the options of each maker, as codes."""
        in_order = sorted(range(len(masks)), key=lambda k: -masks[k])
        shape = tuple(1 << masks[k].bit_count() for k in in_order)
        return cls(options, tuple(masks), tuple(in_order.index(k) for k in range(len(masks))), shape)

    @cached_property
    def codes(self) -> Codes:
        """(n) The codes of the states: all, ascending."""
        return np.arange(1 << self.options, dtype=np.int64)

    @cached_property
    def fibres(self) -> Fibres:
        """The same moves as fibres."""
        return Fibres.of(self.codes, self.options, self.masks)

    def moves(self, maker: int, state: int) -> Iterator[int]:
        """The states to which a maker can move."""
        _, size, low = self._around(maker)
        own = state // low % size
        return (state + (other - own) * low for other in range(size) if other != own)

    def lowest(self, maker: int, values: Ints) -> Ints:
        """(n) The lowest value to which a move of the maker leads; counts the state itself, which no concept minds."""
        high, size, low = self._around(maker)
        rows = values.reshape(high, size, low)
        return np.broadcast_to(rows.min(axis=1, keepdims=True), rows.shape).reshape(-1)

    def worst(self, maker: int, values: Ints) -> Ints:
        """(n) The largest value that moves of all but the maker reach from each state, its own counted."""
        high, size, low = self._around(maker)
        rows = values.reshape(high, size, low)
        return np.broadcast_to(rows.max(axis=(0, 2), keepdims=True), rows.shape).reshape(-1)

    def improved(self, ranks: Ints) -> "ImprovingBox":
        """The moves that are improvements for who moves."""
        return ImprovingBox.of(self, ranks)

    def _around(self, maker: int) -> tuple[int, int, int]:
        """The box as three axes: the options before the maker's, his own, those after."""
        axis = self.axes[maker]
        low = int(np.prod(self.shape[axis + 1 :], dtype=np.int64))
        return (1 << self.options) // (low * self.shape[axis]), self.shape[axis], low


@dataclass(frozen=True, eq=False)
class ImprovingBox:
    """The fibres of a box, each sorted by what its maker prefers, worst first."""

    box: Box
    orders: Shorts
    """(maker, n) Fibre by fibre, his choices in it."""
    ties: Shorts
    """(maker, n) Fibre by fibre, for each of his choices the slot at which those as good begin."""

    @classmethod
    def of(cls, box: Box, ranks: Ints) -> "ImprovingBox":
        """Sort the fibres."""
        orders, ties = np.empty(ranks.shape, np.uint16), np.empty(ranks.shape, np.uint16)
        for k, row in enumerate(ranks):
            _, size, low = box._around(k)
            kernels.sort_rows(row, size, low, orders[k], ties[k])
        return cls(box, orders, ties)

    def worst(self, maker: int, values: Ints) -> Ints:
        """(n) The largest value that improvements of all but the maker reach from each state, its own counted."""
        box = self.box
        high, size, low = box._around(maker)
        order = np.empty((size, high * low), np.int32)
        kernels.by_block(falling(values), size, low, order)
        blocks = np.ascontiguousarray(values.reshape(high, size, low).transpose(1, 0, 2)).reshape(size, -1)
        others = [k for k in range(len(box.axes)) if k != maker]
        orders, ties = np.empty((len(others), len(values)), np.uint16), np.empty((len(others), len(values)), np.uint16)
        for row, k in enumerate(others):
            orders[row] = self._turned(self.orders[k], k, maker, own_last=True)
            ties[row] = self._turned(self.ties[k], k, maker, own_last=False)
        sizes = np.array([box.shape[box.axes[k]] for k in others], np.int64)
        lows = np.array([box._around(k)[2] // (size if box.axes[maker] > box.axes[k] else 1) for k in others], np.int64)
        found = np.empty_like(blocks)
        kernels.spread_in_blocks(blocks, order, (orders, ties), sizes, lows, found)
        return np.ascontiguousarray(found.reshape(size, high, low).transpose(1, 0, 2)).reshape(-1)

    def _turned(self, sorted_: Shorts, k: int, first: int, *, own_last: bool) -> Shorts:
        """What is kept fibre by fibre (own axis last), with another maker's axis in front; the own axis last, or back in place."""
        shape, mine, front = self.box.shape, self.box.axes[k], self.box.axes[first]
        kept = [axis for axis in range(len(shape)) if axis != mine] + [mine]
        rest = [axis for axis in (kept if own_last else range(len(shape))) if axis != front]
        box = sorted_.reshape([shape[axis] for axis in kept])
        return box.transpose([kept.index(axis) for axis in (front, *rest)]).reshape(-1)


def _together(mask: int) -> bool:
    """Whether the bits of a mask stand side by side."""
    return not mask or bin(mask).rstrip("0").count("0") == 1
