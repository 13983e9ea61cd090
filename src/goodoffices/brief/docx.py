"""The brief as a Word document: every look is a style, every source an endnote."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from docx.document import Document
from docx.shared import Cm, Emu

from .charts import file_svg
from .english.grammar import left_out, mostly_latin
from .outline import Block, Bullets, Card, Cell, Figure, Line, Note, Outline, Paragraph, Passage, Section, Table
from .picture import Picture, chart_picture, drawing_picture
from .word_parts import TEXT_WIDTH, Endnotes, Xml, blank, clean, node, packed, paragraph, runs

NAMED = 6
"""Claims that one note names at most; the annex has all."""
_MARGINS, _LETTER, _WORD = 190, 110, 20
"""Of a cell: margins and a letter, in twentieths of a point; letters of the longest word that is kept whole."""
_UNIT = 9525
"""Of a drawing's units 96 make an inch; of those in which Word measures pictures, 914,400."""
_CLAIMS_HEAD = ("Claim", "What it says", "Who speaks", "Passage")


def docx_bytes(outline: Outline) -> bytes:
    """The bytes of a .docx file; the same outline gives the same bytes.

    Raises KeyError with the id of a claim on which a line rests and for which the outline has no card.
    """
    document = blank(outline.title or outline.name)
    brief = _Brief(outline.cards, document)
    _lay_out(document, outline.title or outline.name, outline.label)
    for block in brief.body(outline):
        document.element.body.insert_element_before(block, "w:sectPr")
    brief.notes.attach(document)
    return packed(document)


def _lay_out(document: Document, title: str, label: str) -> None:
    """A4 with margins of 1.8 cm, a footer with the title and the number of the page, above each page for whom it is."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(1.8)
    section.header_distance = section.footer_distance = Cm(1)
    # Else the notes are numbered in Roman figures.
    section._sectPr.insert(0, node("endnotePr", node("numFmt", val="decimal")))
    section.footer.is_linked_to_previous = False
    page = [node("r", node("tab")), node("fldSimple", *runs("1"), instr="PAGE")]
    footer = section.footer.part.element
    footer.clear()
    footer.append(paragraph("Footer", [*runs(title), *page]))
    if label:
        section.header.is_linked_to_previous = False
        header = section.header.part.element
        header.clear()
        header.append(paragraph("Header", runs(label)))


class _Brief:
    """Turns the parts of an outline into elements of a document, and gathers the notes on the way."""

    def __init__(self, cards: Mapping[str, Card], document: Document, annex_of: "_Brief | None" = None) -> None:
        self.cards = cards
        self.document = document
        self.annexed = annex_of is not None
        self.where = ""
        """Where claims stand that a note does not name: in the annex, if there is one."""
        self.notes: Endnotes = annex_of.notes if annex_of else Endnotes()

    def body(self, outline: Outline) -> Iterator[Xml]:
        self.where = ", in the annex" if outline.annex else ""
        yield paragraph("Title", runs(outline.title or outline.name))
        if outline.subtitle:
            yield paragraph("Subtitle", runs(outline.subtitle))
        yield from (paragraph("Notice", runs(text)) for text in outline.notices)
        for section in outline.sections:
            yield from self.section(section, 1)
        if outline.annex:
            yield from self.annex(outline)

    def annex(self, outline: Outline) -> Iterator[Xml]:
        yield paragraph("Heading1", runs("Annex"), node("pageBreakBefore"))
        for section in outline.annex:
            yield from _Brief(self.cards, self.document, annex_of=self).section(section, 2)
        if outline.annex and outline.cards:
            yield paragraph("Heading2", runs("Every claim"))
            yield from _table(_CLAIMS_HEAD, [_card_row(card) for card in outline.cards.values()], "Every claim")

    def section(self, section: Section, level: int) -> Iterator[Xml]:
        yield paragraph(f"Heading{level}", runs(section.title))
        for block in section.blocks:
            yield from self.block(block, level + 1)

    def block(self, block: Block, level: int) -> Iterator[Xml]:
        title = "" if isinstance(block, Paragraph | Note) else block.title
        if title:
            # A figure's title is a caption: nobody looks for a part of the brief there.
            yield paragraph("Caption" if isinstance(block, Figure) else f"Heading{level}", runs(title))
        match block:
            case Paragraph():
                yield from self.flowing(block.lines)
            case Note():
                yield paragraph("Note", runs(block.text))
            case Figure():
                yield from self.drawn(block)
                yield from self.listed(block.alternative, "ListBullet")
            case Bullets():
                yield from self.listed(block.lines, "ListBullet")
                yield from _cut(block.cut, self.where)
            case Table():
                # An untitled table would touch what stands before it.
                yield from [] if title else [paragraph("TableGap", [])]
                yield from self.table(block)
                yield from _cut(block.cut, self.where)

    def drawn(self, figure: Figure) -> Iterator[Xml]:
        """The drawing as a picture; the words below it say the same."""
        picture = drawing_picture(figure.svg) if figure.chart is None else _chart(figure.title, figure.chart)
        size = Emu(picture.width * _UNIT), Emu(picture.height * _UNIT)
        inline = self.document.part.new_pic_inline(io.BytesIO(picture.png), *size)
        inline.docPr.set("descr", clean(f"{figure.title}. The list below says the same in words."))
        yield paragraph("Drawing", [node("r", node("drawing", inline))])

    def flowing(self, lines: Iterable[Line]) -> Iterator[Xml]:
        """Unsigned lines that follow each other are one paragraph; a judgement always stands alone."""
        for signed, group in groupby(lines, lambda line: bool(line.signed)):
            if signed:
                yield from self.listed(group, "Judgement")
            else:
                yield self.together([*group])

    def together(self, lines: Sequence[Line]) -> Xml:
        """Statements as one paragraph."""
        english = _english(lines)
        statements = [[*self.statement(line, english=english), *runs(" ")] for line in lines]
        return paragraph("Normal", [run for statement in statements for run in statement][:-1], english=english)

    def listed(self, lines: Iterable[Line], style: str) -> Iterator[Xml]:
        """A paragraph for each line, in this style unless somebody signs it."""
        for line in lines:
            english = _english([line])
            made = self.statement(line, english=english)
            yield paragraph("Judgement" if line.signed else style, made, english=english)

    def table(self, table: Table) -> list[Xml]:
        return _table(table.head, [[self.cell(cell) for cell in row] for row in table.rows], table.title)

    def cell(self, cell: Cell) -> list[Xml]:
        return list(self.listed(cell, "TableText"))

    def statement(self, line: Line, *, english: bool) -> list[Xml]:
        """The runs of one line: its label, its text, who signs it, its marks and the number of its note."""
        lead = line.lead or ("Judgement" if line.signed else "")
        made = [*runs(lead, "Strong"), *runs(": ", "Strong")] if lead else []
        made += runs(line.text, english=english)
        if line.signature:
            made += [*runs(" — "), *runs(line.signature)]
        for mark in line.marks:
            made += _mark(mark)
        if not line.claims:
            return made
        # In the annex the claims stand in full anyway: their ids lead there, and no passage is printed a third time.
        source = (
            runs(f" [{' '.join(line.claims)}]", "Context")
            if self.annexed
            else [self.notes.add(self.sources(line.claims))]
        )
        return [*made, *source]

    def sources(self, claims: Sequence[str]) -> list[Xml]:
        """The text of a note."""
        made: list[Xml] = []
        for claim in claims[:NAMED]:
            made += [*(runs("; ") if made else []), *_source(self.cards[claim])]
        more = claims[NAMED:]
        return made + runs(f"; and {len(more)} more{self.where}: {' '.join(more)}") if more else made


def _english(lines: Sequence[Line]) -> bool:
    """Whether statements are sentences of ours, which run from left to right even where they begin with a Hebrew name."""
    return all(line.words == "program" for line in lines) and mostly_latin(
        " ".join(f"{x.lead} {x.text}" for x in lines)
    )


def _mark(word: str) -> list[Xml]:
    return [*runs(" "), *runs(f"[{word}]", "Mark")]


def _source(card: Card) -> list[Xml]:
    """One claim in a note: its id, who asserts it in what manner, and its words."""
    quoted = _own_words(card)
    voice = _voice([] if quoted is None else [card.publisher], card)
    made = [*runs(card.id, "Strong"), *(runs(" ") if voice else []), *voice]
    made += _mark(card.status) if card.status == "proposed" else []
    if quoted is not None:
        return [*made, *runs(": “"), *runs(quoted.words), *runs("”")]
    # The publisher is named by these words, and so not before them.
    return [*made, *runs(", " if voice else " "), *_restated(card), *runs(card.passage.words)]


def _own_words(card: Card) -> Passage | None:
    """What may stand in quotation marks."""
    return card.original if card.restated else card.passage


def _voice(first: list[str], card: Card) -> list[Xml]:
    """Who speaks, each quoting the next, and in what manner; of the chain only those after the publisher."""
    chain = card.speakers[1:] if card.speakers[:1] == (card.publisher,) else card.speakers
    made: list[Xml] = []
    for speaker in (*first, *chain):
        made += [*(runs(", quoting ") if made else []), *runs(speaker)]
    return made if card.modality == "asserted" else [*made, *runs(" " * bool(made) + f"({card.modality})")]


def _card_row(card: Card) -> list[list[Xml]]:
    """One claim in the annex."""
    mark = _mark(card.status) if card.status == "proposed" else []
    says = [paragraph("TableText", [*runs(card.says), *mark])]
    if card.note:
        says.append(paragraph("TableText", runs(card.note, "Context")))
    voice = [paragraph("TableText", _voice([card.publisher], card))]
    return [[paragraph("TableText", runs(card.id))], says, voice, list(_passages(card))]


def _passages(card: Card) -> Iterator[Xml]:
    """The words among those around them. Only a publisher's own words stand in quotation marks."""
    if card.restated:
        yield paragraph("TableText", [*_restated(card), *_in_context(card.passage)])
    quoted = _own_words(card)
    if quoted is not None:
        yield paragraph("TableText", [*runs("“"), *_in_context(quoted), *runs("”")])


def _restated(card: Card) -> list[Xml]:
    return [*runs("restated from "), *runs(card.publisher), *runs(": ")]


def _in_context(passage: Passage) -> list[Xml]:
    return [*runs(passage.before, "Context"), *runs(passage.words), *runs(passage.after, "Context")]


def _chart(title: str, chart: Mapping[str, Any]) -> Picture:
    return chart_picture(file_svg(chart, title).decode("utf-8"))


def _cut(number: int, where: str) -> Iterator[Xml]:
    if number > 0:
        yield paragraph("Note", runs(f"{f'{number} more{where}' if where else left_out(number)}."))


def _table(head: Sequence[str], rows: Sequence[Sequence[list[Xml]]], title: str) -> list[Xml]:
    """A table whose first row is repeated on every page and whose first column holds the labels."""
    width = max((len(head), *map(len, rows)))
    if not width:
        return []
    labels = [[paragraph("TableText", runs(label))] for label in head]
    table = [_filled(row, width) for row in (labels, *rows)]
    columns = _columns(table)
    grid = node("tblGrid", *(node("gridCol", w=str(column)) for column in columns))
    made = [_row(row, columns, node("tblHeader") if index == 0 else None) for index, row in enumerate(table)]
    # Word makes one table of two that touch.
    return [node("tbl", _shape(sum(columns), title), grid, *made), paragraph("TableGap", [])]


def _shape(width: int, title: str) -> Xml:
    look = {"firstRow": "1", "lastRow": "0", "firstColumn": "1", "lastColumn": "0", "noHBand": "1", "noVBand": "1"}
    style, size = node("tblStyle", val="TableGridLight"), node("tblW", w=str(width), type="dxa")
    # Of fixed columns a long word is broken; of fitted ones it pushes the table off the page.
    made = node("tblPr", style, size, node("tblLayout", type="fixed"), node("tblLook", val="06A0", **look))
    if title:
        made.append(node("tblCaption", val=clean(title)))
    return made


def _filled(row: Sequence[list[Xml]], width: int) -> list[list[Xml]]:
    """The row with as many cells as the widest one, none of them without a paragraph, which Word would refuse."""
    return [cell or [paragraph("TableText", [])] for cell in (*row, *([] for _ in range(width - len(row))))]


def _row(cells: Sequence[list[Xml]], columns: Sequence[int], header: Xml | None) -> Xml:
    properties = node("trPr", node("cantSplit"), *([] if header is None else [header]))
    widths = [node("tcPr", node("tcW", w=str(column), type="dxa")) for column in columns]
    return node("tr", properties, *(node("tc", width, *cell) for width, cell in zip(widths, cells, strict=True)))


def _columns(table: Sequence[Sequence[list[Xml]]]) -> list[int]:
    """Widths that fill the page: none breaks a common word, and more text makes a column wider."""
    texts = [[_text(row[column]) for row in table] for column in range(len(table[0]))]
    least = [
        _MARGINS + _LETTER * min(max(len(word) for word in " ".join(column).split() or [""]), _WORD) for column in texts
    ]
    # In full proportion all cells would be as high as each other, but those with little text too narrow to read.
    weights = [(1 + sum(map(len, column))) ** 0.75 for column in texts]
    room = max(0, TEXT_WIDTH - sum(least))
    wanted = [floor + room * weight / sum(weights) for floor, weight in zip(least, weights, strict=True)]
    return [int(width * TEXT_WIDTH / sum(wanted)) for width in wanted]


def _text(cell: Iterable[Xml]) -> str:
    return " ".join("".join(words.text or "" for words in block.iter("{*}t")) for block in cell)
