"""Which states are stable for whom: Nash, GMR, SMR, SEQ and SIM, each exactly as defined, for any number of decision makers.

s is the state, i the decision maker, s1 a state to which i can move in one move and which he prefers to s (an improvement).

    Nash   i has no improvement (Nash 1950)
    GMR    each improvement s1 can be answered: the others reach from s1 a state that i does not prefer to s (Howard 1971)
    SMR    such a state, and from it i cannot move to a state that he prefers to s (Howard 1971)
    SEQ    as GMR, and each step of the answer is an improvement for who makes it (Fraser and Hipel 1979)
    SIM    for each improvement some others each make an improvement of their own from s at the same moment; all changes
           together give a state that can be and that i does not prefer to s (Fraser and Hipel 1984)

The others reach a state by a sequence of moves in which nobody moves twice in a row (Fang, Hipel and Kilgour 1993, chapter 3, on
more than two decision makers). An answer is at least one move. Staying at s1 could not answer anyhow: i prefers s1 to s.

The first four take one form. Let v(t) be what an answer that ends in t leaves to i, as a rank (larger is worse): his rank of t,
or for SMR the best of t and of what he can move to from t. Let w(s1) be the largest v that the others reach from s1. Then s1
cannot be answered exactly if both i's rank of s1 and w(s1) are below his rank of s; so s is unstable exactly if the lowest
max(rank, w) among the states to which i can move is below his rank of s. w is computed for all states in one pass, from the
worst value on: see `_kernels.spread`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from . import _kernels as kernels
from .arcs import Arcs, ImprovingArcs
from .box import ImprovingBox
from .fibres import Fibres, Improvements
from .model import Model

Ints = NDArray[np.int32]
Flags = NDArray[np.bool_]
Improved = Improvements | ImprovingBox | ImprovingArcs
Concept = Literal["nash", "gmr", "smr", "seq", "sim"]
CONCEPTS: tuple[Concept, ...] = ("nash", "gmr", "smr", "seq", "sim")
MOST_TRIES = 200_000_000
"""Combinations of moves that are tried for simultaneous stability, all makers together, before it is given up."""


@dataclass(frozen=True, eq=False)
class Tables:
    """What holds for which state and whom."""

    stable: Mapping[Concept, Flags]
    """For each concept (maker, n); without `sim` in graph form and where it was given up."""
    why_no_sim: str = ""
    """Why simultaneous stability was not computed, in a sentence."""

    def equilibria(self, concept: Concept) -> NDArray[np.intp]:
        """The states that are stable for all."""
        return np.flatnonzero(self.stable[concept].all(axis=0))


def tables(model: Model, most_tries: int = MOST_TRIES) -> Tables:
    """All concepts for all states; exact, or left out with the reason (simultaneous stability: with `most_tries` 0 always)."""
    stable: dict[Concept, Flags] = {c: np.empty(model.ranks.shape, np.bool_) for c in CONCEPTS[:4]}
    improved = model.moves.improved(model.ranks)
    for maker, ranks in enumerate(model.ranks):
        stable["nash"][maker] = model.moves.lowest(maker, ranks) >= ranks
        for concept, worst in reached(model, improved, maker):
            stable[concept][maker] = model.moves.lowest(maker, np.maximum(ranks, worst)) >= ranks
    if isinstance(model.moves, Arcs):
        return Tables(stable, "simultaneous moves are defined by options; this conflict is given by states")
    sim = _simultaneous(model, model.moves.fibres, most_tries) if most_tries else None
    if sim is None:
        return Tables(stable, f"simultaneous moves: more than {most_tries:,} combinations of improvements")
    return Tables({**stable, "sim": sim})


def reached(model: Model, improved: Improved, maker: int) -> Iterator[tuple[Concept, Ints]]:
    """For GMR, SMR and SEQ (n) the worst that answers of the others leave to the maker; an improvement below is unanswered."""
    moves, ranks = model.moves, model.ranks[maker]
    yield "gmr", moves.worst(maker, ranks)
    yield "smr", moves.worst(maker, np.minimum(ranks, moves.lowest(maker, ranks)))
    yield "seq", improved.worst(maker, ranks)


def _simultaneous(model: Model, fibres: Fibres, most: int) -> Flags | None:
    stable = np.empty(model.ranks.shape, np.bool_)
    arrays = (fibres.members, fibres.fibre, fibres.starts, fibres.offsets)
    index = fibres.index()
    for maker, ranks in enumerate(model.ranks):
        states = (fibres.codes, index, fibres.worst_by_own_options(maker, ranks))
        one_way = (fibres.up, fibres.down)
        tried = kernels.simultaneous(maker, model.ranks, states, arrays, one_way, most, stable[maker])
        if tried < 0:
            return None
        most -= tried
    return stable
