"""Tells each of the reports' own sentences once: in the first list to which it belongs, besides what stands at a glance."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from .outline import Block, Bullets, Line, Paragraph, Section

_Place = tuple[tuple[str, int, int], ...]


def once(sections: Iterable[Section]) -> list[Section]:
    """The sections without the passages that an earlier list has; a section that is then empty goes."""
    seen: set[_Place] = set()
    kept = []
    for section in sections:
        blocks = tuple(_new(section.blocks, set() if section.id == "glance" else seen))
        kept += [replace(section, blocks=blocks)] if blocks else []
    return kept


def _new(blocks: Iterable[Block], seen: set[_Place]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Bullets | Paragraph) and block.lines:
            lines = _merged(line for line in block.lines if not line.passages or line.passages not in seen)
            seen |= {line.passages for line in lines}
            if lines:
                yield replace(block, lines=lines)
        else:
            yield block


def _merged(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The statements, a passage that several claims bring with the claims of all."""
    kept: dict[object, Line] = {}
    for line in lines:
        key = line.passages or (line, len(kept))
        claims = (*kept[key].claims, *line.claims) if key in kept else line.claims
        kept[key] = replace(kept.get(key, line), claims=tuple(dict.fromkeys(claims)))
    return tuple(kept.values())
