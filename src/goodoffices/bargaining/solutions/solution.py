"""A named package as it is told, and the package that is closest where none is acceptable."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Concept = Literal["nash", "egalitarian", "kalai_smorodinsky", "utilitarian"]
CONCEPTS: tuple[Concept, ...] = ("nash", "egalitarian", "kalai_smorodinsky", "utilitarian")


@dataclass(frozen=True)
class Solution:
    """The package that a concept picks."""

    package: dict[str, str]
    """The option taken of each issue."""
    utilities: tuple[Fraction, ...]
    """What it is worth to each party."""
    value: Fraction
    """What the concept makes as large as it can: product of gains, smallest gain, smallest ratio of gain to best gain, sum of
    utilities."""
    bound: Fraction | None
    """No package has a larger value than this; the value itself where it is proven; None where no bound is known."""
    proven: bool
    """Whether it is certain that this is the package."""
    ties: int | None
    """How many packages are as good by the concept, this one included; None where not counted."""


@dataclass(frozen=True)
class Closest:
    """Where no package is at least as good as no deal for all: the one whose largest shortfall is the smallest."""

    package: dict[str, str]
    utilities: tuple[Fraction, ...]
    shortfalls: tuple[Fraction, ...]
    """How far each party is below its no deal; 0 where it is not."""
    proven: bool
    """Whether it is certain that none is closer."""

    @property
    def shortfall(self) -> Fraction:
        """The largest of them."""
        return max(self.shortfalls)
