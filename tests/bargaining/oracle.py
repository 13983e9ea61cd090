"""Frontier and named packages by listing every package: plain, slow, in exact whole numbers, written from the definitions alone.

It takes the data of a scenario (issues, points, weights, no deal, links) and none of its methods. Every number of the scenario is
a fraction; all are brought to one denominator, so that sums, products and comparisons between parties are those of integers.
`rows` may hold other worths than the scenario's (those of its grid, say), in the order parties, issues, options.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import product
from math import lcm, prod
from typing import Any

from goodoffices.bargaining import Scenario

Key = Any
"""What a concept makes as large as it can, compared as Python compares it."""


@dataclass(frozen=True)
class Listed:
    """One package: its options by number, and each party's utility and gain in units of the oracle."""

    options: tuple[int, ...]
    utilities: tuple[int, ...]
    gains: tuple[int, ...]


@dataclass(frozen=True)
class Picked:
    """What a concept picks."""

    package: dict[str, str]
    utilities: tuple[Fraction, ...]
    value: Fraction
    ties: int


class Oracle:
    """All packages of a scenario, and what follows from them."""

    def __init__(self, scenario: Scenario, rows: list[list[list[Fraction]]] | None = None,
                 no_deal: Sequence[Fraction] | None = None, hair: Sequence[Fraction] = ()) -> None:  # fmt: skip
        self.scenario = scenario
        self.names = list(scenario.issues)
        self.rows = rows or [
            [
                [u.weights.get(i, Fraction(1)) * u.points[i][o] for o in options]
                for i, options in scenario.issues.items()
            ]
            for u in scenario.utilities.values()
        ]
        self.no_deal = list(no_deal or [u.no_deal or Fraction(0) for u in scenario.utilities.values()])
        numbers = [x for party in self.rows for row in party for x in row] + self.no_deal
        self.hair = list(hair) or [Fraction(0)] * len(self.rows)  # what of a gain is no more than this counts as 0
        self.unit = lcm(*(x.denominator for x in numbers + self.hair))

    @cached_property
    def all(self) -> list[Listed]:
        """Every package that meets the links, in the order of the file."""
        whole = [[[int(x * self.unit) for x in row] for row in party] for party in self.rows]
        least = [int(x * self.unit) for x in self.no_deal]
        hair = [int(x * self.unit) for x in self.hair]
        found = []
        for options in product(*(range(len(names)) for names in self.scenario.issues.values())):
            if self.meets_links(options):
                utilities = tuple(sum(row[o] for row, o in zip(party, options, strict=True)) for party in whole)
                gains = tuple(u - d for u, d in zip(utilities, least, strict=True))
                gains = tuple(0 if abs(g) <= h else g for g, h in zip(gains, hair, strict=True))
                found.append(Listed(options, utilities, gains))
        return found

    def meets_links(self, options: tuple[int, ...]) -> bool:
        package = self.package(options)
        for link in self.scenario.links:
            triggered = all(package[issue] in named for issue, named in link.if_.items())
            if triggered and not any(package[issue] in named for issue, named in link.then.items()):
                return False
        return True

    def package(self, options: tuple[int, ...]) -> dict[str, str]:
        return {i: self.scenario.issues[i][o] for i, o in zip(self.names, options, strict=True)}

    def fractions(self, utilities: tuple[int, ...]) -> tuple[Fraction, ...]:
        return tuple(Fraction(u, self.unit) for u in utilities)

    @cached_property
    def acceptable(self) -> list[Listed]:
        """At least as good as no deal for every party."""
        return [one for one in self.all if min(one.gains) >= 0]

    @cached_property
    def frontier(self) -> list[Listed]:
        """Acceptable, and no other acceptable package dominates it."""
        vectors = {one.utilities for one in self.acceptable}
        kept: list[tuple[int, ...]] = []
        for vector in sorted(vectors, reverse=True):  # who dominates a vector stands before it in this order
            if not any(all(a >= b for a, b in zip(other, vector, strict=True)) for other in kept):
                kept.append(vector)
        whole = set(kept)
        return [one for one in self.acceptable if one.utilities in whole]

    @cached_property
    def best_gains(self) -> list[int]:
        return [max(one.gains[p] for one in self.acceptable) for p in range(len(self.rows))]

    def key(self, concept: str) -> Callable[[Listed], Key]:
        """What the concept compares packages by."""
        if concept == "nash":
            return lambda one: (sum(g > 0 for g in one.gains), prod(g for g in one.gains if g > 0))
        if concept == "utilitarian":
            return lambda one: sum(one.utilities)
        if concept == "egalitarian":
            return lambda one: sorted(one.gains)
        return lambda one: sorted(self.ratios(one))

    def ratios(self, one: Listed) -> list[Fraction]:
        """Gain over best gain, of the parties that can gain."""
        return [Fraction(g, best) for g, best in zip(one.gains, self.best_gains, strict=True) if best > 0]

    def value(self, concept: str, one: Listed) -> Fraction:
        """The number that is told: product of gains, sum of utilities, smallest gain, smallest ratio."""
        if concept == "nash":
            return Fraction(prod(one.gains), self.unit ** len(one.gains))
        if concept == "utilitarian":
            return Fraction(sum(one.utilities), self.unit)
        if concept == "egalitarian":
            return Fraction(min(one.gains), self.unit)
        return min(self.ratios(one), default=Fraction(0))

    def solution(self, concept: str) -> Picked:
        """The first package of the file with the largest key, and how many share it."""
        key = self.key(concept)
        keys = [key(one) for one in self.acceptable]
        best = max(keys)
        first = self.acceptable[keys.index(best)]
        value = self.value(concept, first)
        return Picked(self.package(first.options), self.fractions(first.utilities), value, keys.count(best))

    def shortfall(self, one: Listed) -> Fraction:
        return Fraction(max(0, *(-g for g in one.gains)), self.unit)

    @cached_property
    def closest(self) -> Listed:
        """The first package with the smallest largest shortfall."""
        return min(self.all, key=self.shortfall)

    def covers(self, points: Sequence[Sequence[Fraction]], bound: Sequence[Fraction]) -> bool:
        """Whether each package of the frontier is, for all parties at once, at most `bound` above one of the points."""
        return all(
            any(all(t - f <= b for t, f, b in zip(true, point, bound, strict=True)) for point in points)
            for true in (self.fractions(one.utilities) for one in self.frontier)
        )
