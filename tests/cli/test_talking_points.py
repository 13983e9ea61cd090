"""`goodoffices talking-points`: what it prints, what it writes, and what it refuses."""

import json
from pathlib import Path

import docx
import pytest
from typer.testing import CliRunner, Result

from goodoffices.cli import app

from ..case.cases import ISTANBUL, make


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["talking-points", *map(str, arguments)])


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_it_prints_the_page_and_writes_it(here: Path) -> None:
    result = run(make(here / "towns"))
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[:2] == ["For the team only", "Talking points: Talks of two towns"]
    assert "  What to ask: Where do you stand on tolls?" in lines
    assert lines[-1] == f"Written: {here / 'towns-talking-points.html'}"
    assert (here / "towns-talking-points.html").read_text("utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.html", b"<!doctype"),
        ("a.md", b"**For the team only**\n\n# Talking points"),
        ("a.docx", b"PK"),
        ("a.JSON", b"{"),
    ],
)
def test_the_ending_names_the_form(here: Path, name: str, begins: bytes) -> None:
    assert run(make(here / "towns"), "-o", name).exit_code == 0
    assert (here / name).read_bytes().startswith(begins)
    assert {path.name for path in here.iterdir()} == {"towns", name}


def test_an_earlier_word_file_is_kept(here: Path) -> None:
    case = make(here / "towns")
    run(case, "-o", "a.docx")
    result = run(case, "-o", "a.docx", "--by", "R. Quill")
    assert "the earlier one is kept as a.1.docx" in result.stdout
    told = [[p.text for p in docx.Document(str(here / name)).paragraphs] for name in ("a.1.docx", "a.docx")]
    assert [any("By R. Quill" in text for text in texts) for texts in told] == [False, True]


def test_the_json_is_the_same_in_a_file(here: Path) -> None:
    case = make(here / "towns")
    printed = run(case, "--json").stdout
    run(case, "-o", "x.json")
    assert (here / "x.json").read_text("utf-8") == printed
    assert [point["issue"] for point in json.loads(printed)["points"]] == ["water", "tolls", None]


def test_as_of_a_day_later_sources_are_left_out(here: Path) -> None:
    assert json.loads(run(ISTANBUL, "--json", "--as-of", "2025-05-19").stdout)["as_of"] == "2025-05-19"
    early, late = (run(ISTANBUL, "--as-of", day, "-o", "x.md").stdout for day in ("2025-05-17", "2025-06-01"))
    assert "As of 17 May 2025." in early
    assert "Rustem Umerov" not in early
    assert "Rustem Umerov" in late


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("-o", "x.pptx"), "--output: found 'x.pptx'"), (("--json", "-o", "x.md"), "--json prints and --output writes"),
        (("--as-of", "soon"), "--as-of: found 'soon', expected a day such as 2025-05-16"),
    ],
)  # fmt: skip
def test_a_wrong_call_is_told_and_nothing_is_written(here: Path, options: tuple[str, ...], told: str) -> None:
    result = run(make(here / "towns"), *options)
    assert result.exit_code == 2
    assert told in result.stderr
    assert {path.name for path in here.iterdir()} == {"towns"}
