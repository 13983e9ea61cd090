"""What is not known and could be asked: how a party ranks two options, which issue matters more to it, what it has without a deal.

An answer divides the readings: those in which it would be given, and the others.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ..grid import Ints
from .agenda import Agenda
from .constraints import Wants
from .orders import Ranks

Codes = NDArray[np.int8]
ABOUT = Literal["order", "importance", "no deal"]
MOST_PAIRS = 15
"""The most pairs of options that are asked about in one issue."""


@dataclass(frozen=True)
class Question:
    """Something that a party could be asked; `first` and `second` are options, or issues, by their numbers."""

    party: str
    about: ABOUT
    first: int = -1
    second: int = -1

    @property
    def answers(self) -> int:
        """How many answers it has: the first rather than the second or not; of no deal: worse than today, the same, better."""
        return 3 if self.about == "no deal" else 2

    def codes(self, agenda: Agenda, values: Ints, no_deal: Ints) -> Codes:
        """The answer in each reading of the party, from 0. values: (readings, options); no_deal: (readings,)."""
        if self.about == "order":
            return (values[:, self.first] > values[:, self.second]).astype(np.int8)
        if self.about == "importance":
            return (_range(agenda, values, self.first) > _range(agenda, values, self.second)).astype(np.int8)
        today = values[:, list(agenda.status_quo or ())].sum(axis=1)
        return np.asarray((no_deal >= today).astype(np.int8) + (no_deal > today), dtype=np.int8)


def questions_of(agenda: Agenda, wants: Iterable[Wants], ranks: Iterable[Ranks], red: set[int]) -> tuple[Question, ...]:
    """What could be asked of each party; what its statements decide is not asked, nor about options in nobody's reach."""
    found: list[Question] = []
    for own, order in zip(wants, ranks, strict=True):
        if own.points is None:
            found += _orders(agenda, own, order, red)
            issues = [n for n in range(len(agenda.issues)) if order.levels[n] > 1]
            found += [Question(own.party, "importance", a, b) for a, b in combinations(issues, 2)]
        if not own.no_deal_known and agenda.status_quo is not None:
            found.append(Question(own.party, "no deal"))
    return tuple(found)


def _orders(agenda: Agenda, wants: Wants, order: Ranks, red: set[int]) -> Iterator[Question]:
    known = _above(agenda.size, wants.better, order, agenda.starts)
    for start, end in pairwise(agenda.starts):
        open_ = [
            (a, b)
            for a, b in combinations([o for o in range(int(start), int(end)) if o not in red], 2)
            if order.level[a] != order.level[b] and not known[a, b] and not known[b, a]
        ]
        yield from (Question(wants.party, "order", a, b) for a, b in open_[:MOST_PAIRS])


def _above(size: int, better: Iterable[tuple[int, int]], order: Ranks, starts: Ints) -> NDArray[np.bool_]:
    """Whether an option is better than another, by what is stated and what follows from it; shape (options, options)."""
    known = np.zeros((size, size), dtype=np.bool_)
    for a, b in better:
        known[a, b] = True
    same = np.zeros_like(known)
    for start, end in pairwise(starts):
        own = order.level[start:end]
        same[start:end, start:end] = own[:, None] == own[None, :]
    known = same @ known @ same
    for middle in range(size):
        known |= known[:, middle, None] & known[None, middle, :]
    return known


def _range(agenda: Agenda, values: Ints, issue: int) -> Ints:
    own = values[:, agenda.starts[issue] : agenda.starts[issue + 1]]
    return np.asarray(own.max(axis=1) - own.min(axis=1), dtype=np.int64)
