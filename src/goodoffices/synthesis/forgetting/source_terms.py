"""What a source alone told, as it can be looked for: its ids, hashes and addresses, its names, its words, its turns of phrase.

Only what stands nowhere in what stays counts: a word that another report also has tells nothing of the one that was forgotten.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from ...language.folding import Span
from ...language.stems import stem
from .tokens import Token, raw_id_words, raw_ids, recalled, tokens, words

_LEAST = 4
"""Letters or digits of the shortest word that counts by itself; shorter ones are the joints of every sentence."""
_DIGITS = 3
"""Digits of the shortest number that counts by itself."""
_RUN = 4
"""Words in a row that make a turn of phrase."""


@dataclass
class SourceTerms:
    """What is looked for."""

    ids: set[str] = field(default_factory=set)
    exact: set[str] = field(default_factory=set)
    """Hashes, addresses, file names: found wherever they stand, whatever the case of their letters."""
    words: set[str] = field(default_factory=set)
    runs: dict[int, set[tuple[str, ...]]] = field(default_factory=dict)
    """Words in a row, by how many."""
    pairs: set[tuple[str, ...]] = field(default_factory=set)
    """Two words in a row: where an entry rested on the source as well, its words may be these."""
    told_ids: frozenset[str] = frozenset()
    """All ids, also those that are words of what stays: in a comment they speak of the source."""
    _stems: dict[str, set[str]] | None = field(default=None, repr=False)
    """The words by their stems, from the first text that stays."""
    _found: dict[str, list[Span]] = field(default_factory=dict, repr=False)
    """What was found in short texts."""

    def add_text(self, text: str) -> None:
        """A text of which nothing may be left."""
        row = words(text)
        self.words |= {word for word in row if len(word) >= (_DIGITS if word.isdigit() else _LEAST)}
        self.pairs.update(pairwise(row))
        self._add_runs(row, _RUN)

    def add_name(self, text: str) -> None:
        """A name, or the words of a claim: also found where each of its words stands elsewhere."""
        row = words(text)
        self.add_text(text)
        if 2 <= len(row) <= _RUN:
            self._add_runs(row, len(row))

    def add_exact(self, text: str) -> None:
        """A hash, an address, a file's name."""
        if len(text) >= _LEAST:
            self.exact.add(text.casefold())

    def _add_runs(self, row: list[str], length: int) -> None:
        self.runs.setdefault(length, set()).update(_rows(row, length))

    def close(self) -> None:
        """All is added: what speaks of the source in a comment, whatever else it means, is kept in mind."""
        self.told_ids = frozenset(self.ids)

    def spare(self, text: str) -> None:
        """A text that stays: what it has is not looked for, nor a word in another form: `pays` tells nothing where `paid` stays."""
        row = words(text)
        self.words.difference_update(row)
        if self.words and self._stems is None:
            self._stems = {}
            for word in self.words:
                self._stems.setdefault(_stem(word), set()).add(word)
        for word in row if self._stems else ():
            self.words -= (self._stems or {}).pop(_stem(word), set())
        self.pairs.difference_update(pairwise(row))
        for length, runs in self.runs.items():
            runs.difference_update(_rows(row, length))
        self.ids.difference_update(raw_id_words(text))
        self.ids.discard(text)
        if self.exact and (low := text.casefold()):
            self.exact = {one for one in self.exact if one not in low}

    def find(self, text: str) -> list[Span]:
        """The stretches of a text that are looked for; to be asked when all is added, and what stays is spared."""
        return recalled(self._found, text, self._looked_for)

    def _looked_for(self, text: str) -> list[Span]:
        if not self._may_be_in(text):
            return []
        found = tokens(text)
        spans = [token.span for token in found if token.word in self.words]
        spans += self._in_runs(found)
        spans += [span for span in raw_ids(text) if span.of(text) in self.ids]
        spans += self._exactly(text)
        return sorted(set(spans), key=lambda span: (span.start, span.end))

    def _may_be_in(self, text: str) -> bool:
        """Whether anything is found at all, told without a place: most texts have nothing, and places are dear."""
        row, low = words(text), text.casefold()
        return (
            not self.words.isdisjoint(row)
            or any(not runs.isdisjoint(_rows(row, length)) for length, runs in self.runs.items())
            or not self.ids.isdisjoint(raw_id_words(text))
            or any(one in low for one in self.exact)
        )

    def is_told_in(self, text: str) -> bool:
        """Whether words on an entry that the source shared with others may be the source's."""
        return bool(self.find(text)) or not self.pairs.isdisjoint(pairwise(words(text)))

    def in_comment(self, text: str) -> bool:
        """Whether a comment speaks of the source."""
        told = [span.of(text) for span in raw_ids(text)]
        return bool(self.find(text)) or any(one in self.told_ids or _low(one) in self.told_ids for one in told)

    def _in_runs(self, found: list[Token]) -> Iterator[Span]:
        row = [token.word for token in found]
        for length, runs in self.runs.items():
            for at, run in enumerate(_rows(row, length)):
                if run in runs:
                    yield Span(found[at].span.start, found[at + length - 1].span.end)

    def _exactly(self, text: str) -> Iterator[Span]:
        low = text.casefold()
        if len(low) != len(text):  # a letter that folds to two: the place is lost, but not the find
            low = text.lower() if len(text.lower()) == len(text) else text
        for one in self.exact:
            yield from (Span(m.start(), m.end()) for m in re.finditer(re.escape(one), low))


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """The stem of an English word; a number, and a word in other letters, is its own."""
    return stem(word) if word.isascii() and word.isalpha() else word


def _rows(row: list[str], length: int) -> Iterator[tuple[str, ...]]:
    """The words of a text by so many in a row."""
    return zip(*(row[n:] for n in range(length)), strict=False)


def _low(word: str) -> str:
    """An id as it stands at the beginning of a sentence; one or two letters are a word of their own there."""
    return word.lower() if len(word) > 2 else word


def sparing(terms: SourceTerms, texts: Iterable[str]) -> SourceTerms:
    """The terms without what the texts that stay have as well."""
    terms.close()
    for text in set(texts):  # what is spared once is spared
        terms.spare(text)
    return terms
