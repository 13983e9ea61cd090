"""Blocks: the ways to settle issues that links tie together, against a filter over all packages."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.bargaining import blocks as module
from goodoffices.bargaining.blocks import Block, blocks, count
from goodoffices.errors import DataError
from goodoffices.talks import Link, met

from .games import link


def issues(*sizes: int) -> dict[str, tuple[str, ...]]:
    return {f"i{n}": tuple(f"o{m}" for m in range(size)) for n, size in enumerate(sizes)}


def meets(package: dict[str, str], rule: Link) -> bool:
    triggered = {i for i, options in rule.if_.items() if package[i] in options} == set(rule.if_)
    return not triggered or bool([i for i, options in rule.then.items() if package[i] in options])


def packages(found: tuple[Block, ...]) -> set[tuple[int, ...]]:
    """All packages of some blocks."""
    every = set()
    for ways in product(*(block.choices.tolist() for block in found)):
        options = {i: o for block, way in zip(found, ways, strict=True) for i, o in zip(block.issues, way, strict=True)}
        every.add(tuple(options[i] for i in sorted(options)))
    return every


def filtered(sizes: list[int], links: list[Link]) -> set[tuple[int, ...]]:
    named = issues(*sizes)
    return {
        options
        for options in product(*map(range, sizes))
        if all(meets({i: f"o{o}" for i, o in zip(named, options, strict=True)}, rule) for rule in links)
    }


CASES: dict[str, tuple[list[int], list[Link], list[tuple[int, ...]]]] = {
    "no links": ([2, 3, 1], [], [(0,), (1,), (2,)]),
    "neighbours": ([2, 3, 2], [link({0: [0]}, {1: [2]})], [(0, 1), (2,)]),
    "first and last": ([2, 3, 2], [link({0: [0]}, {2: [1]})], [(0, 2), (1,)]),
    "interleaved": ([2, 2, 2, 2], [link({0: [0]}, {2: [1]}), link({3: [0]}, {1: [1]})], [(0, 2), (1, 3)]),
    "a chain": ([2, 2, 2, 2], [link({0: [0]}, {1: [1]}), link({2: [0]}, {3: [1]}), link({1: [1]}, {2: [0]})], [(0, 1, 2, 3)]),
    "one link over three": ([2, 2, 2, 2], [link({0: [0], 3: [1]}, {1: [1]})], [(0, 1, 3), (2,)]),
    "a forbidden option": ([3, 2], [link({0: [1]})], [(0,), (1,)]),
    "a forbidden pair": ([3, 2], [link({0: [1], 1: [0]})], [(0, 1)]),
    "one link binds nothing": ([2, 2], [link({0: [0, 1]}, {0: [0, 1]})], [(0,), (1,)]),
    "the same link twice": ([2, 2], [link({0: [0]}, {1: [0]})] * 2, [(0, 1)]),
    "later to earlier": ([2, 3], [link({1: [2]}, {0: [0]})], [(0, 1)]),
    "any of two": ([2, 2, 2], [link({0: [0]}, {1: [0], 2: [0]})], [(0, 1, 2)]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_named_cases(name: str) -> None:
    sizes, links, groups = CASES[name]
    found = blocks("s", issues(*sizes), links)
    assert [block.issues for block in found] == groups
    assert packages(found) == filtered(sizes, links)
    assert count(found) == len(packages(found))


def test_the_ways_of_a_block_are_in_the_order_of_the_file() -> None:
    (block,) = blocks("s", issues(2, 3, 2), [link({0: [0], 1: [1], 2: [0]})])
    ways = [tuple(way) for way in block.choices.tolist()]
    assert ways == [way for way in product(range(2), range(3), range(2)) if way != (0, 1, 0)]


@st.composite
def tied(draw: st.DrawFn) -> tuple[list[int], list[Link]]:
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=6))

    def side(least: int) -> dict[int, list[int]]:
        members = sorted(draw(st.sets(st.integers(0, len(sizes) - 1), min_size=least, max_size=3)))
        return {i: sorted(draw(st.sets(st.integers(0, sizes[i] - 1), min_size=1))) for i in members}

    return sizes, [link(side(1), side(0)) for _ in range(draw(st.integers(0, 4)))]


@given(tied())
def test_blocks_against_a_filter_over_all_packages(drawn: tuple[list[int], list[Link]]) -> None:
    sizes, links = drawn
    known = filtered(sizes, links)
    try:
        found = blocks("s", issues(*sizes), links)
    except DataError:
        assert not known
        return
    assert known
    assert packages(found) == known
    assert count(found) == len(known)
    assert sorted(i for block in found for i in block.issues) == list(range(len(sizes)))
    assert all(a.issues[0] < b.issues[0] for a, b in pairwise(found))
    for block in found:
        ways = [tuple(way) for way in block.choices.tolist()]
        assert ways == sorted(set(ways))
    for options in product(*map(range, sizes)):
        package = {f"i{i}": f"o{o}" for i, o in enumerate(options)}
        assert all(met(rule, package) for rule in links) == (options in known)


def test_what_the_ways_of_a_block_add() -> None:
    _, block = blocks("s", issues(2, 2, 2), [link({1: [0], 2: [0]})])
    values = np.array([[1, -1], [2, -2], [10, 0], [20, 5], [100, 7], [200, 0]])
    assert block.values(values, np.array([0, 2, 4, 6])).tolist() == [[210, 0], [120, 12], [220, 5]]


def test_links_that_leave_nothing_name_the_issues() -> None:
    with pytest.raises(DataError) as caught:
        blocks("talks", issues(2, 2, 2), [link({0: [0]}, {2: [0]}), link({0: [0], 2: [0]}), link({0: [1]})])
    assert "talks" in str(caught.value)
    assert "i0, i2" in str(caught.value)


def test_too_many_ways_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LIMIT", 30)
    every = [link({i: [0]}, {i + 1: [0, 1]}) for i in range(4)]
    with pytest.raises(DataError, match="fewer links"):
        blocks("s", issues(2, 2, 2, 2, 2), every)
    assert count(blocks("s", issues(2, 2, 2, 2, 2), every[:3])) == 32


def test_many_issues_in_pairs_have_a_number_of_packages_of_any_size() -> None:
    rules = [link({i: [0], i + 1: [0]}) for i in range(0, 80, 2)]
    assert count(blocks("s", issues(*[2] * 80), rules)) == 3**40
