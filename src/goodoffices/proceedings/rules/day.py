"""The clock of the day.

1. The day begins with the first phase of the plan; the next phase, or one that is named, begins when the trainer says so.
2. While everything stands still the time of the phase does not pass.
3. A phase can be made longer or shorter; nothing ends by itself.
"""

from .. import acts as a
from .. import events as e
from .turn import Refused, Turn

LAST = "There is no further phase in the plan."
NO_MINUTES = "By how many minutes?"


def begin(turn: Turn, act: a.Begin) -> tuple[e.Event, ...]:
    """The day begins."""
    return (turn.event(e.Begun(phase=next(iter(turn.public.phases), None)), "the clock"),)


def freeze(turn: Turn, act: a.Freeze) -> tuple[e.Event, ...]:
    """Everything stands still."""
    return (turn.event(e.Frozen(), "the clock"),)


def resume(turn: Turn, act: a.Resume) -> tuple[e.Event, ...]:
    """It goes on."""
    return (turn.event(e.Resumed(), "the clock"),)


def extend(turn: Turn, act: a.Extend) -> tuple[e.Event, ...]:
    """The phase lasts longer, or less long."""
    if not act.minutes:
        raise Refused(NO_MINUTES)
    return (turn.event(e.Extended(minutes=act.minutes), "the clock"),)


def advance(turn: Turn, act: a.Advance) -> tuple[e.Event, ...]:
    """Another phase begins."""
    phases = tuple(turn.public.phases)
    if act.phase is not None:
        if act.phase not in phases:
            raise Refused
        return (turn.event(e.PhaseEntered(phase=act.phase), "the clock"),)
    now = turn.mine.clock.phase
    rest = phases[phases.index(now) + 1 :] if now in phases else ()
    if not rest:
        raise Refused(LAST)
    return (turn.event(e.PhaseEntered(phase=rest[0]), "the clock"),)


def end(turn: Turn, act: a.End) -> tuple[e.Event, ...]:
    """The talks are over."""
    return (turn.event(e.Ended(), "the clock"),)
