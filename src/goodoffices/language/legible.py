"""A text as its rules read it, and where each stretch of it stands in the text that is stored.

A report's words are kept as they are printed; to find something in them, they are read with composed letters (`e` and an
accent are `é`), without ligatures (`ﬁ` is `fi`), with plain spaces and hyphens, and with the lines joined that only the width
of a page has broken. What is found so has a place in the stored text: `Legible.span` gives it.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from .entries import entries
from .folding import Span
from .sentences import line_ends

_MARKS = "\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_ODD = re.compile(
    f"(?P<accented>[^\\s{_MARKS}][{_MARKS}]+)|(?P<ligature>[\ufb00-\ufb06])"
    "|(?P<space>[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])|(?P<hyphen>[\u2010\u2011])"
    f"|(?<=[\\w{_MARKS}])(?P<apostrophe>[\u00b4\u02bc`])(?=\\w)"
)
_PLAIN = {"space": " ", "hyphen": "-", "apostrophe": "’"}


@dataclass(frozen=True, slots=True)
class _Change:
    """A stretch of the text and what is read in its place."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Legible:
    """The letters in which something is looked for, and the way back to the text."""

    letters: str
    _changes: tuple[_Change, ...] = field(default=(), repr=False)
    _begins: tuple[int, ...] = field(default=(), repr=False)
    """Where each change begins in the letters."""

    def span(self, start: int, end: int) -> Span:
        """The stretch of the text that is read as the letters from `start` to `end`: whole letters, never half an `ﬁ`.

        >>> legible("a cease\ufb01re").span(2, 11)
        Span(start=2, end=10)
        """
        return Span(self._place(start)[0], self._place(end - 1)[1])

    def _place(self, at: int) -> tuple[int, int]:
        number = bisect_right(self._begins, at) - 1
        if number < 0:
            return at, at + 1
        change, within = self._changes[number], at - self._begins[number]
        if within < len(change.new):
            return change.start, change.end
        place = change.end + within - len(change.new)
        return place, place + 1


def legible(text: str, *, in_time: bool = False) -> Legible:
    """A text as it is read; `in_time`: the entries of a live blog in the order of time, each behind its stamp.

    >>> legible("a cease\ufb01re on 3\u00a0June").letters
    'a ceasefire on 3 June'
    """
    changes = sorted([*_letters(text), *_lines(text)], key=lambda change: change.start)
    entered = entries(text) if in_time else []
    if not changes and not entered:
        return Legible(text)
    written = _Written(text, changes)
    if not entered:
        written.stretch(0, len(text))
    else:
        written.stretch(0, min(entry.start for entry in entered))
    for entry in entered:
        written.stretch(entry.start, entry.body)
        written.put("\n\n", entry.body)
        written.stretch(entry.body, entry.end)
        written.put("\n\n", entry.end)
    return Legible("".join(written.pieces), tuple(written.changes), tuple(written.begins))


class _Written:
    """The letters as they are put together, stretch by stretch."""

    def __init__(self, text: str, changes: list[_Change]) -> None:
        self._text, self._all = text, changes
        self._starts = [change.start for change in changes]
        self._length = 0
        self.pieces: list[str] = []
        self.changes: list[_Change] = []
        self.begins: list[int] = []

    def put(self, new: str, start: int, end: int | None = None) -> None:
        """Letters that are read in the place of a stretch; what is written next stands behind it in the text."""
        self.changes.append(_Change(start, start if end is None else end, new))
        self.begins.append(self._length)
        self._write(new)

    def stretch(self, start: int, end: int) -> None:
        """A stretch of the text, with its changes."""
        self.put("", start)
        place = start
        for change in self._all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            self._write(self._text[place : change.start])
            self.put(change.new, change.start, change.end)
            place = change.end
        self._write(self._text[place:end])

    def _write(self, letters: str) -> None:
        self.pieces.append(letters)
        self._length += len(letters)


def _letters(text: str) -> Iterator[_Change]:
    if text.isascii() and "`" not in text:
        return
    for match in _ODD.finditer(text):
        kind = match.lastgroup or ""
        new = _PLAIN.get(kind) or unicodedata.normalize("NFKC" if kind == "ligature" else "NFC", match[0])
        if new != match[0]:
            yield _Change(match.start(), match.end(), new)


def _lines(text: str) -> Iterator[_Change]:
    """Line ends that only the width of the page has made; those that stay after such a line are made clear by an empty line."""
    ends = set(line_ends(text))
    joined = False
    at = -1
    while (at := text.find("\n", at + 1)) >= 0:
        if at in ends:
            if joined and text[at + 1 : at + 2] not in ("", "\n"):
                yield _Change(at, at + 1, "\n\n")
            joined = False
            continue
        joined = True
        # `cease-` at the end of a line goes on without a space, and so does `long-`.
        hyphened = text[at - 1 : at] == "-" and text[at - 2 : at - 1].isalpha() and text[at + 1 : at + 2].isalpha()
        yield _Change(at, at + 1, "" if hyphened else " ")
