"""Picks the named packages out of vectors of utilities, exactly: floats only narrow down who is compared.

Gains are those over no deal. Nash (1950): the largest product; if every product is 0, most parties gaining, then the product over
these. Egalitarian: leximin, the largest smallest gain, then the largest second smallest (Kalai 1977; Sen 1970). Kalai and
Smorodinsky (1975): the same of the gains as shares of each party's best. Utilitarian: the largest sum.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import gcd, lcm, log, prod

import numpy as np
from numpy.typing import NDArray

from ..grid import Ints

Rows = Ints
"""Numbers of rows, ascending."""
_NEAR = 1e-9
"""Floats that differ by less, relative to the numbers they come from, are compared again as exact ones."""


def nash(gains: Ints, units: Sequence[Fraction]) -> Rows:
    """The rows of gains (n, parties), none negative, that Nash's product picks, a step of each party being worth `units`."""
    gaining = (gains > 0).sum(axis=1)
    rows = np.flatnonzero(gaining == gaining.max())
    logs = np.log(np.where(gains[rows] > 0, gains[rows], 1).astype(float))
    logs += np.where(gains[rows] > 0, [log(unit.numerator) - log(unit.denominator) for unit in units], 0.0)
    totals = logs.sum(axis=1)
    rows = rows[totals >= totals.max() - _NEAR * max(1.0, np.abs(logs).sum(axis=1).max())]
    return _largest(rows, lambda row: prod(g * u for g, u in zip(gains[row].tolist(), units, strict=True) if g > 0))


def leximin(gains: Ints, units: Sequence[Fraction]) -> Rows:
    """The rows of gains (n, parties) that leximin picks, a step of each party being worth `units`."""
    least = (gains * relative(units)).min(axis=1)
    rows = np.flatnonzero(least >= least.max() - _NEAR * abs(least.max()))
    worth = np.sort(gains[rows].astype(object) * _whole(units), axis=1)
    for party in range(worth.shape[1]):
        best = worth[:, party] == worth[:, party].max()
        rows, worth = rows[best], worth[best]
    return rows


def utilitarian(sums: Ints, units: Sequence[Fraction]) -> Rows:
    """The rows of sums (n, parties) whose total is the largest, a step of each party being worth `units`."""
    worth = sums * relative(units)
    totals = worth.sum(axis=1)
    rows = np.flatnonzero(totals >= totals.max() - _NEAR * np.abs(worth).sum(axis=1).max())
    whole = _whole(units).tolist()
    return _largest(rows, lambda row: sum(g * u for g, u in zip(sums[row].tolist(), whole, strict=True)))


def relative(units: Sequence[Fraction]) -> NDArray[np.float64]:
    """What a step of each party is worth, as a share of the largest: floats have no room for the numbers themselves."""
    largest = max(units)
    return np.array([float(unit / largest) for unit in units])


def _whole(units: Sequence[Fraction]) -> NDArray[np.object_]:
    """Whole numbers in the same proportion."""
    denominator = lcm(*(unit.denominator for unit in units))
    numbers = [int(unit * denominator) for unit in units]
    shared = gcd(*numbers) or 1
    return np.array([number // shared for number in numbers], dtype=object)


def _largest(rows: NDArray[np.int64], key: Callable[[int], Fraction | int]) -> Rows:
    keys = [(key(int(row)), int(row)) for row in rows]
    best = max(k for k, _ in keys)
    return np.array([row for k, row in keys if k == best], np.int64)
