"""Frontier and Nash package of many preferences at once, each against the listing of all packages."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from math import prod

import numpy as np
import pytest

from goodoffices.bargaining import batch as module
from goodoffices.bargaining.batch import Batch, Readings, frontier_of_each
from goodoffices.bargaining.blocks import Block, blocks
from goodoffices.bargaining.grid import Ints
from goodoffices.talks import Link

from .games import link

SIZES = [[2], [3, 1, 2], [4, 4], [2, 3, 2, 3], [3, 3, 3]]
LINKS: dict[str, list[Link]] = {
    "no links": [],
    "first and last": [link({0: [0], 2: [0]})],
    "forbidden option": [link({0: [0]})],
    "interleaved": [link({0: [0]}, {2: [1]}), link({1: [0]}, {3: [1]})],
}


def starts_of(sizes: list[int]) -> Ints:
    return np.cumsum([0, *sizes], dtype=np.int64)


def blocks_of(sizes: list[int], links: list[Link]) -> tuple[Block, ...]:
    return blocks("s", {f"i{n}": tuple(f"o{m}" for m in range(size)) for n, size in enumerate(sizes)}, links)


def draw(seed: int, sizes: list[int], parties: int, most: int, number: int = 40) -> Readings:
    """Some readings; none, some or all packages are acceptable, and with small values many are equal."""
    random = np.random.default_rng([seed, parties, most])
    values = random.integers(-most // 3, most, (number, sum(sizes), parties))
    no_deal = random.integers(-most * len(sizes), most * len(sizes), (number, parties))
    no_deal[::2] = values[::2].min(axis=1) * len(sizes) + random.integers(0, most, (len(no_deal[::2]), parties))
    return Readings(values, no_deal, np.zeros(parties, np.int64))


def listed(values: Ints, starts: Ints, found: tuple[Block, ...]) -> dict[tuple[int, ...], tuple[int, ...]]:
    """The sums of each package, which is known by the number of its alternative in each block."""
    every = {}
    for ways in product(*(range(len(block.choices)) for block in found)):
        rows = [
            starts[issue] + option
            for block, way in zip(found, ways, strict=True)
            for issue, option in zip(block.issues, block.choices[way], strict=True)
        ]
        every[ways] = tuple(sum(values[row, p].item() for row in rows) for p in range(values.shape[1]))
    return every


def check(answer: Batch, readings: Readings, starts: Ints, found: tuple[Block, ...]) -> None:
    at = 0
    for r, values in enumerate(readings.values):
        every = listed(values, starts, found)
        least = readings.no_deal[r].tolist()
        good = {w: s for w, s in every.items() if all(a >= d for a, d in zip(s, least, strict=True))}
        sums = set(good.values())
        best = {s for s in sums if not any(o != s and all(a >= b for a, b in zip(o, s, strict=True)) for o in sums)}
        assert answer.possible[r] == bool(good)
        assert answer.sizes[r] == len(best)
        assert {tuple(row) for row in answer.vectors[at : at + len(best)].tolist()} == best
        at += len(best)
        mine = answer.packages[answer.packages[:, 0] == r, 1:].tolist()
        assert sorted(mine) == sorted(options(found, way) for way, s in good.items() if s in best)
        ranks = {way: rank(s, least) for way, s in good.items()}
        top = [options(found, way) for way, own in ranks.items() if own == max(ranks.values())]
        nash = [
            sum(way[i] == o for way in top) / max(len(top), 1) for i, n in enumerate(np.diff(starts)) for o in range(n)
        ]
        assert answer.nash[r].tolist() == pytest.approx(nash, abs=1e-12)
        if good:
            assert rank((answer.gains[r] + least).tolist(), least) == max(ranks.values())
        else:
            assert (answer.gains[r] == -1).all()
    assert at == len(answer.vectors)


def rank(sums: Sequence[int], least: Sequence[int]) -> tuple[int, int]:
    gains = [a - d for a, d in zip(sums, least, strict=True) if a > d]
    return len(gains), prod(gains)


def options(found: tuple[Block, ...], ways: tuple[int, ...]) -> list[int]:
    """A package by its option of each issue."""
    taken = {
        i: int(o)
        for block, way in zip(found, ways, strict=True)
        for i, o in zip(block.issues, block.choices[way], strict=True)
    }
    return [taken[issue] for issue in sorted(taken)]


@pytest.mark.parametrize("parties", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("most", [3, 100, 2**40])
@pytest.mark.parametrize("sizes", SIZES, ids=str)
@pytest.mark.parametrize("name", LINKS)
def test_each_reading_against_the_listing(parties: int, most: int, sizes: list[int], name: str) -> None:
    links = [rule for rule in LINKS[name] if max(int(i[1:]) for i in (*rule.if_, *rule.then)) < len(sizes)]
    readings, starts, found = draw(len(sizes), sizes, parties, most), starts_of(sizes), blocks_of(sizes, links)
    check(frontier_of_each(readings, starts, found, front="packages"), readings, starts, found)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_thousands_of_readings(seed: int) -> None:
    sizes = [2, 3, 4, 3][: 2 + seed % 3]
    for parties in (2, 3, 4):
        readings, starts, found = draw(100 + seed, sizes, parties, 12, 400), starts_of(sizes), blocks_of(sizes, [])
        check(frontier_of_each(readings, starts, found, front="packages"), readings, starts, found)


@pytest.mark.parametrize("parties", [2, 3])
def test_the_same_with_threads_and_in_shares(parties: int, monkeypatch: pytest.MonkeyPatch) -> None:
    readings = draw(7, [3, 3, 3], parties, 20, 100)
    starts, found = starts_of([3, 3, 3]), blocks_of([3, 3, 3], [])
    whole = frontier_of_each(readings, starts, found, front="packages")
    monkeypatch.setattr(module, "_SHARE", 7)
    with ThreadPoolExecutor(3) as threads:
        parts = frontier_of_each(readings, starts, found, threads, front="packages")
    for one, two in zip(vars(whole).values(), vars(parts).values(), strict=True):
        assert np.array_equal(one, two)


@pytest.mark.parametrize("parties", [2, 4])
def test_no_readings(parties: int) -> None:
    none = Readings(np.empty((0, 3, parties), np.int64), np.empty((0, parties), np.int64), np.zeros(parties, np.int64))
    found = frontier_of_each(none, starts_of([3]), blocks_of([3], []), front="packages")
    shapes = [column.shape for column in (found.possible, found.nash, found.sizes, found.vectors, found.packages)]
    assert shapes == [(0,), (0, 3), (0,), (0, parties), (0, 2)]


def test_what_is_not_asked_for_is_not_given_and_any_number_of_packages_is_settled() -> None:
    one = Readings(np.ones((1, 2, 2), np.int64), np.zeros((1, 2), np.int64), np.zeros(2, np.int64))
    plain = frontier_of_each(one, starts_of([2]), blocks_of([2], []))
    assert (len(plain.vectors), len(plain.packages)) == (0, 0)
    sizes = [2] * 70
    many = Readings(np.tile([[1, 0], [0, 1]], (70, 1))[None], np.zeros((1, 2), np.int64), np.zeros(2, np.int64))
    found = frontier_of_each(many, starts_of(sizes), blocks_of(sizes, []), front="packages")
    assert found.sizes.tolist() == [71]
    # Of 35 issues for each, all ways are equal: each option is held by half of them. Of one vector 100 packages are listed at most.
    assert found.gains.tolist() == [[35, 35]]
    assert found.nash[0].tolist() == pytest.approx([0.5] * 140)
    assert 71 < len(found.packages) <= 7_100


@pytest.mark.parametrize("parties", [2, 3, 4])
def test_every_product_zero_takes_most_who_gain(parties: int) -> None:
    values = np.zeros((1, 3, parties), np.int64)
    values[0, 0, 0], values[0, 1, 0], values[0, 1, 1] = 9, 1, 1
    values[0, :, -1] += 1 if parties == 3 else 0
    no_deal = np.zeros((1, parties), np.int64)
    slack = np.zeros(parties, np.int64)
    found = frontier_of_each(Readings(values, no_deal, slack), starts_of([3]), blocks_of([3], []))
    assert found.nash.tolist() == [[0, 1, 0]]
