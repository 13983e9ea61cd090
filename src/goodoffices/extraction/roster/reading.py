"""The roster of one text."""

import re
from collections.abc import Iterable
from functools import lru_cache

from ...language.sentences import sentences
from ..plain.casting import cast_of
from ..plain.names import Mention
from .phrases import Known
from .side import NOTHING, Said
from .seen import Seen, seen


@lru_cache(maxsize=2)
def read_roster(text: str, said: Said = NOTHING) -> Seen:
    """Who talks by a text, and who helps; whom a person named is taken as given."""
    parts = sentences(text)
    _, table = cast_of(text, parts, {}, {})
    return seen(parts, known_of(text, (m for some in table.values() for m in some)), said)


def known_of(text: str, mentions: Iterable[Mention]) -> Known:
    """What the whole text tells of its words."""
    people = frozenset(m.core for m in mentions if m.kind == "P" and m.core[0] >= 0)
    small = frozenset(re.findall(r"\b[a-z][a-z-]+\b", text))
    names = frozenset(word.lower() for word in re.findall(r"(?<=[a-z,] )[A-Z][\w-]+", text))
    return Known(people, small, names)
