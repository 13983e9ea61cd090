"""The main part is at most two A4 pages as a browser prints it, and what was cut is counted and complete in the annex."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks.generate import generate
from goodoffices.brief import Outline, build_outline
from goodoffices.brief.fit import _length, most_words, section_words
from goodoffices.brief.html import html_text
from goodoffices.brief.outline import Bullets, Section, Table
from goodoffices.case import Case, changes, read_case, seen, state_of

from ..amount import some
from ..case.cases import small_case
from .cases import NASTY, black_sea, crowd, hostile, istanbul, labour, lines_of, two_valleys

PAGES = 2


def large(folder: Path) -> Case:
    generate(folder, sources=60, claims=3000, meetings=200)
    return read_case(folder)


MADE: dict[str, tuple[Callable[[Path], Case], date | None]] = {
    "Istanbul": (lambda _: istanbul(), None),
    "Black Sea": (lambda _: black_sea(), None),
    "Two valleys": (lambda _: two_valleys(), None),
    "Labour": (lambda _: labour(), None),
    "Two towns": (lambda folder: small_case(folder), None),
    "Istanbul since a day before all sources": (lambda _: istanbul(), date(2025, 1, 1)),
    "Black Sea since the signature": (lambda _: black_sea(), date(2022, 7, 23)),
    "Black Sea since the second renewal": (lambda _: black_sea(), date(2023, 3, 19)),
    "3000 claims": (large, None),
    "3000 claims, since the middle": (large, date(2019, 6, 1)),
    "eight parties and very long texts": (crowd, None),
    "addresses": (lambda folder: hostile(folder, f"https://example.org/{'a' * 50} " * 8), None),
    "a script that writes no spaces": (lambda folder: hostile(folder, "和平谈判停火三十天" * 60), None),
    "a script that is written high": (lambda folder: hostile(folder, NASTY["Arabic"] * 20), None),
}


_QUICK = [name for name in MADE if "3000" not in name]


def brief_of(name: str, folder: Path) -> tuple[Case, Outline]:
    make, day = MADE[name]
    case = make(folder)
    found = None if day is None else changes(state_of(seen(case, day)), case, day.isoformat())
    return case, build_outline(case, found)


def printed(browser: Browser, folder: Path, outline: Outline, *, annex: bool) -> bytes:
    file = folder / "brief.html"
    # The title alone is never cut: here it has a length that titles have.
    file.write_text(html_text(replace(outline, title=outline.title[:120])), encoding="utf-8")
    page = browser.new_page()
    try:
        page.goto(file.as_uri())
        if not annex:
            page.evaluate("document.getElementById('annex').remove()")
        return page.pdf(prefer_css_page_size=True)
    finally:
        page.close()


def pages(pdf: bytes) -> int:
    """Chromium writes the page objects of a PDF uncompressed."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.browser
@pytest.mark.parametrize("name", some(MADE, "Istanbul", "Labour", "eight parties and very long texts"))
def test_the_main_part_is_two_pages_at_most(browser: Browser, tmp_path: Path, name: str) -> None:
    _, outline = brief_of(name, tmp_path)
    assert 1 <= pages(printed(browser, tmp_path, outline, annex=False)) <= PAGES


@pytest.mark.browser
def test_the_annex_is_printed_where_it_is_asked_for_and_begins_on_a_page_of_its_own(
    browser: Browser, tmp_path: Path
) -> None:
    plain, asked = build_outline(istanbul()), build_outline(istanbul(), with_annex=True)
    folded, whole = (pages(printed(browser, tmp_path, outline, annex=True)) for outline in (plain, asked))
    main = pages(printed(browser, tmp_path, asked, annex=False))
    assert folded == main
    assert whole > main + 1


@pytest.mark.parametrize("name", some(MADE, *_QUICK))
def test_what_was_cut_is_counted_and_complete_in_the_annex(tmp_path: Path, name: str) -> None:
    _, outline = brief_of(name, tmp_path)
    whole = {section.id.removesuffix("-whole"): section for section in outline.annex if section.id.endswith("-whole")}
    for section in outline.sections:
        if section.id in whole:
            assert_begun(section, whole[section.id])
        else:
            assert not any(getattr(block, "cut", 0) for block in section.blocks)
            assert not any(line.text.endswith(" …") for line in lines_of(section))
    for complete in whole.values():
        assert not any(getattr(block, "cut", 0) for block in complete.blocks)


def assert_begun(short: Section, whole: Section) -> None:
    """The one has the same blocks as the other, of each the beginning, and says how many are left out."""
    assert short != replace(whole, id=short.id, title=short.title)
    assert (whole.id, whole.title) == (f"{short.id}-whole", f"{short.title}: all")
    for few, all_ in zip(short.blocks, whole.blocks, strict=True):
        assert type(few) is type(all_)
        if isinstance(few, Bullets) and isinstance(all_, Bullets):
            assert len(few.lines) + few.cut == len(all_.lines)
            assert [x.claims for x in few.lines] == [x.claims for x in all_.lines[: len(few.lines)]]
        if isinstance(few, Table) and isinstance(all_, Table):
            assert len(few.rows) + few.cut == len(all_.rows)


@pytest.mark.parametrize("name", some(MADE, *_QUICK))
def test_no_more_words_than_the_sources_allow(tmp_path: Path, name: str) -> None:
    case, outline = brief_of(name, tmp_path)
    words = sum(map(section_words, outline.sections))
    # What is told at a glance and what says that nothing is told are never cut.
    left = [s for s in outline.sections if s.id != "glance" and any(_length(block) for block in s.blocks)]
    assert words <= most_words(case) or not left
