"""How far readers of one record agree: the share of pairs that do, and Krippendorff's alpha for nominal data.

K. Krippendorff, Computing Krippendorff's Alpha-Reliability, University of Pennsylvania, 2011 (repository.upenn.edu/asc_papers/43),
sections A to C: an item counts where two readers or more decided; what a reader left undecided is missing, and says nothing.

    alpha = 1 - D_o / D_e
    D_o     of the pairs of decisions on one item, the share that differ, an item of m decisions weighing m
    D_e     of all pairs of decisions that count, whichever item they are on, the share that differ

The interval is by bootstrap over items (percentiles): items are drawn with replacement, all decisions on an item together.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

DRAWS, COVERAGE = 2000, 0.95
"""Bootstrap samples, and the share of them within the interval."""


@dataclass(frozen=True, slots=True)
class Reliability:
    """How far the decisions on some items agree."""

    items: int
    """Items on which two readers or more decided."""
    decisions: int
    """Decisions on these."""
    agreement: float | None
    """The share of pairs of decisions on one item that are the same; None without any."""
    alpha: float | None
    """None where there is no pair, or where all decisions are the same: then nothing tells skill from habit."""
    interval: tuple[float, float] | None
    """Within which 95 of 100 bootstrap samples have their alpha; None where too few of them have one."""


def reliability(
    items: Sequence[Sequence[Hashable | None]], random: np.random.Generator, draws: int = DRAWS
) -> Reliability:
    """How far decisions agree; `items` are the decisions of all readers on each item, None where there is none."""
    counts = _counts(items)
    each = counts.sum(axis=1)
    pairs, same = float((each * (each - 1)).sum()), float((counts * (counts - 1)).sum())
    found = alphas(counts, np.ones((1, len(counts)), dtype=np.int64))[0]
    return Reliability(
        len(counts),
        int(each.sum()),
        same / pairs if pairs else None,
        None if np.isnan(found) else float(found),
        None if np.isnan(found) else _interval(counts, random, draws),
    )


def _counts(items: Sequence[Sequence[Hashable | None]]) -> npt.NDArray[np.int64]:
    """How often each item (row) was decided each way (column); items with one decision or none say nothing."""
    decided = [[one for one in item if one is not None] for item in items]
    decided = [item for item in decided if len(item) > 1]
    ways: dict[Any, int] = {}
    for item in decided:
        for one in item:
            ways.setdefault(one, len(ways))
    counts = np.zeros((len(decided), max(len(ways), 1)), dtype=np.int64)
    for row, item in enumerate(decided):
        for one in item:
            counts[row, ways[one]] += 1
    return counts


def alphas(counts: npt.NDArray[np.int64], weights: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Alpha for each row of weights (sample, item): how often each item is drawn; NaN where it is not defined."""
    each = counts.sum(axis=1)
    differing = (each**2 - (counts**2).sum(axis=1)) / np.maximum(each - 1, 1)
    by_way = (weights @ counts).astype(np.float64)
    all_ = by_way.sum(axis=1)
    expected = all_**2 - (by_way**2).sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        found: npt.NDArray[np.float64] = 1 - (all_ - 1) * (weights @ differing) / expected
    return np.where(expected > 0, found, np.nan)


def _interval(counts: npt.NDArray[np.int64], random: np.random.Generator, draws: int) -> tuple[float, float] | None:
    number = len(counts)
    if number < 2:
        return None
    weights = random.multinomial(number, np.full(number, 1 / number), size=draws)
    found = alphas(counts, weights)
    found = found[~np.isnan(found)]
    if len(found) * 2 < draws:
        return None
    low, high = np.quantile(found, [(1 - COVERAGE) / 2, (1 + COVERAGE) / 2])
    return float(low), float(high)
