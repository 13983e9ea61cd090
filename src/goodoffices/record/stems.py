"""The stem under which a word is compared. Rough on purpose: no dictionary, no meaning beyond the public lexicon."""

from functools import lru_cache

from .lexicon import SYNONYMS


def singular(word: str) -> str:
    """A rough singular, enough to match `prisoners` with `prisoner`."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def stem(word: str) -> str:
    """A rough English stem: enough that `talks`, `talking` and `talked` meet, no more.

    >>> stem("negotiations"), stem("exchanged"), stem("exchange")
    ('negotiation', 'exchang', 'exchang')
    """
    word = singular(word)
    for ending in ("ing", "ed", "ly"):
        if len(word) > len(ending) + 3 and word.endswith(ending):
            return word[: -len(ending)]
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def _synonyms() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in SYNONYMS:
        first, *rest = map(stem, line.split())
        for word in rest:
            table.setdefault(word, table.get(first, first))
    return table


_SYNONYMS = _synonyms()


@lru_cache(maxsize=16384)
def meaning(word: str) -> str:
    """The stem under which a word is compared: that of its line in the lexicon, else its own."""
    own = stem(word)
    return _SYNONYMS.get(own, own)
