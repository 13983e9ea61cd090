"""News that comes in during the day.

1. News is sent once, by the trainer, to the seats that the exercise names; where it names none, to all.
2. Until it is sent its words may be changed; what is held back is not sent.
3. News is due when its moment has come, or when the act on which it waits has happened; it is sent when the trainer sends it.
"""

from datetime import datetime, timedelta

from goodoffices.documents import harmless
from goodoffices.talks.exercise import Injection, Moment, Trigger

from .. import acts as a
from .. import events as e
from ..facts import InjectionFacts
from ..state import State
from ..visibility import Around
from .bounds import required
from .turn import Refused, Turn

SENT = "This news has been sent."
HELD = "This news is held back."


def inject(turn: Turn, act: a.Inject) -> tuple[e.Event, ...]:
    """The news is sent."""
    prepared, there = _there(turn, act.injection)
    if there.held:
        raise Refused(HELD)
    # What the file says has not been through `bounds` as an act has.
    news = e.NewsCame(source=harmless(prepared.source), text=harmless(there.text or prepared.text))
    seats = frozenset(prepared.to) or turn.public.everybody
    around = Around(public=turn.public, by=act.by, meant_for=seats)
    return (
        turn.event(e.Injected(injection=act.injection), "the trainer's own"),
        turn.event(news, "news", around),
    )


def edit(turn: Turn, act: a.EditInjection) -> tuple[e.Event, ...]:
    """Other words."""
    _there(turn, act.injection)
    what = e.InjectionEdited(injection=act.injection, text=required(act.text))
    return (turn.event(what, "the trainer's own"),)


def hold_back(turn: Turn, act: a.HoldBack) -> tuple[e.Event, ...]:
    """It is not to be sent, or after all it is."""
    _there(turn, act.injection)
    return (turn.event(e.InjectionHeldBack(injection=act.injection, held=act.held), "the trainer's own"),)


def _there(turn: Turn, id_: str) -> tuple[Injection, InjectionFacts]:
    prepared, there = turn.setting.injections.get(id_), turn.mine.injections.get(id_, InjectionFacts())
    if prepared is None:
        raise Refused
    if there.sent:
        raise Refused(SENT)
    return prepared, there


def due(state: State, events: tuple[e.Event, ...], now: datetime) -> tuple[str, ...]:
    """The news that the trainer may send now: neither sent nor held back, and its moment or its act has come."""
    return tuple(
        id_
        for id_, prepared in state.setting.injections.items()
        if not (there := state.facts.injections.get(id_, InjectionFacts())).sent
        and not there.held
        and _come(state, events, prepared, now)
    )


def _come(state: State, events: tuple[e.Event, ...], prepared: Injection, now: datetime) -> bool:
    if prepared.at is not None:
        return _reached(state, events, prepared.at, now)
    return prepared.when is not None and any(_happened(state, event, prepared.when) for event in events)


def _reached(state: State, events: tuple[e.Event, ...], moment: Moment, now: datetime) -> bool:
    clock = state.facts.clock
    if clock.phase == moment.phase:
        return clock.spent(now) >= timedelta(minutes=moment.minute)
    # A phase that is over has had all its moments.
    return any(getattr(event.what, "phase", None) == moment.phase for event in events)


def _happened(state: State, event: e.Event, trigger: Trigger) -> bool:
    """Whether the event is that act, on that issue, by that side; what the trigger does not say may be any."""
    what = event.what
    if _act(what) != trigger.act:
        return False
    by = getattr(what, "by", "")
    if trigger.by is not None and state.setting.public.side(by) != trigger.by:
        return False
    return trigger.issue is None or trigger.issue in _issues(state, what)


def _act(what: e.Happening) -> str | None:
    match what:
        case e.Answered():
            return what.answer
        case e.Proposed():
            return "propose"
        case e.Carried():
            return "carry"
        case e.PointsRead():
            return "read back"
        case e.MeetingOpened():
            return "caucus" if what.caucus else None
        case e.Referred():
            return "refer" if what.about is None else None  # of a proposal the answer at the table tells it
    return None


def _issues(state: State, what: e.Happening) -> frozenset[str]:
    match what:
        case e.Proposed():
            return frozenset({*what.package, *what.only_if})
        case e.Answered():
            there = state.facts.proposals.get(what.proposal)
            return frozenset(there.whole) if there else frozenset()
        case e.PointsRead():
            return frozenset(point.issue for point in what.points if point.issue)
    return frozenset()
