"""The order of meetings: computed from `after` and from the days, null where neither says anything."""

from bisect import bisect_left
from collections.abc import Mapping
from datetime import date
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from ..talks import Meeting

_Node = str | date


def order_of(meetings: Mapping[str, Meeting]) -> dict[str, int | None]:
    """For each meeting its place in the order, from 1; meetings that nothing puts in an order share a place.

    A meeting has the place after the latest of those that it follows, by `after` or by day. Null where it has no day,
    follows nothing and is followed by nothing (unless it is the only one), or where days and `after` contradict each
    other.
    """
    places: dict[_Node, int] = {}
    before = _predecessors(meetings)
    try:
        for node in TopologicalSorter(before).static_order():
            latest = max((places[p] for p in before.get(node, ())), default=0)
            places[node] = latest if isinstance(node, date) else latest + 1
    except CycleError:
        return dict.fromkeys(meetings)
    followed = {earlier for m in meetings.values() for earlier in m.after}
    return {
        key: places[key] if m.date.said or m.after or key in followed or len(meetings) == 1 else None
        for key, m in meetings.items()
    }


def follows(meetings: Mapping[str, Meeting], later: str, earlier: str) -> bool:
    """Whether one meeting came after another: by its day, or by `after`, also through others.

    A place in the order does not say so: of two meetings of a day that nothing puts in an order one may have a later place.
    """
    told, known, ahead = meetings[earlier].date.last, {later}, [later]
    while ahead:
        meeting = meetings[ahead.pop()]
        if earlier in meeting.after or (told and meeting.date.first and meeting.date.first > told):
            return True
        ahead += (new := {one for one in meeting.after if one in meetings} - known)
        known |= new
    return False


def _predecessors(meetings: Mapping[str, Meeting]) -> dict[_Node, set[_Node]]:
    """What comes before what. Days are nodes of their own, in a chain: the graph stays linear in the meetings."""
    before: dict[_Node, set[_Node]] = {key: {e for e in m.after if e in meetings} for key, m in meetings.items()}
    days = sorted({d for m in meetings.values() for d in (m.date.first, m.date.last) if d is not None})
    for earlier, later in pairwise(days):
        before[later] = {earlier}
    for key, meeting in meetings.items():
        first, last = meeting.date.first, meeting.date.last
        if first is not None and last is not None:
            before.setdefault(last, set()).add(key)
            if place := bisect_left(days, first):
                before[key].add(days[place - 1])
    return before
