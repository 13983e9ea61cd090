"""`goodoffices export`: a case made of a table of held talks, and what is said where that cannot be."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from goodoffices.case import read_case
from goodoffices.case.held import delete_held, open_table, read_table
from goodoffices.cli import app
from goodoffices.proceedings import Act, Refusal, Setting, decide, decode, encode, fold
from goodoffices.proceedings import acts as a
from goodoffices.proceedings.events import Begun, MeetingOpened
from goodoffices.talks.exercise import TRAINER

from ..case.exercises import make_exercise

ACTS: tuple[Act, ...] = (
    a.Begin(by=TRAINER),
    a.OpenMeeting(by="chair", meeting="first"),
    a.Say(by="north-head", meeting="first", words="There is a well."),
    a.CloseMeeting(by="chair", meeting="first"),
    a.OpenMeeting(by="chair", meeting="second"),
    a.TakePosition(by="south-head", meeting="second", issue="water", option="most", stance="refuses"),
    a.Propose(by="north-head", meeting="second", package={"water": "half"}),
    a.CloseMeeting(by="chair", meeting="second"),
    a.End(by=TRAINER),
    a.PressLine(by="north-head", words="North offered half of the water."),
    a.PressLine(by="south-head", words="South offered half of the water."),
)


def hold(folder: Path, number: int = 1, acts: tuple[Act, ...] = ACTS) -> None:
    """A day at a table of the two towns."""
    case = read_case(folder)
    assert case.exercise is not None
    state, at = fold(Setting.of(case.talks, case.exercise), ()), datetime(2031, 5, 14, 9, tzinfo=UTC)
    file, _ = open_table(folder, number)
    with file:
        for act_number, act in enumerate(acts, 1):
            at += timedelta(minutes=2)
            made = decide(state, act, at)
            assert not isinstance(made, Refusal), (act, made)
            state = state.after_all(made)
            file.append(encode(act_number, made))


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = make_exercise(tmp_path / "towns")
    hold(folder)
    return folder


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, list(words))
    return done.exit_code, done.output


def test_it_makes_a_sound_case_of_what_a_seat_saw(case: Path, tmp_path: Path) -> None:
    code, told = run("export", str(case), "--as", "south-head", "--to", str(tmp_path / "south"))
    assert (code, "EXERCISE" in told, "5 sources" in told) == (0, True, False), told
    assert run("check", str(tmp_path / "south"))[0] == 0
    whole = b"".join(path.read_bytes() for path in (tmp_path / "south").rglob("*") if path.is_file())
    assert (b"There is a well" in whole, b"offered half" in whole) == (False, True)


def test_the_commands_work_on_it(case: Path, tmp_path: Path) -> None:
    made = str(tmp_path / "all")
    assert run("export", str(case), "--as", "trainer", "--to", made)[0] == 0
    code, told = run("brief", made, "-o", str(tmp_path / "brief.html"))
    assert (code, "EXERCISE" in told, "refuses" in told) == (0, True, True), told
    code, told = run("compare", made)
    assert (code, "North: North [offered]" in told, "A number" in told) == (0, True, False), told
    assert run("agree", made)[0] == 0


def test_for_a_reader(case: Path, tmp_path: Path) -> None:
    made = tmp_path / "public"
    assert run("export", str(case), "--as", "trainer", "--to", str(made), "--for", "public")[0] == 0
    assert {path.name for path in (made / "sources").iterdir()} == {"course.txt", "press-north.txt", "press-south.txt"}
    code, told = run("export", str(case), "--as", "trainer", "--to", str(tmp_path / "x"), "--for", "nobody")
    assert (code, "expected one of team, public, north, south, board" in told) == (2, True), told


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (["--as", "nobody"], 2, "--as: found 'nobody', expected one of trainer, chair"),
        (["--as", "chair", "--table", "7"], 1, "no table 7, expected a table that was held (1)"),
    ],
)
def test_what_cannot_be_made_is_told(options: list[str], code: int, told: str, case: Path, tmp_path: Path) -> None:
    ended, printed = run("export", str(case), *options, "--to", str(tmp_path / "x"))
    assert (ended, told in printed, (tmp_path / "x").exists()) == (code, True, False), printed


def test_an_issue_that_some_may_not_read_is_exported_to_nobody(case: Path, tmp_path: Path) -> None:
    talks = (case / "talks.yaml").read_text("utf-8")
    (case / "talks.yaml").write_bytes(talks.replace("tolls: {options", "tolls: {readers: [south], options").encode())
    code, told = run("export", str(case), "--as", "trainer", "--to", str(tmp_path / "x"), "--for", "north")
    assert (code, "issues.tolls, for south alone" in told) == (1, True)


def test_a_folder_with_files_is_not_written_into(case: Path) -> None:
    code, told = run("export", str(case), "--as", "chair", "--to", str(case))
    assert (code, "a folder with files in it" in told) == (2, True)


def test_a_case_without_an_exercise_has_nothing_to_export(tmp_path: Path) -> None:
    assert run("new", str(tmp_path / "new"))[0] == 0
    code, told = run("export", str(tmp_path / "new"), "--as", "trainer", "--to", str(tmp_path / "x"))
    assert (code, "a case without an exercise" in told) == (1, True)


def test_a_torn_last_line_is_left_out_and_told(case: Path, tmp_path: Path) -> None:
    path = case / "held" / "table-1.jsonl"
    path.write_bytes(path.read_bytes()[:-9])
    code, told = run("export", str(case), "--as", "trainer", "--to", str(tmp_path / "all"))
    assert (code, "cut short is left out" in told) == (0, True)
    assert not (tmp_path / "all" / "sources" / "press-south.txt").exists()


def test_a_table_that_was_held_under_another_exercise_is_refused(case: Path, tmp_path: Path) -> None:
    path = case / "exercise.yaml"
    path.write_text(path.read_text("utf-8").replace("south-head", "south-lead"), "utf-8")
    code, told = run("export", str(case), "--as", "trainer", "--to", str(tmp_path / "all"))
    assert (code, "the seat south-head, which the exercise has not" in told) == (1, True), told


def exported_twice_said(case: Path, tmp_path: Path) -> Path:
    """The trainer's case of a day on which a head says sixteen things in two meetings, of which the second is its side's alone."""
    positions = [
        a.TakePosition(by="south-head", meeting="second", issue=issue, option=option, stance=stance)
        for issue, option in (("water", "half"), ("water", "most"), ("tolls", "free"), ("tolls", "fee"))
        for stance in ("demands", "refuses", "supports", "accepts")
    ]
    apart = a.OpenMeeting(by="chair", seats=("south-head",), title="Apart")
    hold(case, 2, (*ACTS[:5], *positions, apart))
    day = [one for one in read_table(case, 2).events if isinstance(one.what, MeetingOpened)][-1].what
    again = [replace(one, meeting=day.meeting) for one in positions]  # type: ignore[attr-defined]
    delete_held(case)
    hold(case, 2, (*ACTS[:5], *positions, apart, *again))
    made = tmp_path / "all"
    assert run("export", str(case), "--as", "trainer", "--table", "2", "--to", str(made))[0] == 0
    return made


def test_what_the_export_decided_is_told_in_one_line_and_none_of_it_is_out_of_reach(case: Path, tmp_path: Path) -> None:
    made = str(exported_twice_said(case, tmp_path))
    code, told = run("check", made)
    assert (code, "warning" in told) == (0, False), told
    [note] = [line for line in told.splitlines() if line.startswith("note: ")]
    assert "16 entries that rest also on claims" in note
    assert "16 claims that are kept" in note
    assert "--all" in note
    code, told = run("check", made, "--all")
    assert (code, told.count("note: "), told.count("an entry that rests also on")) == (0, 32, 16)
    _, told = run("check", made, "--json")
    assert [one["level"] for one in json.loads(told)["problems"]] == ["note"] * 32


@pytest.mark.parametrize(
    ("file", "said", "changed"),
    [
        ("talks.yaml", "told_by: south-head,", "told_by: south-head, readers: [north, south],"),
        ("talks.yaml", "told_by: south-head,", "told_by: north-head,"),
        ("record.yaml", "    predicate: accepts\n", "    predicate: accepts\n    readers: [south]\n"),
        ("record.yaml", '    title: "Transcript: Apart"\n', '    title: "Transcript: Alone"\n'),
    ],
    ids=["readers of an entry", "words of the team's own", "readers of a claim", "a source that is not the export's"],
)
def test_what_a_person_decided_on_an_exported_case_is_told_as_a_warning(
    case: Path, tmp_path: Path, file: str, said: str, changed: str
) -> None:
    path = exported_twice_said(case, tmp_path) / file
    text = path.read_text("utf-8")
    assert said in text, text
    path.write_text(changed.join(text.rsplit(said, 1)), "utf-8")
    code, told = run("check", str(path.parents[0]))
    assert (code, "warning: " in told) == (0, True), told


@pytest.mark.parametrize(
    ("kind", "change", "found"),
    [
        (MeetingOpened, {"seats": ("chair", "ghost")}, "the seat ghost"),
        (Begun, {"phase": "night"}, "the phase night"),
    ],
)
def test_seats_and_phases_that_somebody_wrote_in_are_refused(
    case: Path, tmp_path: Path, kind: type, change: dict[str, object], found: str
) -> None:
    path = case / "held" / "table-1.jsonl"
    acts = [decode(line) for line in path.read_text("utf-8").splitlines()]
    forged = [
        encode(
            n, [replace(one, what=replace(one.what, **change)) if isinstance(one.what, kind) else one for one in made]
        )
        for n, made in acts
    ]
    path.write_text("".join(f"{line}\n" for line in forged), "utf-8")
    code, told = run("export", str(case), "--as", "trainer", "--to", str(tmp_path / "all"))
    assert (code, f"{found}, which the exercise has not" in told) == (1, True), told
