"""Links lead somewhere, tables are tables, and the READMEs stay short."""

from pathlib import Path

import pytest

from .pages import ALL, READMES, ROOT, anchors, links, name, tables


@pytest.mark.parametrize("page", ALL, ids=name)
def test_relative_links_lead_to_files_and_headings(page: Path) -> None:
    broken = [target for target in links(page) if not _leads_somewhere(page, target)]
    assert not broken


def _leads_somewhere(page: Path, target: str) -> bool:
    if target.partition(":")[0] in ("http", "https", "mailto"):
        return True
    path, _, anchor = target.partition("#")
    file = (page.parent / path).resolve() if path else page
    return file.exists() and (not anchor or anchor in anchors(file))


def test_pages_have_links() -> None:
    assert sum(len(list(links(page))) for page in ALL) >= 40


def test_a_broken_link_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# One two\n[a](page.md) [b](#one-two) [c](gone.md) [d](#gone) `[e](gone.md)`\n", "utf-8")
    assert [_leads_somewhere(page, target) for target in links(page)] == [True, True, False, False]


@pytest.mark.parametrize("page", ALL, ids=name)
def test_rows_of_a_table_have_the_cells_of_its_head(page: Path) -> None:
    assert [rows for rows in tables(page) if len(set(rows)) > 1] == []


def test_a_bar_in_a_cell_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("| a | b |\n|---|---|\n| `x|y` | c |\n\n| a |\n|---|\n| `x\\|y` |\n", "utf-8")
    assert list(tables(page)) == [[2, 2, 3], [1, 1, 1]]


def test_the_first_page_has_120_lines_at_most() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 120


@pytest.mark.parametrize("page", READMES, ids=name)
def test_readmes_of_examples_have_forty_lines_at_most(page: Path) -> None:
    assert len(page.read_text("utf-8").splitlines()) <= 40


def test_every_example_has_a_readme() -> None:
    folders = {p.parent.name for p in READMES}
    assert folders == {p.name for p in (READMES[0].parents[1]).iterdir() if p.is_dir()}
