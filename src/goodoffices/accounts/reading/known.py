"""What several reports together show of their words: which are names. One report's headline or first word shows nothing."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ...language.folding import fold


@dataclass(frozen=True)
class Known:
    """What all reports together show of their words."""

    lower: frozenset[str]
    """Those that somewhere have a small letter: no names."""
    upper: frozenset[str]
    """Those that within a sentence have a capital."""
    names: Mapping[str, str]
    """Other names, folded, with the folded name that counts for them; words for people of a place with that place."""


_WORD = re.compile(r"[^\W\d_]+")
_WITHIN = re.compile(r"[^\W_][,;]?['’\"”)]? ['’\"“(]?$")
"""What stands before a word within a sentence."""


def known_of(texts: Iterable[str], names: Mapping[str, str]) -> Known:
    """What several reports together show of their words."""
    lower: set[str] = set()
    upper: set[str] = set()
    for text in texts:
        for m in _WORD.finditer(text):
            if m[0][0].islower():
                lower.add(fold(m[0]))
            elif _WITHIN.search(text, max(m.start() - 5, 0), m.start()):
                upper.add(fold(m[0]))
    return Known(frozenset(lower), frozenset(upper), {**_people_of(upper - lower, lower | upper), **names})


_SHORTEST = 4
"""Letters that the name of a place and the word for its people have in common, at least."""
_LONGEST = 9
"""Letters that a word for people adds, at most."""
_PEOPLE = re.compile(
    r"(?:i?ans?|ese|ish|e?rs?|ites?|ic|[aei]?l[iu](?:l[ae]r)?\w{0,4}"
    r"|[іиея]?[йн]?(?:ськ|цьк|зьк|ск|цк)\w{1,3}|[иія]?[ая]н(?:[аеиуы]?|ин|ам[и]?|ах|ов|ів)?|[еиі]?[ий]?(?:цам|цев|ців|цы|ці|ец|ець|цями|цам[и]?|цях|цям|цами))"
)
"""What is added to the name of a place for its people: `Kestrians`, `озерянці`, `сенгинские`, `Derebaşılılar`, folded."""


def _people_of(places: Iterable[str], words: Iterable[str]) -> Mapping[str, str]:
    stems = {(name[:-1] if name[-1] in "aeiouyаеиоуыяіїєью" else name): name for name in sorted(places)}
    found: dict[str, str] = {}
    for word in words:
        for end in range(len(word) - 1, max(_SHORTEST, len(word) - _LONGEST) - 1, -1):
            if (name := stems.get(word[:end])) and _PEOPLE.fullmatch(word, end):
                found[word] = name
                break
    return found
