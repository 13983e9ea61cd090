"""The same loops for moves that are listed one by one; private, unchecked, compiled. Shapes as in `_kernels.py`."""

import numpy as np

from ..compiled import Longs, compiled
from ._kernels import NOTHING, Ints


@compiled
def lowest_along(values: Ints, starts: Longs, to: Ints, low: Ints) -> None:
    """The lowest value to which a listed move leads from each state; `starts` (n + 1) and `to` hold one maker's moves."""
    for state in range(len(values)):
        best = NOTHING
        for p in range(starts[state], starts[state + 1]):
            best = min(best, values[to[p]])
        low[state] = best


@compiled
def spread_along(
    who: int, values: Ints, order: Ints, back: tuple[Longs, Ints], ranks: Ints, improving: bool, worst: Ints
) -> None:
    """As `spread`, for listed moves: one may not move twice in a row, so that what is reached depends on who moved last.

    `back`: starts (maker, n + 1) and origins (all makers'): whence each state is entered. A place is a state with who moved
    last; `who` himself stands for nobody. `worst` (maker, n) holds the value of each place.
    """
    starts, origins = back
    makers, n = ranks.shape
    stack = np.empty(makers * n, np.int64)
    worst[:, :] = -1
    for seed in order:
        value = values[seed]
        top = 0
        for last in range(makers):
            if worst[last, seed] < 0:
                worst[last, seed] = value
                stack[top] = last * n + seed
                top += 1
        while top:
            top -= 1
            mover, state = stack[top] // n, stack[top] % n
            if mover == who:
                continue
            for p in range(starts[mover, state], starts[mover, state + 1]):
                before = origins[p]
                if improving and ranks[mover, before] <= ranks[mover, state]:
                    continue
                for last in range(makers):
                    if last != mover and worst[last, before] < 0:
                        worst[last, before] = value
                        stack[top] = last * n + before
                        top += 1
