"""The programs of one table: which seats they take, which acts next, and after how much thinking. Whoever holds talks asks here.

    company = Company.of(setting, seats, seed=7, real=False)      refuses what programs must not speak for
    waits = company.upcoming(views, now)                          who acts next, and in how many seconds; or nothing
    act = company.act(views[waits.seat], later)                   then, with what that seat knows by then; or nothing

Ask again when something has happened, and twice a minute while nothing does, since time alone makes a delegation yield; who looks
more often asks `Watch(company)`, which answers from memory in between.
Programs keep nothing in mind: what one does follows from its seed, its view and the moment. So it may be asked as often as one
likes, and a table that was read back from its ledger goes on as it would have gone on.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import numpy as np

from goodoffices.errors import UsageError
from goodoffices.proceedings import Act, Amend, CallCaucus, CloseMeeting, HandOver, Propose, SeatView, Setting
from goodoffices.proceedings.setting import DELEGATION

from .program import Program, last_moment
from .registered import program_for

QUICK, SLOW = 4.0, 20.0
"""Seconds of thinking, at least and at most."""
UNASKED = (Propose, Amend, HandOver, CallCaucus, CloseMeeting)
"""What a program brings up itself; everything else it does when it is asked."""
AGAIN = timedelta(seconds=30)
"""After so long without anything new a program is asked again."""
_ACTS, _THINKS = 0, 1
"""What a random number is for."""


@dataclass(frozen=True)
class Upcoming:
    """Who acts next, and in how many seconds."""

    seat: str
    seconds: float


@dataclass(frozen=True)
class Pace:
    """How long programs think."""

    thinks: tuple[float, float] = (QUICK, SLOW)
    """At least and at most, in seconds."""
    answers: tuple[float, float] = (QUICK, SLOW)
    """Before what it is asked for: positions, reasons, answers to proposals and referrals, points that are read back."""


TALKING = Pace(answers=(0.3, 1.5))
"""For one person alone, who asked and looks at the screen."""


@dataclass(frozen=True)
class Company:
    """Programs in seats, each with a seed of its own."""

    programs: Mapping[str, Program]
    seeds: Mapping[str, int]
    pace: Pace = Pace()

    @classmethod
    def of(
        cls, setting: Setting, seats: Iterable[str], *, seed: int, real: bool = False, pace: Pace = Pace()
    ) -> "Company":
        """Programs for these seats; UsageError where one would speak for a real party. `real` is said by who knows the case."""
        taken = frozenset(seats)
        _check_all(setting, taken, real)
        for seat in setting.public.seats:
            if seat in taken:
                _check(setting, seat)
        generators = dict(
            zip(setting.public.seats, np.random.default_rng(seed).spawn(len(setting.public.seats)), strict=True)
        )
        return cls(
            programs={
                seat: program_for(setting.public, seat, rng) for seat, rng in generators.items() if seat in taken
            },
            seeds={seat: int(rng.integers(2**63)) for seat, rng in generators.items() if seat in taken},
            pace=pace,
        )

    def act(self, view: SeatView, now: datetime) -> Act | None:
        """What the program in this seat does now, or nothing."""
        return self.programs[view.seat].next_act(view, self._random(view, _ACTS), now)

    def upcoming(self, views: Mapping[str, SeatView], now: datetime) -> Upcoming | None:
        """Which of the programs acts next, if nothing else happens; nothing where none would act now."""
        acts = ((seat, self.act(views[seat], now)) for seat in self.programs)
        waits = [self.waits(views[seat], now, act) for seat, act in acts if act is not None]
        return min(waits, key=lambda one: (one.seconds, one.seat), default=None)

    def waits(self, view: SeatView, now: datetime, act: Act) -> Upcoming:
        """How long the program in this seat still thinks of an act; that begins with the last thing that the seat saw."""
        least, most = self.pace.thinks if isinstance(act, UNASKED) else self.pace.answers
        thinks = float(self._random(view, _THINKS).uniform(least, most))
        since = last_moment(view)
        gone = (now - since).total_seconds() if since else 0.0
        return Upcoming(view.seat, max(thinks - max(gone, 0.0), 0.0))

    def _random(self, view: SeatView, purpose: int) -> np.random.Generator:
        return np.random.default_rng([self.seeds[view.seat], len(view.feed), purpose])


@dataclass
class Watch:
    """Who acts next, for one who looks every second: a program is asked again when its seat saw something, or time has gone."""

    company: Company
    _asked: dict[str, tuple[int, datetime, Act | None]] = field(default_factory=dict)
    """For each seat the number of the last event that it saw, when it was asked, and what it would have done."""

    def upcoming(self, views: Mapping[str, SeatView], now: datetime) -> Upcoming | None:
        """As `Company.upcoming`, at most half a minute old as far as time alone makes a difference."""
        acts = ((seat, self._act(views[seat], now)) for seat in self.company.programs)
        waits = [self.company.waits(views[seat], now, act) for seat, act in acts if act is not None]
        return min(waits, key=lambda one: (one.seconds, one.seat), default=None)

    def _act(self, view: SeatView, now: datetime) -> Act | None:
        number, then, act = self._asked.get(view.seat, (-1, now, None))
        if number != view.number or now < then or now - then >= AGAIN:
            act = self.company.act(view, now)
            self._asked[view.seat] = (view.number, now, act)
        return act


def _check_all(setting: Setting, taken: frozenset[str], real: bool) -> None:
    if real and taken:
        raise UsageError(
            "This case is no invented exercise, and programs never speak for real parties. Let people take all seats, or hold an "
            "exercise of invented parties, such as examples/two-valleys."
        )
    if unknown := sorted(taken - setting.public.everybody):
        raise UsageError(
            f"There is no seat {unknown[0]} in this exercise. Its seats: {', '.join(setting.public.seats)}."
        )
    if taken and not setting.points:
        raise UsageError(
            "No party of this exercise has points in exercise.yaml, so nothing says that they are invented, and programs can take "
            "no seat. Let people take all seats, or write `points` for the invented parties."
        )


def _check(setting: Setting, seat: str) -> None:
    """A program speaks for a party by its points alone."""
    facts = setting.public.seats[seat]
    if facts.of is None or facts.of not in setting.public.parties or facts.part not in {*DELEGATION, "principal"}:
        return
    missing = _missing(setting, facts.of)
    if missing:
        raise UsageError(
            f"A program cannot take the seat {seat}: it speaks by the points of its party, and exercise.yaml has {missing} of "
            f"{facts.of}. Let people take the seats of {facts.of}, or write points for every option of every issue under "
            f"points: {facts.of}."
        )


def _missing(setting: Setting, party: str) -> str | None:
    own = setting.points.get(party)
    if own is None:
        return "no points"
    for id_, issue in setting.public.issues.items():
        if lacking := [option for option in issue.options if option not in own.points.get(id_, {})]:
            return f"no points for the option {lacking[0]} of the issue {id_}"
        if set(issue.options) <= set(own.red_lines.get(id_, ())):
            return f"a red line on every option of the issue {id_} in the points"
    return None
