"""Keeps the main part within two A4 pages: lists are cut and counted there, and stand complete in the annex.

Heights are estimated in lines of the printed page, generously; the test that prints real briefs with a browser is the judge.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import replace

from .outline import Block, Bullets, Cell, Line, Paragraph, Section, Table

BUDGET = {"changed": 15, "glance": 17, "stands": 34, "accounts": 26, "outcome": 22, "agreement": 41, "unknown": 13}
"""Printed lines that each section may take, headings included; without `agreement` they fill two pages."""
_PAGES = 127
"""Printed lines of two pages."""
_MOST_LINES = 132
"""Lines up to which two pages hold what is cut, as printing shows: the estimates are generous."""
_KEPT = ("glance", "agreement", "unknown")
"""What does not give way where a case has all sections: the others then take less each."""
_MORE = 14
"""The most lines that one section gets of those that others leave over; what is told at a glance stays short."""
_WIDE, _LONGEST = 112, 330
"""Characters of one printed line over the whole width; characters of the longest statement in the main part."""
_LABEL, _ROW, _WORD, _CELL = 110, 130, 40, 4
"""Characters of the longest label or signature; of a row's label; of a word before which a text is cut; statements in one cell."""


def fit(sections: tuple[Section, ...]) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """The sections cut to their budget, and those of them that were cut, whole (for the annex)."""
    rooms = _rooms(sections)
    fitted = _fitted(sections, rooms)
    # Every block keeps its first line, however long: with one section more that may be too much, and all get less.
    for tenths in range(9, 2, -1) if "agreement" in {section.id for section in sections} else ():
        if sum(map(_tall, fitted)) <= _MOST_LINES:
            break
        fitted = _fitted(sections, [room * tenths // 10 for room in rooms])
    whole = [
        replace(section, id=f"{section.id}-whole", title=f"{section.title}: all")
        for section, short in zip(sections, fitted, strict=True)
        if short.blocks != section.blocks
    ]
    return fitted, tuple(whole)


def _fitted(sections: tuple[Section, ...], rooms: list[int]) -> tuple[Section, ...]:
    pairs = zip(sections, rooms, strict=True)
    return tuple(replace(section, blocks=_fit_blocks(section.blocks, room - 2)) for section, room in pairs)


def _tall(section: Section) -> int:
    return 2 + sum(map(_height, section.blocks))


def _rooms(sections: tuple[Section, ...]) -> list[int]:
    """The lines of each section: its budget, and of what the others leave over as much as it needs, the first first."""
    needs = [*map(_tall, sections)]
    budget = _budget({section.id for section in sections})
    rooms = [min(need, budget[section.id]) for need, section in zip(needs, sections, strict=True)]
    left = (_PAGES if budget is BUDGET else _MOST_LINES) - sum(rooms)
    for number, need in enumerate(needs):
        most = BUDGET[sections[number].id] + _MORE - rooms[number]
        more = 0 if sections[number].id == "glance" else min(need - rooms[number], left, most)
        rooms[number] += more
        left -= more
    return rooms


def _budget(present: set[str]) -> dict[str, int]:
    """The lines of each section, so that all that may be present fit on the pages."""
    if "agreement" not in present:
        return BUDGET
    kept = sum(BUDGET[key] for key in _KEPT)
    others = sum(lines for key, lines in BUDGET.items() if key not in _KEPT)
    return {key: lines if key in _KEPT else lines * (_MOST_LINES - kept) // others for key, lines in BUDGET.items()}


def _fit_blocks(blocks: tuple[Block, ...], room: int) -> tuple[Block, ...]:
    """Short blocks stay whole, long ones share what is left over alike; none gets less than its first line.

    In proportion to their heights, one contradiction and what a person judged of it would be cut for a long list of trifles.
    """
    heights = [_height(block) for block in blocks]
    if sum(heights) <= room and not any(_too_long(block) for block in blocks):
        return blocks
    fitted = list(blocks)
    left = room
    for place, number in enumerate(sorted(range(len(blocks)), key=heights.__getitem__)):
        share = max(2, left // (len(blocks) - place))
        if heights[number] > share or _too_long(blocks[number]):
            fitted[number] = _cut(blocks[number], share)
        left -= _height(fitted[number])
    return tuple(fitted)


def _height(block: Block) -> int:
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
    return sum(map(_width, (line.lead, line.text, line.signed))) + 2 + marks + sources


def _width(text: str) -> int:
    """The characters of a text: twice those that are printed twice as wide, and what a line loses before a long word."""
    wide = 0 if text.isascii() else sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    lost = sum(len(word) > _WORD for word in text.split()) * _WORD if not wide else 0
    return len(text) + wide * 5 // 4 + lost  # a quarter more: their lines are higher, too


def _row_height(row: tuple[Cell, ...], columns: int) -> int:
    """The height of the highest cell; the label's column is narrower than the others."""
    label, other = _WIDE // 6, _WIDE * 4 // (5 * max(columns - 1, 1)) - 3
    heights = (sum(_line_height(line, other if n else label) for line in cell) for n, cell in enumerate(row))
    return max(heights, default=1)


def _too_long(block: Block) -> bool:
    if isinstance(block, Table):
        return any(map(_is_long, block.head)) or any(_short_row(row) != row for row in block.rows)
    return isinstance(block, Paragraph | Bullets) and any(_short(line) is not line for line in block.lines)


def _cut(block: Block, room: int) -> Block:
    if isinstance(block, Paragraph):
        lines = _first(tuple(map(_short, block.lines)), room - 1, _paragraph_height)
        cut = len(block.lines) - len(lines)
        return replace(block, lines=(*lines, Line(f"And {cut} more: see the annex.")) if cut else lines)
    if isinstance(block, Bullets):
        lines = _first(tuple(map(_short, block.lines)), room - 1 - bool(block.title), _lines_height)
        return replace(block, lines=lines, cut=len(block.lines) - len(lines))
    if isinstance(block, Table):
        rows: list[tuple[tuple[Line, ...], ...]] = []
        used = 2
        for whole in block.rows:
            row = _short_row(whole)
            used += _row_height(row, len(block.head))
            if rows and used > room:
                break
            rows.append(row)
        return replace(block, head=tuple(map(_label, block.head)), rows=tuple(rows), cut=len(block.rows) - len(rows))
    return block


def _first(lines: tuple[Line, ...], room: int, height: Callable[[tuple[Line, ...]], int]) -> tuple[Line, ...]:
    """As many lines from the top as fit, at least one."""
    kept: list[Line] = []
    for line in lines:
        if kept and height((*kept, line)) > room:
            break
        kept.append(line)
    return tuple(kept)


def _paragraph_height(lines: tuple[Line, ...]) -> int:
    return _height(Paragraph(lines))


def _lines_height(lines: tuple[Line, ...]) -> int:
    return sum(map(_line_height, lines))


def _short(line: Line, longest: int = _LONGEST) -> Line:
    """A statement cut between words, with a mark; the annex has it whole."""
    lead, text, signed = line.lead, line.text, line.signed
    if _width(text) <= longest and not _is_long(lead) and not _is_long(signed):
        return line
    text = text if _width(text) <= longest else _head(text, longest) + " … (whole in the annex)"
    return replace(line, text=text, lead=_label(lead), signed=_label(signed))


def _is_long(label: str) -> bool:
    return _width(label) > _LABEL


def _label(text: str) -> str:
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
    return (*kept, Line(f"and {more} more: see the annex")) if more else kept
