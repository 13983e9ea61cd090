"""Tells each of the reports' own sentences once: in the first list to which it belongs, besides what stands at a glance."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from .outline import Block, Bullets, Line, Section

_Seen = set[tuple[tuple[str, int, int], ...]]


def once(sections: Iterable[Section]) -> list[Section]:
    """The sections without the passages that an earlier list has; a section that is then empty goes."""
    seen: _Seen = set()
    kept = []
    for section in sections:
        blocks = tuple(_new(section.blocks, set() if section.id == "glance" else seen))
        kept += [replace(section, blocks=blocks)] if blocks else []
    return kept


def _new(blocks: Iterable[Block], seen: _Seen) -> Iterator[Block]:
    for block in blocks:
        lines = tuple(_unseen(block.lines, seen)) if isinstance(block, Bullets) else ()
        if not isinstance(block, Bullets):
            yield block
        elif lines or not block.lines:
            yield replace(block, lines=lines)


def _unseen(lines: Iterable[Line], seen: _Seen) -> Iterator[Line]:
    for line in lines:
        if not line.passages or line.passages not in seen:
            yield line
        seen.add(line.passages)
