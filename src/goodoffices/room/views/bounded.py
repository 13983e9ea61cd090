"""What a page takes, whoever wrote it: a seat that writes without end must not make everybody's page as long.

1. What waits is shown from the oldest on, of each from whom it comes as many; the rest comes up as that is answered. So nothing is
   buried: neither by who writes last nor by who wrote first.
2. What is only told is shown from the latest back; all of it stands on the pages of all that happened.
3. Of meetings those of the programme are always shown, of others the latest.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from ...documents import runs
from ...proceedings import SeatView

T = TypeVar("T")
LETTERS = 40_000
"""Characters after which a page takes no more."""
MOST = 40
"""Entries of one list."""
MEETINGS = 20
"""Meetings beside those of the programme."""


def first(entries: Iterable[T], words: Callable[[T], str], who: Callable[[T], Hashable]) -> list[T]:
    """Of what waits as much as a page takes, in its order: the oldest of each sender, then the second of each, and so on."""
    ranks: Counter[Hashable] = Counter()
    ranked: list[tuple[int, int, T]] = []
    for place, one in enumerate(entries):
        ranks[who(one)] += 1
        ranked.append((ranks[who(one)], place, one))
    ranked.sort(key=lambda row: row[:2])
    shown = _some(ranked, lambda row: words(row[2]), LETTERS)
    return [one for _, _, one in sorted(shown, key=lambda row: row[1])]


def recent(entries: Iterable[T], words: Callable[[T], str]) -> list[T]:
    """The last of what was written, in its order, as many as a page takes."""
    return _some(reversed([*entries]), words, LETTERS // 4)[::-1]


def _some(entries: Iterable[T], words: Callable[[T], str], most: int) -> list[T]:
    kept: list[T] = []
    letters = 0
    for one in entries:
        letters += len(words(one))
        if kept and (len(kept) == MOST or letters > most):
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
    return runs(entries, size, letters, most)
