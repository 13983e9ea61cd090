"""How an analysis is run: how many readings, from which seed, by how many workers, for how long."""

import time
from collections.abc import Callable
from dataclasses import dataclass

Tell = Callable[[int, int], None]
"""Told how many pieces of work are done, and how many there are so far."""


@dataclass(frozen=True)
class Settings:
    """What a caller may choose; none but `readings`, `seed` and `assumptions` changes a result that is complete."""

    readings: int = 10_000
    """Readings under each prior."""
    seed: int = 0
    assumptions: bool = True
    """Whether each assumption is dropped in turn, and each entry that is only told adopted in turn."""
    deadline: float = 600.0
    """Seconds after which no more readings are drawn; what is told then says how many there were."""
    workers: int = 1
    """How many pieces of work the executor does at a time."""
    chunk: int = 1_000
    """Readings in a piece of work: a tenth of a second or so."""
    tell: Tell | None = None
    """Called as the work goes on."""


class Clock:
    """How much time is left."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    @property
    def over(self) -> bool:
        """Whether the deadline has passed."""
        return time.monotonic() >= self._end
