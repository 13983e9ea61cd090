"""Tables at which people and programs sit: the people do anything at any time, the programs what they do."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from random import Random
from typing import get_args

from goodoffices.proceedings import Act, Event, Refusal, SeatView, Setting, State, decide, feed, fold, moment, seat_view
from goodoffices.proceedings import acts as a
from goodoffices.stand_ins import Company
from goodoffices.stand_ins.day import MORNING
from goodoffices.talks.exercise import TRAINER, Part
from goodoffices.talks.issues import STANCES

from .exercises import drawn

WORDS = (
    "Not now.", "What is your position?", "Question 0: answer 01, or Question 1: answer 11?",
    "We never accept Question 0: answer 00.", "\u202egninrom dooG", "<b>Good morning</b> & welcome", "صباح الخير", "x" * 4_000,
)  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """A program was asked at a moment."""

    setting: Setting
    events: tuple[Event, ...]
    state: State
    view: SeatView
    now: datetime
    company: Company
    act: Act | None


@dataclass
class Table:
    """A table on its way."""

    setting: Setting
    company: Company
    random: Random
    now: datetime = MORNING
    events: list[Event] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.state = fold(self.setting, ())
        self.attempt(a.Begin(by=TRAINER))

    def attempt(self, act: Act) -> bool:
        """Whether an act passes; a person may also try what does not."""
        made = decide(self.state, act, moment(self.state, self.now))
        if isinstance(made, Refusal):
            return False
        self.state = self.state.after_all(made)
        self.events += made
        return True

    def view(self, seat: str) -> SeatView:
        return seat_view(self.setting, self.events, seat)

    def programs(self, most: int = 1) -> None:
        """The programs act, one after the other, with some time between."""
        for seat in self.random.sample(list(self.company.programs), len(self.company.programs))[: 3 * most]:
            view = self.view(seat)
            act = self.company.act(view, self.now)
            self.asked.append(Asked(self.setting, tuple(self.events), self.state, view, self.now, self.company, act))
            if act is not None:
                self.attempt(act)
                self.now += timedelta(seconds=self.random.randint(0, 20))

    def people(self) -> None:
        """One try of somebody who is no program."""
        others = [seat for seat in self.setting.public.seats if seat not in self.company.programs]
        by = self.random.choice([TRAINER, *others, *others])
        self.attempt(self.random.choice(_TRAINERS if by == TRAINER else _PEOPLES)(self, by))

    def one(self, kind: str) -> str:
        return str(self.random.choice([*getattr(self.state.facts, kind), "nothing"]))

    def here(self, seat: str) -> str:
        return self.random.choice([*self.view(seat).here, "nothing"])

    def option(self) -> dict[str, str]:
        issues = self.setting.public.issues
        named = self.random.sample(list(issues), self.random.randint(1, len(issues)))
        return {issue: self.random.choice(list(issues[issue].options)) for issue in named}

    def words(self) -> str:
        return self.random.choice(WORDS)


def _position(t: Table, by: str) -> Act:
    issue, option = next(iter(t.option().items()))
    stance = t.random.choice(STANCES)
    return a.TakePosition(by=by, meeting=t.here(by), issue=issue, option=option, stance=stance)


def _object(t: Table, by: str) -> Act:
    """To some of the points of a package, where there is one."""
    point = t.one("points")
    there = t.state.facts.points.get(point)
    return a.Object(by=by, point=point, words=t.words(), issues=tuple(there.package)[:1] if there else ())


def _read(t: Table, by: str) -> Act:
    issue, option = next(iter(t.option().items()))
    kind = t.random.choice(get_args(a.PointKind))
    named = t.random.choice(((issue, option), (issue, None), (None, None)))
    proposal = t.random.choice([*t.state.facts.proposals, None, None])
    point = a.PointToRead(kind=kind, words=t.words(), issue=named[0], option=named[1], proposal=proposal)
    return a.ReadBack(by=by, meeting=t.here(by), points=(point,))


def _until(t: Table) -> datetime | None:
    return t.random.choice((None, t.now + timedelta(seconds=t.random.randint(1, 300))))


_PEOPLES: tuple[Callable[[Table, str], Act], ...] = (
    lambda t, by: a.Say(by=by, meeting=t.here(by), words=t.words()),
    lambda t, by: a.Say(by=by, meeting=t.here(by), words=t.words()),
    lambda t, by: a.Note(by=by, meeting=t.here(by), whose=t.random.choice(list(t.setting.public.seats)), words=t.words()),
    lambda t, by: a.Propose(by=by, meeting=t.here(by), package=t.option(), until=_until(t)),
    lambda t, by: a.Propose(by=by, meeting=t.here(by), package=t.option()),
    lambda t, by: a.Amend(by=by, proposal=t.one("proposals"), package=t.option()),
    lambda t, by: a.Withdraw(by=by, proposal=t.one("proposals")),
    lambda t, by: a.Accept(by=by, proposal=t.one("proposals")),
    lambda t, by: a.Accept(by=by, proposal=t.one("proposals")),
    lambda t, by: a.Refuse(by=by, proposal=t.one("proposals")),
    lambda t, by: a.Counter(by=by, proposal=t.one("proposals"), package=t.option()),
    lambda t, by: a.Refer(by=by, proposal=t.one("proposals"), words=t.words()),
    lambda t, by: a.Refer(by=by, words=t.words()),
    lambda t, by: a.HandOver(
        by=by, to=t.random.choice(list(t.setting.public.parties)), words=t.words(),
        rule=t.random.choice(("word for word", "gist", "own idea", "keep")),
    ),
    lambda t, by: a.CallCaucus(
        by=by, caucus=t.random.choice(("side", "heads", "supporters", "chair and side")),
        of=t.random.choice([*t.setting.public.parties, None]), secret=t.random.random() < 0.3,
    ),
    lambda t, by: a.OpenMeeting(by=by, meeting=t.random.choice(list(t.setting.public.programme))),
    lambda t, by: a.OpenMeeting(by=by, seats=tuple(t.random.sample(list(t.setting.public.seats), 3))),
    lambda t, by: a.Adjourn(by=by, meeting=t.one("meetings")),
    lambda t, by: a.CloseMeeting(by=by, meeting=t.one("meetings")),
    lambda t, by: a.Instruct(
        by=by, answer=t.random.choice(("confirm", "refuse")), referral=t.one("referrals"), words=t.words()
    ),
    lambda t, by: a.Confirm(by=by, point=t.one("points")),
    lambda t, by: a.Object(by=by, point=t.one("points"), words=t.words()),
    _object,
    lambda t, by: a.PressLine(by=by, words=t.words()),
    _position,
    _position,
    _read,
    _read,
)  # fmt: skip
_TRAINERS: tuple[Callable[[Table, str], Act], ...] = (
    lambda t, by: a.Freeze(by=by),
    lambda t, by: a.Resume(by=by),
    lambda t, by: a.Resume(by=by),
    lambda t, by: a.Extend(by=by, minutes=t.random.choice((5, -5, 30))),
    lambda t, by: a.OpenMeeting(by=by, meeting=t.random.choice(list(t.setting.public.programme))),
    lambda t, by: a.OpenMeeting(by=by, meeting=t.random.choice(list(t.setting.public.programme))),
    lambda t, by: a.Inject(by=by, injection=t.random.choice([*t.setting.injections, "nothing"])),
)


@lru_cache(maxsize=64)
def table(part: Part, seed: int, length: int = 120) -> Table:
    """A table at which all seats of a part, and of other seats every second, are taken by programs; then the day ends."""
    setting, random = drawn(seed), Random(f"{part} {seed}")
    taken = [s for s, one in setting.public.seats.items() if one.part == part or random.random() < 0.5]
    made = Table(setting, Company.of(setting, taken, seed=seed), random)
    for _ in range(length):
        made.people()
        made.programs()
        made.now += timedelta(seconds=random.choice((0, 10, 60)))
        if random.random() < 0.03:
            made.attempt(a.Advance(by=TRAINER))
    for act in (a.Resume(by=TRAINER), a.End(by=TRAINER), a.OpenDebriefing(by=TRAINER), a.Reveal(by=TRAINER)):
        made.attempt(act)
        for _ in range(4):
            made.programs(len(taken))
    return made


def seen_alone(setting: Setting, events: tuple[Event, ...], seat: str) -> SeatView:
    """The view of a seat made of what it may know alone: another's sheets, mandates, points and news are not even there."""
    party = setting.public.side(seat)
    alone = Setting(
        public=setting.public,
        sheets={seat: setting.sheets[seat]},
        mandates={one: value for one, value in setting.mandates.items() if one == party},
        points={one: value for one, value in setting.points.items() if one == party},
        priorities={},
        reasons={one: value for one, value in setting.reasons.items() if one == party},
        injections={},
    )
    return SeatView(known=alone.seen_by(seat)).after_all(feed(events, seat))
