"""Dashed brackets between meetings that may be one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..context import Context
from .canvas import SAID, Canvas

LANES = 4
"""Brackets beside each other at most; of more the words alone tell."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """Two rows that may be one meeting, and in which lane the line between them runs."""

    upper: str
    lower: str
    lane: int


def brackets(context: Context, keys: Sequence[str]) -> tuple[Bracket, ...]:
    """A bracket for each pair of meetings drawn; those that would cross run beside each other."""
    place = {key: number for number, key in enumerate(keys)}
    meetings = context.case.talks.meetings
    pairs = {
        (min(place[key], place[same.meeting]), max(place[key], place[same.meeting]))
        for key in keys
        if (same := meetings[key].same_as) is not None and same.meeting in place and same.meeting != key
    }
    found: list[Bracket] = []
    ends: list[int] = []
    for first, last in sorted(pairs):
        lane = next((n for n, end in enumerate(ends) if end < first), len(ends))
        if lane == LANES:
            continue
        ends[lane : lane + 1] = [last]
        found.append(Bracket(keys[first], keys[last], lane))
    return tuple(found)


def draw_brackets(canvas: Canvas, found: Sequence[Bracket], tops: Mapping[str, float], left: float) -> None:
    """Draw those whose two rows stand on this page."""
    for bracket in found:
        if bracket.upper in tops and bracket.lower in tops:
            x = left + 8 + 10 * bracket.lane
            upper, lower = (tops[key] + 6 + SAID.line / 2 for key in (bracket.upper, bracket.lower))
            canvas.shape("same", f"M{left + 1:g} {upper:g}H{x:g}V{lower:g}H{left + 1:g}")
