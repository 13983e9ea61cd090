"""A scenario: issues with options, what each party's options are worth to it, and what it has without a deal. Read this first.

A package takes one option of each issue. A party's utility of a package is the sum, over the issues, of weight times points of
the option taken (additive preferences; Keeney and Raiffa 1976, chapter 3). All numbers are exact fractions.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Literal

from ..errors import DataError, Problem
from ..talks import Link
from .blocks import Block, blocks, count
from .grid import Grid, exact_grid, grid

Number = int | float | Decimal | Fraction
NoDealRule = Literal["file", "zero", "min"]
"""What each party has without a deal: as the file says (absent: 0), 0, or its smallest utility of any package."""


FEW = 20_000
"""Packages up to which all are listed, and compared in exact numbers."""
_ROOM, _LONGEST = 1 << 31, 1 << 13
"""Bits that the numbers of listed packages may have, all together and each."""


@dataclass(frozen=True)
class Utility:
    """What the options are worth to one party."""

    points: Mapping[str, Mapping[str, Fraction]]
    """Points of each option of each issue."""
    weights: Mapping[str, Fraction] = field(default_factory=dict)
    """What the points of an issue are multiplied by; 1 where an issue is not named."""
    no_deal: Fraction | None = None
    """What the party has without a deal; None where the file does not say."""
    discount: Fraction | None = None
    """What a round of waiting leaves of the value, kept for other programs."""

    def worth(self, issue: str, option: str) -> Fraction:
        """What an option adds to the utility of a package."""
        weight, points = self.weights.get(issue), self.points[issue][option]
        return points if weight is None else weight * points


@dataclass(frozen=True)
class Scenario:
    """A bargaining problem with exact additive preferences; DataError where it is none.

    >>> scenario = Scenario.of({"price": ["low", "high"]}, {"buyer": {"price": [1, 0]}, "seller": {"price": [0, 1]}})
    >>> scenario.packages
    2
    """

    name: str
    issues: Mapping[str, tuple[str, ...]]
    """The options of each issue, in the order of the file."""
    utilities: Mapping[str, Utility]
    """Each party's, in the order of the file."""
    links: tuple[Link, ...] = ()
    """Ties between issues that every package must meet."""
    notes: tuple[str, ...] = ()
    """What could not be read as it stood, and how it was read."""

    def __post_init__(self) -> None:
        if problems := _problems(self):
            raise DataError(problems)

    @classmethod
    def of(
        cls,
        issues: Mapping[str, list[str]],
        points: Mapping[str, Mapping[str, list[Number]]],
        no_deal: Mapping[str, Number] | None = None,
        links: tuple[Link, ...] = (),
        name: str = "scenario",
    ) -> "Scenario":
        """From plain lists: `points[party][issue]` holds a number for each option, in their order.

        A float counts as the decimal number that it is printed as (0.1 is a tenth). DataError where a number is none.
        """
        known = no_deal or {}
        problems = [
            Problem(name, 0, 0, f"{len(row)} points of {party} for {issue}", f"{len(issues.get(issue, ()))}, one each")
            for party, rows in points.items()
            for issue, row in rows.items()
            if issue in issues and len(row) != len(issues[issue])
        ]
        if problems:
            raise DataError(problems)
        utilities = {
            party: Utility(
                {
                    i: dict(zip(issues.get(i, ()), (_fraction(name, party, v) for v in row), strict=False))
                    for i, row in rows.items()
                },
                no_deal=_fraction(name, party, known[party]) if party in known else None,
            )
            for party, rows in points.items()
        }
        return cls(name, {issue: tuple(options) for issue, options in issues.items()}, utilities, links)

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties, in the order of the file; every array's axis of parties follows it."""
        return tuple(self.utilities)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Issues that links tie together, and each other issue by itself; in the order of the file."""
        return blocks(self.name, self.issues, self.links)

    @cached_property
    def packages(self) -> int:
        """How many packages there are: one option of each issue, all links met."""
        return count(self.blocks)

    @cached_property
    def exact_grid(self) -> Grid | None:
        """The utilities as whole numbers of any size: nothing is rounded. None where these do not fit into memory."""
        listed = min(self.packages, FEW) * len(self.parties)
        try:
            return exact_grid(*self._numbers, bits=min(_LONGEST, _ROOM // listed))
        except OverflowError:
            return None

    @cached_property
    def grid(self) -> Grid:
        """The utilities as whole numbers of 64 bits, rounded where these have no room."""
        try:
            return grid(*self._numbers)
        except OverflowError as error:
            party = self.parties[error.args[0]]
            found = (
                f"a no deal of {party} a million times as far from 0 as any package: {self.utilities[party].no_deal}"
            )
            raise DataError([Problem(self.name, 0, 0, found, "a value in the unit of its points")]) from error

    @property
    def _numbers(self) -> tuple[list[list[Fraction]], list[int], list[Fraction]]:
        """What each option adds for each party, the number of options of each issue, and what each has without a deal."""
        worths = [
            [utility.worth(issue, option) for issue, options in self.issues.items() for option in options]
            for utility in self.utilities.values()
        ]
        return worths, [len(options) for options in self.issues.values()], list(self.no_deal)

    @property
    def no_deal(self) -> tuple[Fraction, ...]:
        """What each party has without a deal; 0 where the file does not say."""
        return tuple(utility.no_deal or Fraction() for utility in self.utilities.values())

    def utility(self, package: Mapping[str, str]) -> tuple[Fraction, ...]:
        """What a package is worth to each party, exactly."""
        return tuple(
            sum((u.worth(issue, option) for issue, option in package.items()), Fraction())
            for u in self.utilities.values()
        )

    def with_no_deal(self, rule: NoDealRule) -> "Scenario":
        """The same scenario with what each party has without a deal set by a rule."""
        if rule == "file":
            return self
        lowest = self._lowest() if rule == "min" else (Fraction(),) * len(self.parties)
        utilities = {p: replace(u, no_deal=low) for (p, u), low in zip(self.utilities.items(), lowest, strict=True)}
        return replace(self, utilities=utilities)

    def _lowest(self) -> tuple[Fraction, ...]:
        found = self.exact_grid or self.grid
        return found.utility(sum(block.values(found.values, found.starts).min(axis=0) for block in self.blocks))


def _fraction(name: str, party: str, value: Number) -> Fraction:
    try:
        return Fraction(str(value)) if isinstance(value, float) else Fraction(value)
    except (ValueError, OverflowError, TypeError) as error:
        raise DataError([Problem(name, 0, 0, f"{value!r} for {party}", "a finite number")]) from error


def _problems(scenario: Scenario) -> list[Problem]:
    found: list[tuple[str, str]] = []
    if not scenario.issues:
        found.append(("no issues", "at least one issue with options"))
    if not scenario.utilities:
        found.append(("no parties", "at least one party with preferences"))
    for issue, options in scenario.issues.items():
        if not options:
            found.append((f"the issue {issue} without options", "at least one option"))
        if len(set(options)) != len(options):
            found.append((f"an option of the issue {issue} twice", "each option once"))
    for party, utility in scenario.utilities.items():
        found += _party_problems(scenario, party, utility)
    found += _link_problems(scenario)
    return [Problem(scenario.name, 0, 0, what, expected) for what, expected in found]


def _party_problems(scenario: Scenario, party: str, utility: Utility) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for issue, options in scenario.issues.items():
        points = utility.points.get(issue, {})
        missing = [option for option in options if option not in points]
        if missing:
            found.append((f"no points of {party} for {issue}: {', '.join(missing)}", "points for every option"))
        if utility.weights.get(issue, Fraction()) < 0:
            found.append(
                (f"the weight {utility.weights[issue]} of {party} for {issue}", "a weight that is not negative")
            )
    unknown = [issue for issue in (*utility.points, *utility.weights) if issue not in scenario.issues]
    return found + [
        (f"preferences of {party} for {issue}, which is no issue", "an issue of the scenario") for issue in unknown
    ]


def _link_problems(scenario: Scenario) -> list[tuple[str, str]]:
    found = []
    for link in scenario.links:
        if not link.if_:
            found.append(("a link without `if`", "at least one issue with options that trigger it"))
        for issue, options in (*link.if_.items(), *link.then.items()):
            strange = [option for option in options if option not in scenario.issues.get(issue, ())]
            if issue not in scenario.issues:
                found.append((f"a link over {issue}, which is no issue", "an issue of the scenario"))
            elif strange:
                expected = f"options of it: {', '.join(scenario.issues[issue])}"
                found.append((f"a link over {issue}: {', '.join(strange)}", expected))
    return found
