"""A conflict as arrays: decision makers, states, moves, and a rank of each state for each decision maker. Read this first.

    letters.py     states of the option form                 fibres.py, box.py    moves of the option form
    ranking.py     preferences as ranks                      arcs.py              moves of the graph form
    concepts.py    which states are stable, in which sense   coalitions.py        moves that several make together
    verdicts.py    who could leave, and what keeps them from leaving  flips.py             the smallest change that turns a verdict
    result.py      all of it together                        words.py             the same in words for people

The graph model for conflict resolution: Kilgour, Hipel and Fang (1987); Fang, Hipel and Kilgour (1993), chapters 2 and 3.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ...errors import DataError, Problem
from ...talks import Conflict
from . import letters
from .arcs import Arcs
from .box import Box
from .fibres import Fibres
from .mistakes import mistakes, ranked
from .ranking import by_levels, by_statements, dense

Ints = NDArray[np.int32]
StateId = int | str


@dataclass(frozen=True, eq=False)
class Model:
    """What the analysis works on; states are indices, and the axes are always (maker, state)."""

    makers: tuple[str, ...]
    """The ids of the decision makers, in the order of the file."""
    ranks: Ints
    """(maker, n) 0 for the best states; equal where they are equally good."""
    moves: Fibres | Box | Arcs
    graph: tuple[int, ...] = ()
    """Graph form: the ids of the states, in the order of the file."""

    @classmethod
    def of(cls, conflict: Conflict) -> "Model":
        """From what a file says; DataError with every mistake in it."""
        if found := mistakes(conflict):
            name = conflict.title or "conflict"
            raise DataError(Problem(f"{name}: {'.'.join(map(str, m.steps))}", 0, 0, m.found, m.expected) for m in found)
        return _options(conflict) if conflict.options else _graph(conflict)

    @classmethod
    def of_options(cls, options: Mapping[str, int], ranks: Sequence[NDArray[np.generic]]) -> "Model":
        """The option form with every combination feasible and every option taken up and dropped at will.

        options: how many each decision maker has; his come after those of the makers before him. ranks: for each maker numbers
        for all 2^(all options) states, the lowest best; states in the order NN..N, NN..Y, ..., YY..Y.
        """
        total = sum(options.values())
        masks, place = [], total
        for count in options.values():
            place -= count
            masks.append(((1 << count) - 1) << place)
        return cls(tuple(options), np.stack([_ranks(row) for row in ranks]), Box.of(total, masks))

    @property
    def states(self) -> int:
        """How many states there are."""
        return int(self.ranks.shape[1])

    @cached_property
    def ids(self) -> tuple[StateId, ...]:
        """The ids of the states: whole numbers in graph form, letters Y and N in option form."""
        return tuple(self.named(range(self.states)))

    def named(self, states: Sequence[int] | range | NDArray[np.integer]) -> list[StateId]:
        """The ids of some states."""
        if isinstance(self.moves, Arcs):
            return [self.graph[int(s)] for s in states]
        return [letters.letters(int(self.moves.codes[int(s)]), self.moves.options) for s in states]

    def index(self, state: StateId) -> int:
        """The index of a state."""
        if isinstance(self.moves, Arcs):
            return self.graph.index(int(state))
        return int(np.searchsorted(self.moves.codes, letters.code(str(state))))

    def coalition(self, makers: Sequence[int]) -> tuple[str, ...]:
        """The ids of some decision makers."""
        return tuple(self.makers[k] for k in makers)


def _ranks(row: NDArray[np.generic]) -> Ints:
    """Ranks that are used as they come where they are small whole numbers: they then need no sorting."""
    if row.dtype == np.int32 and row.min() >= 0 and row.max() < len(row):
        return row.astype(np.int32, copy=False)
    return dense(row.astype(np.int64))


def _graph(conflict: Conflict) -> Model:
    ids = tuple(conflict.states)
    index: dict[StateId, int] = {state: i for i, state in enumerate(ids)}
    makers = tuple(conflict.decision_makers)
    moves = ([(index[a], index[b]) for a, b in conflict.moves.get(maker, ())] for maker in makers)
    ranks = np.stack([_ranking(conflict, maker, index) for maker in makers])
    return Model(makers, ranks, Arcs.of(len(ids), moves), ids)


def _options(conflict: Conflict) -> Model:
    options, makers = tuple(conflict.options), tuple(conflict.decision_makers)
    codes = letters.feasible(options, conflict.infeasible)
    owned = {key: {name: True for name, option in conflict.options.items() if option.of == key} for key in makers}
    masks = tuple(letters.bits(options, owned[maker])[0] for maker in makers)
    up, down = (
        letters.bits(options, {name: True for name, option in conflict.options.items() if option.moves == way})[0]
        for way in ("up", "down")
    )
    rows: list[Ints] = []
    index: dict[StateId, int] = {}
    if conflict.preferences:
        index = {state: i for i, state in enumerate(letters.as_letters(codes, len(options)))}
    for maker in makers:
        if maker in conflict.statements:
            rows.append(by_statements(conflict.statements[maker], options, codes))
        else:
            rows.append(_ranking(conflict, maker, index))
    if len(codes) == 1 << len(options) and not up and not down and Box.fits(masks):
        return Model(makers, np.stack(rows), Box.of(len(options), masks))
    return Model(makers, np.stack(rows), Fibres.of(codes, len(options), masks, (up, down)))


def _ranking(conflict: Conflict, maker: str, index: Mapping[StateId, int]) -> Ints:
    levels: dict[str | int, list[int]] = {}
    for state, steps in ranked(conflict, maker):
        levels.setdefault(steps[2], []).append(index[state])
    return by_levels(levels.values(), len(index))
