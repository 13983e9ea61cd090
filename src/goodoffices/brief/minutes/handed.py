"""A page that leaves the team's hands: claims under numbers of the page itself, and of a text no more than their words.

An id would tell by its gaps that there are claims besides, and what stands around a claim's words may be for the team alone.
"""

from collections.abc import Mapping
from dataclasses import replace

from ..outline import Block, Bullets, Card, Line, Outline, Paragraph, Passage, Section, Table, lines_of


def handed(outline: Outline) -> Outline:
    """The outline with its claims numbered in the order in which they are named, and cards for these alone."""
    named = (claim for section in outline.sections for line in lines_of(section) for claim in line.claims)
    numbers = {claim: str(n) for n, claim in enumerate(dict.fromkeys(c for c in named if c in outline.cards), 1)}
    sections = tuple(_section(section, numbers) for section in outline.sections)
    return replace(outline, sections=sections, cards={n: _card(outline.cards[key], n) for key, n in numbers.items()})


def _section(section: Section, numbers: Mapping[str, str]) -> Section:
    return replace(section, blocks=tuple(_block(block, numbers) for block in section.blocks))


def _block(block: Block, numbers: Mapping[str, str]) -> Block:
    match block:
        case Paragraph() | Bullets():
            return replace(block, lines=tuple(_line(line, numbers) for line in block.lines))
        case Table():
            rows = (tuple(tuple(_line(line, numbers) for line in cell) for cell in row) for row in block.rows)
            return replace(block, rows=tuple(rows))
        case _:
            return block


def _line(line: Line, numbers: Mapping[str, str]) -> Line:
    return replace(line, claims=tuple(numbers[claim] for claim in line.claims if claim in numbers))


def _card(card: Card, number: str) -> Card:
    original = card.original and _bare(card.original)
    return replace(card, id=number, passage=_bare(card.passage), original=original, note="")


def _bare(passage: Passage) -> Passage:
    return Passage("", passage.words, "")
