"""Issues that links tie together form one block; every other issue is a block by itself. Blocks do not depend on each other.

A block's alternatives are its ways of taking one option of each of its issues with all links met.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from ..errors import DataError, Problem
from ..talks import Link, met
from .grid import Ints, Whole

Issues = Mapping[str, tuple[str, ...]]
"""Issues and their options, in the order of the file."""

LIMIT = 1_000_000
"""The most alternatives that one block may have."""


@dataclass(frozen=True)
class Block:
    """Some issues and the ways to settle them together."""

    issues: tuple[int, ...]
    """Numbers of the issues, ascending."""
    choices: Ints
    """The option taken of each issue, as its number within the issue; shape (alternatives, issues of the block)."""

    def values(self, values: Whole, starts: Ints) -> Whole:
        """What each alternative adds for each party; shape (alternatives, parties)."""
        rows = starts[list(self.issues)][None, :] + self.choices
        return np.asarray(values[rows].sum(axis=1), values.dtype)


def blocks(name: str, issues: Issues, links: Sequence[Link]) -> tuple[Block, ...]:
    """The blocks of some issues, by their first issue.

    DataError where links leave no package, or too many ways to list; `name` stands in its message.
    """
    names = list(issues)
    return tuple(_block(name, issues, links, [names[i] for i in members]) for members in _components(names, links))


def count(blocks: Sequence[Block]) -> int:
    """How many packages there are, exactly."""
    return prod(len(block.choices) for block in blocks)


def _components(names: list[str], links: Sequence[Link]) -> list[list[int]]:
    group = list(range(len(names)))
    for link in links:
        joined = {group[names.index(issue)] for issue in _tied(link)}
        group = [min(joined) if g in joined else g for g in group]
    return [[i for i, g in enumerate(group) if g == root] for root in dict.fromkeys(group)]


def _tied(link: Link) -> tuple[str, ...]:
    return (*link.if_, *link.then)


def _block(name: str, issues: Issues, links: Sequence[Link], members: list[str]) -> Block:
    numbers = tuple(list(issues).index(issue) for issue in members)
    binding = [link for link in links if set(_tied(link)) & set(members)]
    if len(members) == 1 and not binding:
        return Block(numbers, np.arange(len(issues[members[0]]), dtype=np.int64)[:, None])
    found: list[tuple[int, ...]] = []
    for way in _ways(issues, members, binding):
        found.append(way)
        if len(found) > LIMIT:
            expected = f"at most {LIMIT:,} ways to settle issues that links tie together; fewer links"
            raise DataError([Problem(name, 0, 0, f"links over {len(members)} issues", expected)])
    if not found:
        expected = f"a way to settle {', '.join(members)}"
        raise DataError([Problem(name, 0, 0, "links that no package meets", expected)])
    return Block(numbers, np.array(found, dtype=np.int64))


def _ways(issues: Issues, members: list[str], links: Sequence[Link]) -> Iterator[tuple[int, ...]]:
    """The ways to settle some issues with all links met, in the order of the file: the last issue turns fastest."""
    due = [[x for x in links if max(map(members.index, _tied(x))) == depth] for depth in range(len(members))]
    taken: dict[str, str] = {}

    def go(depth: int, way: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        if depth == len(members):
            yield way
            return
        for number, option in enumerate(issues[members[depth]]):
            taken[members[depth]] = option
            if all(met(link, taken) for link in due[depth]):
                yield from go(depth + 1, (*way, number))

    return go(0, ())
