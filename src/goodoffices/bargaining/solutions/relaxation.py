"""A bound on what a concept makes large, from mixtures of options, and the weights of the parties that prove it.

For any weights w >= 0 of the parties, w @ gains of a package is at most the sum over the blocks of the largest w @ alternative
(Lagrangian relaxation; Geoffrion 1974). The best weights come from the mixture of options that makes the concept largest: for the
product of gains w = 1 / gains there; for the others they are the duals of a linear program.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import exp, prod
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import csr_array

from ..grid import Ints
from . import _kernels as kernel

Floats = NDArray[np.float64]
_SWEEPS = 300
_INFEASIBLE = 2
_ABOVE = 2.0


@dataclass(frozen=True)
class Aim:
    """What is made large over one alternative of each block, every party being at least at no deal."""

    kind: int
    """`NASH`: the product of gains; `LEAST`: the smallest gain; `TOTAL`: the sum of gains."""
    units: Sequence[Fraction]
    """What a step of each party counts. A party that counts 0 only has to be at no deal."""
    free: bool = False
    """With LEAST: whether parties may be below no deal."""


@dataclass(frozen=True)
class Scaled:
    """The alternatives in floats between 0 and 1: gains = values of one alternative of each block, added, + short.

    In each block the least of each party is taken out, so that small differences of large numbers do not get lost in floats.
    """

    values: Floats
    """Shape (alternatives, parties)."""
    begins: Ints
    """Where each block's alternatives begin; shape (blocks + 1,)."""
    short: Floats
    """The least of all blocks, minus no deal; shape (parties,)."""
    floor: Ints
    """No deal, in steps; shape (parties,)."""
    span: Floats
    """The largest number of steps that the sums of each party, and its no deal, have to do with; shape (parties,)."""
    scale: Floats
    """What a step of each party is in scaled gains; 0 with LEAST where a party does not count; shape (parties,)."""
    weights: Floats
    """Of the scaled gains in the sum, for TOTAL; shape (parties,)."""
    factor: Fraction
    """What one is worth in the units of the aim; for NASH of the product."""

    @classmethod
    def of(cls, ways: Sequence[Ints], floor: Ints, aim: Aim) -> "Scaled":
        """The alternatives of the blocks (alternatives, parties), in steps, scaled for an aim."""
        reach = _reach(ways, floor)
        worth = [unit * far for unit, far in zip(aim.units, reach, strict=True)]
        top = max(worth)
        inverse = np.array([1 / far for far in reach])
        scale, weights = inverse, np.array([float(w / top) for w in worth])
        if aim.kind == kernel.LEAST:
            scale, weights = np.array([float(unit / top) for unit in aim.units]), np.ones(len(reach))
        least = [way.min(axis=0) for way in ways]
        values = np.concatenate([way - low for way, low in zip(ways, least, strict=True)]) * scale
        # Who does not count is never the smallest: his gain is put above all that the others can reach.
        short = np.where(scale > 0, (sum(least) - floor) * scale, _ABOVE)
        span = np.asarray(sum(np.abs(way).max(axis=0) for way in ways) + np.abs(floor), float)
        begins = np.cumsum([0, *map(len, ways)])
        factor = prod(worth, start=Fraction(1)) if aim.kind == kernel.NASH else top
        return cls(values, begins, short, floor, span, scale, weights, factor)

    def gains(self, sums: NDArray[Any]) -> Floats:
        """The gains of sums in steps (vectors, parties)."""
        return np.where(self.scale > 0, (sums - self.floor) * self.scale, _ABOVE)

    def bound(self, duals: Floats) -> float:
        """The largest weighted sum of gains."""
        top, _ = kernel.highest(self.values, self.begins, duals)
        return float(top + duals @ self.short)


@dataclass(frozen=True)
class Relaxed:
    """What the best mixture of alternatives tells."""

    scaled: Scaled
    mix: Floats
    """The best mixture; shape (alternatives,)."""
    duals: Floats
    """The weights that prove the bound; shape (parties,)."""
    bound: float
    """No package is worth more, in scaled gains: a product, for NASH, as its logarithm."""
    kind: int
    """That of the aim."""

    @property
    def told(self) -> Fraction:
        """The bound in the units of the aim."""
        return Fraction(exp(self.bound) if self.kind == kernel.NASH else self.bound) * self.scaled.factor

    @cached_property
    def losses(self) -> Floats:
        """What each alternative costs under the duals, compared with the best of its block; shape (alternatives,)."""
        scores, begins = self.scaled.values @ self.duals, self.scaled.begins
        return np.repeat(np.maximum.reduceat(scores, begins[:-1]), np.diff(begins)) - scores

    def second_loss(self, block: int) -> float:
        """The least loss of a block's alternatives but the best."""
        begins = self.scaled.begins
        return float(np.partition(self.losses[begins[block] : begins[block + 1]], 1)[1])

    def mixed(self, block: int, rows: Ints, adds: Ints) -> Floats:
        """What the mixture of some of a block's alternatives adds, in steps; shape (parties,)."""
        share = self.mix[self.scaled.begins[block] + rows]
        return np.asarray(share @ adds / share.sum() if share.any() else adds.mean(axis=0))


def relaxed(ways: Sequence[Ints], floor: Ints, aim: Aim) -> Relaxed | None:
    """The relaxation; None where no mixture has every party at no deal (for NASH: above it)."""
    scaled = Scaled.of(ways, floor, aim)
    program = _program(scaled, scaled.weights if aim.kind == kernel.TOTAL else None)
    if program is None:
        return None
    mix, duals = program
    if aim.kind == kernel.TOTAL:
        duals = scaled.weights + duals
    bound = scaled.bound(duals)
    if aim.kind == kernel.NASH:
        if (mix @ scaled.values + scaled.short).min() <= 0:
            return None
        gains, bound = kernel.concave(scaled.values, scaled.begins, scaled.short, mix, _SWEEPS)
        bound = min(bound, 0.0)  # no scaled gain is above 1
        duals = 1 / gains
    elif aim.kind == kernel.LEAST:
        bound = bound / duals.sum()
        if bound < -1e-12 and not aim.free:
            return None
    return Relaxed(scaled, mix, duals, bound + 1e-12 * max(1.0, abs(bound)), aim.kind)


def _reach(ways: Sequence[Ints], floor: Ints) -> list[int]:
    """How far from no deal each party can come, in steps; at least 1."""
    high = sum(way.max(axis=0) for way in ways) - floor
    low = sum(way.min(axis=0) for way in ways) - floor
    return [max(1, abs(int(h)), abs(int(w))) for h, w in zip(high, low, strict=True)]


def _program(scaled: Scaled, weights: Floats | None) -> tuple[Floats, Floats] | None:
    """The mixture with the largest weighted sum of gains, none below 0, or without weights with the largest smallest gain.

    -> the mixture (alternatives,) and the duals of the parties' rows; None where there is none. Any duals prove a bound: where the
    numbers are too unlike for the solver, equal ones do.
    """
    values, begins = scaled.values, scaled.begins
    alternatives, parties = values.shape
    least = np.ones((parties, 1 if weights is None else 0))
    aim = np.append(np.zeros(alternatives), -1.0) if weights is None else -(values @ weights)
    one_each = csr_array((np.ones(alternatives), np.arange(alternatives), begins), shape=(len(begins) - 1, len(aim)))
    solved = linprog(
        aim,
        A_ub=np.hstack([-values.T, least]),
        b_ub=scaled.short,
        A_eq=one_each,
        b_eq=np.ones(len(begins) - 1),
        bounds=[(0, None)] * alternatives + [(None, None)] * least.shape[1],
        method="highs",
    )
    if solved.status == _INFEASIBLE:
        return None
    if solved.status != 0 or (weights is None and not (solved.ineqlin.marginals < 0).any()):
        sizes = np.diff(begins)
        return np.repeat(1 / sizes, sizes), np.where(scaled.scale > 0, 1.0, 0.0)
    duals = np.where(scaled.short < _ABOVE, np.maximum(-solved.ineqlin.marginals, 0), 0)
    return np.maximum(solved.x[:alternatives], 0), duals
