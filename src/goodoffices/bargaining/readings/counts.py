"""Counting over readings: what is acceptable, what lies on the frontier, what the Nash package holds, what answers change.

All counts are whole numbers, so that their sum does not depend on how the readings were divided among workers.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from ..grid import Ints
from .draw import Drawn, draw_readings
from .study import Study

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Counts:
    """Sums over some readings of one prior; half 0 are the readings with even numbers, half 1 the others."""

    readings: Ints
    """In each half; shape (2,)."""
    attempts: Ints
    """Of each party; shape (parties,)."""
    columns: Ints
    """In how many readings each thing holds, in the order of `Columns`; shape (2, columns)."""
    answers: Ints
    """How often each answer but the first is given, question after question; shape (2, answers)."""
    asked: Ints
    """In how many readings an answer is given and a thing holds; shape (2, answers, columns)."""

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(Counts)))


@dataclass(frozen=True)
class Columns:
    """Where what is counted stands."""

    packages: int
    options: int
    red_lines: int
    full: bool

    @classmethod
    def of(cls, study: Study) -> "Columns":
        """For one study."""
        return cls(len(study.rows), study.agenda.size, len(study.red_lines), study.full)

    @property
    def any(self) -> int:
        """Some package beats no deal for all."""
        return 0

    @property
    def nash(self) -> slice:
        """The Nash package holds an option."""
        return slice(1, 1 + self.options)

    @property
    def changes(self) -> slice:
        """The Nash package is another one without a red line."""
        return slice(self.nash.stop, self.nash.stop + self.red_lines)

    @property
    def beats(self) -> slice:
        """A package is better than no deal for all."""
        return slice(self.changes.stop, self.changes.stop + self.packages)

    @property
    def front(self) -> slice:
        """A package is at least as good as no deal for all, and on the frontier."""
        return slice(self.beats.stop, self.beats.stop + self.packages * self.full)


def count(study: Study, prior: int, seed: int, start: int, stop: int) -> Counts:
    """Count over the readings from `start` up to, without, `stop` under a prior; DataError where they are too rare."""
    drawn = [draw_readings(study.agenda, s, study.priors[prior], seed, start, stop - start) for s in study.subjects]
    things = _things(study, drawn)
    answers = _answers(study, drawn)
    half = (np.arange(start, stop) % 2).astype(np.bool_)
    halves = [~half, half]
    return Counts(
        np.array([int(h.sum()) for h in halves], dtype=np.int64),
        np.array([d.attempts for d in drawn], dtype=np.int64),
        np.array([_whole(things[h].sum(axis=0, dtype=np.float64)) for h in halves]),
        np.array([_whole(answers[h].sum(axis=0, dtype=np.float64)) for h in halves]),
        # Sums of ones in 32 bits are exact below 2^24; a piece of work has fewer readings.
        np.array([_whole(answers[h].T @ things[h]) for h in halves]),
    )


def _whole(sums: NDArray[np.floating]) -> Ints:
    return np.asarray(np.rint(sums), dtype=np.int64)


def _things(study: Study, drawn: Sequence[Drawn]) -> NDArray[np.float32]:
    """What holds in each reading; shape (readings, columns)."""
    values = np.stack([d.values for d in drawn], axis=2)
    no_deal = np.stack([d.no_deal for d in drawn], axis=1)
    columns, number = Columns.of(study), len(values)
    verdict = study.room.judge(values, no_deal, study.full)
    things = np.zeros((number, columns.front.stop), dtype=np.float32)
    things[:, columns.any] = verdict.rank[:, 0] == values.shape[2]
    found = np.flatnonzero(verdict.nash[:, 0] >= 0)
    things[found[:, None], columns.nash.start + verdict.nash[found]] = 1
    for place, room in enumerate(study.freed, columns.changes.start):
        things[:, place] = _larger(room.judge(values, no_deal, False).rank, verdict.rank)
    things[:, columns.beats] = verdict.beats
    things[:, columns.front] = verdict.front
    return things


def _larger(a: Floats, b: Floats) -> NDArray[np.bool_]:
    return np.asarray((a[:, 0] > b[:, 0]) | ((a[:, 0] == b[:, 0]) & (a[:, 1] > b[:, 1])), dtype=np.bool_)


def _answers(study: Study, drawn: Sequence[Drawn]) -> NDArray[np.float32]:
    """Which answer is given in each reading, the first answer of each question left out; shape (readings, answers)."""
    parties = study.agenda.parties
    found: list[NDArray[np.bool_]] = []
    for question in study.questions:
        own = drawn[parties.index(question.party)]
        codes = question.codes(study.agenda, own.values, own.no_deal)
        found += [codes == answer for answer in range(1, question.answers)]
    if not found:
        return np.zeros((len(drawn[0].values), 0), dtype=np.float32)
    return np.stack(found, axis=1).astype(np.float32)
