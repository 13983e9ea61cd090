"""What the tests of the workbook share: a workbook read back as a person's spreadsheet program reads it."""

import io
from collections.abc import Sequence
from typing import Any

import openpyxl

from goodoffices.brief.sheet import Column, Sheet, Workbook, build_workbook
from goodoffices.brief.sheet.table import Value
from goodoffices.brief.sheet.writer import xlsx_bytes
from goodoffices.case import Case

NAMES = ["Positions", "Claims", "Meetings", "Sources", "Differences", "About"]


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def table(case: Case, name: str, as_of: str | None = None) -> list[dict[str, Any]]:
    """The rows of a sheet as they are built, by the titles of the columns."""
    (sheet,) = (s for s in build_workbook(case, as_of).sheets if s.name == name)
    titles = [column.title for column in sheet.columns]
    assert len(set(titles)) == len(titles)
    return [dict(zip(titles, row, strict=True)) for row in sheet.rows]


def one_sheet(*rows: Sequence[Value], title: str = "Talks", notices: tuple[str, ...] = ()) -> Workbook:
    """A workbook of one sheet whose columns are as many as the values of the longest row."""
    width = max(map(len, rows), default=1)
    columns = tuple(Column(f"Column {number}", 20) for number in range(width))
    filled = tuple((*row, *[None] * (width - len(row))) for row in rows)
    return Workbook(title, (Sheet("Sheet", columns, filled),), notices)


def cells(*values: Value) -> list[Any]:
    """The cells of one row as they are read back."""
    return list(opened(xlsx_bytes(one_sheet(values)))["Sheet"][2])


def cell(value: Value) -> Any:
    return cells(value)[0]
