"""What each concept picks out of vectors of utilities, exactly: floats only narrow down who is compared.

Gains are those over no deal. Nash (1950): the largest product; if every product is 0, most parties gaining, then the product over
these. Egalitarian: leximin, the largest smallest gain, then the largest second smallest (Kalai 1977; Sen 1970). Kalai and
Smorodinsky (1975): the same of the gains as shares of each party's best. Utilitarian: the largest sum.

Vectors are whole numbers of steps; a step of each party is worth its `units`.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import gcd, lcm, log, prod

import numpy as np
from numpy.typing import NDArray

from ..grid import Grid, Ints, Whole
from .result import Concept

Rows = Ints
"""Numbers of rows, ascending."""
Floats = NDArray[np.float64]
_NEAR = 1e-9
"""Floats that differ by less, relative to the numbers they come from, are compared again as exact ones."""


def picked(grid: Grid, concept: Concept, sums: Whole, best: Sequence[int]) -> Rows:
    """The rows of sums (n, parties), none below no deal, that a concept picks; `best`: the best gain of each party, in steps."""
    gains = grid.gains(sums)
    if concept == "nash":
        return nash(gains, grid.steps)
    if concept == "egalitarian":
        return leximin(gains, grid.steps)
    return kalai_smorodinsky(gains, best) if concept == "kalai_smorodinsky" else utilitarian(sums, grid.steps)


def value(
    concept: Concept, utilities: Sequence[Fraction], no_deal: Sequence[Fraction], best: Sequence[Fraction]
) -> Fraction:
    """What a concept makes large, of a package with these utilities; `best`: the best gain of each party."""
    gains = [u - d for u, d in zip(utilities, no_deal, strict=True)]
    if concept == "nash":
        # Where work is to nine digits a gain may be a hair below nothing: two such losses must not multiply to a gain.
        return prod((max(gain, Fraction()) for gain in gains), start=Fraction(1))
    if concept == "egalitarian":
        return min(gains)
    if concept == "kalai_smorodinsky":
        return min((gain / most for gain, most in zip(gains, best, strict=True) if most > 0), default=Fraction())
    return sum(utilities, Fraction())


def nash(gains: Whole, units: Sequence[Fraction]) -> Rows:
    """The rows of gains (n, parties), none negative, that Nash's product picks."""
    gaining = (gains > 0).sum(axis=1)
    rows = np.flatnonzero(gaining == gaining.max())
    logs = _logarithms(np.where(gains[rows] > 0, gains[rows], 1))
    logs += np.where(gains[rows] > 0, [log(unit.numerator) - log(unit.denominator) for unit in units], 0.0)
    totals = logs.sum(axis=1)
    rows = rows[totals >= totals.max() - _NEAR * max(1.0, np.abs(logs).sum(axis=1).max())]
    whole = _whole(units).tolist()
    return _largest(rows, lambda row: prod(g * u for g, u in zip(gains[row].tolist(), whole, strict=True) if g > 0))


def leximin(gains: Whole, units: Sequence[Fraction]) -> Rows:
    """The rows of gains (n, parties) that leximin picks."""
    least = _floats(gains, units).min(axis=1)
    rows = np.flatnonzero(least >= least.max() - _NEAR * abs(least.max()))
    worth = np.sort(gains[rows].astype(object) * _whole(units), axis=1)
    for party in range(worth.shape[1]):
        best = worth[:, party] == worth[:, party].max()
        rows, worth = rows[best], worth[best]
    return rows


def kalai_smorodinsky(gains: Whole, best: Sequence[int]) -> Rows:
    """The rows of gains (n, parties) that Kalai and Smorodinsky pick; where nobody can gain, all rows."""
    inside = [party for party, gain in enumerate(best) if gain > 0]
    if not inside:
        return np.arange(len(gains))
    return leximin(gains[:, inside], [Fraction(1, best[party]) for party in inside])


def utilitarian(sums: Whole, units: Sequence[Fraction]) -> Rows:
    """The rows of sums (n, parties) whose total is the largest."""
    worth = _floats(sums, units)
    totals = worth.sum(axis=1)
    rows = np.flatnonzero(totals >= totals.max() - _NEAR * np.abs(worth).sum(axis=1).max())
    whole = _whole(units).tolist()
    return _largest(rows, lambda row: sum(g * u for g, u in zip(sums[row].tolist(), whole, strict=True)))


def _floats(numbers: Whole, units: Sequence[Fraction]) -> Floats:
    """What numbers (n, parties) are worth, all by one factor: floats have no room for the numbers themselves."""
    if numbers.dtype == object:
        whole = numbers * _whole(units)
        return np.asarray(whole / max(1, np.abs(whole).max()), float)
    largest = max(units)
    return np.asarray(numbers * np.array([float(unit / largest) for unit in units]))


def _logarithms(numbers: Whole) -> Floats:
    """Of numbers above 0 of any size."""
    if numbers.dtype == object:
        return np.asarray(np.frompyfunc(log, 1, 1)(numbers), float)
    return np.asarray(np.log(numbers.astype(float)))


def _whole(units: Sequence[Fraction]) -> NDArray[np.object_]:
    """Whole numbers in the same proportion."""
    denominator = lcm(*(unit.denominator for unit in units))
    numbers = [int(unit * denominator) for unit in units]
    shared = gcd(*numbers) or 1
    return np.array([number // shared for number in numbers], dtype=object)


def _largest(rows: Ints, key: Callable[[int], int]) -> Rows:
    keys = [(key(int(row)), int(row)) for row in rows]
    best = max(k for k, _ in keys)
    return np.array([row for k, row in keys if k == best], np.int64)
