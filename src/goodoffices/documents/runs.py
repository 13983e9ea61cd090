"""A long list in runs that are about as long as each other: the pages of what is too much for one."""

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def runs(things: Sequence[T], size: Callable[[T], int], most: int, count: int | None = None) -> list[tuple[T, ...]]:
    """All things in their order, in runs of size `most` (and `count` things) at most; of nothing one empty run.

    A run is filled before the next begins, so that one that is full stays as it is whatever is added behind. Nothing is
    cut: what is larger than a run is a run alone.
    """
    found: list[list[T]] = [[]]
    full = 0
    for one in things:
        here = size(one)
        if found[-1] and (full + here > most or len(found[-1]) == count):
            found.append([])
            full = 0
        found[-1].append(one)
        full += here
    return [tuple(run) for run in found]
