"""Word files: paragraphs and tables in their order, as they read with all tracked changes accepted."""

import io
from collections.abc import Iterator
from typing import Any

from .clean import cleaned, counted
from .content import Content, Guesses, guesses, refusal
from .packed import unpacked

_OTHERS = {"xl/": "an Excel file", "ppt/": "a PowerPoint file", "META-INF/": "an OpenDocument, EPUB or Java file"}
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Deleted text, text boxes (they stand beside the text) and second versions of the same drawing.
_LEFT_OUT = {f"{_W}del", f"{_W}moveFrom", f"{_W}txbxContent", f"{_W}pPr", f"{_W}rPr", _FALLBACK}
_APART = {"word/footnotes.xml": "footnotes", "word/endnotes.xml": "endnotes", "word/comments.xml": "comments"}
_SAVE = "a .docx file; save the document again from Word or LibreOffice"


def read_word(name: str, raw: bytes) -> Content:
    """The text of a .docx file; raises DataError for a damaged one, another packed file, a bomb, and one without text."""
    files = unpacked(name, raw)
    _require_word(name, files)
    document = _open(name, raw)
    _require_no_type(name, document)
    body = getattr(document.element, "body", None)
    if body is None:
        raise refusal(name, "a Word file whose main part is no document", _SAVE)
    text = cleaned("\n\n".join(_blocks(body)))
    if not text.text:
        raise refusal(name, "a Word file without text (empty, or only pictures)", "a document with text")
    return Content(text.text, _guesses(document), (*_notes(body, files), *text.notes))


def _require_word(name: str, files: dict[str, bytes]) -> None:
    if "word/document.xml" not in files:
        other = next(
            (what for start, what in _OTHERS.items() if any(f.startswith(start) for f in files)), "a packed file"
        )
        raise refusal(name, f"{other}, not a Word file", "a .docx file; save its text as .docx or .txt")
    for file, data in files.items():
        # Word never writes a document type; it is the way to entities that grow without end or name files outside.
        # Without NULs, so that one written in UTF-16 is seen, too.
        if file.endswith((".xml", ".rels")) and b"<!DOCTYPE" in data.replace(b"\0", b""):
            raise refusal(name, f"a document type declared in {file}", _SAVE)


def _require_no_type(name: str, document: Any) -> None:
    """The same of whatever was taken for XML, under any name and in any encoding: words behind an entity would be missing."""
    for part in document.part.package.iter_parts():
        element = getattr(part, "element", None)
        if element is not None and element.getroottree().docinfo.internalDTD is not None:
            raise refusal(name, f"a document type declared in {str(part.partname).lstrip('/')}", _SAVE)


def _open(name: str, raw: bytes) -> Any:
    from docx import Document  # imported only here: it takes a quarter of a second, and most reports are plain text

    try:
        return Document(io.BytesIO(raw))
    except Exception as error:  # it raises whatever its parts raise for a file that is not as it should be
        raise refusal(name, f"a Word file that cannot be read ({type(error).__name__})", _SAVE) from error


def _blocks(parent: Any) -> Iterator[str]:
    """The text of each paragraph and each table within an element, also of those in content controls."""
    for child in parent:
        if child.tag == f"{_W}p":
            if text := _paragraph(child).strip():
                yield text
        elif child.tag == f"{_W}tbl":
            if rows := [row for row in map(_row, child.iter(f"{_W}tr")) if row]:
                yield "\n".join(rows)
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}moveTo", f"{_W}customXml", f"{_W}smartTag"):
            yield from _blocks(child)


def _row(row: Any) -> str:
    """The cells of a row, parted by a bar; rows of a table within a cell come as rows of their own."""
    cells = [" ".join(_own_paragraphs(cell)) for cell in row.iter(f"{_W}tc") if _nearest(cell, f"{_W}tr") is row]
    return " | ".join(cell for cell in cells if cell)


def _own_paragraphs(cell: Any) -> Iterator[str]:
    for paragraph in cell.iter(f"{_W}p"):
        beside = _nearest(paragraph, f"{_W}txbxContent") is not None
        if not beside and _nearest(paragraph, f"{_W}tc") is cell and (text := _paragraph(paragraph).strip()):
            yield text


def _nearest(element: Any, tag: str) -> Any:
    return next(element.iterancestors(tag), None)


def _paragraph(paragraph: Any) -> str:
    """The words of a paragraph. Not python-docx's own `text`, which leaves out what was inserted with changes tracked."""
    pieces: list[str] = []
    stack = [*reversed(paragraph)]
    while stack:
        element = stack.pop()
        if element.tag == f"{_W}t":
            pieces.append(element.text or "")
        elif element.tag in (f"{_W}br", f"{_W}cr"):
            pieces.append("\n")
        elif element.tag in (f"{_W}tab", f"{_W}ptab"):
            pieces.append(" ")
        elif element.tag == f"{_W}noBreakHyphen":
            pieces.append("-")
        elif element.tag not in _LEFT_OUT:
            stack += reversed(element)
    return "".join(pieces)


def _notes(body: Any, files: dict[str, bytes]) -> Iterator[str]:
    changes = sum(1 for _ in body.iter(f"{_W}ins", f"{_W}del", f"{_W}moveFrom", f"{_W}moveTo"))
    if changes:
        yield f"{counted(changes, 'tracked change')} read as accepted"
    boxes = sum(1 for box in body.iter(f"{_W}txbxContent") if _nearest(box, _FALLBACK) is None)
    if boxes:
        yield f"{counted(boxes, 'text box', 'text boxes')} left out"
    for file, what in _APART.items():
        if b"<w:t>" in files.get(file, b"") or b"<w:t " in files.get(file, b""):
            yield f"{what} left out"
    if any(b"<w:t" in data for file, data in files.items() if file.startswith(("word/header", "word/footer"))):
        yield "headers and footers left out"


def _guesses(document: Any) -> Guesses:
    try:
        properties = document.core_properties
        title, author, language = properties.title, properties.author, properties.language
    except Exception:  # broken properties are no reason to refuse the text
        return Guesses()
    place = "the document's properties"
    return guesses(
        title=(title, place),
        author=(None if author == "python-docx" else author, place),  # what its library writes where nobody says
        language=(language, place),
    )
