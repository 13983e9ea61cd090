"""What the template sets: the outline as plain data, each text in the pieces that `words` makes of it."""

import base64
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, TypeAlias

from ..charts import file_svg
from ..english.grammar import mostly_latin
from ..outline import Block, Bullets, Card, Cell, Figure, Line, Note, Outline, Paragraph, Passage, Section, Table
from ..picture import chart_picture, drawing_picture
from .words import Words, clean, ems, lacking, rightward, shortened, turns, words

Data: TypeAlias = dict[str, Any]
Row: TypeAlias = list[Cell]
ROOM = 46.0
"""The width of the text, in letters of its largest size; smaller ones have more."""
FOOT = 48.0
"""Of the title at the foot of a page, in the letters of that line."""
MAIN_CLAIMS, ANNEX_CLAIMS = 4, 8
"""Claims named behind a statement: as many as on the page that a browser prints."""
TALL = 1500
"""Letters of a row or a card that may go on on the next page: it would be higher than one."""
_LACKING = "Letters that no font of this file has stand as their numbers in Unicode, such as U+548C."
_SHORT = 11.0
"""Of the names of claims that stay on one line."""
_LONGEST, _MARGIN = 11.0, 0.9
"""Of a column: the widest word that is kept whole, and what its margins take."""


def main_content(outline: Outline) -> Data:
    """The title block and the main part."""
    title = clean(outline.title or outline.name) or "Brief"
    setter = _Setter(outline)
    return {
        "name": title,  # metadata, which any program shows in fonts of its own
        "foot": _flowing(shortened(title, FOOT)),
        "label": [_flowing(shortened(outline.label, FOOT))] if outline.label else [],
        "head": _head(outline, title),
        "sections": [setter.section(section) for section in outline.sections],
        "annexed": bool(outline.annex),
        "tight": outline.pages == 1,
    }


def annex_content(outline: Outline) -> Data:
    """The annex and all claims."""
    setter = _Setter(outline, annexed=True)
    return {
        "sections": [setter.section(section) | {"mark": section.id} for section in outline.annex],
        "cards": [_card(number, card) for number, card in enumerate(outline.cards.values())],
    }


def _head(outline: Outline, title: str) -> Data:
    """The title block. Lines of it that an outline does not have are not printed."""
    below = [f"{outline.subtitle}."] if outline.subtitle else []
    note = [_LACKING] if any(map(lacking, _texts(outline))) else []
    return {
        "title": _flowing(title, ROOM / 1.7),
        "below": [_flowing(text) for text in below],
        "notices": [_flowing(text) for text in (*outline.notices, *note)],
    }


def _texts(value: Any) -> Iterator[str]:
    """Every text of an outline, drawings left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, Mapping):
        yield from _texts(list(value.values()))
    elif hasattr(value, "__dataclass_fields__"):
        hidden = ("svg", "chart") if isinstance(value, Figure) else ()
        yield from _texts([getattr(value, name) for name in value.__dataclass_fields__ if name not in hidden])


def _flowing(text: str, room: float = ROOM) -> Data:
    """A paragraph of one text."""
    return {"rtl": rightward(text), "text": words(text, room)}


class _Setter:
    """Turns the parts of an outline into data; a claim is named by its number, whatever stands in its id."""

    def __init__(self, outline: Outline, annexed: bool = False) -> None:
        self.numbers = {key: number for number, key in enumerate(outline.cards)}
        self.whole = {section.id for section in outline.annex}
        self.most = ANNEX_CLAIMS if annexed else MAIN_CLAIMS
        self.together = _together(outline) if outline.pages == 1 else {}

    def section(self, section: Section) -> Data:
        whole = f"{section.id}-whole"
        mark = whole if whole in self.whole else ""
        return {"title": _flowing(section.title), "whole": mark, "blocks": [self.block(b) for b in section.blocks]}

    def block(self, block: Block) -> Data:
        match block:
            case Paragraph():
                groups = groupby(block.lines, lambda line: bool(line.signed))
                return {"kind": "paragraph", "groups": [self.group(list(lines)) for _, lines in groups]}
            case Bullets():
                return {"kind": "bullets", "cut": block.cut, **_title(block.title), "groups": self.listed(block.lines)}
            case Table():
                return {"kind": "table", "cut": block.cut, **_title(block.title), **self.table(block)}
            case Figure():
                return {
                    "kind": "figure", "cut": 0, **_title(block.title), "groups": self.listed(block.alternative),
                    "pieces": [_drawn(block)],
                }  # fmt: skip
            case Note():
                return {"kind": "note", "line": _flowing(block.text)}

    def group(self, lines: list[Line]) -> Data:
        held = any(map(_turns, lines))
        told = [self.line(line, held=held) for line in lines]
        return {"signed": bool(lines[0].signed), "rtl": _rtl(lines[0]), "lines": told}

    def listed(self, lines: Iterable[Line]) -> list[Data]:
        """The lines in lists of one kind: what somebody signs, and what runs right to left, stand in lists of their own."""
        return [self.group(list(group)) for _, group in groupby(lines, lambda line: (bool(line.signed), _rtl(line)))]

    def line(self, line: Line, room: float = ROOM, held: bool | None = None) -> Data:
        """One statement. Where any part of its paragraph runs right to left, each keeps its direction to itself (`held`)."""
        held = _turns(line) if held is None else held
        lead = line.lead or ("Judgement" if line.signed else "")
        named = line.claims[: self.most]
        return {
            "lead": words(lead, room, held), "text": words(line.text, room, held),
            "judged": bool(line.signed),
            "signed": words(line.signature, room, held),
            "marks": list(line.marks), "held": held, "rtl": _rtl(line),
            "claims": [[self.numbers[claim], words(claim, room, held)] for claim in named],
            "more": len(line.claims) - len(named), "short": ems(" ".join(named)) < _SHORT,
        }  # fmt: skip

    def table(self, table: Table) -> Data:
        count = max((len(table.head), *map(len, table.rows)))
        head = [*table.head, *("" for _ in range(count - len(table.head)))]
        rows = [[*row, *(() for _ in range(count - len(row)))] for row in table.rows]
        columns = _columns(
            [[text] for text in head], [[_said(cell) for cell in row] for row in self.measured(table, rows)]
        )
        return {
            "columns": columns, "head": [_flowing(text, room) for text, room in zip(head, columns, strict=True)],
            "rows": [self.row(row, columns) for row in rows],
        }  # fmt: skip

    def measured(self, table: Table, rows: list[Row]) -> list[Row]:
        """The rows after which the columns are made as wide as they are: on one page, those of all tables with this head."""
        return [list(row) for row in self.together.get(table.head, ())] or rows

    def row(self, row: Row, columns: list[float]) -> Data:
        cells = [[self.line(line, room) for line in cell] for cell, room in zip(row, columns, strict=True)]
        return {"whole": sum(len(text) for cell in row for text in _said(cell)) < TALL, "cells": cells}


def _together(outline: Outline) -> dict[tuple[str, ...], list[tuple[Cell, ...]]]:
    """The whole rows of the main part's tables, by the head that they share."""
    together: dict[tuple[str, ...], list[tuple[Cell, ...]]] = {}
    for table in (block for section in outline.sections for block in section.blocks if isinstance(block, Table)):
        together.setdefault(table.head, []).extend(row for row in table.rows if len(row) == len(table.head))
    return together


def _title(title: str) -> Data:
    return {"title": _flowing(title) if title else None}


def _rtl(line: Line) -> bool:
    told = f"{line.lead} {line.text}"
    return rightward(told) and not (line.words == "program" and mostly_latin(told))


def _turns(line: Line) -> bool:
    return any(map(turns, (line.lead, line.text, line.signed, *line.claims)))


def _said(cell: Cell) -> list[str]:
    """The texts of a cell as wide as they are printed."""
    return [
        f"{line.lead} {line.text} {line.signature} {' '.join(line.marks)} {'x' * 3 * min(len(line.claims), 5)}"
        for line in cell
    ]


def _columns(head: list[list[str]], rows: list[list[list[str]]]) -> list[float]:
    """Widths that fill the page: none breaks a common word, and more text makes a column wider."""
    texts = [" ".join(text for row in (head, *rows) for text in row[column]) for column in range(len(head))]
    least = [_MARGIN + min(max(map(ems, set(text[:20_000].split())), default=0.0) * 1.1, _LONGEST) for text in texts]
    # In full proportion all cells would be as high as each other, but those with little text too narrow to read.
    weights = [(1 + len(text)) ** 0.75 for text in texts]
    room = max(0.0, ROOM - sum(least))
    wanted = [floor + room * weight / sum(weights) for floor, weight in zip(least, weights, strict=True)]
    return [round(width * ROOM / sum(wanted) - _MARGIN, 2) for width in wanted]


def _drawn(figure: Figure) -> Data:
    """The drawing as a picture; a unit of it is three quarters of a point. Typst takes a picture that comes as data in an SVG."""
    chart = None if figure.chart is None else file_svg(figure.chart, figure.title).decode("utf-8")
    picture = drawing_picture(figure.svg) if chart is None else chart_picture(chart)
    size = f'width="{picture.width}" height="{picture.height}"'
    data = base64.b64encode(picture.png).decode()
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size}><image {size} href="data:image/png;base64,{data}"/></svg>'
    return {"svg": svg, "width": picture.width, "alt": f"{clean(figure.title)}. The list below says the same in words."}


def _card(number: int, card: Card) -> Data:
    """One claim as a reader checks it. Only a publisher's own words stand in quotation marks."""
    quoted = card.original if card.restated else card.passage
    passages = [] if quoted is None else [_passage("", quoted)]
    passages += [_passage(card.publisher, card.passage)] if card.restated else []
    length = len(f"{card.says}{card.speakers}{card.note}{card.passage}{card.original}")
    return {
        "number": number, "id": words(card.id, ROOM), "says": words(card.says, ROOM, turns(card.says)),
        "rtl": rightward(card.says), "where": _where(card), "passages": passages, "whole": length < TALL,
    }  # fmt: skip


def _where(card: Card) -> list[Words]:
    """Who speaks, in what manner, and what is noted of it, in pieces that stand side by side."""
    pieces: list[Words] = []
    for speaker in card.speakers:
        pieces += [*([", quoting "] if pieces else []), words(speaker, ROOM, turns(speaker))]
    status = "" if card.status == "accepted" else f"; {card.status}"
    return [
        *pieces,
        f"; {card.modality}{status}",
        *(["; ", words(card.note, ROOM, turns(card.note))] if card.note else []),
    ]


def _parts(passage: Passage) -> tuple[str, str, str]:
    return passage.before, passage.words, passage.after


def _passage(restated: str, passage: Passage) -> Data:
    rtl = rightward(" ".join(_parts(passage)))
    return {
        "restated": words(restated, ROOM, turns(restated)),
        "rtl": rtl,
        "parts": [words(p, ROOM) for p in _parts(passage)],
    }
