"""All that the analysis of a conflict gives: what is stable for whom, which moves several could make, and the verdicts."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import Any

import numpy as np

from ...talks import Conflict
from .coalitions import CoalitionMove, coalition_moves
from .concepts import CONCEPTS, Concept, Tables, tables
from .flips import Found, flip
from .model import Model, StateId
from .verdicts import Verdict, verdicts

MOST_LISTED = 100_000
"""With more states than this only numbers and equilibria are listed, and no moves of coalitions."""
MOST_TOLD = 12
"""So many equilibria, besides the status quo, get a verdict."""


@dataclass(frozen=True, eq=False)
class Stability:
    """The analysis of one conflict; exact, whatever is there."""

    conflict: Conflict
    model: Model
    tables: Tables
    moves_together: tuple[CoalitionMove, ...] | None
    """Moves of coalitions from Nash equilibria; None above MOST_LISTED states."""

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts that were computed; without `sim` in graph form."""
        return tuple(c for c in CONCEPTS if c in self.tables.stable)

    def stable(self, concept: Concept, maker: str) -> list[StateId]:
        """The states that are stable for a decision maker."""
        return self.model.named(np.flatnonzero(self.tables.stable[concept][self.model.makers.index(maker)]))

    def equilibria(self, concept: Concept) -> list[StateId]:
        """The states that are stable for all."""
        return self.model.named(self.tables.equilibria(concept))

    @cached_property
    def told_states(self) -> tuple[int, ...]:
        """The states that get a verdict: the status quo, then equilibria, those that hold best first."""
        order: Sequence[Concept] = ("nash", "seq", "smr", "gmr")
        found = {int(s): None for concept in order for s in self.tables.equilibria(concept)[: MOST_TOLD + 1]}
        first = [] if self.conflict.status_quo is None else [self.model.index(self.conflict.status_quo)]
        return (*first, *[s for s in found if s not in first][:MOST_TOLD])

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """Who could leave the told states, and what keeps them from leaving; none above MOST_LISTED states."""
        if self.model.states > MOST_LISTED:
            return ()
        return verdicts(self.model, self.tables, list(self.told_states))

    @cached_property
    def flips(self) -> dict[int, Found]:
        """For each told state the smallest change of one ranking that turns its verdict."""
        return {v.state: flip(self.model, v.state, v.holds) for v in self.verdicts}

    def data(self) -> dict[str, Any]:
        """What `--json` prints."""
        equilibria = {c: self.equilibria(c) if c in self.concepts else None for c in CONCEPTS}
        if self.moves_together is None:
            counts = {c: self._counts(c) for c in CONCEPTS}
            return {"states": self.model.states, "stable": counts, "equilibria": equilibria}
        stable = {
            c: {m: self.stable(c, m) for m in self.model.makers} if c in self.concepts else None for c in CONCEPTS
        }
        lasting, others = self._together()
        return {
            "states": list(self.model.ids), "stable": stable, "equilibria": equilibria,
            "coalition_moves_from_nash": lasting, "coalition_moves_that_do_not_last": others,
        }  # fmt: skip

    def _together(self) -> tuple[list[list[Any]], list[list[Any]]]:
        """The moves of coalitions that end in a Nash equilibrium, and those that do not."""
        nash = set(self.tables.equilibria("nash").tolist())
        lasting: list[list[Any]] = []
        others: list[list[Any]] = []
        for start, group, end in self.moves_together or ():
            named = self.model.named([start, end])
            (lasting if end in nash else others).append([named[0], list(self.model.coalition(group)), named[1]])
        return lasting, others

    def _counts(self, concept: Concept) -> dict[str, int] | None:
        if concept not in self.concepts:
            return None
        rows = self.tables.stable[concept]
        return {maker: int(row.sum()) for maker, row in zip(self.model.makers, rows, strict=True)}

    def _repr_html_(self) -> str:
        """A table of the equilibria for notebooks: states by concepts."""
        head = "".join(f"<th>{c}</th>" for c in self.concepts)
        rows = []
        for state in self.told_states:
            cells = ("yes" if self.tables.stable[c][:, state].all() else "" for c in self.concepts)
            name = escape(str(self.model.named([state])[0]))
            rows.append(f"<tr><th>{name}</th>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>")
        caption = escape(f"{self.conflict.title or 'Conflict'}: stable for all, of {self.model.states:,} states")
        return f"<table><caption>{caption}</caption><tr><th></th>{head}</tr>{''.join(rows)}</table>"


def stability(conflict: Conflict) -> Stability:
    """Analyse a conflict; DataError with every mistake in it."""
    model = Model.of(conflict)
    found = tables(model)
    together = None
    if model.states <= MOST_LISTED:
        together = tuple(coalition_moves(model, found.equilibria("nash")))
    return Stability(conflict, model, found, together)
