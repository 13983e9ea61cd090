"""The drawings of a Word document, and the whole of it as LibreOffice prints it."""

import io
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from goodoffices.brief import brief_bytes, build_outline
from goodoffices.brief.outline import Figure, Line, lines_of
from goodoffices.brief.picture import _styles, drawing_picture, paper_svg

from .cases import black_sea, istanbul, labour, two_valleys
from .test_docx import SVG, brief, nasty, opened

SOFFICE = shutil.which("soffice")


def drawings(data: bytes) -> list[tuple[str, int, int, bytes]]:
    """Alternative text, width and height in millimetres, and PNG of each picture, as a reader of the file finds them."""
    document = opened(data)
    found = []
    for shape in document.inline_shapes:
        (key,) = (blip.get(qn("r:embed")) for blip in shape._inline.iter(qn("a:blip")))
        alternative = shape._inline.docPr.get("descr")
        found.append(
            (alternative, round(shape.width.mm), round(shape.height.mm), document.part.related_parts[key].blob)
        )
    return found


def drawing(width: int, height: int) -> str:
    return SVG.replace('0 20 10" width="20" height="10"', f'0 {width} {height}" width="{width}" height="{height}"')


@pytest.mark.parametrize(
    ("size", "shown"),
    [((340, 92), (90, 24)), ((600, 860), (159, 228)), ((680, 860), (159, 201)), ((340, 1720), (45, 228))],
)
def test_a_drawing_is_one_picture_with_words_that_fits_a_page(size: tuple[int, int], shown: tuple[int, int]) -> None:
    ((alternative, width, height, png),) = drawings(brief(Figure("Order", drawing(*size), (Line("first"),))))
    assert (width, height) == shown
    assert alternative == "Order. The list below says the same in words."
    assert png.startswith(b"\x89PNG")


def test_words_from_right_to_left_begin_where_the_drawing_has_them() -> None:
    text = '<text class="said" x="9" y="9" font-size="9" direction="rtl" text-anchor="end">שלום</text></svg>'
    assert 'text-anchor="start">\u202bשלום\u202c<' in paper_svg(drawing(99, 20).replace("</svg>", text))


@pytest.mark.parametrize("words", ["a\x00b\x1f", "line\nline", "&amp; &lt;x&gt;", "和平谈判", "محادثات", "\ud800"])
def test_any_words_can_be_drawn(words: str) -> None:
    text = drawing(340, 92).replace("</svg>", f'<text x="9" y="9" class="what">{words}</text></svg>')
    assert len(drawings(brief(Figure("Order", text, ())))) == 1


def test_a_picture_has_the_colours_of_paper() -> None:
    told = _styles()
    assert not re.search(r"var\(|currentColor|inherit", told)
    assert ".side { fill: #1b1f24; }" in told
    assert ".third { fill: #ffffff;" in told


def test_a_drawing_that_does_not_say_how_large_it_is() -> None:
    with pytest.raises(ValueError, match="no width and height"):
        drawing_picture("<svg></svg>")


def printed(folder: Path, data: bytes) -> bytes:
    """A Word file as LibreOffice prints it."""
    if SOFFICE is None:
        pytest.skip("NO LIBREOFFICE: soffice was not found, so no Word file was opened; install libreoffice-writer")
    (folder / "nasty.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"  # else a running LibreOffice would take the file
    command = [
        SOFFICE,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(folder / "nasty.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return (folder / "nasty.pdf").read_bytes()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The nasty brief as LibreOffice prints it."""
    return printed(tmp_path_factory.mktemp("word"), nasty())


@pytest.mark.slow
@pytest.mark.parametrize("case", [istanbul, black_sea, two_valleys, labour])
def test_libreoffice_prints_the_main_part_on_two_pages(case, tmp_path: Path) -> None:
    outline = build_outline(case())
    made = PdfReader(io.BytesIO(printed(tmp_path, brief_bytes(".docx", case(), outline=outline))))
    told = [" ".join(page.extract_text().split()) for page in made.pages]
    first = next(line.claims[0] for part in outline.sections for line in lines_of(part) if line.claims)
    (notes,) = (n for n, text in enumerate(told) if re.match(rf"1\s*{first}\b", text))
    assert notes <= 2
    assert any(outline.sections[-1].title in text for text in told[:notes])


def test_libreoffice_prints_it(pages: bytes) -> None:
    assert pages.startswith(b"%PDF-")


def test_libreoffice_prints_the_last_claim_and_the_last_endnote(pages: bytes, tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("NO POPPLER: pdftotext was not found; install poppler-utils")
    (tmp_path / "nasty.pdf").write_bytes(pages)
    command = ["pdftotext", "-enc", "UTF-8", str(tmp_path / "nasty.pdf"), "-"]
    text = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
    assert re.search(r"^A50$", text, re.MULTILINE)
    assert re.search(r"^306$", text, re.MULTILINE)
