"""Tables in a text: lines whose cells are parted by bars, as the readers of pages, Word files and Markdown give them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..language.folding import Span

_ROW = re.compile(r"^[ \t]*(?:\|[^\n]*|[^\n|]{1,200} \| [^\n]*)$", re.M)
_RULE = re.compile(r"[\s|:+=-]+")
MOST = 200
"""Rows of a table that are read."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its words and where they stand."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the cells of its head and of each row, and where the whole stands."""

    span: Span
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(text: str) -> Iterator[Table]:
    """The tables of a text: a head and one row at least, two columns at least."""
    group: list[re.Match[str]] = []
    for row in _ROW.finditer(text) if "|" in text else ():
        if group and row.start() != group[-1].end() + 1:
            yield from _table(group)
            group = []
        group.append(row)
    yield from _table(group)


def _table(lines: list[re.Match[str]]) -> Iterator[Table]:
    rows = [_cells(line) for line in lines[:MOST] if not _RULE.fullmatch(line[0])]
    if len(rows) >= 2 and len(rows[0]) >= 2:
        yield Table(Span(lines[0].start(), lines[-1].end()), rows[0], tuple(rows[1:]))


def _cells(line: re.Match[str]) -> tuple[Cell, ...]:
    words = line[0].rstrip().removesuffix("|")
    at = words.index("|") + 1 if words.lstrip().startswith("|") else 0
    cells = []
    for part in words[at:].split("|"):
        left = len(part) - len(part.lstrip())
        cells.append(Cell(part.strip(), line.start() + at + left))
        at += len(part) + 1
    return tuple(cells)
