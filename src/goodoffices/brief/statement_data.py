"""All that the main part says as plain data, in the order in which it is printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from ..case import Case
from .english import left_out
from .outline import Block, Bullets, Figure, Line, Note, Outline, Paragraph, Table


@dataclass(frozen=True, slots=True)
class _Told:
    """One entry: a line with its whole text, and under what it stands."""

    line: Line
    text: str
    heading: str = ""
    kind: Literal["statement", "note", "cut"] = "statement"


def statements_data(case: Case, outline: Outline) -> list[dict[str, Any]]:
    """For each statement its section, heading, text, whose words it is in, whether it is proposed, its claims and passages.

    Remarks on the page itself (`note`) and how much a list leaves out (`cut`) stand among them, where a reader finds them.
    """
    return [
        _statement(case, section.id, told)
        for section in outline.sections
        for block in section.blocks
        for told in _told(block)
    ]


def _told(block: Block) -> Iterator[_Told]:
    """What a block says, each statement with its whole text: what stands in a cell has its row and column before it."""
    match block:
        case Paragraph():
            yield from (_Told(line, _whole(line)) for line in block.lines)
        case Bullets():
            yield from (_Told(line, _whole(line), block.title) for line in block.lines)
            yield from _cut(block)
        case Figure():
            yield from (_Told(line, _whole(line), block.title) for line in block.alternative)
        case Note():
            yield _Told(Line(block.text), block.text, kind="note")
        case Table():
            yield from _cells(block)
            yield from _cut(block)


def _cells(table: Table) -> Iterator[_Told]:
    for row in table.rows:
        about = " ".join(line.text for line in row[0])
        for head, cell in zip(table.head[1:], row[1:], strict=True):
            heading = f"{about}, {head}"
            yield from (_Told(line, f"{heading}: {_whole(line)}", heading) for line in cell)


def _cut(block: Bullets | Table) -> Iterator[_Told]:
    if block.cut:
        text = f"{left_out(block.cut)}."
        yield _Told(Line(text), text, block.title, "cut")


def _whole(line: Line) -> str:
    return (f"{line.lead}: " if line.lead else "") + line.text + (f" ({line.signature})" if line.signature else "")


def _statement(case: Case, section: str, told: _Told) -> dict[str, Any]:
    line = told.line
    places = line.passages or _anchors(case, line)
    return {
        "section": section,
        "kind": told.kind,
        "heading": told.heading,
        "text": told.text,
        "words": line.words,
        "proposed": "proposed" in line.marks,
        "claims": list(line.claims),
        "passages": [{"source": source, "start": start, "end": end} for source, start, end in places],
    }


def _anchors(case: Case, line: Line) -> tuple[tuple[str, int, int], ...]:
    """Where the words of the claims stand, each place once."""
    known = [(case.claims[c].source, case.anchors[c]) for c in line.claims if c in case.anchors]
    return tuple(dict.fromkeys((source, anchor.start, anchor.end) for source, anchor in known))
