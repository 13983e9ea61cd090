"""What all parts of a draft are made from: the proposals in the case's terms, and whom and which meetings they name."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...record import NARRATOR, Claim
from .account import values_of
from .actors import Actor
from .meetings import Met

SAID = frozenset({"asserted", "presupposed", "hedged"})
"""Only what is said in these ways is taken into the talks as it stands."""
NEUTRAL = {
    "hosts": "host", "mediates": "mediator", "facilitates": "facilitator", "chairs": "chair", "observes": "observer",
    "guarantees": "guarantor", "witnesses": "witness",
}  # fmt: skip
"""Parts in a meeting that are no party's, and their roles."""
SPEAKS_FOR = ("heads", "represents", "member_of")


@dataclass(frozen=True)
class Sheet:
    """The proposals by id, with everything that they name."""

    claims: tuple[Claim, ...]
    """In the case's terms."""
    actors: dict[str, Actor]
    """Parties, third parties and people by id."""
    meetings: dict[str, Met]
    """Meetings by id."""
    main: str | None
    """The meeting that the talks are about."""
    parties: tuple[str, ...]
    """The sides of the dispute."""

    @cached_property
    def sides(self) -> tuple[str, ...]:
        """Parties and third parties."""
        return tuple(key for key, actor in self.actors.items() if not actor.person)

    @cached_property
    def people(self) -> tuple[str, ...]:
        """The people."""
        return tuple(key for key, actor in self.actors.items() if actor.person)

    @cached_property
    def side_of(self) -> dict[str, str]:
        """The side for which each person is told to speak, most often told first; a side speaks for itself."""
        told: dict[str, Counter[str]] = {}
        for claim in self.claims:
            side = _side_told(claim)
            if side in self.actors and not self.actors[side].person and claim.modality in SAID:
                told.setdefault(claim.subject, Counter())[side] += (
                    2 if claim.type in ("person_post", "delegation") else 1
                )
        found = {person: sides.most_common(1)[0][0] for person, sides in told.items()}
        return {**found, **{side: side for side in self.sides}}

    def said(self, *types: str) -> Iterator[Claim]:
        """The claims of some types that are said to be so."""
        return (claim for claim in self.claims if claim.type in types and claim.modality in SAID)

    def meeting_of(self, claim: Claim) -> str | None:
        """The meeting that a claim speaks of, if it says which."""
        named = (claim.meeting, claim.subject, *map(str, values_of(claim)))
        return next((key for key in named if key is not None and key in self.meetings), None)

    def speaker(self, claim: Claim) -> str | None:
        """Who tells what a claim says: the last of the chain; None for the source itself."""
        last = claim.attributed_to[-1]
        if last == "?" and len(claim.attributed_to) > 1:
            last = claim.attributed_to[-2] + "?"
        return None if last.removesuffix("?") in (NARRATOR, "") else last


def _side_told(claim: Claim) -> str:
    if claim.for_party is not None:
        return claim.for_party
    return str(claim.value) if claim.type == "delegation" and claim.predicate in SPEAKS_FOR else ""


def parties_of(
    met: Met | None, sides: dict[Actor, str], claims: Sequence[Claim], side_of: dict[str, str]
) -> tuple[str, ...]:
    """The sides: those between whom the main meeting was, else those whose delegations are told; nobody else is made one."""
    neutral = {claim.subject for claim in claims if claim.predicate in NEUTRAL}
    neutral |= {side_of[key] for key in neutral if key in side_of}
    if met is not None:
        between = list(dict.fromkeys(side for actor in met.parties if (side := side_of.get(sides[actor], ""))))
        apart = [side for side in between if side not in neutral]
        if len(between) > 1:
            return tuple(apart if len(apart) > 1 else between)
    led = dict.fromkeys(_side_told(claim) for claim in claims if claim.type == "delegation" and claim.modality in SAID)
    return tuple(side for side in led if side in side_of and side_of[side] == side and side not in neutral)


def ids(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The ids of some claims, each once."""
    return tuple(dict.fromkeys(claim.id for claim in claims))
