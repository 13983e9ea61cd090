"""A meaning here and its opposite there, of one thing: opened and stayed shut (polarity), all and some, agreed and discussed (degree)."""

from collections.abc import Iterator, Sequence
from functools import cache

from ...language.folding import Span
from ..align import Aligned
from ..model import Kind
from ..reading.passages import Account, Passage, Token
from ..words import CONTRASTS, PARTS, TERMS
from .sense import turned
from .values import Value, Verdict, about, apart, clause_of, days_fit, repeated

_BESIDE = 4
"""Words beside a word of amount that say of what it tells."""
_AMOUNTS = frozenset({"~all", "~full", "~some", "~partial", "~only"})


class _Contrasts:
    """Words that have an opposite, of one kind of difference."""

    kind: Kind
    topic = 1.0
    """What two clauses must share beside the words of the pair."""
    bonus = 0.0

    def values(self, account: Account) -> Sequence[Value]:
        """The words of a report that have an opposite."""
        return [v for p in account.passages if not p.heading for c in p.clauses for v in _of(p, c, self.kind)]

    def compare(self, aligned: Aligned, v: Value, w: Value) -> Verdict | None:
        """Whether both tell of one thing, and say the opposite of it."""
        (sense, opposed), (other, other_opposed) = v.said, w.said
        if sense != other and other not in opposed and sense not in other_opposed:
            return None
        if not self.on_one_thing(aligned, v, w):
            return None
        odd = turned(clause_of(v), v.span) != turned(clause_of(w), w.span)
        if (sense == other) != odd:
            return Verdict(True)
        if (
            odd
            or (apart(v, w) and "~discuss" not in (sense, other))
            or repeated(v)
            or repeated(w)
            or not days_fit(v, w)
        ):
            return None
        return Verdict(False, self.bonus)

    def on_one_thing(self, aligned: Aligned, v: Value, w: Value) -> bool:
        """Whether what stands around is shared; of an amount, what stands right beside it."""
        if v.said[0] in _AMOUNTS and aligned.weights.sum(_beside(v) & _beside(w)) < 0.01:
            return False
        return aligned.weights.sum(about(v) & about(w)) >= self.topic


class Opposites(_Contrasts):
    """What is told the other way round by a word and its opposite."""

    kind: Kind = "polarity"
    bonus = -0.1


class Degrees(_Contrasts):
    """Of one scale the upper end here, the lower there."""

    kind: Kind = "degree"
    topic = 0.5
    bonus = 0.2


def _of(p: Passage, clause: Span, kind: Kind) -> Iterator[Value]:
    ends = _ends(kind)
    here = [t for t in p.tokens if clause.start <= t.start < clause.end]
    found: dict[str, Token] = {}
    for t in here:
        if t.sense in ends:
            found.setdefault(t.sense, t)
    spans = {sense: Span(t.start, t.end) for sense, t in found.items()}
    if kind == "degree" and p.language in PARTS:
        if m := PARTS[p.language].search(p.text, clause.start - p.start, clause.end - p.start):
            spans.pop("~all", None)
            spans.setdefault("~some", Span(p.start + m.start(), p.start + m.end()))
        if m := TERMS[p.language].search(p.text, clause.start - p.start, clause.end - p.start):
            spans.setdefault("~temporary", Span(p.start + m.start(), p.start + m.end()))
    for sense, span in spans.items():
        if not ends[sense] & spans.keys():
            yield Value(p, span, (sense, ends[sense]))


@cache
def _ends(kind: Kind) -> dict[str, frozenset[str]]:
    """Of each meaning its opposites."""
    found: dict[str, set[str]] = {}
    for line in CONTRASTS[kind].split():
        uppers, lowers = (["~" + name for name in end.split(",")] for end in line.split("/"))
        for upper in uppers:
            found.setdefault(upper, set()).update(lowers)
        for lower in lowers:
            found.setdefault(lower, set()).update(uppers)
    return {sense: frozenset(others) for sense, others in found.items()}


def _beside(v: Value) -> frozenset[str]:
    """What stands before may be in the clause before: `a paper on wells, which is binding`."""
    here = [t for t in v.passage.tokens if t.start < clause_of(v).span.end and t.key and t.sense not in _AMOUNTS]
    before = [t.key for t in here if t.end <= v.span.start][-_BESIDE:]
    after = [t.key for t in here if t.start >= v.span.end][:_BESIDE]
    return frozenset(before + after)
