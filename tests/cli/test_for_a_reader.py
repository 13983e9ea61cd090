"""`--for`: on each command that makes something, with the line that says so in every form; and what commands say that see all."""

import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader
from typer.testing import CliRunner, Result

from goodoffices.cli.app import app

from ..case.cases import ISTANBUL
from ..readers.confided import confided

UPPER, TEAM = "EXERCISE · For Upper Tavnis · TLP:AMBER", "EXERCISE · For the team only · TLP:AMBER"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


@pytest.fixture(scope="module")
def tavnis(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return confided(tmp_path_factory.mktemp("for") / "tavnis")


@pytest.mark.parametrize("reader", ["team", "upper", "public"])
@pytest.mark.parametrize("command", ["brief", "talking-points", "compare", "agree"])
def test_it_is_said_for_whom_it_is(
    tavnis: Path, command: str, reader: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    line = {"team": TEAM, "upper": UPPER, "public": "EXERCISE · For everybody · TLP:AMBER"}[reader]
    more = ("--readings", "20") if command == "agree" else ()
    printed = run(command, tavnis, "--for", reader, *more)
    assert printed.exit_code == 0, printed.output
    assert printed.stdout.splitlines()[0] == line
    data = json.loads(run(command, tavnis, "--for", reader, *more, "--json").stdout)
    assert (data["for"], data["stamp"]) == (line.split(" · ")[1], "TLP:AMBER")


def test_a_case_for_everybody_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("brief", ISTANBUL).stdout.startswith("Direct talks between Ukraine and Russia")
    data = json.loads(run("brief", ISTANBUL, "--json").stdout)
    assert (data["for"], data["stamp"]) == (None, None)


def test_the_line_stands_on_each_page_of_every_form(tavnis: Path, tmp_path: Path) -> None:
    for ending in ("html", "md", "pdf", "docx", "json"):
        assert run("brief", tavnis, "--for", "upper", "-o", tmp_path / f"b.{ending}").exit_code == 0
    assert run("sheet", tavnis, "--for", "upper", "-o", tmp_path / "b.xlsx").exit_code == 0
    assert UPPER in (tmp_path / "b.html").read_text()
    assert (tmp_path / "b.md").read_text().startswith("**EXERCISE · For Upper Tavnis")
    pages = PdfReader(BytesIO((tmp_path / "b.pdf").read_bytes())).pages
    assert all(UPPER in page.extract_text() for page in pages)
    assert UPPER in _parts(tmp_path / "b.docx", "header")[0]
    assert json.loads((tmp_path / "b.json").read_text())["for"] == "For Upper Tavnis"
    sheets = _parts(tmp_path / "b.xlsx", "worksheets/sheet")
    assert len(sheets) == 6
    assert all(UPPER in sheet for sheet in sheets)


def _parts(path: Path, name: str) -> list[str]:
    with ZipFile(path) as package:
        return [package.read(part).decode() for part in package.namelist() if name in part and part.endswith(".xml")]


@pytest.mark.parametrize(
    "command", ["brief", "talking-points", "sheet", "compare", "agree", "frontier", "solve", "stability"]
)
def test_a_reader_who_is_none_is_told_with_those_there_are(tavnis: Path, command: str) -> None:
    refused = run(command, tavnis, "--for", "uper")
    assert refused.exit_code == 2
    expected = "team, public, upper, lower, saltmoor, lake-union, kelmarsk-town"
    assert refused.stderr == f"goodoffices: --for: found 'uper', expected one of {expected}\n"


def test_a_case_that_is_not_for_somebody_is_refused(tmp_path: Path) -> None:
    folder = confided(
        tmp_path / "tavnis", ("title: Talks of the two", "readers: [team, upper]\ntitle: Talks of the two")
    )
    refused = run("brief", folder, "--for", "lower")
    assert refused.exit_code == 2
    assert "`readers` of talks.yaml says so of the whole case" in refused.stderr


def test_conflict_and_points_are_for_whom_their_files_name(tavnis: Path) -> None:
    assert run("stability", tavnis).stdout.splitlines()[0] == TEAM
    refused = run("stability", tavnis, "--for", "upper")
    assert refused.exit_code == 1
    assert "no conflict that is for upper" in refused.stderr
    conflict = tavnis / "conflict.yaml"
    before = conflict.read_text()
    conflict.write_text(f"readers: [upper]\n{before}")
    try:
        assert run("stability", tavnis, "--for", "upper").stdout.splitlines()[0] == UPPER
    finally:
        conflict.write_text(before)


def test_since_takes_a_day_and_no_file_of_other_numbers(tavnis: Path, tmp_path: Path) -> None:
    since = run("brief", tavnis, "--for", "upper", "--since", "2031-05-16", "--json")
    assert since.exit_code == 0, since.output
    assert len(json.loads(since.stdout)["changes"]["claims"]) == 1
    refused = run("brief", tavnis, "--for", "upper", "--since", tmp_path / "old.json")
    assert refused.exit_code == 2
    assert "expected the day on which it was made: its ids are its own" in refused.stderr


@pytest.mark.parametrize("command", ["compare", "frontier", "solve"])
def test_files_that_are_no_case_have_no_readers(command: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ann met Bo.\n")
    refused = run(command, tmp_path / "a.txt", tmp_path / "a.txt", "--for", "public")
    assert refused.exit_code == 2
    assert "--for: found" in refused.stderr


def test_what_sees_all_says_so(tavnis: Path, tmp_path: Path) -> None:
    said = "This shows all of the case, also what is not for everybody: for the team only."
    checked = run("check", tavnis)
    assert checked.exit_code == 0, checked.output
    assert said in checked.stderr
    assert said in run("review", tavnis, "--by", "me").stderr
    assert said not in run("check", ISTANBUL).output


def test_what_the_team_means_to_ask_is_told_to_nobody_else(
    tavnis: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "WHAT TO ASK NEXT" in run("agree", tavnis, "--readings", "200").stdout
    assert "What to ask:" in run("talking-points", tavnis).stdout
    preferences = tavnis / "preferences.yaml"
    before = preferences.read_text()
    preferences.write_text(f"readers: [upper]\n{before}")
    try:
        agreed = run("agree", tavnis, "--readings", "200", "--for", "upper").stdout
        assert "HOW OFTEN" in agreed
        assert "ASK" not in agreed
        assert (
            json.loads(run("agree", tavnis, "--readings", "200", "--for", "upper", "--json").stdout)["ask_next"] == []
        )
        assert "to ask" not in run("brief", tavnis, "--for", "upper", "--with", "agreement").stdout
    finally:
        preferences.write_text(before)
    points = run("talking-points", tavnis, "--for", "upper").stdout
    assert "to ask" not in points.lower()
    assert "Questions" not in points


def test_files_made_for_one_reader_are_not_those_made_for_another(
    tavnis: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for reader in ("team", "upper", "lower", "public"):
        for command in ("brief", "talking-points", "sheet"):
            assert run(command, tavnis, "--for", reader).exit_code == 0
    made = sorted(path.name for path in tmp_path.iterdir() if path.is_file())
    assert len(made) == 12
    assert sum("for-upper-tavnis" in name for name in made) == 3
    assert sum("for-everybody" in name for name in made) == 3


def test_points_of_another_are_in_nothing_that_is_made_for_somebody(
    tavnis: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What Lower Tavnis gave the mediator in confidence: neither its numbers nor what follows from them."""
    monkeypatch.chdir(tmp_path)
    for reader in ("upper", "public"):
        agreed = run("agree", tavnis, "--readings", "200", "--for", reader).stdout
        assert "Lower Tavnis prefers" not in agreed
        assert "In no reading does Lower Tavnis" not in agreed
        assert "What Lower Tavnis has if nothing is agreed" in agreed
        for command in ("solve", "frontier"):
            assert "58" not in run(command, tavnis, "--for", reader).stdout
