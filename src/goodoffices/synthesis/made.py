"""What one claim makes, before it is held against what stands in the talks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..record import NARRATOR, Claim
from ..talks import without_doubt
from .changes import Change, Steps
from .index import Index

Common = Mapping[str, Callable[[Claim], str | None]]
"""Fields that an entry has only where all its claims give the same."""


@dataclass(frozen=True, slots=True)
class Made:
    """An entry of a kind of `case.kinds`, as one claim makes it."""

    kind: str
    holder: Steps
    """The list, or the mapping, in which it stands."""
    entry: Mapping[str, Any]
    """What tells it apart, and in a mapping what else is said of it; a list of values grows by those that are new."""
    told: str
    """The offer in words."""
    key: str | None = None
    """Its key, where it stands in a mapping."""
    own_id: str | None = None
    """The letter of its own id, where it has one: p for p1."""
    first: tuple[Change, ...] = ()
    """What has to be there before it: a person, an issue."""
    common: Common = field(default_factory=dict)
    choice: bool = False
    """Accounts differ, or it may be the one or the other: only a person says yes."""


def place_of(index: Index, made: Made) -> Steps | None:
    """Where the entry stands already; None where it does not."""
    if made.key is not None:
        steps = (*made.holder, made.key)
        return steps if index.at(*steps) is not None else None
    return index.find(made.kind, made.holder, made.entry)


def speaker(index: Index, claim: Claim) -> str | None:
    """Who tells what a claim says, with `?` where that is left open: the last of the chain; None for the source itself."""
    last = claim.attributed_to[-1]
    if last == "?" and len(claim.attributed_to) > 1:
        last = claim.attributed_to[-2].removesuffix("?") + "?"
    bare = without_doubt(last)
    if bare in (NARRATOR, ""):
        return None
    known = index.actor(bare) or (index.id(bare) if index.place_of(bare) == "delegations" else None)
    return (known or bare) + last[len(bare) :]


def meeting_of(index: Index, claim: Claim) -> str | None:
    """The meeting of the talks that a claim speaks of."""
    values = claim.value if isinstance(claim.value, tuple) else (str(claim.value),)
    return index.meeting(claim.meeting, claim.subject, *values)


def side_of(index: Index, who: str, claim: Claim) -> str | None:
    """The side on whose behalf somebody acts: as the claim says, else as all accounts say; never himself."""
    told = index.side(claim.for_party) or index.side(index.evidence.side_of(who))
    return told if told != who else None


def is_name(text: str) -> bool:
    """Whether words can name somebody new: with a capital letter, or in a script that has none; `both sides` names nobody."""
    return any(letter.isupper() or letter.lower() == letter.upper() for letter in text if letter.isalpha())


def new_side(index: Index, name: str) -> tuple[str, tuple[Change, ...]]:
    """The id of a party or third party, and the change that enters one whom the talks do not know."""
    known = index.side(name)
    if known is not None:
        return known, ()
    place = "parties" if index.evidence.is_party(name) else "third_parties"
    key = index.new_id(name, "party")
    return key, (Change("put", (place, key), {"name": name, "kind": "not said"}),)


def new_person(index: Index, name: str) -> tuple[str, tuple[Change, ...]]:
    """The id of a person, and the change that enters one whom the talks do not know."""
    if index.place_of(name) == "people":
        return index.id(name), ()
    key = index.new_id(name, "person")
    return key, (Change("put", ("people", key), {"name": name}),)
