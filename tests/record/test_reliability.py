"""Krippendorff's alpha against published figures, an oracle that counts pairs one by one, and what must hold of any data."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.record.reliability import alphas, reliability

Rows = Sequence[Sequence[object]]


def rows(*readers: str) -> list[list[object]]:
    """Items from readers' lines; a point is a decision that is missing."""
    return [[None if one == "." else one for one in item] for item in zip(*(r.split() for r in readers), strict=True)]


# K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), by section.
PUBLISHED = {
    "A. binary data, two observers, no missing data": (rows("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), 0.095),
    "B. nominal data, two observers, no missing data": (rows("a a b b d c c c e d d a", "b a b b b c c c e d d d"), 0.692),
    "C. nominal data, any number of observers, missing data": (
        rows(
            "1 2 3 3 2 1 4 1 2 . . .",
            "1 2 3 3 2 2 4 1 2 5 . 3",
            ". 3 3 3 2 3 4 2 2 5 1 .",
            "1 2 3 3 2 4 4 1 2 5 1 .",
        ),
        0.743,
    ),
}  # fmt: skip


def oracle(items: Rows) -> Fraction | None:
    """Alpha as the share of differing pairs, pair by pair, in exact fractions."""
    paired = [kept for item in items if len(kept := [one for one in item if one is not None]) > 1]
    values = [one for item in paired for one in item]
    observed = sum(
        (
            Fraction(a != b, len(item) - 1)
            for item in paired
            for i, a in enumerate(item)
            for j, b in enumerate(item)
            if i != j
        ),
        Fraction(0),
    )
    expected = sum(a != b for i, a in enumerate(values) for j, b in enumerate(values) if i != j)
    return 1 - (len(values) - 1) * observed / expected if expected else None


def alpha(items: Rows) -> float | None:
    return reliability(items, np.random.default_rng(0), draws=10).alpha


@pytest.mark.parametrize(("items", "printed"), PUBLISHED.values(), ids=PUBLISHED)
def test_published_figures(items: Rows, printed: float) -> None:
    found, exact = alpha(items), oracle(items)
    assert found is not None
    assert exact is not None
    assert round(float(exact), 3) == printed
    assert round(found, 3) == printed


def test_by_hand() -> None:
    """Two readers, four items, one difference: D_o = 2/8; values a a a b b b b b: D_e = 30/56; alpha = 1 - (1/4)/(15/28)."""
    items = rows("a a b b", "a b b b")
    assert alpha(items) == pytest.approx(1 - (1 / 4) / (15 / 28))
    assert reliability(items, np.random.default_rng(0)).agreement == 3 / 4


decisions = st.lists(st.lists(st.sampled_from(["a", "b", "c", None]), min_size=3, max_size=3), max_size=25)


@given(decisions)
def test_the_oracle(items: list[list[str | None]]) -> None:
    found, exact = alpha(items), oracle(items)
    assert (found is None) == (exact is None)
    if found is not None and exact is not None:
        assert found == pytest.approx(float(exact))


@given(decisions, st.permutations([0, 1, 2]), st.permutations(["a", "b", "c"]))
def test_neither_the_order_of_readers_nor_of_items_nor_the_labels_matter(
    items: list[list[str | None]], readers: list[int], labels: list[str]
) -> None:
    new = dict(zip("abc", labels, strict=True))
    other = [[None if item[n] is None else new[str(item[n])] for n in readers] for item in reversed(items)]
    first, second = alpha(items), alpha(other)
    assert first == (None if second is None else pytest.approx(second))


@given(decisions)
def test_what_is_missing_says_nothing(items: list[list[str | None]]) -> None:
    more = [[*item, None] for item in items] + [["a", None, None, None], [None] * 4]
    assert alpha(more) == (None if (plain := alpha(items)) is None else pytest.approx(plain))


def test_all_alike_in_two_ways_is_one_and_in_one_way_is_not_defined() -> None:
    random = np.random.default_rng(0)
    assert reliability(rows("a a b", "a a b"), random).alpha == 1
    alike = reliability(rows("a a a", "a a a"), random)
    assert (alike.alpha, alike.interval, alike.agreement) == (None, None, 1)


def test_nothing_is_nothing() -> None:
    empty = reliability([], np.random.default_rng(0))
    assert (empty.items, empty.decisions, empty.agreement, empty.alpha, empty.interval) == (0, 0, None, None, None)


def test_the_interval_is_that_of_the_seed_and_holds_the_figure() -> None:
    items = PUBLISHED["C. nominal data, any number of observers, missing data"][0]
    first, second = (reliability(items, np.random.default_rng(7)) for _ in range(2))
    assert first == second
    assert first.interval is not None
    assert first.alpha is not None
    assert first.interval[0] < first.alpha < first.interval[1] <= 1


def test_a_sample_is_weighed_as_if_its_items_stood_there_so_often() -> None:
    items = rows("a a b b c", "a b b b c")
    counts = np.array([[2, 0, 0], [1, 1, 0], [0, 2, 0], [0, 2, 0], [0, 0, 2]])
    weights = np.array([[2, 1, 0, 3, 1]])
    drawn = [item for item, times in zip(items, weights[0], strict=True) for _ in range(times)]
    assert alphas(counts, weights)[0] == pytest.approx(float(oracle(drawn) or 0))


def test_chance_is_nought() -> None:
    random = np.random.default_rng(3)
    items = random.choice(["a", "b"], size=(4000, 2)).tolist()
    found = reliability(items, random, draws=200)
    assert found.alpha == pytest.approx(0, abs=0.05)
    assert found.agreement == pytest.approx(0.5, abs=0.05)
