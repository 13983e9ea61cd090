"""The roster of one text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from ...language.sentences import sentences
from ..mentions.casting import cast_of
from ..mentions.names import Cast, Mention
from .phrases import Known
from .side import NOTHING, Said
from .seen import Seen, seen


LONGEST = 2_000_000
"""Characters that are read; a report is a few thousand."""


@dataclass(frozen=True, slots=True)
class Roster:
    """Who talks by a text, and all who are named in it as far as the words alone tell."""

    seen: Seen
    cast: Cast = field(repr=False)


@lru_cache(maxsize=1)
def read_roster(text: str, said: Said = NOTHING) -> Roster:
    """Who talks by a text, and who helps; whom a person named is taken as given.

    Kept for the text that was read last: an extractor asks for it, and then whoever makes a draft of the case.
    """
    parts = sentences(text[:LONGEST])
    cast, table = cast_of(text[:LONGEST], parts, {})
    return Roster(seen(parts, known_of(text, (m for some in table.values() for m in some)), said), cast)


def known_of(text: str, mentions: Iterable[Mention]) -> Known:
    """What the whole text tells of its words."""
    people = frozenset(m.core for m in mentions if m.kind == "P" and m.core[0] >= 0)
    small = frozenset(re.findall(r"\b[a-z][a-z-]+\b", text))
    names = frozenset(word.lower() for word in re.findall(r"(?<=[a-z,] )[A-Z][\w-]+", text))
    return Known(people, small, names)
