"""The named packages where all candidates are at hand: every package of a small scenario, or the whole frontier of a larger one."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from math import prod

import numpy as np

from ..grid import Ints
from ..pareto import named
from ..pareto.earliest import earliest
from ..pareto.trace import Options, Packages, Traced
from ..scenario import Scenario
from . import choice
from .solution import Closest, Concept, Solution

_TIES = 1_000
"""Packages of the same value up to which they are listed to find the first in the order of the file."""


def solutions(
    scenario: Scenario, sums: Ints, packages: Packages, concepts: Sequence[Concept]
) -> dict[Concept, Solution]:
    """Those asked for, from the vectors (n, parties) of at least the whole frontier; all at least as good as no deal."""
    best = (sums - scenario.grid.no_deal).max(axis=0).tolist()
    return {c: proven(scenario, c, picked(scenario, c, sums, best), sums, packages, best) for c in concepts}


def picked(scenario: Scenario, concept: Concept, sums: Ints, best: Sequence[int]) -> choice.Rows:
    """The rows of sums (n, parties) that a concept picks; `best`: the best gain of each party, in steps."""
    gains, steps = sums - scenario.grid.no_deal, scenario.grid.steps
    if concept == "nash":
        return choice.nash(gains, steps)
    if concept == "egalitarian":
        return choice.leximin(gains, steps)
    return by_ratio(gains, best) if concept == "kalai_smorodinsky" else choice.utilitarian(sums, steps)


def by_ratio(gains: Ints, best: Sequence[int]) -> choice.Rows:
    """The rows that Kalai and Smorodinsky pick; where nobody can gain, all rows."""
    inside = [party for party, gain in enumerate(best) if gain > 0]
    if not inside:
        return np.arange(len(gains))
    return choice.leximin(gains[:, inside], [Fraction(1, best[party]) for party in inside])


def proven(
    scenario: Scenario, concept: Concept, rows: choice.Rows, sums: Ints, packages: Packages, best: Sequence[int]
) -> Solution:
    """The solution of a concept, given all rows that it picks."""
    found = value(scenario, concept, sums[rows[0]].tolist(), best)
    options, ties = first(rows, packages)
    row = sums[rows[0]] if len(rows) == 1 else scenario_sums(scenario, options)
    return Solution(named(scenario, options), scenario.grid.utility(row.tolist()), found, found, True, ties)


def first(rows: choice.Rows, packages: Packages) -> tuple[Options, int | None]:
    """The first package of some rows in the order of the file, and how many there are."""
    count = sum(packages.count(int(row)) for row in rows)
    if count > _TIES and isinstance(packages, Traced):
        return earliest(packages, rows.tolist()), count
    return min(options for row in rows for options in packages.of(int(row))), count


def scenario_sums(scenario: Scenario, options: Options) -> Ints:
    """The sums of a package, in steps; shape (parties,)."""
    rows = scenario.grid.starts[:-1] + np.array(options)
    return np.asarray(scenario.grid.values[rows].sum(axis=0), np.int64)


def value(scenario: Scenario, concept: Concept, sums: Sequence[int], best: Sequence[int]) -> Fraction:
    """What a concept makes large, of a package with these sums; `best`: the best gain of each party."""
    grid = scenario.grid
    gains = [s - d for s, d in zip(sums, grid.no_deal.tolist(), strict=True)]
    if concept == "nash":
        return Fraction(prod((g * step for g, step in zip(gains, grid.steps, strict=True)), start=Fraction(1)))
    if concept == "egalitarian":
        return min(Fraction(g) * step for g, step in zip(gains, grid.steps, strict=True))
    if concept == "kalai_smorodinsky":
        return min((Fraction(g, b) for g, b in zip(gains, best, strict=True) if b > 0), default=Fraction())
    return sum((s * step for s, step in zip(sums, grid.steps, strict=True)), Fraction())


def closest(scenario: Scenario, sums: Ints, packages: Packages, certain: bool = True) -> Closest:
    """The row whose largest shortfall is the smallest (then leximin), where none reaches no deal for all."""
    rows = choice.leximin(sums - scenario.grid.no_deal, scenario.grid.steps)
    options, _ = first(rows, packages)
    row = scenario_sums(scenario, options)
    utilities = scenario.grid.utility(row.tolist())
    short = [
        max(Fraction(), (u.no_deal or Fraction()) - v)
        for u, v in zip(scenario.utilities.values(), utilities, strict=True)
    ]
    return Closest(named(scenario, options), utilities, tuple(short), certain)


def unproven(solution: Solution, bound: Fraction | None) -> Solution:
    """The same package where another may be better; the bound is never below what it is worth itself."""
    least = None if bound is None else max(bound, solution.value)
    return replace(solution, bound=least, proven=False, ties=None)
