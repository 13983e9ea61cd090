"""The brief as Markdown: readable as it stands; the words of the sources as footnotes of the claims."""

import re
from collections.abc import Iterator

from .outline import Block, Bullets, Card, Cell, Figure, Line, Note, Outline, Paragraph, Passage, Table

# Whatever could start markup of any kind; a report is hostile input for a Markdown reader too.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&])")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def markdown_text(outline: Outline) -> str:
    """The whole brief with its annex."""
    return "\n".join(_all(outline)).rstrip() + "\n"


def plain(text: str) -> str:
    """A text of the case as Markdown that shows it and does nothing else."""
    return _SPECIAL.sub(r"\\\1", _CONTROL.sub("\ufffd", " ".join(text.split())))


def _all(outline: Outline) -> Iterator[str]:
    yield f"# {plain(outline.title)}\n\n{plain(outline.subtitle)}.\n"
    for notice in outline.notices:
        yield f"> {plain(notice)}\n"
    for section in outline.sections:
        yield f"## {plain(section.title)}\n"
        for block in section.blocks:
            yield from _block(block)
    for section in outline.annex:
        yield f"## Annex: {plain(section.title)}\n"
        for block in section.blocks:
            yield from _block(block)
    yield "## Annex: Every claim\n"
    for card in outline.cards.values():
        yield from _card(card)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield " ".join(map(_line, block.lines)) + "\n"
    elif isinstance(block, Bullets):
        if block.title:
            yield f"### {plain(block.title)}\n"
        yield from (f"- {_line(line)}" for line in block.lines)
        yield f"- and {block.cut} more\n" if block.cut else ""
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Figure):
        yield f"### {plain(block.title)}\n"
        yield from (f"- {_line(line)}" for line in block.alternative)
        yield ""
    elif isinstance(block, Note):
        yield plain(block.text) + "\n"


def _line(line: Line) -> str:
    lead = f"**{plain(line.lead)}:** " if line.lead else ""
    text = f"*{plain(line.text)}* — {plain(line.signed)}" if line.signed else plain(line.text)
    marks = "".join(f" **\\[{mark}\\]**" for mark in line.marks)
    sources = f" ({', '.join(f'[{plain(c)}](#{anchor(c)})' for c in line.claims)})" if line.claims else ""
    return lead + text + marks + sources


def anchor(claim: str) -> str:
    """The name of a claim's place in the file."""
    return "claim-" + re.sub(r"[^A-Za-z0-9._-]", "-", claim)


def _table(block: Table) -> Iterator[str]:
    if block.title:
        yield f"### {plain(block.title)}\n"
    yield f"| {' | '.join(plain(head) for head in block.head)} |"
    yield "|" + "---|" * len(block.head)
    for row in block.rows:
        yield f"| {' | '.join(map(_cell, row))} |"
    yield f"\nand {block.cut} more\n" if block.cut else ""


def _cell(cell: Cell) -> str:
    return "<br>".join(map(_line, cell))


def _card(card: Card) -> Iterator[str]:
    yield f'<a id="{anchor(card.id)}"></a>**{plain(card.id)}** {plain(card.says)}  '
    note = f"; {plain(card.note)}" if card.note else ""
    status = "" if card.status == "accepted" else f"; {card.status}"
    yield f"{plain(', quoting '.join(card.speakers))}; {card.modality}{status}{note}\n"
    if card.original:
        yield f"> “{_passage(card.original)}”\n"
    if card.restated:
        yield f"> restated from {plain(card.publisher)}: {_passage(card.passage)}\n"
    else:
        yield f"> “{_passage(card.passage)}”\n"


def _passage(passage: Passage) -> str:
    return f"{plain(passage.before)} **{plain(passage.words)}** {plain(passage.after)}".strip()
