"""The frontier as it is told."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import islice

from ..grid import Grid, Whole
from ..scenario import Scenario
from .packages import Options, Packages
from .page import MOST, table


@dataclass(frozen=True)
class Point:
    """A package and what it is worth to each party."""

    package: dict[str, str]
    """The option taken of each issue."""
    utilities: tuple[Fraction, ...]
    """In the order of the scenario's parties, exactly."""
    alike: int
    """How many packages of the frontier have the same utilities, to nine digits where it is rounded, this one included."""


@dataclass(frozen=True)
class Frontier:
    """The packages at least as good as no deal for every party that no other such package dominates.

    One dominates another where it is as good for all parties and better for one (the strong frontier of Pareto).
    """

    scenario: Scenario
    grid: Grid
    """In whose steps the work was done."""
    sums: Whole
    """Their utilities, each vector once, in steps of the grid, the best for the first party first; shape (vectors, parties)."""
    packages: Packages
    """The packages of each vector."""
    bound: tuple[Fraction, ...] | None
    """How far, at most, a package that is not here is above one that is, for each party at once; all 0 where no limit ended
    the work. None where one ended it before any package was found. On a grid that is `rounded` it holds to nine digits."""
    complete: bool
    """Whether no limit ended the work."""

    @property
    def rounded(self) -> bool:
        """Whether numbers were rounded: packages are then told apart to nine digits of a party's best."""
        return self.grid.rounded

    @property
    def exact(self) -> bool:
        """Whether it is certain that none is missing and that none is here which another dominates."""
        return self.complete and not self.rounded

    @property
    def nobody_gains(self) -> bool:
        """Whether it is certain that no party has more than without a deal in any package that is as good as that for all."""
        return self.exact and self.sums.tolist() == [self.grid.no_deal.tolist()]

    def __len__(self) -> int:
        """How many packages: those with the same utilities count each."""
        return self.size

    @cached_property
    def size(self) -> int:
        """How many packages, exactly, of any size (`len` has an end)."""
        return sum(self.packages.count(vector) for vector in range(len(self.sums)))

    def points(self, most: int | None = None) -> Iterator[Point]:
        """The packages with their utilities, the best for the first party first; `most` of them."""
        each = self.packages.of_each(len(self.sums))
        return islice((self._point(vector, options) for vector, options in each), most)

    def shown(self, most: int) -> tuple[Point, ...]:
        """At most so many packages, one of each vector of utilities, the best for the first party first.

        The first and the last are among them, the others at equal distances in that order.
        """
        vectors = len(self.sums)
        number = min(most, vectors)
        some = (n * (vectors - 1) // max(number - 1, 1) for n in range(number))
        return tuple(self._point(vector, next(self.packages.of(vector))) for vector in some)

    def _point(self, vector: int, options: Options) -> Point:
        # What was rounded is only what packages are compared by: what one is worth is told exactly.
        package, exact = named(self.scenario, options), self.scenario.exact_grid if self.rounded else None
        if exact is not None:
            utilities = exact.utility(exact.of(options).tolist())
        else:
            utilities = (
                self.scenario.utility(package) if self.rounded else self.grid.utility(self.sums[vector].tolist())
            )
        return Point(package, utilities, self.packages.count(vector))

    def _repr_html_(self) -> str:
        some = self.shown(MOST)
        rows = [(each.utilities, each.package) for each in some]
        told = f"{self.size:,} of {self.scenario.packages:,} packages are on the frontier ({self.certainty})"
        left = f"{len(some):,} of {self.size:,} packages, spread evenly." if len(some) < self.size else ""
        return table(self.scenario, told, rows, left)

    @property
    def certainty(self) -> str:
        """Exact, or what it is instead, in a few words."""
        if self.complete:
            return "to nine digits" if self.rounded else "exact"
        return "not exact: see bound"


def named(scenario: Scenario, options: Options) -> dict[str, str]:
    """Option numbers as a package with the names of issues and options."""
    return {issue: names[number] for (issue, names), number in zip(scenario.issues.items(), options, strict=True)}
