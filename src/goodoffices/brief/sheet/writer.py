"""A workbook as an .xlsx file.

The rules that are kept here:
1. Text is written as text, never as a formula, a link, a number or a date, whatever it begins with.
2. Only what is a number or an exact day is written as one.
3. No macro, no link, no author and no time of making is in the file: the same workbook gives the same bytes.
"""

import io
import re
from decimal import Decimal
from functools import partial
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ...talks import Day
from ..packing import repacked
from .fitting import cell_text, moment, one_line, stays_text_when_edited
from .heights import height
from .table import MARKS, Row, Sheet, Value, Workbook

ROWS = 1_048_576
"""The most that a sheet holds."""
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_TITLE, _FOOTER, _HEADER = 255, 150, 200
"""The longest title of a document; what of it stands in a footer and of the notices in a header, whose limit is 255 with codes."""
_ZONES = 60
"""Formats of days at most: a spreadsheet knows some 200 of one's own, and a time zone takes one."""
_WIDE = "\uff06"
"""The sign `&` of another width, which begins no code."""
_BUTTON = 3
"""Letters that the button of the filter takes of a header."""
_LOOK = {
    "text_wrap": True,
    "valign": "top",
    "font_name": "Arial",
    "font_size": 9,
    "border": 1,
    "border_color": "#D9D9D9",
}
_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title></cp:coreProperties>'
)

# XlsxWriter would say that Excel made the file.
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Good Offices</Application></Properties>"
)


def xlsx_bytes(workbook: Workbook) -> bytes:
    """The bytes of an .xlsx file; the same workbook gives the same bytes."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, _OPTIONS) as made:
        writer = _Writer(made, workbook)
        for sheet in workbook.sheets:
            writer.sheet(sheet)
    return repacked(file.getvalue(), partial(_part, workbook.title))


def _part(title: str, name: str, part: bytes) -> bytes:
    """A part of the file as it is to be, where XlsxWriter has no call for it."""
    if name == "docProps/core.xml":  # else an author's name, if an empty one, and the time
        return _CORE.format(escape(one_line(title, _TITLE))).encode()
    if name == "docProps/app.xml":
        return _APP.encode()
    # A height that is nobody's wish is measured anew when somebody edits the row. Texts of cells are not in these parts.
    return part.replace(b' customHeight="1"', b"") if name.startswith("xl/worksheets/") else part


class _Writer:
    """Writes sheets into one workbook, and keeps the looks that they share."""

    def __init__(self, made: xlsxwriter.Workbook, workbook: Workbook) -> None:
        self._made, self._workbook = made, workbook
        self._head = self._format(bold=True, bg_color="#E7E6E6", border_color="#A6A6A6")
        self._text = self._format()
        # The apostrophe that a spreadsheet itself puts before what must stay text when the cell is edited.
        self._kept = self._format(quote_prefix=True)
        self._number = self._format(align="left")
        self._mark = self._format(bold=True, font_color="#9C2A00")
        self._days: dict[str, Format] = {}

    def _format(self, **more: Any) -> Format:
        return self._made.add_format({**_LOOK, **more})

    def sheet(self, sheet: Sheet) -> None:
        """One sheet: header, rows, filter, frozen header, page."""
        made, rows, widths = self._made.add_worksheet(sheet.name), _fitting(sheet), [c.width for c in sheet.columns]
        for number, column in enumerate(sheet.columns):
            made.set_column(number, number, column.width)
            made.write_string(0, number, column.title, self._head)
        made.set_row(0, height((c.title, c.width - _BUTTON) for c in sheet.columns))
        for row, values in enumerate(rows, 1):
            made.set_row(row, height((str(v), w) for v, w in zip(values, widths, strict=True) if v))
            for number, value in enumerate(values):
                self._cell(made, row, number, value)
        made.autofilter(0, 0, len(rows), len(sheet.columns) - 1)
        made.freeze_panes(1, 0)
        self._page(made, sheet.name)

    def _cell(self, made: Worksheet, row: int, column: int, value: Value) -> None:
        if isinstance(value, Day):
            self._day(made, row, column, value)
        elif isinstance(value, int | Decimal):
            made.write_number(row, column, value, self._number)
        elif value:
            self._words(made, row, column, value)
        else:  # an empty text would count as a text where a person counts or filters
            made.write_blank(row, column, None, self._text)

    def _words(self, made: Worksheet, row: int, column: int, text: str) -> None:
        shown = cell_text(text)
        plain = self._text if stays_text_when_edited(shown) else self._kept
        made.write_string(row, column, shown, self._mark if shown in MARKS else plain)

    def _day(self, made: Worksheet, row: int, column: int, day: Day) -> None:
        found = moment(day)
        if found is None or (found.form not in self._days and len(self._days) >= _ZONES):
            self._words(made, row, column, day.text)
            return
        if found.form not in self._days:
            self._days[found.form] = self._format(num_format=found.form, align="left")
        made.write_datetime(row, column, found.value, self._days[found.form])

    def _page(self, made: Worksheet, name: str) -> None:
        """A4 across, as wide as the page, the header row on each; title and number of the page at the foot."""
        made.set_landscape()
        made.set_paper(9)
        made.fit_to_pages(1, 0)
        made.repeat_rows(0)
        made.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.7)
        label = self._workbook.label
        # Before the notices: what is cut off where the header is full is never for whom it is.
        notices = " ".join(
            [*([f"{label}." if self._workbook.notices else label] if label else []), *self._workbook.notices]
        )
        made.set_header(f"&L&9{_page_text(name, _HEADER)}&R&9 {_page_text(notices, _HEADER)}")
        made.set_footer(f"&L&9 {_page_text(self._workbook.title, _FOOTER)}&R&9Page &P of &N")


def _fitting(sheet: Sheet) -> tuple[Row, ...]:
    """The rows that a sheet can hold; the last one says how many it cannot."""
    most = ROWS - 1
    if len(sheet.rows) <= most:
        return sheet.rows
    cut = f"cut here: {len(sheet.rows) - most + 1:,} more rows, which a sheet cannot hold"
    return (*sheet.rows[: most - 1], (cut, *[None] * (len(sheet.columns) - 1)))


def _page_text(text: str, most: int) -> str:
    """A text in a header or footer, where `&` begins a code and two of them print one."""
    shown = one_line(text, most)
    # XlsxWriter takes these two for pictures even where the sign is doubled.
    doubled = re.sub(r"&(?=G|\[)", _WIDE, shown).replace("&", "&&")
    # Cut between two of them, the rest would be read as a code.
    return doubled if one_line(doubled, most) == doubled else shown.replace("&", _WIDE)
