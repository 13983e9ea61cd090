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
    """Other names, folded, with the folded name that counts for them."""


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
    return Known(frozenset(lower), frozenset(upper), names)
