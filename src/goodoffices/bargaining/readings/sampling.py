"""Readings: complete value functions that break no constraint, each drawn by its own seed.

Every number drawn is a function of seed, prior, party, reading, attempt and its place in the attempt, so the same readings come
out whoever draws them, in whatever pieces.
"""

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...errors import DataError, Problem
from ..grid import Ints
from ._kernels import FINE, draw
from .agenda import FILE, Agenda
from .known_points import whole_numbers
from .orders import Ranks, ranks_of
from .priors import RULES, SHAPES, NoDealPrior, Prior
from .statements import Wants

RAREST = 10_000
"""At most so many attempts for one reading that fits, on average."""
MOST_ATTEMPTS = 5_000_000
"""For a single reading."""
PILOT = (1_000, 10_000, 100_000)
"""How many attempts are made at first to see how rarely one fits; the next number only where fewer than ENOUGH fit."""
ENOUGH = 10
LONGEST = 1 << 58
"""The largest sum of steps of points: a few of them still fit into a whole number of 64 bits."""


@dataclass(frozen=True)
class Subject:
    """A party as the kernel takes it."""

    wants: Wants
    ranks: Ranks
    exact: Ints
    """The values of the options where points are stated, else empty."""
    fixed: int
    """No deal in the same steps, where it is stated in points."""
    slack: int
    """How many steps rounding may have moved a gain: 0 unless points with a great many digits had to be rounded."""

    @classmethod
    def of(cls, agenda: Agenda, wants: Wants) -> "Subject":
        """With the orders made ready; they must not contradict one another."""
        exact, fixed, slack = np.zeros(0, dtype=np.int64), 0, 0
        if wants.points is not None:
            exact, fixed, slack = _steps(agenda, wants.points, wants.no_deal)
        return cls(wants, ranks_of(agenda, wants), exact, fixed, slack)

    @property
    def constraints(self) -> int:
        """How many statements a drawn reading may break."""
        return len(self.wants.swings) + len(self.wants.accepts) + len(self.wants.refuses)


@dataclass(frozen=True)
class Drawn:
    """Some readings of one party."""

    values: Ints
    """What each option adds; shape (readings, options)."""
    no_deal: Ints
    """Shape (readings,)."""
    attempts: int
    failed: Ints
    """How many attempts broke each swing, then each package that is accepted, then each that is refused."""


def draw_readings(
    agenda: Agenda, subject: Subject, prior: Prior, seed: int, start: int, number: int, most: int | None = None
) -> Drawn:
    """Draw `number` readings of a party from number `start` on; fewer where `most` attempts in all find no more."""
    values = np.zeros((number, agenda.size), dtype=np.int64)
    no_deal = np.zeros(number, dtype=np.int64)
    attempts = np.zeros(1, dtype=np.int64)
    failed = np.zeros(subject.constraints, dtype=np.int64)
    rule = _rule(subject.wants, prior)
    party = agenda.parties.index(subject.wants.party)
    found = draw(
        key_of(seed), prior.number * 65_536 + party, start, (SHAPES[prior.weights], prior.scores == "even", rule, subject.fixed),
        agenda.starts, subject.ranks.arrays, _stated(agenda, subject), (MOST_ATTEMPTS, most or 1 << 62),
        (values, no_deal, attempts, failed),
    )  # fmt: skip
    if found < number and most is None:
        raise too_rare(subject, prior, int(attempts[0]), failed)
    return Drawn(values[:found], no_deal[:found], int(attempts[0]), failed)


def key_of(seed: int) -> NDArray[np.uint64]:
    """The kernel's key from a seed of any size; a seed below 2^64 is taken as it stands. Shape (2,), 32 bits each."""
    if seed < 1 << 64:
        return np.array([seed & 0xFFFFFFFF, seed >> 32], dtype=np.uint64)
    return np.random.SeedSequence(seed).generate_state(2, np.uint32).astype(np.uint64)


def try_out(agenda: Agenda, subject: Subject, prior: Prior, seed: int) -> None:
    """DataError where fewer than 1 in 10,000 attempts give a reading; it names the constraints that fail."""
    if not subject.constraints:
        return
    for most in PILOT:
        drawn = draw_readings(agenda, subject, prior, seed, 0, most, most)
        if len(drawn.values) >= ENOUGH:
            return
    raise too_rare(subject, prior, drawn.attempts, drawn.failed)


def too_rare(subject: Subject, prior: Prior, attempts: int, failed: Ints) -> DataError:
    """The error that names the constraints which readings break, those that fail most often first."""
    wants = subject.wants
    names = [f"importance {n}" for n, _ in enumerate(wants.swings, 1)]
    names += [f"accepted package {n}" for n, _ in enumerate(wants.accepts, 1)]
    names += [f"refused package {n}" for n, _ in enumerate(wants.refuses, 1)]
    order = sorted(range(len(names)), key=lambda n: -int(failed[n]))
    told = ", ".join(f"{names[n]} fails in {failed[n] / attempts:.2%}" for n in order if failed[n])
    where = prior.sentence[0].lower() + prior.sentence[1:-1]
    found = f"statements of {wants.party} that fewer than 1 in {RAREST:,} readings meet ({told}), if {where}"
    return DataError([Problem(FILE, 0, 0, found, "statements that leave more readings, or points")])


def _rule(wants: Wants, prior: Prior) -> int:
    if wants.at_status_quo:
        return RULES["status_quo"]
    if wants.no_deal is not None:
        return RULES["stated"]
    rule: NoDealPrior = prior.no_deal
    return RULES[rule]


def _stated(agenda: Agenda, subject: Subject) -> tuple[Any, ...]:
    wants = subject.wants
    quo = np.array(agenda.status_quo or (), dtype=np.int64)
    swings = np.array(wants.swings, dtype=np.int64).reshape(-1, 4)
    packages = np.array([*wants.accepts, *wants.refuses], dtype=np.int64).reshape(-1, len(agenda.issues))
    senses = np.array([True] * len(wants.accepts) + [False] * len(wants.refuses), dtype=np.bool_)
    return subject.exact, quo, swings, packages, senses


def _steps(agenda: Agenda, points: tuple[Fraction, ...], no_deal: Fraction | None) -> tuple[Ints, int, int]:
    """Points and no deal as whole steps, the worst option of each issue at 0; and by how many steps a gain may be off."""
    *whole, without = whole_numbers([*points, no_deal or Fraction()])
    parts = [whole[a:b] for a, b in pairwise(agenda.starts)]
    lowest = [min(part) for part in parts]
    shifted = [p - low for part, low in zip(parts, lowest, strict=True) for p in part]
    fixed = without - sum(lowest) if no_deal is not None else 0
    largest = sum(max(part) for part in parts) - sum(lowest) + abs(fixed)
    if largest <= LONGEST:
        return np.array(shifted, dtype=np.int64), fixed, 0
    scaled = [round(Fraction(n * LONGEST, largest)) for n in (*shifted, fixed)]
    return np.array(scaled[:-1], dtype=np.int64), scaled[-1], len(parts) + 1


__all__ = ["FINE", "Drawn", "Subject", "draw_readings", "key_of", "too_rare", "try_out"]
