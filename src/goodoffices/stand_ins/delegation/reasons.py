"""Why a delegation does not take a proposal, as far as it may say so.

1. It says what it has said itself where those sat who hear it now, and what stands in the proposal; never what something is worth
   to it, how far it would go, or what it said elsewhere.
2. First what it can accept in no package; then the issue on which the proposal gives it least of what it asked for; then, where
   it asked for nothing there, on which issue it needs more.
"""

from collections.abc import Mapping
from fractions import Fraction
from operator import itemgetter

from goodoffices.proceedings import Package
from goodoffices.proceedings.events import PositionTaken
from goodoffices.proceedings.facts import ProposalFacts
from goodoffices.talks import broken
from goodoffices.talks.issues import WANTING

from .. import sentences
from ..heard import heard
from .stance import Standing


def why_not(here: Standing, proposal: ProposalFacts) -> str:
    """A sentence."""
    package, public = proposal.whole, here.public
    if here.referred(package) == "refuse" and not here.within(package):
        return sentences.NOT_CONFIRMED_BY_US
    if broken(public.ties, package) is not None:
        return sentences.NOT_TOGETHER
    if never := next((one for one in package.items() if here.worth.crosses(dict((one,)))), None):
        return sentences.never(public, *never)
    issue = in_the_way(here, proposal)
    if issue is None:
        return sentences.REFUSED
    asked = asked_for(here, proposal.made.meeting).get(issue)
    if asked is None or asked == package[issue]:
        return sentences.more_on(public, issue)
    return sentences.less_than(public, issue, package[issue], asked)


def in_the_way(here: Standing, proposal: ProposalFacts) -> str | None:
    """The issue that keeps a delegation most from taking a proposal."""
    package = proposal.whole
    return _most(here, package, asked_for(here, proposal.made.meeting)) or _most(here, package, here.offer)


def _most(here: Standing, package: Package, asked: Mapping[str, str]) -> str | None:
    """Where a package gives least of what was asked for; nothing where it gives all of it."""
    points, offer = here.worth.party.points, here.offer
    lost: dict[str, Fraction] = {
        issue: points[issue][asked[issue]] - points[issue][option]
        for issue, option in package.items()
        if issue in asked
        and option in points.get(issue, {})
        # What it would itself propose by now keeps it from nothing, whatever it asked for before.
        and points[issue][offer.get(issue, asked[issue])] > points[issue][option]
    }
    issue = max(lost, key=lambda one: lost[one], default=None)
    return issue if issue is not None and lost[issue] > 0 else None


def asked_for(here: Standing, meeting: str) -> dict[str, str]:
    """What a delegation asked for last on each issue, before all those who sit in a meeting."""
    found = [
        (at, {what.issue: what.option})
        for at, what in heard(here.view, PositionTaken)
        if what.side == here.party and what.stance in WANTING and _heard_there(here, what.meeting, meeting)
    ]
    for one in here.view.facts.proposals.values():
        if one.made.side == here.party and _heard_there(here, one.made.meeting, meeting):
            found.append((one.at, one.whole))
    return {i: o for _, package in sorted(found, key=itemgetter(0)) for i, o in package.items()}


def _heard_there(here: Standing, said_in: str, meeting: str) -> bool:
    there, now = (here.view.facts.meetings.get(one) for one in (said_in, meeting))
    return there is not None and now is not None and set(there.opened.seats) >= set(now.opened.seats)
