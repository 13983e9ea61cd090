"""The arrays against the definitions on random conflicts: no difference in any state, concept or coalition move."""

from random import Random

import numpy as np
import pytest

from goodoffices.bargaining.stability.coalitions import coalition_moves
from goodoffices.bargaining.stability.concepts import CONCEPTS, tables
from goodoffices.bargaining.stability.model import Model
from goodoffices.talks import Conflict
from tests.amount import Cases

from .oracle import Oracle
from .random_conflicts import conflict, graph_form, option_form

BATCH = 100


def assert_same(found: Conflict) -> None:
    model, oracle = Model.of(found), Oracle(found)
    computed = tables(model)
    assert list(model.ids) == oracle.states
    assert computed.stable.keys() == set(CONCEPTS if found.options else CONCEPTS[:4])
    for concept, flags in computed.stable.items():
        for k, maker in enumerate(model.makers):
            expected = [s for s in oracle.states if oracle.stable(concept, maker, s)]
            assert model.named(np.flatnonzero(flags[k])) == expected, (concept, maker, found)
        assert model.named(computed.equilibria(concept)) == oracle.equilibria(concept)
    moves = coalition_moves(model, computed.equilibria("nash"))
    named = {(model.ids[a], model.coalition(group), model.ids[b]) for a, group, b in moves}
    assert len(moves) == len(named)
    assert named == oracle.coalition_moves(), found


@pytest.mark.parametrize("batch", range(5))
def test_random_conflicts_are_as_defined(batch: int, cases: Cases) -> None:
    random = Random(f"quick {batch}")
    for _ in range(cases(quick=25, ci=BATCH)):
        assert_same(conflict(random))


@pytest.mark.slow
@pytest.mark.parametrize("batch", range(60))
def test_six_thousand_random_conflicts_are_as_defined(batch: int) -> None:
    random = Random(f"slow {batch}")
    for _ in range(BATCH):
        assert_same(conflict(random))


@pytest.mark.slow
def test_larger_conflicts_are_as_defined() -> None:
    random = Random("large")
    for _ in range(12):
        assert_same(option_form(random, most=7))


def test_what_is_drawn_is_nasty() -> None:
    random = Random("variety")
    graphs = [graph_form(random) for _ in range(100)]
    options = [option_form(random) for _ in range(200)]
    assert any(_two_steps(c) for c in graphs), "moves that are not transitive"
    assert {len(c.decision_makers) for c in graphs} == {2, 3, 4}
    assert sum(bool(c.infeasible) for c in options) > 50
    assert sum(any(o.moves != "both" for o in c.options.values()) for c in options) > 50
    assert sum(bool(c.statements) for c in options) > 50
    assert sum({o.of for o in c.options.values()} != set(c.decision_makers) for c in options) > 20, "idle makers"
    tied = [c for c in options if any(isinstance(x, tuple) and len(x) > 1 for r in c.preferences.values() for x in r)]
    assert len(tied) > 50


def _two_steps(found: Conflict) -> bool:
    return any(
        (a, c) not in moves
        for moves in map(set, found.moves.values())
        for a, b in moves
        for b2, c in moves
        if b == b2 and a != c
    )


def test_the_concepts_differ_on_what_is_drawn() -> None:
    """Else a comparison would prove little: each concept must decide some state otherwise than each other one."""
    random = Random("apart")
    apart = set()
    for _ in range(60):
        flags = tables(Model.of(option_form(random))).stable
        apart |= {(a, b) for a in flags for b in flags if (flags[a] & ~flags[b]).any()}
    assert apart >= {("gmr", "smr"), ("smr", "seq"), ("seq", "smr"), ("gmr", "seq"), ("gmr", "sim"), ("seq", "sim"),
                     ("sim", "seq"), ("seq", "nash"), ("sim", "nash"), ("smr", "nash")}  # fmt: skip
