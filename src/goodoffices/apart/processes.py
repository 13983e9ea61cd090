"""Some processes of one kind: each is lent to one piece of work at a time, and kept for the next."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

from .process import Process

P = TypeVar("P", bound=Process)


class Processes(Generic[P]):
    """The processes of one kind that this one has."""

    def __init__(self, make: Callable[[], P]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._idle: list[P] = []
        self._lent: set[P] = set()
        self._stopped = False

    @contextmanager
    def borrowed(self) -> Iterator[P]:
        """One of them, in whatever thread; a new one where all are at work. RuntimeError where they were stopped."""
        with self._lock:
            if self._stopped:
                raise RuntimeError("the work was stopped")
            process = self._idle.pop() if self._idle else self._make()
            self._lent.add(process)
        whole = False
        try:
            yield process
            whole = True
        finally:
            with self._lock:
                self._lent.discard(process)
                if whole and process.alive and not self._stopped:
                    self._idle.append(process)
                else:  # it was stopped in the middle: what it would say next is no answer to the next question
                    process.end()

    def stop(self) -> None:
        """End all processes at once; threads that still want one get none."""
        with self._lock:
            self._stopped = True
            idle, lent = [*self._idle], [*self._lent]
            self._idle.clear()
        for process in lent:
            process.kill()  # whoever waits for it ends it
        for process in idle:
            process.end()

    def resume(self) -> None:
        """Take work again."""
        self._stopped = False
