"""The frontier as it is told."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import islice

from ..grid import Ints
from ..scenario import Scenario
from .page import MOST, table
from .trace import Options, Packages


@dataclass(frozen=True)
class Point:
    """A package and what it is worth to each party."""

    package: dict[str, str]
    """The option taken of each issue."""
    utilities: tuple[Fraction, ...]
    """In the order of the scenario's parties."""


@dataclass(frozen=True)
class Shown:
    """A package, and how many have the same utilities."""

    point: Point
    """The first of them."""
    alike: int
    """How many there are, this one included."""


@dataclass(frozen=True)
class Frontier:
    """The packages at least as good as no deal for every party that no other such package dominates."""

    scenario: Scenario
    sums: Ints
    """Their utilities, each vector once, in steps of the grid, the best for the first party first; shape (vectors, parties)."""
    packages: Packages
    """The packages of each vector."""
    bound: tuple[Fraction, ...] | None
    """How far, at most, a package that is not here is above one that is, for each party at once; all 0 where the frontier is whole.
    None where a limit ended the work before any package was found."""
    exact: bool
    """Whether no vector of utilities is missing."""

    def __len__(self) -> int:
        """How many packages: those with the same utilities count each."""
        return self.size

    @cached_property
    def size(self) -> int:
        """How many packages, exactly, of any size (`len` has an end)."""
        return sum(self.packages.count(vector) for vector in range(len(self.sums)))

    def points(self, most: int | None = None) -> Iterator[Point]:
        """The packages with their utilities, the best for the first party first; `most` of them."""
        return islice(self._points(), most)

    def _points(self) -> Iterator[Point]:
        for vector, sums in enumerate(self.sums):
            utilities = self.scenario.grid.utility(sums.tolist())
            for options in self.packages.of(vector):
                yield Point(named(self.scenario, options), utilities)

    def shown(self, most: int) -> tuple[Shown, ...]:
        """At most so many packages, one of each vector of utilities, the best for the first party first.

        The first and the last are among them, the others at equal distances in that order.
        """
        vectors = len(self.sums)
        number = min(most, vectors)
        return tuple(self._shown(n * (vectors - 1) // max(number - 1, 1)) for n in range(number))

    def _shown(self, vector: int) -> Shown:
        package = named(self.scenario, next(self.packages.of(vector)))
        point = Point(package, self.scenario.grid.utility(self.sums[vector].tolist()))
        return Shown(point, self.packages.count(vector))

    def _repr_html_(self) -> str:
        some = self.shown(MOST)
        rows = [(each.point.utilities, each.point.package) for each in some]
        exact = "exact" if self.exact else "not exact: see bound"
        told = f"{self.size:,} of {self.scenario.packages:,} packages are on the frontier ({exact})"
        left = f"{len(some):,} of {self.size:,} packages, spread evenly." if len(some) < self.size else ""
        return table(self.scenario, told, rows, left)


def named(scenario: Scenario, options: Options) -> dict[str, str]:
    """Option numbers as a package with the names of issues and options."""
    return {issue: names[number] for (issue, names), number in zip(scenario.issues.items(), options, strict=True)}
