"""One conflict by each way of holding its moves, larger than an oracle could play out; and what must hold in any conflict."""

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.bargaining.stability.arcs import Arcs
from goodoffices.bargaining.stability.box import Box
from goodoffices.bargaining.stability.concepts import Tables, tables
from goodoffices.bargaining.stability.fibres import Fibres
from goodoffices.bargaining.stability.model import Model
from goodoffices.talks import Conflict

from .random_conflicts import conflict, option_form

SIZES = [(1, 1), (7, 3), (3, 6), (2, 2, 2), (4, 0, 3), (1, 6, 2), (3, 2, 2, 2), (0, 0, 5)]


@pytest.mark.parametrize("levels", [3, 40, 10_000])
@pytest.mark.parametrize("sizes", SIZES)
def test_box_fibres_and_arcs_agree(sizes: tuple[int, ...], levels: int) -> None:
    total = sum(sizes)
    random = np.random.default_rng([*sizes, levels])
    rows = [random.integers(0, levels, 1 << total).astype(np.int64) for _ in sizes]
    box = Model.of_options({f"m{k}": size for k, size in enumerate(sizes)}, rows)
    assert isinstance(box.moves, Box)
    fibres = Model(box.makers, box.ranks, box.moves.fibres)
    pairs = ([(s, t) for s in range(box.states) for t in fibres.moves.moves(k, s)] for k in range(len(sizes)))
    arcs = Model(box.makers, box.ranks, Arcs.of(box.states, pairs), tuple(range(box.states)))
    assert_equal(tables(box), tables(fibres))
    assert_equal(tables(box), tables(arcs))


@pytest.mark.parametrize("sizes", [s for s in SIZES if len(s) < 4])
def test_options_that_stand_apart_make_no_difference(sizes: tuple[int, ...]) -> None:
    """A box needs each maker's options side by side; dealt like cards, they are held as fibres, with the same result."""
    total = sum(sizes)
    random = np.random.default_rng(sizes)
    owners = random.permutation([k for k, size in enumerate(sizes) for _ in range(size)])
    masks = [sum(1 << (total - 1 - p) for p in range(total) if owners[p] == k) for k in range(len(sizes))]
    places = [p for k in range(len(sizes)) for p in range(total) if owners[p] == k]
    rows = [random.permutation(1 << total).astype(np.int32) for _ in sizes]
    apart = Model(tuple("abc")[: len(sizes)], np.stack(rows), Fibres.of(np.arange(1 << total), total, masks))
    turned = [row.reshape((2,) * total).transpose(places).ravel() for row in rows]
    together = Model.of_options({f"m{k}": size for k, size in enumerate(sizes)}, turned)
    for concept, flags in tables(apart).stable.items():
        back = np.stack([row.reshape((2,) * total).transpose(places).ravel() for row in flags])
        assert (back == tables(together).stable[concept]).all()


def assert_equal(a: Tables, b: Tables) -> None:
    for concept in a.stable.keys() & b.stable.keys():
        assert (a.stable[concept] == b.stable[concept]).all(), concept


def test_states_are_found_without_an_index_too(monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random("no index")
    found = [Model.of(option_form(random)) for _ in range(60)]
    before = [tables(model) for model in found]
    monkeypatch.setattr("goodoffices.bargaining.stability.fibres._MOST_INDEXED", 0)
    for model, flags in zip(found, before, strict=True):
        assert_equal(tables(model), flags)


@given(st.integers(0, 10**9))
def test_which_concept_implies_which(seed: int) -> None:
    """Nash implies all; SMR and SEQ imply GMR (Fang, Hipel and Kilgour 1993, on relationships among solution concepts)."""
    flags = tables(Model.of(conflict(Random(seed)))).stable
    for weaker, stronger in (("smr", "nash"), ("seq", "nash"), ("gmr", "smr"), ("gmr", "seq")):
        assert (flags[weaker] >= flags[stronger]).all()  # type: ignore[index]
    assert "sim" not in flags or (flags["sim"] >= flags["nash"]).all()


@given(st.integers(0, 10**9))
def test_a_simultaneous_answer_can_be_given_in_turn_where_all_can_be(seed: int) -> None:
    found = option_form(Random(seed))
    if not found.infeasible:
        flags = tables(Model.of(found)).stable
        assert (flags["gmr"] >= flags["sim"]).all()


@given(st.integers(0, 10**9))
def test_the_order_of_the_file_makes_no_difference(seed: int) -> None:
    random = Random(seed)
    found = conflict(random)
    assert named(found) == named(reordered(found, random), found)


def reordered(found: Conflict, random: Random) -> Conflict:
    def turned(mapping):
        return dict(random.sample(list(mapping.items()), len(mapping)))

    options = turned(found.options)
    places = [list(found.options).index(name) for name in options]

    def state(old):
        return "".join(old[p] for p in places) if options else old

    rankings = {
        maker: tuple(tuple(map(state, x)) if isinstance(x, tuple) else state(x) for x in levels)
        for maker, levels in found.preferences.items()
    }
    return Conflict(
        decision_makers=turned(found.decision_makers),
        options=options,
        infeasible=tuple(random.sample(found.infeasible, len(found.infeasible))),
        states=turned(found.states),
        moves=turned(found.moves),
        preferences=turned(rankings),
        statements=turned(found.statements),
    )


def named(found: Conflict, like: Conflict | None = None) -> set[tuple[str, str, str]]:
    """Which concept holds for whom at which state, the states written in the order of options of another file."""
    model, original = Model.of(found), like or found
    places = [list(found.options).index(name) for name in original.options]
    ids = ["".join(str(s)[p] for p in places) if places else str(s) for s in model.ids]
    return {
        (concept, model.makers[k], ids[s])
        for concept, flags in tables(model).stable.items()
        for k, s in zip(*np.nonzero(flags), strict=True)
    }
