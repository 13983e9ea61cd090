"""The letters of a PDF: every script is shown right, nothing of a case is ever obeyed, and no letter is lost."""

import re
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.brief import build_outline
from goodoffices.brief.outline import Figure, Line, Paragraph, Section
from goodoffices.brief.pdf import content, faces, pdf_bytes
from goodoffices.brief.pdf.compiler import TEMPLATE
from goodoffices.brief.pdf.faces import FAMILIES, FOLDER, face, width
from goodoffices.brief.pdf.words import clean, lacking, rightward, shortened, words

from ..amount import few
from .cases import ROOT, istanbul
from .pdf_files import ANNEX, brief, kinds, letters, outline, read, said, text_of

# Scripts.

SCRIPTS = {
    "Latin": "Dolmabahçe, Łódź, Şişli: 30 – 40 % “so” …",
    "Cyrillic": "Переговоры в Стамбуле; Київ",
    "Greek": "Συνομιλίες στην Κωνσταντινούπολη",
    "Arabic": "محادثات السلام في جنيف",
    "Persian": "گفتگوها ادامه یابد",
    "Hebrew": "שיחות בין הצדדים",
    "signs": "a → b ≤ c − 5 ≈ ½ €",
}


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS)
def test_every_script_that_is_promised_is_shown_and_found(text: str) -> None:
    assert not lacking(text)
    found = letters(text_of(brief(Paragraph((Line(text),)))))
    assert all(letters(word) in found or letters(word[::-1]) in found for word in text.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [("محادثات (2025)", True), ("(2025) שלום", True), ("Talks محادثات", False), ("2025", False), ("", False)],
)
def test_a_paragraph_runs_as_its_first_letter_does(text: str, expected: bool) -> None:
    assert rightward(text) is expected


def _places(data: bytes) -> list[tuple[str, float]]:
    """The words of the first page with where they begin."""
    found: list[tuple[str, float]] = []

    def visit(text: str, matrix: Any, place: Any, *_: Any) -> None:
        if text.strip():
            found.append((text, matrix[4] * 1.0 + place[4] * matrix[0]))

    read(data).pages[0].extract_text(visitor_text=visit)
    return found


def test_a_line_that_runs_right_to_left_stands_on_the_right_and_its_bracket_on_its_left() -> None:
    (bracket,) = (x for text, x in _places(brief(Paragraph((Line("محادثات", ("A01",)),)))) if "A01" in text)
    assert bracket > 400  # of 595 points of the page
    (bracket,) = (x for text, x in _places(brief(Paragraph((Line("talks", ("A01",)),)))) if "A01" in text)
    assert bracket < 200


def test_parts_of_a_mixed_line_keep_their_directions_to_themselves() -> None:
    lines = [Line("They met (again).", ("A01",)), Line("محادثات (2025)", lead="דוד")]
    (group,) = content.main_content(outline(Section("s", "S", (Paragraph(tuple(lines)),))))["sections"][0]["blocks"][0][
        "groups"
    ]
    assert [line["held"] for line in group["lines"]] == [True, True]
    assert group["lines"][0]["text"] == [["steer", "\u2068"], "They met (again).", ["steer", "\u2069"]]
    plain = content.main_content(outline(Section("s", "S", (Paragraph((lines[0],)),))))
    assert plain["sections"][0]["blocks"][0]["groups"][0]["lines"][0]["text"] == "They met (again)."


def test_a_letter_that_no_font_has_stands_as_its_number_and_the_reader_is_told() -> None:
    text = text_of(said("and 和平 here"))
    assert text.count("U+548C 5E73") >= 8
    assert "Letters that no font of this file has stand as their numbers" in text
    assert "stand as their numbers" not in text_of(said("plain"))
    assert words("e" + "\u0301" * 10) == ["e" + "\u0301" * 8, ["unknown", "U+0301 0301"]]
    assert words("e\u0301 👩\u200d👧 x") == ["e\u0301 ", ["unknown", "U+1F469 200D 1F467"], " x"]


def test_a_chart_is_set_as_a_picture_with_its_words_below() -> None:
    values = [{"a": "和 Ünïted", "b": 3}, {"a": "محادثات", "b": 5}]
    encoding = {"x": {"field": "a", "type": "nominal"}, "y": {"field": "b", "type": "quantitative"}}
    chart = {"width": 300, "height": 200, "data": {"values": values}, "mark": "bar", "encoding": encoding}
    data = brief(Figure("Shares", "", (Line("first"),), chart))
    assert kinds(data).count("/Figure") == 1
    assert data.count(b"/Subtype/Image") == 1
    assert "first" in text_of(data)


# Hostile texts.

HOSTILE = {
    "program": '#eval("1+1") #read("/etc/passwd") #import "@preview/x:1.0.0" #include "/etc/passwd"',
    "markup": "$x^2$ *bold* _it_ `raw` = head\n- list\n+ enum / term: x @ref <label> https://a.example ~ -- --- ...",
    "quotes": """\\ \\u{41} "double" 'single' } ] ) { [ ( // /* */ \\n""",
    "JSON": '"},{"x":["unknown","U+0041"]}',
    "controls": "a\x00b\x1bc\x7fd\x9be\u202ef\u2066g\u200bh\ufeffi\ud800j",
    "lines": "one\r\ntwo\tthree\u2028four\u2029five\x0bsix\x0cseven\x85eight",
    "marks": "e" + "\u0301" * 300 + " x\u05b0\u064b y\u20dd",
    "lost marks": "\u0301\u05b0\u064b\u200d\ufe0f",
    "not characters": "\ufdd0\uffff\U0010ffff\ue000\U000e0041",
    "spaces": "a\u3000b\u2003c\u00a0d\u1680e",
    "nothing": "",
    "a space": " ",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_text_is_shown_and_never_obeyed(text: str) -> None:
    data = said(text, annex=ANNEX)
    found = letters(text_of(data))
    if not text.isascii() or text == clean(text):
        assert letters("root:x:0:0") not in found
    if text.isascii():
        expected = letters(clean(text))
        assert found.count(expected) >= 8 or not expected


LONG = {"W": "W" * 100_000, "a": "a" * 100_000, "Arabic": "محادثات" * 3000, "marks": "x\u0301" * 5000}


@pytest.mark.parametrize("word", few(1, LONG.values()), ids=LONG)
def test_a_very_long_word_is_broken_and_lost_nowhere(word: str) -> None:
    data = brief(Paragraph((Line(word + " theend"),)))
    text = text_of(data)
    assert "theend" in text
    if word.isascii():
        assert letters(text).count(word[0]) >= len(word)
    assert max(x for _, x in _places(data)) < 595


def test_a_long_word_in_a_narrow_column_stays_in_it() -> None:
    assert words("W" * 30, 14) == [
        "WWWWWWWW",
        ["break", ""],
        "WWWWWWWW",
        ["break", ""],
        "WWWWWWWW",
        ["break", ""],
        "WWWWWW",
    ]
    assert words("short words only", 14) == "short words only"
    assert "".join(piece for piece in words("x\u0301" * 100, 14) if isinstance(piece, str)) == "x\u0301" * 100


def test_the_title_at_the_foot_is_cut_to_one_line() -> None:
    assert shortened("short", 48) == "short"
    cut = shortened("W" * 10_000, 48)
    assert cut.endswith("…")
    assert len(cut) < 60
    assert len(read(brief(title="W" * 300)).pages) == 1


@given(st.text(max_size=80))
def test_any_text_can_be_set(text: str) -> None:
    """PDF/UA refuses a letter without a picture: none gets through."""
    assert brief(Paragraph((Line(text, lead=text),)), title=text).startswith(b"%PDF")


def test_the_template_reads_no_file_fetches_nothing_and_evaluates_nothing() -> None:
    templates = [TEMPLATE, *(TEMPLATE.with_name(name) for name in ("packet.typ", "parts.typ"))]
    assert {*templates} == {*TEMPLATE.parent.glob("*.typ")}
    text = "\n".join(one.read_text(encoding="utf-8") for one in templates)
    code = re.sub(r"//.*", "", text).replace('#import "parts.typ": *', "")
    assert not re.search(r"\b(?:eval|read|import|include|csv|yaml|toml|xml|plugin|cbor|bibliography)\b|@preview", code)
    assert set(re.findall(r"\bsys\.\w+\.\w+", code)) == {"sys.inputs.main", "sys.inputs.annex", "sys.inputs.size"}


@pytest.mark.slow
def test_nothing_is_written_but_what_is_asked_for(tmp_path: Path) -> None:
    code = (
        "from goodoffices.case import read_case; from goodoffices.brief import brief_bytes; from pathlib import Path; import sys;"
        f"sys.stdout.buffer.write(brief_bytes('.pdf', read_case(Path({str(ROOT / 'examples/istanbul-2025')!r}))))"
    )
    homes = {key: str(tmp_path / "home") for key in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "TMPDIR")}
    (tmp_path / "home").mkdir()
    environment = {"PATH": "/usr/bin", "PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": "1", **homes}
    run = [sys.executable, "-c", code]
    first, second = (
        subprocess.run(run, cwd=tmp_path, env=environment, capture_output=True, check=True).stdout for _ in "12"
    )
    assert first == second
    assert first == pdf_bytes(replace(build_outline(istanbul()), annex=()))
    assert [path.name for path in tmp_path.rglob("*")] == ["home"]


# Fonts.


def test_the_fonts_are_the_ones_noted_with_their_licence() -> None:
    noted = {line.split()[1]: line.split()[0] for line in (FOLDER / "SHA256SUMS").read_text().splitlines()}
    fonts = {path.name: sha256(path.read_bytes()).hexdigest() for path in FOLDER.glob("*.ttf")}
    assert fonts == noted
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FOLDER / "OFL.txt").read_text()
    assert "src/goodoffices/brief/pdf/fonts" in (ROOT / "NOTICE").read_text()


def test_the_styles_of_a_family_have_the_same_letters() -> None:
    for family in FAMILIES:
        regular = face(f"{family}-Regular").glyphs.keys()
        for path in FOLDER.glob(f"{family}-*.ttf"):
            assert face(path.stem).glyphs.keys() == regular


def test_only_our_fonts_are_used() -> None:
    names: set[str] = set()
    for page in read(said("a → b שלום سلام", annex=ANNEX)).pages:
        names |= {str(font.get_object()["/BaseFont"]).split("+")[1] for font in page["/Resources"]["/Font"].values()}
    assert {name.split("-")[0] for name in names} == set(FAMILIES)


def test_widths_are_those_of_the_fonts() -> None:
    assert faces.face("NotoSans-Regular").em == 1000
    assert width("W") == pytest.approx(0.93, abs=0.01)
    assert width("i") == pytest.approx(0.258, abs=0.01)
    assert width("和") is None
    assert width("\u200d") is not None
