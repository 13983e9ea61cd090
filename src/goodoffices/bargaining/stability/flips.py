"""The smallest change of one decision maker's ranking that turns the verdict on a state.

A change moves one state within one ranking: to between two others, or to as good as another. Its size is the number of other
states whose comparison with the moved one changes; in a ranking without ties that is the number of neighbours it is swapped
with. Searched are all such moves, the smallest first, so the answer is exact; several states moved at once, or several
rankings changed, are not looked at.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from . import _kernels as kernels
from .arcs import Arcs
from .model import Model

Ints = NDArray[np.int32]
MOST_STATES = 200
"""With more states the changes are not searched."""
MOST_STEPS = 1_000_000_000
"""Moves looked at in the search for one state; then it is given up."""
Place = Literal["level with", "just above", "just below"]


@dataclass(frozen=True, slots=True)
class Flip:
    """A smallest change: `maker` ranks the state `moved` level with, just above or just below the state `beside`."""

    maker: int
    moved: int
    place: Place
    beside: int
    size: int
    """How many comparisons of the moved state with others change."""


Found = Flip | Literal["none", "not computed"]


def flip(model: Model, state: int, holds: bool) -> Found:
    """The smallest change after which a state that holds does not (or the other way round), in the sense SEQ.

    Of changes of one size the first is taken: decision makers and states in the order of the file.
    """
    if model.states > MOST_STATES:
        return "not computed"
    ranks = model.ranks * 2  # room for a place between two levels
    whose, which, becomes, sizes = _changes(ranks)
    order = np.argsort(sizes, kind="stable")
    arcs = _arcs(model)
    changes = (whose[order], which[order], becomes[order])
    number = kernels.first_flip(state, ranks, (arcs.starts, arcs.to), changes, holds, MOST_STEPS)
    if number < 0:
        return "none" if number == -1 else "not computed"
    k, x, rank = (int(column[number]) for column in changes)
    return Flip(k, x, *_beside(ranks[k], x, rank), int(sizes[order[number]]))


def _arcs(model: Model) -> Arcs:
    if isinstance(model.moves, Arcs):
        return model.moves
    moves = model.moves
    pairs = ([(s, t) for s in range(model.states) for t in moves.moves(k, s)] for k in range(len(model.makers)))
    return Arcs.of(model.states, pairs)


def _changes(ranks: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """Every move of one state in one ranking that changes anything: whose, which state, its new rank, how much changes."""
    parts = []
    for k, row in enumerate(ranks):
        places = np.arange(-1, int(row.max()) + 2, dtype=np.int32)
        after = np.sign(row[None, :] - places[:, None]).astype(np.int8)  # (place, other)
        for x in range(len(row)):
            differs = after != np.sign(row - row[x]).astype(np.int8)
            differs[:, x] = False
            size = differs.sum(axis=1).astype(np.int32)
            used = np.flatnonzero(size)
            whose, which = np.full(len(used), k, np.int32), np.full(len(used), x, np.int32)
            parts.append(np.stack([whose, which, places[used], size[used]]))
    whose, which, becomes, size = np.concatenate(parts, axis=1)
    return whose, which, becomes, size


def _beside(row: Ints, moved: int, rank: int) -> tuple[Place, int]:
    """A new rank in words: beside which other state, the one it passed last if possible."""
    others = np.delete(np.arange(len(row)), moved)
    level = others[row[others] == rank]
    if len(level):
        return "level with", int(level[0])
    better, worse = others[row[others] < rank], others[row[others] > rank]
    if len(worse) and (rank < row[moved] or not len(better)):
        return "just above", int(worse[row[worse].argmin()])
    return "just below", int(better[row[better].argmax()])
