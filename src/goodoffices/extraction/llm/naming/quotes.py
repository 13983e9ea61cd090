"""Where a quoted stretch stands in a text: exactly, but for the form of quotation marks and the width of spaces."""

import re
from bisect import bisect_left

from ....language.folding import Span

# Written by number: many of these marks look like one another.
_DOUBLE = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02"
_SINGLE = "\u2018\u2019\u201a\u201b\u2039\u203a\u2032`\u00b4\uff07"
_MARKS = dict.fromkeys(_DOUBLE, '"') | dict.fromkeys(_SINGLE, "'")
# Soft hyphens and marks of no width: a model that copies a text rarely copies them.
_UNSEEN = frozenset("\u00ad\u200b\u2060\ufeff")
# Scripts that put no space between words: there a stretch may begin anywhere.
RUN_ON = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)


class Folded:
    """A text with plain quotation marks and single spaces, which knows where each of its letters came from."""

    def __init__(self, text: str) -> None:
        self.text = text
        letters: list[str] = []
        self._places: list[int] = []
        for place, letter in enumerate(text):
            if letter in _UNSEEN:
                continue
            plain = " " if letter.isspace() else _MARKS.get(letter, letter)
            if plain == " " and letters and letters[-1] == " ":
                continue
            letters.append(plain)
            self._places.append(place)
        self.letters = "".join(letters)

    def find(self, quote: str, within: Span) -> list[Span]:
        """All places where the quote stands whole (no word is cut), in their order."""
        wanted = Folded(quote).letters.strip()
        # Only the piece is searched: a model that quotes single letters must not cost a search of the whole text each time.
        first, last = bisect_left(self._places, within.start), bisect_left(self._places, within.end)
        found, at = [], self.letters.find(wanted, first, last) if wanted else -1
        while at >= 0:
            if self._whole(at, at + len(wanted)):
                found.append(Span(self._places[at], self._places[at + len(wanted) - 1] + 1))
            at = self.letters.find(wanted, at + 1, last)
        return found

    def _whole(self, start: int, end: int) -> bool:
        """Whether no word is cut: `on May 1` does not stand in `on May 16`."""
        return not _joined(self.letters[max(start - 1, 0) : start + 1]) and not _joined(self.letters[end - 1 : end + 1])


def _joined(pair: str) -> bool:
    return len(pair) == 2 and all(map(str.isalnum, pair)) and not RUN_ON.search(pair)


def without_marks(quote: str) -> str:
    """The quote without quotation marks around it, which a model may have put there itself."""
    stripped = quote.strip()
    first, last = (_MARKS.get(c, c) for c in (stripped[:1], stripped[-1:]))
    return stripped[1:-1] if len(stripped) > 2 and first == last and first in "\"'" else stripped


def paragraph(text: str, span: Span) -> Span:
    """The line or lines in which a stretch stands."""
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)


def direct(text: str, span: Span) -> bool:
    """Whether a stretch stands in quotation marks, as somebody's own words."""
    around = paragraph(text, span)
    before, after = text[around.start : span.start], text[span.end : around.end]
    inner = span.of(text)
    if inner[0] in '"“„«' and inner[-1] in '"”“»':
        return True
    for opening, closing in ("“”", "„“", "«»"):
        if before.rfind(opening) > before.rfind(closing) and closing in after:
            return True
    return before.count('"') % 2 == 1 and '"' in after
