"""Linear programming over all readings of a party at once: does something hold in every one of them?

A reading is a point z = (value of every option, no deal); what is stated are linear comparisons. They stay true if all values of an
issue and no deal are shifted together, or all are multiplied by a positive number, so the readings form a cone, and a strict
comparison can be written as "at least 1". By Farkas' lemma (Schrijver 1986, corollary 7.1d) f(z) >= 0 follows from the statements
exactly if no z fits them with f(z) <= -1. No range is taken for granted for an unknown no deal: what is called certain here does
not depend on a prior. A party whose points are stated needs no program: `known_points.py` compares those to the last digit.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ..grid import Ints
from .agenda import Agenda, Row
from .known_points import KnownPoints
from .statements import Wants

Floats = NDArray[np.float64]
Form = Ints
"""What is asked: a coefficient for each option, and one for no deal; shape (options + 1,)."""
_SLACK = 1e-6
"""How far a solver's point may be off."""


class EveryReading(Protocol):
    """All readings of one party."""

    @property
    def binds_no_deal(self) -> bool:
        """Whether anything is stated that no deal enters into; else nothing about it is certain."""

    def possible(self) -> bool:
        """Whether any reading fits: the statements do not contradict one another."""

    def at_least(self, form: Form) -> bool:
        """Whether form(z) >= 0 in every reading."""

    def more(self, form: Form) -> bool:
        """Whether form(z) > 0 in every reading."""


def readings_of(agenda: Agenda, wants: Wants) -> EveryReading:
    """All readings of a party: one where its points are stated, else a cone of them."""
    return Cone.of(agenda, wants) if wants.points is None else KnownPoints.of(agenda, wants)


@dataclass
class Cone:
    """The readings of one party; keeps the points that it has found, since most questions are settled by one of them."""

    weak: Floats
    """Rows r with r z >= 0; shape (rows, options + 1)."""
    strict: Floats
    """Rows r with r z > 0."""
    equal: Floats
    """Rows r with r z = 0."""
    solved: int = 0
    """How many linear programs were solved."""
    points: list[Floats] = field(default_factory=list)

    @classmethod
    def of(cls, agenda: Agenda, wants: Wants) -> "Cone":
        """What is stated of a party without points, as rows."""
        strict = [difference(agenda, [a], [b]) for a, b in wants.better]
        strict += [-gain(agenda, row) for row in wants.refuses]
        weak = [difference(agenda, [a, d], [b, c]) for a, b, c, d in wants.swings]
        weak += [gain(agenda, row) for row in wants.accepts]
        equal = [difference(agenda, [a], [b]) for a, b in wants.ties]
        if wants.at_status_quo:
            equal.append(gain(agenda, agenda.status_quo or ()))
        a, b, c = (np.array(rows, dtype=np.float64).reshape(-1, agenda.size + 1) for rows in (weak, strict, equal))
        return cls(a, b, c)

    @property
    def binds_no_deal(self) -> bool:
        """Whether anything is stated that no deal enters into; else nothing about it is certain."""
        return any(bool(rows[:, -1].any()) for rows in (self.weak, self.strict, self.equal))

    def possible(self) -> bool:
        """Whether any reading fits: the statements do not contradict one another."""
        return self._point(None, 0.0) is not None

    def at_least(self, form: Form) -> bool:
        """Whether form(z) >= 0 in every reading."""
        if any(float(form @ z) < -_SLACK for z in self.points):
            return False
        return self._point(-form, 1.0) is None

    def more(self, form: Form) -> bool:
        """Whether form(z) > 0 in every reading."""
        if any(float(form @ z) <= 0 for z in self.points):
            return False
        return self._point(-form, 0.0) is None

    def _point(self, form: Form | None, least: float) -> Floats | None:
        """A reading with form(z) >= least; None where there is none."""
        from scipy.optimize import linprog  # half a second, which only the analysis of preferences needs

        above = [self.weak, self.strict] + ([form[None, :]] if form is not None else [])
        bound = np.concatenate([np.zeros(len(self.weak)), np.ones(len(self.strict)), [least] * (form is not None)])
        rows, size = np.vstack(above), self.weak.shape[1]
        if not len(rows) and not len(self.equal):
            return np.zeros(size)
        self.solved += 1
        done = linprog(
            np.zeros(size), A_ub=-rows, b_ub=-bound, A_eq=self.equal if len(self.equal) else None,
            b_eq=np.zeros(len(self.equal)) if len(self.equal) else None, bounds=(None, None), method="highs",
        )  # fmt: skip
        if done.status == 2:
            return None
        if done.status != 0:
            raise ArithmeticError(f"the linear program was not solved: {done.message}")
        point = np.asarray(done.x, dtype=np.float64)
        self.points.append(point)
        return point


def difference(agenda: Agenda, plus: Iterable[int], minus: Iterable[int]) -> Form:
    """The form: value of some options less that of others."""
    row = np.zeros(agenda.size + 1, dtype=np.int64)
    np.add.at(row, list(plus), 1)
    np.subtract.at(row, list(minus), 1)
    return row


def gain(agenda: Agenda, row: Row) -> Form:
    """The form: value of a package less no deal."""
    form = difference(agenda, row, ())
    form[-1] = -1
    return form
