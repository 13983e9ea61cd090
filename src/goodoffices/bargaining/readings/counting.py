"""Counting over readings, by whatever executor is given; and what the counts say: shares under every prior, as ranges.

All counts are whole numbers, so that their sum does not depend on how the readings were divided among workers.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field, fields
from functools import cached_property
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...errors import DataError, Problem
from ..grid import Ints
from .experiment import Experiment
from .packages import UNIT
from .questions import Question
from .result import WIDEST, About, Share
from .sampling import Drawn
from .sentences import Sentences
from .settings import Clock, Settings

_Z = 1.959964
"""95 % of a normal distribution lie within so many standard deviations."""
_LEAST = 0.01
"""An unknown that explains less of the variance is not named."""


@dataclass(frozen=True)
class Counts:
    """Sums over some readings of one prior; half 0 are the readings with even numbers, half 1 the others."""

    readings: Ints
    """In each half; shape (2,)."""
    attempts: Ints
    """Of each party; shape (parties,)."""
    columns: Ints
    """In how many readings each thing holds, in the order of `Columns`, in units; shape (2, columns)."""
    answers: Ints
    """How often each answer but the first is given, question after question; shape (2, answers)."""
    asked: Ints
    """In how many readings an answer is given and a thing holds, in units; shape (2, answers, columns)."""

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
    def of(cls, experiment: Experiment) -> "Columns":
        """For one experiment."""
        return cls(len(experiment.rows), experiment.agenda.size, len(experiment.red_lines), experiment.full)

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


def count(experiment: Experiment, prior: int, seed: int, start: int, stop: int) -> Counts:
    """Count over the readings from `start` up to, without, `stop` under a prior; DataError where they are too rare."""
    drawn = experiment.drawn(experiment.priors[prior], seed, start, stop - start)
    things, parts = _things(experiment, drawn)
    answers = _answers(experiment, drawn)
    half = (np.arange(start, stop) % 2).astype(np.bool_)
    halves = [~half, half]
    nash = Columns.of(experiment).nash
    columns = np.array([_whole(things[h].sum(axis=0, dtype=np.float64)) for h in halves]) * UNIT
    # Sums of ones in 32 bits are exact below 2^24, sums of units in 64 below 2^53; a piece of work has fewer readings.
    asked = np.array([_whole(answers[h].T @ things[h]) for h in halves]) * UNIT
    columns[:, nash] = [parts[h].sum(axis=0) for h in halves]
    asked[:, :, nash] = [_whole(answers[h].T.astype(np.float64) @ parts[h].astype(np.float64)) for h in halves]
    return Counts(
        np.array([int(h.sum()) for h in halves], dtype=np.int64),
        np.array([d.attempts for d in drawn], dtype=np.int64),
        columns,
        np.array([_whole(answers[h].sum(axis=0, dtype=np.float64)) for h in halves]),
        asked,
    )


def _whole(sums: NDArray[np.floating]) -> Ints:
    return np.asarray(np.rint(sums), dtype=np.int64)


def _things(experiment: Experiment, drawn: Sequence[Drawn]) -> tuple[NDArray[np.float32], Ints]:
    """What holds in each reading (readings, columns); what part of its Nash packages holds an option (readings, options)."""
    readings, columns = experiment.together(drawn), Columns.of(experiment)
    verdict = experiment.packages.judge(readings, experiment.full)
    things = np.zeros((len(readings.values), columns.front.stop), dtype=np.float32)
    things[:, columns.any] = (verdict.gains > 0).all(axis=1)
    for place, packages in enumerate(experiment.freed, columns.changes.start):
        things[:, place] = packages.judge(readings, False).larger_than(verdict, readings.slack)
    things[:, columns.beats] = verdict.beats
    things[:, columns.front] = verdict.front
    return things, verdict.nash


def _answers(experiment: Experiment, drawn: Sequence[Drawn]) -> NDArray[np.float32]:
    """Which answer is given in each reading, the first answer of each question left out; shape (readings, answers)."""
    parties = experiment.agenda.parties
    found: list[NDArray[np.bool_]] = []
    for question in experiment.questions:
        own = drawn[parties.index(question.party)]
        codes = question.codes(experiment.agenda, own.values, own.no_deal)
        found += [codes == answer for answer in range(1, question.answers)]
    if not found:
        return np.zeros((len(drawn[0].values), 0), dtype=np.float32)
    return np.stack(found, axis=1).astype(np.float32)


@dataclass(frozen=True)
class Tally:
    """The counts of an experiment under each of its priors."""

    experiment: Experiment
    counts: tuple[Counts, ...]
    complete: bool = True
    """Whether all readings that were asked for were drawn before the deadline."""
    columns: Columns = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "columns", Columns.of(self.experiment))

    def share(self, about: About, what: str, column: int, sentences: Sentences, **names: Any) -> Share:
        """What a column says; `names`: further fields of the share."""
        by_prior, error = self.by_prior(column), max(half_width(held, n) for held, n in self._held(column))
        low, high = min(by_prior.values()), max(by_prior.values())
        question = self._unknown(column)
        unknown = sentences.unknown(question) if question is not None else None
        return Share(about, what, by_prior, (low, high), error, high - low <= WIDEST, unknown, **names)

    def by_prior(self, column: int) -> dict[str, float]:
        """The share of a column under each prior."""
        held = zip(self.experiment.priors, self._held(column), strict=True)
        return {prior.id: whole / number for prior, (whole, number) in held}

    def _held(self, column: int) -> list[tuple[float, int]]:
        return [(int(c.columns[:, column].sum()) / UNIT, int(c.readings.sum())) for c in self.counts]

    def most_often(self, where: slice, number: int) -> list[int]:
        """The packages whose column counts most over all priors together, the largest first; none that never counts."""
        total = self.total.columns[:, where].sum(axis=0)
        order = np.argsort(-total, kind="stable")[:number]
        return [int(n) for n in order if total[n] > 0]

    @cached_property
    def total(self) -> Counts:
        """The counts of all priors together."""
        return sum(self.counts[1:], self.counts[0])

    @cached_property
    def _sizes(self) -> NDArray[Any]:
        """How often each answer of each question is given; shape (questions, answers)."""
        return _parts(self.experiment.questions, self.total.answers.sum(axis=0), int(self.total.readings.sum()))

    def _unknown(self, column: int) -> Question | None:
        """The question that explains most of the variance of a column, all priors together."""
        questions = self.experiment.questions
        if not questions:
            return None
        number, held = int(self.total.readings.sum()), int(self.total.columns[:, column].sum()) / UNIT
        holding = _parts(questions, self.total.asked[:, :, column].sum(axis=0) / UNIT, held)
        off = holding / self._sizes.clip(min=1) - held / number
        explained = (self._sizes * off**2).sum(axis=1) / number
        variance = held / number * (1 - held / number)
        best = int(np.argmax(explained))
        return questions[best] if explained[best] > _LEAST * variance else None


def _parts(questions: Sequence[Question], counted: NDArray[Any], total: float) -> NDArray[Any]:
    """Numbers for each answer of each question, the first answer's being what is left; shape (questions, most answers)."""
    found = np.zeros((len(questions), max(q.answers for q in questions)))
    at = 0
    for place, question in enumerate(questions):
        found[place, 1 : question.answers] = counted[at : at + question.answers - 1]
        at += question.answers - 1
    found[:, 0] = total - found.sum(axis=1)
    return found


def half_width(held: float, number: int) -> float:
    """Half the 95 % interval of a share (Wilson 1927, p. 212): above 0 also where nothing, or everything, was counted."""
    share = held / number
    return _Z / (1 + _Z**2 / number) * sqrt(share * (1 - share) / number + _Z**2 / (4 * number**2))


@dataclass(frozen=True)
class Piece:
    """Some readings under one prior."""

    prior: int
    start: int
    stop: int


def tally(experiment: Experiment, settings: Settings, clock: Clock, executor: Executor | None = None) -> Tally:
    """Count over every reading under every prior.

    The pieces go round the priors, so that a deadline leaves each with the same number of readings or one piece less; the first
    piece of each is always done.
    """
    found: dict[int, Counts] = {}
    pieces = list(_pieces(experiment, settings))
    done = 0
    for piece, counts in _work(experiment, settings, pieces, clock, executor):
        found[piece.prior] = found[piece.prior] + counts if piece.prior in found else counts
        done += 1
        if settings.tell is not None:
            settings.tell(done, len(pieces))
    return Tally(experiment, tuple(found[number] for number in range(len(experiment.priors))), done == len(pieces))


def _pieces(experiment: Experiment, settings: Settings) -> Iterator[Piece]:
    for start in range(0, settings.readings, settings.chunk):
        stop = min(start + settings.chunk, settings.readings)
        yield from (Piece(prior, start, stop) for prior in range(len(experiment.priors)))


def _work(
    experiment: Experiment, settings: Settings, pieces: list[Piece], clock: Clock, executor: Executor | None
) -> Iterator[tuple[Piece, Counts]]:
    """The pieces in their order with what was counted, until the time is over."""
    if executor is None:
        for piece in pieces:
            if clock.over and piece.start > 0:
                return
            yield piece, _counted(_do(experiment, settings.seed, piece))
        return
    waiting: deque[tuple[Piece, Future[Counts | tuple[Problem, ...]]]] = deque()
    try:
        for piece in pieces:
            if clock.over and piece.start > 0:
                break
            waiting.append((piece, executor.submit(_do, experiment, settings.seed, piece)))
            if len(waiting) >= 2 * settings.workers:
                yield _next(waiting)
        while waiting:
            yield _next(waiting)
    finally:
        for _, future in waiting:
            future.cancel()


def _next(waiting: "deque[tuple[Piece, Future[Counts | tuple[Problem, ...]]]]") -> tuple[Piece, Counts]:
    piece, future = waiting.popleft()
    return piece, _counted(future.result())


def _do(experiment: Experiment, seed: int, piece: Piece) -> Counts | tuple[Problem, ...]:
    """Done by a worker."""
    try:
        return count(experiment, piece.prior, seed, piece.start, piece.stop)
    except DataError as error:
        # An error with its own way of being made does not travel between processes; what it says does.
        return error.problems


def _counted(done: Counts | tuple[Problem, ...]) -> Counts:
    if isinstance(done, Counts):
        return done
    raise DataError(done)
