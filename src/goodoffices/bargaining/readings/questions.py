"""What is not known and could be asked, and by how much the answer would raise the share of the best package.

A question is how a party ranks two options, which issue matters more to it, or what it has without a deal. An answer divides the
readings: those in which it would be given, and the others. The best package is the one that is better than no deal for all in most
readings. Once an answer is known, only the readings with that answer are left, and another package may be best among them. The gain
is the expected share of the best package with the answer, less that without (the value of information; Raiffa and Schlaifer 1961,
section 4.5), over the readings of all priors together.

The best of many packages in a small part of the readings looks better than it is. So the package is chosen by the readings with
even numbers and judged by those with odd ones, and the other way round: what is told is what would be found.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import sqrt
from typing import Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from ..grid import Ints
from .agenda import Agenda
from .orders import Ranks
from .packages import UNIT
from .result import Ask
from .statements import Wants

Codes = NDArray[np.int8]
ABOUT = Literal["order", "importance", "no deal"]
MOST_PAIRS = 15
"""The most pairs of options that are asked about in one issue."""
_Z = 1.959964
FEWEST = 20
"""In a half with fewer readings no package is chosen: the best of all readings is kept."""
LEAST = 0.005
"""A smaller gain is not worth a question."""


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


class Counted(Protocol):
    """What was counted over readings; as `Counts` has it."""

    @property
    def readings(self) -> Ints:
        """In each half."""

    @property
    def columns(self) -> Ints:
        """In how many readings each thing holds, in units."""

    @property
    def answers(self) -> Ints:
        """How often each answer but the first is given."""

    @property
    def asked(self) -> Ints:
        """In how many readings an answer is given and a thing holds, in units."""


Names = Callable[[Question], dict[str, Any]]
"""How a question is told: the fields of `Ask` that are names and words."""


def ask_next(
    questions: Sequence[Question], total: Counted, alone: Sequence[Counted], where: slice, names: Names
) -> tuple[Ask, ...]:
    """The questions whose answers are worth most, the best first; none whose gain could be an accident of drawing.

    `total`: what was counted under all priors together; `alone`: under each; `where`: the columns of the packages.
    """
    if not questions or where.start == where.stop:
        return ()
    number = int(total.readings.sum())
    before, after = _expected(questions, total, where)
    single = [_expected(questions, counts, where) for counts in alone]
    found = []
    for place, question in enumerate(questions):
        gains = [max(0.0, float(those[place]) - base) for base, those in single]
        then = float(after[place])
        error = _Z * sqrt((before * (1 - before) + then * (1 - then)) / number)
        if then - before > max(LEAST, error):
            gain, share = then - before, before
            found.append(Ask(**names(question), gain=gain, error=error, range=(min(gains), max(gains)), share=share))
    return tuple(sorted(found, key=lambda ask: -ask.gain))


def _expected(questions: Sequence[Question], counts: Counted, where: slice) -> tuple[float, NDArray[np.float64]]:
    """The best package's share without an answer, and for each question with it."""
    number = int(counts.readings.sum())
    held = counts.columns[:, where] // UNIT
    best = held.argmax(axis=1)
    now = int(held[1, best[0]] + held[0, best[1]])
    then, at = [], 0
    for question in questions:
        later = slice(at, at + question.answers - 1)
        given = counts.answers[:, later]
        kept = counts.asked[:, later, where] // UNIT
        sizes = np.concatenate([counts.readings[:, None] - given.sum(axis=1, keepdims=True), given], axis=1)
        parts = np.concatenate([held[:, None, :] - kept.sum(axis=1, keepdims=True), kept], axis=1)
        then.append(sum(_crossed(sizes[:, a], parts[:, a], best) for a in range(question.answers)) / number)
        at = later.stop
    return now / number, np.array(then)


def _crossed(sizes: Ints, part: Ints, best: Ints) -> int:
    """In how many readings of a part the package chosen by the other half is better than no deal for all."""
    chosen = [int(part[h].argmax()) if sizes[h] >= FEWEST else int(best[h]) for h in (0, 1)]
    return int(part[1, chosen[0]] + part[0, chosen[1]])
