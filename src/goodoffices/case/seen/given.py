"""The claims of an entry that a reader sees, and what can be asked of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ...language.folding import fold
from ...record import Claim, polarity
from ...talks import UNSAID, Day, without_doubt
from ..kinds import SAID, SPEAKS_FOR
from ..model import Case
from ..own_words import (
    values_of,
)


@dataclass(frozen=True, slots=True)
class Seen:
    """The claims of an entry that are seen: all, and those that make it; and the case in which they stand."""

    key: str
    claims: Sequence[Claim]
    makers: Sequence[Claim]
    case: Case

    def id(self, name: str | None, *kinds: str) -> str | None:
        """The id that a name means, where it is one of these kinds."""
        key = self.case.names.id(without_doubt(name)) if name else None
        return key if any(key in getattr(self.case.talks, kind) for kind in kinds) else None

    def side(self, name: str | None) -> str | None:
        """A party or third party."""
        return self.id(name, "parties", "third_parties")

    def actor(self, name: str | None) -> str | None:
        """A party, third party or person."""
        return self.id(name, "parties", "third_parties", "people")

    def stands_for(self, who: str, of: str | None) -> str | None:
        """The side for which somebody speaks, by the claims that are seen or by what stands of him.

        `of`: what the entry has. On a day on which no claim tells it yet an entry of which all is seen keeps it, too.
        """
        return side_of(self.case, who) or (of if of is not None and of == self.case.names.party_of(who) else None)

    def meeting(self, claim: Claim) -> str | None:
        """The meeting that a claim speaks of."""
        named = (claim.meeting, claim.subject, *values_of(claim))
        return next((key for name in named if (key := self.id(name, "meetings")) is not None), None)


def side_of(case: Case, person: str) -> str | None:
    """The only side for which the claims of a case tell that somebody speaks; None where they tell none, or several."""
    if person not in case.talks.people:
        return None
    found: set[str] = set()
    for claim in case.record.claims:
        if case.names.id(claim.subject) == person and polarity(claim).asserts and claim.modality in SAID:
            told = str(claim.value) if claim.type == "delegation" and claim.predicate in SPEAKS_FOR else claim.for_party
            found |= {case.names.id(told)} if told else set()
    return next(iter(found)) if len(found) == 1 else None


def only(values: Iterable[Any]) -> Any:
    """The one value that all give; None where none does, or they differ."""
    found = {fold(str(value)): value for value in values if value is not None}
    return next(iter(found.values())) if len(found) == 1 else None


def day_told(value: str | None) -> Day:
    """A day; not said where it is none."""
    try:
        return Day.parse(value) if value is not None else UNSAID
    except ValueError:
        return UNSAID
