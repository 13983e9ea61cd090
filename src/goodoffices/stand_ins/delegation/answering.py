"""What a delegation answers to proposals.

1. A red line, and what is worth less than what it asks for by now, it refuses, and says which issue keeps it from accepting; what
   it refused before it accepts when it asks for less, or late when nothing better is left to hope for (`hope`), and the proposal
   still stands.
2. What is good enough it accepts where its mandate lets it; else it asks its principal, and does as that says. Where nobody sits
   there to be asked it accepts subject to confirmation.
3. It puts another proposal in the place of one that it refuses where it has one that it did not make yet, and says why.
4. What it offered or accepted before, and what together with a proposal that it is about to accept would be worth less than no
   deal, it takes back first.
"""

from datetime import timedelta

from goodoffices.proceedings import Accept, Act, Counter, Refer, Refuse, Withdraw
from goodoffices.proceedings.facts import ProposalFacts

from .. import sentences
from ..heard import own, put_before, same
from .reasons import why_not
from .stance import Standing

SOON = timedelta(seconds=1)
"""So much before its end a proposal is no longer answered."""


def answer(here: Standing) -> Act | None:
    """The answer to the first proposal that waits for one; then to one that was refused and is good enough by now."""
    there = {
        id_: one
        for id_, one in here.view.facts.proposals.items()
        if one.made.side != here.party and one.open_at(here.now + SOON)
    }
    # What was refused comes last: else a proposal would be accepted again that was just taken back for the sake of another.
    for id_, one in sorted(there.items(), key=lambda pair: here.answered(pair[1]) == "refuse"):
        if act := _answer(here, id_, one):
            return act
    return None


def _answer(here: Standing, id_: str, proposal: ProposalFacts) -> Act | None:
    package, given = proposal.whole, here.answered(proposal)
    if given == "accept":
        return None
    forbidden = here.referred(package) == "refuse" and not here.within(package)
    if forbidden or not _known(here, package) or not here.enough(id_):
        return None if given == "refuse" else _refuse(here, id_, proposal)
    if other := here.in_the_way(id_):
        return None if given == "refuse" else _clear(here, other)
    if here.within(package):
        return Accept(by=here.view.seat, proposal=id_, words=sentences.ACCEPTED)
    if not here.has_principal:
        return Accept(by=here.view.seat, proposal=id_, words=sentences.SUBJECT_TO)
    if given == "refer" or here.referred(package) == "waits":
        return None
    return Refer(by=here.view.seat, proposal=id_, words=sentences.REFERRED)


def _clear(here: Standing, other: str) -> Act:
    """Take back what does not go with a proposal that is about to be accepted."""
    if here.view.facts.proposals[other].made.side == here.party:
        return Withdraw(by=here.view.seat, proposal=other, words=sentences.TAKEN_BACK)
    return Refuse(by=here.view.seat, proposal=other, words=sentences.NO_LONGER)


def _known(here: Standing, package: dict[str, str]) -> bool:
    return all(option in here.worth.party.points.get(issue, {}) for issue, option in package.items())


def _refuse(here: Standing, id_: str, proposal: ProposalFacts) -> Act:
    meeting = proposal.made.meeting
    if proposal.made.side in here.others and meeting in here.view.here and new(here, meeting):
        words = f"{why_not(here, id_, instead=True)} {sentences.INSTEAD}"
        return Counter(by=here.view.seat, proposal=id_, package=here.offer, words=words)
    return Refuse(by=here.view.seat, proposal=id_, words=why_not(here, id_))


def new(here: Standing, meeting: str) -> bool:
    """Whether the delegation has something to offer that it has not put before a meeting yet, nor is settled."""
    settled = here.view.outcome.settled
    if not here.offer or same(here.offer, settled) or here.view.outcome.kind == "whole":
        return False
    return not any(same(package, here.offer) for package in put_before(here.view, meeting))


def withdrawal(here: Standing) -> str | None:
    """An own proposal that has been overtaken by an agreement, or that the principal did not confirm."""
    settled = here.view.outcome
    for id_, proposal in own(here.view).items():
        refused = here.answered(proposal) == "refuse"
        if refused or (settled.kind == "whole" and id_ not in settled.proposals):
            return id_
    return None
