"""Adjusted Winner: divides issues between two parties so that both get equally much in their own eyes (Brams and Taylor 1996).

Each party spreads 100 points over the issues. At most one issue is shared; the result is equitable, envy-free and efficient (the
same, chapter 4), which is checked here for each result rather than taken on trust.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Literal

from ..talks import Exact, entry

Points = Mapping[str, Fraction]
"""Points by issue; an issue's share is between 0 and 1."""
WHOLE = Fraction(100)
"""What each party's points come to in all."""


@entry
class Side:
    """One of the two, and what the issues are worth to it."""

    name: str
    """The name as it is printed."""
    points: dict[str, Exact]
    """Points of every issue, none below 0; whatever their sum is, they count as parts of 100."""


@entry
class Division:
    """A file for `goodoffices divide`: two parties and their points."""

    format: Literal["division/1"]
    """The format of this file: division/1."""
    title: str
    """What is divided."""
    source: str | None = None
    """Where the points are from."""
    parties: dict[str, Side]
    """The two parties, by id."""
    issues: dict[str, str] = field(default_factory=dict)
    """Titles of issues, where the id does not say enough."""


@dataclass(frozen=True)
class Divided:
    """Who gets how much of what, and what is so of it."""

    points: tuple[Points, Points]
    """What each party's issues are worth to it; 100 in all."""
    shares_of_first: Points
    """What the first party gets of each issue; the second gets the rest."""

    @cached_property
    def totals(self) -> tuple[Fraction, Fraction]:
        """The points that each gets, in its own eyes."""
        first, second = self.points
        return (
            sum((first[issue] * share for issue, share in self.shares_of_first.items()), Fraction()),
            sum((second[issue] * (1 - share) for issue, share in self.shares_of_first.items()), Fraction()),
        )

    @property
    def equitable(self) -> bool:
        """Whether both get equally many points."""
        return self.totals[0] == self.totals[1]

    @property
    def envy_free(self) -> bool:
        """Whether neither would rather have what the other gets: each has half of its points or more."""
        return min(self.totals) >= WHOLE / 2

    @property
    def efficient(self) -> bool:
        """Whether no other division gives one more and neither less.

        So it is where each issue that the first has a part of is, in relation to what it is worth to the second, worth at least
        as much as each that the second has a part of; and nobody has what only the other values.
        """
        first, second = self.points
        has = [issue for issue, share in self.shares_of_first.items() if share > 0]
        lacks = [issue for issue, share in self.shares_of_first.items() if share < 1]
        wasted = [i for i in has if not first[i] and second[i]] + [i for i in lacks if not second[i] and first[i]]
        return not wasted and all(first[i] * second[j] >= first[j] * second[i] for i in has for j in lacks)


def adjusted_winner(first: Points, second: Points) -> Divided:
    """Divide issues between two parties.

    The issues are put in the order of what they are worth to the first in relation to what they are worth to the second; ties in
    the order of the file. The first gets the issues up to the one at which both have equally many points; that one is shared. An
    issue that is worth nothing to both goes to the first. The points of each are non-negative, with a positive sum.
    """
    points = (_parts_of_hundred(first), _parts_of_hundred(second))
    order = sorted(first, key=lambda issue: _rank(points[0][issue], points[1][issue]))
    shares = {issue: Fraction() for issue in first}
    ahead = -sum(points[1].values(), Fraction())
    for issue in order:
        here = points[0][issue] + points[1][issue]
        if ahead + here >= 0:
            shares[issue] = -ahead / here
            break
        shares[issue] = Fraction(1)
        ahead += here
    return Divided(points, shares | {i: Fraction(1) for i in first if not points[0][i] and not points[1][i]})


def faults(division: Division) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """What is wrong in a division: the keys that lead to it, what is found, what is expected."""
    if len(division.parties) != 2:
        count = len(division.parties)
        yield ("parties",), f"{count} {'party' if count == 1 else 'parties'}", "two: Adjusted Winner is for two"
    named = list(dict.fromkeys(issue for side in division.parties.values() for issue in side.points))
    for party, side in division.parties.items():
        steps = ("parties", party, "points")
        if missing := [issue for issue in named if issue not in side.points]:
            yield (
                steps,
                f"no points of {party} for {', '.join(missing)}",
                "points for every issue; 0 where it is nothing",
            )
        for issue, value in side.points.items():
            if value < 0:
                yield (*steps, issue), f"{value} points", "a number that is not negative"
        if not any(side.points.values()):
            yield steps, f"no points of {party}", "points above 0 for at least one issue"
    for issue in division.issues:
        if issue not in named:
            yield ("issues", issue), f"the issue {issue}, for which nobody has points", f"one of {', '.join(named)}"


def _parts_of_hundred(points: Points) -> Points:
    total = sum(points.values(), Fraction())
    return {issue: value * WHOLE / total for issue, value in points.items()}


def _rank(first: Fraction, second: Fraction) -> Fraction:
    """From 0 where only the first values an issue to 1 where only the second does, in the order of their ratio."""
    return second / (first + second) if first + second else Fraction()
