"""A long day in stretches that open one by one: by its phases, or where it has none, by when meetings began.

1. What is short stays one list. Nothing is left out of a long one: each stretch has its own lines, in their order.
2. Only a screen folds; paper has the stretches below each other, under their titles.
3. Stretches in which something turned are open from the beginning.
"""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import TypeVar

from ...proceedings import events as e
from ...synthesis.export.paper import line_of
from ..outline import Fold
from .table import HeldTable

T = TypeVar("T")
FEW = 20
"""So many lines of a list, or half as many rows of a table, are no long day."""


def by_stretch(
    table: HeldTable, timed: Sequence[tuple[datetime, T]], few: int = FEW, turned: Collection[datetime] = ()
) -> list[tuple[str, Fold, tuple[T, ...]]]:
    """What happened at which moment, in stretches: title, whether it is folded, what is in it; one without title if it is short."""
    stretches = _stretches(table)
    if len(timed) <= few or len(stretches) < 2:
        return [("", "", tuple(one for _, one in timed))]
    starts = [start for start, _ in stretches]
    held: dict[int, list[T]] = {}
    for at, one in timed:
        held.setdefault(_place(starts, at), []).append(one)
    opened = {_place(starts, at) for at in turned}
    return [
        (_titled(table, stretches, number), "open" if number in opened else "closed", tuple(held[number]))
        for number in sorted(held)
    ]


def _place(starts: list[datetime], at: datetime) -> int:
    """Which stretch holds a moment; what happened before the first belongs to it."""
    return max(0, bisect_right(starts, at) - 1)


def _titled(table: HeldTable, stretches: list[tuple[datetime, str]], number: int) -> str:
    start, name = stretches[number]
    until = stretches[number + 1][0] if number + 1 < len(stretches) else max(start, table.last or start)
    return f"{name}, {table.clock(start)} to {table.clock(until)}"


def _stretches(table: HeldTable) -> list[tuple[datetime, str]]:
    phases = [*_phases(table)]
    return phases or [
        (event.at, table.meetings.held[event.what.meeting].title)
        for event in table.events
        if isinstance(event.what, e.MeetingOpened)
    ]


def _phases(table: HeldTable) -> list[tuple[datetime, str]]:
    found = []
    for event in table.events:
        if isinstance(event.what, e.Begun | e.PhaseEntered):
            phase = table.public.phases.get(event.what.phase or "")
            if phase is not None:
                found.append((event.at, line_of(phase.title or phase.kind)))
    return found
