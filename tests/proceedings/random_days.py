"""Days at random: any seat tries any act on anything that there is, most often on what it knows of."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from goodoffices.proceedings import Act, Facts, Refusal, decide, view
from goodoffices.proceedings import acts as a
from goodoffices.proceedings.may import may
from goodoffices.talks.exercise import TRAINER

from .oracle import Oracle, Sights
from .valley_talks import SEATS, TALKS, Day

KINDS: tuple[type[Act], ...] = (
    *(a.OpenMeeting, a.CallCaucus) * 3, a.Adjourn, a.CloseMeeting, *(a.Say, a.Note) * 2, a.PressLine, a.TakePosition,
    *(a.Propose, a.Accept) * 4, a.Amend, a.Withdraw, a.Refuse, a.Counter, *(a.Refer, a.HandOver, a.Carry) * 3,
    *(a.Instruct,) * 4, a.ReadBack, *(a.Confirm,) * 2, a.Object, a.Inject, a.EditInjection, a.HoldBack, a.Freeze, a.Resume,
    a.Extend, a.Advance,
)  # fmt: skip
"""What is tried, the more often the more often it stands here; the end and the debriefing come by themselves."""
WORDS = ("Not now.", "We agree.", "Ask the council.", "It rains in the valley.", "Lease it.", "")


@dataclass(frozen=True)
class Done:
    """An act that passed, and who saw what of it by the oracle."""

    act: Act
    at: datetime
    sights: Sights
    made: frozenset[str]
    """The ids of what came up with it."""


@dataclass
class RandomDay:
    """A day, all its acts, and the oracle beside it."""

    day: Day = field(default_factory=lambda: Day(begun=False))
    oracle: Oracle = field(default_factory=Oracle)
    done: list[Done] = field(default_factory=list)
    refused: int = 0

    def __post_init__(self) -> None:
        self.attempt(a.Begin(by=TRAINER))

    def step(self, random: Random, seat: str, kind: type[Act]) -> None:
        """One try, mostly by a seat that may."""
        state = self.day.state
        if state.facts.status == "frozen" and random.random() < 0.5:
            kind = a.Resume
        public = state.setting.public
        able = [one for one in (*SEATS, TRAINER) if kind in may(public, one, state.of(one))]
        if able and random.random() < 0.7:
            seat = random.choice(able)
        self.attempt(_MAKERS[kind](_Choice(random, self.day, seat)))

    def attempt(self, act: Act) -> None:
        """Try an act; where it passes the oracle says who may see what of it, and it has to be so."""
        day = self.day
        day.at += timedelta(seconds=7)
        made = decide(day.state, act, day.at)
        if isinstance(made, Refusal):
            self.refused += 1
            return
        assert type(act) in may(day.setting.public, act.by, day.state.of(act.by)), "what passes is told to be open"
        before = ids(day.state.facts)
        sights = self.oracle.sights(act)
        day.state = day.state.after_all(made)
        day.events += made
        day.last = made
        new = ids(day.state.facts) - before
        self.oracle.note(act, new)
        self.done.append(Done(act, day.at, sights, frozenset(new)))
        found = {(type(e.what).__name__, seat) for e in made for seat in SEATS if seat in _seeing(day, e)}
        assert found == {(kind, seat) for kind, seats in sights.items() for seat in seats}, act


def _seeing(day: Day, event: Any) -> set[str]:
    return {seat for seat in SEATS if view(event, seat) is not None}


def ids(facts: Facts) -> set[str]:
    """The ids of all that there is."""
    return {*facts.meetings, *facts.proposals, *facts.messages, *facts.referrals, *facts.points}


class _Choice:
    """What a seat may pick from."""

    def __init__(self, random: Random, day: Day, seat: str) -> None:
        self.random, self.day, self.seat = random, day, seat

    def one(self, of: Iterable[Any], otherwise: Any = "nothing") -> Any:
        several = list(of)
        return self.random.choice(several) if several else otherwise

    def id(self, kind: str) -> str:
        """Mostly what it knows of, sometimes what only others do."""
        known: Mapping[str, Any] = getattr(self.day.state.of(self.seat), kind)
        there: Mapping[str, Any] = getattr(self.day.state.facts, kind)
        return str(self.one(list(known)[-4:] if known and self.random.random() < 0.8 else there))

    def meeting(self) -> str:
        mine = [
            id_
            for id_, one in self.day.state.of(self.seat).meetings.items()
            if one.state == "open" and self.seat in one.opened.seats
        ]
        return str(self.one(mine)) if mine and self.random.random() < 0.9 else self.id("meetings")

    def package(self) -> dict[str, str]:
        issues = self.random.sample(list(TALKS.issues), self.random.choice((1, 1, 2)))
        return {issue: self.one(TALKS.issues[issue].options) for issue in issues}

    def words(self, *, needed: bool = True) -> str:
        return str(self.one(WORDS[:-1] if needed else WORDS))

    def by_or(self, *others: str) -> str:
        """The seat, or one of those who mostly do such things."""
        return self.seat if self.random.random() < 0.4 else str(self.one(others))


def _open(c: _Choice) -> Act:
    by = c.by_or("chair", "mediator", TRAINER)
    c.seat = by
    if c.random.random() < 0.5:
        return a.OpenMeeting(by=by, meeting=c.one(["upper-alone", "session", c.id("meetings")]))
    seats = tuple(c.random.sample([one for one in SEATS if "council" not in one], c.random.choice((1, 2, 3, 5))))
    return a.OpenMeeting(by=by, seats=seats, title=c.words(), secret=c.random.random() < 0.5)


def _instruct(c: _Choice) -> Act:
    c.seat = by = c.by_or("upper-council", "lower-council")
    if c.random.random() < 0.3:
        issue = c.one(TALKS.issues)
        options = (c.one(TALKS.issues[issue].options),)
        return a.Instruct(by=by, answer="widen", issue=issue, options=options, party="upper", words=c.words())
    return a.Instruct(
        by=by, answer=c.one(["confirm", "confirm", "refuse"]), referral=c.id("referrals"), words=c.words()
    )


def _read(c: _Choice) -> Act:
    c.seat = by = c.by_or("chair", "mediator")
    kind = c.one(["agreed", "agreed", "open", "next"])
    issue, option = c.one(list(c.package().items()))
    named = c.id("proposals") if c.random.random() < 0.3 else None
    point = (
        a.PointToRead(kind=kind, words=c.words(), proposal=named)
        if named
        else a.PointToRead(kind=kind, words=c.words(), issue=issue, option=option)
    )
    return a.ReadBack(by=by, meeting=c.meeting(), points=(point,) * c.random.choice((1, 2)))


def _object(c: _Choice, point: str) -> Act:
    """To one of the points of a package, or to all of it."""
    there = c.day.state.facts.points.get(point)
    issues = tuple(there.package)[:1] if there and c.random.random() < 0.5 else ()
    return a.Object(by=c.seat, point=point, words=c.words(), issues=issues)


def _carry(c: _Choice) -> Act:
    c.seat = by = c.by_or("chair", "mediator")
    message = c.id("messages")
    there = c.day.state.facts.messages.get(message)
    exact = there is not None and there.handed.rule == "word for word"
    return a.Carry(by=by, message=message, words="" if exact else c.words())


def _refer(c: _Choice) -> Act:
    return a.Refer(by=c.seat, proposal=c.id("proposals") if c.random.random() < 0.7 else None, words=c.words())


_MAKERS: dict[type[Act], Callable[[_Choice], Act]] = {
    a.OpenMeeting: _open,
    a.CallCaucus: lambda c: a.CallCaucus(
        by=c.seat, caucus=c.one(["side", "heads", "supporters", "chair and side"]),
        of=c.one([None, None, "upper", "lower", "lake-union"]), secret=c.random.random() < 0.4,
    ),
    a.Adjourn: lambda c: a.Adjourn(by=c.seat, meeting=c.meeting()),
    a.CloseMeeting: lambda c: a.CloseMeeting(by=c.seat, meeting=c.meeting()),
    a.Say: lambda c: a.Say(by=c.seat, meeting=c.meeting(), words=c.words()),
    a.Note: lambda c: a.Note(by=c.seat, meeting=c.meeting(), whose=c.one(SEATS), words=c.words()),
    a.PressLine: lambda c: a.PressLine(by=c.seat, words=c.words()),
    a.TakePosition: lambda c: a.TakePosition(
        by=c.seat, meeting=c.meeting(), issue="mill", option=c.one(["closed", "sold"]), stance="demands", words=c.words()
    ),
    a.Propose: lambda c: a.Propose(by=c.seat, meeting=c.meeting(), package=c.package(), words=c.words(needed=False)),
    a.Amend: lambda c: a.Amend(by=c.seat, proposal=c.id("proposals"), package=c.package(), words=c.words(needed=False)),
    a.Withdraw: lambda c: a.Withdraw(by=c.seat, proposal=c.id("proposals"), words=c.words()),
    a.Accept: lambda c: a.Accept(by=c.seat, proposal=c.id("proposals"), words=c.words(needed=False)),
    a.Refuse: lambda c: a.Refuse(by=c.seat, proposal=c.id("proposals"), words=c.words()),
    a.Counter: lambda c: a.Counter(by=c.seat, proposal=c.id("proposals"), package=c.package(), words=c.words()),
    a.Refer: _refer,
    a.HandOver: lambda c: a.HandOver(
        by=c.seat, to=c.one(["upper", "lower"]), words=c.words(), rule=c.one(["word for word", "gist", "own idea", "keep"])
    ),
    a.Carry: _carry,
    a.Instruct: _instruct,
    a.ReadBack: _read,
    a.Confirm: lambda c: a.Confirm(by=c.seat, point=c.id("points")),
    a.Object: lambda c: _object(c, c.id("points")),
    a.Inject: lambda c: a.Inject(by=c.by_or(TRAINER), injection=c.one(["flood", "letter"])),
    a.EditInjection: lambda c: a.EditInjection(by=c.by_or(TRAINER), injection=c.one(["flood", "letter"]), text=c.words()),
    a.HoldBack: lambda c: a.HoldBack(by=c.by_or(TRAINER), injection=c.one(["flood", "letter"]), held=c.one([True, False])),
    a.Freeze: lambda c: a.Freeze(by=c.seat),
    a.Resume: lambda c: a.Resume(by=TRAINER),
    a.Extend: lambda c: a.Extend(by=c.by_or(TRAINER), minutes=c.one([5, -5])),
    a.Advance: lambda c: a.Advance(by=c.by_or(TRAINER)),
}  # fmt: skip


def closing(day: RandomDay) -> None:
    """The end of a day, and its debriefing."""
    day.attempt(a.End(by=TRAINER))
    day.attempt(a.OpenDebriefing(by=TRAINER))
    for seat in ("upper-head", "lower-council", "press"):
        day.attempt(a.Reflect(by=seat, answers={"turned": f"{seat} thinks: at noon."}))
