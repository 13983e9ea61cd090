"""`hold --people`: the exercise for so many people, as the packets are printed for them."""

from pathlib import Path
from shutil import copytree

import pytest
from typer.testing import CliRunner

from goodoffices.brief.packets.held import Held
from goodoffices.case import read_case
from goodoffices.case.held import HELD, read_table
from goodoffices.cli import app
from goodoffices.cli.hold_people import answered, for_people
from goodoffices.proceedings.events import MeetingOpened, NewsCame

from ..case.cases import ROOT
from .conftest import Start


@pytest.fixture
def valleys(tmp_path: Path) -> Path:
    return copytree(ROOT / "examples" / "two-valleys", tmp_path / "valleys")


def run(*arguments: object) -> tuple[int, str]:
    done = CliRunner().invoke(app, [*map(str, arguments)])
    return done.exit_code, " ".join(done.output.split())


@pytest.mark.parametrize("people", [3, 14])
def test_a_number_that_does_not_fit_is_refused_as_by_packets(valleys: Path, tmp_path: Path, people: int) -> None:
    held = run("hold", valleys, "--people", people)
    code, printed = run("packets", valleys, "--to", tmp_path / "p", "--people", people)
    assert held == (code, printed.removeprefix("EXERCISE "))
    assert code == 2
    assert f"--people: found {people}, for seats of 4 to 13 people" in held[1]
    assert not (valleys / HELD).exists()


def test_of_a_real_case_it_is_refused_before_there_is_a_copy(tmp_path: Path) -> None:
    code, told = run("hold", ROOT / "examples" / "istanbul-2025", "--to", tmp_path / "copy", "--people", 500)
    assert (code, "--people: found 500" in told) == (2, True)
    assert not (tmp_path / "copy").exists()


@pytest.mark.parametrize("people", [4, 7, 13])
def test_what_is_held_is_what_is_printed(valleys: Path, people: int) -> None:
    case = read_case(valleys)
    assert case.exercise is not None
    assert for_people(case, people).exercise == Held(case, case.exercise).with_people(people).exercise


def test_the_trainer_reads_who_sits_nowhere_and_for_whom_to_answer(holding: Start, valleys: Path) -> None:
    held = holding(valleys, "--people", "4")
    printed = " ".join("".join(held.printed).split())
    assert "A table is for 4 people, as packets --people 4 prints it" in printed
    assert "Nobody sits as" in printed
    assert "You answer for principals whose seat nobody takes" in printed
    assert printed.count("(you answer for it)") == 2
    few = for_people(read_case(valleys), 4)
    assert few.exercise is not None
    assert len(held.links) == 1 + len(few.exercise.seats)
    assert {few.exercise.seats[seat].part for seat in answered(few)} == {"principal"}


def test_a_day_of_few_has_their_seats_and_their_news_alone(valleys: Path) -> None:
    code, printed = run("hold", valleys, "--programs-only", "--people", 4, "--seed", 3)
    assert (code, "A table is for 4 people" in printed) == (0, True), printed
    few = for_people(read_case(valleys), 4).exercise
    assert few is not None
    for event in read_table(valleys, 1).events:
        assert event.to <= few.seats.keys()
        assert not isinstance(event.what, MeetingOpened) or set(event.what.seats) <= few.seats.keys()
        assert not isinstance(event.what, NewsCame) or event.to
    code, printed = run("debriefing", valleys, "--trainer", "--to", valleys.parent / "out")
    assert code == 0, printed
