"""The named packages of a scenario as they are told, and the package that is closest where none is acceptable."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from ..scenario import Scenario

Concept = Literal["nash", "egalitarian", "kalai_smorodinsky", "utilitarian"]
CONCEPTS: tuple[Concept, ...] = ("nash", "egalitarian", "kalai_smorodinsky", "utilitarian")


@dataclass(frozen=True)
class Solution:
    """The package that a concept picks."""

    package: dict[str, str]
    """The option taken of each issue."""
    utilities: tuple[Fraction, ...]
    """What it is worth to each party, exactly."""
    value: Fraction
    """What the concept makes as large as it can: product of gains, smallest gain, smallest ratio of gain to best gain (0 where
    nobody can gain, so that there is none), sum of utilities."""
    bound: Fraction | None
    """No package has a larger value than this; the value itself where none is larger; None where no bound is known. It holds to
    nine digits where numbers were rounded."""
    proven: bool
    """Whether it is certain that this is the package."""
    ties: int | None
    """How many packages are as good by the concept, this one included; None where not counted. It holds to nine digits where
    numbers were rounded."""
    rounded: bool = False
    """Whether numbers were rounded when packages were compared: then nothing is proven, and what is told holds to nine digits."""

    @property
    def complete(self) -> bool:
        """Whether no limit ended the search."""
        return self.proven or (self.rounded and self.bound == self.value)


@dataclass(frozen=True)
class Closest:
    """Where no package is at least as good as no deal for all: the one whose largest shortfall is the smallest.

    It sets one party's numbers against another's: on other scales another may be closest.
    """

    package: dict[str, str]
    utilities: tuple[Fraction, ...]
    shortfalls: tuple[Fraction, ...]
    """How far each party is below its no deal; 0 where it is not."""
    complete: bool
    """Whether no limit ended the search."""
    rounded: bool = False
    """Whether numbers were rounded: then nothing is proven, and what is told holds to nine digits."""

    @property
    def proven(self) -> bool:
        """Whether it is certain that none is closer."""
        return self.complete and not self.rounded

    @property
    def shortfall(self) -> Fraction:
        """The largest of them."""
        return max(self.shortfalls)


@dataclass(frozen=True)
class Solutions:
    """The named packages of a scenario, or the closest package where no agreement is possible."""

    scenario: Scenario
    agreement_possible: bool | None
    """Whether some package is at least as good as no deal for every party; None where the deadline came before that was known."""
    solutions: dict[Concept, Solution]
    """By concept, those that were found."""
    closest: Closest | None
    rounded: bool = False
    """Whether numbers were rounded when packages were compared: what is told then holds to nine digits."""

    def __getitem__(self, concept: Concept) -> Solution:
        return self.solutions[concept]

    @property
    def nobody_gains(self) -> bool:
        """Whether it is certain that no party has more than without a deal in any package that is as good as that for all.

        Each concept would take a package in which somebody gains before one in which nobody does.
        """
        return any(s.proven and s.utilities == self.scenario.no_deal for s in self.solutions.values())

    def _repr_html_(self) -> str:
        from .page import table  # only a notebook asks for it

        return table(self)
