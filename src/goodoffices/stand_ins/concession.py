"""How far a delegation has come down by a moment of the day: the time-dependent tactics of Faratin, Sierra and Jennings.

P. Faratin, C. Sierra, N. R. Jennings: Negotiation decision functions for autonomous agents. Robotics and Autonomous Systems 24
(1998), pages 159 to 182, the section on time-dependent tactics. With t the share of the time that is over, k what is given at
the very beginning and beta the temper:

    polynomial      alpha(t) = k + (1 - k) t^(1/beta)
    exponential     alpha(t) = exp((1 - t)^beta ln k)

alpha goes from k to 1. Below 1 beta is the tough kind that gives at the end (Boulware), above it the one that gives at once
(Conceder). What is asked for comes down with it from all that could be had to the reservation value.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import exp, log
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class Tactic:
    """One of the two families, with its constants."""

    family: Literal["polynomial", "exponential"] = "polynomial"
    beta: float = 1.0
    """The temper: more than nought."""
    k: float = 0.05
    """What is given at the very beginning: from nought to one; for the exponential family more than nought."""

    def __post_init__(self) -> None:
        lowest = self.k > 0 if self.family == "exponential" else self.k >= 0
        if not (self.beta > 0 and lowest and self.k <= 1):
            raise ValueError("beta is more than 0, and k is from 0 to 1, for the exponential family more than 0")

    def given(self, share: float) -> float:
        """alpha: how much of the way from all to the reservation value is given when this share of the time is over."""
        t = min(max(share, 0.0), 1.0)
        if self.family == "polynomial":
            return min(1.0, self.k + (1.0 - self.k) * float(t ** (1.0 / self.beta)))
        return min(1.0, exp((1.0 - t) ** self.beta * log(self.k)))

    def aspiration(self, share: float, reservation: Fraction) -> Fraction:
        """What is asked for, on the scale from 0 (the worst) to 1 (all that could be had); never less than the reservation."""
        return max(1 - Fraction(self.given(share)) * (1 - reservation), reservation)
