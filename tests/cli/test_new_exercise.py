"""`goodoffices new --exercise`: sound as it is, printed, played by programs, with every key that an exercise has."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from goodoffices.case import inspect, new_case, read_case
from goodoffices.case.entries import fields_of
from goodoffices.case.template import template_files
from goodoffices.cli import app
from goodoffices.talks import Exercise, Seat
from goodoffices.talks.exercise import Phase

FILES = template_files(exercise=True)


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    new_case(tmp_path / "ferry", exercise=True)
    return tmp_path / "ferry"


def run(*words: str) -> str:
    done = CliRunner().invoke(app, list(words))
    assert done.exit_code == 0, done.output
    return done.output


def test_a_fresh_one_is_checked_printed_and_played(tmp_path: Path) -> None:
    folder, packets = tmp_path / "ferry", tmp_path / "packets"
    assert "hold" in run("new", "--exercise", str(folder))
    told = run("check", str(folder))
    assert not re.search("warning|note:", told), told
    run("packets", str(folder), "--to", str(packets))
    assert len(list(packets.glob("*-seat-*.pdf"))) == len(read_case(folder).exercise.seats)  # type: ignore[union-attr]
    told = run("hold", str(folder), "--programs-only", "--seed", "1")
    assert "Outcome (whole): agreed: Winter crossings" in told, told
    run("export", str(folder), "--as", "trainer", "--to", str(tmp_path / "day"))
    assert "warning" not in run("check", str(tmp_path / "day"))


def test_it_has_no_problem_and_is_an_exercise(ferry: Path) -> None:
    assert inspect(ferry)[1] == []
    assert read_case(ferry).talks.exercise


def test_each_key_of_an_exercise_is_shown_and_those_of_its_seats(ferry: Path) -> None:
    exercise = read_case(ferry).exercise
    assert exercise is not None
    unused = {field.name for field in fields_of(Exercise) if not getattr(exercise, field.name)}
    assert unused == {"few"}  # a day this small needs no other minutes for few people
    seats = exercise.seats.values()
    assert {field.name for field in fields_of(Seat) if not any(getattr(seat, field.name) for seat in seats)} == {
        "places"
    }
    kinds = {phase.kind for phase in exercise.phases.values()}
    [field] = [field for field in fields_of(Phase) if field.name == "kind"]
    assert kinds == {*field.hint.__args__}


def test_every_key_at_the_top_is_explained_by_a_comment() -> None:
    text = FILES["exercise.yaml"]
    keys = re.findall(r"(?m)^(\w+):", text)
    explained = re.findall(r"(?m)^#.*\n(?:#.*\n)*(\w+):", text)
    assert set(keys) - set(explained) == {"title"}


def test_no_line_is_too_long_to_read() -> None:
    assert {name for name, text in FILES.items() if max(map(len, text.splitlines())) > 140} == set()
    assert all(text.endswith("\n") for text in FILES.values())
    assert 15 <= FILES["README.md"].count("\n") <= 20


def test_both_sides_gain_by_some_package_and_neither_has_all(ferry: Path) -> None:
    exercise = read_case(ferry).exercise
    assert exercise is not None
    best = {party: sum(max(given.values()) for given in one.points.values()) for party, one in exercise.points.items()}
    package = {"crossings": "thrice", "quay": "hollin", "fare": "islanders", "repairs": "shared"}
    for party, one in exercise.points.items():
        worth = sum(given[package[issue]] for issue, given in one.points.items())
        assert one.no_deal < worth < best[party]
