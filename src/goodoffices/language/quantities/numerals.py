"""Numbers in words become digits, and each digit keeps the place of the words from which it came.

English by `text2num`. Of Ukrainian and Russian what `dateparser` lists (one to ten, some tens, in their cases), of Turkish nothing:
no library that is kept gives more.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

from text_to_num import find_numbers

from ..folding import Span


@dataclass(frozen=True, slots=True)
class Traced:
    """A text rewritten piece by piece: `letters`, and from which stretch of the first text each piece came.

    `pieces` are pairs (place in `letters`, place in the first text, whether letter for letter), the first place first.
    """

    letters: str
    pieces: tuple[tuple[int, int, bool], ...]
    length: int

    @classmethod
    def of(cls, text: str) -> "Traced":
        """A text as it is."""
        return cls(text, ((0, 0, True),), len(text))

    def sub(self, pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str]) -> "Traced":
        """The text with every match of a pattern exchanged, for the same letters or for what a function makes of it."""
        if not pattern.search(self.letters):
            return self
        matches = pattern.finditer(self.letters)
        return self.exchanged((m.start(), m.end(), new if isinstance(new, str) else new(m)) for m in matches)

    def exchanged(self, changes: Iterable[tuple[int, int, str]]) -> "Traced":
        """The text with stretches (start, end, new letters) exchanged, which stand in their order and apart."""
        letters: list[str] = []
        pieces: list[tuple[int, int, bool]] = []
        at = size = 0
        for start, end, new in changes:
            self._keep(pieces, at, start, size)
            letters += self.letters[at:start], new
            size += start - at
            pieces.append((size, self.span(start, end).start, False))
            size += len(new)
            at = end
        if not letters:
            return self
        self._keep(pieces, at, len(self.letters), size)
        return Traced("".join((*letters, self.letters[at:])), tuple(pieces), self.length)

    def _keep(self, pieces: list[tuple[int, int, bool]], start: int, end: int, size: int) -> None:
        first = self._piece(start)
        place, came, exact = self.pieces[first]
        pieces.append((size, came + (start - place if exact else 0), exact))
        for number in range(first + 1, len(self.pieces)):
            place, came, exact = self.pieces[number]
            if place >= end:
                break
            pieces.append((size + place - start, came, exact))

    def _piece(self, place: int) -> int:
        return bisect_right(self.pieces, place, key=lambda piece: piece[0]) - 1

    def span(self, start: int, end: int) -> Span:
        """From which stretch of the first text the letters `start` to `end` came."""
        place, came, exact = self.pieces[self._piece(start)]
        first = came + (start - place if exact else 0)
        number = self._piece(max(end - 1, start))
        place, came, exact = self.pieces[number]
        if exact:
            return Span(first, came + end - place)
        following = self.pieces[number + 1][1] if number + 1 < len(self.pieces) else self.length
        return Span(first, max(first, following))


class _Token:
    """A word, a sign or a space, as `text2num` wants it."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def text(self) -> str:
        return self._text

    def nt_separated(self, previous: "_Token") -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return False


_TOKEN = re.compile(r"[\w'’-]+|\s+|[^\w\s'’-]+")
_HALF = re.compile(r"\b(\d+) and a half\b")
# `hundreds of people` is no number: read as 100 it would contradict `512 people`.
_VAGUE = re.compile(r"\b(?:(?:tens|dozens|hundreds|thousands|millions|billions) of )+", re.I)
_HYPHEN = re.compile(r"(?<=[a-z])-(?=(?:day|week|month|year|hour|minute)s?\b)", re.I)
_TURKISH_PERCENT = re.compile(r"(?:\byüzde |%)(\d+(?:[.,]\d+)*)", re.I)
_PERCENT = re.compile(r"per cent|%")


def digits(text: Traced, language: str = "en") -> Traced:
    """A text with its number words as digits: `two and a half thousand` becomes `2.5 1000`."""
    if language != "en":
        for pattern, number in _listed(language):
            text = text.sub(pattern, number)
        return text.sub(_TURKISH_PERCENT, _percent_after).sub(_PERCENT, " percent")
    text = text.sub(_VAGUE, " ").sub(_HYPHEN, " ")
    return text.exchanged(_english(text.letters)).sub(_HALF, _half).sub(_PERCENT, _percent)


def _percent_after(match: re.Match[str]) -> str:
    return f"{match[1]} percent"


def _half(match: re.Match[str]) -> str:
    return f"{match[1]}.5"


def _percent(match: re.Match[str]) -> str:
    return " percent" if match[0] == "%" else "percent"


# What `text2num` can turn into digits begins or ends so; most texts with digits have no such word, and need not be taken apart.
_WORDS = re.compile(
    r"zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twel|teen|ty\b|ty-|tie|hundred|thousand|lion|dozen|first|second|third"
    r"|th\b|ths\b",
    re.I,
)


def _english(text: str) -> Iterable[tuple[int, int, str]]:
    if not _WORDS.search(text):
        return
    tokens = list(_TOKEN.finditer(text))
    for found in find_numbers([_Token(t[0]) for t in tokens], "en", 1.0):
        yield tokens[found.start].start(), tokens[found.end - 1].end(), found.text


@lru_cache(maxsize=4)
def _listed(language: str) -> Sequence[tuple[re.Pattern[str], str]]:
    if language not in ("uk", "ru"):
        return ()
    # Only for other languages: a tenth of a second.
    listed = import_module(f"dateparser.data.date_translation_data.{language}").info["simplifications"]
    pairs = [(pattern, number) for entry in listed for pattern, number in entry.items() if number.isdigit()]
    return [(re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.I), number) for pattern, number in pairs]
