"""Kernels of `batch.py`; private, over flat arrays: values (readings, alternatives, parties) with the last block first."""

import numpy as np

from ._gains import compare_gains
from .compiled import Floats, Longs, Numbers, compiled
from .pareto._dominance import extend
from .pareto._kernels import fold_pairs

_MOST = 1 << 40  # states: never a limit
_VECTORS, _PACKAGES = 1, 2  # what is wanted of the frontiers
_EQUAL = 100  # the most packages with one vector of utilities that are listed


@compiled
def nash_of_pairs(
    values: Longs, begins: Longs, no_deal: Longs, slack: Longs, wanted: int
) -> tuple[Floats, Longs, Longs, Longs, Longs]:
    """Two parties -> each alternative's share of the tied Nash packages (readings, alternatives); what each party gains by them
    (readings, parties), -1 where there is none; sizes of the frontiers; the vectors on them, one reading after the other; the
    packages with these vectors (packages, 1 + blocks), each with its reading and its alternatives."""
    readings, parties, blocks = values.shape[0], 2, begins.size - 1
    shares, gains = np.zeros((readings, begins[-1])), np.full((readings, parties), -1, np.int64)
    sizes = np.zeros(readings, np.int64)
    vectors, packages = np.empty((64, parties), np.int64), np.empty((64, blocks + 1), np.int64)
    used, listed = 0, 0
    floors = np.empty((blocks, parties), np.int64)
    for r in range(readings):
        _fill_floors(values[r], begins, no_deal[r] - slack, floors)
        sums, choice, parent, levels, _ = fold_pairs(values[r], begins, floors, _MOST)
        if levels.size - 1 < blocks or sums.shape[0] == 0:
            continue
        sizes[r] = sums.shape[0]
        states = _states(values[r], begins, choice, parent, levels)
        _settle(values[r], begins, states, levels, no_deal[r], slack, shares[r], gains[r])
        if wanted >= _VECTORS:
            vectors, used = _appended(vectors, used, sums), used + sums.shape[0]
        if wanted == _PACKAGES:
            found = _listed(values[r], begins, states, levels, r)
            packages, listed = _appended(packages, listed, found), listed + found.shape[0]
    return shares, gains, sizes, vectors[:used].copy(), packages[:listed].copy()


@compiled
def nash_of_many(
    values: Longs, begins: Longs, no_deal: Longs, slack: Longs, wanted: int
) -> tuple[Floats, Longs, Longs, Longs, Longs]:
    """Any number of parties; as `nash_of_pairs`. A level here is small: each candidate is compared with those kept."""
    readings, parties, blocks = values.shape[0], values.shape[2], begins.size - 1
    shares, gains = np.zeros((readings, begins[-1])), np.full((readings, parties), -1, np.int64)
    sizes = np.zeros(readings, np.int64)
    vectors, packages = np.empty((64, parties), np.int64), np.empty((64, blocks + 1), np.int64)
    used, listed = 0, 0
    floors = np.empty((blocks, parties), np.int64)
    no_cuts, no_needs = np.empty((0, parties)), np.empty(0)
    for r in range(readings):
        _fill_floors(values[r], begins, no_deal[r] - slack, floors)
        level = np.zeros((1, parties), np.int64)
        choices, parents = np.empty(0, np.int32), np.empty(0, np.int32)
        levels = np.zeros(blocks + 1, np.int64)
        for b in range(blocks):
            adds = values[r, begins[b] : begins[b + 1]]
            sums, choice, parent = extend(level, adds, floors[b], no_cuts, no_needs)
            kept = undominated(sums)
            level = sums[kept]
            choices, parents = np.append(choices, choice[kept]), np.append(parents, parent[kept])
            levels[b + 1] = choices.size
        if level.shape[0] == 0:
            continue
        sizes[r] = level.shape[0]
        states = _states(values[r], begins, choices, parents, levels)
        _settle(values[r], begins, states, levels, no_deal[r], slack, shares[r], gains[r])
        if wanted >= _VECTORS:
            vectors, used = _appended(vectors, used, level), used + level.shape[0]
        if wanted == _PACKAGES:
            found = _listed(values[r], begins, states, levels, r)
            packages, listed = _appended(packages, listed, found), listed + found.shape[0]
    return shares, gains, sizes, vectors[:used].copy(), packages[:listed].copy()


@compiled
def undominated(sums: Longs) -> Longs:
    """Numbers of the points (n, parties) that no other dominates; of equal ones the first."""
    n, parties = sums.shape
    order = np.argsort(-sums.sum(axis=1), kind="mergesort")
    kept, k = np.empty(n, np.int64), 0
    for i in order:
        free = True
        for q in range(k):
            above = True
            for p in range(parties):
                if sums[kept[q], p] < sums[i, p]:
                    above = False
                    break
            if above:
                free = False
                break
        if free:
            kept[k] = i
            k += 1
    return kept[:k]


@compiled
def _fill_floors(values: Longs, begins: Longs, no_deal: Longs, floors: Longs) -> None:
    """What a partial sum needs so that the blocks to come can still reach no deal; floors (blocks, parties)."""
    blocks = begins.size - 1
    for p in range(no_deal.size):
        need = no_deal[p]
        for b in range(blocks - 1, -1, -1):
            floors[b, p] = need
            need -= values[begins[b] : begins[b + 1], p].max()


@compiled
def _states(values: Longs, begins: Longs, choice: Numbers, parent: Numbers, levels: Longs) -> Longs:
    """The partial sums of all levels, one level after the other; shape (states, parties)."""
    states = np.zeros((choice.size, values.shape[1]), np.int64)
    for b in range(levels.size - 1):
        for s in range(levels[b], levels[b + 1]):
            states[s] = values[begins[b] + choice[s]]
            if b > 0:
                states[s] += states[levels[b - 1] + parent[s]]
    return states


@compiled
def _settle(
    values: Longs, begins: Longs, states: Longs, levels: Longs, no_deal: Longs, slack: Longs, share: Floats, gain: Longs
) -> None:
    """Fill in each alternative's share of all packages with the largest Nash product, and what each party gains by them.

    Of equal sums a level keeps one. But every part of a package on the frontier is on the frontier of its level, so all packages
    with a sum are found again by taking every alternative off it: `down` counts the ways from a state to a tied package, `up`
    those from nothing to the state.
    """
    blocks = levels.size - 1
    up, down = np.zeros(states.shape[0]), np.zeros(states.shape[0])
    total = 0.0
    for s in _best(states, levels[blocks - 1], no_deal, slack, gain):
        down[s] = 1.0
    for b in range(blocks - 1, 0, -1):
        for s in range(levels[b], levels[b + 1]):
            for a in range(begins[b], begins[b + 1] if down[s] > 0 else begins[b]):
                before = _without(states, levels[b - 1], levels[b], states[s] - values[a])
                if before >= 0:
                    down[before] += down[s]
    for b in range(blocks):
        for s in range(levels[b], levels[b + 1]):
            for a in range(begins[b], begins[b + 1] if down[s] > 0 else begins[b]):
                ways = _ways(states, levels, up, b, states[s] - values[a])
                up[s] += ways
                share[a] += ways * down[s]
    for a in range(begins[0], begins[1]):
        total += share[a]
    share /= total


@compiled
def _ways(states: Longs, levels: Longs, up: Floats, b: int, rest: Longs) -> float:
    """In how many ways the blocks before b add up to a rest."""
    if b == 0:
        return 1.0 if not rest.any() else 0.0
    before = _without(states, levels[b - 1], levels[b], rest)
    return up[before] if before >= 0 else 0.0


@compiled
def _without(states: Longs, start: int, stop: int, rest: Longs) -> int:
    """The state with these sums, -1 where there is none."""
    for s in range(start, stop):
        same = True
        for p in range(rest.size):
            if states[s, p] != rest[p]:
                same = False
                break
        if same:
            return s
    return -1


@compiled
def _best(states: Longs, start: int, no_deal: Longs, slack: Longs, gain: Longs) -> Longs:
    """The states from `start` on with the largest Nash product; fills in what each party gains by the first of them."""
    close = bool(slack.any())
    found, k = np.empty(states.shape[0] - start, np.int64), 0
    own = np.empty(no_deal.size, np.int64)
    for s in range(start, states.shape[0]):
        for p in range(no_deal.size):
            own[p] = states[s, p] - no_deal[p]
            if own[p] <= slack[p]:
                own[p] = 0
        order = compare_gains(own, gain, close) if k else 1
        if order > 0:
            k = 0
            gain[:] = own
        if order >= 0:
            found[k] = s
            k += 1
    return found[:k]


@compiled
def _listed(values: Longs, begins: Longs, states: Longs, levels: Longs, reading: int) -> Longs:
    """The packages of the last level, of each sum at most `_EQUAL`; shape (packages, 1 + blocks), the last block first."""
    blocks = levels.size - 1
    found = np.empty((64, blocks + 1), np.int64)
    used = 0
    for s in range(levels[blocks - 1], levels[blocks]):
        own = np.full((1, blocks + 1), reading, np.int64)
        at = np.full(1, s, np.int64)
        for b in range(blocks - 1, -1, -1):
            own, at = _split(values, begins, states, levels, own, at, b)
        found = _appended(found, used, own)
        used += own.shape[0]
    return found[:used]


@compiled
def _split(
    values: Longs, begins: Longs, states: Longs, levels: Longs, own: Longs, at: Longs, b: int
) -> tuple[Longs, Longs]:
    """Packages with block b settled in every way that fits, and the states that are left of them."""
    rows, left = np.empty((_EQUAL, own.shape[1]), np.int64), np.empty(_EQUAL, np.int64)
    k = 0
    for n in range(at.size):
        for a in range(begins[b], begins[b + 1]):
            rest = states[at[n]] - values[a]
            before = -1
            if b > 0:
                before = _without(states, levels[b - 1], levels[b], rest)
            if (before >= 0 or (b == 0 and not rest.any())) and k < _EQUAL:
                rows[k], left[k] = own[n], before
                rows[k, 1 + b] = a - begins[b]
                k += 1
    return rows[:k].copy(), left[:k].copy()


@compiled
def _appended(rows: Longs, used: int, more: Longs) -> Longs:
    """The rows with more from `used` on, and more room where it is needed."""
    if used + more.shape[0] > rows.shape[0]:
        wider = np.empty((2 * (used + more.shape[0]), rows.shape[1]), np.int64)
        wider[:used] = rows[:used]
        rows = wider
    rows[used : used + more.shape[0]] = more
    return rows
