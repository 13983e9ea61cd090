"""Loops over flat arrays for the box of `box.py`; private, unchecked, compiled. Read `_kernels.py` first."""

import numpy as np
from numpy.typing import NDArray

from ..compiled import compiled
from ._kernels import SMALL, Ints, Longs

Shorts = NDArray[np.uint16]
_LINE = 16
"""Numbers of four bytes in a line of the cache."""


@compiled
def sort_rows(ranks: Ints, size: int, low: int, order: Shorts, tie: Shorts) -> None:
    """Sort a maker's fibres in a box, worst first: `order` and `tie`, both (f * size), hold own choices and first equal slots.

    The box is (high, size, low); fibre h * low + l holds the states (h, :, l). Fibres are taken 16 at a time, as many as lie in
    one line of the cache: a fibre alone would read its states 2^k apart, all in the same few lines.
    """
    keys = np.empty((_LINE, size), np.int32)
    for high in range(len(ranks) // (size * low)):
        for left in range(0, low, _LINE):
            width = min(_LINE, low - left)
            for own in range(size):
                begin = (high * size + own) * low + left
                for place in range(width):
                    keys[place, own] = ranks[begin + place]
            for place in range(width):
                begin = (high * low + left + place) * size
                _sort_row(keys[place], order[begin : begin + size], tie[begin : begin + size])


@compiled
def _sort_row(keys: Ints, order: Shorts, tie: Shorts) -> None:
    size = len(keys)
    if size <= SMALL:
        for own in range(size):
            rank = keys[own]
            place = own
            while place > 0 and keys[order[place - 1]] < rank:
                order[place] = order[place - 1]
                place -= 1
            order[place] = own
    else:
        order[:] = np.argsort(-keys)
    first = 0
    for place in range(size):
        if keys[order[place]] != keys[order[first]]:
            first = place
        tie[order[place]] = first


@compiled
def by_block(order: Ints, size: int, low: int, blocks: Ints) -> None:
    """Split an order of states by one maker's own choice; `blocks` (size, others) holds states of the others, in the same order."""
    filled = np.zeros(size, np.int64)
    for state in order:
        high, rest = divmod(state, size * low)
        own, right = divmod(rest, low)
        blocks[own, filled[own]] = high * low + right
        filled[own] += 1


@compiled
def spread_in_blocks(
    values: Ints, order: Ints, sorted_: tuple[Shorts, Shorts], sizes: Longs, lows: Longs, worst: Ints
) -> None:
    """As `spread` in a box, for improvements; block after block of one maker's own choice, since the others never change it.

    A block then fits into the cache. values, order, worst: (own choice, state of the others); sorted_: orders and ties of the
    other makers, (other, own choice * state of the others); sizes, lows: (other) of their axes in the box of the others.
    """
    orders, ties = sorted_
    blocks, n = values.shape
    others = len(sizes)
    passed = np.empty((others, n), np.int32)
    stack = np.empty(n, np.int32)
    for block in range(blocks):
        passed[:, :] = 0
        worst[block, :] = -1
        offset = block * n
        for seed in order[block]:
            if worst[block, seed] >= 0:
                continue
            value = values[block, seed]
            worst[block, seed] = value
            stack[0] = seed
            top = 1
            while top:
                top -= 1
                state = stack[top]
                for k in range(others):
                    size, low = sizes[k], lows[k]
                    high, right = state // (size * low), state % low
                    f = high * low + right
                    place, end = passed[k, f], ties[k, offset + state]
                    if place >= end:
                        continue
                    passed[k, f] = end
                    first = high * size * low + right
                    while place < end:
                        before = first + orders[k, offset + f * size + place] * low
                        place += 1
                        if worst[block, before] < 0:
                            worst[block, before] = value
                            stack[top] = before
                            top += 1
