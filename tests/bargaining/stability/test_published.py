"""Published stability results, and small conflicts worked out by hand."""

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from goodoffices.bargaining.stability import CONCEPTS, Model, stability, tables
from goodoffices.case import read_conflict
from goodoffices.talks import Conflict

from .cases import CHICKEN, PRISONERS, conflict, game


def stable(found: Conflict, concept: Any) -> dict[str, list[int | str]]:
    result = stability(found)
    return {maker: result.stable(concept, maker) for maker in result.model.makers}


@pytest.mark.shared
@pytest.mark.parametrize("name", ["elmira", "prisoners"])
def test_published_cases(name: str, shared_folder: Path) -> None:
    expected = json.loads((shared_folder / "conflicts" / "expected.json").read_text("utf-8"))[name]
    data = stability(read_conflict(shared_folder / "conflicts" / f"{name}.yaml")).data()
    for key in ("equilibria", "stable"):
        for concept, found in expected.get(key, {}).items():
            assert data[key][concept] == found
    assert data["coalition_moves_from_nash"] == expected["coalition_moves_from_nash"]


ELMIRA = conflict(
    decision_makers={"moe": "Ministry", "uniroyal": "Uniroyal", "local": "Local Government"},
    states=dict.fromkeys(range(1, 10), ""),
    moves={
        "moe": [[1, 2], [3, 4], [5, 6], [7, 8]],
        "uniroyal": [[1, 3], [2, 4], [5, 7], [6, 8], *([n, 9] for n in range(1, 9))],
        "local": [[1, 5], [2, 6], [3, 7], [4, 8], [5, 1], [6, 2], [7, 3], [8, 4]],
    },
    preferences={
        "moe": [7, 3, 4, 8, 5, 1, 2, 6, 9],
        "uniroyal": [1, 4, 8, 5, 9, 3, 7, 2, 6],
        "local": [7, 3, 5, 1, 8, 6, 4, 2, 9],
    },
)


def test_elmira() -> None:
    """Equilibria and the equilibrium jump from 5 to 8: Kilgour, Hipel, Fang and Peng 2001; Xu and others 2018."""
    found = stability(ELMIRA)
    assert found.equilibria("nash") == found.equilibria("seq") == [5, 8, 9]
    assert found.equilibria("gmr") == found.equilibria("smr") == [1, 4, 5, 8, 9]
    assert found.data()["coalition_moves_from_nash"] == [[5, ["moe", "uniroyal"], 8]]


def test_prisoners() -> None:
    """That nobody confesses is no Nash equilibrium, but one of every other kind (Fang, Hipel and Kilgour 1993)."""
    found = stability(PRISONERS)
    assert found.equilibria("nash") == ["NN"]
    for concept in ("gmr", "smr", "seq", "sim"):
        assert found.equilibria(concept) == ["NN", "YY"]
        assert stable(PRISONERS, concept) == {"a": ["NN", "NY", "YY"], "b": ["NN", "YN", "YY"]}
    assert found.data()["coalition_moves_from_nash"] == []
    assert found.data()["coalition_moves_that_do_not_last"] == [["NN", ["a", "b"], "YY"]]


def test_chicken() -> None:
    """Both swerving holds by the threat of a crash, that no one would want to carry out: so GMR, SMR and SIM, but not SEQ."""
    found = stability(CHICKEN)
    assert found.equilibria("nash") == found.equilibria("seq") == ["NY", "YN"]
    for concept in ("gmr", "smr", "sim"):
        assert found.equilibria(concept) == ["NY", "YN", "YY"]


def test_one_decision_maker_alone_is_stable_at_his_best_only() -> None:
    alone = conflict(decision_makers={"a": "A"}, options={"x": {"of": "a"}}, preferences={"a": ["Y", "N"]})
    for concept in CONCEPTS:
        assert stability(alone).equilibria(concept) == ["Y"]


def test_equally_good_is_no_improvement_and_sanctions() -> None:
    level = game([("NN", "NY", "YY", "YN")], [("NN", "NY", "YY", "YN")])  # type: ignore[list-item]
    assert stability(level).equilibria("nash") == ["NN", "NY", "YN", "YY"]
    # a gains by NN -> YN; b can answer with YY, which a likes as well as NN and b better than YN: that is enough.
    tied = game(["YN", ("NN", "YY"), "NY"], ["YY", "YN", "NN", "NY"])  # type: ignore[list-item]
    assert "NN" in stable(tied, "seq")["a"]
    assert "NN" not in stable(tied, "nash")["a"]


def test_what_cannot_be_undone_sanctions_nothing_back() -> None:
    """In the prisoners' dilemma where confessing cannot be taken back, and not confessing can, nothing changes at YY ..."""
    down = conflict(
        options={"x": {"of": "a", "moves": "down"}, "y": {"of": "b", "moves": "down"}},
        preferences=PRISONERS.preferences,
    )
    assert stability(down).equilibria("seq") == ["NN", "YY"]
    # ... but where it is the other way round, b cannot answer a's confession, so a would be tempted if he could move at all.
    up = conflict(
        options={"x": {"of": "a", "moves": "both"}, "y": {"of": "b", "moves": "up"}}, preferences=PRISONERS.preferences
    )
    assert "YY" not in stability(up).equilibria("gmr")


def test_nobody_moves_twice_in_a_row() -> None:
    """b could sanction a by 2 -> 3 -> 4, but only by moving twice; with c's move between it is a sanction."""
    keys: dict[str, Any] = {
        "states": {n: f"s{n}" for n in range(1, 6)},
        "preferences": {"a": [2, 3, 5, 1, 4], "b": [4, 5, 3, 2, 1], "c": [4, 5, 3, 2, 1]},
        "decision_makers": {"a": "A", "b": "B", "c": "C"},
    }
    twice = conflict(moves={"a": [[1, 2]], "b": [[2, 3], [3, 4]], "c": []}, **keys)
    for concept in ("gmr", "smr", "seq"):
        assert 1 not in stable(twice, concept)["a"]
    between = conflict(moves={"a": [[1, 2]], "b": [[2, 3], [5, 4]], "c": [[3, 5]]}, **keys)
    for concept in ("gmr", "smr", "seq"):
        assert 1 in stable(between, concept)["a"]


def test_a_step_that_costs_who_makes_it_is_no_sequential_answer() -> None:
    keys: dict[str, Any] = {"states": {1: "", 2: "", 3: ""}, "moves": {"a": [[1, 2]], "b": [[2, 3]]}}
    harmful = conflict(preferences={"a": [2, 1, 3], "b": [2, 1, 3]}, **keys)
    assert 1 in stable(harmful, "gmr")["a"]
    assert 1 not in stable(harmful, "seq")["a"]


def test_who_can_go_on_is_not_held_in_the_symmetric_sense() -> None:
    keys: dict[str, Any] = {"states": dict.fromkeys(range(1, 5), ""), "moves": {"a": [[1, 2], [3, 4]], "b": [[2, 3]]}}
    on = conflict(preferences={"a": [4, 2, 1, 3], "b": [3, 2, 1, 4]}, **keys)
    assert 1 in stable(on, "gmr")["a"]
    assert 1 in stable(on, "seq")["a"]
    assert 1 not in stable(on, "smr")["a"]


def test_statements_rank_like_their_scores() -> None:
    """Weights 4, 2 and 1: Peng, Hipel and Fang 1997; a condition that does not apply counts as met."""
    told = conflict(
        options={"x": {"of": "a"}, "y": {"of": "b"}},
        statements={
            "a": [
                {"options": {"y": True}},
                {"options": {"x": False}, "if": {"y": True}},
                {"options": {"x": True}, "iff": {"y": True}},
            ],
            "b": [{"options": {"x": True}}],
        },
    )
    # NN: 0+2+1, NY: 4+2+0, YN: 0+2+0, YY: 4+0+1
    assert Model.of(told).ranks.tolist() == [[2, 0, 3, 1], [1, 1, 0, 0]]


def test_many_statements_stay_exact() -> None:
    """A hundred statements: a sum of powers of two would pass the 53 bits of a float, and the 64 of a whole number."""
    told = conflict(
        options={"x": {"of": "a"}, "y": {"of": "b"}},
        statements={
            "a": [*([{"options": {"x": True}, "if": {"x": True}}] * 99), {"options": {"y": True}}],
            "b": [{"options": {"x": True}}, *([{"options": {"y": True}, "if": {"x": False}}] * 99)],
        },
    )
    assert Model.of(told).ranks.tolist() == [[1, 0, 1, 0], [2, 1, 0, 0]]


def test_simultaneous_moves_are_given_up_with_a_reason_and_never_guessed() -> None:
    found = tables(Model.of(PRISONERS), most_tries=1)
    assert "sim" not in found.stable
    assert "more than 1 combinations" in found.why_no_sim
    assert "options" in tables(Model.of(ELMIRA)).why_no_sim


def test_simultaneous_moves_are_given_up_within_a_state() -> None:
    """Eight makers can each take up one of seven things, but one thing alone can be taken up: 8^7 combinations, no answer.

    A ninth could spoil everything for everybody, and does not want to; without that the search would not even begin.
    """
    makers = {f"m{k}": f"Maker {k}" for k in range(9)}
    owners = {f"o{k}{n}": f"m{k}" for k in range(8) for n in range(7)}
    pairs = [{a: True, b: True} for a, b in combinations(owners, 2)]
    spoilt = {"options": {"spoil": False}}
    wanted = {
        maker: [spoilt, *({"options": {name: owner == maker}} for name, owner in owners.items())] for maker in makers
    }
    options = {name: {"of": owner} for name, owner in [*owners.items(), ("spoil", "m8")]}
    crowded = conflict(decision_makers=makers, options=options, infeasible=pairs, statements=wanted)
    model = Model.of(crowded)
    assert model.states == 2 * (1 + 56)
    found = tables(model, most_tries=100_000)
    assert "more than 100,000 combinations" in found.why_no_sim
    assert "seq" in found.stable


def test_json_of_graph_form_has_no_simultaneous_stability() -> None:
    data = stability(ELMIRA).data()
    assert data["stable"]["sim"] is None
    assert data["equilibria"]["sim"] is None
    assert data["states"] == list(range(1, 10))


def test_above_a_limit_numbers_take_the_place_of_lists() -> None:
    options = {f"o{k}": {"of": "a" if k < 9 else "b"} for k in range(17)}
    wanted = {"a": [{"options": {"o0": True}}], "b": [{"options": {"o16": True}}]}
    data = stability(conflict(options=options, statements=wanted)).data()
    assert data["states"] == 2**17
    assert data["stable"]["nash"] == {"a": 2**16, "b": 2**16}
    assert len(data["equilibria"]["seq"]) == 2**15
    assert all(state[0] == state[16] == "Y" for state in data["equilibria"]["nash"])
    assert "coalition_moves_from_nash" not in data


def test_a_notebook_shows_a_table() -> None:
    page = stability(conflict(**{**_keys(ELMIRA), "title": "<Elmira>"}))._repr_html_()
    assert "&lt;Elmira&gt;" in page
    assert page.count("<tr>") == 1 + 5


def _keys(found: Conflict) -> dict[str, Any]:
    return {key: getattr(found, key) for key in ("decision_makers", "states", "moves", "preferences")}


def test_ranks_of_arrays_are_taken_as_numbers_the_lowest_best() -> None:
    model = Model.of_options({"a": 1, "b": 1}, [np.array([2.0, 0.5, 3.0, 1.0]) * 2, np.array([2, 3, 0, 1])])
    assert model.ranks.tolist() == [[2, 0, 3, 1], [2, 3, 0, 1]]
    assert model.named(tables(model).equilibria("nash")) == ["NN"]
