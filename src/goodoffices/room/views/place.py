"""Where a seat is in the phase that is now, by the plan, in the words of its printed sheet.

1. It is told where people sit at tables: who is apart, or alone, has no rooms to go to.
2. What is for those who wait is told to who sits in no open meeting.
3. A moment that it names is that of the clock as it runs, and not that of the plan.
"""

from datetime import datetime, timedelta

from ...brief.packets.places import Place
from .ask import Ask, Values


def place(ask: Ask) -> Values:
    """Its place now; nothing where it has none, or the day does not run."""
    now, there = ask.view.facts.clock.phase or "", None
    if ask.hall.way.mode == "table" and ask.view.facts.status in ("running", "frozen"):
        there = ask.hall.places.get(ask.seat, {}).get(now)
    if there is None or (there.waiting and ask.here):
        return {"place": ""}
    return {"place": _timed(ask, there, _end(ask, now)), "place_waits": there.waiting}


def _end(ask: Ask, phase: str) -> datetime:
    """When the phase ends, if nothing is added: at the earliest now."""
    left = ask.view.facts.clock.left(ask.view.known.public.phases[phase].minutes, ask.now)
    return ask.now + max(left, timedelta(0))


def _timed(ask: Ask, there: Place, end: datetime) -> str:
    words = there.words
    for name, minutes in there.moments.items():
        words = words.replace(name, ask.names.time(end + timedelta(minutes=minutes)))
    return words
