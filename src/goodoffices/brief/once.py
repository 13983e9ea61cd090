"""Tells each of the reports' own sentences once: in the first section to which it belongs, besides what stands at a glance."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from .outline import Block, Bullets, Section, lines_of

_Seen = set[tuple[tuple[str, int, int], ...]]


def once(sections: Iterable[Section]) -> list[Section]:
    """The sections without the passages that an earlier one has; a section that is then empty goes."""
    seen: _Seen = set()
    kept = []
    for section in sections:
        blocks = tuple(_new(section.blocks, seen))
        if section.id != "glance":
            seen |= {line.passages for line in lines_of(section) if line.passages}
        kept += [replace(section, blocks=blocks)] if blocks else []
    return kept


def _new(blocks: Iterable[Block], seen: _Seen) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Bullets) and any(line.passages in seen for line in block.lines):
            block = replace(block, lines=tuple(line for line in block.lines if line.passages not in seen))
        if not isinstance(block, Bullets) or block.lines:
            yield block
