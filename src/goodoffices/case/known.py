"""Preferences and a conflict as they could be known from some of the claims: what rests only on others drops out."""

from collections.abc import Collection
from dataclasses import replace
from typing import TypeVar

from ..talks import Based, Conflict, NoDeal, PartyPreferences, Preferences

B = TypeVar("B", bound=Based)


def known_preferences(preferences: Preferences | None, alive: Collection[str]) -> Preferences | None:
    """The preferences without the entries that rest only on claims which are not `alive`; what is assumed stays."""
    if preferences is None:
        return None
    return replace(preferences, parties={key: _known(wants, alive) for key, wants in preferences.parties.items()})


def known_conflict(conflict: Conflict | None, alive: Collection[str]) -> Conflict | None:
    """The conflict as it is: a ranking stays, also where the claims that it rested on are not known yet."""
    if conflict is None:
        return None
    bases = ((key, _cut(basis, alive)) for key, basis in conflict.basis.items())
    return replace(conflict, basis={key: basis for key, basis in bases if basis is not None})


def _known(wants: PartyPreferences, alive: Collection[str]) -> PartyPreferences:
    seen = replace(
        wants,
        orders=_all(wants.orders, alive),
        importance=_all(wants.importance, alive),
        red_lines=_all(wants.red_lines, alive),
        packages=_all(wants.packages, alive),
        no_deal=(_cut(wants.no_deal, alive) or "unknown") if isinstance(wants.no_deal, NoDeal) else wants.no_deal,
    )
    basis = _cut(wants.basis, alive)
    if basis is not None:
        return replace(seen, basis=basis)
    # Without its points a party has no unit either in which what it has without a deal could be told.
    valued = isinstance(seen.no_deal, NoDeal) and seen.no_deal.value is not None
    no_deal = "unknown" if valued else seen.no_deal
    return replace(seen, points=None, weights=None, discount=None, basis=Based(), no_deal=no_deal)


def _all(entries: tuple[B, ...], alive: Collection[str]) -> tuple[B, ...]:
    return tuple(seen for entry in entries if (seen := _cut(entry, alive)) is not None)


def _cut(entry: B, alive: Collection[str]) -> B | None:
    """The entry with the claims that are known; None where it rests on claims alone and none of them is."""
    own, told = (tuple(key for key in keys if key in alive) for keys in (entry.own, entry.told))
    if (own, told) == (entry.own, entry.told):
        return entry
    return replace(entry, own=own, told=told) if own or told else None
