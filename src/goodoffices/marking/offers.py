"""What an accepted claim would add to talks.yaml, as a pure function: a case and a claim go in, offers come out.

Nothing is offered where talks.yaml says something else: whose account the team follows is a person's matter.
"""

from collections.abc import Callable, Iterator, Mapping

from ..case import Case
from ..case.walk import Node
from ..record import Claim, fold
from ..talks import Meeting, Position, Post
from . import offers_matters, offers_meetings, offers_who
from .offer import Change, Offer

_BY_TYPE: Mapping[str, Callable[[Case, Claim], Iterator[Offer]]] = {
    "person_post": offers_who.posts,
    "delegation": offers_who.delegations,
    "meeting": offers_meetings.facts,
    "mediation": offers_meetings.roles,
    "attendance": offers_meetings.roles,
    "absence": offers_meetings.absences,
    "position": offers_matters.positions,
    "outcome": offers_matters.outcomes,
    "statement": offers_matters.statements,
    "decision": offers_matters.statements,
    "assessment": offers_matters.assessments,
    "context": offers_matters.background,
}


def offers_for(case: Case, claim: Claim, resting: list[Node]) -> tuple[Offer, ...]:
    """What the claim would add; `resting`: the entries that list it already, of which only stale words are offered anew."""
    if not claim.counts:
        return ()
    if resting:
        return tuple(offer for node in resting for offer in _stale(case, claim, node))
    found = _BY_TYPE.get(claim.type)
    return tuple(found(case, claim)) if found else ()


def _stale(case: Case, claim: Claim, node: Node) -> Iterator[Offer]:
    """The entry was written from the claim as it was; a person edited the claim, and nothing else holds the old words."""
    entry, changes = node.entry, {}
    if isinstance(entry, Meeting):
        if claim.predicate in ("date", "place", "venue") and not _held_by_others(case, claim, entry):
            changes = {claim.predicate: str(claim.value)}
    elif entry.claims != (claim.id,):
        return
    elif isinstance(entry, Post) and claim.predicate == "post":
        changes = {"title": str(claim.value)}
    elif isinstance(entry, Position) and claim.option is not None and claim.issue is not None:
        changes = {"issue": claim.issue, "option": claim.option}
        changes |= {"stance": claim.predicate} if claim.predicate in offers_matters.STANCES else {}
    elif claim.type in ("outcome", "statement", "assessment", "context") and hasattr(entry, "text"):
        changes = {"text": str(claim.value)}
    stale = {key: value for key, value in changes.items() if fold(str(getattr(entry, key) or "")) != fold(value)}
    if stale:
        told = ", ".join(f"{key} to “{value}”, which is “{getattr(entry, key)}” now" for key, value in stale.items())
        where = " ".join(str(s + 1) if isinstance(s, int) else s for s in node.steps)
        yield Offer(
            claim.id, f"In {where} set {told}", tuple(Change("set", (*node.steps, k), v) for k, v in stale.items())
        )


def _held_by_others(case: Case, claim: Claim, meeting: Meeting) -> bool:
    """Whether another claim that counts says what the meeting says now."""
    now = fold(str(getattr(meeting, claim.predicate) or ""))
    others = (case.claims[key] for key in meeting.claims if key != claim.id and key in case.claims)
    return any(c.counts and c.predicate == claim.predicate and fold(str(c.value)) == now for c in others)
