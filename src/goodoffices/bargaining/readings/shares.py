"""Shares of readings under every prior, as ranges; and whether the choice of prior decides more than the sources do."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import sqrt
from typing import Literal

import numpy as np

from ..grid import Ints
from .agenda import Row
from .counts import Columns, Counts
from .questions import Question
from .result import WIDEST
from .study import Study

_Z = 1.959964
"""95 % of a normal distribution lie within so many standard deviations."""
_LEAST = 0.01
"""An unknown that explains less of the variance is not named."""
About = Literal["any", "option", "package", "red line"]


@dataclass(frozen=True)
class Share:
    """In what share of the readings something holds."""

    about: About
    by_prior: dict[str, float]
    error: float
    """Half the widest 95 % interval of the shares (Wilson 1927): how far drawing more readings could move them."""
    unknown: Question | None
    """The question whose answer explains most of whether it holds; None where no single one explains 1 % of it."""
    option: int | None = None
    """The option that it is about."""
    row: Row | None = None
    """The package."""
    party: str | None = None
    """Whose red line."""

    @property
    def range(self) -> tuple[float, float]:
        """The smallest and the largest share under a prior."""
        return min(self.by_prior.values()), max(self.by_prior.values())

    @property
    def decided(self) -> bool:
        """Whether the range is narrow enough to be told."""
        low, high = self.range
        return high - low <= WIDEST


@dataclass(frozen=True)
class Tally:
    """The counts of a study under each of its priors."""

    study: Study
    counts: tuple[Counts, ...]
    complete: bool = True
    """Whether all readings that were asked for were drawn before the deadline."""
    columns: Columns = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "columns", Columns.of(self.study))

    def share(self, about: About, column: int, **what: object) -> Share:
        """What a column says."""
        pairs = [(int(c.columns[:, column].sum()), int(c.readings.sum())) for c in self.counts]
        by_prior = {p.id: held / n for p, (held, n) in zip(self.study.priors, pairs, strict=True)}
        error = max(half_width(held, n) for held, n in pairs)
        return Share(about, by_prior, error, self._unknown(column), **what)  # type: ignore[arg-type]  # fields of Share

    @cached_property
    def total(self) -> Counts:
        """The counts of all priors together."""
        return sum(self.counts[1:], self.counts[0])

    @cached_property
    def _sizes(self) -> Ints:
        """How often each answer of each question is given; shape (questions, answers)."""
        return _parts(self.study.questions, self.total.answers.sum(axis=0), int(self.total.readings.sum()))

    def _unknown(self, column: int) -> Question | None:
        """The question that explains most of the variance of a column, all priors together."""
        questions = self.study.questions
        if not questions:
            return None
        number, held = int(self.total.readings.sum()), int(self.total.columns[:, column].sum())
        holding = _parts(questions, self.total.asked[:, :, column].sum(axis=0), held)
        off = holding / self._sizes.clip(min=1) - held / number
        explained = (self._sizes * off**2).sum(axis=1) / number
        variance = held / number * (1 - held / number)
        best = int(np.argmax(explained))
        return questions[best] if explained[best] > _LEAST * variance else None


def _parts(questions: Sequence[Question], counted: Ints, total: int) -> Ints:
    """Numbers for each answer of each question, the first answer's being what is left; shape (questions, most answers)."""
    found = np.zeros((len(questions), max(q.answers for q in questions)), dtype=np.int64)
    at = 0
    for place, question in enumerate(questions):
        found[place, 1 : question.answers] = counted[at : at + question.answers - 1]
        at += question.answers - 1
    found[:, 0] = total - found.sum(axis=1)
    return found


def half_width(held: int, number: int) -> float:
    """Half the 95 % interval of a share (Wilson 1927, p. 212): above 0 also where nothing, or everything, was counted."""
    share = held / number
    return _Z / (1 + _Z**2 / number) * sqrt(share * (1 - share) / number + _Z**2 / (4 * number**2))


def shares(tally: Tally, packages: int) -> tuple[Share, ...]:
    """All shares: any package; each option; the packages most often acceptable and on the frontier; each red line."""
    study, columns = tally.study, tally.columns
    found = [tally.share("any", columns.any)]
    red = {line.option for line in study.red_lines}
    found += [
        tally.share("option", columns.nash.start + option, option=option)
        for option in range(study.agenda.size)
        if option not in red
    ]
    found += [
        tally.share("package", columns.front.start + number, row=tuple(map(int, study.rows[number])))
        for number in most_often(tally, columns.front, packages + 1)
        if study.agenda.status_quo != tuple(map(int, study.rows[number]))
    ]
    # The status quo is no agreement; without it one more has its place.
    found = found[: 1 + sum(s.about == "option" for s in found) + packages]
    found += [
        tally.share("red line", columns.changes.start + number, option=line.option, party=line.party)
        for number, line in enumerate(study.red_lines)
    ]
    return tuple(found)


def most_often(tally: Tally, where: slice, number: int) -> list[int]:
    """The packages whose column counts most over all priors together, the largest first; none that never counts."""
    total = sum((c.columns[:, where].sum(axis=0) for c in tally.counts), np.zeros(1, dtype=np.int64))
    order = np.argsort(-total, kind="stable")[:number]
    return [int(n) for n in order if total[n] > 0]
