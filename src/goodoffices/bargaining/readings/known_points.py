"""A party whose points are stated: every comparison of packages is one of whole numbers of any size, exact to the last digit."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..grid import Ints
from .agenda import Agenda, Row
from .statements import Wants


@dataclass(frozen=True)
class KnownPoints:
    """The value of every option, and between what no deal lies: one number, or above `low` (not equal) and up to `high`."""

    wants: Wants
    values: NDArray[Any]
    """Python's whole numbers, which have no largest one; shape (options,)."""
    no_deal: int | None
    """None where only bounds are known, or nothing is."""
    low: int | None
    """What no deal is more than: the best package that the party refuses."""
    high: int | None
    """The most that no deal can be: the worst package that the party accepts."""

    @classmethod
    def of(cls, agenda: Agenda, wants: Wants) -> "KnownPoints":
        """From statements with points; they may contradict one another."""
        numbers = [*(wants.points or ()), *([wants.no_deal] if wants.no_deal is not None else [])]
        whole = whole_numbers(numbers)
        values = np.array(whole[: agenda.size], dtype=object)
        no_deal = whole[-1] if wants.no_deal is not None else None
        if wants.at_status_quo:
            no_deal = _sum(values, agenda.status_quo or ())
        refused = [_sum(values, row) for row in wants.refuses]
        accepted = [_sum(values, row) for row in wants.accepts]
        return cls(wants, values, no_deal, max(refused, default=None), min(accepted, default=None))

    @property
    def binds_no_deal(self) -> bool:
        """Whether anything is stated that no deal enters into."""
        return any(bound is not None for bound in (self.no_deal, self.low, self.high))

    def possible(self) -> bool:
        """Whether the other statements hold of these points."""
        v, wants = self.values, self.wants
        return (
            all(v[a] > v[b] for a, b in wants.better)
            and all(v[a] == v[b] for a, b in wants.ties)
            and all(v[a] - v[b] >= v[c] - v[d] for a, b, c, d in wants.swings)
            and self._bounds_meet()
        )

    def _bounds_meet(self) -> bool:
        low, high = self.low, self.high
        if self.no_deal is not None:
            return (low is None or low < self.no_deal) and (high is None or self.no_deal <= high)
        return low is None or high is None or low < high

    def at_least(self, form: Ints) -> bool:
        """Whether form(z) >= 0 in every reading."""
        worst, _ = self._worst(form)
        return worst is not None and worst >= 0

    def more(self, form: Ints) -> bool:
        """Whether form(z) > 0 in every reading."""
        worst, open_ = self._worst(form)
        return worst is not None and (worst > 0 or (open_ and worst >= 0))

    def more_of_each(self, forms: Ints) -> NDArray[np.bool_]:
        """`more` of many forms; shape (forms,)."""
        return np.array([self.more(form) for form in forms], dtype=np.bool_)

    def _worst(self, form: Ints) -> tuple[int | None, bool]:
        """The least that a form can be, and whether it stays just above; None where nothing bounds it."""
        used = np.flatnonzero(form[:-1])
        whole = sum((int(form[n]) * self.values[n] for n in used), 0)
        weight = int(form[-1])
        if weight == 0:
            return whole, False
        at = self.no_deal if self.no_deal is not None else (self.high if weight < 0 else self.low)
        if at is None:
            return None, False
        return whole + weight * at, self.no_deal is None and weight > 0


def whole_numbers(numbers: Iterable[Fraction]) -> list[int]:
    """Numbers times their common denominator: in the same relations to one another."""
    listed = list(numbers)
    common = lcm(1, *(number.denominator for number in listed))
    return [int(number * common) for number in listed]


def _sum(values: NDArray[Any], row: Row) -> int:
    return sum((int(values[option]) for option in row), 0)
