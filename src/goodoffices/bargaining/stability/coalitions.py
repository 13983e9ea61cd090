"""Moves that several decision makers make together, from states that nobody would leave alone (Nash equilibria).

A coalition moves from s to t where a sequence of its members' moves, nobody twice in a row, leads to t, and every member prefers
t to s (Kilgour, Hipel, Fang and Peng 2001; Xu and others 2018). Told are the smallest coalitions only: if two can do it, that a
third could come along says nothing. A move lasts where it ends in a Nash equilibrium, too (an equilibrium jump); where it does
not, as in the prisoners' dilemma, somebody gains by leaving the new state again.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from .arcs import Arcs
from .box import Box
from .model import Model

CoalitionMove = tuple[int, tuple[int, ...], int]
"""From which state, who (indices of makers), to which state."""


def coalition_moves(model: Model, equilibria: Sequence[int] | NDArray[np.intp]) -> list[CoalitionMove]:
    """The moves of smallest coalitions of two or more from these states, by state, size of the coalition, and end."""
    return [move for start in equilibria for move in _from(model, int(start))]


def _from(model: Model, start: int) -> Iterator[CoalitionMove]:
    better = model.ranks < model.ranks[:, start, None]
    worth = np.flatnonzero(better.sum(axis=0) >= 2)  # few, where the start is good for most
    better = better[:, worth]
    done: dict[int, list[set[int]]] = {}
    for size in range(2, len(model.makers) + 1):
        for group in combinations(range(len(model.makers)), size):
            wanted = _within(model, group, start, worth[better[list(group)].all(axis=0)])
            new = {int(t) for t in wanted if not any(smaller < set(group) for smaller in done.get(int(t), ()))}
            for end in sorted(_reached(model, group, start, new)):
                done.setdefault(end, []).append(set(group))
                yield start, group, end


def _within(model: Model, group: Sequence[int], start: int, wanted: NDArray[np.intp]) -> NDArray[np.intp]:
    """Of the wanted states those that agree with the start in all options that are not the group's."""
    if isinstance(model.moves, Arcs):
        return wanted
    own = 0
    for maker in group:
        own |= model.moves.masks[maker]
    codes = model.moves.codes
    near: NDArray[np.intp] = wanted[(codes[wanted] ^ codes[start]) & ~own == 0]
    return near


def _reached(model: Model, group: Sequence[int], start: int, wanted: set[int]) -> set[int]:
    """Which of the wanted states sequences of the group reach."""
    if isinstance(model.moves, Box):
        return wanted  # each member makes his own change in turn
    seen: set[tuple[int, int]] = set()
    found: set[int] = set()
    frontier = [(start, -1)]
    while frontier and found < wanted:
        place = frontier.pop()
        for mover in group:
            if mover == place[1]:
                continue
            for end in model.moves.moves(mover, place[0]):
                if (end, mover) not in seen:
                    seen.add((end, mover))
                    frontier.append((end, mover))
                    found |= {end} & wanted
    return found
