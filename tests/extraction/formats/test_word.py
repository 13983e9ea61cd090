"""Word files: everything in its order; bombs and tricks refused before anything is opened."""

import io
import zipfile

import pytest
from docx import Document

from goodoffices.extraction.formats import packed as limits
from goodoffices.extraction.reports import read_report

from .makers import PROSE, contents, found, packed, repacked, word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def body(inside: str) -> bytes:
    """A Word file with this body."""
    return repacked(
        word(), document=f'<?xml version="1.0"?><w:document {W}><w:body>{inside}</w:body></w:document>'.encode()
    )


def test_paragraphs_and_tables_come_in_their_order() -> None:
    document = Document()
    document.add_paragraph("Before.")
    table = document.add_table(2, 2)
    for cell, text in zip(
        [c for row in table.rows for c in row.cells], ["Name", "Post", "Ana Brook", "Minister"], strict=True
    ):
        cell.text = text
    document.add_paragraph("Behind.")
    out = io.BytesIO()
    document.save(out)
    report = read_report("a.docx", out.getvalue())
    assert (report.kind, report.text) == ("word", "Before.\n\nName | Post\nAna Brook | Minister\n\nBehind.\n")
    assert report.notes == ()


@pytest.mark.parametrize(
    ("inside", "text", "note"),
    [
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "a b\nc\n", None),
        ("<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>",
         "new\n", "2 tracked changes read as accepted"),
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>in a form</w:t></w:r></w:p></w:sdtContent></w:sdt>", "in a form\n", None),
        ("<w:p><w:hyperlink><w:r><w:t>linked</w:t></w:r></w:hyperlink></w:p>", "linked\n", None),
        ("<w:p><w:r><w:t>a</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>",
         "a\n", "1 text box left out"),
        ("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>y</w:t></w:r></w:p></w:tc></w:tr>"
         "</w:tbl></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>", "x\ny\n", None),
        ("<w:p><w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>state</w:t></w:r></w:p>", "non-state\n", None),
        ("<w:p><w:r><w:t>a\u202eb</w:t></w:r></w:p>", "ab\n", "1 direction-changing character removed"),
    ],
)  # fmt: skip
def test_what_a_reader_of_the_page_sees_is_read(inside: str, text: str, note: str | None) -> None:
    report = read_report("a.docx", body(inside))
    assert (report.text, report.notes) == (text, (note,) if note else ())


def test_footnotes_and_headers_that_are_left_out_are_told() -> None:
    note = f"<w:footnotes {W}><w:footnote><w:p><w:r><w:t>see</w:t></w:r></w:p></w:footnote></w:footnotes>".encode()
    header = note.replace(b"footnotes", b"hdr").replace(b"<w:footnote>", b"").replace(b"</w:footnote>", b"")
    raw = packed({**contents(word()), "word/footnotes.xml": note, "word/header9.xml": header})
    assert read_report("a.docx", raw).notes == ("footnotes left out", "headers and footers left out")


def test_properties_are_guesses_and_the_day_a_file_was_made_is_not() -> None:
    said = read_report("a.docx", word(title="Joint statement", author="Press Office")).guesses
    assert (said.title, said.author, said.printed) == ("Joint statement", "Press Office", None)
    assert read_report("a.docx", word(author="python-docx")).guesses.author is None


def test_a_right_to_left_text_with_its_marks() -> None:
    text = "قال الوزير (أمس): \u200fنعم."
    assert read_report("a.docx", word([text])).text == text + "\n"


def bomb(size: int) -> bytes:
    """A Word file whose text shrinks to a thousandth."""
    return body(f"<w:p><w:r><w:t>{' ' * size}</w:t></w:r></w:p>")


def lying(raw: bytes, declared: int) -> bytes:
    """The same file, its directory telling of a small size for every file in it."""
    data = bytearray(raw)
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 24 : at + 28] = declared.to_bytes(4, "little")
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def laughing(encoding: str = "utf-8") -> bytes:
    """A Word file with entities that grow tenfold ten times."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 11))
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [<!ENTITY l0 "ha">{entities}]>'
    text += f"<w:document {W}><w:body><w:p><w:r><w:t>&l10;</w:t></w:r></w:p></w:body></w:document>"
    return repacked(word(), document=text.encode(encoding))


def main_part(name: str, encoding: str = "utf-8") -> bytes:
    """A Word file whose document has another name and begins with a document type."""
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [<!ENTITY x "y">]><w:document {W}><w:body>'
    text += "<w:p><w:r><w:t>before &x; behind</w:t></w:r></w:p></w:body></w:document>"
    files = contents(word())
    del files["word/document.xml"]
    moved = {key: data.replace(b"word/document.xml", name.encode()) for key, data in files.items()}
    moved["word/document.xml"] = b"<x/>"
    moved[name] = text.encode(encoding)
    rels = "word/_rels/document.xml.rels"
    moved[name.replace("word/", "word/_rels/") + ".rels"] = moved[rels]
    return packed(moved)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp037"])
@pytest.mark.parametrize(
    "name", ["word/doc.foo", "word/doc.svg", "word/doc.html", "word/doc", "word/doc.XML", "doc.bin"]
)
def test_a_document_type_is_refused_under_any_name_and_in_any_encoding(name: str, encoding: str) -> None:
    assert found("a.docx", main_part(name, encoding)).startswith(
        (f"a document type declared in {name}", "a Word file that cannot be read")
    )


def test_of_a_word_file_without_a_document_it_is_said() -> None:
    for root in ("other", "styles", "hdr"):
        raw = repacked(word(), document=f"<w:{root} {W}><w:p/></w:{root}>".encode())
        assert found("a.docx", raw).startswith("a Word file whose main part is no document")


OUTSIDE = (
    f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document {W}>'
    "<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (bomb(30_000_000), "unpacks to more than 100 times"),
        (lying(bomb(30_000_000), 1_000), "a packed file (.docx) that is damaged"),
        (packed({f"{n}.bin": bytes(990_000) for n in range(40)}), "unpacks to more than 32 MB"),
        (packed({str(n): b"" for n in range(2_001)}), "2,001 files in it"),
        (laughing(), "a document type declared in word/document.xml"),
        (laughing("utf-16"), "a document type declared in word/document.xml"),
        (repacked(word(), document=OUTSIDE.encode()), "a document type declared"),
        (word()[:-200], "damaged or ends too early"),
        (word()[: len(word()) // 2], "damaged or ends too early"),
        (b"PK\x03\x04", "damaged or ends too early"),
        (packed({"xl/workbook.xml": b"<x/>"}), "an Excel file"),
        (packed({"ppt/presentation.xml": b"<x/>"}), "a PowerPoint file"),
        (
            packed({"mimetype": b"application/epub+zip", "META-INF/container.xml": b""}),
            "an OpenDocument, EPUB or Java file",
        ),
        (packed({"notes.txt": b"talks"}), "a packed file, not a Word file"),
        (packed({"word/document.xml": b"<x/>"}), "a Word file that cannot be read"),
        (repacked(word(), document=b"<w:document"), "a Word file that cannot be read"),
        (body("<w:p>" * 400 + "</w:p>" * 400), "a Word file that cannot be read"),
        (body("<w:p/>"), "a Word file without text"),
        (b"talks", "a file that is no Word file"),
    ],
    ids=lambda value: value if isinstance(value, str) else "file",
)
def test_bombs_tricks_and_other_files_are_refused(raw: bytes, says: str) -> None:
    assert says in found("a.docx", raw)


def test_what_comes_out_is_counted_whatever_is_declared(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = word([PROSE] * 50)
    monkeypatch.setattr(limits, "_require_modest", lambda name, infos: None)
    monkeypatch.setattr(limits, "UNPACKED", 10_000)
    assert "unpacks to more than" in found("a.docx", raw)


def test_a_password_and_two_files_of_one_name_are_refused() -> None:
    locked = bytearray(word())
    at = locked.find(b"PK\x01\x02")
    locked[at + 8] |= 1
    assert found("a.docx", bytes(locked)) == "a packed file with a password"
    out = io.BytesIO(word())
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("word/document.xml", b"<x/>")
    assert found("a.docx", out.getvalue()) == "a packed file with two files of one name"
