"""Where the day is on its plan: minutes from its beginning, as planned, whatever was made longer or stood still."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate

from goodoffices.proceedings import Public, SeatView
from goodoffices.talks.exercise import Phase

WITHOUT_PLAN = 120
"""Minutes of a day for which no phases are planned."""


@dataclass(frozen=True)
class Slot:
    """When a meeting of the programme is due: minutes of the plan, and the number of its phase."""

    begins: float
    ends: float
    phase: int


def position(view: SeatView, now: datetime) -> float:
    """The minute of the plan; in a phase that lasts longer than planned time goes slower, and at its end it stands."""
    phases, clock = view.known.public.phases, view.facts.clock
    if clock.phase is None or clock.phase not in phases:
        return clock.spent(now) / timedelta(minutes=1)
    number = tuple(phases).index(clock.phase)
    planned = phases[clock.phase].minutes
    lasts = timedelta(minutes=max(planned + clock.extra, 1))
    return _begins(view.known.public)[number] + planned * min(max(clock.spent(now) / lasts, 0.0), 1.0)


def spent(view: SeatView, now: datetime) -> float:
    """The share of the time for talking that is over: nought in the preparation, one in the debriefing."""
    first, last = talking(view.known.public)
    return min(max((position(view, now) - first) / max(last - first, 1), 0.0), 1.0)


def talking(public: Public) -> tuple[float, float]:
    """The minutes between which there are talks: after the preparation and before the debriefing."""
    if not public.phases:
        return 0.0, float(WITHOUT_PLAN)
    begins, phases = _begins(public), tuple(public.phases.values())
    talks = [number for number, phase in enumerate(phases) if talked(phase)]
    return (begins[talks[0]], begins[talks[-1] + 1]) if talks else (0.0, begins[-1])


def talked(phase: Phase) -> bool:
    """Whether there are talks in a phase."""
    return phase.kind not in ("preparation", "debriefing")


def number(view: SeatView) -> int:
    """The number of the phase, from nought."""
    phases = tuple(view.known.public.phases)
    return phases.index(view.facts.clock.phase) if view.facts.clock.phase in phases else 0


def slots(public: Public) -> dict[str, Slot]:
    """When each meeting of the programme is due, in their order.

    The meetings of a phase share it; its last one goes on through the phases after it in which no meeting is due. Where the plan
    names no meetings they share the day.
    """
    found: dict[str, Slot] = {}
    for at, phase in enumerate(public.phases.values()):
        due = [one for one in phase.meetings if one in public.programme and one not in found]
        found |= _shared(due, _begins(public)[at], _begins(public)[at + 1], _until(public, at), at)
    rest = [one for one in public.programme if one not in found]
    if found:
        return found
    begins, ends = talking(public)
    return _shared(rest, begins, ends, ends, _first_talk(public))


def _shared(due: list[str], begins: float, ends: float, last: float, phase: int) -> dict[str, Slot]:
    each = (ends - begins) / max(len(due), 1)
    found = {one: Slot(begins + n * each, begins + (n + 1) * each, phase) for n, one in enumerate(due)}
    if due:
        found[due[-1]] = Slot(found[due[-1]].begins, last, phase)
    return found


def _until(public: Public, at: int) -> float:
    """The minute at which a phase ends, with those after it in which there are talks and no meeting is due."""
    later = enumerate(public.phases.values())
    stop = next((n for n, phase in later if n > at and (phase.meetings or not talked(phase))), len(public.phases))
    return _begins(public)[stop]


def _first_talk(public: Public) -> int:
    return next((n for n, phase in enumerate(public.phases.values()) if talked(phase)), 0)


def _begins(public: Public) -> list[float]:
    """The minute at which each phase begins, and at which the last one ends."""
    return [0.0, *accumulate(float(phase.minutes) for phase in public.phases.values())]
