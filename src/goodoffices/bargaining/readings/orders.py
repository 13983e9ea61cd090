"""How the rankings that fit a partial order are drawn, each as often as any other.

A ranking is built from the best option down. A part of the order that hangs together has a graph of states (which options are
still to come); a step is taken with the share of the rankings that go through it, so every ranking is as likely as any other
(Brightwell and Winkler 1991, on counting linear extensions, section 1). Parts that do not hang together are merged at random, as
cards are: each part with the share of the cards it still holds.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...errors import DataError, Problem
from ..grid import Ints
from .agenda import FILE, Agenda
from .statements import Wants

Floats = NDArray[np.float64]
MOST_STATES = 50_000
"""The most states of one part of an order."""


@dataclass(frozen=True)
class Ranks:
    """The orders of one party, in flat arrays; a level is an option, or several that are equally good."""

    level: Ints
    """The level of each option within its issue; shape (options,)."""
    levels: Ints
    """How many levels each issue has; shape (issues,)."""
    parts: Ints
    """Where the parts of each issue begin; shape (issues + 1,)."""
    sizes: Ints
    """How many levels each part has; shape (parts,)."""
    first: Ints
    """The state in which each part begins; shape (parts,)."""
    steps: Ints
    """Where the steps of each state begin; shape (states + 1,)."""
    taken: Ints
    """The level that a step takes; shape (steps,)."""
    following: Ints
    """The state that it leads to; shape (steps,)."""
    upto: Floats
    """The share of the rankings that take it, or one before it; shape (steps,)."""

    @property
    def arrays(self) -> tuple[Ints, Ints, Ints, Ints, Ints, Ints, Ints, Ints, Floats]:
        """All arrays, as the kernel takes them."""
        return (
            self.level, self.levels, self.parts, self.sizes, self.first, self.steps, self.taken, self.following, self.upto
        )  # fmt: skip


def ranks_of(agenda: Agenda, wants: Wants) -> Ranks:
    """The orders of a party; they must not contradict one another. DataError where an order has too many rankings to count."""
    build = _Build()
    level = np.zeros(agenda.size, dtype=np.int64)
    levels, parts = [], [0]
    for number, issue in enumerate(agenda.issues):
        options = range(int(agenda.starts[number]), int(agenda.starts[number + 1]))
        own = _levels(options, wants.ties)
        level[list(options)] = [own[option] for option in options]
        count = max(own.values()) + 1
        above = [0] * count
        for a, b in wants.better:
            if a in own and b in own:
                above[own[b]] |= 1 << own[a]
        for part in _parts(above):
            build.add(issue, part, above)
        levels.append(count)
        parts.append(len(build.sizes))
    return build.ranks(level, levels, parts)


def _levels(options: range, ties: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Options that are equally good share a level; levels are counted in the order of the options."""
    root = {option: option for option in options}
    for a, b in ties:
        if a in root:
            old, new = root[b], root[a]
            root = {option: new if r == old else r for option, r in root.items()}
    numbers = {r: number for number, r in enumerate(dict.fromkeys(root.values()))}
    return {option: numbers[r] for option, r in root.items()}


def _parts(above: Sequence[int]) -> list[list[int]]:
    """Levels that comparisons tie together, directly or through others."""
    group = list(range(len(above)))
    for low, mask in enumerate(above):
        joined = {group[low], *(group[high] for high in range(len(above)) if mask >> high & 1)}
        group = [min(joined) if g in joined else g for g in group]
    return [[x for x, g in enumerate(group) if g == root] for root in dict.fromkeys(group)]


class _Build:
    """The flat arrays in the making."""

    def __init__(self) -> None:
        self.sizes: list[int] = []
        self.first: list[int] = []
        self.steps: list[int] = [0]
        self.taken: list[int] = []
        self.following: list[int] = []
        self.upto: list[float] = []

    def add(self, issue: str, part: Sequence[int], above: Sequence[int]) -> None:
        states = _states(issue, part, above)
        counts = _counts(states)
        start = len(self.steps) - 1
        place = {mask: start + number for number, mask in enumerate(states)}
        self.sizes.append(len(part))
        self.first.append(start)
        for mask, ways in states.items():
            so_far = 0
            for level, rest in ways:
                so_far += counts[rest]
                self.taken.append(level)
                self.following.append(place[rest])
                self.upto.append(so_far / counts[mask])
            self.steps.append(len(self.taken))

    def ranks(self, level: Ints, levels: list[int], parts: list[int]) -> Ranks:
        lists = (levels, parts, self.sizes, self.first, self.steps, self.taken, self.following)
        a, b, c, d, e, f, g = (np.array(numbers, dtype=np.int64) for numbers in lists)
        return Ranks(level, a, b, c, d, e, f, g, np.array(self.upto, dtype=np.float64))


Ways = dict[int, list[tuple[int, int]]]


def _states(issue: str, part: Sequence[int], above: Sequence[int]) -> Ways:
    """Each state that can be reached, with its steps: the level taken, and the state after; the first state first."""
    states: Ways = {}
    waiting = [sum(1 << level for level in part)]
    while waiting:
        mask = waiting.pop()
        if mask in states:
            continue
        if len(states) >= MOST_STATES:
            expected = "an order that leaves fewer rankings open: name more of it, or fewer options"
            raise DataError([Problem(FILE, 0, 0, f"an order of {issue} over {len(part)} options", expected)])
        states[mask] = [(x, mask & ~(1 << x)) for x in part if mask >> x & 1 and not above[x] & mask]
        waiting += [rest for _, rest in states[mask]]
    return states


def _counts(states: Ways) -> dict[int, int]:
    """How many rankings remain in each state; exact whole numbers."""
    counts: dict[int, int] = {}
    for mask in sorted(states, key=int.bit_count):
        counts[mask] = sum(counts[rest] for _, rest in states[mask]) if mask else 1
    return counts
