"""Many reports: read and extracted by whatever Executor is given, in their order, the same with any number of workers.

    for batch in propose_all(given, Named("plain"), executor, workers=4): ...

An executor is Python's own, or that of a Dask cluster; a task is a batch of reports that takes about a tenth of a second.
"""

import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from typing import Any

from ..errors import DataError, Problem, UsageError
from ..record import Claim
from .extractors import Make, extractor_of
from .formats import Guesses, Kind
from .naming import sound
from .proposal import Extractor, Text
from .reports import Report, read_report

SECONDS = 0.1
"""How long a task should take: long enough that handing it over costs little, short enough that little is lost by a stop."""
MOST = 200
"""The most reports in a task."""


NONE = Guesses()
"""No guess at all."""


@dataclass(frozen=True, slots=True)
class Given:
    """A file as it was given."""

    name: str
    raw: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Read:
    """What became of one report: its text with the proposals, or the problem that it has."""

    name: str
    sha256: str
    kind: Kind = "text"
    text: str = field(default="", repr=False)
    guesses: Guesses = NONE
    notes: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = field(default=(), repr=False)
    problem: Problem | None = None


class Inline(Executor):
    """Runs each task at once, in this process."""

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """Run it; an error is raised when the result is asked for."""
        future: Future[Any] = Future()
        try:
            future.set_result(function(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def propose_all(given: Iterable[Given], make: Make, executor: Executor, workers: int = 1) -> Iterator[list[Read]]:
    """The reports with their proposals, batch by batch in the order in which they are given.

    No more than a few batches are under way at a time, so that memory stays flat however many reports there are.
    """
    size = _Size()
    waiting: deque[Future[tuple[float, list[Read]]]] = deque()
    # One process needs no reserve; several always find the next task ready.
    ahead = 1 if workers == 1 else 2 * workers
    try:
        for batch in size.batches(given):
            waiting.append(executor.submit(work, make, batch))
            while len(waiting) >= ahead:
                yield _next(waiting, size)
        while waiting:
            yield _next(waiting, size)
    finally:
        for future in waiting:
            future.cancel()


def _next(waiting: "deque[Future[tuple[float, list[Read]]]]", size: "_Size") -> list[Read]:
    seconds, done = waiting.popleft().result()
    size.learn(seconds, done)
    return done


class _Size:
    """How many characters make a task, learnt from how long the tasks took. What is proposed does not depend on it."""

    def __init__(self) -> None:
        self.characters = 1.0

    def batches(self, given: Iterable[Given]) -> Iterator[tuple[Given, ...]]:
        batch: list[Given] = []
        length = 0
        for one in given:
            batch.append(one)
            length += len(one.raw)
            if length >= self.characters or len(batch) >= MOST:
                yield tuple(batch)
                batch, length = [], 0
        if batch:
            yield tuple(batch)

    def learn(self, seconds: float, done: list[Read]) -> None:
        length = sum(len(one.text) for one in done)
        # At most twice as much at a time: the first task also loads the extractor, and a text may be an odd one.
        wished = length * SECONDS / max(seconds, 1e-6)
        self.characters = min(max(wished, self.characters / 2), max(2 * self.characters, 1000.0))


def work(make: Make, batch: tuple[Given, ...]) -> tuple[float, list[Read]]:
    """Read some reports and extract from them, in whatever process; with the seconds that it took."""
    extractor = extractor_of(make)
    start = time.perf_counter()
    done = [_read(extractor, one) for one in batch]
    return time.perf_counter() - start, done


def _read(extractor: Extractor, given: Given) -> Read:
    from ..documents import sha256_of

    try:
        return propose(extractor, read_report(given.name, given.raw))
    except DataError as error:
        # An error with its own way of being made does not travel between processes; what it says does.
        return Read(given.name, sha256_of(given.raw), problem=error.problems[0])


def propose(extractor: Extractor, report: Report) -> Read:
    """A report with what the extractor proposes; DataError where the extractor fails on it."""
    text = Text("", report.text, report.guesses.language)
    thrown = Counter[str](getattr(extractor, "thrown", {}))
    try:
        claims = tuple(sound(extractor.propose(text), report.text))
    except (DataError, UsageError):
        raise
    except Exception as error:
        # One text of a thousand on which a program breaks down must not take the others with it: it is told like a bad file.
        found = f"a text on which {extractor.name} {extractor.version} fails ({type(error).__name__})"
        expected = "a text that it can read; leave the file out, or use another --extractor"
        raise DataError([Problem(report.name, 0, 0, found, expected)]) from error
    # An extractor that throws proposals away counts them by reason; what was thrown away here is told with the report.
    thrown = Counter(getattr(extractor, "thrown", {})) - thrown
    away = tuple(
        f"{number} {'proposal' if number == 1 else 'proposals'} thrown away: {reason}"
        for reason, number in sorted(thrown.items())
    )
    return Read(
        report.name, report.sha256, report.kind, report.text, report.guesses, (*report.notes, *away), claims
    )  # fmt: skip
