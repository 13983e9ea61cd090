"""Short ids from printed names: lower case, Latin letters, never used for two things."""

import re
from collections.abc import Iterable

from slugify import slugify

from ..talks import RESERVED

ID = re.compile(r"[a-z0-9][a-z0-9._-]*")
"""What an id looks like; a claim's subject that looks otherwise is words."""
LONGEST = 40
"""Characters of an id that is made from a name."""
_ARTICLE = re.compile(r"^(?:the|an?) (?=\S)", re.I)


class NewIds:
    """Gives out ids, each once."""

    def __init__(self, taken: Iterable[str] = (), *, articles: bool = False) -> None:
        """`articles`: whether an article at the beginning of a name is part of it, as in `A b` of another program."""
        self._slug = _slugged if articles else slug
        self._taken = {*taken, *RESERVED}
        self._last: dict[str, int] = {}

    def new(self, *names: str, otherwise: str) -> str:
        """The first of the names as an id that is still free, else the last one with a number, else `otherwise` with one.

        >>> ids = NewIds()
        >>> ids.new("Umerov", "Rustem Umerov", otherwise="person"), ids.new("Umerov", otherwise="person")
        ('umerov', 'umerov-2')
        """
        wanted = [short for name in names if (short := self._slug(name))] or [otherwise]
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


def slug(name: str) -> str:
    """A name as an id, cut at the end of a word; empty where it has no letter or digit.

    >>> slug("The Dolmabahçe Palace"), slug("«30-day»"), slug("Умєров"), slug("?")
    ('dolmabahce-palace', '30-day', 'umierov', '')
    """
    return _slugged(without_article(name))


def _slugged(name: str) -> str:
    words = _slugify(name, word_boundary=True, save_order=True)
    return words or _slugify(name)


def _slugify(name: str, *, word_boundary: bool = False, save_order: bool = False) -> str:
    return slugify(
        name[:1000], entities=False, decimal=False, hexadecimal=False, max_length=LONGEST,
        word_boundary=word_boundary, save_order=save_order,
    )  # fmt: skip
