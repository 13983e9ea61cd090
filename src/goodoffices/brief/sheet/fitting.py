"""What a cell can hold: any text as text, and a day as a real date where it is one."""

import re
from datetime import date, datetime
from typing import NamedTuple

from ...documents import harmless
from ...talks import Day

LONGEST = 32_767
"""The most that Excel puts into one cell, in units of UTF-16: an emoji is two."""
# `harmless` leaves these two, which no XML may hold.
_FORBIDDEN = re.compile("[\ufffe\uffff]")
# What a spreadsheet would take for a formula, a number or a day when somebody opens the cell and presses Enter.
_TAKEN_OTHERWISE = re.compile(r"\s*['=+\-@\d.,(\uff1d\uff0b\uff0d\uff20]")
_FIRST_DAY = date(1900, 3, 1)
"""Excel counts a 29 February 1900, which never was: with earlier days programs differ, and before 1900 there is none."""


class Moment(NamedTuple):
    """A day as a spreadsheet keeps it, and the number format in which it is shown."""

    value: date | datetime
    form: str


def cell_text(text: str) -> str:
    """The text as a cell may hold it: nothing unseen, nothing that XML forbids; cut where it is too long, which it then says."""
    shown = _FORBIDDEN.sub("\ufffd", harmless(text))
    return shown if _units(shown) <= LONGEST else _cut(shown)


def one_line(text: str, most: int) -> str:
    """The text on one line, at most so many units long."""
    shown = " ".join(_FORBIDDEN.sub("\ufffd", harmless(text)).split())
    return shown if _units(shown) <= most else f"{_first(shown, most - 1)}…"


def stays_text_when_edited(text: str) -> bool:
    """Whether a spreadsheet would keep the text as text when it is typed in again."""
    return _TAKEN_OTHERWISE.match(text) is None


def moment(day: Day) -> Moment | None:
    """An exact day as a real date, in the letters of the case's files; None where it is imprecise or too early for a date."""
    if not day.exact or day.first is None or day.first < _FIRST_DAY:
        return None
    _, _, time = day.text.partition("T")
    if not time:
        return Moment(day.first, "yyyy-mm-dd")
    # A spreadsheet knows no time zones: the zone is told by the number format, so that the hour stays what was said.
    return Moment(datetime.fromisoformat(f"{day.first}T{time[:5]}"), f'yyyy-mm-dd hh:mm "{time[5:]}"')


def _cut(text: str) -> str:
    mark = f"… [cut here: {len(text):,} characters, more than a cell can hold]"
    return _first(text, LONGEST - _units(mark)) + mark


def _first(text: str, units: int) -> str:
    """As much of the text as fits, no character cut in two."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
