"""Places that differ: a town beside a town, a room or building beside another."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...language.folding import Span
from ...language.stems import meaning
from ..align import Aligned
from ..model import Kind
from ..reading.names import names_in, people
from ..reading.passages import Account, Passage
from ..words import COMING, MEETING, NEXT, VENUES_OF, class_of, pattern
from .values import Value, Verdict

_BEFORE = re.compile(
    r"\b(?:in|at|on board|aboard|inside|under|beside|near|outside|around)\s(?:the\s|an?\s|its\s|their\s|our\s)?$", re.I
)
# What stands before a room, up to four words back: `in the old Customs House`, `at the company's Training Centre`.
_ROOM = r"\b(?:in|at|on|aboard|inside|under|beside|venue:|near|outside|from|у|в|во|на|біля|коло|поблизу|при|під|від|возле|около|близ|от|под)\s(?:the\s|an?\s)?(?:(?!the\b|and\b|with\b|to\b|in\b)[\w'’.&-]+\s){{0,6}}?(?:{})(?-i:(?:\s(?:de|du|des|la|del|d)|\s[A-ZÀ-ŽА-ЯІЇЄҐ][\w'’-]+)*)(?-i:\s(?:of|on|at|in)(?:\s(?:the\s)?[A-ZÀ-Ž][\w'’-]+)+)?"

# The ending says that it is there: `Derebaşı köy konağında`.
_TURKISH_ROOM = r"(?:(?<![\w'’])[\w'’]+\s){{0,1}}{}(?:(?<=[dt][ae])|(?<=[dt][ae]n))(?!\w)"

_ANY = frozenset(map(meaning, "room house centre center chamber building".split()))
"""Kinds of rooms that say nothing alone: `in the room`."""


class Places:
    """Another place of one kind for one event."""

    kind: Kind = "place"

    def values(self, account: Account) -> Sequence[Value]:
        """The towns and rooms that a report names."""
        known = people(account)
        found = (v for p in account.passages if not p.heading or p.days for v in (*rooms(p), *_towns(p, known)))
        return list(_asked(found))

    def compare(self, aligned: Aligned, v: Value, w: Value) -> Verdict | None:
        """Whether both are of one kind and whether they can be one."""
        (level, keys, meets, coming, _), (other_level, other_keys, other_meets, other_coming, _) = v.said, w.said
        if level != other_level or (coming != other_coming and meets and other_meets):
            return None
        if keys & other_keys or (not (keys and other_keys) and v.said[4] & w.said[4]):
            return Verdict(True, 0.5)
        elsewhere = bool(keys & _names(aligned.b)) + bool(other_keys & _names(aligned.a))
        if level == "room":
            elsewhere = 0
        return Verdict(False, (0.6 if meets and other_meets else -0.3) - 0.6 * elsewhere)


def _asked(found: Iterable[Value]) -> Iterator[Value]:
    """The first town or room of the meeting, and of the next one, answers where it is, if no other one is told."""
    told = list(found)
    asked: dict[str, list[Value]] = defaultdict(list)
    for v in told:
        if v.said[2]:
            asked[f"{v.said[0]} {v.said[3]}"].append(v)
    first = {id(vs[0]): question for question, vs in asked.items() if all(v.said[1] & vs[0].said[1] for v in vs)}
    yield from (replace(v, question=first[id(v)]) if id(v) in first else v for v in told)


def _names(account: Account) -> frozenset[str]:
    return frozenset(account.frequency)


def rooms(p: Passage) -> Iterator[Value]:
    """The rooms and buildings that a sentence names."""
    if p.language not in VENUES_OF:
        return
    venue = pattern(VENUES_OF[p.language])
    form = _TURKISH_ROOM if p.language == "tr" else _ROOM
    at = 0
    for found in re.finditer(form.format(f"{venue.pattern}(?:\\s{venue.pattern})*"), p.text, re.I):
        start, end = found.span()
        if start < at:
            continue
        at = end
        span = Span(p.start + start, p.start + end)
        inside = [t for t in p.tokens if span.start <= t.start < span.end]
        kinds = {t.key for t in inside if venue.fullmatch(p.text, t.start - p.start, t.end - p.start)}
        keys = frozenset(k for k in p.keys_in(span) - kinds if not k.startswith("@"))
        named = frozenset(k for k in keys if k.startswith("="))
        keys = (keys - named) | _apart(p, span, named)
        if keys or not kinds <= _ANY:
            yield Value(p, span, _said("room", keys, p, start, frozenset(kinds)))


def _apart(p: Passage, span: Span, named: frozenset[str]) -> frozenset[str]:
    """The names of a room but for the town in which it is: `the hall of Huancarpo` and `the house of Huancarpo` are two."""
    text = p.text[span.start - p.start : span.end - p.start]
    tail = re.search(r"\s(?:of|in|at|on)\s(?:the\s)?[A-ZÀ-Ž][\w'’-]+(?:\s[A-Z][\w'’-]+)*$", text)
    if not tail:
        return named
    return named - p.keys_in(Span(span.start + tail.start(), span.end))


def _towns(p: Passage, known: frozenset[str]) -> Iterator[Value]:
    for name in names_in(p):
        if name.placed and not name.post and name.key not in known:
            start = name.span.start - p.start
            # `at the Kaledzi`: a house; `in Lomé`: a town.
            if not name.body and not name.article:
                yield Value(p, name.span, _said("town", name.keys, p, start))


def _said(
    level: str, keys: frozenset[str], p: Passage, at: int, kinds: frozenset[str] = frozenset()
) -> tuple[str, frozenset[str], bool, bool, frozenset[str]]:
    return level, keys, _meets(p), _coming(p, at), kinds


def _meets(p: Passage) -> bool:
    return class_of(MEETING, p.language).search(p.text) is not None


def _coming(p: Passage, at: int) -> bool:
    clause = p.clause_at(p.start + at)
    said = p.text[clause.start - p.start : clause.end - p.start]
    return any(class_of(table, p.language).search(said) for table in (NEXT, COMING))
