"""The brief as PDF: what a reader, a screen reader and a printer find in it."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from goodoffices.apart import Limits
from goodoffices.brief import build_outline, build_talking_points
from goodoffices.brief.outline import Bullets, Figure, Line, Note, Paragraph, Section, Table
from goodoffices.brief.pdf import PAGES, compiler, pdf_bytes, press
from goodoffices.brief.pdf.content import main_content
from goodoffices.errors import DataError

from .cases import black_sea, examples, istanbul, labour, lines_of, two_valleys
from .pdf_files import ANNEX, SVG, brief, kinds, letters, outline, read, structure, text_of
from .test_print import MADE, brief_of

# What a reader finds.


@pytest.mark.parametrize("case", examples())
def test_every_statement_and_every_claim_is_found(case) -> None:
    made = build_outline(case())
    # The foot of a page and the head of the next, which may stand in the middle of a statement.
    running = re.escape(letters(made.title)) + r"\d+of\d+" + f"({re.escape(letters(made.label))})?"
    text = re.sub(running, "", letters(text_of(pdf_bytes(made))))
    assert {line.text for line in lines_of((*made.sections, *made.annex)) if letters(line.text) not in text} == set()
    assert {key for key in made.cards if letters(key) not in text} == set()
    assert {card.says for card in made.cards.values() if letters(card.says) not in text} == set()


@pytest.mark.parametrize("case", examples())
def test_the_main_part_is_two_pages_and_the_annex_begins_on_the_next(case) -> None:
    made = build_outline(case())
    pages = read(pdf_bytes(made)).pages
    assert pages[PAGES].extract_text().removeprefix(f"{made.label}\n").startswith("Annex")
    assert len(read(pdf_bytes(replace(made, annex=()))).pages) == PAGES


def test_without_an_annex_none_is_printed_and_none_is_promised() -> None:
    data = brief(Bullets((Line("They met.", ("A01",)),), "Names", 3))
    text = text_of(data)
    assert "Annex" not in text
    assert "annex" not in text
    assert "were useful" not in text
    assert "3 more are not shown here." in text
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
    data = brief(Paragraph((many,)), Bullets((Line("fair", ("A01",), signed="Ana Lyst"),), "", 4), annex=ANNEX)
    text = text_of(data)
    assert "many [proposed] [contradicted] [B00 B01 B02 B03 +3]" in text
    assert "Judgement: fair — Ana Lyst [A01]" in text
    assert "4 more, in the annex." in text


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


# Two pages.

LONGER = ("a script that writes no spaces",)
"""Its letters stand as numbers, each wider than it."""


@pytest.mark.slow
@pytest.mark.parametrize("name", MADE)
def test_the_main_part_is_two_pages_at_most(tmp_path: Path, name: str) -> None:
    _, made = brief_of(name, tmp_path)
    # The title alone is never cut: here it has a length that titles have.
    made = replace(made, title=made.title[:120], annex=ANNEX)
    # A brief that is not for everybody bears on each page for whom it is.
    texts = [page.extract_text().removeprefix(f"{made.label}\n") for page in read(pdf_bytes(made)).pages[: PAGES + 2]]
    begins = [text.startswith("Annex") for text in texts]
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


def test_a_long_text_is_set_once_to_count_its_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Typst remembers every layout: twelve of a thousand pages took 20 GB."""
    tried: list[float] = []

    def seen(main: str, size: float) -> int:
        tried.append(size)
        return 300

    monkeypatch.setattr(press, "_pages", seen)
    assert press._size("x" * (press.LONG + 1), 60) == press.SIZES[-1]
    assert tried == [press.SIZES[-1]]


@pytest.mark.parametrize("fits", press.SIZES)
@pytest.mark.parametrize(("pages", "long"), [(2, False), (60, True), (1, False)])
def test_the_largest_letters_that_keep_to_the_pages_are_taken(
    fits: float, pages: int, long: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(press, "_pages", lambda main, size: pages if size <= fits else 1000)
    assert press._size("x" * (press.LONG + 1 if long else 10), pages) == fits


@pytest.mark.parametrize(
    ("limits", "says"), [(Limits(0.02, 2**31), "longer than 0.02 seconds"), (Limits(60, 2**20), "memory")]
)  # fmt: skip
def test_what_is_too_long_for_a_pdf_is_told_so_and_the_next_one_is_made(
    limits: Limits, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "words " * 200_000
    with monkeypatch.context() as less:
        less.setattr(compiler, "LIMITS", limits)
        with pytest.raises(DataError, match=rf"PDF: found a text .*{says}.*, expected .*HTML"):
            brief(Note(text))
    assert brief(Note("short"))


@pytest.mark.parametrize("case", [istanbul, two_valleys, labour])
def test_talking_points_take_one_page(case) -> None:
    assert len(read(pdf_bytes(build_talking_points(case()))).pages) == 1


def test_columns_of_one_page_stand_under_one_another() -> None:
    tables = [
        block for section in main_content(build_talking_points(istanbul()))["sections"] for block in section["blocks"]
    ]
    assert len({tuple(table["columns"]) for table in tables if table["kind"] == "table"}) == 1
