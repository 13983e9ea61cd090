"""A case as a workbook in which analysts track positions: plain tables first, then one file that writes them.

    workbook = build_workbook(case, as_of=None)      the tables: rows of texts, numbers and days
    xlsx_bytes(workbook)                             the bytes of an .xlsx file (in `writer.py`, which alone imports XlsxWriter)

One file for each sheet. What a sheet says in words comes from `words.py`, the one place that knows the rest of the brief.
"""

from .build import build_workbook
from .table import Column, Sheet, Workbook

__all__ = ["Column", "Sheet", "Workbook", "build_workbook"]
