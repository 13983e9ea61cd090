"""Days as sources give them: exact, imprecise, about, or not said."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from pydantic_core import core_schema

NOT_SAID = "not said"
_FORM = re.compile(
    r"(?P<about>about )?(?P<year>\d{4})(-(?P<month>\d{2})(-(?P<day>\d{2})(T(?P<time>\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})))?)?)?",
    re.ASCII,  # the digits of other scripts would be read, too, and compared with nothing that people type
)
# Not left to `fromisoformat`: what it takes for 24:00 and for an offset of 60 minutes differs between versions of Python.
_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)", re.ASCII)
# How far `about` reaches: about a day is some days, about a month the neighbours, about a year likewise.
_REACH = {"day": timedelta(days=3), "month": timedelta(days=31), "year": timedelta(days=366)}


@dataclass(frozen=True, slots=True)
class Day:
    """A day, month or year, kept as written: `2025-05-16`, `2025-05`, `about 2025`, `2025-05-16T13:30+03:00`, `not said`.

    `first` and `last` are the calendar days between which it lies, both included; None where it is not said.
    """

    text: str
    first: date | None = None
    last: date | None = None

    @classmethod
    def parse(cls, text: str) -> "Day":
        """Read a day; ValueError with a sentence for people where it is none."""
        return _parse(text)

    @property
    def said(self) -> bool:
        """Whether any day is given."""
        return self.first is not None

    @property
    def exact(self) -> bool:
        """Whether it is one calendar day."""
        return self.first is not None and self.first == self.last

    def by(self, day: date) -> bool:
        """Whether it lies wholly on or before `day`; False where it is not said."""
        return self.last is not None and self.last <= day

    def __str__(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> core_schema.CoreSchema:
        """Days are text in a file; the text is what is written back."""
        return core_schema.no_info_after_validator_function(
            cls.parse, core_schema.str_schema(), serialization=core_schema.to_string_ser_schema()
        )


@lru_cache(maxsize=4096)
def _parse(text: str) -> Day:
    if text == NOT_SAID:
        return Day(text)
    form = _FORM.fullmatch(text)
    if form is None:
        raise ValueError("a day as 2025-05-16, 2025-05, 2025, about 2025-05-16, 2025-05-16T13:30+03:00, or not said")
    first, last, unit = _span(form)
    if form["time"]:
        _check_time(form["time"])
    reach = _REACH[unit] if form["about"] else timedelta()
    try:
        return Day(text, first - reach, last + reach)
    except OverflowError as error:
        raise ValueError("a year from 0002 to 9998") from error


def _span(form: re.Match[str]) -> tuple[date, date, str]:
    year, month, day = int(form["year"]), int(form["month"] or 0), int(form["day"] or 0)
    try:
        if form["day"]:
            return date(year, month, day), date(year, month, day), "day"
        if form["month"]:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month"
        return date(year, 1, 1), date(year, 12, 31), "year"
    except (ValueError, IndexError) as error:
        raise ValueError(f"a day of the calendar, which {form[0]} is not") from error


def _check_time(time: str) -> None:
    if not _TIME.fullmatch(time):
        raise ValueError(f"a time of day, which {time} is not")


UNSAID = Day(NOT_SAID)
