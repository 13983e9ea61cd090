"""Folding: two prints of one word come to the same letters, whatever their case, accents, ligatures and unseen joiners.

Unicode does the work (NFKD and case folding, Unicode Standard Annex 15 and section 5.18). `Folded` remembers from which
code point each letter came, so that what is found in the folded letters can be shown as the text has it.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

# Letters that Unicode does not take apart into a base and an accent, and marks of quotation that look alike.
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h",
     "’": "'", "‘": "'", "\u02bc": "'", "\u02b9": "'"}
)  # fmt: skip


@cache
def _unseen() -> re.Pattern[str]:
    """What leaves no trace on paper: joiners, direction marks, soft hyphens, tags (Default_Ignorable_Code_Point)."""
    # Made when first needed: most texts are plain, and the pattern takes longer to make than many a text to read.
    return re.compile(
        "[\u00ad\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]+"
    )


def seen(text: str) -> str:
    """The text without what cannot be seen in it."""
    return text if text.isascii() else _unseen().sub("", text)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: the first code point, from 0, and one past the last."""

    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        """Whether the other lies in it."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether they share a letter."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """Its words."""
        return text[self.start : self.end]


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, no accents, plain apostrophes, nothing unseen, single spaces; folding twice changes nothing more.

    >>> fold("Dolmabahçe  Palace"), fold("cease\ufb01re"), fold("wants\u200b a\u2060 truce")
    ('dolmabahce palace', 'ceasefire', 'wants a truce')
    """
    if text.isascii():
        return " ".join(text.lower().split())
    return " ".join(_letters(text).split())


def _letters(text: str) -> str:
    # Taken apart first: what `№` or `ǿ` is made of has capitals and letters of its own to fold.
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS))
    return "".join(c for c in seen(apart) if not unicodedata.combining(c)).translate(_LETTERS)


@lru_cache(maxsize=4096)
def _letter(character: str) -> str:
    """What one code point folds to; white space becomes a space, and an accent of its own nothing."""
    return "".join(" " if c.isspace() else c for c in _letters(character))


@dataclass(frozen=True, slots=True)
class Folded:
    """A text folded, with the place of each folded letter: `letters[i]` came from the code point `places[i]` of the text."""

    text: str
    letters: str
    places: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(cls, text: str) -> "Folded":
        """Fold a text; `letters` is what `fold` gives."""
        letters: list[str] = []
        places: list[int] = []
        for place, character in enumerate(text):
            for letter in _letter(character):
                if letter != " " or (letters and letters[-1] != " "):
                    letters.append(letter)
                    places.append(place)
        if letters and letters[-1] == " ":
            letters.pop()
            places.pop()
        return cls(text, "".join(letters), tuple(places))

    def span(self, start: int, end: int) -> Span:
        """The stretch of the text from which the letters `start` to `end` came, with the accents that stand on the last."""
        last = self.places[end - 1] + 1
        while last < len(self.text) and unicodedata.combining(self.text[last]):
            last += 1
        return Span(self.places[start], last)

    def find(self, name: str) -> Iterator[Span]:
        """Where a name stands in the text as whole words, however it is printed there, in the order of the text."""
        wanted = fold(name)
        at = self.letters.find(wanted) if wanted else -1
        while at >= 0:
            end = at + len(wanted)
            if not _joined(self.letters[max(at - 1, 0) : at + 1]) and not _joined(self.letters[end - 1 : end + 1]):
                yield self.span(at, end)
            at = self.letters.find(wanted, at + 1)


def _joined(pair: str) -> bool:
    return len(pair) == 2 and pair.isalnum()
