"""The outline of a brief: what is said, in which order, resting on which claims. Every form is printed from it alone."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Fold = Literal["", "open", "closed"]
"""Whether a screen shows a list under its title alone until it is opened; paper has it whole."""
Mark = Literal["proposed", "contradicted", "unsourced", "assumed"]


@dataclass(frozen=True, slots=True)
class Line:
    """One statement and the claims it rests on.

    `lead` is a label in front of it; `marks` what a reader must know before relying on it; `signed` names the person whose
    judgement it is, and sets it apart from the record. `words` says whose they are: the program's sentence, or a report's own.
    `differs` names the claims between which the statement itself says that the accounts differ.
    """

    text: str
    claims: tuple[str, ...] = ()
    lead: str = ""
    marks: tuple[Mark, ...] = ()
    signed: str = ""
    words: Literal["program", "report"] = "program"
    differs: tuple[str, ...] = ()
    passages: tuple[tuple[str, int, int], ...] = ()
    """Of a report's own words: source, start and end in its text. Elsewhere the claims say it."""

    @property
    def signature(self) -> str:
        """Who judges, behind the statement; nothing where the statement itself names him."""
        named = re.search(rf"\b{re.escape(self.signed.split(', ')[0])}\b", self.text, re.I)
        return "" if named else self.signed


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Statements that read as one text."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """Statements one under the other; `cut` counts those left out here, which the annex has."""

    lines: tuple[Line, ...]
    title: str = ""
    cut: int = 0
    fold: Fold = ""


Cell = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each cell some statements; the first cell of a row is its label. `cut` counts the rows left out here."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""
    cut: int = 0
    fold: Fold = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing and the same in words."""

    title: str
    svg: str
    """The drawing; empty where `chart` describes it."""
    alternative: tuple[Line, ...]
    chart: Mapping[str, Any] | None = None
    """A Vega-Lite description: only the forms that show a drawing render it."""
    fold: Fold = ""
    """Of the words alone: the drawing is always seen."""


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on the page itself, resting on no claim."""

    text: str


Block = Paragraph | Bullets | Table | Figure | Note


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part; `id` names it in links."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text: the words, and what stands before and after them."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Card:
    """One claim as a reader checks it: what it asserts, in whose voice, in which words."""

    id: str
    says: str
    """The typed claim in a few words."""
    publisher: str
    passage: Passage
    restated: bool
    """The passage is a restatement: it never stands in quotation marks."""
    original: Passage | None
    """The publisher's own words, where the original is at hand."""
    speakers: tuple[str, ...]
    """Who speaks: the source, then whom it quotes."""
    modality: str
    status: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole brief."""

    name: str
    title: str
    subtitle: str
    """As of which day, from which sources, by whom."""
    sections: tuple[Section, ...]
    annex: tuple[Section, ...]
    cards: Mapping[str, Card]
    """Every claim of the case, in the order of the record; the annex ends with them."""
    notices: tuple[str, ...] = field(default=())
    """What must be known before reading: a draft, the state as of a day."""
    unfolded: bool = False
    """Whether the annex is to be printed: HTML has it in any case, folded."""
    by: str = ""
    """Who signs for it; the subtitle says so."""
    pages: int = 2
    """A4 pages that the main part is to take at most."""
    label: str = ""
    """For whom it is, and the stamp: it stands on each page; empty where neither is said."""


def lines_of(section: Section) -> Iterator[Line]:
    """The statements of a section, in the order in which they are printed."""
    for block in section.blocks:
        match block:
            case Paragraph() | Bullets():
                yield from block.lines
            case Table():
                yield from (line for row in block.rows for cell in row[1:] for line in cell)
            case Figure():
                yield from block.alternative
