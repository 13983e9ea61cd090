"""Short ids from printed names: lower case, never used for two things."""

import re

from ...record import fold

RESERVED = frozenset({"narrator", "press", "mediator"})
"""Words that mean something of their own where an id may stand."""
_LONGEST = 40
_ARTICLE = re.compile(r"^(?:the|an?) (?=\S)", re.I)
_OTHER = re.compile(r"[^a-z0-9]+")


class NewIds:
    """Gives out ids, each once."""

    def __init__(self, taken: frozenset[str] = frozenset()) -> None:
        self._taken = set(taken) | RESERVED
        self._last: dict[str, int] = {}

    def new(self, *names: str, otherwise: str) -> str:
        """The first of the names as an id that is still free, else the last one with a number, else `otherwise` with one.

        >>> ids = NewIds()
        >>> ids.new("Umerov", "Rustem Umerov", otherwise="person"), ids.new("Умєров", otherwise="person")
        ('umerov', 'person')
        """
        wanted = [short for name in names if (short := short_id(name))] or [otherwise]
        free = next((one for one in wanted if one not in self._taken), None)
        free = free or self._numbered(wanted[-1])
        self._taken.add(free)
        return free

    def _numbered(self, word: str) -> str:
        # The last number is kept: counting from 2 each time would take quadratic time for a thousand meetings of one name.
        number = self._last.get(word, 1) + 1
        while f"{word}-{number}" in self._taken:
            number += 1
        self._last[word] = number
        return f"{word}-{number}"


def without_article(text: str) -> str:
    """The text without an article at its beginning."""
    return _ARTICLE.sub("", text)


def short_id(name: str) -> str:
    """A name as an id, cut at the end of a word; empty where it has no Latin letter or digit.

    >>> short_id("The Dolmabahçe Palace"), short_id("«30-day»"), short_id("和平")
    ('dolmabahce-palace', '30-day', '')
    """
    words = _OTHER.sub("-", without_article(fold(name))).strip("-")
    if len(words) <= _LONGEST:
        return words
    return words[:_LONGEST].rpartition("-")[0].strip("-") or words[:_LONGEST]
