"""Loops over flat arrays for the stability concepts; private, unchecked, compiled. The public functions check and allocate.

Shapes: n states, f fibres of one decision maker. Ranks and values are int32; a rank is 0 for the best states and grows with
what is worse, so that "worst reachable" is a largest value. `members` lists the states fibre by fibre, `starts` (f + 1) says
where each fibre begins, `fibre` (n) says to which a state belongs.
"""

import numpy as np
from numpy.typing import NDArray

from ..compiled import compiled

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Flags = NDArray[np.bool_]

NOTHING = np.int32(2**31 - 1)
"""The lowest value of no states."""
SMALL = 48
"""Up to so many members a fibre is sorted by insertion, which beats a general sort there."""
_DIGIT_BITS = 10
_DIGITS = 1 << _DIGIT_BITS


@compiled
def sort_fibres(members: Ints, starts: Ints, ranks: Ints, tie: Ints) -> None:
    """Sort each fibre worst first, in place; `tie` (n) gets the slot at which the states as good as a state begin."""
    for f in range(len(starts) - 1):
        begin, end = starts[f], starts[f + 1]
        if end - begin <= SMALL:
            for p in range(begin + 1, end):
                state = members[p]
                rank = ranks[state]
                q = p - 1
                while q >= begin and ranks[members[q]] < rank:
                    members[q + 1] = members[q]
                    q -= 1
                members[q + 1] = state
        else:
            members[begin:end] = members[begin:end][np.argsort(-ranks[members[begin:end]])]
        first = begin
        for p in range(begin, end):
            if ranks[members[p]] != ranks[members[first]]:
                first = p
            tie[members[p]] = first


@compiled
def lowest(values: Ints, members: Ints, starts: Ints, low: Ints) -> None:
    """The lowest value in the fibre of each state, itself included."""
    for f in range(len(starts) - 1):
        best = NOTHING
        for p in range(starts[f], starts[f + 1]):
            best = min(best, values[members[p]])
        for p in range(starts[f], starts[f + 1]):
            low[members[p]] = best


@compiled
def lowest_one_way(
    values: Ints, members: Ints, starts: Ints, codes: Longs, one_way: tuple[int, int], low: Ints
) -> None:
    """The lowest value to which a move leads from each state; `one_way`: options only taken up, only dropped."""
    up, down = one_way
    for f in range(len(starts) - 1):
        for p in range(starts[f], starts[f + 1]):
            a = codes[members[p]]
            best = NOTHING
            for q in range(starts[f], starts[f + 1]):
                b = codes[members[q]]
                if p != q and not a & ~b & up and not b & ~a & down:
                    best = min(best, values[members[q]])
            low[members[p]] = best


@compiled
def worst_first(values: Ints, order: Ints) -> None:
    """The states by falling value; values are not negative.

    Digit by digit, the lowest first: a single pass over as many places as there are values would miss the cache at every step.
    """
    n = len(values)
    spare = np.empty(n, np.int32)
    for state in range(n):
        order[state] = state
    largest = values.max()
    shift = 0
    while largest >> shift:
        begins = np.zeros(_DIGITS, np.int64)
        for value in values:
            begins[value >> shift & (_DIGITS - 1)] += 1
        total = 0
        for digit in range(_DIGITS - 1, -1, -1):
            count = begins[digit]
            begins[digit] = total
            total += count
        for place in range(n):
            digit = values[order[place]] >> shift & (_DIGITS - 1)
            spare[begins[digit]] = order[place]
            begins[digit] += 1
        order[:] = spare
        shift += _DIGIT_BITS


@compiled
def spread(
    who: int, values: Ints, order: Ints, fibres: tuple[Ints, Ints, Ints, Longs], until: Ints, worst: Ints
) -> None:
    """The largest value that sequences of moves of all but `who` reach from each state, its own included.

    `fibres`: members (maker, n), fibre (maker, n), starts (all makers' one after another), offsets (maker). From the worst
    value on, what can reach a state is given its value; a pointer into each fibre passes each member once. `until` (maker, n):
    the slot before which a fibre's members can move to the state.
    """
    members, fibre, starts, offsets = fibres
    makers, n = members.shape
    passed = starts.copy()
    stack = np.empty(n, np.int32)
    worst[:] = -1
    for seed in order:
        if worst[seed] >= 0:
            continue
        value = values[seed]
        worst[seed] = value
        stack[0] = seed
        top = 1
        while top:
            top -= 1
            state = stack[top]
            for k in range(makers):
                if k == who:
                    continue
                f = offsets[k] + fibre[k, state]
                p, end = passed[f], until[k, state]
                if p >= end:
                    continue
                passed[f] = end
                while p < end:
                    before = members[k, p]
                    p += 1
                    if worst[before] < 0:
                        worst[before] = value
                        stack[top] = before
                        top += 1


@compiled
def spread_one_way(
    who: int,
    values: Ints,
    order: Ints,
    fibres: tuple[Ints, Ints, Ints, Longs],
    moves: tuple[Longs, int, int, Ints, bool],
    worst: Ints,
) -> None:
    """As `spread`, where some options are only taken up or only dropped: each member of a fibre is tried.

    `moves`: codes (n), options only taken up, options only dropped, ranks (maker, n), whether each move must be an improvement.
    """
    members, fibre, starts, offsets = fibres
    codes, up, down, ranks, improving = moves
    makers, n = members.shape
    stack = np.empty(n, np.int32)
    worst[:] = -1
    for seed in order:
        if worst[seed] >= 0:
            continue
        value = values[seed]
        worst[seed] = value
        stack[0] = seed
        top = 1
        while top:
            top -= 1
            state = stack[top]
            b = codes[state]
            for k in range(makers):
                if k == who:
                    continue
                f = offsets[k] + fibre[k, state]
                for p in range(starts[f], starts[f + 1]):
                    before = members[k, p]
                    if worst[before] >= 0 or (improving and ranks[k, before] <= ranks[k, state]):
                        continue
                    a = codes[before]
                    if not a & ~b & up and not b & ~a & down:
                        worst[before] = value
                        stack[top] = before
                        top += 1


@compiled
def find(codes: Longs, index: Ints, code: int) -> int:
    """The state with a code, -1 where there is none; looked up in `index` where there is one, else among the ascending codes."""
    if len(index):
        return int(index[code])
    low, high = 0, len(codes)
    while low < high:
        middle = (low + high) // 2
        if codes[middle] < code:
            low = middle + 1
        else:
            high = middle
    return low if low < len(codes) and codes[low] == code else -1


@compiled
def _own_gains(
    state: int, ranks: Ints, codes: Longs, members: Ints, one_way: tuple[int, int], changes: Longs, ends: Ints
) -> int:
    """Fill in, from place 1 on, what one maker can change to his own good, and where that ends; how many there are and one."""
    up, down = one_way
    count = 1
    here = codes[state]
    for end in members:
        there = codes[end]
        if ranks[end] < ranks[state] and not here & ~there & up and not there & ~here & down:
            changes[count] = here ^ there
            ends[count] = end
            count += 1
    return count


@compiled
def _is_answered(
    ranks: Ints,
    limits: tuple[int, int],
    start: int,
    gains: tuple[Longs, Longs, Longs],
    states: tuple[Longs, Ints],
    digits: Longs,
) -> tuple[bool, int]:
    """Whether some others' changes at the same moment lead to a rank as bad as a given one; and the combinations tried.

    `limits`: the rank, and the combinations after which the search stops, its answer then being of no use. `gains`: changes
    (maker, ...), counts (maker), who the others are. Counting starts where nobody else changes anything, and each step changes
    little more than one digit in the mean, so that the state is put together by one or two changes and not anew.
    """
    changes, counts, others = gains
    codes, index = states
    rank, most = limits
    digits[:] = 0
    together = start
    tried = 0
    while True:
        place = 0
        while place < len(others):
            k = others[place]
            together ^= changes[k, digits[place]]
            digits[place] += 1
            if digits[place] < counts[k]:
                together ^= changes[k, digits[place]]
                break
            digits[place] = 0
            place += 1
        if place == len(others) or tried > most:
            return False, tried
        tried += 1
        end = find(codes, index, together)
        if end >= 0 and ranks[end] >= rank:
            return True, tried


@compiled
def simultaneous(
    who: int,
    ranks: Ints,
    states: tuple[Longs, Ints, Ints],
    fibres: tuple[Ints, Ints, Ints, Longs],
    one_way: tuple[int, int],
    most: int,
    stable: Flags,
) -> int:
    """Simultaneous stability of each state for `who`; the combinations tried, or -1 where they are more than `most`.

    `states`: codes (n), index (2^options, or empty), bound (n): the worst rank of any state with the same own options. A change
    of nothing stands first among each maker's, so that counting through all changes passes every set of others.
    """
    codes, index, bound = states
    members, fibre, starts, offsets = fibres
    makers, n = ranks.shape
    widest = 1
    for f in range(len(starts) - 1):
        widest = max(widest, starts[f + 1] - starts[f])
    changes, ends = np.zeros((makers, widest + 1), np.int64), np.zeros((makers, widest + 1), np.int32)
    counts = np.empty(makers, np.int64)
    others = np.array([k for k in range(makers) if k != who], np.int64)
    digits = np.empty(makers, np.int64)
    tried = 0
    for state in range(n):
        rank = ranks[who, state]
        for k in range(makers):
            f = offsets[k] + fibre[k, state]
            own = members[k, starts[f] : starts[f + 1]]
            counts[k] = _own_gains(state, ranks[k], codes, own, one_way, changes[k], ends[k])
        stable[state] = True
        for number in range(1, counts[who]):
            if bound[ends[who, number]] < rank:
                stable[state] = False
        number = 1
        while stable[state] and number < counts[who]:
            start = codes[state] ^ changes[who, number]
            gains = (changes, counts, others)
            stable[state], more = _is_answered(ranks[who], (rank, most - tried), start, gains, (codes, index), digits)
            tried += more
            if tried > most:
                return -1
            number += 1
    return tried


@compiled
def first_flip(
    state: int, ranks: Ints, arcs: tuple[Longs, Ints], changes: tuple[Ints, Ints, Ints], now: bool, most: int
) -> int:
    """The first change that turns whether a state is a sequential equilibrium; -1: none does; -2: more than `most` steps.

    `arcs`: starts (maker, n + 1) and ends of listed moves; `changes`: whose rank, of which state, becomes what.
    """
    whose, which, becomes = changes
    steps = 0
    changed = ranks.copy()
    seen = np.zeros(ranks.shape, np.int32)
    marks = np.zeros(1, np.int32)
    for number in range(len(whose)):
        k, x = whose[number], which[number]
        changed[k, x] = becomes[number]
        holds, used = _holds(state, changed, arcs, seen, marks)
        changed[k, x] = ranks[k, x]
        if holds != now:
            return number
        steps += used
        if steps > most:
            return -2
    return -1


@compiled
def _holds(state: int, ranks: Ints, arcs: tuple[Longs, Ints], seen: Ints, marks: Ints) -> tuple[bool, int]:
    """Whether a state is sequentially stable for all, searched forward from each improvement; and the steps it took."""
    starts, to = arcs
    makers, n = ranks.shape
    steps = 0
    stack = np.empty(makers * n + 1, np.int64)
    for who in range(makers):
        for p in range(starts[who, state], starts[who, state + 1]):
            if ranks[who, to[p]] >= ranks[who, state]:
                continue
            marks[0] += 1
            mark = marks[0]
            stack[0] = who * n + to[p]  # the maker himself as who moved last: any other may go on
            top = 1
            answered = False
            while top and not answered:
                top -= 1
                last, here = stack[top] // n, stack[top] % n
                for mover in range(makers):
                    if mover in (who, last):
                        continue
                    for q in range(starts[mover, here], starts[mover, here + 1]):
                        steps += 1
                        end = to[q]
                        if ranks[mover, end] >= ranks[mover, here] or seen[mover, end] == mark:
                            continue
                        seen[mover, end] = mark
                        answered = answered or ranks[who, end] >= ranks[who, state]
                        stack[top] = mover * n + end
                        top += 1
            if not answered:
                return False, steps
    return True, steps
