"""Where something stands in a text: offsets for programs, lines and columns for people.

Offsets count Unicode code points from 0; lines and columns count code points from 1.
"""

import re
from array import array
from bisect import bisect_right
from typing import NamedTuple

# What editors and grep call a line. libyaml also breaks lines at U+0085, U+2028 and U+2029,
# so its own line numbers are never shown: all places are computed here, from offsets.
_BREAK = re.compile(r"\r\n?|\n")


class Place(NamedTuple):
    """A line and a column, both from 1."""

    line: int
    column: int


class Span(NamedTuple):
    """The code points from `start` up to, and without, `end`."""

    start: int
    end: int


class Lines:
    """The offsets at which the lines of a text begin."""

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        # Four bytes a line: a list of int would take ten times as much.
        self._starts = array("I", [0])
        self._starts.extend(match.end() for match in _BREAK.finditer(text))

    def place(self, offset: int) -> Place:
        """Return the place of the code point at `offset`; the end of the text has a place, too."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)
