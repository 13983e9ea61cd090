"""The brief as PDF: what a screen reader, a search and a printer find in it, and that nothing of a case is ever obeyed."""

import io
import re
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from goodoffices.brief import build_outline
from goodoffices.brief.outline import Bullets, Card, Figure, Line, Note, Outline, Paragraph, Passage, Section, Table
from goodoffices.brief.pdf import PAGES, content, faces, pdf_bytes, press
from goodoffices.brief.pdf.compiler import TEMPLATE
from goodoffices.brief.pdf.drawings import lifted, shown
from goodoffices.brief.pdf.faces import FAMILIES, FOLDER, face, width
from goodoffices.brief.pdf.words import clean, lacking, rightward, shortened, words
from goodoffices.brief.stands import SILENCE

from .cases import ROOT, black_sea, examples, istanbul, lines_of
from .test_print import OUTLINES

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


# What a reader finds.


@pytest.mark.parametrize("case", examples())
def test_every_statement_and_every_claim_is_found(case) -> None:
    made = build_outline(case())
    text = letters(text_of(pdf_bytes(made)))
    assert {line.text for line in lines_of((*made.sections, *made.annex)) if letters(line.text) not in text} == set()
    assert {key for key in made.cards if letters(key) not in text} == set()
    assert {card.says for card in made.cards.values() if letters(card.says) not in text} == set()


@pytest.mark.parametrize("case", examples())
def test_the_main_part_is_two_pages_and_the_annex_begins_on_the_next(case) -> None:
    made = build_outline(case())
    pages = read(pdf_bytes(made)).pages
    assert pages[PAGES].extract_text().startswith("Annex")
    assert len(read(pdf_bytes(replace(made, annex=()))).pages) == PAGES


def test_without_an_annex_none_is_printed_and_none_is_promised() -> None:
    data = brief(Bullets((Line("They met.", ("A01",)),), "Names", 3))
    text = text_of(data)
    assert "Annex" not in text
    assert "annex" not in text
    assert "were useful" not in text
    assert "and 3 more" in text
    assert "[A01]" in text


def test_every_page_has_its_number_and_the_title() -> None:
    pages = read(pdf_bytes(build_outline(istanbul()))).pages
    for number, page in enumerate(pages, 1):
        text = page.extract_text()
        assert f"{number} of {len(pages)}" in text
        assert istanbul().talks.title in text


def test_a_bracket_leads_to_its_claim_and_a_cut_to_the_whole() -> None:
    blocks = (Bullets((Line("They met.", ("A01", "תע-4")),), "Names", 3),)
    whole = Section("s-whole", "Section: all", (Note("all of it"),))
    reader = read(pdf_bytes(outline(Section("s", "Section", blocks), annex=(whole,))))
    links = [a.get_object() for a in reader.pages[0]["/Annots"]]
    assert len(links) == 3
    named = reader.named_destinations
    targets = [named[link["/Dest"]].dest_array if isinstance(link["/Dest"], str) else link["/Dest"] for link in links]
    assert {target[0].idnum for target in targets} == {reader.pages[1].indirect_reference.idnum}
    assert len({str(target[2:]) for target in targets}) == 3


def test_marks_silence_signatures_and_counts_stand_as_in_the_other_forms() -> None:
    many = Line("many", tuple(f"B{n:02}" for n in range(7)), marks=("proposed", "contradicted"))
    data = brief(
        Paragraph((many,)), Bullets((Line("fair", ("A01",), signed="Ana Lyst"), Line(SILENCE)), "", 4), annex=ANNEX
    )
    text = text_of(data)
    assert "many [proposed] [contradicted] [B00 B01 B02 B03 +3]" in text
    assert "Judgement: fair — Ana Lyst [A01]" in text
    assert SILENCE in text
    assert "and 4 more: see the annex" in text


ANNEX = (Section("more", "More", (Note("In full."),)),)


def test_only_a_publishers_own_words_stand_in_quotation_marks() -> None:
    text = letters(text_of(brief(annex=ANNEX)))
    assert letters("“…The talks, were useful, he said…”") in text
    assert letters("restated from Daily Sabah: before restated words after") in text
    assert "“before" not in text


def test_a_claim_without_a_card_is_an_error() -> None:
    with pytest.raises(KeyError, match="Z9"):
        brief(Paragraph((Line("x", ("Z9",)),)))


# What a screen reader finds.


def test_the_file_is_tagged_and_says_its_language_and_title() -> None:
    data = pdf_bytes(build_outline(istanbul()))
    reader = read(data)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).startswith("en")
    assert reader.metadata is not None
    assert reader.metadata.title == istanbul().talks.title
    assert reader.metadata.author is None
    assert "/CreationDate" not in reader.metadata
    assert b"pdfuaid" in reader.xmp_metadata.stream.get_data()
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_headings_lists_and_tables_are_what_they_look_like() -> None:
    table = Table(("Issue", "North"), (((Line("Water"),), (Line("shared"),)),), "Rows")
    figure = Figure("Meetings", SVG.format(92), (Line("first"),))
    data = brief(Bullets((Line("one"), Line("two")), "Names"), table, figure, annex=ANNEX)
    found = kinds(data)
    assert [kind for kind in found if re.fullmatch("/H[1-6]", kind)] == [
        "/H1",
        "/H2",
        "/H2",
        "/H2",
        "/H1",
        "/H2",
        "/H2",
    ]
    assert (found.count("/L"), found.count("/LI"), found.count("/LBody")) == (2, 3, 3)
    assert (found.count("/Table"), found.count("/THead"), found.count("/TH"), found.count("/TD")) == (1, 1, 2, 2)
    (drawn,) = (node for kind, node in structure(data) if kind == "/Figure")
    assert drawn["/Alt"] == "Meetings. The list below says the same in words."


def test_the_bookmarks_are_the_headings() -> None:
    def titles(entries: Any) -> list[str]:
        return [title for entry in entries for title in (titles(entry) if isinstance(entry, list) else [entry.title])]

    made = build_outline(istanbul())
    found = titles(read(pdf_bytes(made)).outline)
    assert {section.title for section in (*made.sections, *made.annex)} | {"Annex", "Every claim"} <= set(found)


def test_a_long_table_has_its_head_on_every_page_and_no_row_is_broken() -> None:
    rows = tuple(((Line(f"start{n}"),), (Line("word " * 60 + f"end{n}"),)) for n in range(60))
    pages = [page.extract_text() for page in read(brief(Table(("Issue", "Told"), rows))).pages]
    assert len(pages) > 2
    assert all("Issue" in page for page in pages)
    for page in pages:
        assert re.findall(r"start(\d+)", page) == re.findall(r"end(\d+)", page)


def test_a_row_higher_than_a_page_goes_on_on_the_next() -> None:
    row = ((Line("label"),), (Line("word " * 3000 + "theend"),))
    assert "theend" in text_of(brief(Table(("Issue", "Told"), (row,))))
    assert "theend" in text_of(brief(annex=(Section("x", "X", (Table(("a",), ((row[1],),)),)),)))


def test_a_high_drawing_is_set_in_pieces() -> None:
    data = brief(Figure("Meetings", SVG.format(92 * 20), (Line("first"),)))
    assert kinds(data).count("/Figure") == 3


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


def test_points_of_letters_are_set_and_a_drawing_leaves_them_out() -> None:
    text = "שָׁלוֹם مُحَادَثَات"
    assert not lacking(text)
    found = text_of(said(text))
    assert all(found.count(point) > 6 for point in "\u05c1\u05b8\u064f\u064e")
    assert shown(text) == "שלום محادثات"


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


def test_the_texts_of_a_drawing_are_set_as_all_texts_are() -> None:
    labels = SVG.format(92 * 20).replace("和 seats", "الآن (2025); 和")
    text = text_of(brief(Figure("Meetings", labels, (Line("first"),))))
    assert text.count("2025") == 1
    assert "U+548C" in text
    svg, found = lifted(SVG.format(92), 0, 92)
    assert "text" not in svg
    assert found == [(9.0, 20.0, "what", "和 seats")]
    assert lifted(SVG.format(92), 92, 92)[1] == []


def test_a_chart_is_set_as_a_drawing_with_its_words() -> None:
    values = [{"a": "和 Ünïted", "b": 3}, {"a": "محادثات", "b": 5}]
    encoding = {"x": {"field": "a", "type": "nominal"}, "y": {"field": "b", "type": "quantitative"}}
    chart = {"width": 300, "height": 200, "data": {"values": values}, "mark": "bar", "encoding": encoding}
    data = brief(Figure("Shares", "", (Line("first"),), chart))
    assert kinds(data).count("/Figure") == 1
    assert "Ünïted" in text_of(data)
    assert b"/Subtype/Image" not in data  # it stays sharp at any size


def test_what_a_chart_cannot_show_is_a_sign_and_stands_in_the_words_below() -> None:
    assert shown("<text>和 seats</text>") == "<text>\ufffd seats</text>"
    assert shown("e\u0301 א\u05b0 مي\u200cخ 👩\u200d👧") == "é א ميخ \ufffd\ufffd"
    assert (shown("é → b"), shown("Ô𝐀"), shown("; لآ")) == ("é → b", "O𝐀", "; \ufffd\ufffd")


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


@pytest.mark.parametrize("word", LONG.values(), ids=LONG)
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


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=80), st.booleans())
def test_any_text_can_stand_in_a_drawing(text: str, lift: bool) -> None:
    drawing = SVG.format(92).replace("和 seats", escape(text)).replace("what", "what" if lift else "other")
    assert brief(Figure("Meetings", drawing, (Line("first"),))).startswith(b"%PDF")


def test_the_template_reads_no_file_fetches_nothing_and_evaluates_nothing() -> None:
    template = TEMPLATE.read_text(encoding="utf-8")
    code = re.sub(r"//.*", "", template)
    assert not re.search(r"\b(?:eval|read|import|include|csv|yaml|toml|xml|plugin|cbor|bibliography)\b|@preview", code)
    assert set(re.findall(r"\bsys\.\w+\.\w+", code)) == {"sys.inputs.main", "sys.inputs.annex", "sys.inputs.size"}


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
    assert first == pdf_bytes(build_outline(istanbul()))
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


# Two pages.

LONGER = ("a script that writes no spaces",)
"""Its letters stand as numbers, each wider than it."""


@pytest.mark.slow
@pytest.mark.parametrize("name", OUTLINES)
def test_the_main_part_is_two_pages_at_most(tmp_path: Path, name: str) -> None:
    made = OUTLINES[name](tmp_path)
    # The title alone is never cut: here it has a length that titles have.
    made = replace(made, title=made.title[:120], annex=ANNEX)
    begins = [page.extract_text().startswith("Annex") for page in read(pdf_bytes(made)).pages[: PAGES + 2]]
    assert 1 <= begins.index(True) <= PAGES + (name in LONGER)


def test_letters_are_as_large_as_two_pages_allow(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[float] = []
    pages = press._pages

    def seen(main: str, size: float) -> int:
        tried.append(size)
        return pages(main, size)

    monkeypatch.setattr(press, "_pages", seen)
    brief(Note("short"))
    assert tried == [press.SIZES[0]]
    pdf_bytes(replace(build_outline(black_sea()), annex=()))
    assert press.SIZES[0] in tried[1:]
    assert len(tried) > 2
