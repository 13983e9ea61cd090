"""Kernels of `batch.py`; private, over flat arrays: values (readings, alternatives, parties) with the last block first."""

import numpy as np

from .compiled import Longs, Numbers, compiled
from .pareto._dominance import extend
from .pareto._kernels import fold_pairs

_MOST = 1 << 40  # states: never a limit


@compiled
def nash_of_pairs(values: Longs, begins: Longs, no_deal: Longs, front: bool) -> tuple[Numbers, Numbers, Longs]:
    """Two parties -> alternatives of the Nash package (readings, blocks), in the order of the blocks; sizes; packages."""
    readings, blocks = values.shape[0], begins.size - 1
    ways = np.full((readings, blocks), -1, np.int32)
    sizes = np.zeros(readings, np.int32)
    numbers, used = np.empty(1024, np.int64), 0
    floors = np.empty((blocks, 2), np.int64)
    for r in range(readings):
        _fill_floors(values[r], begins, no_deal[r], floors)
        sums, choice, parent, levels, _ = fold_pairs(values[r], begins, floors, _MOST)
        if levels.size - 1 < blocks or sums.shape[0] == 0:
            continue
        sizes[r] = sums.shape[0]
        _trace(choice, parent, levels, best(sums, no_deal[r]), ways[r])
        if front:
            numbers = _numbered(choice, parent, levels, begins, sums.shape[0], numbers, used)
            used += sums.shape[0]
    return ways, sizes, numbers[:used].copy()


@compiled
def nash_of_many(values: Longs, begins: Longs, no_deal: Longs, front: bool) -> tuple[Numbers, Numbers, Longs]:
    """Any number of parties; as `nash_of_pairs`. A level here is small: each candidate is compared with those kept."""
    readings, parties, blocks = values.shape[0], values.shape[2], begins.size - 1
    ways = np.full((readings, blocks), -1, np.int32)
    sizes = np.zeros(readings, np.int32)
    numbers, used = np.empty(1024, np.int64), 0
    floors = np.empty((blocks, parties), np.int64)
    no_cuts, no_needs = np.empty((0, parties)), np.empty(0)
    for r in range(readings):
        _fill_floors(values[r], begins, no_deal[r], floors)
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
        _trace(choices, parents, levels, best(level, no_deal[r]), ways[r])
        if front:
            numbers = _numbered(choices, parents, levels, begins, level.shape[0], numbers, used)
            used += level.shape[0]
    return ways, sizes, numbers[:used].copy()


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
def best(sums: Longs, no_deal: Longs) -> int:
    """The row (n, parties) with most parties gaining, among these the largest product of their gains, among these the first."""
    most, product, row = -1, -1.0, -1
    for i in range(sums.shape[0]):
        gaining, gains = 0, 1.0
        for p in range(no_deal.size):
            if sums[i, p] > no_deal[p]:
                gaining += 1
                gains *= float(sums[i, p] - no_deal[p])
        if gaining > most or (gaining == most and gains > product):
            most, product, row = gaining, gains, i
    return row


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
def _trace(choice: Numbers, parent: Numbers, levels: Longs, state: int, ways: Numbers) -> None:
    """Fill in the alternative of each block, the first block first."""
    blocks = levels.size - 1
    for b in range(blocks - 1, -1, -1):
        at = levels[b] + state
        ways[blocks - 1 - b] = choice[at]
        state = parent[at]


@compiled
def _numbered(
    choice: Numbers, parent: Numbers, levels: Longs, begins: Longs, n: int, numbers: Longs, used: int
) -> Longs:
    """`numbers` with those of the n packages of the last level from `used` on, with more room where it is needed."""
    blocks = levels.size - 1
    while used + n > numbers.size:
        wider = np.empty(2 * numbers.size, np.int64)
        wider[:used] = numbers[:used]
        numbers = wider
    for i in range(n):
        state, number = i, 0
        for b in range(blocks - 1, -1, -1):
            number = number * (begins[b + 1] - begins[b]) + choice[levels[b] + state]
            state = parent[levels[b] + state]
        numbers[used + i] = number
    return numbers
