"""How high a row must be to show its texts: not every program measures that when it opens a file."""

import unicodedata
from collections.abc import Iterable

LEAST, MOST = 15.0, 409.0
"""The height of a row without long texts, and the highest that a spreadsheet draws, in points."""
_LINE, _MARGIN = 12.0, 3.0
_LETTERS = 1.2
"""Letters of the size that cells have, to a letter of the size in which columns are measured; rather too few than too many."""


def height(texts: Iterable[tuple[str, int]]) -> float:
    """The height of a row of texts, each with the width of its column."""
    lines = max((lines_of(text, max(1, int(width * _LETTERS))) for text, width in texts), default=1)
    return min(MOST, max(LEAST, lines * _LINE + _MARGIN))


def lines_of(text: str, room: int) -> int:
    """How many lines a text takes where so many letters fit on one, broken between words where that can be."""
    # Most texts fit, and are not to be taken apart for that.
    if len(text) * (1 if text.isascii() else 2) <= room and "\n" not in text:
        return 1
    return sum(_broken(line, room) for line in text.split("\n"))


def _broken(line: str, room: int) -> int:
    lines, used = 1, 0
    for word in line.split(" "):
        length = _width(word)
        gap = 1 if used else 0
        if used + gap + length <= room:
            used += gap + length
        elif length <= room:
            lines, used = lines + 1, length
        else:  # a word without end fills the rest of this line and as many more as it needs
            over = used + gap + length
            lines, used = lines + (over - 1) // room, (over - 1) % room + 1
    return lines


def _width(word: str) -> int:
    """Letters of Chinese, Japanese and Korean are twice as wide."""
    return len(word) if word.isascii() else len(word) + sum(unicodedata.east_asian_width(c) in "WF" for c in word)
