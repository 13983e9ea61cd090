"""The things that come of events, as they stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from .. import events as e
from ..acts import Answer
from .clock import Clock

Status = Literal["before", "running", "frozen", "ended", "debriefing", "revealed"]


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
    objections: Mapping[str, str] = field(default_factory=dict)
    """Party, and the point that was read of it as agreed and to which it objects."""

    @property
    def whole(self) -> dict[str, str]:
        """All that is accepted by whoever accepts it."""
        return {**self.made.package, **self.made.only_if}

    def open_at(self, now: datetime) -> bool:
        """Whether it can be answered."""
        return not self.withdrawn and (self.made.until is None or now < self.made.until)

    def standing(
        self, parties: Mapping[str, str]
    ) -> Literal["open", "withdrawn", "refused", "objected", "agreed", "ad referendum"]:
        """Agreed when every party accepted it and none objects to it as it was read back; ad referendum where a principal is
        still to confirm."""
        if self.withdrawn:
            return "withdrawn"
        given = [self.answers.get(party) for party in parties]
        if all(one and one.answer == "accept" for one in given):
            if self.objections:
                return "objected"
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
    contested: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Party, and to which issues of a package it objects, where it says so."""
    package: Mapping[str, str] = field(default_factory=dict)
    """The options that it names; of a proposal those that it had when it was read."""

    @property
    def binds(self) -> Mapping[str, str]:
        """The options to which whoever confirms it is bound: those of a point that is read as agreed."""
        return self.package if self.read.kind == "agreed" else {}

    @property
    def tied(self) -> bool:
        """Whether it is several points that are agreed only together."""
        return len(self.binds) > 1

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

    def widened(self, party: str, issue: str) -> frozenset[str]:
        """Options by which a party's principal widened the mandate."""
        return frozenset(
            option
            for one in self.instructions
            if one.answer == "widen" and one.party == party and one.issue == issue
            for option in one.options
        )
