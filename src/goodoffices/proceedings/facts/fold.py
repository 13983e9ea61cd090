"""How the facts change with each kind of event."""

from collections.abc import Callable, Mapping, Set
from dataclasses import replace
from datetime import datetime
from typing import Any, Literal, TypeVar

from .. import events as e
from .model import (
    AnswerFacts,
    Facts,
    InjectionFacts,
    MeetingFacts,
    MessageFacts,
    PointFacts,
    ProposalFacts,
    ReferralFacts,
)

T = TypeVar("T")
Fold = Callable[[Facts, datetime, Any], Facts]


def after(facts: Facts, at: datetime, what: e.Happening) -> Facts:
    """What they are after something more happened; a kind without a line in the table changes nothing."""
    fold = _FOLDS.get(type(what))
    return fold(facts, at, what) if fold else facts


def _with(mapping: Mapping[str, T], key: str, value: T) -> Mapping[str, T]:
    return {**mapping, key: value}


def _but(mapping: Mapping[str, T], key: str) -> Mapping[str, T]:
    return {other: value for other, value in mapping.items() if other != key}


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
    new = replace(there, made=made, answers=_own_answer(made.side, what.ad_referendum), objections={})
    return replace(f, proposals=_with(f.proposals, what.proposal, new))


def _withdrawn(f: Facts, at: datetime, what: e.Withdrawn) -> Facts:
    there = f.proposals.get(what.proposal)
    return replace(f, proposals=_with(f.proposals, what.proposal, replace(there, withdrawn=True))) if there else f


def _answered(f: Facts, at: datetime, what: e.Answered) -> Facts:
    there = f.proposals.get(what.proposal)
    if there is None:
        return f
    given = AnswerFacts(answer=what.answer, words=what.words, ad_referendum=what.ad_referendum)
    new = replace(there, answers=_with(there.answers, what.party, given), objections=_but(there.objections, what.party))
    return replace(f, proposals=_with(f.proposals, what.proposal, new))


def _settled(f: Facts, at: datetime, what: e.Settled) -> Facts:
    """Confirmed, it stands; not confirmed, the party has refused it."""
    if proposal := f.proposals.get(what.about):
        answer = AnswerFacts(answer="accept" if what.confirmed else "refuse", words="")
        new = replace(proposal, answers=_with(proposal.answers, what.party, answer))
        return replace(f, proposals=_with(f.proposals, what.about, new))
    if point := f.points.get(what.about):
        confirmed = {**_but(point.confirmed, what.party), **({what.party: False} if what.confirmed else {})}
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
    new = {
        point.point: PointFacts(read=point, meeting=what.meeting, at=at, package=_content(f, point))
        for point in what.points
    }
    return replace(f, points={**f.points, **new})


def _content(f: Facts, point: e.PointRead) -> Mapping[str, str]:
    if point.issue and point.option:
        return {point.issue: point.option}
    proposal = f.proposals.get(point.proposal or "")
    return proposal.whole if proposal else {}


def _confirmed(f: Facts, at: datetime, what: e.PointConfirmed) -> Facts:
    there = f.points.get(what.point)
    if there is None:
        return f
    new = replace(
        there, confirmed=_with(there.confirmed, what.party, what.ad_referendum),
        objections=_but(there.objections, what.party), contested=_but(there.contested, what.party),
    )  # fmt: skip
    f = replace(f, points=_with(f.points, what.point, new))
    # Whoever confirms what it objected to, alone or as a part of more, objects to the proposal no longer.
    confirmed = there.binds.items()
    return _proposals(
        f, lambda one: _but(one.objections, what.party) if _objects(f, one, what.party, confirmed) else None
    )


def _objects(f: Facts, proposal: ProposalFacts, party: str, to: Set[tuple[str, str]]) -> bool:
    """Whether a party objects to a point of a proposal which is among these options."""
    point = f.points.get(proposal.objections.get(party, ""))
    return point is not None and point.binds.items() <= to


def _proposals(f: Facts, objections: Callable[[ProposalFacts], Mapping[str, str] | None]) -> Facts:
    """With other objections to those proposals for which there are some."""
    changed = {
        id_: replace(one, objections=new) for id_, one in f.proposals.items() if (new := objections(one)) is not None
    }
    return replace(f, proposals={**f.proposals, **changed}) if changed else f


def _objected(f: Facts, at: datetime, what: e.PointObjected) -> Facts:
    there = f.points.get(what.point)
    if there is None:
        return f
    new = replace(
        there, confirmed=_but(there.confirmed, what.party), objections=_with(there.objections, what.party, what.words),
        contested=_with(there.contested, what.party, what.issues),
    )  # fmt: skip
    f = replace(f, points=_with(f.points, what.point, new))
    # What is accepted as a whole falls as a whole, where one of its points falls.
    falls = there.binds.items()
    return _proposals(
        f, lambda one: _with(one.objections, what.party, what.point) if falls and falls <= one.whole.items() else None
    )


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
