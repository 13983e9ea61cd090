"""What is found in a file while it is read: mistakes, all of them at once, and what was read otherwise than it stands."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from fractions import Fraction
from itertools import islice
from typing import NamedTuple

from ...documents import excerpt
from ...errors import Problem
from ...talks import exact
from .decimals import decimal_text

MANY = 1_000
"""Mistakes, and notes, that are kept of one file."""
_LONGEST = 300
"""Code points of what is told as found; names in a file may be of any length."""
_COMPARED = 200
"""The most words among which one that was meant is looked for, and the longest of them."""


class At(NamedTuple):
    """A line and a column, both from 1; 0 where there is none."""

    line: int = 0
    column: int = 0


@dataclass
class Findings:
    """The mistakes and notes of one file."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def refuse(self, at: At, found: str, expected: str, known: Iterable[str] = (), word: str = "") -> None:
        """Keep a mistake; `word` is what was written where one of `known` was probably meant."""
        if len(self.problems) >= MANY:
            return
        words = list(islice(known, _COMPARED + 1)) if 0 < len(word) <= _COMPARED else []
        near = get_close_matches(word, words, 1) if len(words) <= _COMPARED else []
        found = found if len(found) <= _LONGEST else f"{found[:_LONGEST]}…"
        self.problems.append(Problem(self.file, at.line, at.column, found, expected, near[0] if near else None))

    def note(self, at: At, text: str) -> None:
        """Keep a remark on how something was read."""
        if len(self.notes) < MANY:
            text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
            self.notes.append(f"{self.file}:{at.line}: {text}" if at.line else f"{self.file}: {text}")
        elif len(self.notes) == MANY:
            self.notes.append(f"{self.file}: more of this kind, not told one by one")

    def discount(self, at: At, factor: Fraction) -> None:
        """Keep a remark that value is lost with time, which nothing here computes with."""
        if factor != 1:
            left = decimal_text(factor)
            self.note(
                at, f"a discount: waiting leaves {left} of the value; it is kept, and nothing here is computed from it"
            )

    def number(self, at: At, written: object, what: str) -> Fraction | None:
        """A number that is exact and finite; a mistake and None where it is none. `what` says whose number it is."""
        try:
            return exact(written)
        except ValueError:
            found = "no number" if written is None else f"{excerpt(str(written))}"
            self.refuse(at, f"{found} as {what}", "a number such as 2, 0.25 or 5/7")
            return None

    def weight(self, at: At, written: object, issue: str) -> Fraction | None:
        """A number that is not negative."""
        value = self.number(at, written, f"the weight of {issue}")
        if value is not None and value < 0:
            self.refuse(at, f"{decimal_text(value)} as the weight of {issue}", "a weight that is not negative")
            return None
        return value


def few(names: list[str]) -> str:
    """Some names, and how many more there are.

    >>> few(["a", "b", "c", "d", "e", "f", "g"])
    'a, b, c, d, e and 2 more'
    """
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    return ", ".join(names[:5]) + more
