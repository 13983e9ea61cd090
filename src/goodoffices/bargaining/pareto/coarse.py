"""Makes a level of partial sums coarser, and tells what that may cost."""

import numpy as np
from numpy.typing import NDArray

from ..grid import Numbers, Whole


def coarsened(sums: Whole, most: int) -> tuple[Numbers, Whole]:
    """At most `most` of the states (n, parties), in their order, and how far above its stand-in any other is; shape (parties,).

    The range of each party is cut into equal parts; of the states in one cell the one with the greatest sum of shares of the
    ranges stands for all (the boxes of Papadimitriou and Yannakakis 2000, section 3, with the error counted as it came out).
    """
    low, span = sums.min(axis=0), np.maximum(np.ptp(sums, axis=0), 1)
    shares = np.asarray((sums - low) / span, float)
    parts = max(2.0, float(most)) ** (1 / max(1, sums.shape[1] - 1)) * 2
    cell = _cells(shares, parts)
    while parts > 1 and cell.max() + 1 > most:
        parts = max(1.0, parts * 0.75)
        cell = _cells(shares, parts)
    best_first = np.argsort(-shares.sum(axis=1), kind="stable")
    _, first = np.unique(cell[best_first], return_index=True)
    stand_in = best_first[first]  # by cell
    slack = np.maximum(sums - sums[stand_in[cell]], 0).max(axis=0)
    return np.sort(stand_in).astype(np.int32), slack


def _cells(shares: NDArray[np.float64], parts: float) -> NDArray[np.int64]:
    """The number of each state's cell, from 0; shape (n,)."""
    place = np.minimum((shares * parts).astype(np.int64), int(np.ceil(parts)) - 1)
    number = np.zeros(len(shares), np.int64)
    for column in place.T:
        # Renumbered after each party: numbers of cells that hold something stay small, whatever the parts and the parties.
        _, number = np.unique(number * (int(np.ceil(parts)) + 1) + column, return_inverse=True)
    return number.reshape(-1)
