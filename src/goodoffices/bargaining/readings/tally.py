"""Counting over all readings, piece by piece, by whatever executor is given."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass

from ...errors import DataError, Problem
from .counts import Counts, count
from .settings import Clock, Settings
from .shares import Tally
from .study import Study


@dataclass(frozen=True)
class Piece:
    """Some readings under one prior."""

    prior: int
    start: int
    stop: int


def tally(study: Study, settings: Settings, clock: Clock, executor: Executor | None = None) -> Tally:
    """Count over every reading under every prior.

    The pieces go round the priors, so that a deadline leaves each with the same number of readings or one piece less; the first
    piece of each is always done.
    """
    found: dict[int, Counts] = {}
    pieces = list(_pieces(study, settings))
    done = 0
    for piece, counts in _work(study, settings, pieces, clock, executor):
        found[piece.prior] = found[piece.prior] + counts if piece.prior in found else counts
        done += 1
        if settings.tell is not None:
            settings.tell(done, len(pieces))
    return Tally(study, tuple(found[number] for number in range(len(study.priors))), done == len(pieces))


def _pieces(study: Study, settings: Settings) -> Iterator[Piece]:
    for start in range(0, settings.readings, settings.chunk):
        stop = min(start + settings.chunk, settings.readings)
        yield from (Piece(prior, start, stop) for prior in range(len(study.priors)))


def _work(
    study: Study, settings: Settings, pieces: list[Piece], clock: Clock, executor: Executor | None
) -> Iterator[tuple[Piece, Counts]]:
    """The pieces in their order with what was counted, until the time is over."""
    if executor is None:
        for piece in pieces:
            if clock.over and piece.start > 0:
                return
            yield piece, _counted(_do(study, settings.seed, piece))
        return
    waiting: deque[tuple[Piece, Future[Counts | tuple[Problem, ...]]]] = deque()
    try:
        for piece in pieces:
            if clock.over and piece.start > 0:
                break
            waiting.append((piece, executor.submit(_do, study, settings.seed, piece)))
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


def _do(study: Study, seed: int, piece: Piece) -> Counts | tuple[Problem, ...]:
    """Done by a worker."""
    try:
        return count(study, piece.prior, seed, piece.start, piece.stop)
    except DataError as error:
        # An error with its own way of being made does not travel between processes; what it says does.
        return error.problems


def _counted(done: Counts | tuple[Problem, ...]) -> Counts:
    if isinstance(done, Counts):
        return done
    raise DataError(done)
