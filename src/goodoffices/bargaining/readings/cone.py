"""Linear programming over all readings of a party at once: does something hold in every one of them?

A reading is a point z = (value of every option, no deal, scale); what is stated are linear comparisons. They stay true if all
values of an issue and no deal are shifted together, or all are multiplied by a positive number, so the readings form a cone,
and a strict comparison can be written as "at least 1". By Farkas' lemma (Schrijver 1986, corollary 7.1d) f(z) >= 0 follows from
the statements exactly if no z fits them with f(z) <= -1. No range is taken for granted for an unknown no deal: what is called
certain here does not depend on a prior.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from .agenda import Agenda, Row
from .constraints import Wants

Floats = NDArray[np.float64]
_SLACK = 1e-7
"""How far a solver's point may be off."""


@dataclass
class Cone:
    """The readings of one party; keeps the points that it has found, since most questions are settled by one of them."""

    weak: Floats
    """Rows r with r z >= 0; shape (rows, options + 2)."""
    strict: Floats
    """Rows r with r z > 0."""
    equal: Floats
    """Rows r with r z = 0."""
    solved: int = 0
    """How many linear programs were solved."""
    points: list[Floats] = field(default_factory=list)

    @classmethod
    def of(cls, agenda: Agenda, wants: Wants) -> "Cone":
        """What is stated of a party, as rows."""
        form = _Form(agenda.size)
        strict = [form.options([a], [b]) for a, b in wants.better]
        strict += [form.no_deal() - form.options(row, ()) for row in wants.refuses]
        weak = [form.options([a, d], [b, c]) for a, b, c, d in wants.swings]
        weak += [form.options(row, ()) - form.no_deal() for row in wants.accepts]
        equal = [form.options([a], [b]) for a, b in wants.ties]
        if wants.at_status_quo:
            equal.append(form.no_deal() - form.options(agenda.status_quo or (), ()))
        if wants.points is not None:
            strict.append(form.scale(Fraction(1)))
            equal += [form.options([n], ()) - form.scale(p) for n, p in enumerate(_scaled(wants.points))]
        if wants.points is not None and wants.no_deal is not None:
            equal.append(form.no_deal() - form.scale(wants.no_deal / _largest(wants.points)))
        a, b, c = (np.array(rows).reshape(-1, agenda.size + 2) for rows in (weak, strict, equal))
        return cls(a, b, c)

    @property
    def binds_no_deal(self) -> bool:
        """Whether anything is stated that no deal enters into; else nothing about it is certain."""
        return any(bool(rows[:, -2].any()) for rows in (self.weak, self.strict, self.equal))

    def possible(self) -> bool:
        """Whether any reading fits: the statements do not contradict one another."""
        return self._point(None, 0.0) is not None

    def at_least(self, form: Floats) -> bool:
        """Whether form(z) >= 0 in every reading."""
        if any(float(form @ z) < -_SLACK * 10 for z in self.points):
            return False
        return self._point(-form, 1.0) is None

    def more(self, form: Floats) -> bool:
        """Whether form(z) > 0 in every reading."""
        if any(float(form @ z) <= 0 for z in self.points):
            return False
        return self._point(-form, 0.0) is None

    def _point(self, form: Floats | None, least: float) -> Floats | None:
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


@dataclass(frozen=True)
class _Form:
    """Makes rows over z."""

    size: int

    def options(self, plus: Iterable[int], minus: Iterable[int]) -> Floats:
        row = np.zeros(self.size + 2)
        np.add.at(row, list(plus), 1.0)
        np.subtract.at(row, list(minus), 1.0)
        return row

    def no_deal(self) -> Floats:
        row = np.zeros(self.size + 2)
        row[-2] = 1.0
        return row

    def scale(self, factor: Fraction) -> Floats:
        row = np.zeros(self.size + 2)
        row[-1] = float(factor)
        return row


def difference(agenda: Agenda, plus: Iterable[int], minus: Iterable[int]) -> Floats:
    """The form: value of some options less that of others."""
    return _Form(agenda.size).options(plus, minus)


def gain(agenda: Agenda, row: Row) -> Floats:
    """The form: value of a package less no deal."""
    form = _Form(agenda.size)
    return form.options(row, ()) - form.no_deal()


def _largest(points: Iterable[Fraction]) -> Fraction:
    return max(map(abs, points), default=Fraction(1)) or Fraction(1)


def _scaled(points: tuple[Fraction, ...]) -> list[Fraction]:
    largest = _largest(points)
    return [p / largest for p in points]
