"""The named packages of a scenario with many packages: from the frontier where that is small, else each by a search of its own."""

from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property
from time import monotonic

import numpy as np

from ...errors import DataError, Problem
from ..grid import Ints
from ..pareto.listed import best_first
from ..pareto.merge import Keep, Limits, merge
from ..pareto.merged import prepared
from ..pareto.trace import Traced
from ..scenario import Scenario
from . import concepts
from ._kernels import LEAST, NASH, TOTAL
from .from_list import Candidates, closest, solution, solutions, unproven
from .relaxation import Aim
from .result import CONCEPTS, Concept, Solution, Solutions
from .search import Found, Table, search

_FRONTIER = 100_000
"""Vectors up to which the whole frontier is the fastest way."""
_UNLIKE = 10**100
_QUICK = {1: 10_000, 2: 10_000, 3: 14}
"""Issues up to which that is so, by the number of parties."""


def solve_many(scenario: Scenario, until: float, wanted: Sequence[Concept] = CONCEPTS) -> Solutions:
    """The named packages that are asked for, by a time of `time.monotonic`.

    DataError where the parties' utilities are so unlike in size that floats cannot hold them side by side.
    """
    _require_similar(scenario)
    ways, numbers = prepared(scenario)
    table = Table(scenario.blocks, ways, numbers, scenario.grid.floor)
    if len(ways) <= _QUICK.get(len(scenario.parties), 0):
        whole = _by_frontier(scenario, table, until, wanted)
        if whole is not None:
            return whole
    return _Many(scenario, table, until, wanted).solutions()


def _require_similar(scenario: Scenario) -> None:
    values = np.abs(scenario.grid.values).max(axis=0).tolist()
    sizes = {p: max(1, v) * step for p, v, step in zip(scenario.parties, values, scenario.grid.steps, strict=True)}
    large, small = max(sizes, key=lambda p: sizes[p]), min(sizes, key=lambda p: sizes[p])
    if sizes[large] > _UNLIKE * sizes[small]:
        found = f"utilities of {large} that are more than 10^100 times as large as those of {small}"
        raise DataError([Problem(scenario.name, 0, 0, found, "points on scales that can be compared")])


def _by_frontier(scenario: Scenario, table: Table, until: float, wanted: Sequence[Concept]) -> Solutions | None:
    """Those asked for from the frontier; None where it is too large for that, or where there is none."""
    merged = merge(table.ways, Keep.above(table.floor), Limits(until, _FRONTIER, lambda sums, _: sums.sum(axis=1)))
    if not merged.complete or not len(merged.sums):
        return None
    order = best_first(merged.sums).astype(np.int32)
    packages = Traced(table.blocks, table.numbers, merged.levels, order)
    candidates = Candidates(scenario, scenario.grid, merged.sums[order], packages)
    return Solutions(scenario, True, solutions(candidates, wanted), None, scenario.grid.rounded)


class _Many:
    """The searches for one scenario, one after the other: each is given its share of the time that is left."""

    def __init__(self, scenario: Scenario, table: Table, until: float, wanted: Sequence[Concept]) -> None:
        self.scenario, self.table, self.until, self.wanted = scenario, table, until, wanted
        self.grid, self.steps = scenario.grid, scenario.grid.steps
        self.searches = len(wanted) + len(scenario.parties) * ("kalai_smorodinsky" in wanted)

    def solutions(self) -> Solutions:
        """Those asked for; where one is not found, the smallest gain that can be had tells whether an agreement is possible."""
        found: dict[Concept, Solution] = {}
        rounded = self.scenario.grid.rounded
        for concept in sorted(self.wanted, key=lambda c: c != "egalitarian"):
            one = self._solution(concept)
            if one is not None:
                found[concept] = one
            elif self.egalitarian_least < 0:
                possible = False if self.egalitarian.proven or self.egalitarian.bound < 0 else None
                nearest = closest(self._candidates(self.egalitarian), self.egalitarian.proven)
                return Solutions(self.scenario, possible, {}, nearest, rounded)
        return Solutions(self.scenario, True, {c: found[c] for c in self.wanted if c in found}, None, rounded)

    def _candidates(self, found: Found) -> Candidates:
        return Candidates(self.scenario, self.scenario.grid, found.sums, found.packages)

    def _solution(self, concept: Concept) -> Solution | None:
        ways = {
            "nash": self._nash,
            "egalitarian": self._egalitarian,
            "kalai_smorodinsky": self._kalai_smorodinsky,
            "utilitarian": self._utilitarian,
        }
        return ways[concept]()

    @cached_property
    def egalitarian(self) -> Found:
        """The packages whose smallest gain is the largest, also where that is a loss."""
        found = self._search(Aim(LEAST, self.steps, free=True))
        assert found is not None  # parties may be below no deal: there always is a package
        return found

    @cached_property
    def egalitarian_rows(self) -> concepts.Rows:
        """Those of them that leximin picks."""
        return concepts.leximin(self.grid.gains(self.egalitarian.sums), self.steps)

    @property
    def egalitarian_least(self) -> int:
        """A number with the sign of the largest smallest gain."""
        return int(self.grid.gains(self.egalitarian.sums[self.egalitarian_rows[0]]).min())

    def _egalitarian(self) -> Solution | None:
        if self.egalitarian_least < 0:
            return None
        return self._told("egalitarian", self.egalitarian, self.egalitarian_rows, self.egalitarian.bound)

    def _search(self, aim: Aim) -> Found | None:
        left = max(0.0, self.until - monotonic())
        share = left / max(1, self.searches)
        self.searches -= 1
        return search(self.table, aim, monotonic() + share)

    def _nash(self) -> Solution | None:
        found = self._search(Aim(NASH, self.steps))
        if found is None or not len(found.sums):
            return self._nash_by_frontier() if self.egalitarian_least >= 0 else None
        rows = concepts.nash(self.grid.gains(found.sums), self.steps)
        if self.grid.rounded and not self.grid.gains(found.sums[rows[0]]).all():
            # What made the product large is what rounding made of 0.
            return self._nash_by_frontier()
        return self._told("nash", found, rows, found.bound)

    def _nash_by_frontier(self) -> Solution | None:
        """Where some party gains nothing in any package, the product says nothing: the frontier has the answer."""
        until = monotonic() + max(0.0, self.until - monotonic()) / max(1, self.searches + 1)
        whole = _by_frontier(self.scenario, self.table, until, ["nash"])
        return whole.solutions["nash"] if whole is not None else None

    def _kalai_smorodinsky(self) -> Solution | None:
        bests = [self._best_gain(party) for party in range(len(self.scenario.parties))]
        gains, most = [gain for gain, _ in bests], [bound for _, bound in bests]
        certain = gains == most
        if not any(most):
            # Where nobody can gain, all are worth the same: all that are at no deal for everybody.
            whole = self.egalitarian
            good = np.flatnonzero((whole.sums >= self.table.floor).all(axis=1))
            return self._told("kalai_smorodinsky", whole, good, Fraction(), gains) if len(good) else None
        # Shares of the least that the best gains can be: no package has more. What is told of a package are shares of the most.
        found = self._search(Aim(LEAST, [Fraction(1, gain) if gain else Fraction() for gain in gains]))
        if found is None or not len(found.sums):
            return None
        rows = concepts.kalai_smorodinsky(self.grid.gains(found.sums), gains)
        return self._told("kalai_smorodinsky", found, rows, found.bound, most, certain)

    def _best_gain(self, party: int) -> tuple[int, int]:
        """The best gain of a party among the packages at least as good as no deal for all, in steps: at least, and at most."""
        units = [Fraction(other == party) for other in range(len(self.scenario.parties))]
        picked = _greedy(self.table, party)
        if picked is not None:
            self.searches -= 1
            return (best := int(self.grid.gains(picked)[party])), best
        found = self._search(Aim(TOTAL, units))
        if found is None:
            return 0, 0
        best = int(self.grid.gains(found.sums)[:, party].max(initial=0))
        return best, best if found.proven else max(best, int(found.bound))

    def _utilitarian(self) -> Solution | None:
        found = self._search(Aim(TOTAL, self.steps))
        if found is None or not len(found.sums):
            return None
        no_deals = sum(self.scenario.grid.utility(self.table.floor.tolist()), Fraction())
        rows = concepts.utilitarian(found.sums, self.scenario.grid.steps)
        return self._told("utilitarian", found, rows, found.bound + no_deals)

    def _told(
        self,
        concept: Concept,
        found: Found,
        rows: concepts.Rows,
        bound: Fraction | None,
        best: Sequence[int] = (),
        certain: bool = True,
    ) -> Solution:
        one = solution(self._candidates(found), concept, rows, best)
        return one if found.proven and certain else unproven(one, bound)


def _greedy(table: Table, party: int) -> Ints | None:
    """The sums of the package that is best for one party if the others did not matter; None where they do."""
    # The others decide among alternatives that are equal to it: they may be short of no deal otherwise.
    rows = [np.lexsort((way.sum(axis=1), way[:, party]))[-1] for way in table.ways]
    sums = np.asarray(sum(way[row] for way, row in zip(table.ways, rows, strict=True)), np.int64)
    return sums if (sums >= table.floor).all() else None
