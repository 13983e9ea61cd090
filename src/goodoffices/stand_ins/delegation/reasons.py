"""Why a delegation does not take a proposal, as far as it may say so.

1. It says what it has asked for itself before those who hear it now (`wishes`), and what stands in the proposal; never what
   something is worth to it, how far it would go, or what it said elsewhere.
2. First what it can accept in no package; then the one issue whose change alone would make it accept; where there is none, every
   issue on which the proposal gives it less than it would itself propose by now.
3. An issue on which it takes the same answer elsewhere keeps it from nothing: in what it would propose, in what it has accepted
   and not taken back, in what is agreed. An older proposal of its own counts no more: it has asked for something else since.
   Where no other issue is left it says that it does not take the whole.
"""

from fractions import Fraction

from goodoffices.proceedings.facts import ProposalFacts
from goodoffices.talks import broken

from .. import sentences
from .stance import Standing
from .wishes import asked_for, listeners


def why_not(here: Standing, id_: str, *, instead: bool = False) -> str:
    """A sentence; `instead` where the delegation puts its own offer in the place of the proposal with the same words."""
    proposal = here.view.facts.proposals[id_]
    package, public = proposal.whole, here.public
    if here.referred(package) == "refuse" and not here.within(package):
        return sentences.NOT_CONFIRMED_BY_US
    if broken(public.ties, package) is not None:
        return sentences.NOT_TOGETHER
    if never := next((one for one in package.items() if here.worth.crosses(dict((one,)))), None):
        return sentences.never(public, *never)
    issues = in_the_way(here, id_)
    if not issues or here.enough(id_):
        return _as_a_whole(here, id_)
    return sentences.too_little(
        public, {issue: (package[issue], _asked(here, proposal, issue, instead)) for issue in issues}
    )


def in_the_way(here: Standing, id_: str) -> tuple[str, ...]:
    """The issue whose change alone would make a delegation accept; where there is none, all that keep it from accepting."""
    package = here.view.facts.proposals[id_].whole
    lost = _lost(here, id_)
    alone = [issue for issue in lost if here.enough(id_, {issue: here.offer[issue]})]
    if alone:
        asked = asked_for(here, here.view.facts.proposals[id_].made.meeting)
        # Of several rather the one on which it was heard to ask for that, then the one on which least is lacking.
        return (min(alone, key=lambda issue: (asked.get(issue) != here.offer[issue], lost[issue])),)
    return tuple(issue for issue in package if issue in lost)


def _lost(here: Standing, id_: str) -> dict[str, Fraction]:
    """Where a proposal gives less than the delegation would propose, and how much; not where it takes the same elsewhere."""
    points, taken = here.worth.party.points, _taken(here, id_)
    lost = {
        issue: points[issue][here.offer[issue]] - points[issue][option]
        for issue, option in here.view.facts.proposals[id_].whole.items()
        if issue in here.offer and option in points.get(issue, {}) and (issue, option) not in taken
    }
    return {issue: much for issue, much in lost.items() if much > 0}


def _taken(here: Standing, id_: str) -> frozenset[tuple[str, str]]:
    """Issues and answers that the delegation takes in another package."""
    accepted = (
        one.whole
        for other, one in here.view.facts.proposals.items()
        if other != id_ and one.made.side != here.party and not one.withdrawn and here.answered(one) == "accept"
    )
    return frozenset(one for package in (here.offer, here.view.outcome.settled, *accepted) for one in package.items())


def _asked(here: Standing, proposal: ProposalFacts, issue: str, instead: bool) -> str | None:
    """What it asked for on an issue before all who hear it; nothing where that is not more than the proposal gives."""
    asked, points = asked_for(here, proposal.made.meeting).get(issue), here.worth.party.points[issue]
    if asked is None or points[asked] <= points[proposal.whole[issue]]:
        return None
    # Who proposes another answer with the same words does not ask for the older one any more.
    return None if instead and asked != here.offer.get(issue) else asked


def _as_a_whole(here: Standing, id_: str) -> str:
    """Where no single issue keeps it from accepting."""
    package, settled = here.view.facts.proposals[id_].whole, here.view.outcome.settled
    if here.enough(id_) or not here.offer:
        return sentences.REFUSED
    whole = here.settled_with(id_)
    if settled.keys() >= whole.keys():
        return sentences.KEPT if _all_know(here, id_) else sentences.REFUSED
    return sentences.TOO_LITTLE if package.keys() >= here.public.issues.keys() else sentences.NOT_ALONE


def _all_know(here: Standing, id_: str) -> bool:
    """Whether all who hear the answer saw what was agreed."""
    facts = here.view.facts
    now = facts.meetings.get(facts.proposals[id_].made.meeting)
    agreed = [facts.meetings.get(facts.proposals[one].made.meeting) for one in here.view.outcome.proposals]
    agreed += [facts.meetings.get(facts.points[one].meeting) for one in here.view.outcome.points]
    hear = listeners(here.public, here.party, now.opened.seats) if now else frozenset()
    return all(there is not None and set(there.opened.seats) >= hear for there in agreed)
