"""Talks that were held, as commands find them: the exercise of a case, and what stands in the ledger of a table."""

from dataclasses import dataclass
from pathlib import Path

from ..case import Case, read_case
from ..case.held import read_table, require_fits, table_path, tables
from ..documents import shown, visible
from ..errors import DataError, Problem, UsageError
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


def read_setting(folder: Path) -> tuple[Case, Setting, Sides]:
    """A case with its exercise; DataError where it has none."""
    case = read_case(folder)
    if case.exercise is None:
        expected = "an exercise (exercise.yaml), whose talks were held"
        raise DataError([Problem(shown(folder), 0, 0, "a case without an exercise", expected)])
    return case, Setting.of(case.talks, case.exercise), Sides.of(case.talks)


def read_day(folder: Path, number: int) -> HeldDay:
    """What was held at a table."""
    case, setting, sides = read_setting(folder)
    table = read_table(folder, number)
    require_fits(folder, table, setting)
    if table.torn:
        path = visible(str(table_path(folder, number)))
        say(f"warning: {path}: a last line that was cut short is left out")
    return HeldDay(case, setting, sides, number, table.events)


def read_days(folder: Path) -> tuple[HeldDay, ...]:
    """What was held at every table."""
    return tuple(read_day(folder, number) for number in tables(folder))
