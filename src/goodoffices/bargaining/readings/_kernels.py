"""The arrays' work: random numbers by place, drawing readings, judging packages. Public faces: `sampling.py`, `packages.py`.

Every function works on flat arrays and holds no lock, so that threads work side by side.
"""

from typing import Any

import numpy as np

from .._gains import compare_gains
from ..compiled import compiled

FINE = 1 << 40
"""Steps of the grid from the worst to the best conceivable package."""


@compiled
def philox(a: Any, b: Any, c: Any, d: Any, key0: Any, key1: Any) -> Any:
    """Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011, section 3.3): four 32-bit words from a counter and a key.

    All arguments: uint64 below 2^32.
    """
    low = np.uint64(0xFFFFFFFF)
    for _ in range(10):
        first = np.uint64(0xD2511F53) * a
        second = np.uint64(0xCD9E8D57) * c
        a, b, c, d = (
            (second >> np.uint64(32)) ^ b ^ key0, second & low, (first >> np.uint64(32)) ^ d ^ key1, first & low,
        )  # fmt: skip
        key0 = (key0 + np.uint64(0x9E3779B9)) & low
        key1 = (key1 + np.uint64(0xBB67AE85)) & low
    return a, b, c, d


@compiled
def _begin(state: Any, reading: int, attempt: int, stream: int) -> None:
    """Go to the first number of an attempt. state: uint64 (9,): the counter's 4 words, the 4 words drawn, how many are used."""
    state[0] = np.uint64(0)
    state[1] = np.uint64(attempt)
    state[2] = np.uint64(reading)
    state[3] = np.uint64(stream)
    state[8] = np.uint64(4)


@compiled
def _uniform(state: Any, key: Any) -> float:
    """The next number in (0, 1], with 53 bits."""
    if state[8] >= np.uint64(4):
        drawn = philox(state[0], state[1], state[2], state[3], key[0], key[1])
        state[4], state[5], state[6], state[7] = drawn
        state[0] += np.uint64(1)
        state[8] = np.uint64(0)
    used = int(state[8])
    high = float(state[4 + used] >> np.uint64(5))
    low = float(state[5 + used] >> np.uint64(6))
    state[8] += np.uint64(2)
    return 1.0 - (high * 67108864.0 + low) / 9007199254740992.0


@compiled
def _rank(state: Any, key: Any, ranks: Any, issue: int, order: Any, places: Any) -> None:
    """A ranking of an issue's levels that fits the order. order: int64 (levels,), filled best first; places: int64 (2, parts)."""
    _, levels, parts, sizes, first, steps, taken, following, upto = ranks
    begin, end = parts[issue], parts[issue + 1]
    for part in range(begin, end):
        places[0, part] = first[part]
        places[1, part] = sizes[part]
    total = levels[issue]
    for rank in range(total):
        part = begin
        if end - begin > 1:
            left = int((1.0 - _uniform(state, key)) * (total - rank))
            while left >= places[1, part]:
                left -= places[1, part]
                part += 1
        at = places[0, part]
        step, last = steps[at], steps[at + 1] - 1
        if step < last:
            drawn = 1.0 - _uniform(state, key)
            while step < last and drawn >= upto[step]:
                step += 1
        order[rank] = taken[step]
        places[0, part] = following[step]
        places[1, part] -= 1


@compiled
def _scores(state: Any, key: Any, even: bool, total: int, scores: Any) -> None:
    """Scores of the ranks: 1 for the best, 0 for the worst, between them even steps or sorted uniform numbers."""
    scores[0] = 1.0
    scores[total - 1] = 0.0
    for rank in range(1, total - 1):
        if even:
            scores[rank] = 1.0 - rank / (total - 1)
            continue
        drawn = _uniform(state, key)
        place = rank
        while place > 1 and scores[place - 1] < drawn:
            scores[place] = scores[place - 1]
            place -= 1
        scores[place] = drawn


@compiled
def _values(state: Any, key: Any, shape: int, even: bool, starts: Any, ranks: Any, work: Any, values: Any) -> None:
    """One value function on the grid. values: int64 (options,); work: weights, scores, order and places."""
    weights, scores, order, places = work
    level, levels = ranks[0], ranks[1]
    total = 0.0
    for issue in range(levels.size):
        weights[issue] = 0.0
        if levels[issue] > 1:
            drawn = 1.0
            for _ in range(shape):  # a gamma number of a whole shape is a sum of exponential ones
                drawn *= _uniform(state, key)
            weights[issue] = -np.log(drawn)
        total += weights[issue]
    for issue in range(levels.size):
        if levels[issue] < 2:
            values[starts[issue] : starts[issue + 1]] = 0
            continue
        _rank(state, key, ranks, issue, order, places)
        _scores(state, key, even, levels[issue], scores)
        # The worst is 0. Even steps are equal on the grid, too: what is equal must not differ by a rounding.
        last = levels[issue] - 1
        most = np.int64(np.rint(weights[issue] / total * FINE))
        step = np.int64(np.rint(weights[issue] / total * FINE / last))
        for rank in range(levels[issue]):
            worth = step * (last - rank) if even else np.int64(np.rint(most * scores[rank]))
            for option in range(starts[issue], starts[issue + 1]):
                if level[option] == order[rank]:
                    values[option] = worth


@compiled
def _without(state: Any, key: Any, rule: int, fixed: int, quo: Any, starts: Any, values: Any) -> Any:
    """What the party has without a deal: 0 uniform, 1 the status quo, 2 zero, 3 as stated."""
    if rule == 1:
        return _sum(values, quo)
    if rule == 0:
        best = 0
        for issue in range(starts.size - 1):
            best += values[starts[issue] : starts[issue + 1]].max()
        return np.int64(np.rint(_uniform(state, key) * best))
    return fixed if rule == 3 else 0


@compiled
def _sum(values: Any, row: Any) -> Any:
    total = np.int64(0)
    for option in row:
        total += values[option]
    return total


@compiled
def _fits(values: Any, no_deal: int, swings: Any, packages: Any, senses: Any, failed: Any) -> bool:
    """Whether a reading breaks no constraint; failed: int64 (swings + packages,) counts those that each one breaks."""
    good = True
    for number in range(swings.shape[0]):
        more = values[swings[number, 0]] - values[swings[number, 1]]
        if more < values[swings[number, 2]] - values[swings[number, 3]]:
            failed[number] += 1
            good = False
    for number in range(packages.shape[0]):
        accepted = _sum(values, packages[number]) >= no_deal
        if accepted != senses[number]:
            failed[swings.shape[0] + number] += 1
            good = False
    return good


@compiled
def draw(
    key: Any, stream: int, start: int, prior: Any, starts: Any, ranks: Any, stated: Any, limits: Any, out: Any
) -> Any:
    """Readings of one party, each redrawn until it breaks no constraint; the number of those that were found.

    key: uint64 (2,); stream: which prior and party; start: number of the first reading
    prior: (shape of the weights, whether scores are even, rule of no deal, no deal where stated)
    stated: (exact values or none: int64 (options or 0,), status quo: int64 (issues,), swings: int64 (swings, 4),
             packages: int64 (packages, issues), senses: bool (packages,), whether accepted)
    limits: (most attempts of one reading, most attempts in all)
    out: (values: int64 (readings, options), no_deal: int64 (readings,), attempts: int64 (1,), failed: int64 (constraints,))
    """
    shape, even, rule, fixed = prior
    exact, quo, swings, packages, senses = stated
    values, no_deal, attempts, failed = out
    state = np.zeros(9, dtype=np.uint64)
    widest = 2
    for issue in range(starts.size - 1):
        widest = max(widest, starts[issue + 1] - starts[issue])
    work = (
        np.zeros(starts.size - 1), np.zeros(widest), np.zeros(widest, dtype=np.int64),
        np.zeros((2, ranks[3].size), dtype=np.int64),
    )  # fmt: skip
    for number in range(values.shape[0]):
        for attempt in range(limits[0]):
            if attempts[0] >= limits[1]:
                return number
            attempts[0] += 1
            _begin(state, start + number, attempt, stream)
            if exact.size:
                values[number, :] = exact
            else:
                _values(state, key, shape, even, starts, ranks, work, values[number])
            no_deal[number] = _without(state, key, rule, fixed, quo, starts, values[number])
            if _fits(values[number], no_deal[number], swings, packages, senses, failed):
                break
        else:
            return number
    return values.shape[0]


@compiled
def judge(values: Any, limits: Any, rows: Any, turned: Any, out: Any) -> None:
    """What each reading makes of some packages.

    values: int64 (readings, options, parties); rows: int64 (packages, issues)
    limits: (no deal: int64 (readings, parties); by how much a gain may be off: int64 (parties,); whether `front` is wanted; units)
    turned: int64 (packages,), the first issue in which a package differs from the one before it
    out: (beats, front: uint8 (readings, packages), filled with 1 where all have more than without a deal, and where all have no
          less and no other such package dominates it; nash: int64 (readings, options), the share of the Nash packages that hold an
          option, in units; most: int64 (readings, parties), what each party gains by them, -1 where there is none)
    """
    no_deal, slack, wanted, unit = limits
    beats, front, nash, most = out
    packages, issues = rows.shape
    parties = values.shape[2]
    gains = np.empty((packages, parties), dtype=np.int64)
    kept = np.empty(packages, dtype=np.int64)
    tied = np.empty(packages, dtype=np.int64)
    sums = np.empty((issues + 1, parties), dtype=np.int64)
    close = bool(slack.any())
    for reading in range(values.shape[0]):
        size, equal = 0, 0
        sums[0] = -no_deal[reading]
        for package in range(packages):
            # A package shares its first issues with the one before it: their sums stand already.
            for issue in range(turned[package], issues):
                option = rows[package, issue]
                for party in range(parties):
                    sums[issue + 1, party] = sums[issue, party] + values[reading, option, party]
            gaining = _gaining(sums[issues], slack, gains[package])
            beats[reading, package] = gaining == parties
            if gaining < 0:
                continue
            order = compare_gains(gains[package], most[reading], close) if equal else 1
            if order > 0:
                equal = 0
                most[reading] = gains[package]
            if order >= 0:
                tied[equal] = package
                equal += 1
            if wanted:
                size = _enter(gains, kept, size, package)
        _split(rows, tied[:equal], unit, nash[reading])
        if wanted:
            front[reading, :] = 0
            for place in range(size):
                front[reading, kept[place]] = 1


@compiled
def _gaining(sums: Any, slack: Any, gains: Any) -> int:
    """How many parties gain, -1 where one loses; fills in what each gains."""
    gaining = 0
    for party in range(sums.size):
        gain = sums[party]
        if gain < -slack[party]:
            return -1
        if gain > slack[party]:
            gaining += 1
            gains[party] = gain
        else:
            gains[party] = 0
    return gaining


@compiled
def _split(rows: Any, tied: Any, unit: int, nash: Any) -> None:
    """A reading divided evenly among packages that are equally good; nash: int64 (options,), in units."""
    for package in tied:
        for option in rows[package]:
            nash[option] += 1
    for option in range(nash.size):
        nash[option] = np.int64(np.rint(unit * (nash[option] / max(tied.size, 1))))


@compiled
def larger(gains: Any, others: Any, close: bool) -> Any:
    """In which readings a Nash product is larger than another. gains, others: int64 (readings, parties), -1 where there is none."""
    found = np.zeros(gains.shape[0], dtype=np.bool_)
    for reading in range(gains.shape[0]):
        if gains[reading, 0] >= 0:
            found[reading] = others[reading, 0] < 0 or compare_gains(gains[reading], others[reading], close) > 0
    return found


@compiled
def on_frontiers(values: Any, rows: Any, vectors: Any, sizes: Any, found: Any) -> None:
    """Which packages have a vector that is on the frontier of a reading.

    values: int64 (readings, options, parties); rows: int64 (packages, issues); vectors: int64 (sum of sizes, parties), one reading
    after the other; sizes: int64 (readings,); found: uint8 (readings, packages), filled with 1 where it is
    """
    start = 0
    sums = np.empty(values.shape[2], dtype=np.int64)
    for reading in range(values.shape[0]):
        own = vectors[start : start + sizes[reading]]
        start += sizes[reading]
        order = np.argsort(own[:, 0])
        first = own[order, 0]
        for package in range(rows.shape[0]):
            sums[:] = 0
            for option in rows[package]:
                sums += values[reading, option]
            place = np.searchsorted(first, sums[0])
            while place < first.size and first[place] == sums[0]:
                if (own[order[place]] == sums).all():
                    found[reading, package] = 1
                    break
                place += 1


@compiled
def _enter(gains: Any, kept: Any, size: int, package: int) -> int:
    """Put a package among those that none dominates, and take out those that it dominates; how many are left."""
    left = 0
    for place in range(size):
        other = kept[place]
        above, below = False, False
        for party in range(gains.shape[1]):
            above = above or gains[package, party] > gains[other, party]
            below = below or gains[package, party] < gains[other, party]
        if below and not above:
            # Whoever is dominated dominates none of those kept: they would not be there together.
            return size
        if above and not below:
            continue
        kept[left] = other
        left += 1
    kept[left] = package
    return left + 1
