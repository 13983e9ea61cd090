"""What a workbook is made of, before anything is written: sheets, columns, rows of plain values."""

from dataclasses import dataclass
from decimal import Decimal

from ...talks import Day

Value = str | int | Decimal | Day | None
"""A cell: text that stays text, a number, a day (a real date where it is exact), or nothing."""
Row = tuple[Value, ...]

PROPOSED, CONTRADICTED, UNSOURCED = "proposed", "contradicted", "unsourced"
MARKS = frozenset({PROPOSED, CONTRADICTED, UNSOURCED, "negated"})
"""What a reader must know before relying on a row; written so that it is seen."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what stands in its header, and how many letters it is wide."""

    title: str
    width: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: each row has a value for each column."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """All sheets, the title of the case, and what must be known before reading (a draft, the state as of a day)."""

    title: str
    sheets: tuple[Sheet, ...]
    notices: tuple[str, ...] = ()
    label: str = ""
    """For whom it is, and the stamp: it stands on each page of each sheet."""
