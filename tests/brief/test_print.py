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
from goodoffices.brief.html import html_text
from goodoffices.brief.outline import Bullets, Table
from goodoffices.case import Case, as_of, changes, read_case, state_of

from .cases import NASTY, black_sea, crowd, hostile, istanbul, lines_of

PAGES = 2


def large(folder: Path) -> Case:
    generate(folder, sources=60, claims=3000, meetings=200)
    return read_case(folder)


def since(case: Case, day: date) -> Outline:
    return build_outline(case, changes(state_of(as_of(case, day)), case, day.isoformat()))


OUTLINES: dict[str, Callable[[Path], Outline]] = {
    "Istanbul": lambda _: build_outline(istanbul()),
    "Black Sea": lambda _: build_outline(black_sea()),
    "Istanbul since a day before all sources": lambda _: since(istanbul(), date(2025, 1, 1)),
    "Black Sea since the signature": lambda _: since(black_sea(), date(2022, 7, 23)),
    "Black Sea since the second renewal": lambda _: since(black_sea(), date(2023, 3, 19)),
    "3000 claims": lambda folder: build_outline(large(folder)),
    "3000 claims, since the middle": lambda folder: since(large(folder), date(2019, 6, 1)),
    "eight parties and very long texts": lambda folder: build_outline(crowd(folder)),
    "addresses": lambda folder: build_outline(hostile(folder, f"https://example.org/{'a' * 50} " * 8)),
    "a script that writes no spaces": lambda folder: build_outline(hostile(folder, "和平谈判停火三十天" * 60)),
    "a script that is written high": lambda folder: build_outline(hostile(folder, NASTY["Arabic"] * 20)),
}


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
@pytest.mark.parametrize("name", OUTLINES)
def test_the_main_part_is_two_pages_at_most(browser: Browser, tmp_path: Path, name: str) -> None:
    outline = OUTLINES[name](tmp_path)
    assert 1 <= pages(printed(browser, tmp_path, outline, annex=False)) <= PAGES


@pytest.mark.browser
def test_the_annex_begins_on_a_page_of_its_own(browser: Browser, tmp_path: Path) -> None:
    outline = build_outline(istanbul())
    whole, main = (pages(printed(browser, tmp_path, outline, annex=annex)) for annex in (True, False))
    assert whole > main + 1


@pytest.mark.parametrize("name", OUTLINES)
def test_what_was_cut_is_counted_and_complete_in_the_annex(tmp_path: Path, name: str) -> None:
    outline = OUTLINES[name](tmp_path)
    whole = {section.id.removesuffix("-whole"): section for section in outline.annex}
    for section in outline.sections:
        told = [(line.lead, line.text) for line in lines_of(section)]
        if "… (whole in the annex)" not in str(told) and "more: see the annex" not in str(told) and not _cut(section):
            assert section.id not in whole
            continue
        complete = whole[section.id]
        assert len(complete.blocks) == len(section.blocks)
        for short, long in zip(section.blocks, complete.blocks, strict=True):
            assert type(short) is type(long)
            if isinstance(short, Bullets) and isinstance(long, Bullets):
                assert len(short.lines) + short.cut == len(long.lines)
                assert long.cut == 0
            if isinstance(short, Table) and isinstance(long, Table):
                assert len(short.rows) + short.cut == len(long.rows)
                assert long.cut == 0
        assert "… (whole in the annex)" not in "".join(line.text for line in lines_of(complete))


def _cut(section: object) -> bool:
    return any(isinstance(block, Bullets | Table) and block.cut for block in getattr(section, "blocks", ()))


def test_every_section_stays_with_at_least_one_statement(tmp_path: Path) -> None:
    outline = build_outline(crowd(tmp_path))
    assert all(any(lines_of(section)) for section in outline.sections)
