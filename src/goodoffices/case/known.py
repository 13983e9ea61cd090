"""Preferences and a conflict as they could be known from some of the claims: what rests only on others drops out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from ..talks import Based, Conflict, NoDeal, PartyPreferences, Preferences

B = TypeVar("B", bound=Based)


@dataclass(frozen=True)
class KnownClaims:
    """The claims that could be known on a day; and of those that a reader does not read, that they are none of his.

    What he does not read brings nothing to a day: whether an entry was known then he learns from what he reads alone.
    """

    alive: frozenset[str]
    unread: frozenset[str] = frozenset()
    """Claims that he does not read, of any day."""
    for_team: bool = True

    def carry(self, claims: Iterable[str], *, widened: bool = False) -> bool:
        """Whether an entry on these claims was known: by one that he reads, or by any where he is named on it.

        One of which he reads none stays for now: whether something that he sees names it, no day says.
        """
        listed = {*claims} if widened else {*claims} - self.unread
        return not listed or bool(listed & self.alive)

    def of(self, claims: Iterable[str]) -> tuple[str, ...]:
        """Those that stay listed: for the team those that were known; for others all, so that no more is told than the known give.

        The team's words on an entry may have come of what another reader does not see, or of what was not known yet.
        """
        return tuple(key for key in claims if key in self.alive or not self.for_team)


def known_preferences(preferences: Preferences | None, known: KnownClaims) -> Preferences | None:
    """The preferences without the entries that rest only on claims which are not `alive`; what is assumed stays."""
    if preferences is None:
        return None
    return replace(preferences, parties={key: _known(wants, known) for key, wants in preferences.parties.items()})


def known_conflict(conflict: Conflict | None, known: KnownClaims) -> Conflict | None:
    """The conflict as it is: a ranking stays, also where the claims that it rested on are not known yet."""
    if conflict is None:
        return None
    bases = ((key, _cut(basis, known)) for key, basis in conflict.basis.items())
    return replace(conflict, basis={key: basis for key, basis in bases if basis is not None})


def _known(wants: PartyPreferences, known: KnownClaims) -> PartyPreferences:
    seen = replace(
        wants,
        orders=_all(wants.orders, known),
        importance=_all(wants.importance, known),
        red_lines=_all(wants.red_lines, known),
        packages=_all(wants.packages, known),
        no_deal=(_cut(wants.no_deal, known) or "unknown") if isinstance(wants.no_deal, NoDeal) else wants.no_deal,
    )
    basis = _cut(wants.basis, known)
    if basis is not None:
        return replace(seen, basis=basis)
    # Without its points a party has no unit either in which what it has without a deal could be told.
    valued = isinstance(seen.no_deal, NoDeal) and seen.no_deal.value is not None
    no_deal = "unknown" if valued else seen.no_deal
    return replace(seen, points=None, weights=None, discount=None, basis=Based(), no_deal=no_deal)


def _all(entries: tuple[B, ...], known: KnownClaims) -> tuple[B, ...]:
    return tuple(seen for entry in entries if (seen := _cut(entry, known)) is not None)


def _cut(entry: B, known: KnownClaims) -> B | None:
    """The entry with the claims that are known; None where it rests on claims alone and none of them is."""
    if not entry.own and not entry.told:
        return entry
    own, told = known.of(entry.own), known.of(entry.told)
    return replace(entry, own=own, told=told) if known.carry((*entry.own, *entry.told)) else None
