"""Days that differ: of one precision, and not the one within the other."""

from collections.abc import Sequence

from ..language.days.reading import Dated
from ..language.folding import Span
from .align import Aligned
from .model import Kind
from .passages import Account, Passage
from .values import Value, Verdict
from .words import MEETING, NEXT, class_of


class Days:
    """Another day, month or time for one event."""

    kind: Kind = "day"

    def values(self, account: Account) -> Sequence[Value]:
        """The days that a report names, but for that of print."""
        return [
            Value(p, Span(d.start, d.end), d, _question(p, Span(d.start, d.end))) for p in account.passages for d in p.days
        ]

    def compare(self, aligned: Aligned, v: Value, w: Value) -> Verdict | None:
        """Whether both days can be one."""
        if not (len(v.said.day) == len(w.said.day)) and v.said.day[5:7] == w.said.day[5:7]:
            return Verdict(True, -0.5)
        if _can_be_one(v.said, w.said):
            return Verdict(True, 0.5)
        bonus = -0.4 * (_elsewhere(v, aligned.b) + _elsewhere(w, aligned.a))
        if (v.question == "next") != (w.question == "next"):
            bonus -= 0.7
        return Verdict(False, bonus)


def _can_be_one(one: Dated, other: Dated) -> bool:
    readings = [(a, b) for a in (one.day, one.other) if a for b in (other.day, other.other) if b]
    return any(_meet(a, one.last or a, b, other.last or b, one.full and other.full) for a, b in readings)


def _meet(a: str, a_last: str, b: str, b_last: str, years: bool) -> bool:
    if not years:  # a year that is not printed is no difference
        a, a_last, b, b_last = (day[5:] for day in (a, a_last, b, b_last))
        if a_last < a or b_last < b:
            return True
    size = min(len(a), len(b))
    return a[:size] <= b_last[:size] and b[:size] <= a_last[:size]


def _elsewhere(v: Value, account: Account) -> bool:
    return any(d.day[5:] == v.said.day[5:] for p in account.passages for d in p.days)


def _question(p: Passage, span: Span) -> str:
    """Whether it is the day of the meeting told of, or of the next one."""
    clause = p.clause_at(span.start)
    said = p.text[clause.start - p.start : clause.end - p.start]
    if not class_of(MEETING, p.language).search(said):
        return ""
    return "next" if class_of(NEXT, p.language).search(said) else "met"
