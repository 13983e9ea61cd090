"""All statements of the main part as plain data, in the order in which they are printed."""

from collections.abc import Iterator
from typing import Any

from ..case import Case
from .outline import Block, Bullets, Figure, Line, Outline, Paragraph, Table


def statements_data(case: Case, outline: Outline) -> list[dict[str, Any]]:
    """For each statement its section, text, whose words it is in, whether it is proposed, its claims and passages."""
    return [
        _statement(case, section.id, line, text)
        for section in outline.sections
        for block in section.blocks
        for line, text in _told(block)
    ]


def _told(block: Block) -> Iterator[tuple[Line, str]]:
    """The statements of a block with their whole text: what stands in a cell has its row and column before it."""
    match block:
        case Paragraph() | Bullets():
            yield from ((line, _whole(line)) for line in block.lines)
        case Figure():
            yield from ((line, _whole(line)) for line in block.alternative)
        case Table():
            for row in block.rows:
                about = " ".join(line.text for line in row[0])
                for head, cell in zip(block.head[1:], row[1:], strict=True):
                    yield from ((line, f"{about}, {head}: {_whole(line)}") for line in cell)


def _whole(line: Line) -> str:
    return (f"{line.lead}: " if line.lead else "") + line.text + (f" ({line.signed})" if line.signed else "")


def _statement(case: Case, section: str, line: Line, text: str) -> dict[str, Any]:
    places = line.passages or _anchors(case, line)
    return {
        "section": section,
        "text": text,
        "words": line.words,
        "proposed": "proposed" in line.marks,
        "claims": list(line.claims),
        "passages": [{"source": source, "start": start, "end": end} for source, start, end in places],
    }


def _anchors(case: Case, line: Line) -> tuple[tuple[str, int, int], ...]:
    """Where the words of the claims stand, each place once."""
    known = [(case.claims[c].source, case.anchors[c]) for c in line.claims if c in case.anchors]
    return tuple(dict.fromkeys((source, anchor.start, anchor.end) for source, anchor in known))
