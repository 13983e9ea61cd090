"""Positions and heads of delegations that stand in a table, one row for each party; its head says what the cells mean."""

import re
from collections.abc import Iterator

from ..mentions.words import STANCE
from ..tables import Cell, Table, tables
from .draft import Draft
from .story import Story

_WHO = re.compile(r"(?:the )?(?:party|side|delegation|country|state|group|government|member|who)(?: name)?", re.I)
_POSITION = re.compile(
    r"(?:its |the )?(?:positions?|stances?|views?|demands?)(?: (?:on|about|towards?) (?P<what>.{2,120}))?", re.I
)
_HEAD = re.compile(r"(?:head|leader|chief)(?: of (?:the |its )?delegation)?|(?:led|headed) by|delegation (?:head|leader)|chief negotiator", re.I)  # fmt: skip
_STANCE = re.compile(
    rf"(?P<verb>{'|'.join(sorted(map(re.escape, STANCE), key=len, reverse=True))})\b,? ?(?P<what>.*)", re.I
)


def in_tables(story: Story) -> Iterator[Draft]:
    """What the tables of a text say of the parties."""
    for table in tables(story.text):
        column = next((n for n, cell in enumerate(table.head) if _WHO.fullmatch(cell.text)), None)
        if column is None:
            continue
        for row in table.rows:
            if len(row) == len(table.head) and row[column].text:
                yield from _row(story, table, row, column)


def _row(story: Story, table: Table, row: tuple[Cell, ...], column: int) -> Iterator[Draft]:
    name = row[column].text
    party = story.cast.party(name) or name
    for head, cell in zip(table.head, row, strict=True):
        end = cell.start + len(cell.text)
        span = min(row[column].start, cell.start), max(row[column].start + len(name), end)
        stance = _STANCE.fullmatch(cell.text)
        if stance:
            what = _POSITION.fullmatch(head.text)
            value = stance["what"] or (what["what"] if what else head.text)
            if value:
                yield Draft("position", party, STANCE[stance["verb"].lower()], value, *span, "table.position")
        elif _HEAD.fullmatch(head.text) and cell.text[:1].isupper() and not any(c.isdigit() for c in cell.text):
            yield Draft("delegation", cell.text, "heads", party, *span, "table.heads", for_party=party)
