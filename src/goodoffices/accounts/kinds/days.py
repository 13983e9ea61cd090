"""Days that differ: of one precision, and not the one within the other."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from ...language.days.reading import Dated
from ...language.folding import Span
from ..align import Aligned
from ..model import Kind
from ..reading.passages import Account, Passage
from .values import Value, Verdict, at_one_end, meeting_at


class Days:
    """Another day, month or time for one event."""

    kind: Kind = "day"

    def values(self, account: Account) -> Sequence[Value]:
        """The days that a report names, but for that of print."""
        return [
            Value(p, Span(d.start, d.end), d, meeting_at(p, Span(d.start, d.end)))
            for p in account.passages
            for d in p.days
            if not _named(p, d) and not _of_saying(p, d)
        ]

    def compare(self, aligned: Aligned, v: Value, w: Value) -> Verdict | None:
        """Whether both days can be one."""
        if len(v.said.day) != len(w.said.day) and v.said.day[5:7] == w.said.day[5:7]:
            return Verdict(True, -0.5)
        if not at_one_end(v, w):
            return None
        if _can_be_one(v.said, w.said):
            return Verdict(True, 0.5)
        if _beside(v.said.day, w.said.day):
            return Verdict(True)
        bonus = (
            -0.5 * (len(v.said.day) != len(w.said.day))
            - 0.6 * (_weekday(v) + _weekday(w))
            - 0.4 * (_elsewhere(v, aligned.b) + _elsewhere(w, aligned.a))
        )
        if _lonely(aligned.a, aligned.b, v) and _lonely(aligned.b, aligned.a, w):
            bonus += LONELY
        if (v.question == "next") != (w.question == "next"):
            bonus -= 0.7
        return Verdict(False, bonus)


def _named(p: Passage, d: Dated) -> bool:
    """`the Movement of 9 April`: a name."""
    return re.search(r"[A-Z][\w'’-]+ of (?:the )?$", p.text[: d.start - p.start]) is not None


# `the mediator said on Wednesday`, `сообщили в среду`: when it was said.
_SAYING = re.compile(
    r"\b(?:said|says|told \w+|announced|reported|stated|сказа\w+|сообщ\w+|заяви\w+|объяв\w+|повідом\w+|оголоси\w+)\s(?:(?:late|early)\s)?(?:(?:on|в|у|во)\s)?$",
    re.I,
)


def _of_saying(p: Passage, d: Dated) -> bool:
    return _SAYING.search(p.text[: d.start - p.start]) is not None and not any(
        map(str.isdigit, p.text[d.start - p.start : d.end - p.start])
    )


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


def _beside(a: str, b: str) -> bool:
    """`until 1 May` and `through April`."""
    day, month = (a, b) if len(a) > len(b) else (b, a)
    if len(day) == len(month):
        return False
    before = date.fromisoformat(day) - timedelta(1)
    return day.endswith("-01") and before.isoformat()[5:7] == month[5:7]


LONELY = 0.4
"""What it speaks for two days that each is the only one of its report which the other has not."""


def _lonely(account: Account, other: Account, v: Value) -> bool:
    return len(v.said.day) == 10 and all(
        d.day == v.said.day or _known(other, d)
        for p in account.passages
        for d in p.days
        if len(d.day) == 10 and not p.heading
    )


def _known(account: Account, day: Dated) -> bool:
    return any(_can_be_one(day, d) for p in account.passages for d in p.days)


def _weekday(v: Value) -> bool:
    p = v.passage
    return not any(map(str.isdigit, p.text[v.span.start - p.start : v.span.end - p.start]))


def _elsewhere(v: Value, account: Account) -> bool:
    return any(d.day[5:] == v.said.day[5:] for p in account.passages for d in p.days)
