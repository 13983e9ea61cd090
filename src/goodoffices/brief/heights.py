"""How much room a block takes on a printed page, and how a statement that is too long for it is shortened.

Heights are estimated in lines of the printed page, generously; the test that prints real briefs with a browser is the judge.
"""

import re
import unicodedata
from dataclasses import replace

from .outline import Block, Bullets, Cell, Line, Paragraph, Table

_WIDE, _LONGEST, _QUOTED = 112, 330, 1000
"""Characters of one printed line over the whole width; characters of the longest statement in the main part."""
_LABEL, _ROW, _WORD, _CELL = 110, 130, 40, 4
"""Characters of the longest label or signature; of a row's label; of a word before which a text is cut; statements in one cell."""

_END = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Dr|Mr|Ms|St|No))(?<!\bMrs)[.?!]”?(?= [^a-z])")
"""The end of a sentence that another follows."""
_TOLD_BY = re.compile(
    r", according to (?:(?!, according to)[^;*])* \*| \(as reported, apparently by [^;*()]*\)(?: \*)?"
    r"|; no report quotes [^;]* (?:itself|themselves)\."
)


def height(block: Block) -> int:
    """The printed lines of a block."""
    if isinstance(block, Paragraph):
        return 1 + sum(map(_line_width, block.lines)) // _WIDE
    if isinstance(block, Bullets):
        return (1 if block.title else 0) + sum(map(_line_height, block.lines)) + (1 if block.cut else 0)
    if isinstance(block, Table):
        return 1 + sum(_row_height(row, len(block.head)) for row in block.rows) + (1 if block.cut else 0)
    return 1


def _line_height(line: Line, wide: int = _WIDE) -> int:
    return 1 + _line_width(line) // wide


def _line_width(line: Line) -> int:
    """The characters of a statement with its marks and the four claims that are printed after it."""
    sources = sum(len(claim) + 1 for claim in line.claims[:4]) + (5 if len(line.claims) > 4 else 2)
    marks = sum(len(mark) + 3 for mark in line.marks)
    return sum(map(_width, (line.lead, line.text, line.signature))) + 2 + marks + sources


def _width(text: str) -> int:
    """The characters of a text: twice those that are printed twice as wide, and what a line loses before a long word."""
    wide = 0 if text.isascii() else sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    lost = sum(len(word) > _WORD for word in text.split()) * _WORD if not wide else 0
    return len(text) + wide * 5 // 4 + lost  # a quarter more: their lines are higher, too


def _row_height(row: tuple[Cell, ...], columns: int) -> int:
    """The height of the highest cell; the label's column is narrower than the others."""
    first, other = _WIDE // 6, _WIDE * 4 // (5 * max(columns - 1, 1)) - 3
    heights = (sum(_line_height(line, other if n else first) for line in cell) for n, cell in enumerate(row))
    return max(heights, default=1)


def shortened(block: Block) -> Block:
    """The block with no statement and no label longer than the main part may have."""
    match block:
        case Paragraph() | Bullets():
            return replace(block, lines=tuple(map(_short, block.lines)))
        case Table():
            return replace(block, head=tuple(map(label, block.head)), rows=tuple(map(_short_row, block.rows)))
    return block


def _short(line: Line, longest: int = _LONGEST) -> Line:
    """A statement cut between words, with a mark; the annex has it whole."""
    lead, text, signed = line.lead, line.text, line.signed
    if line.words == "report" and longest == _LONGEST:
        longest = _QUOTED
    if _width(text) <= longest and not _is_long(lead) and not _is_long(signed):
        return line
    if _width(text) > longest:
        text = _whole(text, longest) if signed else _begun(text, longest)
    return replace(line, text=text, lead=label(lead), signed=label(signed))


def _begun(text: str, longest: int) -> str:
    """The beginning of a text; that what is told is not the party's own word never falls off with its end."""
    told = _TOLD_BY.search(text)
    if told is None or _width(told[0]) > longest // 2:
        return _head(text, longest) + " …"
    before, left = text[: told.start()], longest - _width(told[0])
    return (before if _width(before) <= left else f"{_head(before, left)} …") + told[0]


def _whole(text: str, longest: int) -> str:
    """As many whole sentences of what a person wrote as there is room for; he is never cut in the middle of one."""
    ends = [end.end() for end in _END.finditer(text) if _width(text[: end.end()]) <= longest]
    return text[: ends[-1]] if ends else _begun(text, longest)


def _is_long(text: str) -> bool:
    return _width(text) > _LABEL


def label(text: str) -> str:
    """A label no longer than labels may be."""
    return _head(text, _LABEL) + " …" if _is_long(text) else text


def _head(text: str, longest: int) -> str:
    """The beginning of a text up to a space, where there is one near: many scripts write none."""
    most = longest * len(text) // _width(text)
    head, _, rest = text[: most + 1].rpartition(" ")
    return head if head and len(rest) <= _WORD else text[:most]


def _short_row(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """A row that takes no more lines than a long statement in a list does; its label takes the fewest."""
    longest = 2 * _LONGEST // max(len(row), 2)
    return tuple(_short_cell(cell, longest if number else _ROW) for number, cell in enumerate(row))


def _short_cell(cell: Cell, longest: int) -> Cell:
    """A cell with as many statements as a row may hold; more are counted."""
    kept = tuple(_short(line, longest) for line in cell[:_CELL])
    more = len(cell) - len(kept)
    return (*kept, Line(f"{more} more")) if more else kept
