"""Parties, third parties and people as the reports name them, before anything is told of them."""

from collections import Counter
from collections.abc import Mapping, Sequence

from ...case.kinds import NEUTRAL, SAID, SPEAKS_FOR
from ...language.folding import fold
from ...record import Claim
from ...talks import Party, Person
from .joining import Met
from .roster import Actor, key_of

_KINDS = {
    "union": "union", "unions": "union", "nations": "international organisation", "council": "council",
    "company": "company", "corporation": "company", "ltd": "company", "inc": "company", "plc": "company", "gmbh": "company",
    "front": "movement", "movement": "movement", "party": "party", "ministry": "ministry", "commission": "commission",
    "committee": "committee", "board": "board", "army": "armed group", "bank": "bank", "city": "city", "court": "court",
}  # fmt: skip
UNKNOWN_KIND = "not said"


def side_of(claims: Sequence[Claim], actors: Mapping[str, Actor]) -> dict[str, str]:
    """The side for which each person is told to speak, most often told first; a side speaks for itself."""
    told: dict[str, Counter[str]] = {}
    for claim in claims:
        side = _side_told(claim)
        if side in actors and not actors[side].person and claim.modality in SAID:
            weight = 2 if claim.type in ("person_post", "delegation") else 1
            told.setdefault(claim.subject, Counter())[side] += weight
    found = {person: sides.most_common(1)[0][0] for person, sides in told.items()}
    return {**found, **{key: key for key, actor in actors.items() if not actor.person}}


def _side_told(claim: Claim) -> str:
    if claim.for_party is not None:
        return claim.for_party
    return str(claim.value) if claim.type == "delegation" and claim.predicate in SPEAKS_FOR else ""


def parties_of(
    main: Met | None, claims: Sequence[Claim], sides: Mapping[str, str], told: Sequence[Actor]
) -> tuple[str, ...]:
    """The parties: those who talk by most accounts, else those between whom the main meeting was.

    Else those whose delegations are told.
    """
    if len(told) > 1:
        return tuple(actor.id for actor in told)
    neutral = {claim.subject for claim in claims if claim.predicate in NEUTRAL}
    neutral |= {sides[key] for key in neutral if key in sides}
    if main is not None:
        between = list(dict.fromkeys(side for actor in main.parties if (side := sides.get(actor.id, ""))))
        apart = [side for side in between if side not in neutral]
        if len(between) > 1:
            return tuple(apart if len(apart) > 1 else between)
    led = dict.fromkeys(_side_told(claim) for claim in claims if claim.type == "delegation" and claim.modality in SAID)
    return tuple(side for side in led if sides.get(side) == side and side not in neutral)


def party(actor: Actor) -> Party:
    """A party or third party under the names that are printed."""
    from ..mentions.lists import countries  # loads the list of countries

    names = {key_of(name) for name in actor.printed}
    if names & countries().keys() and not any(name.isupper() and len(name) > 3 for name in names):
        kind = "state"
    else:
        kind = next(
            (_KINDS[w] for name in actor.printed for w in reversed(fold(name).split()) if w in _KINDS), UNKNOWN_KIND
        )
    return Party(name=actor.name, spellings=actor.spellings, kind=kind)


def person(actor: Actor, claims: Sequence[Claim], side: str | None) -> Person:
    """A person, with the side of whom no post says it; `claims`: those of which he is the subject."""
    held = any(c.type == "person_post" and c.for_party is not None and c.modality in SAID for c in claims)
    return Person(name=actor.name, spellings=actor.spellings, of=None if held else side)
