"""PDF files for the tests, and what a reader, a screen reader and a search find in one."""

import io
import re
from dataclasses import replace
from typing import Any

from pypdf import PdfReader

from goodoffices.brief.outline import Bullets, Card, Figure, Line, Note, Outline, Paragraph, Passage, Section, Table
from goodoffices.brief.pdf import pdf_bytes

SVG = (
    '<svg viewBox="0 0 340 {0}" width="340" height="{0}" xmlns="http://www.w3.org/2000/svg">'
    '<text x="9" y="20" class="what">和 seats</text></svg>'
)


def card(key: str, **changes: Any) -> Card:
    plain = Card(
        key, "Rustem Umerov heads the delegation", "Daily Sabah", Passage("…The talks, ", "were useful", ", he said…"),
        False, None, ("Daily Sabah", "Rustem Umerov"), "asserted", "accepted",
    )  # fmt: skip
    return replace(plain, **changes)


CARDS = [
    card("A01"),
    card("A02", restated=True, passage=Passage("before ", "restated words", " after")),
    card(
        "A03",
        publisher="وكالة وفا",
        speakers=("وكالة وفا", "محمود عباس"),
        passage=Passage("قال ", "المحادثات مفيدة", ""),
    ),
    card("תע-4", status="proposed", note="a note"),
    *(card(f"B{number:02}") for number in range(12)),
]


def outline(*sections: Section, annex: tuple[Section, ...] = (), **more: Any) -> Outline:
    cards = {each.id: each for each in CARDS}
    return Outline("case", more.pop("title", "Talks"), more.pop("subtitle", "A brief"), sections, annex, cards, **more)


def brief(*blocks: Any, annex: tuple[Section, ...] = (), **more: Any) -> bytes:
    return pdf_bytes(outline(Section("s", "Section", blocks), annex=annex, **more))


def said(text: str, **more: Any) -> bytes:
    """The text as every kind of text that an outline has."""
    line = Line(text, ("A01",), lead=text, marks=("proposed",))
    table = Table((text, text), (((line,), (line, line)),), text)
    signed = Line(text, signed=text)
    drawn = Figure(text, SVG.format(92), (line,))
    return brief(
        Paragraph((line, signed)), Bullets((line, signed), text, 2), table, drawn, Note(text), title=text, **more
    )


def read(data: bytes) -> Any:
    return PdfReader(io.BytesIO(data))


def text_of(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in read(data).pages)


def letters(text: str) -> str:
    """The text without spaces and ends of lines, which a page puts where it likes."""
    return re.sub(r"\s|[\u2066-\u2069]", "", text)


def structure(data: bytes) -> list[tuple[str, Any]]:
    """Every element of the tree that a screen reader follows, with its type."""
    root = read(data).trailer["/Root"]["/StructTreeRoot"]
    found: list[tuple[str, Any]] = []

    def walk(node: Any) -> None:
        node = node.get_object()
        if isinstance(node, list):
            for one in node:
                walk(one)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append((str(node["/S"]), node))
            if "/K" in node:
                walk(node["/K"])

    walk(root)
    return found


def kinds(data: bytes) -> list[str]:
    return [kind for kind, _ in structure(data)]


ANNEX = (Section("more", "More", (Note("In full."),)),)
