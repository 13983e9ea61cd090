"""Random numbers by place, against the published ones; judging packages, against a plain oracle."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.bargaining.blocks import Block
from goodoffices.bargaining.readings._kernels import philox
from goodoffices.bargaining.readings.room import Room

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
    """Which packages beat no deal for all, which are on the frontier, and the options of the Nash package."""
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
    first = [list(row) for row, r, ok in zip(rows, ranks, fine, strict=True) if ok and r == best][:1]
    return beats, front, first


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


@given(tables())
def test_packages_are_judged_as_by_hand(table: tuple[np.ndarray, np.ndarray, np.ndarray]) -> None:
    values, no_deal, rows = table
    verdict = Room(rows, size=len(rows)).judge(values[None], no_deal[None], True)
    beats, front, first = oracle(values, no_deal, rows)
    assert verdict.beats[0].astype(bool).tolist() == beats
    assert verdict.front[0].astype(bool).tolist() == front
    assert verdict.nash[0].tolist() == (first[0] if first else [-1] * rows.shape[1])


# Many packages: the same verdicts from the merged frontier.


@given(st.integers(0, 10**6))
def test_many_packages_are_judged_as_few_are(seed: int) -> None:
    rng = np.random.default_rng(seed)
    sizes, parties, readings = [3, 2, 4, 2], int(rng.integers(2, 4)), 5
    starts = np.cumsum([0, *sizes])
    rows = np.array(list(product(*(range(a, b) for a, b in pairwise(starts)))))
    values = rng.integers(0, 1 << 30, (readings, sum(sizes), parties))
    no_deal = rng.integers(0, 1 << 31, (readings, parties))
    blocks = tuple(Block((i,), np.arange(n)[:, None]) for i, n in enumerate(sizes))
    few = Room(rows, size=len(rows)).judge(values, no_deal, True)
    watched = rows[rng.permutation(len(rows))[:20]]
    many = Room(watched, blocks, starts, len(rows)).judge(values, no_deal, True)
    where = [int(np.flatnonzero((rows == row).all(axis=1))[0]) for row in watched]
    assert (many.beats == few.beats[:, where]).all()
    assert (many.front == few.front[:, where]).all()
    assert (many.nash == few.nash).all()
    assert np.allclose(many.rank, few.rank)
