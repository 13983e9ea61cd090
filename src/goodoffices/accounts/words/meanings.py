"""Words that mean one thing, in four languages, and which meanings are opposites: read from `meanings.txt`, a line a meaning."""

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from ...language.folding import fold
from ...language.stems import stem

LANGUAGES = ("en", "uk", "ru", "tr")
_LONGEST = 12
"""Letters of a beginning by which a word is looked up, at most."""


def meaning_of(word: str, after: str, language: str) -> str | None:
    """What a folded word means, alone or with the one after it: `~` and the name of its line; None where no line has it."""
    return _found(word, after, language)[0]


def takes_two(word: str, after: str, language: str) -> bool:
    """Whether it means that together with the word after it."""
    return _found(word, after, language)[1]


@lru_cache(maxsize=65536)
def _found(word: str, after: str, language: str) -> tuple[str | None, bool]:
    if language not in LANGUAGES or not word:
        return None, False
    table = _table(language)
    if language == "en":
        both = table.get(f"{stem(word)}_{after}")
        return both or table.get(stem(word)) or None, both is not None
    for end in range(min(len(word), _LONGEST), 1, -1):
        beginning = word[:end]
        for more in range(min(len(after), _LONGEST), 1, -1) if f"{beginning}_" in table else ():
            if found := table.get(f"{beginning}_{after[:more]}"):
                return found, True
        if (end > 2 or end == len(word)) and (found := table.get(beginning)):
            return found, False
    return None, False


@cache
def _table(language: str) -> Mapping[str, str]:
    """Stems, beginnings and pairs of words with their meaning; of a pair also what it begins with, under an empty meaning."""
    table: dict[str, str] = {}
    lines = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    for line in (one for one in lines if not one.startswith("#")):
        name, *columns = (part.strip() for part in line.split("|"))
        for word in fold(columns[LANGUAGES.index(language)]).split():
            first, joined, second = word.partition("_")
            if language == "en":
                first = stem(first)
            table.setdefault(first + joined + second, "~" + name.replace(" ", "_"))
            if joined:
                table.setdefault(first + "_", "")
    return table
