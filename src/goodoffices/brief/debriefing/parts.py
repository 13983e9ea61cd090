"""The pages of a day that is too long for one: the same sections in the same order, in parts of about the same length.

Nothing is left out, and nothing stands twice but the title. A list or table that is longer than a part goes on in the next.
"""

from collections.abc import Iterator
from dataclasses import replace

from ...documents import runs
from ..outline import Block, Bullets, Cell, Figure, Line, Outline, Paragraph, Section, Table

PART = 1_000_000
"""Letters of a part; a browser shows that at once."""
_ROW = 100
"""What a line or row takes beside its letters."""


def parts(outline: Outline, most: int = PART) -> tuple[Outline, ...]:
    """The outline in parts; one that is short is its only part."""
    pieces = [piece for section in outline.sections for piece in _pieces(section, most)]
    found = runs(pieces, lambda piece: sum(map(_weight, piece.blocks)), most)
    if len(found) == 1:
        return (outline,)
    return tuple(_part(outline, number, len(found), sections) for number, sections in enumerate(found, 1))


def _part(outline: Outline, number: int, of: int, sections: tuple[Section, ...]) -> Outline:
    return replace(outline, title=f"{outline.title} (part {number} of {of})", sections=sections)


def _pieces(section: Section, most: int) -> Iterator[Section]:
    """The section, in as many pieces as it takes."""
    smaller = [small for whole in section.blocks for small in _smaller(whole, most)]
    for number, blocks in enumerate(runs(smaller, _weight, most)):
        yield _piece(section, blocks, first=not number)


def _piece(section: Section, blocks: tuple[Block, ...], *, first: bool) -> Section:
    return replace(section, title=section.title if first else f"{section.title} (goes on)", blocks=blocks)


def _smaller(block: Block, most: int) -> Iterator[Block]:
    """A block, or the blocks that a long one makes."""
    if isinstance(block, Table):
        yield from (replace(block, rows=rows) for rows in runs(block.rows, _row, most))
    elif isinstance(block, Bullets):
        yield from (replace(block, lines=lines) for lines in runs(block.lines, _line, most))
    else:
        yield block


def _weight(block: Block) -> int:
    match block:
        case Table():
            return sum(map(_row, block.rows))
        case Bullets() | Paragraph():
            return sum(map(_line, block.lines))
        case Figure():
            return sum(map(_line, block.alternative))
    return len(block.text)


def _row(row: tuple[Cell, ...]) -> int:
    return _ROW + sum(map(_cell, row))


def _cell(cell: Cell) -> int:
    return sum(map(_line, cell))


def _line(line: Line) -> int:
    return _ROW + len(line.text) + len(line.lead)
