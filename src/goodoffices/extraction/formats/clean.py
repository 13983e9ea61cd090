"""Texts as a case stores them: what is seen is what is there, and the rest is told.

No control characters, no characters that change the direction of what follows (they can make a text read otherwise
than it is stored), none that are not displayed, unless the script needs them there (`documents.visible`), no byte order mark.
Letters are never changed; Unicode normalisation is not applied.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from ...documents import without_unseen

_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
# NEL and U+2028 end a line, a form feed ends a page; for a reader they are line breaks.
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028]")
_PARAGRAPHS = re.compile("\u2029")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]|[\ufff9-\ufffb]")
_NONCHARACTERS = re.compile(
    "[" + "".join(f"{chr(p * 0x10000 + e)}" for p in range(1, 17) for e in (0xFFFE, 0xFFFF)) + "]"
)
_HALVES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text fit to be stored, and what was changed in it."""

    text: str
    notes: tuple[str, ...]


def cleaned(text: str) -> Cleaned:
    """The text with lines ended by LF, one at its end, and nothing in it that cannot be seen; empty where nothing is left.

    Line ends, empty lines at both ends and white space at the very end are not told of; every other change is.
    """
    notes: list[str] = []

    def swap(pattern: re.Pattern[str], new: str, told: Callable[[int], str]) -> None:
        nonlocal text
        text, number = pattern.subn(new, text)
        if number:
            notes.append(told(number))

    text = text.lstrip("\ufeff")  # what some programs put at the beginning of a file is no part of its text
    text = _PARAGRAPHS.sub("\n\n", _BREAKS.sub("\n", text))
    swap(_HALVES, "\ufffd", lambda n: f"{counted(n, 'broken character')} shown as \ufffd")
    swap(_DIRECTIONS, "", lambda n: f"{counted(n, 'direction-changing character')} removed")
    swap(_CONTROLS, "", lambda n: f"{counted(n, 'control character')} removed")
    swap(_NONCHARACTERS, "", lambda n: f"{counted(n, 'noncharacter')} removed")
    swap(re.compile("\t"), " ", lambda n: f"{counted(n, 'tab')} turned into {'a space' if n == 1 else 'spaces'}")
    swap(re.compile("\u00ad"), "", lambda n: f"{counted(n, 'soft hyphen')} removed")
    text, unseen = without_unseen(text)
    if unseen:
        notes.append(f"{counted(unseen, 'character')} that cannot be seen removed")
    text = re.sub(r"\A(?:[^\S\n]*\n)+", "", text).rstrip()
    return Cleaned(text + "\n" if text else "", tuple(notes))


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: `1 tab`, `3 tabs`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
