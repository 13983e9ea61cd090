"""A scene: acts one after the other, and what a program does in it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import numpy as np

from goodoffices.proceedings import (
    Act,
    Advance,
    Begin,
    Event,
    OpenMeeting,
    Propose,
    Refusal,
    Say,
    SeatView,
    Setting,
    State,
    decide,
    fold,
    moment,
    seat_view,
)
from goodoffices.stand_ins import Chair, Delegation, Principal, Program, Tactic
from goodoffices.stand_ins.day import MORNING
from goodoffices.talks.exercise import TRAINER

from .exercises import SETTING

LINEAR = Tactic(family="polynomial", beta=1.0, k=0.0)
WHOLE = {"ferry": "both", "tolls": "low", "patrol": "joint"}


@dataclass
class Scene:
    """By default the plenary is open, in its first minute."""

    setting: Setting = SETTING
    plenary: bool = True
    now: datetime = MORNING
    events: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.state: State = fold(self.setting, ())
        self.do(Begin(by=TRAINER))
        if self.plenary:
            self.do(Advance(by=TRAINER, phase="talks"), OpenMeeting(by=TRAINER, meeting="plenary"))

    def do(self, *acts: Act) -> "Scene":
        """Acts that must pass."""
        for act in acts:
            self.now += timedelta(seconds=5)
            made = decide(self.state, act, moment(self.state, self.now))
            assert not isinstance(made, Refusal), (act, made.why)
            self.state = self.state.after_all(made)
            self.events += made
        return self

    def later(self, minutes: float) -> "Scene":
        """Some time goes by."""
        self.now += timedelta(minutes=minutes)
        return self

    def view(self, seat: str) -> SeatView:
        return seat_view(self.setting, self.events, seat)

    def asks(self, program: Program, seat: str, seed: int = 1) -> Act | None:
        """What a program does in a seat."""
        return program.next_act(self.view(seat), np.random.default_rng(seed), self.now)

    def head(self, side: str = "marn", seed: int = 1) -> Act | None:
        """What a delegation does that concedes evenly."""
        return self.asks(Delegation(LINEAR), f"{side}-head", seed)

    def chair(self, seed: int = 1) -> Act | None:
        return self.asks(Chair(), "chair", seed)

    def council(self, side: str = "marn") -> Act | None:
        return self.asks(Principal(), f"{side}-council")

    def question(self, words: str, meeting: str = "plenary") -> "Scene":
        return self.do(Say(by="chair", meeting=meeting, words=words))

    def put(self, by: str, package: dict[str, str] | None = None, **more: object) -> str:
        """A proposal in the plenary; its id."""
        self.do(Propose(by=by, meeting="plenary", package=package or WHOLE, **more))  # type: ignore[arg-type]
        return list(self.state.facts.proposals)[-1]

    def settle(self, act: Act | None) -> "Scene":
        """Do what a program did."""
        assert act is not None
        return self.do(act)
