"""Merging by one block for two and for three parties; private, over flat arrays. `merge.py` checks, allocates and calls.

A level is all non-dominated partial sums over the blocks merged so far, as whole numbers of shape (states, parties), in
lexicographic order, the greatest first. One block adds one of its alternatives to each state. The candidates come out of a merge
of as many sorted lists as there are alternatives, the greatest first, so whatever dominates a candidate has come before it, and
what equals it stands beside it (Kung, Luccio and Preparata 1975: a sweep, over a staircase where there are three).

`cuts` and `needs` prune: a candidate stays only if cuts @ candidate >= needs for each row (floats, with the margin of the caller);
`floor` does the same for each party alone, exactly.
"""

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from ..compiled import Floats, Longs, Numbers, compiled

A = TypeVar("A", bound=NDArray[Any])


@compiled
def passes(x: Longs, floor: Longs, cuts: Floats, needs: Floats) -> bool:
    """Whether a candidate x (parties,) keeps the floor (parties,) and all cuts (rows, parties)."""
    for p in range(x.size):
        if x[p] < floor[p]:
            return False
    for c in range(needs.size):
        total = 0.0
        for p in range(x.size):
            total += cuts[c, p] * x[p]
        if total < needs[c]:
            return False
    return True


@compiled
def merge_pairs(
    level: Longs, adds: Longs, floor: Longs, cuts: Floats, needs: Floats
) -> tuple[Longs, Numbers, Numbers, Numbers]:
    """Two parties: level (n, 2), adds (m, 2) -> sums (k, 2), choice (k,), parent (k,), ties (t, 3) of state, choice, parent."""
    n = level.shape[0]
    sums = np.empty((2, 2 * n + 64), np.int64)
    choice, parent = np.empty(2 * n + 64, np.int32), np.empty(2 * n + 64, np.int32)
    ties = np.empty((8, 4), np.int32)
    before = np.ascontiguousarray(level.T)
    sums, choice, parent, k, ties, t = _sweep(before, n, adds, floor, cuts, needs, sums, choice, parent, 0, ties, 0, 0)
    return np.ascontiguousarray(sums[:, :k].T), choice[:k], parent[:k], ties[:t, 1:]


@compiled
def fold_pairs(
    values: Longs, starts: Longs, floors: Longs, most: int
) -> tuple[Longs, Numbers, Numbers, Longs, Numbers]:
    """Two parties, all blocks: values (alternatives, 2) one block after the other, starts (blocks + 1,), floors (blocks, 2).

    -> sums (n, 2); choice and parent of all levels one after the other; where each level begins (levels + 1,); ties (t, 4) of
    level, state, choice, parent. It stops after the level that has more than `most` states.
    """
    blocks = starts.size - 1
    no_cuts, no_needs = np.empty((0, 2)), np.empty(0)
    level, other = np.zeros((2, 64), np.int64), np.empty((2, 64), np.int64)
    choice, parent = np.empty(512, np.int32), np.empty(512, np.int32)
    ties = np.empty((8, 4), np.int32)
    begins = np.zeros(blocks + 1, np.int64)
    n, used, t, done = 1, 0, 0, 0
    for b in range(blocks):
        adds = values[starts[b] : starts[b + 1]]
        other, choice, parent, k, ties, t = _sweep(
            level, n, adds, floors[b], no_cuts, no_needs, other, choice, parent, used, ties, t, b
        )
        level, other = other, level
        n, used, done = k, used + k, b + 1
        begins[done] = used
        if n == 0 or n > most:
            break
    return np.ascontiguousarray(level[:, :n].T), choice[:used], parent[:used], begins[: done + 1], ties[:t]


@compiled
def _sweep(
    level: Longs,
    n: int,
    adds: Longs,
    floor: Longs,
    cuts: Floats,
    needs: Floats,
    sums: Longs,
    choice: Numbers,
    parent: Numbers,
    used: int,
    ties: Numbers,
    t: int,
    number: int,
) -> tuple[Longs, Numbers, Numbers, int, Numbers, int]:
    """One level from the n states of the one before: level and sums (2, room), ordered as above; choice and parent from `used` on.

    -> what was filled in, with more room where it was needed: sums, choice, parent, how many states, ties, how many ties.
    """
    kept, m = _kept(adds)
    none, most = np.iinfo(np.int64).min, np.iinfo(np.int64).max  # what a list that has ended is left with
    heads = np.zeros(m, np.int64)
    more = np.empty((2, m), np.int64)
    first, second = np.empty(m, np.int64), np.empty(m, np.int64)
    for j in range(m):
        more[0, j], more[1, j] = adds[kept[j], 0], adds[kept[j], 1]
        first[j], second[j] = level[0, 0] + more[0, j], level[1, 0] + more[1, j]
    x = np.empty(2, np.int64)
    firsts, seconds = level[0], level[1]
    k, best = 0, none
    while True:
        b, top, high = -1, none, most
        for j in range(m):
            if second[j] < best:
                # The second party's sums rise along a list: what is not above the best so far, and no tie, is passed over.
                at = heads[j]
                while at < n and seconds[at] + more[1, j] < best:
                    at += 1
                if at == n:
                    first[j], second[j] = none, most
                    continue
                heads[j] = at
                first[j], second[j] = firsts[at] + more[0, j], seconds[at] + more[1, j]
            if first[j] > top or (first[j] == top and second[j] > high):
                b, top, high = j, first[j], second[j]
        if b < 0:
            return sums, choice, parent, k, ties, t
        at = heads[b]
        if high > best:
            x[0], x[1] = top, high
            if top >= floor[0] and high >= floor[1] and (needs.size == 0 or passes(x, floor, cuts, needs)):
                if k == sums.shape[1]:
                    wider = np.empty((2, 2 * k), np.int64)
                    wider[:, :k] = sums
                    sums = wider
                if used + k == choice.size:
                    choice, parent = _grown(choice, used + k), _grown(parent, used + k)
                sums[0, k], sums[1, k], choice[used + k], parent[used + k] = top, high, kept[b], at
                best = high
                k += 1
        elif k and top == sums[0, k - 1]:
            if t == ties.shape[0]:
                ties = _grown(ties, t)
            ties[t, 0], ties[t, 1], ties[t, 2], ties[t, 3] = number, k - 1, kept[b], at
            t += 1
        at += 1
        heads[b] = at
        if at < n:
            first[b], second[b] = firsts[at] + more[0, b], seconds[at] + more[1, b]
        else:
            first[b], second[b] = none, most


@compiled
def _kept(adds: Longs) -> tuple[Numbers, int]:
    """The alternatives (m, 2) that no other dominates, in their order, and how many; equal ones stay."""
    m = adds.shape[0]
    kept, k = np.empty(m, np.int32), 0
    for i in range(m):
        free = True
        for j in range(m):
            above = adds[j, 0] >= adds[i, 0] and adds[j, 1] >= adds[i, 1]
            if above and (adds[j, 0] > adds[i, 0] or adds[j, 1] > adds[i, 1]):
                free = False
                break
        if free:
            kept[k] = i
            k += 1
    return kept, k


@compiled
def _grown(array: A, used: int) -> A:
    """The array with twice the room, its used part copied."""
    grown: A = np.empty((2 * used, *array.shape[1:]), array.dtype)  # type: ignore[assignment]
    grown[:used] = array[:used]
    return grown


@compiled
def merge_triples(
    level: Longs, adds: Longs, floor: Longs, cuts: Floats, needs: Floats
) -> tuple[Longs, Numbers, Numbers, Numbers]:
    """Three parties; as `merge_pairs`. The staircase holds the non-dominated (second, third) of all that came before."""
    n, m = level.shape[0], adds.shape[0]
    sums = np.empty((n + 8, 3), np.int64)
    choice = np.empty(n + 8, np.int32)
    parent = np.empty(n + 8, np.int32)
    ties = np.empty((8, 3), np.int32)
    heads = np.zeros(m, np.int64)
    seconds = np.empty(64, np.int64)  # ascending
    thirds = np.empty(64, np.int64)  # descending
    k, t, steps = 0, 0, 0
    x, y = np.empty(3, np.int64), np.empty(3, np.int64)
    for _ in range(n * m):
        b = -1
        for j in range(m):
            if heads[j] == n:
                continue
            y[0] = level[heads[j], 0] + adds[j, 0]
            if b >= 0 and y[0] < x[0]:
                continue
            y[1], y[2] = level[heads[j], 1] + adds[j, 1], level[heads[j], 2] + adds[j, 2]
            if b < 0 or y[0] > x[0] or y[1] > x[1] or (y[1] == x[1] and y[2] > x[2]):
                b = j
                x[0], x[1], x[2] = y[0], y[1], y[2]
        at = heads[b]
        heads[b] += 1
        low, high = 0, steps
        while low < high:
            middle = (low + high) >> 1
            if seconds[middle] < x[1]:
                low = middle + 1
            else:
                high = middle
        if low < steps and thirds[low] >= x[2]:
            if k and x[0] == sums[k - 1, 0] and x[1] == sums[k - 1, 1] and x[2] == sums[k - 1, 2]:
                if t == ties.shape[0]:
                    ties = _grown(ties, t)
                ties[t, 0], ties[t, 1], ties[t, 2] = k - 1, b, at
                t += 1
            continue
        if not passes(x, floor, cuts, needs):
            continue
        if k == sums.shape[0]:
            sums, choice, parent = _grown(sums, k), _grown(choice, k), _grown(parent, k)
        sums[k, 0], sums[k, 1], sums[k, 2], choice[k], parent[k] = x[0], x[1], x[2], b, at
        k += 1
        if steps + 1 >= seconds.size:
            seconds, thirds = _grown(seconds, seconds.size), _grown(thirds, thirds.size)
        steps = _step_in(seconds, thirds, steps, low, x[1], x[2])
    return sums[:k], choice[:k], parent[:k], ties[:t]


@compiled
def _step_in(seconds: Longs, thirds: Longs, steps: int, low: int, second: int, third: int) -> int:
    """Put a step into the staircase at `low` and take out those that it dominates; how many there are then."""
    start, end = low, low
    while start > 0 and thirds[start - 1] <= third:
        start -= 1
    if end < steps and seconds[end] == second:
        end += 1
    shift = 1 - (end - start)
    if shift > 0:
        for q in range(steps - 1, end - 1, -1):
            seconds[q + 1], thirds[q + 1] = seconds[q], thirds[q]
    elif shift < 0:
        for q in range(end, steps):
            seconds[q + shift], thirds[q + shift] = seconds[q], thirds[q]
    seconds[start], thirds[start] = second, third
    return steps + shift
