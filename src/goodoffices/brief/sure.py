"""A draft as far as the program may tell it in sentences: who met, when, where and who led, where that is nearly certain."""

from collections.abc import Callable, Container, Iterable
from dataclasses import replace
from decimal import Decimal

from ..case import Case
from ..case.seen import settled
from ..record import Claim
from ..talks import UNSAID, Delegation, Meeting, Person, Talks

LEAST = Decimal("0.9")
"""The confidence from which a proposal is told as a sentence; what is less sure stands in the report's own words."""
_WHO = frozenset({"parties", "participants"})
_Sure = Callable[[Iterable[str], Container[str]], bool]


def sure(case: Case, doubted: Container[str] = frozenset()) -> Case:
    """The case without what only doubtful proposals tell; a case that is no draft as it is.

    `doubted`: claims of which another report says otherwise.
    """
    if not case.talks.draft:
        return case

    def holds(keys: Iterable[str], predicates: Container[str]) -> bool:
        """Whether a claim with one of the predicates may be told; what no proposal says is a person's matter."""
        about = [c for c in (case.claims[k] for k in keys if k in case.claims) if c.predicate in predicates]
        return not about or any(_is_sure(claim) and claim.id not in doubted for claim in about)

    return replace(case, talks=_told(case.talks, holds))


def _is_sure(claim: Claim) -> bool:
    """Whether a person accepted it, or nothing says how sure a proposal is, or it is sure enough."""
    return claim.counts or claim.confidence is None or claim.confidence >= LEAST


def _told(talks: Talks, holds: _Sure) -> Talks:
    delegations = {key: _delegation(one, holds) for key, one in talks.delegations.items()}
    meetings = {key: _meeting(one, holds) for key, one in talks.meetings.items() if holds(one.claims, _WHO)}
    people = {key: _person(one, holds) for key, one in talks.people.items()}
    return settled(replace(talks, delegations=delegations, meetings=meetings, people=people))


def _meeting(meeting: Meeting, holds: _Sure) -> Meeting:
    date = meeting.date if holds(meeting.claims, {"date"}) else UNSAID
    place = meeting.place if holds(meeting.claims, {"place"}) else None
    venue = meeting.venue if holds(meeting.claims, {"venue"}) else None
    return replace(meeting, date=date, place=place, venue=venue)


def _delegation(delegation: Delegation, holds: _Sure) -> Delegation:
    return delegation if holds(delegation.claims, {"heads"}) else replace(delegation, head=None)


def _person(person: Person, holds: _Sure) -> Person:
    return replace(person, posts=tuple(post for post in person.posts if holds(post.claims, {"post"})))
