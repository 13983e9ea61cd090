"""The trainer's part of a day by programs: begins it, sends the news that is due, goes on with the phases, ends and opens it.

A trainer steps in at times: stands still, gives more minutes, holds news back, changes its words. With `steps_in` the program does
each of these once at most, so that a day by programs is as full of acts as one with people.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np

from goodoffices.proceedings import (
    Act,
    Advance,
    Begin,
    EditInjection,
    End,
    Event,
    Extend,
    Freeze,
    HoldBack,
    Inject,
    OpenDebriefing,
    Public,
    Resume,
    Reveal,
    State,
    due,
)
from goodoffices.proceedings.facts import InjectionFacts
from goodoffices.talks.exercise import TRAINER

from .plan import WITHOUT_PLAN, talked

PAUSE, MORE = timedelta(minutes=2), 5
"""How long everything stands still; the minutes by which a phase is made longer."""


@dataclass(frozen=True)
class StepsIn:
    """When the trainer steps in: shares of a phase, the phase's number, and how often of ten news is held back or changed."""

    freeze: tuple[int, float] | None = None
    extend: int | None = None
    hold_back: bool = False
    edit: bool = False

    @classmethod
    def drawn(cls, seed: int, public: Public) -> "StepsIn":
        """Each of the four in two of three days, in a phase before the debriefing."""
        rng, phases = (
            np.random.default_rng([seed, 1]),
            sum(phase.kind != "debriefing" for phase in public.phases.values()),
        )
        picks, number, share = rng.random(4) < 2 / 3, int(rng.integers(max(phases, 1))), float(rng.uniform(0.1, 0.9))
        return cls(
            freeze=(number, share) if picks[0] else None,
            extend=int(rng.integers(max(phases, 1))) if picks[1] else None,
            hold_back=bool(picks[2]),
            edit=bool(picks[3]),
        )


def next_act(state: State, events: tuple[Event, ...], now: datetime, steps_in: StepsIn) -> Act | None:
    """What the trainer does now while the day has not ended, or nothing."""
    match state.facts.status:
        case "before":
            return Begin(by=TRAINER)
        case "frozen":
            frozen_at = state.facts.clock.frozen_at
            return Resume(by=TRAINER) if frozen_at is None or now - frozen_at >= PAUSE else None
        case "running":
            return _news(state, events, now, steps_in) or _pause(state, now, steps_in) or _clock(state, now, steps_in)
    return None


def last_act(state: State) -> Act | None:
    """What the trainer does after the end when nobody else has anything to do."""
    return {"ended": OpenDebriefing(by=TRAINER), "debriefing": Reveal(by=TRAINER)}.get(state.facts.status)


def _news(state: State, events: tuple[Event, ...], now: datetime, steps_in: StepsIn) -> Act | None:
    for id_ in state.setting.injections:
        there = state.facts.injections.get(id_, InjectionFacts())
        if there.held and left(state, now) <= timedelta(minutes=1):
            return HoldBack(by=TRAINER, injection=id_, held=False)
    for id_ in due(state, events, now):
        there = state.facts.injections.get(id_, InjectionFacts())
        if steps_in.hold_back and not state.facts.injections:
            return HoldBack(by=TRAINER, injection=id_)
        if steps_in.edit and not any(one.text for one in state.facts.injections.values()):
            return EditInjection(by=TRAINER, injection=id_, text=f"{state.setting.injections[id_].text} (updated)")
        return Inject(by=TRAINER, injection=id_)
    return None


def _pause(state: State, now: datetime, steps_in: StepsIn) -> Act | None:
    if steps_in.freeze is None or state.facts.clock.stood:
        return None
    number, share = steps_in.freeze
    begun = _number(state) == number and left(state, now) <= (1 - share) * _lasts(state)
    return Freeze(by=TRAINER) if begun and left(state, now) > timedelta() else None


def _clock(state: State, now: datetime, steps_in: StepsIn) -> Act | None:
    if left(state, now) > timedelta():
        return None
    if _number(state) == steps_in.extend and not state.facts.clock.extra:
        return Extend(by=TRAINER, minutes=MORE)
    rest = list(state.setting.public.phases.values())[_number(state) + 1 :]
    return Advance(by=TRAINER) if any(talked(phase) for phase in rest) else End(by=TRAINER)


def left(state: State, now: datetime) -> timedelta:
    """What is left of the phase, or of a day without phases."""
    return state.facts.clock.left(_minutes(state), now)


def moments(state: State) -> Iterable[timedelta]:
    """How far into this phase news is due by the plan."""
    phase = state.facts.clock.phase
    return (
        timedelta(minutes=one.at.minute)
        for one in state.setting.injections.values()
        if one.at and one.at.phase == phase
    )


def _minutes(state: State) -> int:
    phase = state.setting.public.phases.get(state.facts.clock.phase or "")
    return phase.minutes if phase else WITHOUT_PLAN


def _lasts(state: State) -> timedelta:
    return timedelta(minutes=_minutes(state) + state.facts.clock.extra)


def _number(state: State) -> int:
    phases = tuple(state.setting.public.phases)
    return phases.index(state.facts.clock.phase) if state.facts.clock.phase in phases else 0
