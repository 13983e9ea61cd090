"""`goodoffices forget`: what it shows, what it asks, and how it ends."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from goodoffices.case.held import table_path, tables
from goodoffices.cli import app
from goodoffices.documents import LineFile
from goodoffices.synthesis.forgetting import carry_out, is_unfinished, plan_source

from ..case.test_held import hold
from ..synthesis.forgetting.world import make, traces


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return make(tmp_path / "case")


def run(*words: str, answer: str = "") -> tuple[int, str]:
    done = CliRunner().invoke(app, list(words), input=answer)
    return done.exit_code, done.output


def test_it_shows_asks_and_does(case: Path) -> None:
    code, told = run("forget", str(case), "--source", "post", answer="yes\n")
    assert code == 0
    for part in (
        "source post (Drumlin Post)",
        "sources/drumlin.txt",
        "position p2",
        "comments:",
        "backups",
        "nothing of it is left",
    ):
        assert part in told
    assert traces(case, "quillwort") == []


@pytest.mark.parametrize("answer", ["", "no\n", "y\n", "\n"])
def test_anything_but_yes_changes_nothing(answer: str, case: Path) -> None:
    before = {path: path.read_bytes() for path in case.rglob("*") if path.is_file()}
    code, told = run("forget", str(case), "--person", "korvinova", answer=answer)
    assert (code, "Nothing was changed." in told) == (1, True)
    assert {path: path.read_bytes() for path in case.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("options", [[], ["--source", "post", "--person", "fenn"]])
def test_one_of_the_two_is_needed(options: list[str], case: Path) -> None:
    code, told = run("forget", str(case), *options)
    assert (code, "say one of them" in told) == (2, True)


def test_what_is_not_there_is_bad_data(case: Path) -> None:
    code, told = run("forget", str(case), "--source", "nobody", "--yes")
    assert (code, "expected a source of the case: post, cour" in told) == (1, True)
    code, told = run("forget", str(case / "none"), "--source", "post", "--yes")
    assert (code, "no such folder" in told) == (2, True)


def test_hostile_names_do_not_steer_the_terminal(tmp_path: Path) -> None:
    folder = make(tmp_path / "case")
    (folder / "quillwort\x1b[2J.txt").write_text("x")
    code, told = run("forget", str(folder), "--source", "post", "--yes")
    assert (code, "\x1b" in told) == (0, False)


def test_one_that_was_stopped_is_told_by_check_and_finished(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("goodoffices.synthesis.forgetting.carrying_out.finish", lambda folder: None)
        carry_out(plan_source(case, "post"))
    code, told = run("check", str(case))
    assert (code, "a forgetting that was stopped before its end" in told) == (1, True)
    code, told = run("forget", str(case), "--source", "post", "--yes")
    assert (code, "it is finished now" in told) == (0, True)
    assert not is_unfinished(case)
    assert traces(case, "quillwort") == []


def test_another_marking_keeps_it_out(case: Path) -> None:
    from goodoffices.marking.lock import locked

    with locked(case):
        code, told = run("forget", str(case), "--source", "post", "--yes")
    assert (code, "another marking of this case" in told) == (1, True)


RETAIN = "    retain: {until: 2031-06-30, then: forget}\n"


@pytest.mark.parametrize(("day", "due"), [("2031-06-30", False), ("2031-07-01", True)])
def test_check_tells_what_is_due(day: str, due: bool, case: Path) -> None:
    path = case / "record.yaml"
    path.write_text(path.read_text().replace("    author: Sava Quillan\n", f"    author: Sava Quillan\n{RETAIN}"))
    code, told = run("check", str(case), "--as-of", day)
    assert code == 0
    assert ("a source kept beyond 2031-06-30" in told) == due
    code, told = run("check", str(case), "--as-of", day, "--json")
    assert ("a source kept beyond" in told) == due


def test_another_end_than_forgetting_is_refused(case: Path) -> None:
    path = case / "record.yaml"
    path.write_text(path.read_text().replace("    author: Sava Quillan\n", RETAIN.replace("forget", "burn")))
    code, told = run("check", str(case))
    assert (code, "expected one of" in told or "expected" in told) == (1, True)


def test_a_table_of_held_talks_goes_whole_and_that_is_said(case: Path) -> None:
    hold(case, 1, "Ilka\nKorvínová came late.")  # in a ledger the line end stands as an escape
    hold(case, 2, "Nobody was late.")
    code, told = run("forget", str(case), "--person", "korvinova", answer="yes\n")
    assert code == 0, told
    assert "held/table-1.jsonl (a table of held talks that has what goes: no line can be taken out" in told
    assert tables(case) == (2,)
    assert traces(case, "korvinova", "korvínová") == []


def test_nothing_is_forgotten_while_a_table_is_held(case: Path) -> None:
    hold(case, 1, "Ilka Korvínová came late.")
    with LineFile(table_path(case, 1), case):
        code, told = run("forget", str(case), "--person", "korvinova", "--yes")
    assert (code, "a table that is being held" in told) == (1, True)
    assert tables(case) == (1,)
    assert run("forget", str(case), "--person", "korvinova", "--yes")[0] == 0
    assert not (case / "held").exists(), "a folder in which nothing is left goes, too"


def test_check_tells_of_tables(case: Path) -> None:
    hold(case, 1, "One.")
    code, told = run("check", str(case))
    assert (code, "1 table held" in told) == (0, True)
    path = table_path(case, 1)
    path.write_bytes(path.read_bytes().replace(b"One.", b"Won."))
    code, told = run("check", str(case))
    assert (code, "table-1.jsonl:3" in told, "check sum does not fit" in told) == (1, True, True)
