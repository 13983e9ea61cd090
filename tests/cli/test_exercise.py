"""An exercise says so wherever anything comes of it, and is not mixed with real talks."""

import json
import os
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from goodoffices.case import read_case
from goodoffices.case.mixing import says_exercise
from goodoffices.cli import app

from ..case.cases import CONFLICT, make
from ..case.exercises import make_exercise

WANTS = """format: preferences/1
parties:
  north: {points: {water: {half: 0, most: 4}, tolls: {free: 1, fee: 3}}, no_deal: {value: 1}}
  south: {points: {water: {half: 3, most: 0}, tolls: {free: 4, fee: 0}}, no_deal: {value: 1}}
"""
REPORT = "The two towns of North and South met in Mill on 3 April 2025. The Board chaired. No deal came.\n"


@pytest.fixture
def towns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = make_exercise(tmp_path / "towns")
    (folder / "preferences.yaml").write_text(WANTS)
    (folder / "conflict.yaml").write_text(f"format: conflict/1\ntitle: T\nsource: S\n{CONFLICT}")
    (folder / "papers.yaml").write_text("format: papers/1\npapers:\n  - {id: a, title: T, from: team, to: [board]}\n")
    read_case(folder)
    monkeypatch.chdir(tmp_path)
    return folder


def run(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments], input=text)


def sound(*arguments: str, text: str | None = None) -> str:
    found = run(*arguments, text=text)
    assert found.exit_code == 0, found.output
    return found.stdout


PRINTED = {
    "brief": ("brief",), "talking-points": ("talking-points",), "minutes": ("minutes", "--meeting", "second"),
    "sheet": ("sheet",), "compare": ("compare",), "agree": ("agree", "--readings", "20"), "check": ("check",),
    "stability": ("stability",), "papers": ("papers",), "frontier": ("frontier",),
}  # fmt: skip
DATA = ("brief", "talking-points", "minutes", "compare", "agree", "check", "stability", "papers")


@pytest.mark.parametrize("name", PRINTED)
def test_every_command_prints_that_it_is_an_exercise(towns: Path, name: str) -> None:
    command, *options = PRINTED[name]
    found = run(command, str(towns), *options)
    assert found.exit_code == 0, found.output
    assert "EXERCISE" in found.stdout.splitlines()[0]


@pytest.mark.parametrize("name", DATA)
def test_all_json_says_so(towns: Path, name: str) -> None:
    command, *options = PRINTED[name]
    assert json.loads(sound(command, str(towns), *options, "--json"))["exercise"] is True
    plain = make(towns.parent / "plain")
    (plain / "preferences.yaml").write_text(WANTS)
    (plain / "conflict.yaml").write_text(f"format: conflict/1\ntitle: T\nsource: S\n{CONFLICT}")
    assert json.loads(sound(command, str(plain), *options, "--json"))["exercise"] is False


def test_the_names_of_files_that_commands_choose_say_so(towns: Path) -> None:
    for name in ("brief", "talking-points", "sheet", "minutes"):
        command, *options = PRINTED[name]
        sound(command, str(towns), *options)
    assert {p.name for p in towns.parent.iterdir() if p.is_file()} == {
        "towns-EXERCISE.html", "towns-EXERCISE-talking-points.html", "towns-EXERCISE.xlsx",
        "towns-EXERCISE-minutes-second.html",
    }  # fmt: skip


@pytest.mark.parametrize("ending", [".html", ".md", ".json"])
@pytest.mark.parametrize("command", ["brief", "talking-points"])
def test_every_form_says_so_before_anything_else(towns: Path, command: str, ending: str) -> None:
    sound(command, str(towns), "-o", f"out{ending}", "--for", "north")
    text = Path(f"out{ending}").read_text("utf-8")
    assert ('"exercise": true' if ending == ".json" else "EXERCISE · For North") in text


def test_a_form_and_a_note_say_so(towns: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sound("minutes", str(towns), "--meeting", "second", "--set", "read-back")
    assert sound("minutes", str(towns), "--meeting", "second", "--form", "north").startswith("# EXERCISE\n")
    given: list[str] = []

    def edit(text: str, extension: str) -> str:
        given.append(text)
        return f"{text}They met.{extension}\n"

    monkeypatch.setattr("click.edit", edit)
    sound("note", str(towns))
    assert given[0].startswith("# EXERCISE. A note")


# Each row: the name of a text, its first lines, whether it says that it is of an exercise.
SAYS = [
    ("a.txt", "EXERCISE\nThe towns met.\n", True),
    ("a.txt", "\n\n  EXERCISE · For North · TLP:RED\nThe towns met.\n", True),
    ("a.md", "**EXERCISE · For the team only**\n\n# The towns\n", True),
    ("a.html", "<style>p { x: y }</style><title>T</title><p class=for><bdi>EXERCISE</bdi></p><h1>T</h1>", True),
    ("towns-EXERCISE.html", "anything", True),
    ("towns-EXERCISE-minutes-second.html", "anything", True),
    ("EXERCISE-towns.txt", "anything", True),
    ("a.txt", "EXERCISE SHOWS STRENGTH\nThe fleets met.\n", False),
    ("a.txt", "Exercise\nThe towns met.\n", False),
    ("a.txt", "The towns met.\n" * 20 + "EXERCISE\n", False),
    ("MILITARY-EXERCISES.txt", "The fleets met.", False),
    ("a.txt", "", False),
]


@pytest.mark.parametrize(("name", "text", "says"), SAYS)
def test_what_says_that_it_is_of_an_exercise(name: str, text: str, says: bool) -> None:
    assert says_exercise(name, text) is says


def test_a_text_of_an_exercise_is_not_added_to_real_talks(towns: Path) -> None:
    real = make(towns.parent / "real")
    before = (real / "record.yaml").read_bytes()
    marked = towns.parent / "line.txt"
    marked.write_text(f"EXERCISE\n{REPORT}")
    named = towns.parent / "line-EXERCISE.txt"
    named.write_text(REPORT)
    for file in (marked, named, towns / "sources" / "press.txt"):
        found = run("add", str(real), str(file))
        assert found.exit_code == 2
        assert "found a text of an exercise, expected one of real talks" in found.output
        assert run("draft", str(file), "--to", "made").exit_code == 2
    assert "a text of an exercise" in run("add", str(real), "-", text=f"EXERCISE\n{REPORT}").output
    assert (
        "a text of an exercise" in run("note", str(real), "-", text="EXERCISE · For the team only\nThey met.\n").output
    )
    assert (real / "record.yaml").read_bytes() == before
    assert not os.path.lexists("made")


def test_a_text_of_real_talks_is_not_added_to_an_exercise(towns: Path) -> None:
    real = make(towns.parent / "real")
    found = run("add", str(towns), str(real / "sources" / "press.txt"))
    assert found.exit_code == 2
    assert "found a text of a case of real talks" in found.output


def test_what_says_nothing_may_go_into_an_exercise_and_is_marked_from_then_on(towns: Path) -> None:
    for name, text in (("report.txt", REPORT), ("line.txt", f"EXERCISE\n{REPORT.replace('April', 'May')}")):
        (towns.parent / name).write_text(text)
        sound("add", str(towns), name, "--publisher", "The Herald", "--side", "press", "--printed", "2025-04-04")
    sound("note", str(towns), "-", text="EXERCISE\nThey met.\n")
    assert len(read_case(towns).record.sources) == 5
    assert read_case(towns).talks.exercise


def test_no_command_takes_it_away(towns: Path) -> None:
    """After everything that writes into a case, it is one."""
    (towns.parent / "report.txt").write_text(REPORT)
    sound("add", str(towns), "report.txt")
    sound("check", str(towns), "--write")
    sound("minutes", str(towns), "--meeting", "second", "--set", "read-back")
    sound("forget", str(towns), "--source", "wire", "--yes")
    assert read_case(towns).talks.exercise
    assert (towns / "talks.yaml").read_text().count("exercise: true") == 1


def test_files_of_a_pipe_are_not_waited_for(towns: Path) -> None:
    os.mkfifo(towns.parent / "pipe.txt")
    assert run("add", str(towns), "pipe.txt").exit_code == 1
    shutil.rmtree(towns)
