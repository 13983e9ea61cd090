"""The cues of `cues.txt`: which kinds of words a sentence has. Looked up word by word: the work grows with the text alone."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

GAP = "…"
WIDEST = 3
"""Words that a gap takes at most."""
SHORTEST = 3
"""Letters at least before a star."""
Table = dict[str, list[tuple[tuple[str, ...], str]]]
"""Phrases by their first word, each without it and with the name of its cue."""


def cues_in(words: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Each cue that is found, with the number of the word at which it begins.

    >>> sorted({name for name, _ in cues_in("the board rejected it".split())})
    ['refuse']
    """
    for at, word in enumerate(words):
        for rest, name in _opened(word):
            if not rest or _follows(words, at + 1, rest):
                yield name, at


@lru_cache(maxsize=20_000)
def _opened(word: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The phrases that a word can open."""
    forms = (word, *(word[:size] + "*" for size in range(SHORTEST, len(word) + 1)))
    return tuple(one for form in forms for one in table().get(form, ()))


def _follows(words: Sequence[str], at: int, rest: Sequence[str]) -> bool:
    if not rest:
        return True
    if rest[0] == GAP:
        return any(_follows(words, at + skipped, rest[1:]) for skipped in range(WIDEST + 1))
    if at >= len(words) or not _fits(words[at], rest[0]):
        return False
    return _follows(words, at + 1, rest[1:])


def _fits(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


@lru_cache(maxsize=1)
def names() -> tuple[str, ...]:
    """The names of all cues, in the order of the file."""
    return tuple(dict.fromkeys(name for name, _ in _listed()))


@lru_cache(maxsize=1)
def table() -> Table:
    """The file, read once."""
    found: Table = {}
    for name, phrase in _listed():
        first, *rest = phrase.split()
        found.setdefault(first, []).append((tuple(rest), name))
    return found


def _listed() -> Iterator[tuple[str, str]]:
    text = files(__package__).joinpath("cues.txt").read_text(encoding="utf-8")
    name = ""
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if not line.startswith(" "):
            name, _, line = line.partition(":")
        yield from ((name, phrase.strip()) for phrase in line.split(",") if phrase.strip())
