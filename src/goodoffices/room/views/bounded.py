"""What a page takes, whoever wrote it: a seat that writes without end must not make everybody's page as long.

1. What waits is shown from the oldest on; the rest comes up as that is answered, so that nothing is buried.
2. What is only told is shown from the latest back; all of it stands on the pages of all that happened.
3. Of meetings those of the programme are always shown, of others the latest.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from ...proceedings import SeatView

T = TypeVar("T")
LETTERS = 40_000
"""Characters after which a page takes no more."""
MOST = 40
"""Entries of one list."""
MEETINGS = 20
"""Meetings beside those of the programme."""


def first(entries: Iterable[T], words: Callable[[T], str]) -> list[T]:
    """The first of what waits, as many as a page takes."""
    return _some(entries, words)


def recent(entries: Iterable[T], words: Callable[[T], str]) -> list[T]:
    """The last of what was written, in its order, as many as a page takes."""
    return _some(reversed([*entries]), words)[::-1]


def _some(entries: Iterable[T], words: Callable[[T], str]) -> list[T]:
    kept: list[T] = []
    letters = 0
    for one in entries:
        letters += len(words(one))
        if kept and (len(kept) == MOST or letters > LETTERS // 4):
            break
        kept.append(one)
    return kept


def meetings_of(view: SeatView, some: Iterable[str], most: int) -> list[str]:
    """Of these meetings all of the programme, and the latest of the others, in their order."""
    ids = [*some]
    others = [id_ for id_ in ids if id_ not in view.known.public.programme]
    left_out = {*others[: max(0, len(others) - most)]}
    return [id_ for id_ in ids if id_ not in left_out]


def sheets_of(entries: Sequence[T], size: Callable[[T], int], most: int, letters: int) -> list[tuple[T, ...]]:
    """All entries in sheets of so many entries and letters at most, one entry at least; what is full stays as it is."""
    found: list[list[T]] = [[]]
    full = 0
    for one in entries:
        here = size(one)
        if found[-1] and (len(found[-1]) == most or full + here > letters):
            found.append([])
            full = 0
        found[-1].append(one)
        full += here
    return [tuple(sheet) for sheet in found]
