"""Rankings that fit a partial order: counted exactly, and each drawn as often as any other."""

from collections import Counter
from itertools import combinations, permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.bargaining.readings.agenda import Agenda
from goodoffices.bargaining.readings.orders import MOST_STATES, ranks_of
from goodoffices.bargaining.readings.priors import Prior
from goodoffices.bargaining.readings.sampling import draw_readings
from goodoffices.errors import DataError
from tests.amount import cases

from .cases import order, preferences, subject, talks, wants

EVEN = Prior("uniform", "even", "uniform")


def drawn_rankings(names: str, *orders: tuple[str | tuple[str, ...], ...], number: int = 12_000) -> Counter[str]:
    """Rankings of one issue's options, drawn: `abc` is a the best."""
    about = talks({"x": list(names), "y": ["p", "q"]})
    given = preferences(about, a=wants(*(order("x", *o) for o in orders)))
    agenda, own = subject(about, given)
    values = draw_readings(agenda, own, EVEN, 5, 0, number).values[:, : len(names)]
    return Counter("".join(names[i] for i in np.argsort(-row, kind="stable")) for row in values)


CASES = [
    ("abc", []),
    ("abc", [("a", "b")]),
    ("abcd", [("a", "b"), ("c", "d")]),
    ("abcd", [("a", "b", "d"), ("a", "c")]),
    ("abcde", [("a", "b"), ("a", "c"), ("d", "c")]),
    ("abcd", [("d", "c", "b", "a")]),
]


@pytest.mark.parametrize(("names", "orders"), CASES)
def test_every_ranking_that_fits_is_as_likely_as_any_other(names: str, orders: list[tuple[str, ...]]) -> None:
    fitting = {
        "".join(r)
        for r in permutations(names)
        if all(r.index(x) < r.index(y) for o in orders for x, y in combinations(o, 2))
    }
    seen = drawn_rankings(names, *orders)
    assert set(seen) == fitting
    each = 12_000 / len(fitting)
    # Chi-square with k - 1 degrees of freedom: mean k - 1, variance 2 (k - 1); six standard deviations.
    chi = sum((seen[r] - each) ** 2 / each for r in fitting)
    assert chi <= (len(fitting) - 1) + 6 * np.sqrt(2 * max(len(fitting) - 1, 1))


def test_options_that_are_equally_good_have_equal_values() -> None:
    about = talks({"x": list("abcd"), "y": ["p", "q"]})
    agenda, own = subject(about, preferences(about, a=wants(order("x", ("a", "b"), "c"))))
    values = draw_readings(agenda, own, EVEN, 0, 0, 500).values
    assert (values[:, 0] == values[:, 1]).all()
    assert (values[:, 0] > values[:, 2]).all()
    assert own.ranks.levels.tolist() == [3, 2]


def test_an_issue_of_equals_weighs_nothing() -> None:
    about = talks({"x": list("abc"), "y": ["p", "q"]})
    agenda, own = subject(about, preferences(about, a=wants(order("x", ("a", "b", "c")))))
    values = draw_readings(agenda, own, EVEN, 0, 0, 50).values
    assert (values[:, :3] == 0).all()
    assert (values[:, 3:].max(axis=1) == 1 << 40).all()


@settings(max_examples=cases(15, 500))
@given(st.integers(2, 6), st.integers(0, 10**6))
def test_shares_of_steps_count_the_rankings(size: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    names = [f"o{n}" for n in range(size)]
    hidden = rng.permutation(size)
    pairs = [(int(hidden[i]), int(hidden[j])) for i, j in combinations(range(size), 2) if rng.random() < 0.4]
    about = talks({"x": names})
    given_ = preferences(about, a=wants(*(order("x", names[i], names[j]) for i, j in pairs)))
    _, own = subject(about, given_)
    fitting = [r for r in permutations(range(size)) if all(r.index(i) < r.index(j) for i, j in pairs)]
    # The probability that the walk gives each ranking, where the order hangs together as one part.
    ranks = own.ranks
    if len(ranks.sizes) == 1:
        for r in fitting:
            assert _probability(ranks, r) == pytest.approx(1 / len(fitting))


def _probability(ranks, ranking) -> float:
    at, chance = int(ranks.first[0]), 1.0
    for level in ranking:
        own = range(int(ranks.steps[at]), int(ranks.steps[at + 1]))
        step = next(s for s in own if ranks.taken[s] == level)
        chance *= ranks.upto[step] - (ranks.upto[step - 1] if step > own[0] else 0.0)
        at = int(ranks.following[step])
    return chance


def test_a_long_chain_is_no_trouble_and_a_wide_order_is_an_error() -> None:
    names = [f"o{n}" for n in range(40)]
    about = talks({"x": names})
    chain = preferences(about, a=wants(order("x", *names)))
    _, own = subject(about, chain)
    assert len(own.ranks.steps) == 42
    wide = preferences(about, a=wants(*(order("x", "o0", other) for other in names[1:])))
    with pytest.raises(DataError, match="an order of x over 40 options"):
        subject(about, wide)
    assert MOST_STATES < 2**39


def test_options_without_any_order_are_no_trouble() -> None:
    about = talks({"x": [f"o{n}" for n in range(40)]})
    _, own = subject(about, preferences(about))
    assert ranks_of(Agenda.of(about, preferences(about)), own.wants).levels.tolist() == [40]
