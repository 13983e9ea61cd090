"""Frontier and Nash package of many preferences at once, each against the listing of all packages."""

from concurrent.futures import ThreadPoolExecutor
from itertools import product
from math import prod

import numpy as np
import pytest

from goodoffices.bargaining import batch as module
from goodoffices.bargaining.batch import Batch, frontier_of_each
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


def draw(seed: int, sizes: list[int], parties: int, most: int, readings: int = 40) -> tuple[Ints, Ints]:
    """Values and no deal of some readings; none, some or all packages are acceptable."""
    random = np.random.default_rng([seed, parties, most])
    values = random.integers(-most // 3, most, (readings, sum(sizes), parties))
    no_deal = random.integers(-most * len(sizes), most * len(sizes), (readings, parties))
    no_deal[::2] = values[::2].min(axis=1) * len(sizes) + random.integers(0, most, (len(no_deal[::2]), parties))
    return values, no_deal


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


def check(answer: Batch, values: Ints, no_deal: Ints, starts: Ints, found: tuple[Block, ...]) -> None:
    at = 0
    for r in range(len(values)):
        every = listed(values[r], starts, found)
        least = no_deal[r].tolist()
        good = {w: s for w, s in every.items() if all(a >= d for a, d in zip(s, least, strict=True))}
        sums = set(good.values())
        best = {s for s in sums if not any(o != s and all(a >= b for a, b in zip(o, s, strict=True)) for o in sums)}
        assert answer.possible[r] == bool(good)
        assert answer.sizes[r] == len(best)
        numbers = answer.front[at : at + len(best)].tolist()
        at += len(best)
        packages = [
            tuple(int(n) for n in np.unravel_index(number, [len(b.choices) for b in found])) for number in numbers
        ]
        assert sorted(good[way] for way in packages) == sorted(best)
        if not good:
            assert (answer.nash[r] == -1).all()
            continue
        gains = {s: [a - d for a, d in zip(s, least, strict=True) if a > d] for s in best}
        top = max((len(g), prod(g)) for g in gains.values())
        mine = tuple(
            sum(int(values[r, starts[i] + o, p]) for i, o in enumerate(answer.nash[r])) for p in range(len(least))
        )
        assert (len(gains[mine]), prod(gains[mine])) == top
    assert at == len(answer.front)


@pytest.mark.parametrize("parties", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("most", [3, 100, 2**40])
@pytest.mark.parametrize("sizes", SIZES, ids=str)
@pytest.mark.parametrize("name", LINKS)
def test_each_reading_against_the_listing(parties: int, most: int, sizes: list[int], name: str) -> None:
    links = [rule for rule in LINKS[name] if max(int(i[1:]) for i in (*rule.if_, *rule.then)) < len(sizes)]
    values, no_deal = draw(len(sizes), sizes, parties, most)
    starts, found = starts_of(sizes), blocks_of(sizes, links)
    check(frontier_of_each(values, no_deal, starts, found, front=True), values, no_deal, starts, found)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_thousands_of_readings(seed: int) -> None:
    sizes = [2, 3, 4, 3][: 2 + seed % 3]
    for parties in (2, 3, 4):
        values, no_deal = draw(100 + seed, sizes, parties, 12, readings=400)
        starts, found = starts_of(sizes), blocks_of(sizes, [])
        check(frontier_of_each(values, no_deal, starts, found, front=True), values, no_deal, starts, found)


@pytest.mark.parametrize("parties", [2, 3])
def test_the_same_with_threads_and_in_shares(parties: int, monkeypatch: pytest.MonkeyPatch) -> None:
    values, no_deal = draw(7, [3, 3, 3], parties, 20, readings=100)
    starts, found = starts_of([3, 3, 3]), blocks_of([3, 3, 3], [])
    whole = frontier_of_each(values, no_deal, starts, found, front=True)
    monkeypatch.setattr(module, "_SHARE", 7)
    with ThreadPoolExecutor(3) as threads:
        parts = frontier_of_each(values, no_deal, starts, found, threads, front=True)
    for one, two in zip(vars(whole).values(), vars(parts).values(), strict=True):
        assert np.array_equal(one, two)


@pytest.mark.parametrize("parties", [2, 4])
def test_no_readings(parties: int) -> None:
    found = frontier_of_each(
        np.empty((0, 3, parties), np.int64),
        np.empty((0, parties), np.int64),
        starts_of([3]),
        blocks_of([3], []),
        front=True,
    )
    assert (len(found.possible), found.nash.shape, len(found.sizes), len(found.front)) == (0, (0, 1), 0, 0)


def test_the_front_is_given_only_where_it_is_asked_for_and_has_numbers() -> None:
    values, no_deal = np.ones((1, 2, 2), np.int64), np.zeros((1, 2), np.int64)
    assert len(frontier_of_each(values, no_deal, starts_of([2]), blocks_of([2], [])).front) == 0
    sizes = [2] * 70
    many = np.tile([[1, 0], [0, 1]], (70, 1))[None]
    found = frontier_of_each(many, no_deal, starts_of(sizes), blocks_of(sizes, []), front=True)
    assert found.sizes.tolist() == [71]
    assert len(found.front) == 0
    assert found.nash[0].sum() == 35


@pytest.mark.parametrize("parties", [2, 3, 4])
def test_every_product_zero_takes_most_who_gain(parties: int) -> None:
    values = np.zeros((1, 3, parties), np.int64)
    values[0, 0, 0], values[0, 1, 0], values[0, 1, 1] = 9, 1, 1
    values[0, :, -1] += 1 if parties == 3 else 0
    no_deal = np.zeros((1, parties), np.int64)
    found = frontier_of_each(values, no_deal, starts_of([3]), blocks_of([3], []))
    assert found.nash.tolist() == [[1]]
