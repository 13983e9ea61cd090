"""A text with its claims highlighted, ready for a page: stretches, each with the claims whose words it belongs to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from ..case import Anchor
from ..documents import one_for_one
from ..language.folding import Span
from ..language.sentences import sentence_around
from ..serving.pages import Placed
from .decisions import occurrences

AROUND = 60
_SPACE = re.compile(r"\s+")
_LAST_SPACE = re.compile(r"\s+\S*$")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text that belongs to the same claims throughout."""

    text: str
    claims: tuple[str, ...] = ()


def harmless(text: str) -> str:
    """The text with one character for each: line ends and letters stay, what turns or hides text becomes U+FFFD.

    A page counts code points in what it shows; so none may be added or lost. The carriage return before a line feed becomes a
    space of no width, since browsers would drop it.
    """
    shown = "\r".join(map(one_for_one, text.split("\r")))
    return Placed(shown.replace("\r\n", "\u200b\n").replace("\r", "\n"))


def stretches(text: str, anchors: Iterable[tuple[str, Anchor]]) -> list[Stretch]:
    """The whole text in stretches. Claims may lie within each other and overlap."""
    shown, bounds = harmless(text), {0, len(text)}
    starts: dict[int, list[str]] = {}
    ends: dict[int, set[str]] = {}
    for key, anchor in anchors:
        bounds |= {anchor.start, anchor.end}
        starts.setdefault(anchor.start, []).append(key)
        ends.setdefault(anchor.end, set()).add(key)
    found: list[Stretch] = []
    open_: list[str] = []
    places = sorted(bounds)
    for place, following in pairwise(places):
        gone = ends.get(place, set())
        open_ = [key for key in open_ if key not in gone] + starts.get(place, [])
        found.append(Stretch(Placed(shown[place:following]), tuple(open_)))
    return found


@dataclass(frozen=True, slots=True)
class Passage:
    """Words with what stands around them."""

    before: str
    words: str
    after: str


def passage(text: str, start: int, end: int, around: int = AROUND, behind: int | None = None) -> Passage:
    """The words from `start` to `end` in their surroundings: so many letters before them, and behind them as many or `behind`."""
    first, last = max(0, start - around), min(len(text), end + (around if behind is None else behind))
    before, after = text[first:start], text[end:last]
    # Cut between words, where the script has spaces between them.
    if first and not text[first - 1].isspace() and (space := _SPACE.search(before)):
        before = before[space.end() :]
    if last < len(text) and not text[last].isspace() and (space := _LAST_SPACE.search(after)):
        after = after[: space.start()]
    return Passage(
        Placed(("…" if first else "") + harmless(before)), harmless(text[start:end]),
        Placed(harmless(after) + ("…" if last < len(text) else "")),
    )  # fmt: skip


WIDEST = 400
"""Letters to each side at most, however long a sentence or a quotation is."""


def in_its_sentence(text: str, start: int, end: int, language: str) -> Passage:
    """The words in their whole sentences: nobody can judge half a quotation, so one that is open is shown to its end."""
    first = sentence_around(text, Span(start, start + 1), language).start
    last = sentence_around(text, Span(max(start, end - 1), end), language).end
    for opening, closing in _QUOTATIONS:
        first, last = _closed(text, first, last, opening, closing)
    return passage(text, start, end, min(WIDEST, start - first), min(WIDEST, last - end))


_QUOTATIONS = (("“", "”"), ("«", "»"), ("„", "“"), ('"', '"'))


def _closed(text: str, first: int, last: int, opening: str, closing: str) -> tuple[int, int]:
    """The stretch, widened to both marks of a quotation of which it holds one; a paragraph closes what is left open."""
    begin = text.rfind("\n", 0, first) + 1
    stop = text.find("\n", last)
    stop = len(text) if stop < 0 else stop
    if opening == closing:
        before, here = text.count(opening, begin, first), text.count(opening, first, last)
        if before % 2:
            first = text.rfind(opening, begin, first)
        if (before + here) % 2:
            last = text.find(closing, last, stop) + 1 or last
        return first, last
    if text.rfind(opening, begin, first) > text.rfind(closing, begin, first):
        first = text.rfind(opening, begin, first)
    if text.rfind(opening, begin, last) > text.rfind(closing, begin, last):
        last = text.find(closing, last, stop) + 1 or last
    return first, last


def choices(text: str, words: str) -> list[tuple[int, int, Passage]]:
    """The places where typed words stand, in their surroundings."""
    return [(start, end, passage(text, start, end, 30)) for start, end in occurrences(text, words)]
