"""What one seat knows, made of what it knew beforehand and of its own feed, and of nothing else.

Pages, programs in empty seats and exports are built from this alone: what is not in the feed cannot come out of it. That of the
trainer is the same, with everything in its feed.

    view = seat_view(state.setting, events, "upper-head")
    view.here                      the open meetings in which it sits
    view.facts.proposals           what is on the table, with who answered
    view.waiting                   what waits for this seat
    view.may                       the kinds of acts that are open to it now
    view.after(number, seen)       the same with one more event of its feed
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from . import acts as a
from . import events as e
from .facts import Facts, MeetingFacts, MessageFacts, Outcome, PointFacts, ProposalFacts, ReferralFacts, after, outcome
from .may import may
from .setting import Known, Setting
from .visibility import feed


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """What waits for a seat."""

    proposals: tuple[str, ...] = ()
    """Proposals that its party has not answered."""
    points: tuple[str, ...] = ()
    """Points to which its party has said nothing."""
    messages: tuple[str, ...] = ()
    """Messages in its hands that were not carried and may be."""
    referrals: tuple[str, ...] = ()
    """What lies before it as principal."""
    asked: tuple[e.CaucusAsked, ...] = ()
    """Caucuses that the mediation was asked for."""


@dataclass(frozen=True, kw_only=True)
class SeatView:
    """What one seat knows."""

    known: Known
    facts: Facts = field(default_factory=Facts)
    feed: tuple[tuple[int, e.SeenEvent], ...] = ()

    @property
    def seat(self) -> str:
        """Whose view it is."""
        return self.known.seat

    @property
    def party(self) -> str | None:
        """The party for which the seat speaks."""
        return self.known.public.party(self.seat)

    @property
    def number(self) -> int:
        """The number of the last event that it saw."""
        return self.feed[-1][0] if self.feed else 0

    def after(self, number: int, seen: e.SeenEvent) -> "SeatView":
        """The view after one more event of the feed."""
        return replace(self, facts=after(self.facts, seen.at, seen.what), feed=(*self.feed, (number, seen)))

    def after_all(self, numbered: Iterable[tuple[int, e.SeenEvent]]) -> "SeatView":
        """The view after more events of the feed."""
        more = tuple(numbered)
        facts = self.facts
        for _, seen in more:
            facts = after(facts, seen.at, seen.what)
        return replace(self, facts=facts, feed=(*self.feed, *more))

    @cached_property
    def here(self) -> Mapping[str, MeetingFacts]:
        """The open meetings in which the seat sits, the last one opened last."""
        return {
            id_: there
            for id_, there in self.facts.meetings.items()
            if there.state == "open" and self.seat in there.opened.seats
        }

    @cached_property
    def words(self) -> Mapping[str, tuple[e.Said, ...]]:
        """What was said in each meeting, as far as it was heard."""
        found: dict[str, list[e.Said]] = {}
        for _, seen in self.feed:
            if isinstance(seen.what, e.Said):
                found.setdefault(seen.what.meeting, []).append(seen.what)
        return {meeting: tuple(said) for meeting, said in found.items()}

    @cached_property
    def waiting(self) -> Waiting:
        """What waits for this seat."""
        mediates = self.seat in self.known.public.mediation
        return Waiting(
            proposals=tuple(id_ for id_, one in self.facts.proposals.items() if self._unanswered(one)),
            points=tuple(id_ for id_, one in self.facts.points.items() if self._unsaid(one)),
            messages=tuple(id_ for id_, one in self.facts.messages.items() if mediates and _to_carry(one)),
            referrals=tuple(id_ for id_, one in self.facts.referrals.items() if self._unsettled(one)),
            asked=self.facts.asked if mediates else (),
        )

    @cached_property
    def may(self) -> frozenset[type[a.Act]]:
        """The kinds of acts that are open to this seat now. Whether one with these words passes `decide` says."""
        return may(self.known.public, self.seat, self.facts)

    @cached_property
    def outcome(self) -> Outcome:
        """What is agreed so far, as far as this seat saw it."""
        return outcome(self.known.public, self.facts)

    def _unanswered(self, proposal: ProposalFacts) -> bool:
        return self.party is not None and not proposal.withdrawn and self.party not in proposal.answers

    def _unsaid(self, point: PointFacts) -> bool:
        party = self.party
        return party is not None and party not in point.confirmed and party not in point.objections

    def _unsettled(self, referral: ReferralFacts) -> bool:
        facts = self.known.public.seats.get(self.seat)
        return referral.answered is None and facts is not None and facts.part == "principal"


def _to_carry(message: MessageFacts) -> bool:
    return message.handed.rule != "keep" and not message.carried


def seat_view(setting: Setting, events: Iterable[e.Event], seat: str) -> SeatView:
    """What a seat knows after these events."""
    return SeatView(known=setting.seen_by(seat)).after_all(feed(events, seat))
