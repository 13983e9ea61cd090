"""A day can still be held after a source was forgotten: seats go with whom they sat for, or the exercise goes whole."""

import re
from pathlib import Path

from goodoffices.case import read_case
from goodoffices.synthesis.forgetting import carry_out, plan_source

from ...case.cases import RECORD, swap
from ...case.exercises import EXERCISE, HELD, WATCHER, make_exercise

GUEST = "  watcher: {role: Observer, part: observer, of: guest}"
TALKS = swap(HELD, "  board: {name: The Board, kind: company}\n",
             "  board: {name: The Board, kind: company}\n  guest: {name: The Guest, kind: company}\n")  # fmt: skip
CLAIM = """  - {id: b3, source: wire, type: mediation, subject: guest, predicate: observes, value: first,
     words: The towns, entered_by: me}
findings:"""


def folder(at: Path, exercise: str = EXERCISE) -> Path:
    exercise = exercise.replace(WATCHER, GUEST)
    chairs = "{who: board, role: chair, claims: [a8]}"
    talks = swap(TALKS, chairs, f"{chairs}, {{who: guest, role: observer, claims: [b3]}}")
    made = make_exercise(at, exercise, talks)
    (made / "record.yaml").write_text(swap(RECORD, "findings:", CLAIM))
    return made


def test_a_seat_goes_with_whom_it_sat_for_and_from_every_list(tmp_path: Path) -> None:
    # Without the points and the mandate: an option that only the source told goes, and they name it.
    plain = re.sub(r"mandates:\n.*\n|points:\n.*\n", "", EXERCISE)
    seated = plain.replace("{seats: [chair, north-head]}", "{seats: [chair, north-head, watcher]}")
    made = folder(tmp_path / "towns", seated.replace("to: [north-head]", "to: [north-head, watcher]"))
    carry_out(plan_source(made, "wire"))
    exercise = read_case(made).exercise
    assert exercise is not None
    assert "watcher" not in exercise.seats
    assert exercise.meetings["first"].seats == ("chair", "north-head")
    assert exercise.injections["rain"].to == ("north-head",)


def test_what_can_be_held_no_more_goes_whole(tmp_path: Path) -> None:
    alone = EXERCISE.replace("first: {seats: [chair, north-head]}", "first: {seats: [watcher]}")
    made = folder(tmp_path / "towns", alone)
    carry_out(plan_source(made, "wire"))
    assert read_case(made).exercise is None
    assert not (made / "exercise.yaml").exists()
    assert read_case(made).talks.exercise
