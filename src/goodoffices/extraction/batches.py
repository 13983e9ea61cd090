"""Many reports: read and extracted by whatever Executor is given, in their order, the same with any number of workers.

    for batch in propose_all(given, Named("plain"), executor, workers=4): ...

An executor is Python's own, or that of a Dask cluster; a task is a batch of reports that takes about a tenth of a second.
Its threads only wait: each report is read in a process of its own (`apart`).
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from typing import Any

from .apart import READERS
from .extractors import Make
from .read import Given, Read

SECONDS = 0.1
"""How long a task should take: long enough that handing it over costs little, short enough that little is lost by a stop."""
MOST = 200
"""The most reports in a task."""


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
    """Read some reports and extract from them, each under limits; with the seconds that it took."""
    start = time.perf_counter()
    done = [READERS.read(make, one) for one in batch]
    return time.perf_counter() - start, done
