"""What a program in a seat is, and what all of them do alike.

1. A program sees its seat's view and nothing else; it keeps nothing in mind, so that it goes on alike after a restart.
2. It acts while the day runs, gives at most one press line after the end, and answers once in the debriefing.
3. No program does more than a fixed number of acts in a day.
4. The same view, moment and random numbers give the same act.
"""

from datetime import datetime
from typing import ClassVar, Protocol

from numpy.random import Generator

from goodoffices.proceedings import Act, Reflect, SeatView
from goodoffices.proceedings.events import Reflected

from .reflection import reflection

MOST = 200
"""Acts of one seat in one day."""


class Program(Protocol):
    """A program that takes a seat."""

    source: ClassVar[str]
    """From where its way of acting is: author, year, page or equation."""

    def next_act(self, view: SeatView, rng: Generator, now: datetime | None = None) -> Act | None:
        """What it does now, or nothing; without `now` the moment of the last thing that it saw."""
        ...


class Stages:
    """The day as every program goes through it; a program says what it does while the day runs, and after the end."""

    def next_act(self, view: SeatView, rng: Generator, now: datetime | None = None) -> Act | None:
        """What it does now, or nothing."""
        at = now or last_moment(view)
        act = None if at is None else self._act(view, rng, at)
        return None if act is None or own_acts(view) >= MOST else act

    def _act(self, view: SeatView, rng: Generator, at: datetime) -> Act | None:
        match view.facts.status:
            case "running":
                return self.running(view, rng, at)
            case "ended":
                return self.ended(view)
            case "debriefing":
                return None if _reflected(view) else Reflect(by=view.seat, answers=reflection(view))
        return None

    def running(self, view: SeatView, rng: Generator, now: datetime) -> Act | None:
        """What it does while the day runs."""
        return None

    def ended(self, view: SeatView) -> Act | None:
        """What it does after the end."""
        return None


def last_moment(view: SeatView) -> datetime | None:
    """The moment of the last thing that a seat saw."""
    return view.feed[-1][1].at if view.feed else None


def own_acts(view: SeatView) -> int:
    """How much the seat itself did, as far as it saw it."""
    seat = view.seat
    return len({seen.at for _, seen in view.feed if getattr(seen.what, "by", None) == seat})


def _reflected(view: SeatView) -> bool:
    return any(isinstance(seen.what, Reflected) and seen.what.by == view.seat for _, seen in view.feed)
