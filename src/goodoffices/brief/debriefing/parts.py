"""The pages of a day that is too long for one: the same sections in the same order, in parts of about the same length.

Nothing is left out, and nothing stands twice but the title. A list or table that is longer than a part goes on in the next.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from ..outline import Block, Bullets, Figure, Line, Outline, Paragraph, Section, Table

T = TypeVar("T")
PART = 1_000_000
"""Letters of a part; a browser shows that at once."""
_ROW = 100
"""What a line or row takes beside its letters."""


def parts(outline: Outline, most: int = PART) -> tuple[Outline, ...]:
    """The outline in parts; one that is short is its only part."""
    found: list[list[Section]] = [[]]
    full = 0
    for section in outline.sections:
        for piece in _pieces(section, most):
            weight = sum(map(_weight, piece.blocks))
            if found[-1] and full + weight > most:
                found.append([])
                full = 0
            found[-1].append(piece)
            full += weight
    if len(found) == 1:
        return (outline,)
    return tuple(_part(outline, number, len(found), tuple(sections)) for number, sections in enumerate(found, 1))


def _part(outline: Outline, number: int, of: int, sections: tuple[Section, ...]) -> Outline:
    return replace(outline, title=f"{outline.title} (part {number} of {of})", sections=sections)


def _pieces(section: Section, most: int) -> Iterator[Section]:
    """The section, in as many pieces as it takes."""
    blocks: list[Block] = []
    full, first = 0, True
    for block in (small for whole in section.blocks for small in _smaller(whole, most)):
        if blocks and full + _weight(block) > most:
            yield _piece(section, blocks, first=first)
            blocks, full, first = [], 0, False
        blocks.append(block)
        full += _weight(block)
    yield _piece(section, blocks, first=first)


def _piece(section: Section, blocks: list[Block], *, first: bool) -> Section:
    return replace(section, title=section.title if first else f"{section.title} (goes on)", blocks=tuple(blocks))


def _smaller(block: Block, most: int) -> Iterator[Block]:
    """A block, or the blocks that a long one makes."""
    if isinstance(block, Table):
        runs = _runs([(row, _ROW + sum(map(_cell, row))) for row in block.rows], most)
        yield from (replace(block, rows=rows) for rows in runs)
    elif isinstance(block, Bullets):
        yield from (replace(block, lines=lines) for lines in _runs([(one, _line(one)) for one in block.lines], most))
    else:
        yield block


def _runs(weighed: Sequence[tuple[T, int]], most: int) -> Iterator[tuple[T, ...]]:
    run: list[T] = []
    full = 0
    for one, weight in weighed:
        if run and full + weight > most:
            yield tuple(run)
            run, full = [], 0
        run.append(one)
        full += weight
    yield tuple(run)


def _weight(block: Block) -> int:
    match block:
        case Table():
            return sum(_ROW + sum(map(_cell, row)) for row in block.rows)
        case Bullets() | Paragraph():
            return sum(map(_line, block.lines))
        case Figure():
            return sum(map(_line, block.alternative))
    return len(block.text)


def _cell(cell: tuple[Line, ...]) -> int:
    return sum(map(_line, cell))


def _line(line: Line) -> int:
    return _ROW + len(line.text) + len(line.lead)
