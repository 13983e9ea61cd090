"""An exercise puts its sides, issues and answers before all seats: one with such as not everybody may read is given to nobody."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from goodoffices.case import inspect
from goodoffices.cli import app

from ..case.cases import RECORD, swap
from ..case.exercises import HELD, make_exercise

TOLLS, WATER = "tolls: {options: {free: no toll, fee: a toll}}", "half: a half, most: most of it"
A6, B2 = "value: no toll, issue: tolls,\n", "value: most of it, issue: water,\n"
WIRE = "    publisher: The Wire\n"
PASSAGE = "passages:\n  - {source: press, words: South wants no toll, readers: [team]}\nfindings:\n"
LAKE = """  - {id: h1, source: press, readers: [team], entered_by: me, words: chaired, type: position, subject: north,
     predicate: demands, issue: water, option: half, value: a half of the lake}
findings:
"""
Change = tuple[str, str] | None
NOBODY: dict[str, tuple[Change, Change, str]] = {
    "an issue for one side": ((TOLLS, TOLLS.replace("{o", "{readers: [south], o")), None, "issues.tolls, for south alone"),
    "an issue for the team": ((TOLLS, TOLLS.replace("{o", "{readers: [team], o")), None, "issues.tolls, for team alone"),
    "an issue that only hidden claims name": (None, (A6, f"readers: [south], {A6}"), "issues.tolls, named only by a6"),
    "an answer that only hidden claims name": (None, (B2, f"readers: [team], {B2}"), "issues.water.options.most, named only by b2"),
    "a source for one side": (None, (WIRE, f"{WIRE}    readers: [north]\n"), "issues.water.options.most, named only by b2"),
    "a passage for the team": (None, ("findings:\n", PASSAGE), "issues.tolls, named only by a6"),
    "words of a hidden claim": (
        (WATER, WATER.replace("a half,", "a half of the lake,")), ("findings:\n", LAKE), "issues.water.options.half, in words"),
    "a side that is for some": (
        ("kind: company}", "kind: company, readers: [north]}"), None, "third_parties.board, for north alone"),
}  # fmt: skip


def made(folder: Path, talks: Change, record: Change) -> Path:
    make_exercise(folder, talks=swap(HELD, *talks) if talks else HELD)
    if record:
        (folder / "record.yaml").write_bytes(swap(RECORD, *record).encode())
    return folder


def run(command: str, *arguments: object) -> Result:
    return CliRunner().invoke(app, [command, *map(str, arguments)])


@pytest.mark.parametrize("row", NOBODY.values(), ids=NOBODY)
def test_it_is_refused_before_anything_is_made_and_check_warns(tmp_path: Path, row: tuple[Change, Change, str]) -> None:
    folder = made(tmp_path / "case", row[0], row[1])
    for result in (run("packets", folder, "--to", tmp_path / "out"), run("hold", folder, "--programs-only")):
        assert (result.exit_code, row[2] in result.stderr) == (1, True), result.stderr
    assert not (tmp_path / "out").exists()
    assert not (folder / "held").exists()
    (place, reason) = row[2].split(", ")
    assert [
        p
        for p in inspect(folder)[1]
        if p.found.startswith(f"{place.split('.')[-1]}, {reason}") and p.level == "warning"
    ]


def test_who_shows_an_issue_to_all_by_name_holds_it(tmp_path: Path) -> None:
    shown = (TOLLS, TOLLS.replace("{o", "{readers: [public], o"))
    folder = made(tmp_path / "case", shown, (A6, f"readers: [south], {A6}"))
    assert run("packets", folder, "--to", tmp_path / "out").exit_code == 0
