"""Every mistake in a conflict, with where it stands and what should be there."""

from typing import Any

import pytest

from goodoffices.bargaining.stability import Model, mistakes
from goodoffices.errors import DataError

from .cases import PRISONERS, conflict

GRAPH: dict[str, Any] = {"states": {1: "one", 2: "two"}, "preferences": {"a": [1, 2], "b": [[1, 2]]}}
OPTIONS: dict[str, Any] = {
    "options": {"x": {"of": "a"}, "y": {"of": "b"}},
    "preferences": {"a": ["NN", "NY", "YN", "YY"], "b": [["NN", "NY"], ["YN", "YY"]]},
}
STATEMENTS: dict[str, Any] = {"options": OPTIONS["options"], "preferences": {"a": OPTIONS["preferences"]["a"]}}
CASES: list[tuple[dict[str, Any], tuple[str | int, ...], str]] = [
    ({"decision_makers": {}, "states": {1: ""}}, ("decision_makers",), "no decision makers"),
    ({}, ("states",), "neither options nor states"),
    ({**GRAPH, "options": {"x": {"of": "a"}}}, ("states",), "`states` beside `options`"),
    ({**GRAPH, "infeasible": [{"x": True}]}, ("infeasible",), "`infeasible` beside `states`"),
    ({**GRAPH, "moves": {"c": []}}, ("moves", "c"), "c"),
    ({**GRAPH, "moves": {"a": [[1, 2], [2, 3]]}}, ("moves", "a", 1, 1), "the state 3"),
    ({**GRAPH, "moves": {"a": [[1, 1]]}}, ("moves", "a", 0), "a move from 1 to itself"),
    ({**GRAPH, "preferences": {"a": [1, 2]}}, ("preferences",), "no ranking of b"),
    ({**GRAPH, "preferences": {"a": [1], "b": [1, 2]}}, ("preferences", "a"), "a ranking without 2"),
    ({**GRAPH, "preferences": {"a": [1, [2, 1]], "b": [1, 2]}}, ("preferences", "a", 1, 1), "the state 1 a second time"),
    ({**GRAPH, "preferences": {"a": [1, 2, "N"], "b": [1, 2]}}, ("preferences", "a", 2), "the state N"),
    ({**GRAPH, "status_quo": 9}, ("status_quo",), "the state 9"),
    ({**GRAPH, "statements": {"a": [{"options": {"x": True}}]}}, ("statements", "a"), "statements about options in graph form"),
    ({**GRAPH, "basis": {"a": {}}}, ("basis", "a"), "0 grounds"),
    ({**GRAPH, "basis": {"a": {"own": ["A1"], "told": ["A2"]}}}, ("basis", "a"), "2 grounds"),
    ({**OPTIONS, "options": {**OPTIONS["options"], "z": {"of": "c"}}}, ("options", "z", "of"), "c"),
    ({**OPTIONS, "infeasible": [{"z": True}]}, ("infeasible", 0, "z"), "z"),
    ({**OPTIONS, "infeasible": [{}]}, ("infeasible", 0), "a combination of no options"),
    ({**OPTIONS, "infeasible": [{"x": True}, {"x": False}]}, ("infeasible",), "no state that can be"),
    ({**OPTIONS, "infeasible": [{"x": True, "y": True}]}, ("preferences", "a", 3), "the state YY"),
    ({**OPTIONS, "status_quo": "Y"}, ("status_quo",), "the state Y"),
    ({**STATEMENTS, "statements": {"b": []}}, ("statements", "b"), "no statement"),
    ({**STATEMENTS, "statements": {"b": [{"options": {}}]}}, ("statements", "b", 0, "options"), "a statement about no option"),
    ({**STATEMENTS, "statements": {"b": [{"options": {"x": True}, "if": {"z": True}}]}}, ("statements", "b", 0, "if", "z"), "z"),
    ({**OPTIONS, "statements": {"b": [{"options": {"x": True}}]}}, ("statements", "b"), "statements beside a ranking"),
    ({"options": {f"o{k}": {"of": "a"} for k in range(63)}}, ("options",), "63 options"),
    ({"options": {f"o{k}": {"of": "a"} for k in range(30)}}, ("options",), "more than 4,194,304 feasible states"),
]  # fmt: skip


@pytest.mark.parametrize(("keys", "steps", "found"), CASES, ids=[found for _, _, found in CASES])
def test_a_mistake_is_found_at_its_place(keys: dict[str, Any], steps: tuple[str | int, ...], found: str) -> None:
    assert (steps, found) in [(m.steps, m.found) for m in mistakes(conflict(**keys))]
    with pytest.raises(DataError, match="found"):
        Model.of(conflict(**keys))


@pytest.mark.parametrize("keys", [GRAPH, OPTIONS])
def test_what_is_sound_has_no_mistake(keys: dict[str, Any]) -> None:
    assert mistakes(conflict(**keys)) == []
    assert mistakes(PRISONERS) == []


def test_a_message_names_what_rules_a_state_out() -> None:
    found = mistakes(conflict(**OPTIONS, infeasible=[{"x": True, "y": True}]))
    assert "x: true, y: true" in found[0].expected


def test_many_missing_states_are_counted_not_listed() -> None:
    states = dict.fromkeys(range(30), "")
    found = mistakes(conflict(states=states, preferences={"a": [0], "b": list(states)}))
    assert found[0].found == "a ranking without 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 19 more"


def test_thirty_options_with_few_feasible_states_are_no_trouble() -> None:
    """One of thirty at most is taken up: 31 states of a thousand million."""
    names = [f"o{k}" for k in range(30)]
    pairs = [{a: True, b: True} for i, a in enumerate(names) for b in names[i + 1 :]]
    wanted = {"a": [{"options": {"o3": True}}], "b": [{"options": {"o3": False}}]}
    model = Model.of(conflict(options={n: {"of": "a"} for n in names}, infeasible=pairs, statements=wanted))
    assert model.states == 31
