"""Who did it, and to whom: `A shelled B` and `B shelled A`."""

import re
from collections.abc import Iterator, Sequence

from ...language.folding import Span
from ...language.stems import meaning
from ..align import Aligned
from ..model import Kind
from ..reading.passages import Account, Passage, Token
from ..reading.verbs import verbs
from ..words import DEEDS, MUTUAL, OFFICES, class_of, pattern
from .values import Value, Verdict

_BE = re.compile(r"\b(?:was|were|been|being|is|are|be|got)\s(?:(?!to\s)\w+\s){0,2}$", re.I)
_DONE = re.compile(
    r"(?:ed|en|wn|ne|ung|orn)$|^(?:hit|shot|struck|paid|sent|sold|lent|hurt|cut|shut|held|kept|left|led|told|taught|caught|brought|found|lost|won|put)$"
)
_BY = re.compile(r"\bby\b", re.I)
_SUFFERED = re.compile(
    r"\b(?:came|come|coming|was|were)\sunder\s(?:\w+\s)?(?:fire|attack|pressure|shelling)\s(?:from|by)\b", re.I
)
# A preposition right after the verb is part of it: `opened fire on`, `shot at`.
_ENDS = re.compile(
    r"(?<!^)\s(?:after|before|because|since|while|during|until|despite|following|when|on|in|at|that|for|with|over|if|unless|as)\s|[,;:]",
    re.I,
)


_PLAIN = frozenset(f"~{name}" for name in "attack kill seize hold break begin close stop_vehicle leave sink drag burn cut_down destroy poison steal chase cross propose".split())
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
            return Verdict(False, 1.0 if deed in DEEDS else 0.3)
        if aligned.weights.sum(straight[1]) >= 1.0 and _other_office(v, w):
            return Verdict(False, 0.0)
        if deed not in DEEDS:
            return Verdict(False, -0.4) if _another(aligned, v, w) else None
        if deed in _PLAIN and _both_know(aligned, agent, other_agent):
            return Verdict(False, 0.3 if crossed[0] or crossed[1] else min(aligned.weights.sum(straight[1]), 1.0) - 0.5)
        return None


def _another(aligned: Aligned, v: Value, w: Value) -> bool:
    """Whether the same is done to the same by somebody else whom both reports know, each named in few words."""
    (_, agent, patient), (_, other_agent, other_patient) = v.said, w.said
    if (
        max(len(agent), len(other_agent)) > 3
        or aligned.weights.sum(patient & other_patient) < 1.0
        or agent & other_patient
        or other_agent & patient
    ):
        return False
    named = [any(k.startswith("=") for k in keys) for keys in (agent, other_agent)]
    return all(named) and _both_know(aligned, agent, other_agent)


def _other_office(v: Value, w: Value) -> bool:
    """`The mayor opened the gate` and `The priest opened the gate`: neither with a name."""
    found = [_office(v), _office(w)]
    return all(found) and not found[0] & found[1]


def _office(v: Value) -> frozenset[str]:
    p = v.passage
    if p.language not in OFFICES:
        return frozenset()
    clause = p.clause_at(v.span.start)
    before = p.text[max(clause.start, v.span.start - 24) - p.start : v.span.start - p.start]
    return frozenset(
        name
        for name, words in OFFICES[p.language].items()
        if re.search(rf"{pattern(words).pattern}\s(?:\w+\s)?$", before, re.I)
    )


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
        for deed, start, end in _told(p, clause, text):
            sides = _sides(p, clause, text, start, end)
            if sides[0] and sides[1]:
                yield Value(p, Span(clause.start + start, clause.start + end), (deed, *sides))


def _told(p: Passage, clause: Span, text: str) -> Iterator[tuple[str, int, int]]:
    """The deeds of a clause with their places in it: those that are listed, and any other word that may be a verb."""
    taken: list[tuple[int, int]] = []
    for m in _SUFFERED.finditer(text) if p.language == "en" else ():
        taken.append(m.span())
        yield "~attack", m.start(), m.end()
    for t in p.tokens:
        start, end = t.start - clause.start, t.end - clause.start
        if t.sense in DEEDS and 0 <= start < len(text) and not any(s < end and start < e for s, e in taken):
            if not _is_told_of(text, start, t.folded):
                taken.append((start, end))
                yield t.sense, start, end
    mutual = class_of(MUTUAL, p.language)
    for verb in verbs(p):
        start, end = verb.span.start - clause.start, verb.span.end - clause.start
        apart = 0 < start < len(text) and not any(s < end and start < e for s, e in taken)
        if apart and (verb.past or verb.ahead) and not mutual.fullmatch(text[start:end]):
            yield verb.key, start, end


def _is_told_of(text: str, start: int, word: str) -> bool:
    """`return abducted children`: what somebody is, not what is done."""
    return word.endswith("ed") and _THE.search(text, 0, start) is not None


_THE = re.compile(
    r"\b(?:the|a|an|of|for|all|some|many|their|its|his|her|our|your|any|no|return|free|release|\d+)\s$", re.I
)


def _sides(p: Passage, clause: Span, text: str, start: int, end: int) -> tuple[frozenset[str], frozenset[str]]:
    """The words for the doer and for the one to whom it is done."""
    if p.language == "tr":
        return _turkish(p, clause, text, start)
    begin = text.rfind(",", 0, start) + 1 if p.language in ("uk", "ru") else 0
    before = _keys(p, clause.start + begin, clause.start + start) or _of_relative(p, clause, text, start)
    stop = _ENDS.search(text, end + 1 + len(re.match(r"\s?(?:on|at|for|to|upon|against)?", text[end:])[0]) - 1)  # type: ignore[index]
    after = _keys(p, clause.start + end, clause.start + (stop.start() if stop else len(text)))
    if p.language != "en":
        return (after, before) if _FIRST_OBJECT.match(text, begin, start) else (before, after)
    if _SUFFERED.match(text, start):
        return after, before
    if _DONE.search(text[start:end].lower()) and _BE.search(text, 0, start):
        by = _BY.search(text, end)
        if by is None:
            return frozenset(), before
        stop = _ENDS.search(text, by.end())
        return _keys(p, clause.start + by.end(), clause.start + (stop.start() if stop else len(text))), before
    return before, after


# `мельницу подожгли горцы`: what stands first in the accusative is not the doer.
_FIRST_OBJECT = re.compile(r"\s?[А-ЯІЇЄҐа-яёіїєґ'’]{3,}[ую]\s")
_WHO = re.compile(r"\s?(?:who|which|that)\s(?:\w+\s){0,2}$", re.I)
_LAST = 4
"""Words before `who` that say who it is."""


def _of_relative(p: Passage, clause: Span, text: str, start: int) -> frozenset[str]:
    """`it was the guard, who struck`: the doer stands in the clause before."""
    if p.language != "en" or not _WHO.fullmatch(text[:start]):
        return frozenset()
    told = [t.key for t in p.tokens if t.key and t.end <= clause.start and not t.key.startswith(("@", "#"))]
    return frozenset(told[-_LAST:])


def _keys(p: Passage, start: int, end: int) -> frozenset[str]:
    keys = frozenset(k for k in p.keys_in(Span(start, end)) if not k.startswith(("@", "#")))
    return frozenset(k if k.startswith(("=", "~")) else k[:_STEM] for k in keys) if p.language in ("uk", "ru") else keys


_ACTORS = frozenset(
    f"~{name}" for name in "soldier rebel guard police worker union company villager driver delegation teacher judge priest doctor child army".split()
)
"""Meanings that are people who do something."""


def _turkish(p: Passage, clause: Span, text: str, start: int) -> tuple[frozenset[str], frozenset[str]]:
    """The verb stands last, and who did it first of those that are told before it; or `tarafından` stands behind him."""
    by = text.find("tarafından", 0, start)
    if by >= 0:
        near = max(text.rfind(" ", 0, max(by - 1, 0)), 0)
        return _keys(p, clause.start + near, clause.start + by), _keys(p, clause.start, clause.start + near)
    told = [t for t in p.tokens if clause.start <= t.start < clause.start + start and t.key and not t.number]
    told = [t for t in told if not t.key.startswith("@")]
    doer = next((t for t in told if t.key.startswith("=") or t.sense in _ACTORS), told[0] if told else None)
    return frozenset(map(_first, told[:0] if doer is None else [doer])), frozenset(_first(t) for t in told if t is not doer)


def _first(t: Token) -> str:
    return t.key if t.key.startswith(("=", "~")) else t.folded[:_BEGINNING]


_STEM, _BEGINNING = 4, 4
"""Letters of a noun that the endings of cases leave alone: of a stem, and of a Turkish word."""
