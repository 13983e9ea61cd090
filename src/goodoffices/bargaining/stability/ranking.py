"""From what a file says of preferences to a rank for each state: 0 for the best, states that are equally good share one."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from ...talks import PreferenceStatement
from .letters import Codes, bits, holds

Ints = NDArray[np.int32]
_BITS = 31
"""So many statements are put side by side in one number before it is made small again."""


def by_levels(levels: Iterable[Iterable[int]], states: int) -> Ints:
    """(n) The rank of each state, from the indices of equally good states, best first."""
    ranks = np.empty(states, np.int32)
    for rank, level in enumerate(levels):
        ranks[list(level)] = rank
    return ranks


def by_statements(statements: Sequence[PreferenceStatement], options: Sequence[str], codes: Codes) -> Ints:
    """(n) The rank of each state by prioritised statements: the first statement on which two states differ decides.

    That is the order of the scores 2^(k-1) for the first of k statements, 2^(k-2) for the second, ... (Fang, Hipel, Kilgour
    and Peng 2003, section 3; Peng, Hipel and Fang 1997), without numbers that grow with the list.
    """
    key = np.zeros(len(codes), np.int64)
    for number, statement in enumerate(statements):
        key = key << 1 | ~_met(statement, options, codes)
        if number % _BITS == _BITS - 1:
            key = dense(key).astype(np.int64)
    return dense(key)


def _met(statement: PreferenceStatement, options: Sequence[str], codes: Codes) -> NDArray[np.bool_]:
    wanted = holds(codes, *bits(options, statement.options))
    if statement.iff:
        equivalent: NDArray[np.bool_] = wanted == holds(codes, *bits(options, statement.iff))
        return equivalent
    met: NDArray[np.bool_] = wanted | ~holds(codes, *bits(options, statement.if_)) if statement.if_ else wanted
    return met


def dense(key: NDArray[np.int64]) -> Ints:
    """Ranks from any numbers, the lowest best.

    >>> dense(np.array([30, 10, 30, 20])).tolist()
    [2, 0, 2, 1]
    """
    return np.unique(key, return_inverse=True)[1].astype(np.int32)
