"""PDF files: text in, headers and cut words mended, everything that has no text refused; never a hang."""

import io
import os
import shutil
import subprocess
import zlib
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from goodoffices.errors import DataError
from goodoffices.extraction.formats.pages import joined
from goodoffices.extraction.formats.pdf import read_pdf
from goodoffices.extraction.reports import read_report

from .makers import attempt, found, pdf, word

LINES = ["The two delegations met at the lake.", "They spoke for three hours."]


def locked(user: str, algorithm: str | None = None) -> bytes:
    """A PDF with a password."""
    writer = PdfWriter(PdfReader(io.BytesIO(pdf([LINES]))))
    writer.encrypt(user, "owner", algorithm=algorithm or "RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_lines_stay_lines_and_pages_become_paragraphs() -> None:
    report = read_report("a.pdf", pdf([LINES, ["They will meet again."]]))
    assert report.kind == "pdf"
    assert report.text == "The two delegations met at the lake.\nThey spoke for three hours.\n\nThey will meet again.\n"
    assert report.notes == ()


@pytest.mark.parametrize(
    ("info", "title"),
    [
        ("/Title (Joint statement) /Author (Press Office)", "Joint statement"),
        ("/Title (Microsoft Word - draft3.doc)", None),
        ("/Title (untitled)", None),
        ("/Title (report.pdf)", None),
        ("/CreationDate (D:20310516120000Z)", None),
    ],
)
def test_properties_are_guesses_and_the_day_a_file_was_made_is_not(info: str, title: str | None) -> None:
    said = read_report("a.pdf", pdf([LINES], info, "/Lang (en-GB)")).guesses
    assert (said.title, said.language, said.printed) == (title, "en-GB", None)
    assert said.author == ("Press Office" if title else None)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (locked("secret"), "a PDF with a password"),
        (pdf([[]]), "a PDF without text"),
        (pdf([[], [" "]]), "a PDF without text"),
        (pdf([LINES])[:-100], "a PDF that ends too early"),
        (pdf([LINES])[:300], "a PDF that ends too early"),
        (b"%PDF-1.7\n%%EOF\n", "a PDF that is broken"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 50 + b"\n%%EOF\n", "a PDF that is broken"),
        (b"talks", "a file that is no PDF"),
    ],
    ids=["password", "pictures", "space", "cut", "cut early", "nothing", "noise", "no pdf"],
)
def test_what_has_no_text_to_give_is_refused(raw: bytes, says: str) -> None:
    assert says in found("a.pdf", raw)


def test_a_file_that_only_forbids_changes_is_read() -> None:
    assert read_report("a.pdf", locked("")).text == "\n".join(LINES) + "\n"


def test_pages_without_text_among_others_are_told() -> None:
    assert read_report("a.pdf", pdf([LINES, [], LINES[:1]])).notes == ("1 page without text (perhaps pictures)",)


def test_noise_after_the_end_and_before_the_beginning_does_not_matter() -> None:
    raw = pdf([LINES])
    assert read_report("scan", b"\n\n" + raw + b"\0" * 500).text == "\n".join(LINES) + "\n"


@pytest.mark.parametrize(
    ("pages", "text", "notes"),
    [
        (["Courier\nA.\n- 1 -", "Courier\nB.\n- 2 -", "Courier\nC.\n- 3 -"], "A.\n\nB.\n\nC.", ["“Courier”", "“- # -”"]),
        (["Courier\nA.", "Courier\nB."], "Courier\nA.\n\nCourier\nB.", []),
        (["No.\nA.", "Yes.\nB.", "No.\nC.", "x\ny", "p\nq", "No.\nr", "s\nt", "u\nv"],
         "No.\nA.\n\nYes.\nB.\n\nNo.\nC.\n\nx\ny\n\np\nq\n\nNo.\nr\n\ns\nt\n\nu\nv", []),
        (["L\nA.", "R\nB.", "L\nC.", "R\nD.", "L\nE.", "R\nF."], "A.\n\nB.\n\nC.\n\nD.\n\nE.\n\nF.", ["“L”", "“R”"]),
        (["In 2031\nA.", "In 2032\nB.", "In 2033\nC."], "In 2031\nA.\n\nIn 2032\nB.\n\nIn 2033\nC.", []),
        (["the nego-\ntiations and negotiations"], "the negotiations and negotiations", ["1 word cut"]),
        (["the nego-\ntiations"], "the nego-\ntiations", []),
        (["high-\nranking, high-ranking, highranking"], "high-\nranking, high-ranking, highranking", []),
        (["nego\u00ad\ntiations"], "negotiations", ["1 word cut"]),
        (["a   \nb  \r\nc"], "a\nb\nc", []),
        ([], "", []),
        (["", "", ""], "", []),
    ],
)  # fmt: skip
def test_what_the_page_added_is_taken_away_only_where_that_is_safe(
    pages: list[str], text: str, notes: list[str]
) -> None:
    found, told = joined(pages)
    assert found == text
    assert len(told) == len(notes)
    assert all(part in note for part, note in zip(notes, told, strict=True))


def looping() -> bytes:
    """A PDF whose tree of pages leads back to itself."""
    return pdf([LINES]).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")


def stacked(levels: int = 40) -> bytes:
    """A PDF whose page draws a form twice, which draws a form twice, and so on."""
    raw = pdf([LINES]).replace(b"/Resources <<", b"/Resources << /XObject << /X 7 0 R >>", 1)
    forms = []
    for number in range(7, 7 + levels):
        head = f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {number + 1} 0 R >> >> /Length 11"
        forms.append(f"{number} 0 obj\n<< {head} >>\nstream\n/X Do /X Do\nendstream\nendobj\n".encode())
    raw = raw.replace(b"BT /F", b"/X Do BT /F", 1)
    return raw.replace(b"xref\n", b"".join(forms) + b"xref\n", 1)


def inflated() -> bytes:
    """A PDF whose page unpacks to 200 MB."""
    packed = zlib.compress(b" " * 200_000_000, 9)
    return pdf([], contents=[packed]).replace(
        b"/Length %d" % len(packed), b"/Filter /FlateDecode /Length %d" % len(packed)
    )


@pytest.mark.parametrize(
    "raw", [looping(), stacked(), inflated(), pdf([], contents=[b"[" * 200_000])], ids=["loop", "stack", "bomb", "nest"]
)
def test_a_file_made_to_keep_its_reader_busy_ends_in_a_text_or_a_refusal(raw: bytes) -> None:
    attempt("a.pdf", raw)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (locked("secret"), "a PDF with a password"),
        (b"%PDF-1.7\n%%EOF\n", "a PDF that is broken"),
        (pdf([[]]), "a PDF without text"),
        (pdf([LINES] * 1_001), "a PDF of 1,001 pages"),
    ],
    ids=["password", "broken", "empty", "long"],
)
def test_what_is_no_readable_pdf_is_refused(raw: bytes, says: str) -> None:
    with pytest.raises(DataError) as caught:
        read_pdf("a.pdf", raw)
    assert caught.value.problems[0].found.startswith(says)


def test_a_document_as_an_office_program_prints_it(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("NO PDF OF AN OFFICE PROGRAM WAS READ: soffice is not installed")
    days = [f"Görüşmeler, on day {n} of {n * n}: переговоры у озера продолжались." for n in range(200, 300)]
    (tmp_path / "report.docx").write_bytes(word(days))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command: list[str | Path] = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        tmp_path,
        tmp_path / "report.docx",
    ]
    home = {**os.environ, "HOME": str(tmp_path)}
    subprocess.run(command, check=True, capture_output=True, timeout=180, env=home)
    report = read_report("a.pdf", (tmp_path / "report.pdf").read_bytes())
    assert " ".join(report.text.split()) == " ".join(days)
    assert report.text.count("\n\n") >= 1
