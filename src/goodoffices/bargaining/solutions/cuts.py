"""What a package must reach to be worth at least as much as one that is known: linear cuts from the weights of the relaxation."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from ..grid import Ints
from ..pareto.merge import Keep
from . import _kernels as kernel
from .relaxation import Aim, Floats, Relaxed

_MARGIN = 1e-9
"""Cuts are lower by this, relative to the numbers in them, than exact ones: floats never cut a best package away."""
_ROUNDING = 1e-12
"""And by this, relative to the sums themselves."""
_FAR = 2.0**61
_FEW = 6
"""Parties up to which the weights of pairs are varied, too."""


def keeping(floor: Ints, aim: Aim, relaxation: Relaxed, lower: float) -> Keep:
    """The floor and the cuts that every package worth at least `lower` keeps; floor (parties,) is no deal.

    The product of gains: by the inequality of the means, weights @ gains >= n (product of weights x lower)^(1/n). The smallest
    gain: weights @ gains >= lower x sum of weights. The sum: the weights of the bound are those of the sum and more, on gains
    not below 0.
    """
    if not np.isfinite(lower) or (aim.kind == kernel.NASH and lower <= 0):
        return Keep.above(floor)
    weights = np.array(list(_weights(aim.kind, relaxation, lower)))
    if aim.kind == kernel.NASH:
        n = weights.shape[1]
        needs = n * np.exp((np.log(weights).sum(axis=1) + np.log(lower)) / n)
    else:
        needs = np.full(len(weights), lower) * (weights.sum(axis=1) if aim.kind == kernel.LEAST else 1)
    scaled = relaxation.scaled
    cuts = weights * scaled.scale
    margin = _MARGIN * (weights.sum(axis=1) + np.abs(needs)) + _ROUNDING * (cuts @ scaled.span)
    return Keep(_floor(floor, aim, relaxation, lower), cuts, needs + cuts @ floor - margin)


def _floor(floor: Ints, aim: Aim, relaxation: Relaxed, lower: float) -> Ints:
    """The least sum of each party: with LEAST it is what makes the smallest gain `lower`."""
    if aim.kind != kernel.LEAST:
        return floor
    scale = relaxation.scaled.scale
    counted = scale > 0
    with np.errstate(over="ignore"):
        steps = np.clip((lower - _MARGIN) / np.where(counted, scale, 1), -_FAR, _FAR)
    least = np.where(counted, floor + np.floor(steps).astype(np.int64), floor)
    return least if aim.free else np.maximum(floor, least)


def _weights(kind: int, relaxation: Relaxed, lower: float) -> Iterator[Floats]:
    """The weights that prove the bound, and some around them, which see a party that falls behind earlier."""
    duals = relaxation.duals
    yield duals
    if kind == kernel.TOTAL:
        return
    parties = range(len(duals))
    groups: list[tuple[int, ...]] = [(p,) for p in parties]
    factors = [1.15, 1.4]
    if kind == kernel.NASH:
        near = float(np.sqrt(2 * max(relaxation.bound - np.log(lower), 1e-12)))
        factors = [1 + near] if near < 0.5 else []
    elif len(duals) <= _FEW:
        groups += combinations(parties, 2)
    for group in groups:
        for factor in factors:
            for times in (factor, 1 / factor):
                varied = duals.copy()
                varied[list(group)] *= times
                yield varied
