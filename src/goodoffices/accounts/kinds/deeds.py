"""Who did it, and to whom: `A shelled B` and `B shelled A`."""

import re
from collections.abc import Iterator, Mapping, Sequence

from ...language.folding import Span
from ..align import Aligned
from ..model import Kind
from ..reading.passages import Account, Passage, Token
from ..reading.verbs import verbs
from ..words import ACTORS, DEEDS, MUTUAL, WE, class_of
from .values import Value, Verdict

_BE = re.compile(r"\b(?:was|were|been|being|is|are|be|got)\s(?:(?!(?:to|that|who|which)\s)\w+\s){0,2}$", re.I)
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


_PLAIN = frozenset(
    f"~{name}"
    for name in "attack kill seize hold break begin close stop_vehicle leave sink drag burn cut_down destroy poison steal chase cross propose".split()
)
"""Deeds of which there is one doer; others may be done by several."""


class Deeds:
    """One deed, and the doer or the one to whom it was done is another."""

    kind: Kind = "agent"

    def values(self, account: Account) -> Sequence[Value]:
        """The deeds that a report tells of."""
        return [v for p in account.passages if not p.heading for v in _of(p)]

    def compare(self, aligned: Aligned, v: Value, w: Value) -> Verdict | None:
        """Whether the doer here is the one to whom it was done there, or another doer is named; what each sign counts is fitted."""
        deed, agent, patient, _ = v.said
        other_deed, other_agent, other_patient, _ = w.said
        crossed = agent & other_patient or patient & other_agent
        if deed != other_deed and not crossed and not patient & other_patient:
            return None
        told = signs(aligned, v, w)
        if deed != other_deed and not crossed and not (told["sides"] and told["patient"] >= ONE_THING):
            return None
        if agent & other_agent and not (agent & other_patient and patient & other_agent):
            return Verdict(True, 0.3) if deed == other_deed else None
        return Verdict(False, sum(WEIGHTS[sign] * worth for sign, worth in told.items()))


ONE_THING = 0.9
"""What is told of the one to whom it was done that two reports must share, where they tell of it in other verbs."""
WEIGHTS: Mapping[str, float] = {
    "one deed": 1.2, "plain": 2.3, "crossed": 0.8, "people": 1.2, "patient": 1.2, "words": -0.1, "sides": 0.7, "one side": -0.8,
}  # fmt: skip
"""What each sign counts for two deeds' being one with two doers; fitted by `benchmarks.fit_signs`."""


def signs(aligned: Aligned, v: Value, w: Value) -> Mapping[str, float]:
    """What speaks for and against two deeds' being one, told of two doers."""
    deed, agent, patient, place = v.said
    other_deed, other_agent, other_patient, other_place = w.said
    crossed = [agent & other_patient, patient & other_agent]
    mine, yours = aligned.parties.within(v.passage, place), aligned.parties.within(w.passage, other_place)
    return {
        "one deed": deed == other_deed,
        "plain": deed in _PLAIN and other_deed in _PLAIN,
        "crossed": sum(map(bool, crossed)),
        "people": bool(_actors(crossed[0] & agent)) + bool(_actors(crossed[1] & other_agent)),
        "patient": min(aligned.weights.sum(patient & other_patient), 2.0),
        "words": len(patient) + len(other_patient),
        "sides": bool(mine and yours and not mine & yours),
        "one side": bool(mine & yours),
    }


def _actors(keys: frozenset[str]) -> frozenset[str]:
    return frozenset(k for k in keys if k.startswith("=") or k in ACTORS)


def _of(p: Passage) -> Iterator[Value]:
    for clause in p.clauses:
        text = p.text[clause.start - p.start : clause.end - p.start]
        for deed, start, end in _told(p, clause, text):
            agent, patient = _sides(p, clause, text, start, end)
            if not agent and class_of(WE, p.language).search(text, 0, start):
                agent = frozenset({f"we {p.source}"})
            if agent and (patient or deed in _PLAIN):
                yield Value(
                    p, Span(clause.start + start, clause.start + end), (deed, agent, patient, _doer(p, clause, agent))
                )


def _doer(p: Passage, clause: Span, agent: frozenset[str]) -> Span:
    """The stretch of a clause in which the words for the doer stand."""
    told = [
        t
        for t in p.tokens
        if clause.start <= t.start < clause.end
        and (t.key in agent or t.key[:_STEM] in agent or t.folded[:_BEGINNING] in agent)
    ]
    return Span(min((t.start for t in told), default=clause.start), max((t.end for t in told), default=clause.start))


def _told(p: Passage, clause: Span, text: str) -> Iterator[tuple[str, int, int]]:
    """The deeds of a clause with their places in it: those that are listed, and any other word that may be a verb."""
    taken: list[tuple[int, int]] = []
    for m in _SUFFERED.finditer(text) if p.language == "en" else ():
        taken.append(m.span())
        yield "~attack", m.start(), m.end()
    for t in p.tokens:
        start, end = t.start - clause.start, t.end - clause.start
        apart = t.sense in DEEDS and 0 <= start < len(text) and not any(s < end and start < e for s, e in taken)
        if apart and not _is_told_of(text, start, t.folded):
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
    denials = frozenset(k for d in p.denials for k in p.keys_in(d))  # nobody is no doer
    keys = frozenset(k for k in p.keys_in(Span(start, end)) - denials if not k.startswith(("@", "#")))
    return frozenset(k if k.startswith(("=", "~")) else k[:_STEM] for k in keys) if p.language in ("uk", "ru") else keys


def _turkish(p: Passage, clause: Span, text: str, start: int) -> tuple[frozenset[str], frozenset[str]]:
    """The verb stands last, and who did it first of those that are told before it; or `tarafından` stands behind him."""
    by = text.find("tarafından", 0, start)
    if by >= 0:
        near = max(text.rfind(" ", 0, max(by - 1, 0)), 0)
        return _keys(p, clause.start + near, clause.start + by), _keys(p, clause.start, clause.start + near)
    told = [
        t
        for t in p.tokens
        if clause.start <= t.start < clause.start + start
        and t.key
        and not t.number
        and not t.key.startswith("@meeting")
        and not p.text.startswith("göre", t.end + 1 - p.start)
    ]
    # The word before the verb is the one to whom it is done, if it has an ending of that case.
    able = told[:-1] if told and _SUFFERER.search(told[-1].folded) else told
    doers = [t for t in able if t.key.startswith("=") or t.sense in ACTORS][:1] or able[:1]
    return frozenset(map(_first, doers)), frozenset(_first(t) for t in told if t not in doers)


_SUFFERER = re.compile(r"(?:[ae]|[iu]|y[ae])$")


def _first(t: Token) -> str:
    return t.key if t.key.startswith(("=", "~")) else t.folded[:_BEGINNING]


_STEM, _BEGINNING = 4, 4
"""Letters of a noun that the endings of cases leave alone: of a stem, and of a Turkish word."""
