"""A principal: confirms what its party's points and red lines carry, refuses the rest, and widens the mandate late.

1. What is worth at least no deal and crosses no red line it confirms, and what is part of what it confirmed; everything else it
   refuses, also what the mandate neither lets the delegation accept nor refer.
2. Words without a proposal it notes; it does not confirm them, for it cannot read them.
3. When two thirds of the time are over it widens the mandate, an issue at a time and each once, by the options that no red line
   forbids and that with the best of everything else are worth at least no deal.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from numpy.random import Generator

from goodoffices.proceedings import Act, Instruct, Package, SeatView
from goodoffices.proceedings.facts import ReferralFacts

from . import sentences
from .plan import spent
from .program import Stages
from .worth import Worth

LATE = 2 / 3


@dataclass(frozen=True)
class Principal(Stages):
    """Instructs the delegation of a party."""

    source: ClassVar[str] = (
        "R. D. Putnam (1988): Diplomacy and domestic politics: the logic of two-level games. "
        "International Organization 42, 427-460: an agreement needs the consent of who stays at home"
    )

    def running(self, view: SeatView, rng: Generator, now: datetime) -> Act | None:
        """Answers first, then a wider mandate."""
        for id_ in view.waiting.referrals:
            return _answer(view, id_, view.facts.referrals[id_])
        return _wider(view) if spent(view, now) >= LATE else None


def _answer(view: SeatView, id_: str, lies: ReferralFacts) -> Act:
    if lies.referred.about is None:
        return Instruct(by=view.seat, answer="refuse", referral=id_, words=sentences.NOTED)
    package = lies.referred.package
    if _part_of_confirmed(view, package) or carries(Worth.of(view), package):
        return Instruct(by=view.seat, answer="confirm", referral=id_, words=sentences.CONFIRMED)
    return Instruct(by=view.seat, answer="refuse", referral=id_, words=sentences.NOT_CONFIRMED)


def _part_of_confirmed(view: SeatView, package: Package) -> bool:
    """Whether a package stands in one that was confirmed as a whole: a part of it may be worth little alone."""
    confirmed = (one.referred.package for one in view.facts.referrals.values() if one.answered == "confirm")
    return any(package and package.items() <= dict(one).items() for one in confirmed)


def carries(worth: Worth, package: Package) -> bool:
    """Whether a package is at least as good as no deal, on the issues that it names, and crosses no red line."""
    return worth.enough(package, worth.reservation)


def _wider(view: SeatView) -> Act | None:
    party, worth = view.known.public.side(view.seat) or "", Worth.of(view)
    for issue, on in view.known.mandates.get(party, {}).items():
        if any(one.answer == "widen" and one.issue == issue for one in view.facts.instructions):
            continue
        options = tuple(
            o for o in worth.allowed.get(issue, ()) if o not in on.may_accept and _bearable(worth, issue, o)
        )
        if options:
            return Instruct(by=view.seat, answer="widen", issue=issue, options=options, words=sentences.WIDENED)
    return None


def _bearable(worth: Worth, issue: str, option: str) -> bool:
    rest = worth.best(other for other in worth.allowed if other != issue)
    return worth.value({issue: option}) + rest >= worth.party.no_deal
