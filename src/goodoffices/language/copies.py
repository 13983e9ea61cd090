"""Near copies: reports that take over each other's sentences, as those that print one wire story do. They are one witness.

Texts are compared by their shingles, the runs of five words (Broder 1997, On the resemblance and containment of documents).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from .folding import fold

WORDS = 5
"""Words in a shingle."""
SHARE = 0.5
"""Share of the shorter text's shingles that the other has, from which one is taken to derive from the other."""
FEWEST = 20
"""Shingles below which a text is too short to tell a copy from a quotation."""
_KEPT = 8
"""How many of the earliest texts are remembered for one shingle: a wire that a thousand papers print takes no more time."""
# A script without spaces counts by characters.
_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[^\W\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+"
)


@dataclass(frozen=True)
class Print:
    """What is needed of one text: its shingles, not its words."""

    key: str
    shingles: frozenset[int]
    length: int
    printed: date | None = None


@dataclass(frozen=True)
class Copy:
    """One report seems to derive from another."""

    of: str
    """The origin: the one printed earlier, else the longer one."""
    key: str
    share: float
    """The share of the shorter one's shingles that the other has."""


def print_of(key: str, text: str, printed: date | None = None) -> Print:
    """The shingles of a text."""
    words = _WORD.findall(fold(text))
    runs = (" ".join(words[start : start + WORDS]) for start in range(len(words) - WORDS + 1))
    return Print(key, frozenset(hash_of(run) for run in runs), len(words), printed)


def hash_of(run: str) -> int:
    """A number for a shingle, the same in every process (Python's own hash of a text is not)."""
    from hashlib import blake2b

    return int.from_bytes(blake2b(run.encode("utf-8", "replace"), digest_size=8).digest())


def copies(prints: Iterable[Print]) -> Iterator[Copy]:
    """For each text that seems to derive from another one, that other; never in a circle.

    Texts are taken in one order, those printed earlier first and of equal ones the longer; each can derive from earlier ones only.
    """
    seen: dict[int, list[Print]] = {}
    for one in sorted(prints, key=_order):
        if len(one.shingles) >= FEWEST:
            if (found := _origin(one, seen)) is not None:
                yield found
            for shingle in one.shingles:
                known = seen.setdefault(shingle, [])
                if len(known) < _KEPT:
                    known.append(one)


def _order(one: Print) -> tuple[date, int, str]:
    return one.printed or date.max, -one.length, one.key


def _origin(one: Print, seen: dict[int, list[Print]]) -> Copy | None:
    shared: dict[Print, int] = {}
    for shingle in one.shingles:
        for other in seen.get(shingle, ()):
            shared[other] = shared.get(other, 0) + 1
    shares = {other: n / min(len(one.shingles), len(other.shingles)) for other, n in shared.items()}
    best = max(shares, key=lambda other: (shares[other], other.length, other.key), default=None)
    return Copy(best.key, one.key, shares[best]) if best is not None and shares[best] >= SHARE else None


def copies_of(new: Sequence[Print], old: Sequence[Print]) -> list[Copy]:
    """Of the new texts those that seem to derive from an old one, or from another new one."""
    fresh = {one.key for one in new}
    found = []
    for copy in copies([*new, *old]):
        if copy.key in fresh:
            found.append(copy)
        elif copy.of in fresh:  # an old one seems to be taken from the new one; what stands in the case is not changed
            found.append(Copy(copy.key, copy.of, copy.share))
    return _without_circles(found, fresh)


def _without_circles(found: list[Copy], fresh: set[str]) -> list[Copy]:
    """At most one origin each, an old one before a new one, and never one that derives from it."""
    origin: dict[str, Copy] = {}
    for copy in sorted(found, key=lambda c: (c.of in fresh, -c.share)):
        if copy.key not in origin and not _leads_to(copy.of, copy.key, origin):
            origin[copy.key] = copy
    return [origin[key] for key in sorted(origin)]


def _leads_to(start: str, goal: str, origin: dict[str, Copy]) -> bool:
    while start in origin:
        start = origin[start].of
        if start == goal:
            return True
    return start == goal
