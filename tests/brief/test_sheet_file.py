"""The workbook as a file: what a spreadsheet program finds in it, whatever the texts are."""

import csv
import io
import re
import shutil
import subprocess
import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter
from openpyxl.utils.escape import unescape

from goodoffices.brief.sheet import build_workbook, writer
from goodoffices.brief.sheet.fitting import LONGEST, cell_text, one_line, stays_text_when_edited
from goodoffices.brief.sheet.heights import height, lines_of
from goodoffices.brief.sheet.writer import xlsx_bytes
from goodoffices.talks import Day

from ..amount import cases
from .cases import NASTY, black_sea, hostile, istanbul, two_valleys
from .sheets import NAMES, cell, cells, one_sheet, opened

EXAMPLES = [istanbul, black_sea, two_valleys]
FORMULAS = [
    "=cmd|' /C calc'!A0", "=1+1", "+1", "-1", "@SUM(A1:A9)", "\t=1", "\n=1", " =1", "=HYPERLINK(\"http://evil.example\")",
    "{=1}", "https://evil.example/", "mailto:a@evil.example", "internal:Sheet!A1", "external:c:\\x.xlsx", "file:///etc/passwd",
    "1", "1.0", "2025-05-16", "1e9", "TRUE", "#REF!", "NaN", "'quoted", "\uff1d1", "0012", "1/2",
]  # fmt: skip


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def written(data: bytes) -> str:
    """All that is written in the sheets' own parts: cells that are formulas or links would stand there."""
    return "".join(part.decode() for name, part in parts(data).items() if name.startswith("xl/"))


# Text stays text.


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_looks_like_more_stays_text_and_whole(text: str) -> None:
    found = cell(text)
    assert (found.data_type, found.value) == ("s", text)
    assert found.hyperlink is None


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "2025-05-16", "1", "'x", "\uff1d1"])
def test_it_stays_text_when_somebody_edits_the_cell(text: str) -> None:
    assert cell(text).quotePrefix
    assert not cell("a ceasefire").quotePrefix


def test_no_formula_and_no_link_is_anywhere() -> None:
    data = xlsx_bytes(one_sheet(*([text] for text in FORMULAS)))
    assert not re.search(r"<f[ >/]|<hyperlink|externalLink|vbaProject", written(data))
    assert not [name for name in parts(data) if "external" in name.lower() or "vba" in name.lower()]


@given(st.text(st.characters() | st.sampled_from("=+-@\t\n\r\x00\u202eא\ud800\uffff_x"), max_size=60))
@settings(max_examples=cases(60, 600))
@example("_x0041_")
@example("_x000D_=1")
@example("\ud800")
@example("\ufffe\uffff")
def test_any_text_comes_back_as_text_and_never_as_a_formula(text: str) -> None:
    data = xlsx_bytes(one_sheet([text, "beside"]))
    found, beside = opened(data)["Sheet"][2]
    assert found.data_type == ("s" if text else "n")  # a cell without anything counts as a number
    assert (found.value or "") == unescape_once(cell_text(text))
    assert beside.value == "beside"
    assert "<f" not in parts(data)["xl/worksheets/sheet1.xml"].decode()


def unescape_once(text: str) -> str:
    """The text as openpyxl reads it: it takes `x005F_` out wherever it stands, also where somebody wrote it himself."""
    return text.replace("x005F_", "")


@pytest.mark.parametrize("text", ["_x0041_", "_x000D_", "a_x0000_b_x005F_"])
def test_what_looks_like_an_escape_of_the_format_is_shown_as_it_is(text: str) -> None:
    root = ElementTree.fromstring(parts(xlsx_bytes(one_sheet([text])))["xl/sharedStrings.xml"])
    assert text in [unescape(node.text or "") for node in root.findall(".//{*}t")]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b", "a[U+0000]b"),
        ("a\x1bb\x07", "a[U+001B]b[U+0007]"),
        ("a\ud800b", "a\ufffdb"),
        ("a\ufffeb\uffff", "a\ufffdb\ufffd"),
        ("a\u202egnp", "a[U+202E]gnp"),
        ("one\r\ntwo\rthree\nfour\tfive", "one\ntwo\nthree\nfour\tfive"),
        ("שלום (2025) عليكم", "שלום (2025) عليكم"),
        ("  spaces  ", "  spaces  "),
        ("😀 <&>\"'", "😀 <&>\"'"),
    ],
)
def test_what_steers_or_is_forbidden_is_shown_as_what_it_is(text: str, shown: str) -> None:
    assert cell(text).value == shown


@pytest.mark.parametrize(
    "text", ["W" * 40_000, "😀" * 20_000, "a" + "😀" * 16_383 + "b", "\n" * 40_000, "\x00" * 9_000]
)
def test_a_text_that_is_too_long_is_cut_and_says_so(text: str) -> None:
    found = cell(text).value
    assert len(found.encode("utf-16-le")) // 2 <= LONGEST
    assert re.search(r"… \[cut here: [\d,]+ characters, more than a cell can hold\]$", found)
    assert "\ufffd" not in found


@pytest.mark.parametrize("text", ["W" * LONGEST, "😀" * 16_383])
def test_a_text_that_just_fits_is_whole(text: str) -> None:
    assert cell(text).value == text


@pytest.mark.parametrize("words", NASTY.values(), ids=NASTY)
def test_a_hostile_case_is_shown_as_it_is(words: str, tmp_path: Path) -> None:
    case = hostile(tmp_path, words)
    book = opened(xlsx_bytes(build_workbook(case)))
    titles = [found.value for found in book["Sources"]["C"][1:]]
    assert titles == [cell_text(source.title or "") or None for source in case.record.sources.values()]
    kinds = {found.data_type for sheet in book for row in sheet for found in row if found.value is not None}
    assert kinds <= {"s", "n", "d"}


# Numbers and days.


def test_numbers_are_numbers() -> None:
    order, confidence = cells(3, Decimal("0.83"))
    assert [(found.data_type, found.value) for found in (order, confidence)] == [("n", 3), ("n", 0.83)]


@pytest.mark.parametrize(
    ("text", "value", "form"),
    [
        ("2025-05-16", date(2025, 5, 16), "yyyy-mm-dd"),
        ("1900-03-01", date(1900, 3, 1), "yyyy-mm-dd"),
        ("9998-12-31", date(9998, 12, 31), "yyyy-mm-dd"),
        ("2025-05-16T13:30+03:00", datetime(2025, 5, 16, 13, 30), 'yyyy-mm-dd hh:mm "+03:00"'),
        ("2025-05-16T00:00Z", datetime(2025, 5, 16), 'yyyy-mm-dd hh:mm "Z"'),
    ],
)
def test_an_exact_day_is_a_real_date(text: str, value: date, form: str) -> None:
    found = cell(Day.parse(text))
    assert found.is_date
    assert found.number_format == form
    assert found.value == (value if isinstance(value, datetime) else datetime(value.year, value.month, value.day))


@pytest.mark.parametrize(
    "text", ["2025-05", "2025", "about 2025-05-16", "not said", "1850-05-16", "1900-02-28", "0002-01-01"]
)
def test_any_other_day_is_its_text(text: str) -> None:
    found = cell(Day.parse(text))
    assert (found.data_type, found.value) == ("s", text)


def test_days_of_very_many_time_zones_stay_readable() -> None:
    days = [Day.parse(f"2025-05-16T13:30+{n // 60:02}:{n % 60:02}") for n in range(300)]
    sheet = opened(xlsx_bytes(one_sheet(*([day] for day in days))))["Sheet"]
    found: list[Any] = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert found[0].is_date
    assert found[-1].value == days[-1].text
    assert len({one.number_format for one in found}) < 100


@given(st.dates(date(1900, 3, 1), date(9998, 12, 31)))
def test_every_day_comes_back(day: date) -> None:
    assert cell(Day.parse(day.isoformat())).value.date() == day


# What every sheet has.


@pytest.mark.parametrize("case", EXAMPLES)
def test_every_sheet_can_be_filtered_and_printed(case) -> None:
    book = opened(xlsx_bytes(build_workbook(case())))
    assert book.sheetnames == NAMES
    for sheet in book:
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.freeze_panes == "A2"
        assert sheet.page_setup.orientation == "landscape"
        page: Any = sheet
        assert page.page_setup.fitToWidth is None  # without it one page is meant
        assert page.page_setup.fitToHeight == 0
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$1:$1"
        footer: Any = sheet.oddFooter
        assert case().talks.title in footer.left.text
        assert footer.right.text == "Page &P of &N"
        assert all(found.font.bold and found.alignment.wrap_text for found in sheet[1])
        assert all(
            found.alignment.wrap_text for row in sheet.iter_rows(min_row=2) for found in row if found.data_type == "s"
        )
        assert all(
            7 <= sheet.column_dimensions[get_column_letter(found.column or 0)].width <= 111 for found in sheet[1]
        )


def test_a_sheet_without_rows_has_its_header_and_its_filter() -> None:
    sheet = opened(xlsx_bytes(one_sheet()))["Sheet"]
    assert (sheet.dimensions, sheet.auto_filter.ref, sheet.freeze_panes) == ("A1:A1", "A1", "A2")


def test_what_must_be_known_is_seen() -> None:
    proposed, plain = cells("proposed", "accepted")
    assert proposed.font.bold
    assert proposed.font.color.rgb == "FF9C2A00"
    assert not plain.font.bold


def test_more_rows_than_a_sheet_holds_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "ROWS", 5)
    for number, last in ((4, "3"), (5, "cut here: 2 more rows, which a sheet cannot hold")):
        sheet = opened(xlsx_bytes(one_sheet(*([str(n)] for n in range(number)))))["Sheet"]
        assert (sheet.max_row, sheet["A5"].value) == (5, last)


TITLES = ["R&G and A&[Picture] &P & 12", "&&G", "2025 talks", "T" * 400, "😀" * 200, "a\nb\x00c", "שיחות", "&" * 300]


@pytest.mark.parametrize("title", TITLES)
def test_any_title_stands_in_footer_and_properties(title: str) -> None:
    data = xlsx_bytes(one_sheet(["x"], title=title, notices=("n & m " * 90,)))
    book = opened(data)
    assert book.properties.title == one_line(title, 255)
    root = ElementTree.fromstring(parts(data)["xl/worksheets/sheet1.xml"])
    (footer,), (header,) = root.findall(".//{*}oddFooter"), root.findall(".//{*}oddHeader")
    for printed in (footer.text or "", header.text or ""):
        assert 0 < len(printed.encode("utf-16-le")) // 2 <= 255
        # Without the doubled signs only our own codes are left.
        assert set(re.findall("&.", printed.replace("&&", ""))) <= {"&L", "&R", "&9", "&P", "&N"}


def test_no_author_and_no_time_is_in_it() -> None:
    found = parts(xlsx_bytes(build_workbook(istanbul())))
    core = found["docProps/core.xml"].decode()
    assert re.findall(r"<(dc\w*:\w+|cp:(?!core)\w+)", core) == ["dc:title"]
    assert "Good Offices" in found["docProps/app.xml"].decode()
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes(build_workbook(istanbul())))) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("case", EXAMPLES)
def test_the_same_case_gives_the_same_bytes(case) -> None:
    assert xlsx_bytes(build_workbook(case())) == xlsx_bytes(build_workbook(case()))


# Heights.


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [("", 9, 1), ("one two", 9, 1), ("one two three", 9, 2), ("a\nb\n", 9, 3), ("w" * 20, 9, 3), ("ab " + "w" * 20, 9, 3),
     ("和平谈判停火", 6, 2), ("aaaaaaaaa bbbbbbbbb", 9, 2)],
)  # fmt: skip
def test_lines_of_a_text(text: str, room: int, lines: int) -> None:
    assert lines_of(text, room) == lines


def test_a_row_is_as_high_as_its_longest_text_and_no_higher_than_can_be_drawn() -> None:
    assert height([]) == height([("short", 20)]) < height([("short", 20), ("words " * 20, 20)])
    assert height([("w" * 40_000, 5)]) == 409


def test_a_height_is_nobody_s_wish() -> None:
    """Else a row would keep it when somebody writes more into it."""
    sheet = parts(xlsx_bytes(one_sheet(["words " * 20])))["xl/worksheets/sheet1.xml"]
    assert b" ht=" in sheet
    assert b"customHeight" not in sheet


def test_what_a_spreadsheet_takes_otherwise() -> None:
    assert all(map(stays_text_when_edited, ("a ceasefire", "Ukraine: demands", "", "א", "half = most")))
    assert not any(map(stays_text_when_edited, ("=a", "  +1", "16 May", "(5)", ".5", "-")))


# LibreOffice.


@pytest.fixture(scope="module")
def calc(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the hostile workbook and the one of Istanbul, as LibreOffice exports and prints them."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("NO LIBREOFFICE: soffice was not found, so no workbook was opened; install libreoffice-calc")
    folder = tmp_path_factory.mktemp("calc")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"  # else a running LibreOffice would take the file

    def convert(name: str, form: str) -> None:
        command = [soffice, profile, "--headless", "--convert-to", form, "--outdir", str(folder), str(folder / name)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)

    (folder / "plain.csv").write_text("a,b\n", "utf-8")
    convert("plain.csv", "ods")
    if not (folder / "plain.ods").exists():
        pytest.skip("NO LIBREOFFICE CALC: soffice opens no table here; install libreoffice-calc")
    (folder / "hostile.xlsx").write_bytes(xlsx_bytes(one_sheet(*([text, "end"] for text in FORMULAS))))
    (folder / "istanbul.xlsx").write_bytes(xlsx_bytes(build_workbook(istanbul())))
    convert("hostile.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1")
    convert("istanbul.xlsx", "pdf")
    return folder


@pytest.mark.slow
def test_libreoffice_shows_every_text_as_it_is(calc: Path) -> None:
    rows = list(csv.reader(io.StringIO((calc / "hostile.csv").read_text("utf-8"), newline="")))[1:]
    assert rows == [[text, "end"] for text in FORMULAS]


@pytest.mark.slow
def test_libreoffice_prints_the_sheets(calc: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("NO POPPLER: pdftotext was not found; install poppler-utils")
    command = ["pdftotext", "-layout", "-enc", "UTF-8", str(calc / "istanbul.pdf"), "-"]
    text = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
    pages = text.split("\f")[:-1]
    assert [page.split("\n")[0].strip() for page in pages if page.strip()][:2] == ["Positions", "Claims"]
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
    assert all("Predicate" in page for page in pages if page.lstrip().startswith("Claims"))
    assert "a full ceasefire" in text
