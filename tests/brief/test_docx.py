"""The brief as a Word document: what a reader, an editor and LibreOffice find in it."""

import io
import re
import unicodedata
import zipfile
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Literal
from xml.etree import ElementTree

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.brief.docx import NAMED, docx_bytes
from goodoffices.brief.outline import Bullets, Card, Figure, Line, Note, Outline, Paragraph, Passage, Section, Table

from ..amount import cases

SVG = '<svg viewBox="0 0 20 10" width="20" height="10" xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>'

QUOTES = re.compile('[“”„‟«»"]')


def card(number: int, **changes) -> Card:
    plain = Card(
        f"A{number:02}", "Rustem Umerov heads the delegation of Ukraine", "Daily Sabah",
        Passage("…The talks, ", "said the minister, were useful", ", and go on…"), False, None,
        ("Daily Sabah", "Rustem Umerov"), "asserted", "accepted",
    )  # fmt: skip
    return replace(plain, **changes)


RESTATED = {"restated": True, "publisher": "Anadolu", "speakers": ("Anadolu",)}
CARDS = [
    card(1),
    card(2, **RESTATED, modality="future"),
    card(3, **RESTATED, original=Passage("before ", "the very words", " after"), status="proposed", note="a & <b>"),
    card(
        4, publisher="وكالة وفا", speakers=("وكالة وفا", "محمود عباس"), passage=Passage("قال ", "المحادثات مفيدة", "")
    ),
    card(5, speakers=("Rustem Umerov", "李克强"), modality="negated"),
    card(6, passage=Passage("", "word " * 3000, ""), says="a row higher than a page"),
    *(card(number) for number in range(7, 51)),
]


def outline(*sections: Section, annex: tuple[Section, ...] = (), cards: list[Card] | None = None, **more) -> Outline:
    known = {each.id: each for each in (CARDS if cards is None else cards)}
    return Outline("case", more.pop("title", "Talks"), more.pop("subtitle", ""), sections, annex, known, **more)


def brief(*blocks, annex: tuple[Section, ...] = (), **more) -> bytes:
    return docx_bytes(outline(Section("s", "Section", blocks), annex=annex, **more))


def opened(data: bytes):
    return docx.Document(io.BytesIO(data))


def part(data: bytes, name: str):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return ElementTree.fromstring(package.read(name))


def endnotes(data: bytes) -> list[str]:
    """The texts of the endnotes that a reader sees, in their order."""
    notes = part(data, "word/endnotes.xml").iter(qn("w:endnote"))
    return ["".join(note.itertext()).strip() for note in notes if note.get(qn("w:type")) is None]


def styled(data: bytes, style: str) -> list[str]:
    return [paragraph.text for paragraph in opened(data).paragraphs if paragraph.style.name == style]


def issue(number: int) -> tuple[tuple[Line, ...], ...]:
    """A row: a label, two statements, and every third time a word longer than the page is wide."""
    told = Line("demands", (f"A{number % 50 + 1:02}",))
    return ((Line(f"Issue {number}"),), (told, Line("also")), () if number % 3 else (Line("W" * 300),))


NASTY = outline(
    Section("glance", "At a glance", (
        Paragraph((
            Line("They met.", ("A01",)),
            Line("Nothing \x00was\x1f agreed \ud800.", ("A02", "A03"), marks=("proposed", "contradicted")),
            Line("They should go on.", ("A04",), signed="Ana <Lyst>"), Line("It ended."),
        )),
        Note("A remark."),
    )),
    Section("people", "People <&>\"' 😀", (
        Bullets((
            Line("head", ("A04",), lead="דוד כהן"), Line("שלום עולם (2025).", ("A01",)), Line("ქართული 中文 Ελλάδα"),
            Line("\u202eleft open", marks=("contradicted",)), Line("fair", signed="Ana Lyst"), Line("", ()),
        ), "Names", 7),
        Figure("Order of meetings", SVG, (Line("first", ("A05",)), Line("then"))),
    )),
    Section("rows", "Rows", (
        Table(("Issue", "Ukraine", "Russia"), tuple(map(issue, range(300))), "Where they <stand>", 4),
        Table(("only a head",), ()),
        Table((), (((Line("x"),), (Line("y", signed="Ana"),)), ((Line("short"),),))),
        Table((), ()),
    )),
    Section("bare", "No blocks", ()),
    annex=(Section("more", "More", (Bullets((Line("again", ("A01",)),), "In full"),)),),
    title="Talks <&>\" שלום 😀\nin\x07 two lines", subtitle="Istanbul", notices=("A draft.", "As of 16 May 2025."),
)  # fmt: skip


@cache
def nasty() -> bytes:
    return docx_bytes(NASTY)


def lines_of(value: object) -> list[Line]:
    """Every line in a part of an outline."""
    if isinstance(value, Line):
        return [value]
    if isinstance(value, tuple):
        return [line for each in value for line in lines_of(each)]
    held = [getattr(value, name) for name in ("blocks", "lines", "rows", "alternative") if hasattr(value, name)]
    return [line for each in held for line in lines_of(each)]


def test_every_statement_of_the_main_part_with_claims_has_a_endnote_of_its_own() -> None:
    data = nasty()
    resting = [line for line in lines_of(NASTY.sections) if line.claims]
    references = [found.get(qn("w:id")) for found in part(data, "word/document.xml").iter(qn("w:endnoteReference"))]
    notes = part(data, "word/endnotes.xml").iter(qn("w:endnote"))
    assert references == [note.get(qn("w:id")) for note in notes if note.get(qn("w:type")) is None]
    assert len(references) == len(set(references)) == len(resting) == 306
    for line, text in zip(resting, endnotes(data), strict=True):
        assert all(claim in text for claim in line.claims)


def test_every_style_that_is_used_exists() -> None:
    data = nasty()
    known = {style.get(qn("w:styleId")) for style in part(data, "word/styles.xml").iter(qn("w:style"))}
    used = {
        found.get(qn("w:val"))
        for name in ("word/document.xml", "word/endnotes.xml", "word/footer1.xml")
        for tag in ("w:pStyle", "w:rStyle", "w:tblStyle")
        for found in part(data, name).iter(qn(tag))
    }
    assert used <= known
    assert {"Judgement", "Mark", "Notice", "Caption", "ListBullet", "EndnoteText", "EndnoteReference"} <= used


def test_no_look_is_given_by_hand() -> None:
    body = part(nasty(), "word/document.xml")
    runs = {child.tag for shape in body.iter(qn("w:rPr")) for child in shape}
    paragraphs = {child.tag for shape in body.iter(qn("w:pPr")) for child in shape}
    assert runs == {qn("w:rStyle"), qn("w:rtl")}
    assert paragraphs == {qn("w:pStyle"), qn("w:bidi"), qn("w:pageBreakBefore")}


def test_the_same_outline_gives_the_same_bytes() -> None:
    assert docx_bytes(NASTY) == nasty()


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        (("A01",), "A01 Daily Sabah, quoting Rustem Umerov: “said the minister, were useful”"),
        (("A02",), "A02 (future), restated from Anadolu: said the minister, were useful"),
        (("A03",), "A03 Anadolu [proposed]: “the very words”"),
        (
            ("A05",),
            "A05 Daily Sabah, quoting Rustem Umerov, quoting 李克强 (negated): “said the minister, were useful”",
        ),
        (
            ("A02", "A01"),
            "A02 (future), restated from Anadolu: said the minister, were useful; "
            "A01 Daily Sabah, quoting Rustem Umerov: “said the minister, were useful”",
        ),
    ],
    ids=["own words", "restated", "restated, the original at hand", "a chain without the source, denied", "two claims"],
)
def test_a_endnote_names_its_sources(claims: tuple[str, ...], expected: str) -> None:
    assert endnotes(brief(Paragraph((Line("text", claims),)))) == [expected]


def test_who_speaks_is_told_of_a_restatement_too() -> None:
    told = card(1, **RESTATED | {"speakers": ("Anadolu", "Umerov", "Kyslytsya")}, status="proposed")
    (text,) = endnotes(brief(Note("x"), Paragraph((Line("text", ("A01",)),)), cards=[told]))
    assert text == "A01 Umerov, quoting Kyslytsya [proposed], restated from Anadolu: said the minister, were useful"


@pytest.mark.parametrize(("number", "more"), [(NAMED, None), (NAMED + 1, 1), (50, 44)])
def test_a_endnote_names_some_claims_and_counts_the_others(number: int, more: int | None) -> None:
    claims = tuple(each.id for each in CARDS[:number])
    (text,) = endnotes(brief(Paragraph((Line("text", claims),))))
    named = [claim for claim in claims if re.search(rf"\b{claim}\b", text.partition("; and ")[0])]
    assert len(named) == NAMED
    left = " ".join(claims[NAMED:])
    assert text.endswith(f"; and {more} more: {left}") if more else "; and " not in text


def test_a_claim_without_a_card_is_told_by_its_id() -> None:
    with pytest.raises(KeyError, match="Z99"):
        brief(Paragraph((Line("text", ("Z99",)),)))


words = st.text(st.characters(codec="utf-8", exclude_characters='“”„‟«»"'), max_size=20)


@given(words, words, words, words)
@settings(max_examples=cases(10, 300))
def test_no_restatement_stands_in_quotation_marks(before: str, said: str, after: str, publisher: str) -> None:
    told = card(1, restated=True, publisher=publisher, passage=Passage(before, said, after), speakers=("x",))
    data = brief(Paragraph((Line("text", ("A01",)),)), annex=(Section("more", "More", ()),), cards=[told])
    everything = "".join(part(data, "word/document.xml").itertext()) + "".join(endnotes(data))
    assert not QUOTES.search(everything)
    assert everything.count("restated from ") == 2 + publisher.count("restated from ") * 3


def test_a_statement_of_the_annex_names_its_claims_and_repeats_no_passage() -> None:
    section = Section("more", "More", (Bullets((Line("again", ("A01", "A02")),)),))
    data = brief(annex=(section,))
    assert endnotes(data) == []
    assert "again [A01 A02]" in [each.text for each in opened(data).paragraphs]


def test_the_annex_ends_with_every_claim() -> None:
    document = opened(nasty())
    rows = [[cell.text for cell in row.cells] for row in document.tables[-1].rows]
    assert rows[0] == ["Claim", "What it says", "Who speaks", "Passage"]
    assert [row[0] for row in rows[1:]] == [each.id for each in CARDS]
    assert rows[1][2:] == [
        "Daily Sabah, quoting Rustem Umerov",
        "“…The talks, said the minister, were useful, and go on…”",
    ]
    assert rows[2][2:] == [
        "Anadolu (future)",
        "restated from Anadolu: …The talks, said the minister, were useful, and go on…",
    ]
    assert rows[3][1] == "Rustem Umerov heads the delegation of Ukraine [proposed]\na & <b>"
    assert rows[3][3].endswith("\n“before the very words after”")


def test_the_annex_starts_on_a_new_page() -> None:
    (annex,) = [each for each in opened(nasty()).paragraphs if each.text == "Annex"]
    assert annex.style.name == "Heading 1"
    assert annex.paragraph_format.page_break_before


@pytest.mark.parametrize(
    ("made", "headings"),
    [
        (outline(cards=[]), []),
        (outline(), []),
        (outline(annex=(Section("a", "A", ()),), cards=[]), [(1, "Annex"), (2, "A")]),
        (
            outline(Section("a", "A", (Bullets((), "B"),)), annex=(Section("c", "C", (Table(("t",), (), "D"),)),)),
            [(1, "A"), (2, "B"), (1, "Annex"), (2, "C"), (3, "D"), (2, "Every claim")],
        ),
    ],
    ids=["nothing", "no annex", "annex only", "all"],
)
def test_headings_have_levels_without_gaps(made: Outline, headings: list[tuple[int, str]]) -> None:
    found = [(each.style.name, each.text) for each in opened(docx_bytes(made)).paragraphs]
    assert [(int(name[-1]), text) for name, text in found if name.startswith("Heading")] == headings


def test_title_subtitle_and_notices_come_first() -> None:
    first = opened(nasty()).paragraphs[:5]
    assert [each.style.name for each in first] == ["Title", "Subtitle", "Notice", "Notice", "Heading 1"]
    assert [each.text for each in first[1:4]] == ["Istanbul", "A draft.", "As of 16 May 2025."]
    assert first[0].text == 'Talks <&>" שלום 😀 in\ufffd two lines'
    assert styled(docx_bytes(replace(NASTY, title="")), "Title") == ["case"]


def test_lines_of_a_paragraph_read_as_one_text_and_judgements_stand_apart() -> None:
    data = brief(Paragraph((Line("One."), Line("Two.", ("A01",)), Line("Fair.", signed="Ana"), Line("Three."))))
    assert styled(data, "Normal") == ["One. Two.", "Three."]
    assert styled(data, "Judgement") == ["Judgement: Fair. — Ana"]


def test_labels_marks_and_what_is_left_out() -> None:
    lines = (
        Line("a ceasefire", lead="Ukraine", marks=("proposed", "contradicted")),
        Line("well", lead="Finding", signed="Ana"),
    )
    data = brief(Bullets(lines, "Title", 7), Figure("Order", SVG, (Line("first"),)), Note("N"), Bullets((Line("x"),)))
    assert styled(data, "List Bullet") == ["Ukraine: a ceasefire [proposed] [contradicted]", "first", "x"]
    assert styled(data, "Judgement") == ["Finding: well — Ana"]
    assert styled(data, "Note") == ["7 more are not shown here.", "N"]
    assert styled(data, "Caption") == ["Order"]
    (line,) = [each for each in opened(data).paragraphs if each.text.startswith("Ukraine")]
    assert [run.text for run in line.runs if run.style.name == "Mark"] == ["[proposed]", "[contradicted]"]
    assert "".join(run.text for run in line.runs if run.style.name == "Strong") == "Ukraine: "


def test_tables_repeat_their_head_and_keep_their_rows_whole() -> None:
    document = opened(nasty())
    big = document.tables[0]._tbl
    assert [len(table.rows) for table in document.tables] == [301, 1, 3, 51]
    for table in document.tables:
        first, *others = table._tbl.tr_lst
        assert first.find(f".//{qn('w:tblHeader')}") is not None
        assert not any(row.find(f".//{qn('w:tblHeader')}") is not None for row in others)
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in table._tbl.tr_lst)
        assert table.style.name == "Table Grid Light"
        assert {len(row.tc_lst) for row in table._tbl.tr_lst} == {len(table.columns)}
        assert sum(column.width.cm for column in table.columns) == pytest.approx(17.4, abs=0.1)
        assert min(column.width.cm for column in table.columns) > 1
    assert big.find(f".//{qn('w:tblCaption')}").get(qn("w:val")) == "Where they <stand>"


def test_no_two_tables_touch_and_no_cell_is_empty() -> None:
    body = part(nasty(), "word/document.xml").find(qn("w:body"))
    tags = [child.tag for child in body]
    assert all({qn("w:tbl")} != {one, other} for one, other in pairwise(tags))
    assert tags[-1] == qn("w:sectPr")
    assert all(cell[-1].tag == qn("w:p") for cell in body.iter(qn("w:tc")))


def test_a_table_of_many_columns_stays_on_the_page() -> None:
    data = brief(Table(tuple("incomprehensibilities" for _ in range(40)), ()), cards=[])
    (table,) = opened(data).tables
    assert sum(column.width.cm for column in table.columns) <= 17.41


def test_lines_from_right_to_left_are_marked() -> None:
    lines = [each for each in opened(nasty()).paragraphs if each.style.name == "List Bullet"]
    backwards = [each.text for each in lines if each._p.find(f".//{qn('w:bidi')}") is not None]
    assert backwards == ["דוד כהן: head", "שלום עולם (2025)."]


SENTENCES: dict[str, tuple[str, Literal["program", "report"], bool]] = {
    "an Arabic name, then English": ("محمود عباس said that the talks go on.", "program", False),
    "a Hebrew name, then English": ("דוד כהן led the delegation of the valley (2025).", "program", False),
    "an English name first": ("The head, דוד כהן, left the room.", "program", False),
    "a report's own English words": ("دوحة: “the talks go on for a week”", "report", True),
    "a report's Arabic words": ("قال: المحادثات مفيدة", "report", True),
    "a label in Arabic, the rest English": ("محادثات: agreed to go on talking", "program", False),
    "mostly Hebrew": ("שיחות בין הצדדים על המים OK", "program", True),
}


@pytest.mark.parametrize("kind", SENTENCES)
@pytest.mark.parametrize("block", [Paragraph, Bullets])
def test_an_english_sentence_runs_from_left_to_right_whatever_name_it_begins_with(kind: str, block) -> None:
    text, words, bidi = SENTENCES[kind]
    line = Line(text, ("A01",), words=words)
    (made,) = (each for each in opened(brief(block((line,)))).paragraphs if text[:5] in each.text)
    assert (made._p.find(f".//{qn('w:bidi')}") is not None) is bidi
    told = [(run.text, run._r.find(f".//{qn('w:rtl')}") is not None) for run in made.runs]
    for run, backwards in told:
        strong = {unicodedata.bidirectional(c) for c in run} & {"L", "R", "AL"}
        assert strong <= ({"R", "AL"} if backwards else {"L"})
    if not bidi and text.startswith(("محمود", "דוד")):  # the space and the verb do not go with the name
        assert told[1][0].startswith(" ")


def test_an_english_cell_that_begins_with_a_hebrew_name_runs_from_left_to_right() -> None:
    row = ((Line("דוד כהן of the valley"),), (Line("לוי wants the water of the summer", ("A01",)),))
    (table,) = opened(brief(Table(("Who", "What"), (row,)))).tables
    assert table._tbl.find(f".//{qn('w:bidi')}") is None


def test_the_page_and_the_document() -> None:
    document = opened(nasty())
    section = document.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert {round(margin.cm, 2) for margin in margins} == {1.8}
    footer = section.footer.paragraphs[0]
    assert footer.text.startswith('Talks <&>" שלום')
    assert footer._p.find(qn("w:fldSimple")).get(qn("w:instr")) == "PAGE"
    core = document.core_properties
    assert (core.author, core.last_modified_by, core.created, core.modified) == ("", "", None, None)
    assert core.language == "en-GB"
    assert document.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "en-GB"


any_line = st.builds(
    Line, st.text(max_size=12), st.lists(st.sampled_from([each.id for each in CARDS]), max_size=8).map(tuple),
    st.text(max_size=5), st.just(()), st.sampled_from(["", "Ana"]),
)  # fmt: skip
some_lines = st.lists(any_line, max_size=3).map(tuple)
some_rows = st.lists(st.lists(some_lines, max_size=4).map(tuple), max_size=3).map(tuple)
any_block = st.one_of(
    st.builds(Paragraph, some_lines), st.builds(Bullets, some_lines, st.text(max_size=5), st.integers(0, 3)),
    st.builds(Note, st.text(max_size=9)), st.builds(Figure, st.text(max_size=5), st.just(SVG), some_lines),
    st.builds(Table, st.lists(st.text(max_size=5), max_size=3).map(tuple), some_rows, st.text(max_size=5)),
)  # fmt: skip


@given(st.lists(any_block, max_size=4).map(tuple))
@settings(max_examples=cases(10, 400))
def test_any_outline_opens_and_no_endnote_is_lost(blocks: tuple) -> None:
    data = brief(*blocks)
    opened(data)
    references = list(part(data, "word/document.xml").iter(qn("w:endnoteReference")))
    assert len(references) == len(endnotes(data)) == sum(bool(line.claims) for line in lines_of(blocks))
