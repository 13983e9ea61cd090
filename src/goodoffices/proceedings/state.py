"""The state of the talks: all that came of the events, and for each seat what came of those that it saw."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import datetime, timedelta
from typing import Any

from goodoffices.talks.exercise import TRAINER

from .events import Event, Happening
from .facts import Facts, after
from .setting import Setting
from .visibility import view


@dataclass(frozen=True, kw_only=True)
class State:
    """What is so after some events. It is never changed: `after` makes another."""

    setting: Setting
    facts: Facts = field(default_factory=Facts)
    """Everything, as the trainer sees it."""
    seats: Mapping[str, Facts] = field(default_factory=dict)
    """What each seat knows; a seat that saw nothing yet does not stand here."""
    last: datetime | None = None
    """The moment of the last act."""
    acts: int = 0
    by: str = TRAINER
    """Who did the last act."""
    done: Mapping[str, int] = field(default_factory=dict)
    """How many acts each seat did."""
    written: Mapping[str, int] = field(default_factory=dict)
    """How many letters stand in what came of each seat's acts."""

    def of(self, seat: str) -> Facts:
        """What a seat knows."""
        return self.facts if seat == TRAINER else self.seats.get(seat, Facts())

    def after(self, event: Event) -> "State":
        """The state after one more event."""
        return self.after_all((event,))

    def after_all(self, events: Iterable[Event]) -> "State":
        """The state after more events."""
        facts, seats, last, acts, by = self.facts, dict(self.seats), self.last, self.acts, self.by
        done, written = dict(self.done), dict(self.written)
        for event in events:
            facts = after(facts, event.at, event.what)
            for seat in event.to:
                if seen := view(event, seat):
                    seats[seat] = after(seats.get(seat, Facts()), seen.at, seen.what)
            if event.at != last:
                by = doer(event.what)
                acts, last, done[by] = acts + 1, event.at, done.get(by, 0) + 1
            written[by] = written.get(by, 0) + letters(event.what)
        return State(
            setting=self.setting, facts=facts, seats=seats, last=last, acts=acts, by=by, done=done, written=written
        )


def doer(what: Happening) -> str:
    """Who did an act, by what tells of it first: of words that were noted who noted them, not who spoke; else the trainer."""
    return str(getattr(what, "noted_by", None) or getattr(what, "by", TRAINER))


def letters(value: Any) -> int:
    """How many letters stand in it, in all its texts."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, Mapping):
        return sum(letters(key) + letters(one) for key, one in value.items())
    if isinstance(value, tuple):
        return sum(map(letters, value))
    if is_dataclass(value):
        return sum(letters(getattr(value, one.name)) for one in fields(value))
    return 0


def fold(setting: Setting, events: Iterable[Event]) -> State:
    """The state after these events; the same events make an equal one."""
    return State(setting=setting).after_all(events)


def moment(state: State, now: datetime) -> datetime:
    """The moment for an act that comes now, later than those before also where a clock was set back."""
    return now if state.last is None or now > state.last else state.last + timedelta(microseconds=1)
