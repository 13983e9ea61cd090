"""A small sound exercise for the small case of `cases`; `«` marks the place where a mistake is to be told."""

from pathlib import Path

from goodoffices.case import inspect
from goodoffices.errors import Problem

from .cases import TALKS, Mistake, make, place_of_mark, swap

HELD = swap(TALKS, "title: Talks of two towns\n", "title: Talks of two towns\nexercise: true\n")
WATCHER = "  watcher: {role: Observer, part: observer, places: {morning: In the room., noon: In the room.}}"
EXERCISE = """format: exercise/1
title: Two towns
briefing: The towns meet.
seats:
  chair: {role: Chair, part: chair, of: board, people: [1, 2]}
  second: {role: Mediator, part: mediator, of: board, people: [0, 1], places: {morning: Beside the list., noon: Beside the list.}}
  north-head: {role: "Head of delegation, North", part: head, of: north, who: You lead., wants: [half], knows: [a well]}
  north-principal: {role: "Council, North", part: principal, of: north}
  south-head: {role: "Head of delegation, South", part: head, of: south}
  watcher: {role: Observer, part: observer, places: {morning: In the room., noon: In the room.}}
meetings:
  first: {seats: [chair, north-head]}
  second: {seats: [chair, north-head, south-head], after: [first]}
phases:
  morning: {kind: meeting, minutes: 30, meetings: [first]}
  noon: {kind: meeting, minutes: 20, meetings: [second]}
  end: {kind: debriefing, minutes: 10}
mandates:
  north: {water: {may_accept: [half], must_refer: [most]}}
injections:
  rain: {text: It rains., source: The sky, to: [north-head], at: {phase: morning, minute: 10}}
  news: {text: They talk., source: The press, when: {act: propose, issue: water, by: north}}
points:
  south: {points: {water: {half: 1/2, most: 0}, tolls: {free: 2, fee: -1}}, no_deal: 0.5, red_lines: {tolls: [fee]}}
priorities:
  north: [water, tolls]
reasons:
  north: {water: The fields are dry.}
debriefing: [Who knew?]
"""


def make_exercise(folder: Path, exercise: str = EXERCISE, talks: str = HELD) -> Path:
    """The small case, held as an exercise."""
    make(folder, talks=talks)
    (folder / "exercise.yaml").write_bytes(exercise.encode())
    return folder


def told_of(folder: Path, mistake: Mistake) -> tuple[list[Problem], Problem]:
    """What is told of an exercise with this mistake, and what should be."""
    changed = swap(EXERCISE, mistake.old, mistake.new)
    line, column = place_of_mark(changed)
    _, problems = inspect(make_exercise(folder, changed.replace("«", "")))
    name = str(folder / "exercise.yaml")
    return problems, Problem(name, line, column, mistake.found, mistake.expected, mistake.nearest, mistake.level)
