"""What an accepted claim would add to the talks, as a pure function: the talks and a claim go in, offers come out.

Nothing is offered where the talks say something else: whose account the team follows is a person's matter. A draft is offers
taken in order (`build`); there is no other way from a claim to the talks.
"""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..case.kinds import BY_NAME
from ..documents import sha256_of
from ..language.folding import fold
from ..record import Claim
from . import actors, meetings, positions, results, sayings
from .changes import Change, Steps
from .evidence import is_finer
from .index import Index
from .made import Made, place_of

_MAKERS: Mapping[str, Sequence[Callable[[Index, Claim], Iterator[Made]]]] = {
    "person_post": (actors.posts,),
    "delegation": (actors.delegations,),
    "meeting": (meetings.facts, meetings.remarks, results.next_meeting),
    "mediation": (meetings.roles,),
    "attendance": (meetings.roles, meetings.absences),
    "absence": (meetings.absences, meetings.roles),
    "position": (positions.positions, positions.conditions),
    "signature": (results.instruments,),
    "outcome": (results.outcomes, meetings.results),
    "statement": (positions.conditions, sayings.statements),
    "decision": (sayings.statements, meetings.sendings),
    "assessment": (sayings.assessments,),
    "context": (sayings.background,),
}
_MOST = 100
"""Far more than a claim can offer; an offer that stands after it was taken is a programming error, not a long draft."""
_UNSAID = (None, "not said", "unknown")


@dataclass(frozen=True, slots=True)
class Offer:
    """What a claim would add: nothing of it is written before a person says yes."""

    claim: str
    kind: str
    told: str
    changes: tuple[Change, ...] = field(repr=False)
    choice: bool = False
    """Accounts differ: what a draft does not take by itself."""

    @property
    def id(self) -> str:
        """Its name within a page; the same after a reload."""
        return sha256_of(repr((self.claim, self.told, self.changes)).encode())[:12]


def offers_of(index: Index, claim: Claim) -> tuple[Offer, ...]:
    """What a claim would add to the talks, whether or not it counts."""
    found = (_offer(index, claim, made) for made in made_by(index, claim))
    return tuple(offer for offer in found if offer is not None)


def made_by(index: Index, claim: Claim) -> Iterator[Made]:
    """What a claim makes, there already or not. The table decides whether it makes an entry of a kind; a maker knows only how."""
    for make in _MAKERS.get(claim.type, ()):
        yield from (made for made in make(index, claim) if BY_NAME[made.kind].makes(claim))


def _offer(index: Index, claim: Claim, made: Made) -> Offer | None:
    steps = place_of(index, made)
    if steps is None:
        return Offer(claim.id, made.kind, made.told, (*made.first, _new(index, claim, made)), made.choice)
    entry = index.at(*steps)
    grown = _grown(index, claim, made, steps, entry)
    if grown is None or (claim.id in entry.get("claims", ()) and not grown):
        return None
    told = made.told if grown else f"{made.told} (there already): rests on {claim.id}, too"
    return Offer(
        claim.id,
        made.kind,
        told,
        (*(made.first if grown else ()), *grown, *rest_on(claim.id, steps, entry)),
        made.choice,
    )


def _new(index: Index, claim: Claim, made: Made) -> Change:
    common = {key: value for key, given in made.common.items() if (value := given(claim)) is not None}
    said = {key: value for key, value in {**made.entry, **common}.items() if value not in (None, [])}
    if made.key is not None:
        return Change("put", (*made.holder, made.key), {**said, "claims": [claim.id]})
    own = {"id": index.next_id(str(made.holder[0]), made.own_id)} if made.own_id else {}
    return Change("append", made.holder, {**own, **said, "claims": [claim.id]})


def _grown(index: Index, claim: Claim, made: Made, steps: Steps, entry: Mapping[str, Any]) -> list[Change] | None:
    """What the claim adds to an entry that is there; None where the entry says something else."""
    changes: list[Change] = []
    for key, value in made.entry.items() if made.key is not None else ():
        if isinstance(value, list):
            changes += [Change("append", (*steps, key), one) for one in value if one not in entry.get(key, [])]
        elif value is not None:
            now = entry.get(key)
            if now in _UNSAID or (key == "date" and is_finer(value, now)):
                changes.append(Change("put", (*steps, key), value))
            elif fold(str(now)) != fold(str(value)) and not (key == "date" and is_finer(now, value)):
                return None
    return changes + common_changes(index, claim, made, steps, entry)


def common_changes(
    index: Index, claim: Claim, made: Made, steps: Steps, entry: Mapping[str, Any], *, leaving: bool = False
) -> list[Change]:
    """Fields that all claims of an entry share: one more claim, or one less, may bring or end what they agree on.

    What a person wrote in place of what the claims give stays.
    """
    changes = []
    rest = [index.claims[key] for key in entry.get("claims", []) if key in index.claims and key != claim.id]
    for key, given in made.common.items():
        before, after = _shared(given, [*rest, claim]), _shared(given, rest)
        before, after = (before, after) if leaving else (after, before)
        if before != after and entry.get(key) == before:
            changes.append(Change("put", (*steps, key), after) if after else Change("drop", (*steps, key)))
    return changes


def _shared(given: Callable[[Claim], str | None], claims: Sequence[Claim]) -> str | None:
    told = {value for claim in claims if (value := given(claim)) is not None}
    return next(iter(told)) if len(told) == 1 else None


def rest_on(claim: str, steps: Steps, entry: Mapping[str, Any]) -> list[Change]:
    """An entry that is there rests on one claim more; that it has none need not be explained any longer."""
    if claim in entry.get("claims", ()):
        return []
    added = Change("append", (*steps, "claims"), claim)
    return [added, Change("drop", (*steps, "unsourced"))] if "unsourced" in entry else [added]


def build(index: Index, claims: Sequence[Claim], kinds: Container[str] = frozenset(BY_NAME)) -> None:
    """Take all offers of some kinds, in order, again and again until nothing more comes of them; choices are a person's."""
    while [claim for claim in claims if _take(index, claim, kinds)]:
        pass


def _take(index: Index, claim: Claim, kinds: Container[str]) -> bool:
    """Take all that a claim offers; whether it offered anything. After each the rest is asked for anew: it may hang on that."""
    taken = 0
    while (offer := _next(index, claim, kinds)) is not None:
        for change in offer.changes:
            index.make(change)
        taken += 1
        assert taken < _MOST, f"{claim.id} is offered again and again: {offer}"
    return taken > 0


def _next(index: Index, claim: Claim, kinds: Container[str]) -> Offer | None:
    return next((one for one in offers_of(index, claim) if not one.choice and one.kind in kinds), None)
