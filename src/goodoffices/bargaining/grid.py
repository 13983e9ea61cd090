"""Utilities as whole numbers, so that whether two packages are equal, or one dominates the other, is exact.

A step of a party's grid is one part of the common denominator of its numbers. Where packages are listed, that is so whatever
these are: what 64 bits cannot hold are Python's own whole numbers (`exact_grid`). The kernels need 64 bits: where they do not do, a
step is 2^-40 of the party's maximum, and what an option adds is rounded to the nearest step (`grid`); what is found then holds to
nine digits, and nobody may call it exact.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import lcm
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Numbers: TypeAlias = NDArray[np.int32]
"""Numbers of states, alternatives and the like."""
Whole: TypeAlias = NDArray[Any]
"""Whole numbers: of 64 bits, or Python's own of any size in an array of objects."""
EXACT = 1 << 52
"""The largest sum of steps: below it, whole numbers are exact as floats, too."""
FAR = 1 << 60
"""The most steps of a no deal: with any sum they fit into a whole number of 64 bits."""
FINE = 1 << 40
"""Steps up to a party's maximum where its numbers have no small common denominator."""


@dataclass(frozen=True)
class Grid:
    """The utilities of a scenario in steps; the arrays' axes are (option, party)."""

    values: Whole
    """What each option adds, in steps; shape (options of all issues one after the other, parties)."""
    starts: Ints
    """Where the options of each issue begin; shape (issues + 1,)."""
    no_deal: Whole
    """What each party has without a deal, in steps; shape (parties,)."""
    hair: Ints
    """How far a gain may be from what it would be unrounded, in steps; 0 where nothing was rounded; shape (parties,)."""
    steps: tuple[Fraction, ...]
    """What one step of each party is worth."""
    exact: tuple[bool, ...]
    """Whether nothing was rounded."""

    @property
    def rounded(self) -> bool:
        """Whether anything was rounded: what is found on this grid then holds to nine digits."""
        return not all(self.exact)

    @property
    def floor(self) -> Whole:
        """The least sums, in steps, of a package that may be as good as no deal, for all that rounding tells; shape (parties,)."""
        return self.no_deal - self.hair if self.rounded else self.no_deal

    def gains(self, sums: Whole) -> Whole:
        """What sums (n, parties) are more than no deal, in steps; what rounding may have made of 0 is 0."""
        gains: Whole = sums - self.no_deal
        return np.where(np.abs(gains) <= self.hair, 0, gains) if self.rounded else gains

    def of(self, options: Sequence[int]) -> Whole:
        """The sums of a package, given the option taken of each issue, in steps; shape (parties,)."""
        rows = self.starts[:-1] + np.array(options)
        return np.asarray(self.values[rows].sum(axis=0), self.values.dtype)

    def utility(self, sums: Sequence[int] | Whole) -> tuple[Fraction, ...]:
        """Sums of steps of each party as utilities."""
        return tuple(int(s) * step for s, step in zip(sums, self.steps, strict=True))


def grid(worths: Sequence[Sequence[Fraction]], sizes: Sequence[int], no_deals: Sequence[Fraction]) -> Grid:
    """The grid of what each option adds for each party (`worths[party][option]`), given the number of options of each issue.

    OverflowError, with the number of the party, where its no deal is too far from its packages.
    """
    starts = np.cumsum([0, *sizes], dtype=np.int64)
    columns, no_deal, steps, exact = [], [], [], []
    for adds, without in zip(worths, no_deals, strict=True):
        most = _most(adds, starts)
        step, whole = _step([*adds, without], max(most, abs(without)), most)
        columns.append([_parts(w, step.denominator) for w in adds] if whole else [round(w / step) for w in adds])
        no_deal.append(round(without / step))
        steps.append(step)
        exact.append(whole)
    for party, steps_away in enumerate(no_deal):
        if abs(steps_away) > FAR:
            raise OverflowError(party)
    values = np.array(columns, dtype=np.int64).T.copy()
    # Half a step for each option of a package, and for no deal.
    hair = np.where(exact, 0, len(sizes) // 2 + 1)
    return Grid(values, starts, np.array(no_deal, dtype=np.int64), hair, tuple(steps), tuple(exact))


def exact_grid(
    worths: Sequence[Sequence[Fraction]], sizes: Sequence[int], no_deals: Sequence[Fraction], bits: int
) -> Grid:
    """As `grid`, with nothing rounded; where 64 bits have no room the numbers are objects, with which only NumPy can work.

    OverflowError where a common denominator has more than so many bits: a file of fractions could ask for any memory.
    """
    starts = np.cumsum([0, *sizes], dtype=np.int64)
    denominators = [_common([*adds, without], bits) for adds, without in zip(worths, no_deals, strict=True)]
    columns = [[_parts(w, d) for w in adds] for adds, d in zip(worths, denominators, strict=True)]
    no_deal = [_parts(without, d) for without, d in zip(no_deals, denominators, strict=True)]
    largest = [
        max(_most(adds, starts), abs(without), Fraction(1)) * d
        for adds, without, d in zip(worths, no_deals, denominators, strict=True)
    ]
    kind: Any = np.int64 if max(largest) <= EXACT else object
    values = np.array(columns, dtype=kind).T.copy()
    steps = tuple(Fraction(1, d) for d in denominators)
    hair = np.zeros(len(steps), np.int64)
    return Grid(values, starts, np.array(no_deal, dtype=kind), hair, steps, (True,) * len(steps))


def _common(numbers: Sequence[Fraction], bits: int) -> int:
    denominator = 1
    for number in numbers:
        denominator = lcm(denominator, number.denominator)
        if denominator.bit_length() > bits:
            raise OverflowError(bits)
    return denominator


def _parts(number: Fraction, denominator: int) -> int:
    return number.numerator * (denominator // number.denominator)


def _most(worths: Sequence[Fraction], starts: Ints) -> Fraction:
    """The sum of the largest sizes: no package's utility is further from 0."""
    largest = [max(abs(w) for w in worths[a:b]) for a, b in pairwise(starts)]
    return sum(largest, Fraction())


def _step(numbers: Sequence[Fraction], largest: Fraction, most: Fraction) -> tuple[Fraction, bool]:
    denominator, size = 1, max(largest, Fraction(1))
    # Where every package is worth 0, no deal alone has a size.
    rounded = (most or largest or Fraction(1)) / FINE
    if size > EXACT:
        return rounded, False
    for number in numbers:
        if denominator % number.denominator:
            denominator = lcm(denominator, number.denominator)
            if denominator * size > EXACT:
                return rounded, False
    return Fraction(1, denominator), True
