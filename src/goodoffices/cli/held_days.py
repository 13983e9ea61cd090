"""Talks that were held, as commands find them: the exercise of a case, and what stands in the ledger of a table."""

from dataclasses import dataclass
from pathlib import Path

from ..case import Case, read_case
from ..case.held import read_table, require_fits, setting_of, table_path, tables
from ..documents import visible
from ..errors import UsageError
from ..proceedings import Event, SeatView, Setting, seat_view
from ..synthesis.export import Sides
from ..talks import TRAINER
from .failures import say


@dataclass(frozen=True)
class HeldDay:
    """A day that was held at one table."""

    case: Case
    setting: Setting
    sides: Sides
    number: int
    events: tuple[Event, ...]

    def view(self, seat: str) -> SeatView:
        """What a seat knows of it, or the trainer."""
        if seat != TRAINER and seat not in self.setting.public.seats:
            known = ", ".join((TRAINER, *self.setting.public.seats))
            raise UsageError(f"--as: found '{visible(seat)}', expected one of {known}")
        return seat_view(self.setting, self.events, seat)


def read_day(folder: Path, number: int) -> HeldDay:
    """What was held at a table."""
    case = read_case(folder)
    setting, table = setting_of(case), read_table(folder, number)
    require_fits(folder, table, setting)
    if table.torn:
        path = visible(str(table_path(folder, number)))
        say(f"warning: {path}: a last line that was cut short is left out")
    return HeldDay(case, setting, Sides.of(case.talks), number, table.events)


def read_days(folder: Path) -> tuple[HeldDay, ...]:
    """What was held at every table."""
    return tuple(read_day(folder, number) for number in tables(folder))
