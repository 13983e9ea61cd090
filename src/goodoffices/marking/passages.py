"""A text with its claims highlighted, ready for a page: stretches, each with the claims whose words it belongs to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from ..case import Anchor
from ..documents import one_for_one
from .decisions import occurrences
from .pages import Placed

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


def passage(text: str, start: int, end: int, around: int = AROUND) -> Passage:
    """The words from `start` to `end` in their surroundings."""
    first, last = max(0, start - around), min(len(text), end + around)
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


def choices(text: str, words: str) -> list[tuple[int, int, Passage]]:
    """The places where typed words stand, in their surroundings."""
    return [(start, end, passage(text, start, end, 30)) for start, end in occurrences(text, words)]
