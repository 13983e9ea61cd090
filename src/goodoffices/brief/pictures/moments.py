"""What happened when: meetings, announced steps and positions, put in the order of time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import inf

from ...case.called_off import calling_off
from ...talks import Day, Meeting, NextStep
from ..context import Context
from ..english import capital, day
from ..outline import Line
from ..phrases import clean
from . import marks
from .moves import MOST_MOVES, Chain, Move, round_of, teller, wanted
from .sentences import held_line, reserve, step_line, where
from .steps import ahead, overtaken

MEETINGS = 0
"""The lane of the meetings; chains of positions have those after it."""
_AFTER = 1 / 64
"""How far what has no day of its own stands behind what it follows, in days."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing in a lane: when, with which mark, in which words."""

    at: float
    """The middle of its day, month or year as a day's number; infinite where nothing tells."""
    when: str
    lane: int
    mark: marks.Mark
    words: str
    besides: str = ""
    round: str = ""
    line: Line | None = None
    """The same in a sentence; positions are told chain by chain instead."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What stands beside each other: at most one event in each lane."""

    at: float
    when: str
    """The day; empty where the moment before has the same."""
    cells: dict[int, Event] = field(default_factory=dict)

    @property
    def round(self) -> str:
        """The one round to which all of it belongs."""
        rounds = {event.round for event in self.cells.values() if event.round}
        return rounds.pop() if len(rounds) == 1 else ""


def moments(events: Sequence[Event]) -> list[Moment]:
    """The events in the order of time; those of one day beside each other, or below where a lane has several."""
    found: list[Moment] = []
    ordered = sorted(events, key=lambda event: event.at)
    for (at, when), group in groupby(ordered, key=lambda event: (event.at, event.when)):
        rows: list[Moment] = []
        for event in group:
            row = next((row for row in rows if event.lane not in row.cells), None)
            if row is None:
                rows.append(row := Moment(at, "" if rows else when))
            row.cells[event.lane] = event
        found += rows
    return found


def meeting_events(context: Context, keys: Sequence[str]) -> Iterator[Event]:
    """Meetings, and what was announced in them or for a day."""
    at = _places(context, keys)
    for key in keys:
        yield _meeting(context, context.case.talks.meetings[key], key, at[key])
        for step in overtaken(context):
            if step.meeting == key and not step.date.said:
                yield _step(context, step, at[key], marks.diamond, key)
    for step in overtaken(context):
        if step.date.said:  # else it was announced in a meeting, and is drawn there if that is
            yield _step(context, step, _middle(step.date), marks.diamond)
    for step in ahead(context):
        yield _step(context, step, _middle(step.date), marks.ring)


def chain_events(context: Context, chain: Chain, lane: int, keys: Sequence[str]) -> Iterator[Event]:
    """The last positions of a chain."""
    places = _places(context, keys)
    latest: float | None = None
    moves = chain.moves[-MOST_MOVES:]
    first = next((_middle(move.when) for move in moves if move.when.said), inf)
    for move in moves:
        at = _middle(move.when) if move.when.said else (first - _AFTER if latest is None else latest + _AFTER)
        if move.position.meeting in places and move.when == context.case.talks.meetings[move.position.meeting].date:
            at = places[move.position.meeting]
        latest = at
        yield _position(context, move, lane, at)


def _position(context: Context, move: Move, lane: int, at: float) -> Event:
    position = move.position
    way = move.way if move.way in ("harder", "softer") else ""
    mark = {"harder": marks.harder, "softer": marks.softer}.get(way, marks.bar)
    besides = "; ".join(filter(None, (way, teller(context, position))))
    words = capital(clean(wanted(context, position)))
    return Event(at, day(move.when), lane, mark, words, besides, round_of(context, position) or "")


def _meeting(context: Context, meeting: Meeting, key: str, at: float) -> Event:
    line = held_line(context, key)
    besides = "; ".join(filter(None, (where(meeting.place, meeting.venue), reserve(line))))
    words = capital(clean(context.phrases.meeting(key)))
    return Event(at, day(meeting.date), MEETINGS, marks.dot, words, besides, meeting.round or "", line)


def _step(context: Context, step: NextStep, at: float, mark: marks.Mark, meeting: str = "") -> Event:
    """A step; one without a day that others have overtaken stands with the meeting in which it was announced."""
    told, line = context.case.talks.meetings.get(meeting), step_line(context, step)
    when, round_ = (told.date, told.round) if told else (step.date, None)
    off = ", called off" if calling_off(context.case, step) else ""
    words = f"Announced{' then' if told else ''}{off}: {clean(step.text)}"
    besides = "; ".join(filter(None, (where(step.place), reserve(line))))
    return Event(at, day(when), MEETINGS, mark, words, besides, round_ or "", line)


def _middle(when: Day) -> float:
    """The middle of the time in which a day lies."""
    if when.first is None or when.last is None:
        return inf
    return (when.first.toordinal() + when.last.toordinal()) / 2


def _places(context: Context, keys: Sequence[str]) -> dict[str, float]:
    """Where each meeting stands in time; never before one that it is known to follow, even where its own day is vague."""
    found: dict[str, float] = {}
    latest = -inf
    for key in keys:
        meeting = context.case.talks.meetings[key]
        if context.order[key] is None:
            found[key] = inf
            continue
        own = _middle(meeting.date)
        # Without a day it follows the meeting before it; the first one has nothing to follow.
        at = max(own, latest) if own < inf else latest + _AFTER if latest > -inf else -inf
        found[key] = at
        latest = max(latest, at)
    return found
