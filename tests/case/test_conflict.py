"""conflict.yaml: alone or in a case; each mistake is told at its place; rankings stay whatever is known on a day."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from goodoffices.case import Case, inspect, read_case, read_conflict, seen
from goodoffices.errors import DataError, Problem
from goodoffices.talks import Based, Conflict, Judgement, Option

from .cases import BLACK_SEA, CONFLICT, TWO_VALLEYS, make, place_of_mark, small_case

GRAPH = """format: conflict/1
decision_makers: {a: A, b: B}
states: {1: today, 2: tomorrow}
moves: {a: [[1, 2]], b: [[2, 1]]}
preferences: {a: [[2], [1]], b: [[1, 2]]}
status_quo: 1
"""
STATEMENTS = """decision_makers: {a: A}
options: {x: {of: a}, y: {of: a}}
statements: {a: [{options: {x: true}, if: {y: false}}, {options: {y: true}}]}
"""


def write(folder: Path, text: str) -> Path:
    (folder / "conflict.yaml").write_text(text.replace("«", ""), encoding="utf-8")
    return folder / "conflict.yaml"


def test_option_form_is_read_from_a_file_and_from_its_folder(tmp_path: Path) -> None:
    conflict = read_conflict(write(tmp_path, CONFLICT))
    assert conflict == read_conflict(tmp_path)
    assert conflict.format == "conflict/1"
    assert conflict.options == {"close": Option(of="north", moves="up"), "pay": Option(of="south", moves="both")}
    assert conflict.infeasible == ({"close": True, "pay": True},)
    assert conflict.preferences["north"] == (("NY",), ("NN", "YN"))
    assert conflict.basis == {"north": Based(assumed=Judgement(by="me", why="x"))}


def test_graph_form_is_read_with_whole_numbers_as_states(tmp_path: Path) -> None:
    conflict = read_conflict(write(tmp_path, GRAPH))
    assert (conflict.states, conflict.moves) == ({1: "today", 2: "tomorrow"}, {"a": ((1, 2),), "b": ((2, 1),)})
    assert (conflict.preferences["b"], conflict.status_quo) == (((1, 2),), 1)


def test_statements_are_read(tmp_path: Path) -> None:
    first, second = read_conflict(write(tmp_path, STATEMENTS)).statements["a"]
    assert (first.options, first.if_, second.options) == ({"x": True}, {"y": False}, {"y": True})


@pytest.mark.shared
@pytest.mark.parametrize("name", ["elmira", "prisoners"])
def test_published_conflicts_are_read(shared_folder: Path, name: str) -> None:
    assert len(read_conflict(shared_folder / "conflicts" / f"{name}.yaml").decision_makers) >= 2


@pytest.mark.parametrize(("path", "found", "expected"), [
    (BLACK_SEA, "a folder without conflict.yaml", "conflict.yaml in it: decision makers"),
    (BLACK_SEA / "none.yaml", "no such file", "a file of this name"),
])  # fmt: skip
def test_where_there_is_none(path: Path, found: str, expected: str) -> None:
    with pytest.raises(DataError) as caught:
        read_conflict(path)
    assert [(p.file, p.found) for p in caught.value.problems] == [(str(path), found)]
    assert expected in caught.value.problems[0].expected


class Row(NamedTuple):
    """A sound conflict, what is changed in it («: where it is told), and what is told."""

    sound: str
    old: str
    new: str
    found: str


ROWS = {
    "an unknown key": Row(CONFLICT, "status_quo", "«statusquo", "the key 'statusquo'"),
    "another format": Row(GRAPH, "conflict/1", "«conflict/2", "'conflict/2'"),
    "a move sideways": Row(CONFLICT, "moves: up", "moves: «aside", "'aside'"),
    "neither true nor false": Row(CONFLICT, "close: true, pay", "close: «maybe, pay", "'maybe'"),
    "a state that is no number": Row(GRAPH, "2: tomorrow", "«two: tomorrow", "the key 'two'"),
    "a move of one state": Row(GRAPH, "[[1, 2]], b", "[«[1]], b", "a list of 1"),
    "a move of three states": Row(GRAPH, "[[1, 2]], b", "[«[1, 2, 1]], b", "a list of 3"),
    "a move to nowhere": Row(GRAPH, "[[1, 2]], b", "[[1, «3]], b", "the state 3"),
    "an option of nobody": Row(CONFLICT, "of: south", "of: «sauth", "sauth"),
    "a ranking that lacks a state": Row(CONFLICT, "north: [[NY], [NN, YN]]", "north: «[[NY], [NN]]", "a ranking without YN"),
    "a state twice": Row(GRAPH, "b: [[1, 2]]}", "b: [[1, 2, «1]]}", "the state 1 a second time"),
    "a state that cannot be": Row(CONFLICT, "status_quo: NN", "status_quo: «YY", "the state YY"),
    "no ranking": Row(GRAPH, "{a: [[2], [1]], b: [[1, 2]]}", "«{a: [[2], [1]]}", "no ranking of b"),
    "a basis of nobody": Row(CONFLICT, "basis: {north", "basis: {nort: «{assumed: {by: me, why: x}}, north", "nort"),
    "assumed without a reason": Row(CONFLICT, "{by: me, why: x}", "«{by: me}", "no key 'why'"),
    "a statement on nothing": Row(STATEMENTS, "{y: false}", "{z: «false}", "z"),
}  # fmt: skip


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_each_mistake_is_told_at_its_place(tmp_path: Path, row: Row) -> None:
    assert row.sound.count(row.old) == 1
    text = row.sound.replace(row.old, row.new)
    path = write(tmp_path, text)
    with pytest.raises(DataError) as caught:
        read_conflict(path)
    assert [(p.file, p.line, p.column, p.found) for p in caught.value.problems] == [
        (str(path), *place_of_mark(text), row.found)
    ]


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = CONFLICT.replace("moves: up", "moves: aside").replace("status_quo: NN", "status_quo: NX")
    with pytest.raises(DataError) as caught:
        read_conflict(write(tmp_path, text))
    assert [p.line for p in caught.value.problems] == [2, 5]


# In a case.


def told(folder: Path, text: str) -> list[Problem]:
    write(make(folder), text)
    return inspect(folder)[1]


def conflict_of(case: Case) -> Conflict:
    assert case.conflict is not None
    return case.conflict


def test_a_case_has_its_conflict(tmp_path: Path) -> None:
    assert small_case(tmp_path).conflict is None
    write(tmp_path, CONFLICT)
    case = read_case(tmp_path)
    assert case.warnings == ()
    assert conflict_of(case) == read_conflict(tmp_path)


# Each row: the basis of a ranking, and what is told (its level first).
BASES = [
    ("south: {own: [a6]}", None),
    ("south: {told: [a6]}", "warning: claim a6, in which the party itself speaks (south)"),
    ("north: {told: [b2], adopted: {by: me, why: x}}", None),
    ("north: {own: [b2]}", "error: claim b2, told by narrator"),
    ("north: {told: [a6]}", "error: claim a6 (south demands), which does not concern north"),
    ("north: {told: [b9]}", "error: 'b9'"),
    ("north: {told: [b2], assumed: {by: me, why: x}}", "error: 2 grounds"),
    ("north: {}", "error: 0 grounds"),
]


@pytest.mark.parametrize(("basis", "found"), BASES)
def test_a_ranking_rests_on_claims_about_its_party(tmp_path: Path, basis: str, found: str | None) -> None:
    problems = told(tmp_path, CONFLICT.replace("north: {assumed: {by: me, why: x}}", basis))
    assert [f"{p.level}: {p.found}" for p in problems] == ([found] if found else [])


def test_a_decision_maker_need_not_be_a_party_but_then_no_claim_is_about_it(tmp_path: Path) -> None:
    assert told(tmp_path, GRAPH) == []
    (one,) = told(tmp_path, GRAPH + "basis: {a: {told: [a6]}}\n")
    assert (one.found, one.line, one.column) == ("claims on a", 7, 13)
    assert "among the parties of talks.yaml" in one.expected


def test_mistakes_of_the_conflict_keep_the_case_from_being_read(tmp_path: Path) -> None:
    problems = told(tmp_path, CONFLICT.replace("status_quo: NN", "status_quo: YY"))
    assert [(p.level, Path(p.file).name, p.line) for p in problems] == [("error", "conflict.yaml", 5)]


def test_rankings_stay_and_their_claims_go_as_of_a_day(tmp_path: Path) -> None:
    basis = "{north: {told: [b2, a5]}, south: {own: [a6]}}"
    write(make(tmp_path), CONFLICT.replace("{north: {assumed: {by: me, why: x}}}", basis))
    case = read_case(tmp_path)
    press, never = (conflict_of(seen(case, day)) for day in (date(2025, 3, 5), date(2025, 3, 4)))
    assert press.basis == {"north": Based(told=("a5",)), "south": Based(own=("a6",))}
    assert never.basis == {}
    assert press.preferences == never.preferences == conflict_of(case).preferences


# The example.


def test_the_example_marks_what_it_assumes() -> None:
    case = read_case(TWO_VALLEYS)
    conflict = conflict_of(case)
    assert set(conflict.decision_makers) == set(case.talks.parties)
    assert {key: basis.basis for key, basis in conflict.basis.items()} == {"upper": "assumed", "lower": "assumed"}
    assert conflict == read_conflict(TWO_VALLEYS / "conflict.yaml")
