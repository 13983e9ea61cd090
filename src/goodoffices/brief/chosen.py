"""Which sentences of the reports a brief shows of what nobody has decided: the surest first, as many as there is room for."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from ..case import Case
from ..record import Heading, ReadPassage
from .english import words_of

T = TypeVar("T")
SHARE = 0.75
"""Of the reports' words the most that is shown: of more the reader has the reports themselves."""
LENGTH = 0.4
"""How much its length takes from what showing a sentence is worth: 0 nothing, 1 as much as the words that it takes."""
TOLD = 0.5
"""Of a sentence's letters those that accepted claims must hold for it to be told by these."""
LONGEST = 600
"""Characters of several sentences that are quoted together."""
LEAST = 120
"""Words up to which all of it is shown."""
MOST = 800
"""Words: two pages hold no more."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sentences of one report that follow each other under one heading, of one speaker."""

    source: str
    start: int
    end: int
    heading: Heading
    speaker: str | None


def chosen(case: Case) -> tuple[Stretch, ...]:
    """What is shown, in the order of the sources and of their texts."""
    if case.reading is None or not case.talks.draft:
        return ()
    told = sum(words_of(case.texts[key]) for key in _witnesses(case))
    rank = {key: n for n, key in enumerate(case.record.sources)}
    read = list(_unbroken(case, sorted(case.reading.passages, key=lambda p: (rank[p.source], p.start))))
    kept = set(_surest(case, read, min(max(int(told * SHARE), min(told, LEAST)), MOST)))
    return tuple(_joined(case, [p for p in read if p in kept]))


def _unbroken(case: Case, read: Iterable[ReadPassage]) -> Iterator[ReadPassage]:
    """Sentences of one quotation as one passage: half of what somebody said would pass for the report's own words."""
    quoted = {key: _quotations(text) for key, text in case.texts.items()}
    last: ReadPassage | None = None
    for one in read:
        if last is not None and last.source == one.source and _broken(quoted[one.source], last, one):
            longer = max(last, one, key=lambda p: p.end - p.start)
            last = replace(longer, start=last.start, end=one.end, speaker=last.speaker or one.speaker)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _broken(quoted: Sequence[tuple[int, int]], last: ReadPassage, one: ReadPassage) -> bool:
    """Whether one quotation runs from the one sentence into the next."""
    at = bisect_right(quoted, (one.start, 0)) - 1
    return at >= 0 and quoted[at][0] < last.end and quoted[at][1] > one.start and one.end - last.start <= LONGEST


def _quotations(text: str) -> list[tuple[int, int]]:
    """Where quotations stand, in their order; one that its line does not close ends with it."""
    found: list[tuple[int, int]] = []
    start = -1
    for match in _MARK.finditer(text):
        opens = match[0] == "“" or (match[0] == '"' and start < 0)
        if start >= 0 and not opens:
            found.append((start, match.start()))
        start = match.start() if opens and start < 0 else start if opens else -1
    return [*found, (start, len(text))] if start >= 0 else found


_MARK = re.compile(r'["“”\n]')


def _witnesses(case: Case) -> list[str]:
    """The sources that are no copies: what two of them print alike is told once."""
    return [
        k
        for k, source in case.record.sources.items()
        if source.derived_from not in case.record.sources and k in case.texts
    ]


def _surest(case: Case, read: Iterable[ReadPassage], room: int) -> Iterator[ReadPassage]:
    """The passages that are worth most, as long as there is room; none that accepted claims tell."""
    witnesses, accepted = {*_witnesses(case)}, _accepted(case)
    open_ = (p for p in read if p.source in witnesses and not _told(p, accepted.get(p.source, ())))
    sized = ((p, float(p.confidence), words_of(case.texts[p.source][p.start : p.end])) for p in open_)
    return fitting(sized, room)


def fitting(sized: Iterable[tuple[T, float, int]], room: int) -> Iterator[T]:
    """Of what has a confidence and takes words, as much as there is room for: the surest for the words that it takes first."""
    for one, _, words in sorted(sized, key=lambda one: -one[1] / max(1, one[2]) ** LENGTH):
        if words <= room:
            room -= words
            yield one


def _accepted(case: Case) -> dict[str, list[tuple[int, int]]]:
    """Where words stand from which a person has accepted a claim: they are told by the program's own sentences."""
    found: dict[str, list[tuple[int, int]]] = {}
    for claim in case.record.claims:
        if claim.counts and (anchor := case.anchors.get(claim.id)) is not None:
            found.setdefault(claim.source, []).append((anchor.start, anchor.end))
    return found


def _told(one: ReadPassage, places: list[tuple[int, int]] | tuple[()]) -> bool:
    """Whether accepted claims tell most of a sentence: a post that is taken from it does not tell what else it says."""
    told = {at for start, end in places for at in range(max(start, one.start), min(end, one.end))}
    return len(told) >= TOLD * (one.end - one.start)


def _joined(case: Case, passages: list[ReadPassage]) -> Iterator[Stretch]:
    """Neighbours of one paragraph and one speaker as one stretch."""
    last: Stretch | None = None
    for one in passages:
        new = Stretch(one.source, one.start, one.end, one.heading, one.speaker)
        if last is not None and _follows(case, last, new):
            last = replace(last, end=new.end)
            continue
        if last is not None:
            yield last
        last = new
    if last is not None:
        yield last


def _follows(case: Case, last: Stretch, new: Stretch) -> bool:
    between = case.texts[new.source][last.end : new.start] if last.source == new.source else "\n"
    alike = (last.source, last.heading, last.speaker) == (new.source, new.heading, new.speaker)
    return alike and not between.strip() and "\n" not in between and new.end - last.start <= LONGEST
