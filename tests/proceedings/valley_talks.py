"""A small exercise of two invented valleys, and a day of it that tests take step by step."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from goodoffices.proceedings import (
    Act,
    Begin,
    Event,
    OpenMeeting,
    Propose,
    Refusal,
    SeatView,
    SeenEvent,
    Setting,
    State,
    decide,
    feed,
    fold,
    seat_view,
    view,
)
from goodoffices.talks import Issue, Party, Talks
from goodoffices.talks.exercise import (
    TRAINER,
    Charter,
    Exercise,
    Injection,
    MandateOn,
    Moment,
    Phase,
    Seat,
    SeatedMeeting,
    Trigger,
)

TALKS = Talks(
    format="talks/1",
    title="Talks of the two valleys",
    parties={"upper": Party(name="Upper Tavnis", kind="region"), "lower": Party(name="Lower Tavnis", kind="region")},
    third_parties={
        "saltmoor": Party(name="Saltmoor Office", kind="mediation office"),
        "lake-union": Party(name="Lake Union", kind="union of regions"),
        "kelmarsk": Party(name="Town of Kelmarsk", kind="town"),
    },
    issues={
        "mill": Issue(title="Mill at Hask", options={"closed": "closed", "leased": "leased", "sold": "sold"}),
        "water": Issue(title="Summer water", options={"half": "half", "two-thirds": "two thirds"}),
    },
)
SEATS = {
    "chair": Seat(role="Chair", part="chair", of="saltmoor"),
    "mediator": Seat(role="Mediator", part="mediator", of="saltmoor"),
    "upper-head": Seat(role="Head", part="head", of="upper", who="You lead.", wants=("water",), knows=("a secret",)),
    "upper-adviser": Seat(role="Adviser", part="adviser", of="upper"),
    "upper-scribe": Seat(role="Note-taker", part="note-taker", of="upper"),
    "upper-council": Seat(role="Council", part="principal", of="upper"),
    "lower-head": Seat(role="Head", part="head", of="lower"),
    "lower-adviser": Seat(role="Adviser", part="adviser", of="lower"),
    "lower-council": Seat(role="Council", part="principal", of="lower"),
    "union": Seat(role="Envoy", part="supporter", of="lake-union"),
    "town": Seat(role="Mayor", part="supporter", of="kelmarsk"),
    "press": Seat(role="Press", part="press"),
    "observer": Seat(role="Observer", part="observer", of="lake-union"),
}
EXERCISE = Exercise(
    format="exercise/1",
    title="Two valleys",
    briefing="A river, two valleys.",
    seats=SEATS,
    meetings={
        "upper-alone": SeatedMeeting(seats=("chair", "mediator", "upper-head")),
        "session": SeatedMeeting(
            seats=("chair", "upper-head", "upper-adviser", "lower-head", "observer"), after=("upper-alone",)
        ),
    },
    phases={
        "opening": Phase(kind="opening", minutes=20),
        "talks": Phase(kind="meeting", minutes=60),
        "end": Phase(kind="deadline", minutes=10),
    },
    charter=Charter(secret_meetings=True, revealed=("what was carried",)),
    mandates={
        "upper": {"mill": MandateOn(may_accept=("closed",), must_refer=("leased",))},
        "lower": {"water": MandateOn(may_accept=("half",), must_refer=())},
    },
    injections={
        "flood": Injection(text="The weir is under water.", source="The weather office", at=Moment(phase="talks", minute=5)),
        "letter": Injection(
            text="The council is uneasy.", source="The council", to=("upper-head", "lower-council"),
            when=Trigger(act="accept", issue="mill", by="lower"),
        ),
    },
    debriefing=("What would you do otherwise?",),
)  # fmt: skip
SETTING = Setting.of(TALKS, EXERCISE)
MORNING = datetime(2031, 5, 14, 9, tzinfo=UTC)


class Day:
    """A day of talks, one act after the other, ten seconds apart."""

    def __init__(self, exercise: Exercise = EXERCISE, *, begun: bool = True) -> None:
        self.setting = Setting.of(TALKS, exercise)
        self.state: State = fold(self.setting, ())
        self.at = MORNING
        self.events: list[Event] = []
        self.last: tuple[Event, ...] = ()
        if begun:
            self.do(Begin(by=TRAINER))

    def do(self, act: Act) -> tuple[Event, ...]:
        """An act that must pass."""
        self.at += timedelta(seconds=10)
        made = decide(self.state, act, self.at)
        assert not isinstance(made, Refusal), made.why
        self.state = self.state.after_all(made)
        self.events += made
        self.last = made
        return made

    def no(self, act: Act) -> str:
        """Why an act is refused, which must be."""
        made = decide(self.state, act, self.at + timedelta(seconds=10))
        assert isinstance(made, Refusal), made
        return made.why

    def session(self) -> "Day":
        """The session of both sides is open."""
        self.do(OpenMeeting(by=TRAINER, meeting="session"))
        return self

    def proposal(self, by: str = "lower-head", **options: str) -> str:
        """The id of a proposal in the session."""
        return str(self.do(Propose(by=by, meeting="session", package=options))[0].what.proposal)  # type: ignore[attr-defined]

    def saw(self, kind: str) -> set[str]:
        """The seats that saw something of this kind of the last act."""
        return {
            seat
            for event in self.last
            if type(event.what).__name__ == kind
            for seat in self.setting.public.seats
            if view(event, seat)
        }

    def heard(self, seat: str) -> tuple[SeenEvent, ...]:
        """All that a seat saw."""
        return tuple(seen for _, seen in feed(self.events, seat))

    def kinds(self, seat: str) -> list[str]:
        """The kinds of all that a seat saw."""
        return [type(seen.what).__name__ for seen in self.heard(seat)]

    def look(self, seat: str) -> SeatView:
        """What a seat knows."""
        return seat_view(self.setting, self.events, seat)


def without(exercise: Exercise, *parts: str) -> Exercise:
    """The exercise without seats of these parts."""
    return replace(exercise, seats={id_: seat for id_, seat in exercise.seats.items() if seat.part not in parts})


def with_charter(**rules: Any) -> Exercise:
    """The exercise under another charter."""
    return replace(EXERCISE, charter=replace(EXERCISE.charter, **rules))


def names(seats: Iterable[str]) -> list[str]:
    """In the order of the alphabet."""
    return sorted(seats)
