"""Who was taken to talk and to help, for a person to look at."""

from collections import Counter
from collections.abc import Container, Iterator

from ...record import Assumed, AssumedRoster
from .roster import Actor, Roster


def assumed(roster: Roster, parties: Container[str]) -> AssumedRoster:
    """The parties of a draft, and who helps by any account."""
    talking = tuple(_one(actor, None) for actor in roster.all if not actor.person and actor.id in parties)
    return AssumedRoster(parties=talking, third_parties=tuple(_helping(roster, parties)))


def _helping(roster: Roster, parties: Container[str]) -> Iterator[Assumed]:
    roles: dict[Actor, Counter[str]] = {}
    for one in (t for some in roster.talking for t in some if t.role and t.actor.id not in parties):
        roles.setdefault(one.actor, Counter())[one.role] += 1
    yield from (_one(actor, told.most_common(1)[0][0]) for actor, told in roles.items())


def _one(actor: Actor, role: str | None) -> Assumed:
    return Assumed(name=actor.name, other=actor.spellings, role=role)
