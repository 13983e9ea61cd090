"""The brief as Markdown: readable as it stands; the words of the sources as footnotes of the claims."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .english import left_out
from .outline import Block, Bullets, Card, Cell, Figure, Line, Note, Outline, Paragraph, Passage, Table

SHOWN = 4
"""Claims that are named behind a statement where they do not stand below."""
# Whatever could start markup of any kind; a report is hostile input for a Markdown reader too.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&])")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def markdown_text(outline: Outline) -> str:
    """The whole brief, with its annex where the outline has one."""
    return "\n".join(_all(outline)).rstrip() + "\n"


def plain(text: str) -> str:
    """A text of the case as Markdown that shows it and does nothing else."""
    return _SPECIAL.sub(r"\\\1", _CONTROL.sub("\ufffd", " ".join(text.split())))


def _all(outline: Outline) -> Iterator[str]:
    form = _Form(linked=bool(outline.annex))
    if outline.label:
        yield f"**{plain(outline.label)}**\n"
    yield f"# {plain(outline.title)}\n\n{plain(outline.subtitle)}.\n"
    for notice in outline.notices:
        yield f"> {plain(notice)}\n"
    for section in (*outline.sections, *outline.annex):
        yield f"## {'Annex: ' if section in outline.annex else ''}{plain(section.title)}\n"
        for block in section.blocks:
            yield from form.block(block)
    if outline.annex:
        yield "## Annex: Every claim\n"
        for card in outline.cards.values():
            yield from _card(card)


@dataclass(frozen=True)
class _Form:
    """Prints the blocks of a section."""

    linked: bool
    """Whether the claims stand below, so that a statement may lead to them."""

    def block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Paragraph):
            yield " ".join(map(self.line, block.lines)) + "\n"
        elif isinstance(block, Bullets):
            yield from [f"### {plain(block.title)}\n"] if block.title else []
            yield from (f"- {self.line(line)}" for line in block.lines)
            yield f"- {self.cut(block.cut)}\n" if block.cut else ""
        elif isinstance(block, Table):
            yield from self.table(block)
        elif isinstance(block, Figure):
            yield f"### {plain(block.title)}\n"
            yield from (f"- {self.line(line)}" for line in block.alternative)
            yield ""
        elif isinstance(block, Note):
            yield plain(block.text) + "\n"

    def cut(self, number: int) -> str:
        """How much is not shown, and where it is."""
        return (
            f"{number} more, in the annex."
            if self.linked
            else f"{left_out(number)}; the annex has {'it' if number == 1 else 'them'}."
        )

    def line(self, line: Line) -> str:
        lead = f"**{plain(line.lead)}:** " if line.lead else ""
        text = f"*{plain(line.text)}*" if line.signed else plain(line.text)
        text += f" — {plain(line.signature)}" if line.signature else ""
        marks = "".join(f" **\\[{mark}\\]**" for mark in line.marks)
        return lead + text + marks + (self.claims(line.claims) if line.claims else "")

    def claims(self, claims: tuple[str, ...]) -> str:
        if self.linked:
            return f" ({', '.join(f'[{plain(c)}](#{anchor(c)})' for c in claims)})"
        more = f" +{len(claims) - SHOWN}" if len(claims) > SHOWN else ""
        return f" \\[{' '.join(map(plain, claims[:SHOWN]))}{more}\\]"

    def table(self, block: Table) -> Iterator[str]:
        yield from [f"### {plain(block.title)}\n"] if block.title else []
        yield f"| {' | '.join(plain(head) for head in block.head)} |"
        yield "|" + "---|" * len(block.head)
        yield from (f"| {' | '.join(map(self.cell, row))} |" for row in block.rows)
        yield f"\n{self.cut(block.cut)}\n" if block.cut else ""

    def cell(self, cell: Cell) -> str:
        return "<br>".join(map(self.line, cell))


def anchor(claim: str) -> str:
    """The name of a claim's place in the file."""
    return "claim-" + re.sub(r"[^A-Za-z0-9._-]", "-", claim)


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
