"""From an act to what happens, or a refusal. Nothing is changed by it, and there is no clock and no chance in it.

1. The same state, act and moment give the same events; the state stays as it is.
2. Each act has a moment of its own, later than all before.
3. Whoever is neither a seat nor the trainer can do nothing.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from goodoffices.talks.exercise import TRAINER

from . import acts as a
from .events import Event, Refusal
from .rules import bounds, day, debriefing, injections, mandates, meetings, messages, proposals, read_back
from .rules.parts import why_not
from .rules.turn import Refused, Turn
from .state import State, letters

Rule = Callable[[Turn, Any], tuple[Event, ...]]

RULES: dict[type[a.Act], Rule] = {
    a.Begin: day.begin,
    a.Freeze: day.freeze,
    a.Resume: day.resume,
    a.Extend: day.extend,
    a.Advance: day.advance,
    a.End: day.end,
    a.OpenMeeting: meetings.open_meeting,
    a.Adjourn: meetings.adjourn,
    a.CloseMeeting: meetings.close,
    a.CallCaucus: meetings.call_caucus,
    a.Say: meetings.say,
    a.Note: meetings.note,
    a.PressLine: meetings.press_line,
    a.TakePosition: proposals.take_position,
    a.Propose: proposals.propose,
    a.Amend: proposals.amend,
    a.Withdraw: proposals.withdraw,
    a.Accept: proposals.accept,
    a.Refuse: proposals.refuse,
    a.Counter: proposals.counter,
    a.Refer: mandates.refer,
    a.HandOver: messages.hand_over,
    a.Carry: messages.carry,
    a.Instruct: mandates.instruct,
    a.ReadBack: read_back.read_back,
    a.Confirm: read_back.confirm,
    a.Object: read_back.object_to,
    a.Inject: injections.inject,
    a.EditInjection: injections.edit,
    a.HoldBack: injections.hold_back,
    a.OpenDebriefing: debriefing.open_debriefing,
    a.Reflect: debriefing.reflect,
    a.Reveal: debriefing.reveal,
}
"""The rule for each kind of act."""


def decide(state: State, act: a.Act, at: datetime) -> tuple[Event, ...] | Refusal:
    """What comes of an act at this moment. `moment(state, now)` gives one that is later than all before; ValueError else."""
    if at.tzinfo is None or (state.last is not None and at <= state.last):
        raise ValueError("the moment of an act has a time zone and is later than all before; ask moment() for it")
    try:
        return _decided(state, act, at)
    except Refused as refused:
        return refused.refusal


def _decided(state: State, act: a.Act, at: datetime) -> tuple[Event, ...]:
    act = bounds.cleaned(act)
    if act.by != TRAINER and act.by not in state.setting.public.seats:
        raise Refused
    turn = Turn(state, act, at)
    if reason := why_not(turn.public, act.by, type(act), turn.mine.status):
        raise Refused(reason)
    _require_share(turn)
    return RULES[type(act)](turn, act)


def _require_share(turn: Turn) -> None:
    """Refuse what is beyond the seat's own share of the day."""
    state, by, seats = turn.state, turn.act.by, len(turn.public.seats)
    if turn.by_trainer:
        return
    if state.done.get(by, 0) >= bounds.share(seats):
        raise Refused(bounds.FULL)
    if state.written.get(by, 0) + letters(turn.act) > bounds.letters_of(seats):
        raise Refused(bounds.FULL)
