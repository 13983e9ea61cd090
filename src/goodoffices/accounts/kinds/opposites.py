"""What is told the other way round by a word and its opposite: opened and stayed shut, rose and fell, kept and dropped."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from re import Pattern

from ...language.folding import Span
from ..align import Aligned
from ..model import Kind
from ..reading.passages import Account, Passage
from ..words import OPPOSITES, pattern
from .degrees import days_fit, repeated
from .sense import turned
from .values import Value, Verdict, apart, clause_of

_TOPIC = 1.0
"""What two clauses must share beside the words of the pair."""


class Opposites:
    """A word here and its opposite there, of one thing."""

    kind: Kind = "polarity"

    def values(self, account: Account) -> Sequence[Value]:
        """The words of a report that have an opposite."""
        return [v for p in account.passages if not p.heading for c in p.clauses for v in _of(p, c)]

    def compare(self, aligned: Aligned, v: Value, w: Value) -> Verdict | None:
        """Whether both tell of one thing, and say the opposite of it."""
        (scale, upper), (other_scale, other_upper) = v.said, w.said
        if scale != other_scale or aligned.weights.sum(_about(v) & _about(w)) < _TOPIC:
            return None
        odd = turned(clause_of(v), v.span) != turned(clause_of(w), w.span)
        if (upper == other_upper) != odd:
            return Verdict(True)
        if odd or apart(v, w) or repeated(v) or repeated(w) or not days_fit(v, w):
            return None
        return Verdict(False, -0.1)


def _about(v: Value) -> frozenset[str]:
    return v.passage.keys_in(Span(v.passage.start, v.passage.end), v.span)


def _of(p: Passage, clause: Span) -> Iterator[Value]:
    for scale, ends in _scales(p.language):
        found = [list(end.finditer(p.text, clause.start - p.start, clause.end - p.start)) for end in ends]
        if bool(found[0]) != bool(found[1]):
            m = (found[0] or found[1])[0]
            yield Value(p, Span(p.start + m.start(), p.start + m.end()), (scale, bool(found[0])))


@lru_cache(maxsize=8)
def _scales(language: str) -> tuple[tuple[str, tuple[Pattern[str], Pattern[str]]], ...]:
    listed: Mapping[str, tuple[str, str]] = {s: table[language] for s, table in OPPOSITES.items() if language in table}
    return tuple((scale, (pattern(upper), pattern(lower))) for scale, (upper, lower) in listed.items())
