"""The roster of one text."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from ...language.days.reading import Dated, days
from ...language.folding import fold
from ...language.sentences import Sentence, sentences
from ..mentions.casting import cast_of
from ..mentions.names import Cast, Mention
from .phrase import Known
from .seen import Seen, seen
from .side import NOTHING, Said

LONGEST = 2_000_000
"""Characters that are read; a report is a few thousand."""
_HEAD = 160
"""Characters at the head of a report among which its own day is looked for."""


@dataclass(frozen=True, slots=True)
class Roster:
    """Who talks by a text; and what was worked out for it: the sentences, the days, and all who are named as far as the words tell."""

    seen: Seen
    own: date | None
    """The day of the report."""
    parts: tuple[Sentence, ...] = field(repr=False)
    dated: tuple[Dated, ...] = field(repr=False)
    by_sentence: Mapping[int, Sequence[Dated]] = field(repr=False)
    cast: Cast = field(repr=False)
    table: Mapping[int, Sequence[Mention]] = field(repr=False)


@lru_cache(maxsize=1)
def read_roster(text: str, said: Said = NOTHING) -> Roster:
    """Who talks by a text, and who helps; whom a person named is taken as given.

    Kept for the text that was read last: an extractor asks for it, and then whoever makes a draft of the case.
    """
    parts, own = sentences(text), report_day(text)
    dated = days(text, own)
    by_sentence = _days_by(parts, dated)
    cast, table = cast_of(text, parts, by_sentence)
    who = seen(parts, known_of(text, (m for some in table.values() for m in some)), said)
    return Roster(who, own, tuple(parts), tuple(dated), by_sentence, cast, table)


def report_day(text: str) -> date | None:
    """The report's own day: the first full day within its first lines."""
    full = (found.day for found in days(text[:_HEAD]) if found.full)
    return next(map(date.fromisoformat, full), None)


def _days_by(parts: Sequence[Sentence], dated: Sequence[Dated]) -> dict[int, list[Dated]]:
    table: dict[int, list[Dated]] = {}
    at = 0
    for day in sorted(dated, key=lambda d: d.start):
        while at < len(parts) and parts[at].end <= day.start:
            at += 1
        if at < len(parts):
            table.setdefault(at, []).append(day)
    return table


def known_of(text: str, mentions: Iterable[Mention]) -> Known:
    """What the whole text tells of its words."""
    named = [m for m in mentions if m.kind == "P" and m.core[0] >= 0]
    places = sorted({m.core for m in named})
    people = {end: start for start, end in places}
    # Only of those who bear an office: two capitals alone may be a firm's.
    surnames = frozenset(m.name.split()[-1].lower() for m in named if m.post or m.core[0] > m.start)
    persons = frozenset(word for m in named for word in fold(m.name).split())
    small = frozenset(re.findall(r"\b[a-z][a-z-]+\b", text))
    names = frozenset(word.lower() for word in re.findall(r"(?<=[a-z,] )[A-Z][\w-]+", text))
    return Known(people, places, small, names, surnames, persons)
