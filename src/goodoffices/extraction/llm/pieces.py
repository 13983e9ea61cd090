"""Long texts in overlapping pieces: cut at the end of a paragraph where there is one, else of a sentence, else of a word."""

import re
from collections.abc import Iterator

from ...language.folding import Span
from ...language.sentences import STOPS

_PARAGRAPH = re.compile(r"\n+")
_SENTENCE = re.compile(rf"(?<![.!?…])[.!?…]+[\"'”’»)\]]*\s+|[{STOPS}]")
_WORD = re.compile(r"\s+")


def pieces(text: str, size: int, overlap: int) -> Iterator[Span]:
    """Pieces of at most `size` letters that cover the text; each begins at most `overlap` letters before the last one ends.

    >>> [p.of("one\\ntwo\\nthree\\n") for p in pieces("one\\ntwo\\nthree\\n", 10, 4)]
    ['one\\ntwo\\n', 'two\\nthree\\n']
    """
    if not 0 <= overlap < size:
        raise ValueError(f"an overlap of {overlap} in pieces of {size}; expected less than the piece")
    start = 0
    while len(text) - start > size:
        end = _cut(text, start + max(size // 2, overlap + 1), start + size)
        yield Span(start, end)
        start = _back(text, max(end - overlap, start + 1), end)
    yield Span(start, len(text))


def _cut(text: str, least: int, most: int) -> int:
    """Where to end a piece: as late as possible at the best kind of end there is."""
    for ends in (_PARAGRAPH, _SENTENCE, _WORD):
        found = [m.end() for m in ends.finditer(text, least - 1, most) if least <= m.end() <= most]
        if found:
            return found[-1]
    return most


def _back(text: str, least: int, end: int) -> int:
    """Where the next piece begins: as early as the overlap allows at the best kind of end; at `end` where there is none."""
    for ends in (_PARAGRAPH, _SENTENCE, _WORD):
        for m in ends.finditer(text, least - 1, end):
            if least <= m.end() < end:
                return m.end()
    return least if least < end else end
