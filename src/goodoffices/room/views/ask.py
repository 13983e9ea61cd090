"""What a page is asked for: whose page, when, what the person had typed; and what all pages of it show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from ...proceedings import SeatView, Waiting
from ...talks.exercise import TRAINER
from ..hall import Hall
from .names import Names

Values = dict[str, Any]
STANDS = {
    "before": "The day has not begun",
    "running": "",
    "frozen": "Everything stands still",
    "ended": "The talks are over",
    "debriefing": "Debriefing: each seat answers for itself",
    "revealed": "Debriefing: all may see what happened",
}
OVER = ("ended", "debriefing", "revealed")


@dataclass(frozen=True)
class Ask:
    """One request for a page. A seat's page is made of `view`, its own, and of nothing else of the talks."""

    hall: Hall
    table: int
    """Of the trainer's board, which is of no table, nought."""
    seat: str
    path: str
    now: datetime
    csrf: str
    kept: Mapping[str, str] = field(default_factory=dict)
    """The form that was refused: what was typed stays in it."""
    told: str = ""
    """Why it was."""
    saved: bool = True
    """False where it was not refused, but could not be stored."""
    day: str = ""
    """What the day was, where the page that shows it is asked for."""

    @cached_property
    def view(self) -> SeatView:
        """What the seat knows; of the trainer at one table, all."""
        return self.hall.tables[self.table].views[self.seat]

    @cached_property
    def names(self) -> Names:
        """How things are called on this page."""
        return Names(self.view, self.now)

    @property
    def over(self) -> bool:
        """Whether the talks have ended: then nothing waits for anybody, and no meeting is open."""
        return self.view.facts.status in OVER

    @cached_property
    def waiting(self) -> Waiting:
        """What waits for the seat."""
        return Waiting() if self.over else self.view.waiting

    @cached_property
    def here(self) -> tuple[str, ...]:
        """The open meetings in which the seat sits."""
        return () if self.over else tuple(self.view.here)

    def keep(self, form: str, name: str, otherwise: str = "") -> str:
        """What a field of a form holds."""
        return self.kept.get(name, otherwise) if self.kept.get("form") == form else otherwise

    def keeps(self, form: str, name: str, value: str) -> bool:
        """Whether one of several boxes of a form was ticked."""
        return value in self.keep(form, name).split("\n")

    def at(self, table: int) -> "Ask":
        """The same, of one table; for the trainer."""
        return Ask(self.hall, table, self.seat, self.path, self.now, self.csrf, self.kept, self.told, self.saved)


@dataclass(frozen=True)
class Clock:
    """The clock as it is shown."""

    phase: str
    stands: str
    """Why it does not run; empty where it does."""
    minutes: int | None
    """Left of the phase; below nought it is overdue."""
    ends: str | None
    """The moment at which the phase is to end, for the page's own clock."""

    @classmethod
    def of(cls, view: SeatView, now: datetime) -> "Clock":
        """The clock that a seat sees."""
        clock, status = view.facts.clock, view.facts.status
        phase = view.known.public.phases.get(clock.phase or "")
        names = Names(view, now)
        if phase is None or status not in ("running", "frozen"):
            return cls("" if phase is None else names.phase(clock.phase), STANDS[status], None, None)
        left = clock.left(phase.minutes, now)
        ends = (now + left).isoformat() if status == "running" else None
        return cls(names.phase(clock.phase), STANDS[status], _minutes(left), ends)


def _minutes(left: timedelta) -> int:
    """Rounded up, so that it is nought only when nothing is left."""
    return -int(-left.total_seconds() // 60)


def frame(ask: Ask) -> Values:
    """What every page shows and needs."""
    public = next(iter(ask.hall.tables.values())).setting.public
    several = len(ask.hall.tables) > 1
    return {
        "ask": ask, "exercise": public.title, "csrf": ask.csrf, "path": ask.path, "keep": ask.keep, "keeps": ask.keeps,
        "told": ask.told, "saved": ask.saved, "several": several, "mode": ask.hall.way.mode, "solo": ask.hall.way.solo,
        "role": "Trainer" if ask.seat == TRAINER else public.seats[ask.seat].role,
        "table": ask.table if several or ask.seat == TRAINER else 0,
    }  # fmt: skip
