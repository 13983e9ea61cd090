"""Which of the orders that accounts tell can hold together: none in a circle, none against the days."""

from collections.abc import Iterable, Mapping
from datetime import date

from ..talks import Day

Pair = tuple[str, str]
"""A meeting, and one that came after it."""


def sound_orders(pairs: Iterable[Pair], days: Mapping[str, Iterable[Day]]) -> set[Pair]:
    """The pairs that stand in no circle and go against no day. Of a circle all fall: which of its orders is wrong nobody knows."""
    told = list(dict.fromkeys(pairs))
    later: dict[str, list[str]] = {}
    earlier: dict[str, list[str]] = {}
    for first, second in told:
        later.setdefault(first, []).append(second)
        earlier.setdefault(second, []).append(first)
    before = {key: _reached(key, earlier) for key in {key for pair in told for key in pair}}
    after = {key: _reached(key, later) for key in before}
    return {
        (first, second)
        for first, second in told
        if second not in before[first] and _floor(before[first], days) <= _ceiling(after[second], days)
    }


def _floor(meetings: Iterable[str], days: Mapping[str, Iterable[Day]]) -> date:
    firsts = (day.first for key in meetings for day in days.get(key, ()) if day.first is not None)
    return max(firsts, default=date.min)


def _ceiling(meetings: Iterable[str], days: Mapping[str, Iterable[Day]]) -> date:
    lasts = (day.last for key in meetings for day in days.get(key, ()) if day.last is not None)
    return min(lasts, default=date.max)


def _reached(start: str, leads_to: Mapping[str, Iterable[str]]) -> set[str]:
    """The start and all that can be reached from it."""
    found, stack = {start}, [start]
    while stack:
        for key in leads_to.get(stack.pop(), ()):
            if key not in found:
                found.add(key)
                stack.append(key)
    return found
