"""Who did it, and to whom: `A shelled B` and `B shelled A`."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..language.folding import Span
from ..language.stems import meaning
from .align import Aligned
from .model import Kind
from .passages import Account, Passage
from .values import Value, Verdict
from .words import DEEDS, pattern

_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|be|got)\s(?:\w+\s){0,2}$", re.I)
_BY = re.compile(r"\bby\b", re.I)
_ENDS = re.compile(
    r"\s(?:after|before|because|since|while|during|until|despite|following|when|on|in|at|that)\s|[,;:]", re.I
)


_PLAIN = frozenset("attack kill seize detain break start block leave".split())
"""Deeds of which there is one doer; others may be done by several."""


class Deeds:
    """One deed, and the doer or the one to whom it was done is another."""

    kind: Kind = "agent"

    def values(self, account: Account) -> Sequence[Value]:
        """The deeds that a report tells of."""
        return [v for p in account.passages if not p.heading for v in _of(p)]

    def compare(self, aligned: Aligned, v: Value, w: Value) -> Verdict | None:
        """Whether the doer here is the one to whom it was done there, or another doer is named."""
        (deed, agent, patient), (other_deed, other_agent, other_patient) = v.said, w.said
        if deed != other_deed:
            return None
        crossed = agent & other_patient, patient & other_agent
        straight = agent & other_agent, patient & other_patient
        if straight[0]:
            return Verdict(True, 0.3)
        if crossed[0] and crossed[1] - crossed[0]:
            return Verdict(False, 1.0)
        if (crossed[0] or crossed[1]) and deed in _PLAIN:
            return Verdict(False, 0.3) if _both_know(aligned, agent, other_agent) else None
        if deed in _PLAIN and aligned.weights.sum(straight[1]) >= 0.7 and _both_know(aligned, agent, other_agent):
            return Verdict(False, 0.3)
        return None


def _both_know(aligned: Aligned, agent: frozenset[str], other: frozenset[str]) -> bool:
    """Whether each report has a word for the other's doer: else it may be one doer under two names."""
    a, b = aligned.a.frequency, aligned.b.frequency
    if any(b.get(k) for k in agent) and any(a.get(k) for k in other):
        return True
    return any(_OPPOSED[0] & x and _OPPOSED[1] & y for x, y in ((agent, other), (other, agent)))


_OPPOSED = (
    frozenset(map(meaning, "rebel insurgent fighter guerrilla militia".split())),
    frozenset(map(meaning, "soldier police army troops gendarmes".split())),
)


def _of(p: Passage) -> Iterator[Value]:
    for clause in p.clauses:
        text = p.text[clause.start - p.start : clause.end - p.start]
        for deed, found in _deeds(p.language):
            for m in found.finditer(text):
                sides = _sides(p, clause, text, m)
                if sides[0] and sides[1]:
                    yield Value(p, Span(clause.start + m.start(), clause.start + m.end()), (deed, *sides))


@lru_cache(maxsize=8)
def _deeds(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((deed, pattern(words)) for deed, words in DEEDS.get(language, {}).items())


def _sides(p: Passage, clause: Span, text: str, m: re.Match[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The words for the doer and for the one to whom it is done."""
    if p.language == "tr":
        return _turkish(p, clause, text, m)
    end = _ENDS.search(text, m.end())
    before = _keys(p, clause.start, clause.start + m.start())
    by = _BY.search(text, m.end()) if p.language == "en" else None
    if by and _PASSIVE.search(text, 0, m.start()):
        after = _ENDS.search(text, by.end())
        return _keys(p, clause.start + by.end(), clause.start + (after.start() if after else len(text))), before
    if p.language == "en" and _PASSIVE.search(text, 0, m.start()):
        return frozenset(), before
    return before, _keys(p, clause.start + m.end(), clause.start + (end.start() if end else len(text)))


def _keys(p: Passage, start: int, end: int) -> frozenset[str]:
    return frozenset(k for k in p.keys_in(Span(start, end)) if not k.startswith(("@", "#")))


_OBJECT = re.compile(r"['’](?:y?[ıiuüae]|n[ıiuüae])(?!\w)|\btarafından\b", re.I)


def _turkish(p: Passage, clause: Span, text: str, m: re.Match[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The verb stands last; what has the ending of an object is one, and `tarafından` stands behind the doer."""
    by = text.find("tarafından", 0, m.start())
    if by >= 0:
        near = max(text.rfind(" ", 0, max(by - 1, 0)), 0)
        return _keys(p, clause.start + near, clause.start + by), _keys(p, clause.start, clause.start + near)
    marked = [t for t in p.tokens if clause.start <= t.start < clause.start + m.start() and t.key.startswith("=")]
    objects = frozenset(t.key for t in marked if _OBJECT.search(p.text, t.start - p.start, t.end - p.start))
    return frozenset(t.key for t in marked) - objects, objects
