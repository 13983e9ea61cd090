"""Keeps the main part within two A4 pages: lists are cut and counted there, and stand complete in the annex.

Heights are estimated in lines of the printed page, generously; the test that prints real briefs with a browser is the judge.
"""

from collections.abc import Callable
from dataclasses import replace

from .outline import Block, Bullets, Line, Paragraph, Section, Table

BUDGET = {"changed": 15, "glance": 17, "stands": 34, "accounts": 26, "outcome": 22, "unknown": 13}
"""Printed lines that each section may take, headings included."""
_WIDE, _LONGEST = 112, 330
"""Characters of one printed line over the whole width; characters of the longest statement in the main part."""


def fit(sections: tuple[Section, ...]) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """The sections cut to their budget, and those of them that were cut, whole (for the annex).

    Lines that one section leaves over go to the next ones.
    """
    fitted, whole, spare = [], [], 0
    for section in sections:
        room = BUDGET.get(section.id, 12) + spare
        blocks, used = _fit_blocks(section.blocks, room - 2)
        fitted.append(replace(section, blocks=blocks))
        if blocks != section.blocks:
            whole.append(replace(section, id=f"{section.id}-whole", title=f"{section.title}: all"))
        spare = max(0, min(room - 2 - used, 12))
    return tuple(fitted), tuple(whole)


def _fit_blocks(blocks: tuple[Block, ...], room: int) -> tuple[tuple[Block, ...], int]:
    """Each block gets a share of the room by its height, no less than its first line."""
    heights = [_height(block) for block in blocks]
    total = sum(heights)
    if total <= room and not any(_too_long(block) for block in blocks):
        return blocks, total
    fitted = []
    left, need = room, total
    for block, height in zip(blocks, heights, strict=True):
        share = max(2, left * height // max(need, 1))
        fitted.append(_cut(block, share))
        need -= height
        left -= _height(fitted[-1])
    return tuple(fitted), sum(map(_height, fitted))


def _height(block: Block) -> int:
    if isinstance(block, Paragraph):
        return 1 + sum(len(line.text) + 8 for line in block.lines) // _WIDE
    if isinstance(block, Bullets):
        return (1 if block.title else 0) + sum(map(_line_height, block.lines)) + (1 if block.cut else 0)
    if isinstance(block, Table):
        return 1 + sum(_row_height(row, len(block.head)) for row in block.rows) + (1 if block.cut else 0)
    return 1


def _line_height(line: Line, wide: int = _WIDE) -> int:
    sources = min(len(line.claims), 4) * 4
    return 1 + (len(line.lead) + len(line.text) + len(line.signed) + sources + 2) // wide


def _row_height(row: tuple[tuple[Line, ...], ...], columns: int) -> int:
    return max((sum(_line_height(line, _WIDE // columns - 6) for line in cell) for cell in row), default=1)


def _too_long(block: Block) -> bool:
    lines = block.lines if isinstance(block, Paragraph | Bullets) else ()
    return any(len(line.text) > _LONGEST for line in lines)


def _cut(block: Block, room: int) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, lines=_first(block.lines, room, _paragraph_height))
    if isinstance(block, Bullets):
        lines = _first(tuple(_short(line) for line in block.lines), room - 1 - bool(block.title), _lines_height)
        return replace(block, lines=lines, cut=len(block.lines) - len(lines))
    if isinstance(block, Table):
        rows: list[tuple[tuple[Line, ...], ...]] = []
        used = 2
        for row in block.rows:
            used += _row_height(row, len(block.head))
            if rows and used > room:
                break
            rows.append(row)
        return replace(block, rows=tuple(rows), cut=len(block.rows) - len(rows))
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


def _short(line: Line) -> Line:
    """A statement cut between words, with a mark; the annex has it whole."""
    if len(line.text) <= _LONGEST:
        return line
    return replace(line, text=line.text[:_LONGEST].rpartition(" ")[0] + " … (whole in the annex)")
