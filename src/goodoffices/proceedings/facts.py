"""What has come of the events so far: meetings, proposals with their answers, messages, referrals, points, news.

The same fold makes the whole state of all events, and what one seat knows of those that it saw. So it is never at a loss where
an event tells of something that was not seen: that stays away.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Literal, TypeVar

from . import events as e
from .acts import Answer
from .clock import Clock

Status = Literal["before", "running", "frozen", "ended", "debriefing", "revealed"]
T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class MeetingFacts:
    """A meeting that was opened."""

    opened: e.MeetingOpened
    """As it was opened last."""
    opener: str
    """Who opened it first."""
    state: Literal["open", "adjourned", "closed"] = "open"


@dataclass(frozen=True, kw_only=True)
class AnswerFacts:
    """A party's last answer to a proposal."""

    answer: Answer
    words: str
    ad_referendum: bool = False
    """Its principal has still to confirm it."""


@dataclass(frozen=True, kw_only=True)
class ProposalFacts:
    """A proposal as it stands."""

    made: e.Proposed
    """As it was made; its content is that of its last form."""
    at: datetime
    withdrawn: bool = False
    answers: Mapping[str, AnswerFacts] = field(default_factory=dict)
    """By party; of the party that proposes, that it accepts."""

    @property
    def whole(self) -> dict[str, str]:
        """All that is accepted by whoever accepts it."""
        return {**self.made.package, **self.made.only_if}

    def open_at(self, now: datetime) -> bool:
        """Whether it can be answered."""
        return not self.withdrawn and (self.made.until is None or now < self.made.until)

    def standing(
        self, parties: Mapping[str, str]
    ) -> Literal["open", "withdrawn", "refused", "agreed", "ad referendum"]:
        """Agreed when every party accepted it, ad referendum where a principal is still to confirm."""
        if self.withdrawn:
            return "withdrawn"
        given = [self.answers.get(party) for party in parties]
        if all(one and one.answer == "accept" for one in given):
            return "ad referendum" if any(one and one.ad_referendum for one in given) else "agreed"
        return "refused" if any(one and one.answer == "refuse" for one in given) else "open"


@dataclass(frozen=True, kw_only=True)
class MessageFacts:
    """A message in the hands of the mediation, and what was carried of it."""

    handed: e.HandedOver
    carried: tuple[e.Carried, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReferralFacts:
    """What lies before a principal."""

    referred: e.Referred
    at: datetime
    answered: Literal["confirm", "refuse"] | None = None


@dataclass(frozen=True, kw_only=True)
class PointFacts:
    """A point that was read back, and what each party said to it: nothing (confirmed) or its objection."""

    read: e.PointRead
    meeting: str
    at: datetime
    confirmed: Mapping[str, bool] = field(default_factory=dict)
    """Party, and whether its principal has still to confirm it."""
    objections: Mapping[str, str] = field(default_factory=dict)

    def standing(self, parties: Mapping[str, str]) -> Literal["open", "objected", "confirmed", "ad referendum"]:
        """Confirmed when every party confirmed it."""
        if self.objections:
            return "objected"
        if not all(party in self.confirmed for party in parties):
            return "open"
        return "ad referendum" if any(self.confirmed.values()) else "confirmed"


@dataclass(frozen=True, kw_only=True)
class InjectionFacts:
    """What became of prepared news."""

    text: str | None = None
    """Its words, where they were changed."""
    held: bool = False
    sent: bool = False


@dataclass(frozen=True, kw_only=True)
class Facts:
    """All that has come of some events."""

    status: Status = "before"
    clock: Clock = field(default_factory=Clock)
    meetings: Mapping[str, MeetingFacts] = field(default_factory=dict)
    asked: tuple[e.CaucusAsked, ...] = ()
    positions: tuple[e.PositionTaken, ...] = ()
    proposals: Mapping[str, ProposalFacts] = field(default_factory=dict)
    messages: Mapping[str, MessageFacts] = field(default_factory=dict)
    received: tuple[e.Received, ...] = ()
    own_words: tuple[e.Carried, ...] = ()
    """Messages of the mediation's own."""
    referrals: Mapping[str, ReferralFacts] = field(default_factory=dict)
    instructions: tuple[e.Instructed, ...] = ()
    warnings: tuple[e.Warned, ...] = ()
    points: Mapping[str, PointFacts] = field(default_factory=dict)
    press: tuple[e.PressLineGiven, ...] = ()
    news: tuple[e.NewsCame, ...] = ()
    injections: Mapping[str, InjectionFacts] = field(default_factory=dict)
    reflections: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def after(self, at: datetime, what: e.Happening) -> "Facts":
        """What they are after something more happened; a kind without a line in the table changes nothing."""
        fold = _FOLDS.get(type(what))
        return fold(self, at, what) if fold else self

    def widened(self, party: str, issue: str) -> frozenset[str]:
        """Options by which a party's principal widened the mandate."""
        return frozenset(
            option
            for one in self.instructions
            if one.answer == "widen" and one.party == party and one.issue == issue
            for option in one.options
        )


Fold = Callable[[Facts, datetime, Any], Facts]


def _with(mapping: Mapping[str, T], key: str, value: T) -> Mapping[str, T]:
    return {**mapping, key: value}


def _begun(f: Facts, at: datetime, what: e.Begun) -> Facts:
    return replace(f, status="running", clock=f.clock.entered(what.phase, at))


def _opened(f: Facts, at: datetime, what: e.MeetingOpened) -> Facts:
    before = f.meetings.get(what.meeting)
    there = MeetingFacts(opened=what, opener=before.opener if before else what.by)
    return replace(f, meetings=_with(f.meetings, what.meeting, there))


def _paused(f: Facts, what: e.MeetingAdjourned | e.MeetingClosed, state: Literal["adjourned", "closed"]) -> Facts:
    there = f.meetings.get(what.meeting)
    return replace(f, meetings=_with(f.meetings, what.meeting, replace(there, state=state))) if there else f


def _proposed(f: Facts, at: datetime, what: e.Proposed) -> Facts:
    made = ProposalFacts(made=what, at=at, answers=_own_answer(what.side, what.ad_referendum))
    return replace(f, proposals=_with(f.proposals, what.proposal, made))


def _own_answer(side: str | None, ad_referendum: bool) -> dict[str, AnswerFacts]:
    # Who proposes accepts. That of a third party is never asked for, and so changes nothing.
    return {side: AnswerFacts(answer="accept", words="", ad_referendum=ad_referendum)} if side else {}


def _amended(f: Facts, at: datetime, what: e.Amended) -> Facts:
    there = f.proposals.get(what.proposal)
    if there is None:
        return f
    made = replace(
        there.made, package=what.package, only_if=what.only_if, until=what.until, words=what.words,
        ad_referendum=what.ad_referendum,
    )  # fmt: skip
    new = replace(there, made=made, answers=_own_answer(made.side, what.ad_referendum))
    return replace(f, proposals=_with(f.proposals, what.proposal, new))


def _withdrawn(f: Facts, at: datetime, what: e.Withdrawn) -> Facts:
    there = f.proposals.get(what.proposal)
    return replace(f, proposals=_with(f.proposals, what.proposal, replace(there, withdrawn=True))) if there else f


def _answered(f: Facts, at: datetime, what: e.Answered) -> Facts:
    there = f.proposals.get(what.proposal)
    if there is None:
        return f
    given = AnswerFacts(answer=what.answer, words=what.words, ad_referendum=what.ad_referendum)
    new = replace(there, answers=_with(there.answers, what.party, given))
    return replace(f, proposals=_with(f.proposals, what.proposal, new))


def _settled(f: Facts, at: datetime, what: e.Settled) -> Facts:
    """Confirmed, it stands; not confirmed, the party has refused it."""
    if proposal := f.proposals.get(what.about):
        answer = AnswerFacts(answer="accept" if what.confirmed else "refuse", words="")
        new = replace(proposal, answers=_with(proposal.answers, what.party, answer))
        return replace(f, proposals=_with(f.proposals, what.about, new))
    if point := f.points.get(what.about):
        confirmed = {party: pending for party, pending in point.confirmed.items() if party != what.party}
        if what.confirmed:
            confirmed[what.party] = False
        return replace(f, points=_with(f.points, what.about, replace(point, confirmed=confirmed)))
    return f


def _referred(f: Facts, at: datetime, what: e.Referred) -> Facts:
    return replace(f, referrals=_with(f.referrals, what.referral, ReferralFacts(referred=what, at=at)))


def _instructed(f: Facts, at: datetime, what: e.Instructed) -> Facts:
    f = replace(f, instructions=(*f.instructions, what))
    there = f.referrals.get(what.referral) if what.referral else None
    if there is None or what.answer == "widen":
        return f
    return replace(f, referrals=_with(f.referrals, there.referred.referral, replace(there, answered=what.answer)))


def _handed(f: Facts, at: datetime, what: e.HandedOver) -> Facts:
    return replace(f, messages=_with(f.messages, what.message, MessageFacts(handed=what)))


def _carried(f: Facts, at: datetime, what: e.Carried) -> Facts:
    if what.message is None:
        return replace(f, own_words=(*f.own_words, what))
    there = f.messages.get(what.message)
    if there is None:
        return f
    return replace(f, messages=_with(f.messages, what.message, replace(there, carried=(*there.carried, what))))


def _read(f: Facts, at: datetime, what: e.PointsRead) -> Facts:
    new = {point.point: PointFacts(read=point, meeting=what.meeting, at=at) for point in what.points}
    return replace(f, points={**f.points, **new})


def _confirmed(f: Facts, at: datetime, what: e.PointConfirmed) -> Facts:
    there = f.points.get(what.point)
    if there is None:
        return f
    rest = {party: words for party, words in there.objections.items() if party != what.party}
    new = replace(there, confirmed=_with(there.confirmed, what.party, what.ad_referendum), objections=rest)
    return replace(f, points=_with(f.points, what.point, new))


def _objected(f: Facts, at: datetime, what: e.PointObjected) -> Facts:
    there = f.points.get(what.point)
    if there is None:
        return f
    rest = {party: pending for party, pending in there.confirmed.items() if party != what.party}
    new = replace(there, confirmed=rest, objections=_with(there.objections, what.party, what.words))
    return replace(f, points=_with(f.points, what.point, new))


def _injection(f: Facts, injection: str, **changed: Any) -> Facts:
    there = f.injections.get(injection, InjectionFacts())
    return replace(f, injections=_with(f.injections, injection, replace(there, **changed)))


_FOLDS: Mapping[type[e.Happening], Fold] = {
    e.Begun: _begun,
    e.Frozen: lambda f, at, what: replace(f, status="frozen", clock=f.clock.frozen(at)),
    e.Resumed: lambda f, at, what: replace(f, status="running", clock=f.clock.resumed(at)),
    e.Extended: lambda f, at, what: replace(f, clock=f.clock.extended(what.minutes)),
    e.PhaseEntered: lambda f, at, what: replace(f, clock=f.clock.entered(what.phase, at)),
    e.Ended: lambda f, at, what: replace(f, status="ended"),
    e.MeetingOpened: _opened,
    e.MeetingAdjourned: lambda f, at, what: _paused(f, what, "adjourned"),
    e.MeetingClosed: lambda f, at, what: _paused(f, what, "closed"),
    e.CaucusAsked: lambda f, at, what: replace(f, asked=(*f.asked, what)),
    e.PressLineGiven: lambda f, at, what: replace(f, press=(*f.press, what)),
    e.PositionTaken: lambda f, at, what: replace(f, positions=(*f.positions, what)),
    e.Proposed: _proposed,
    e.Amended: _amended,
    e.Withdrawn: _withdrawn,
    e.Answered: _answered,
    e.Warned: lambda f, at, what: replace(f, warnings=(*f.warnings, what)),
    e.Referred: _referred,
    e.Instructed: _instructed,
    e.Settled: _settled,
    e.HandedOver: _handed,
    e.Carried: _carried,
    e.Received: lambda f, at, what: replace(f, received=(*f.received, what)),
    e.PointsRead: _read,
    e.PointConfirmed: _confirmed,
    e.PointObjected: _objected,
    e.Injected: lambda f, at, what: _injection(f, what.injection, sent=True),
    e.NewsCame: lambda f, at, what: replace(f, news=(*f.news, what)),
    e.InjectionEdited: lambda f, at, what: _injection(f, what.injection, text=what.text),
    e.InjectionHeldBack: lambda f, at, what: _injection(f, what.injection, held=what.held),
    e.DebriefingOpened: lambda f, at, what: replace(f, status="debriefing"),
    e.Reflected: lambda f, at, what: replace(f, reflections=_with(f.reflections, what.by, what.answers)),
    e.Revealed: lambda f, at, what: replace(f, status="revealed"),
}
