"""Documents made for the tests: PDF files byte by byte, Word files by python-docx, packed files by hand."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from email.message import EmailMessage

import pytest
from docx import Document

from goodoffices.errors import DataError
from goodoffices.extraction.reports import Report, read_report

PROSE = (
    "The two delegations met at the lake on Monday and spoke for three hours. The minister of Norland said that her side "
    "would accept a ceasefire of thirty days. The delegation of Southmark did not agree, and asked for a wider agenda."
)

MORE = "The mediator of Westeria proposed a second meeting in June, and both sides said that they would ask their capitals."
SENT = "Fri, 16 May 2031 21:30:00 +0300"


def found(name: str, raw: bytes) -> str:
    """What the one problem of a file says was found; every refusal has to say what to do as well."""
    with pytest.raises(DataError) as caught:
        read_report(name, raw)
    (problem,) = caught.value.problems
    assert problem.file == name
    assert problem.expected
    return problem.found


def attempt(name: str, raw: bytes) -> Report | None:
    """The report, or None where it is refused in good order; whatever else is raised fails the test."""
    try:
        report = read_report(name, raw)
    except DataError as error:
        (problem,) = error.problems
        complete = problem.file == name and problem.found and problem.expected
        if not complete:
            pytest.fail(f"a refusal that does not say what, where and what to do: {problem}")
        return None
    if not report.text.strip():
        pytest.fail("a report without a text")
    return report


def pdf(
    pages: Sequence[Sequence[str]], info: str = "", catalog: str = "", contents: Sequence[bytes] | None = None
) -> bytes:
    """A PDF with these lines on its pages."""
    streams = list(contents) if contents is not None else [_stream(lines) for lines in pages]
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(streams)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for index, stream in enumerate(streams):
        page = (
            f"/Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents {5 + 2 * index} 0 R"
        )
        objects.append(f"<< /Type /Page {page} >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return _file([*objects, f"<< {info} >>".encode()])


def _stream(lines: Sequence[str]) -> bytes:
    shown = [line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") for line in lines]
    return "BT /F 11 Tf 14 TL 50 800 Td {} ET".format(" ".join(f"({line}) Tj T*" for line in shown)).encode("cp1252")


def _file(objects: Sequence[bytes]) -> bytes:
    out, offsets = io.BytesIO(b"%PDF-1.4\n"), []
    out.seek(0, io.SEEK_END)
    for number, body in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = f"/Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R"
    out.write(f"trailer\n<< {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def word(
    paragraphs: Iterable[str] = (PROSE,), rows: Iterable[Sequence[str]] = (), title: str = "", author: str = ""
) -> bytes:
    """A Word file with these paragraphs and, behind them, a table of these rows."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    for number, row in enumerate(rows):
        if number == 0:
            table = document.add_table(0, len(row))
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.core_properties.title = title
    document.core_properties.author = author
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def repacked(raw: bytes, **changed: bytes) -> bytes:
    """A packed file with other contents for some of its files; `document` stands for word/document.xml."""
    names = {"document": "word/document.xml", "styles": "word/styles.xml"}
    new = {names.get(key, key): data for key, data in changed.items()}
    return packed({**contents(raw), **new})


def contents(raw: bytes) -> dict[str, bytes]:
    """The files of a packed file."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: dict[str, bytes]) -> bytes:
    """A packed file of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def mail(text: str | None = PROSE, page: str | None = None, **headers: str) -> EmailMessage:
    """A mail; header names are written with underscores."""
    message = EmailMessage()
    language = headers.pop("Content_Language", None)
    given = {"From": "Press Office <press@mfa.norland.example>", "Subject": "After the talks", "Date": SENT, **headers}
    for key, value in given.items():
        message[key.replace("_", "-")] = value
    if text is not None:
        message.set_content(text)
    if page is not None:
        (message.add_alternative if text is not None else message.set_content)(page, subtype="html")
    if language:  # setting the content takes away what was said of it
        message["Content-Language"] = language
    return message


def article(body: str = f"<p>{PROSE}</p><p>{MORE}</p>", head: str = "", lang: str = "en") -> bytes:
    """A page with an article, a menu and a footer."""
    menu = '<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>'
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">{head}</head><body>{menu}'
        f"<article>{body}</article><footer>All rights reserved. Terms of use.</footer></body></html>"
    ).encode()
