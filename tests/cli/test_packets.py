"""`packets`: which files it writes, and what it refuses."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from goodoffices.cli import app

from ..case.cases import TALKS, make, swap
from ..case.exercises import EXERCISE, make_exercise


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["packets", *map(str, arguments)])


def test_a_file_a_seat_one_for_all_and_one_for_the_trainer(tmp_path: Path) -> None:
    folder = make_exercise(tmp_path / "towns")
    found = run(folder, "--to", tmp_path / "out")
    assert found.exit_code == 0, found.output
    assert found.stdout.splitlines()[0] == "EXERCISE"
    keys = [
        "for-all",
        "wall",
        "forms",
        "debriefing",
        "trainer",
        "trainer-to-cut-out",
        *(f"seat-{k}" for k in ("chair", "second", "north-head", "north-principal", "south-head", "watcher")),
    ]
    assert {p.name for p in (tmp_path / "out").iterdir()} == {
        f"towns-EXERCISE-{k}{e}" for k in keys for e in (".pdf", ".html")
    }
    assert {p.stat().st_mode & 0o777 for p in (tmp_path / "out").iterdir()} == {0o600}
    assert all("EXERCISE" in p.read_text("utf-8") for p in (tmp_path / "out").glob("*.html"))


def test_what_an_earlier_file_left_is_told(tmp_path: Path) -> None:
    folder = make_exercise(tmp_path / "towns")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "towns-EXERCISE-seat-gone.pdf").touch()
    (tmp_path / "out" / "mine.pdf").touch()
    output = run(folder, "--to", tmp_path / "out").output
    assert "warning: towns-EXERCISE-seat-gone.pdf is of an earlier printing" in output
    assert "mine.pdf" not in output


def test_a_role_sheet_that_is_too_long_is_told(tmp_path: Path) -> None:
    long = EXERCISE.replace("who: You lead.", f"who: {'You lead and lead. ' * 1600}")
    output = run(make_exercise(tmp_path / "towns", long), "--to", tmp_path / "out").output
    assert "Head of delegation, North: the role sheet takes" in output
    assert "expected 2 at most" in output


def test_of_real_talks_a_marked_copy_is_made_and_printed(tmp_path: Path) -> None:
    folder = make(tmp_path / "towns")
    found = run(folder, "--to", tmp_path / "day")
    assert found.exit_code == 0, found.output
    assert (tmp_path / "day" / "packets" / "day-EXERCISE-for-all.pdf").exists()
    assert "exercise: true" in (tmp_path / "day" / "talks.yaml").read_text()
    assert run(tmp_path / "day", "--to", tmp_path / "day" / "packets").exit_code == 0
    again = run(folder, "--to", tmp_path / "day")
    assert again.exit_code == 2
    assert "a folder with files in it" in again.output


def test_what_is_refused(tmp_path: Path) -> None:
    folder = make_exercise(tmp_path / "towns")
    assert "found the case itself" in run(folder, "--to", folder).output
    (tmp_path / "file").touch()
    assert "no folder can be made here" in run(folder, "--to", tmp_path / "file").output
    (folder / "exercise.yaml").unlink()
    assert "found no exercise.yaml" in run(folder, "--to", tmp_path / "out").output
    secret = make(tmp_path / "secret", talks=swap(TALKS, "title: Talks", "readers: [team]\ntitle: Talks"))
    assert "not for everybody" in run(secret, "--to", tmp_path / "day").output
    assert not (tmp_path / "day").exists()


def test_a_number_of_people_is_said_beforehand(tmp_path: Path) -> None:
    """The small exercise has seats for five to eight; what a number does not fit leaves no folder behind."""
    folder = make_exercise(tmp_path / "towns")
    few = run(folder, "--to", tmp_path / "out", "--people", "5")
    assert few.exit_code == 0, few.output
    assert not (tmp_path / "out" / "towns-EXERCISE-seat-second.pdf").exists()
    assert "For 5 people" in (tmp_path / "out" / "towns-EXERCISE-for-all.html").read_text("utf-8")
    again = run(folder, "--to", tmp_path / "out")
    assert "warning" not in again.output
    fewer = run(folder, "--to", tmp_path / "out", "--people", "5")
    assert "towns-EXERCISE-seat-second.pdf is of an earlier printing" in fewer.output
    for number in ("4", "9", "0", "-1"):
        found = run(folder, "--to", tmp_path / "none", "--people", number)
        assert found.exit_code == 2
        assert "expected a number from" in found.output
        assert not (tmp_path / "none").exists()


def test_of_real_talks_no_copy_is_made_for_a_number_that_does_not_fit(tmp_path: Path) -> None:
    folder = make(tmp_path / "towns")
    found = run(folder, "--to", tmp_path / "day", "--people", "99")
    assert found.exit_code == 2
    assert "--people: found 99" in found.output
    assert not (tmp_path / "day").exists()


@pytest.mark.skipif(not hasattr(Path, "symlink_to"), reason="links")
def test_no_link_in_the_folder_is_followed(tmp_path: Path) -> None:
    folder = make_exercise(tmp_path / "towns")
    (tmp_path / "out").mkdir()
    (tmp_path / "mine.txt").write_text("mine")
    (tmp_path / "out" / "towns-EXERCISE-for-all.pdf").symlink_to(tmp_path / "mine.txt")
    run(folder, "--to", tmp_path / "out")
    assert (tmp_path / "mine.txt").read_text() == "mine"
