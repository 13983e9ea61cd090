"""What the seats say for themselves: satisfaction on four dimensions, when it turned, the exercise's own questions.

The dimensions are those of Curhan, Elfenbein and Xu (2006): What do people value when they negotiate? Mapping the domain of
subjective value in negotiation. Journal of Personality and Social Psychology 91(3): instrumental outcome, process,
relationship, self; on a scale from 1 to 7.

1. Answers are told together; of fewer than three nothing is told.
2. Words of an answer stand without the seat, in the order of the alphabet.
3. Seat by seat they are shown only where the charter told beforehand that they would be.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from ...bargaining.figures import COLOURS, GREY, SCHEMA
from ...proceedings import REFLECTIONS
from ...synthesis.export.paper import line_of
from ..english import counted
from ..outline import Block, Bullets, Figure, Line, Note, Section, Table
from .priorities import TOO_FEW
from .table import FEWEST, HeldTable

SCALE = range(1, 8)
DIMENSIONS = {
    "result": "the result", "process": "the way in which it came about", "relationship": "how all get on now",
    "oneself": "oneself",
}  # fmt: skip
_NUMBER = re.compile(r"\s*([1-7])\s*(?:/\s*7\s*)?")
_FIRST, _TURNED = REFLECTIONS[:2], REFLECTIONS[2]


def satisfaction(tables: Sequence[HeldTable]) -> Section:
    """How content all were, at each table."""
    values = [one for table in tables for one in _rows(table, len(tables))]
    if not values:
        return Section("satisfaction", "How content", (Note(TOO_FEW if _any(tables) else "Nobody answered."),))
    note = Note("Four dimensions after Curhan, Elfenbein and Xu (2006); 1: not at all, 7: entirely.")
    figure = Figure("How content the seats were", "", tuple(_line(one) for one in values), _chart(values, tables))
    return Section("satisfaction", "How content", (figure, note))


def _any(tables: Sequence[HeldTable]) -> bool:
    return any(numbers(table, key) for table in tables for key in DIMENSIONS)


def numbers(table: HeldTable, key: str) -> list[int]:
    """The numbers that the seats gave; what is none is left out."""
    found = (_NUMBER.fullmatch(answers.get(key, "")) for answers in table.facts.reflections.values())
    return sorted(int(match[1]) for match in found if match)


def _rows(table: HeldTable, of: int) -> Iterator[dict[str, Any]]:
    for key, label in DIMENSIONS.items():
        given = numbers(table, key)
        if len(given) >= FEWEST or (table.answers_shown and given):
            yield {
                "about": f"{label}, table {table.number}" if of > 1 else label, "mean": sum(given) / len(given),
                "low": given[0], "high": given[-1], "many": len(given), "table": f"table {table.number}",
            }  # fmt: skip


def _line(row: dict[str, Any]) -> Line:
    spread = f"all {row['low']}" if row["low"] == row["high"] else f"from {row['low']} to {row['high']}"
    return Line(
        f"{row['mean']:.1f} on average, {spread} ({counted(row['many'], 'answer')})", lead=f"With {row['about']}"
    )


def _chart(values: list[dict[str, Any]], tables: Sequence[HeldTable]) -> dict[str, Any]:
    order = [
        f"{label}, table {t.number}" if len(tables) > 1 else label for label in DIMENSIONS.values() for t in tables
    ]
    across = {"type": "quantitative", "scale": {"domain": [1, 7]}, "axis": {"tickCount": 7, "format": "d"},
              "title": "1: not at all, 7: entirely"}  # fmt: skip
    down = {"field": "about", "type": "nominal", "sort": order, "title": None, "axis": {"labelLimit": 300}}
    return {
        "$schema": SCHEMA, "description": "How content the seats were, on four dimensions.", "width": 380,
        "height": {"step": 24}, "data": {"values": values},
        "title": {"text": "How content the seats were", "subtitle": "dot: average; line: from the least to the most"},
        "layer": [
            {
                "mark": {"type": "rule", "strokeWidth": 3, "color": GREY, "opacity": 0.6},
                "encoding": {"y": down, "x": {"field": "low", **across}, "x2": {"field": "high"}},
            },
            {
                "mark": {"type": "point", "filled": True, "size": 110, "opacity": 1, "color": COLOURS[1]},
                "encoding": {"y": down, "x": {"field": "mean", **across}},
            },
        ],
    }  # fmt: skip


def turned(table: HeldTable, of: int) -> Section:
    """When it turned, and what was answered to the exercise's own questions; seat by seat where the charter said so."""
    asked = {_TURNED: "When it turned"}
    asked |= {f"question {n}": line_of(question) for n, question in enumerate(table.public.questions, 1)}
    blocks: list[Block] = [block for key, title in asked.items() for block in _words(table, key, title)]
    if table.answers_shown and table.facts.reflections:
        blocks.append(_seat_by_seat(table))
    return Section(f"turned-{table.number}", table.titled("When it turned", of), tuple(blocks))


def _words(table: HeldTable, key: str, title: str) -> Iterator[Block]:
    found = sorted(line_of(one[key]) for one in table.facts.reflections.values() if key in one)
    if len(found) >= FEWEST or (table.answers_shown and found):
        yield Bullets(tuple(Line(f"“{words}”", words="report") for words in found), title)
    else:
        yield Bullets((Line(TOO_FEW if found else "Nobody answered."),), title)


def _seat_by_seat(table: HeldTable) -> Table:
    keys = (*_FIRST, *DIMENSIONS)
    head = ("Seat", "What mattered to us", "What mattered to them", *(label.capitalize() for label in DIMENSIONS))
    rows = (
        (table.who.name(seat), *(line_of(table.facts.reflections[seat].get(key, "")) for key in keys))
        for seat in table.public.seats
        if seat in table.facts.reflections
    )
    return Table(head, tuple(tuple((Line(cell),) for cell in row) for row in rows), "What each seat answered")
