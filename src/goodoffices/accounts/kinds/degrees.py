"""To which degree: all or some, full or partial, agreed or discussed, met or will meet."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from re import Pattern

from ...language.folding import Span
from ..align import Aligned
from ..model import Kind
from ..reading.passages import Account, Passage
from ..words import NEXT, SCALES, class_of, pattern
from .sense import turned
from .values import Value, Verdict, apart, clause_of

_BESIDE = 3
"""Words beside one of a scale that say of what it tells."""
_TOPIC = 0.5
"""What two clauses must share beside names."""
_WHOLE = ("stage", "time")
"""Scales of what the whole clause tells, not of the word beside."""


class Degrees:
    """Of one scale the upper end here, the lower there."""

    kind: Kind = "degree"

    def values(self, account: Account) -> Sequence[Value]:
        """The words of scales in a report."""
        return [v for p in account.passages if not p.heading for c in p.clauses for v in _of(p, c)]

    def compare(self, aligned: Aligned, v: Value, w: Value) -> Verdict | None:
        """Whether both tell of one thing on one scale, and stand at its two ends."""
        (scale, upper, beside), (other_scale, other_upper, other_beside) = v.said, w.said
        if scale != other_scale:
            return None
        if scale in _WHOLE:
            beside, other_beside = topic(v), topic(w)
        if aligned.weights.sum(beside & other_beside) < (_TOPIC if scale in _WHOLE else 0.01):
            return None
        if upper == other_upper:
            return Verdict(True)
        if turned(clause_of(v)) or turned(clause_of(w)) or (scale != "stage" and apart(v, w)):
            return None
        if scale == "time":
            return Verdict(False, -0.4) if days_fit(v, w) and not (repeated(v) or repeated(w)) else None
        return Verdict(False, 0.0 if scale == "stage" else 0.2)


def topic(v: Value) -> frozenset[str]:
    """What a clause is about, but for names: who speaks is not what is spoken of."""
    return frozenset(k for k in v.passage.keys_in(clause_of(v).span, v.span) if not k.startswith("="))


def repeated(v: Value) -> bool:
    """Whether it tells of the meeting after this one."""
    found = class_of(NEXT, v.passage.language).finditer(v.passage.text)
    return any(not _SEASON.match(v.passage.text, m.end()) for m in found)


# `tarred next spring` tells when, not of which meeting.
_SEASON = re.compile(
    r"\s(?:year|month|week|spring|summer|autumn|fall|winter|season|morning|day|рок|тиж|місяц|весн|літ|год|недел|месяц|лет|зим|осен|yıl|ay|hafta|bahar|yaz|kış)",
    re.I,
)


def days_fit(v: Value, w: Value) -> bool:
    """Whether two clauses do not name different days."""
    left, right = (
        {d.day[5:] for d in x.passage.days if clause_of(x).span.start <= d.start < clause_of(x).span.end}
        for x in (v, w)
    )
    return not left or not right or bool(left & right)


def _of(p: Passage, clause: Span) -> Iterator[Value]:
    for scale, words in _scales(p.language):
        ends = [
            [
                Span(p.start + m.start(), p.start + m.end())
                for m in one.finditer(p.text, clause.start - p.start, clause.end - p.start)
            ]
            for one in words
        ]
        ends[0] = [
            s for s in ends[0] if not any(s.meets(lower) for lower in ends[1])
        ]  # `non-binding` has `binding` in it
        if bool(ends[0]) != bool(ends[1]):
            span = (ends[0] or ends[1])[0]
            yield Value(p, span, (scale, bool(ends[0]), _beside(p, clause, span)))
        elif ends[0] and scale == "time":
            yield Value(p, ends[1][0], (scale, False, frozenset()))


@lru_cache(maxsize=8)
def _scales(language: str) -> tuple[tuple[str, tuple[Pattern[str], Pattern[str]]], ...]:
    listed = ((scale, table[language]) for scale, table in SCALES.items() if language in table)
    return tuple((scale, (pattern(upper), pattern(lower))) for scale, (upper, lower) in listed)


def _beside(p: Passage, clause: Span, span: Span) -> frozenset[str]:
    # What stands before may be in the clause before: `a paper on wells, which is binding`.
    here = [t for t in p.tokens if t.start < clause.end and t.key]
    before = [t.key for t in here if t.end <= span.start][-_BESIDE:]
    after = [t.key for t in here if t.start >= span.end][:_BESIDE]
    return frozenset(before + after)
