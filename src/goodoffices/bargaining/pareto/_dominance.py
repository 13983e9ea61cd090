"""Which of many points no other point dominates, for four parties and more; private, over flat arrays.

The points are ordered into leaves of 64 that lie close together (a k-d tree by medians; Bentley 1975). A point can only be
dominated by points of leaves whose upper corner is nowhere below it, and near a frontier those are few. Leaves are compared on
codes of 15 bits that keep the order of each party's values, so that the compiler compares many at a time; where codes leave it
open, the whole numbers themselves decide.
"""

import numpy as np

from ..compiled import Codes, Floats, Longs, Numbers, compiled

LEAF = 64
"""Points in a leaf."""
GROUP = 16
"""Leaves in a group."""
_LOWEST = -32768
"""Codes of what fills up the last leaf: below every point's."""


@compiled
def extend(level: Longs, adds: Longs, floor: Longs, cuts: Floats, needs: Floats) -> tuple[Longs, Numbers, Numbers]:
    """Candidates: level (n, parties) plus adds (m, parties) -> sums (k, parties), choice (k,), parent (k,), by choice and parent.

    Only those that keep `floor` (parties,), exactly, and cuts (rows, parties) @ candidate >= needs (rows,).
    """
    n, parties = level.shape
    m = adds.shape[0]
    sums = np.empty((n * m, parties), np.int64)
    choice = np.empty(n * m, np.int32)
    parent = np.empty(n * m, np.int32)
    k = 0
    for j in range(m):
        for i in range(n):
            kept = True
            for p in range(parties):
                sums[k, p] = level[i, p] + adds[j, p]
                kept &= sums[k, p] >= floor[p]
            c = 0
            while kept and c < needs.size:
                total = 0.0
                for p in range(parties):
                    total += cuts[c, p] * sums[k, p]
                kept = total >= needs[c]
                c += 1
            if kept:
                choice[k], parent[k] = j, i
                k += 1
    return sums[:k], choice[:k], parent[:k]


@compiled
def code(sums: Longs) -> Codes:
    """Codes of points (n, parties) -> (parties, n): as many of the highest bits of each party's range as fit into 15."""
    n, parties = sums.shape
    codes = np.empty((parties, n), np.int16)
    for p in range(parties):
        low, high = sums[0, p], sums[0, p]
        for i in range(n):
            low, high = min(low, sums[i, p]), max(high, sums[i, p])
        shift = 0
        while (high - low) >> shift > 32000:
            shift += 1
        for i in range(n):
            codes[p, i] = np.int16((sums[i, p] - low) >> shift)
    return codes


@compiled
def leaf_order(codes: Codes, order: Numbers, low: int, high: int) -> None:
    """Reorder order[low:high] so that in it each run of 64 lies close together; low is a multiple of 64."""
    stack = np.empty((128, 2), np.int64)
    stack[0, 0], stack[0, 1], top = low, high, 1
    while top:
        top -= 1
        low, high = stack[top, 0], stack[top, 1]
        if high - low > LEAF:
            middle = split(codes, order, low, high)
            stack[top, 0], stack[top, 1] = low, middle
            stack[top + 1, 0], stack[top + 1, 1] = middle, high
            top += 2


@compiled
def split(codes: Codes, order: Numbers, low: int, high: int) -> int:
    """Halve order[low:high] along the party whose codes differ most (by a sample); where the second half begins."""
    widest, axis = -1, 0
    step = max(1, (high - low) // 64)
    for p in range(codes.shape[0]):
        least, most = codes[p, order[low]], codes[p, order[low]]
        for i in range(low, high, step):
            least, most = min(least, codes[p, order[i]]), max(most, codes[p, order[i]])
        if int(most) - int(least) > widest:
            widest, axis = int(most) - int(least), p
    middle = low + (high - low + LEAF - 1) // LEAF // 2 * LEAF
    _select(order, codes[axis], low, high, middle)
    return middle


@compiled
def _select(order: Numbers, key: Codes, low: int, high: int, k: int) -> None:
    """Reorder order[low:high] so that no key before position k is greater than one from k on (Hoare 1961, FIND)."""
    while high - low > 1:
        pivot = key[order[(low + high) >> 1]]
        i, j = low, high - 1
        while i <= j:
            while key[order[i]] < pivot:
                i += 1
            while key[order[j]] > pivot:
                j -= 1
            if i <= j:
                order[i], order[j] = order[j], order[i]
                i += 1
                j -= 1
        if k <= j:
            high = j + 1
        elif k >= i:
            low = i
        else:
            return


@compiled
def arranged(sums: Longs, codes: Codes, order: Numbers) -> tuple[Longs, Codes]:
    """Points and codes in the order of leaves, the codes filled up to whole leaves; shapes (n, parties), (parties, whole)."""
    n, parties = sums.shape
    whole = (n + LEAF - 1) // LEAF * LEAF
    rows = np.empty((n, parties), np.int64)
    filled = np.full((parties, whole), np.int16(_LOWEST), np.int16)
    for i in range(n):
        for p in range(parties):
            rows[i, p] = sums[order[i], p]
            filled[p, i] = codes[p, order[i]]
    return rows, filled


@compiled
def corners(codes: Codes, size: int, used: int) -> tuple[Codes, Codes]:
    """The highest and the lowest code of each run of `size` among the first `used`; both (parties, runs)."""
    parties = codes.shape[0]
    runs = (used + size - 1) // size
    highs = np.empty((parties, runs), np.int16)
    lows = np.empty((parties, runs), np.int16)
    for p in range(parties):
        for r in range(runs):
            high, low = codes[p, r * size], codes[p, r * size]
            for i in range(r * size, min(used, (r + 1) * size)):
                high, low = max(high, codes[p, i]), min(low, codes[p, i])
            highs[p, r], lows[p, r] = high, low
    return highs, lows


@compiled
def owners(
    rows: Longs,
    codes: Codes,
    order: Numbers,
    highs: Codes,
    lows: Codes,
    tops: Codes,
    first: int,
    last: int,
    owner: Numbers,
) -> None:
    """Fill owner (n,) for the points of leaves first to last - 1, at their own numbers.

    -1 where another point dominates; the least number of an equal point; its own number where it is the first of its kind.
    """
    n, parties = rows.shape
    near = np.empty(highs.shape[1], np.int32)
    uppers = np.empty((parties, highs.shape[1]), np.int16)
    open_ = np.empty(highs.shape[1], np.int16)
    hit = np.empty(LEAF, np.int16)
    for leaf in range(first, last):
        found = _near(highs, tops, lows[:, leaf], near, uppers)
        for q in range(leaf * LEAF, min(n, (leaf + 1) * LEAF)):
            open_[:found] = 1
            for p in range(parties):
                x, upper = codes[p, q], uppers[p]
                for c in range(found):
                    open_[c] &= upper[c] >= x
            owner[order[q]] = _owner(rows, codes, order, q, near, open_, found, hit)


@compiled
def _near(highs: Codes, tops: Codes, low: Codes, near: Numbers, uppers: Codes) -> int:
    """The leaves whose upper corner is nowhere below `low`: how many; their numbers and corners are filled in."""
    parties, leaves = highs.shape
    found = 0
    for group in range(tops.shape[1]):
        above = True
        for p in range(parties):
            above &= tops[p, group] >= low[p]
        if not above:
            continue
        for leaf in range(group * GROUP, min(leaves, (group + 1) * GROUP)):
            above = True
            for p in range(parties):
                above &= highs[p, leaf] >= low[p]
            if above:
                near[found] = leaf
                for p in range(parties):
                    uppers[p, found] = highs[p, leaf]
                found += 1
    return found


@compiled
def _owner(
    rows: Longs, codes: Codes, order: Numbers, q: int, near: Numbers, open_: Codes, found: int, hit: Codes
) -> int:
    """The owner of point q of the leaf order, looked for in the leaves that are open to it."""
    parties = rows.shape[1]
    mine = int(order[q])
    for c in range(found):
        if not open_[c]:
            continue
        begin = near[c] * LEAF
        hits = _hits(codes, begin, q, hit)
        if hits == 0:
            continue
        for i in range(LEAF):
            if not hit[i] or begin + i == q:
                continue
            above, equal = True, True
            for p in range(parties):
                above &= rows[begin + i, p] >= rows[q, p]
                equal &= rows[begin + i, p] == rows[q, p]
            if above and not equal:
                return -1
            if equal:
                mine = min(mine, int(order[begin + i]))
    return mine


@compiled
def _hits(codes: Codes, begin: int, q: int, hit: Codes) -> int:
    """Which of the 64 points from `begin` on have no code below those of q; how many."""
    x, row = codes[0, q], codes[0, begin : begin + LEAF]
    for i in range(LEAF):
        hit[i] = row[i] >= x
    for p in range(1, codes.shape[0]):
        x, row = codes[p, q], codes[p, begin : begin + LEAF]
        for i in range(LEAF):
            hit[i] &= row[i] >= x
    hits = 0
    for i in range(LEAF):
        hits += int(hit[i])
    return hits
