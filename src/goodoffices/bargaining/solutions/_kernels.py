"""A bound on, and a good guess at, what a concept makes large; private, over flat arrays. `large.py` checks, allocates and calls.

values (alternatives, parties): what the alternatives of all blocks add, scaled to floats; begins (blocks + 1,): where each block's
begin; short (parties,): minus no deal, so that short + the sum of one alternative of each block is the gains.
"""

import numpy as np

from ..compiled import Floats, Longs, compiled

NASH, LEAST, TOTAL = 0, 1, 2
"""What is made large: the product of gains, the smallest gain, the gains weighted and added (where none is negative)."""


MOVES = 40
"""Exchanges at one sharpness: with numbers that hardly differ, rounding could go in circles."""


@compiled
def worth(gains: Floats, kind: int, weights: Floats) -> float:
    """What is made large, of gains (parties,); where it is not defined, a negative number that rises with the smallest gain."""
    least = float(gains.min())
    if kind == LEAST:
        return least
    if least < 0.0:
        return least
    total = 1.0 if kind == NASH else 0.0
    for p in range(gains.size):
        total = total * gains[p] if kind == NASH else total + weights[p] * gains[p]
    return total


@compiled
def best_worth(gains: Floats, kind: int, weights: Floats) -> float:
    """The largest of `worth` over many gains (n, parties); -inf where there are none."""
    best = -np.inf
    for i in range(gains.shape[0]):
        best = max(best, worth(gains[i], kind, weights))
    return best


@compiled
def improve(values: Floats, begins: Longs, short: Floats, kind: int, weights: Floats, pick: Longs) -> float:
    """Exchange one alternative at a time as long as that helps; pick (blocks,) is changed; what it is worth then."""
    gains = gained(values, short, pick)
    trial = np.empty(short.size)
    now = worth(gains, kind, weights)
    changed = True
    while changed:
        changed = False
        for b in range(begins.size - 1):
            for o in range(begins[b], begins[b + 1]):
                for p in range(gains.size):
                    trial[p] = gains[p] + values[o, p] - values[pick[b], p]
                then = worth(trial, kind, weights)
                if then > now + 1e-12 * abs(now):
                    gains[:] = trial
                    pick[b], now, changed = o, then, True
    return now


@compiled
def gained(values: Floats, short: Floats, pick: Longs) -> Floats:
    """The gains (parties,) of the package with the alternatives `pick` (blocks,)."""
    gains = short.copy()
    for o in pick:
        gains += values[o]
    return gains


@compiled
def level_out(
    values: Floats, block_of: Longs, short: Floats, alive: Longs, pick: Longs, target: float, spread: float
) -> float:
    """Raise the smallest gain by the best exchange of one or two of the alternatives `alive`, again and again.

    The smallest is too flat a thing to climb, so the sum of exp(-sharpness x (gain - target)) is made small, ever sharper, starting
    at one over `spread`. pick (blocks,) becomes the best package met; its smallest gain.
    """
    parties = short.size
    gains = gained(values, short, pick)
    best, kept = float(gains.min()), pick.copy()
    one, two = np.empty(parties), np.empty(parties)
    sharpness = 1.0 / spread
    for _ in range(5):
        moved, moves = True, 0
        while moved and moves < MOVES:
            moves += 1
            now, first, second = _soft(gains, target, sharpness) * (1.0 - 1e-9), -1, -1
            for i in range(alive.size):
                o = alive[i]
                _exchanged(values, gains, pick[block_of[o]], o, one)
                then = _soft(one, target, sharpness)
                if then < now:
                    now, first, second = then, o, -1
                for j in range(i + 1, alive.size):
                    q = alive[j]
                    if block_of[q] == block_of[o]:
                        continue
                    _exchanged(values, one, pick[block_of[q]], q, two)
                    then = _soft(two, target, sharpness)
                    if then < now:
                        now, first, second = then, o, q
            moved = first >= 0
            if moved:
                pick[block_of[first]] = first
                if second >= 0:
                    pick[block_of[second]] = second
                gains = gained(values, short, pick)
                if gains.min() > best:
                    best = float(gains.min())
                    kept[:] = pick
        sharpness *= 3.0
    pick[:] = kept
    return best


@compiled
def _exchanged(values: Floats, gains: Floats, old: int, new: int, into: Floats) -> None:
    for p in range(gains.size):
        into[p] = gains[p] + values[new, p] - values[old, p]


@compiled
def _soft(gains: Floats, target: float, sharpness: float) -> float:
    total = 0.0
    for p in range(gains.size):
        total += np.exp(min(700.0, -sharpness * (gains[p] - target)))
    return total


@compiled
def highest(values: Floats, begins: Longs, weights: Floats) -> tuple[float, Longs]:
    """The largest weighted sum of one alternative of each block, and the alternatives (blocks,)."""
    blocks = begins.size - 1
    pick = np.empty(blocks, np.int64)
    total = 0.0
    for b in range(blocks):
        best = -np.inf
        for o in range(begins[b], begins[b + 1]):
            score = 0.0
            for p in range(weights.size):
                score += weights[p] * values[o, p]
            if score > best:
                best, pick[b] = score, o
        total += best
    return total, pick


@compiled
def concave(values: Floats, begins: Longs, short: Floats, mix: Floats, sweeps: int) -> tuple[Floats, float]:
    """Make the sum of the logarithms of the gains large over mixtures of alternatives; mix (alternatives,) is where it starts.

    Block after block moves weight from its worst alternative in use to its best, as far as that helps (Lacoste-Julien and Jaggi
    2015, pairwise Frank-Wolfe). -> the gains (parties,) and the least bound on that sum, which holds for packages too.
    """
    parties = short.size
    gains = short.copy()
    for o in range(mix.size):
        gains += mix[o] * values[o]
    bound, at = np.inf, gains.copy()
    slope, step = np.empty(parties), np.empty(parties)
    for _ in range(sweeps):
        slope[:] = 1.0 / gains
        top, _ = highest(values, begins, slope)
        here = np.log(gains).sum()
        above = here + top + (slope * short).sum() - parties
        if above < bound:
            bound, at = above, gains.copy()
        if bound - here < 1e-9:
            break
        for b in range(begins.size - 1):
            best, worst, high, low = -1, -1, -np.inf, np.inf
            for o in range(begins[b], begins[b + 1]):
                score = 0.0
                for p in range(parties):
                    score += values[o, p] / gains[p]
                if score > high:
                    best, high = o, score
                if mix[o] > 0.0 and score < low:
                    worst, low = o, score
            if high - low <= 1e-14 * abs(high):
                continue
            for p in range(parties):
                step[p] = values[best, p] - values[worst, p]
            far = _far(gains, step, mix[worst])
            mix[best] += far
            mix[worst] = 0.0 if far >= mix[worst] else mix[worst] - far
            for p in range(parties):
                gains[p] += far * step[p]
    return at, bound


@compiled
def _far(gains: Floats, step: Floats, most: float) -> float:
    """How far along `step`, at most `most`, the sum of the logarithms of the gains rises: by halving on its slope."""
    for p in range(gains.size):
        if step[p] < 0.0:
            most = min(most, 0.999 * gains[p] / -step[p])
    if _slope(gains, step, most) >= 0.0:
        return most
    low, high = 0.0, most
    for _ in range(40):
        middle = 0.5 * (low + high)
        if _slope(gains, step, middle) > 0.0:
            low = middle
        else:
            high = middle
    return low


@compiled
def _slope(gains: Floats, step: Floats, far: float) -> float:
    total = 0.0
    for p in range(gains.size):
        total += step[p] / (gains[p] + far * step[p])
    return total
