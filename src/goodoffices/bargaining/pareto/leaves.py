"""Finds the non-dominated among many points of four parties and more; the work on leaves is shared among threads."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from ..grid import Ints, Numbers
from . import _dominance as kernel

FEW = 4_000
"""Points below which threads cost more than they bring."""
_THREADS = os.cpu_count() or 1
_SHARES = 8 * _THREADS


def owners(points: Ints) -> Numbers:
    """For each point (n, parties) its own number, that of the first equal one, or -1 where another dominates it; shape (n,)."""
    n = len(points)
    owner = np.empty(n, np.int32)
    if n == 0:
        return owner
    codes = kernel.code(points)
    order = _order(codes)
    rows, codes = kernel.arranged(points, codes, order)
    highs, lows = kernel.corners(codes, kernel.LEAF, n)
    tops, _ = kernel.corners(highs, kernel.GROUP, highs.shape[1])

    def work(first: int, last: int) -> None:
        kernel.owners(rows, codes, order, highs, lows, tops, first, last, owner)

    _share(work, highs.shape[1], n)
    return owner


def _order(codes: NDArray[np.int16]) -> Numbers:
    """The order of leaves; the two halves of many points are ordered at the same time."""
    n = codes.shape[1]
    order = np.arange(n, dtype=np.int32)
    if n < FEW:
        kernel.leaf_order(codes, order, 0, n)
        return order
    middle = kernel.split(codes, order, 0, n)
    with ThreadPoolExecutor(_THREADS) as threads:
        list(threads.map(lambda part: kernel.leaf_order(codes, order, *part), [(0, middle), (middle, n)]))
    return order


def _share(work: Callable[[int, int], None], leaves: int, n: int) -> None:
    if n < FEW:
        work(0, leaves)
        return
    edges = [leaves * i // _SHARES for i in range(_SHARES + 1)]
    with ThreadPoolExecutor(_THREADS) as threads:
        list(threads.map(work, edges[:-1], edges[1:]))
