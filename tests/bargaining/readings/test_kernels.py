"""Random numbers by place, against the published ones; judging packages, against a plain oracle."""

import math
from fractions import Fraction
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.bargaining._gains import compare_gains
from goodoffices.bargaining.batch import Readings
from goodoffices.bargaining.blocks import Block
from goodoffices.bargaining.readings._kernels import philox
from goodoffices.bargaining.readings.packages import UNIT, Packages, watched

# Known answers of Random123 1.14 (Salmon and others 2011), file kat_vectors: philox4x32-10.
KNOWN = [
    ([0] * 4, [0] * 2, [0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8]),
    ([0xFFFFFFFF] * 4, [0xFFFFFFFF] * 2, [0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD]),
    (
        [0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344], [0xA4093822, 0x299F31D0],
        [0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("counter", "key", "drawn"), KNOWN)
def test_philox_gives_the_published_numbers(counter: list[int], key: list[int], drawn: list[int]) -> None:
    assert [int(x) for x in philox(*map(np.uint64, counter), *map(np.uint64, key))] == drawn


def oracle(values: np.ndarray, no_deal: np.ndarray, rows: np.ndarray) -> tuple[list, list, list]:
    """Which packages beat no deal for all, which are on the frontier, and the share of the Nash packages with each option."""
    gains = [[int(sum(values[o, p] for o in row)) - int(no_deal[p]) for p in range(len(no_deal))] for row in rows]
    fine = [min(g) >= 0 for g in gains]
    beats = [min(g) > 0 for g in gains]

    def dominated(g: list[int]) -> bool:
        return any(
            ok and all(x >= y for x, y in zip(other, g, strict=True)) and other != g
            for other, ok in zip(gains, fine, strict=True)
        )

    front = [ok and not dominated(g) for g, ok in zip(gains, fine, strict=True)]
    ranks = []
    for g in gains:
        whole = 1
        for x in g:
            whole *= x if x > 0 else 1
        ranks.append((sum(x > 0 for x in g), whole))
    best = max((r for r, ok in zip(ranks, fine, strict=True) if ok), default=None)
    tied = [row for row, r, ok in zip(rows, ranks, fine, strict=True) if ok and r == best]
    shares = [Fraction(sum(o in row for row in tied), max(len(tied), 1)) for o in range(len(values))]
    return beats, front, shares


@st.composite
def tables(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=4))
    parties = draw(st.integers(1, 3))
    values = draw(st.lists(st.integers(0, 6), min_size=sum(sizes) * parties, max_size=sum(sizes) * parties))
    no_deal = draw(st.lists(st.integers(-2, 12), min_size=parties, max_size=parties))
    starts = np.cumsum([0, *sizes])
    rows = np.array(list(product(*(range(a, b) for a, b in pairwise(starts)))))
    kept = draw(st.lists(st.booleans(), min_size=len(rows), max_size=len(rows)))
    return np.array(values).reshape(-1, parties), np.array(no_deal), rows[np.array(kept)].reshape(-1, len(sizes))


def readings(values: np.ndarray, no_deal: np.ndarray, slack: int = 0) -> Readings:
    return Readings(values, no_deal, np.full(no_deal.shape[1], slack))


@given(tables())
def test_packages_are_judged_as_by_hand(table: tuple[np.ndarray, np.ndarray, np.ndarray]) -> None:
    values, no_deal, rows = table
    verdict = Packages(rows, np.array([0, len(values)]), size=len(rows)).judge(
        readings(values[None], no_deal[None]), True
    )
    beats, front, shares = oracle(values, no_deal, rows)
    assert verdict.beats[0].astype(bool).tolist() == beats
    assert verdict.front[0].astype(bool).tolist() == front
    assert verdict.nash[0].tolist() == [round(share * UNIT) for share in shares]


# Products that are equal, or that floats cannot tell apart.

_ROWS = np.array([[0], [1]])


@pytest.mark.parametrize(
    ("gains", "slack", "shares"),
    [
        ([[3, 4], [2, 6]], 0, [0.5, 0.5]),
        ([[3, 5, 7], [7, 5, 3]], 0, [0.5, 0.5]),
        ([[1, 10**16], [1, 10**16 + 1]], 0, [0, 1]),
        ([[10**16, 10**16 + 2], [10**16 + 1, 10**16 + 1]], 0, [0, 1]),
        ([[3**19, 7**15, 11**12], [7**15, 11**12, 3**19]], 0, [0.5, 0.5]),
        ([[2**57, 3], [2**56, 6]], 0, [0.5, 0.5]),
        ([[0, 5], [1, 1]], 0, [0, 1]),
        ([[0, 5], [0, 5]], 0, [0.5, 0.5]),
        ([[0, 0], [0, 0]], 0, [0.5, 0.5]),
        ([[-1, 5], [-1, 6]], 0, [0, 0]),
        ([[10**15, 10**15], [10**15 + 1, 10**15 - 1]], 1, [0.5, 0.5]),
        ([[1, 9], [0, 9]], 1, [0.5, 0.5]),
        ([[-1, 9], [5, 9]], 1, [0, 1]),
    ],
)
def test_equal_is_equal_and_what_differs_differs(gains: list[list[int]], slack: int, shares: list[float]) -> None:
    values, starts = np.array([gains]), np.array([0, 2])
    given_ = readings(values, np.zeros((1, len(gains[0])), np.int64), slack)
    few = Packages(_ROWS, starts, size=2).judge(given_, False)
    assert (few.nash[0] / UNIT).tolist() == shares
    if not slack:  # of packages that rounding tells apart the merged frontier keeps one
        many = Packages(_ROWS, starts, (Block((0,), _ROWS),), 2).judge(given_, False)
        assert (many.nash[0] / UNIT).tolist() == shares
        assert (many.gains == few.gains).all()


@given(st.lists(st.tuples(*[st.integers(0, 2**58)] * 3), min_size=2, max_size=2), st.integers(1, 9))
def test_products_are_compared_as_whole_numbers(pair: list[tuple[int, ...]], factor: int) -> None:
    for a, b in (
        [*pair],
        [pair[0], pair[0][::-1]],
        [(pair[0][0] // 9 * factor, 9, 1), (pair[0][0] // 9 * 9, factor, 1)],
    ):
        ranks = [(sum(x > 0 for x in gains), math.prod(x for x in gains if x > 0)) for gains in (a, b)]
        expected = (ranks[0] > ranks[1]) - (ranks[0] < ranks[1])
        assert compare_gains(np.array(a), np.array(b), False) == expected


# Many packages: the same verdicts from the merged frontier.


@pytest.mark.parametrize("most", [2, 4, 1 << 30])
@given(seed=st.integers(0, 10**6))
def test_many_packages_are_judged_as_few_are(most: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    sizes, parties, number = [3, 2, 4, 2], int(rng.integers(1, 5)), 5
    starts = np.cumsum([0, *sizes])
    rows = np.array(list(product(*(range(a, b) for a, b in pairwise(starts)))))
    values = rng.integers(0, most, (number, sum(sizes), parties))
    given_ = readings(values, rng.integers(-1, 2 * most, (number, parties)))
    # Two issues tied together, the others each by itself.
    both = np.array(list(product(range(3), range(4))))
    blocks = (Block((0, 2), both), *(Block((i,), np.arange(sizes[i])[:, None]) for i in (1, 3)))
    few = Packages(rows, starts, size=len(rows)).judge(given_, True)
    chosen = rows[rng.permutation(len(rows))[:20]]
    many = Packages(chosen, starts, blocks, len(rows)).judge(given_, True)
    where = [int(np.flatnonzero((rows == row).all(axis=1))[0]) for row in chosen]
    assert (many.beats == few.beats[:, where]).all()
    assert (many.front == few.front[:, where]).all()
    assert (many.nash == few.nash).all()
    ranks = [[(sum(g > 0), math.prod(int(x) for x in g if x > 0)) for g in v.gains] for v in (many, few)]
    assert ranks[0] == ranks[1]
    every = watched(Packages(chosen[:0], starts, blocks, len(rows)), [given_]).rows
    assert {tuple(row) for row in every} == {tuple(row) for row in rows[few.front.any(axis=0)]}
