"""Rules on what stands beside the talks: preferences and conflict, which are the team's own, and what a program read."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any, TypeVar

from ...talks import Based, NoDeal, PartyPreferences
from ..model import Case
from .view import View

B = TypeVar("B", bound=Based)


def preferences(view: View, case: Case) -> Case:
    """An entry on claims is seen where all of these are; one that rests on none, or on a judgement, by whom its readers, or
    the file's, name. So are points: no claim says the numbers."""
    known = case.preferences
    if known is None:
        return case
    if not view.may(known):
        return replace(case, preferences=None)
    alive = {claim.id for claim in case.record.claims} - view.masked
    shown = view.is_widened(known)
    parties = {key: _wants(view, wants, alive, shown) for key, wants in known.parties.items()}
    parties = {key: wants for key, wants in parties.items() if wants != PartyPreferences()}
    if not parties and not shown:
        return replace(case, preferences=None)
    return replace(case, preferences=replace(known, parties=parties))


def _wants(view: View, wants: PartyPreferences, alive: Collection[str], shown: bool) -> PartyPreferences:
    def all_of(entries: tuple[B, ...]) -> tuple[B, ...]:
        return tuple(found for entry in entries if (found := _based(view, entry, alive, shown)) is not None)

    seen = replace(
        wants, orders=all_of(wants.orders), importance=all_of(wants.importance), red_lines=all_of(wants.red_lines),
        packages=all_of(wants.packages),
    )  # fmt: skip
    if isinstance(wants.no_deal, NoDeal):
        seen = replace(seen, no_deal=_based(view, wants.no_deal, alive, shown) or "unknown")
    if wants.points is not None and not (view.may(wants.basis) and (shown or view.is_widened(wants.basis))):
        # Claims say that there are points; the numbers are no words of any source.
        valued = isinstance(seen.no_deal, NoDeal) and seen.no_deal.value is not None
        no_deal = "unknown" if valued else seen.no_deal
        seen = replace(seen, points=None, weights=None, discount=None, basis=Based(), no_deal=no_deal)
    return seen


def _based(view: View, entry: B, alive: Collection[str], shown: bool) -> B | None:
    if not view.may(entry):
        return None
    claims = (*entry.own, *entry.told)
    seen = [key for key in claims if key in alive]
    if view.is_widened(entry):
        own, told = (tuple(key for key in keys if key in alive) for keys in (entry.own, entry.told))
        kept: Any = replace(entry, own=own, told=told)
        return kept  # type: ignore[no-any-return]  # of the same class
    if entry.adopted is not None and not shown:
        return None  # the judgement is the team's own, whatever the claims say
    if claims:
        # What says of a party more than the claims that are seen cannot be told from what they say: then it is not shown.
        return entry if len(seen) == len(claims) else None
    return entry if shown else None


def status_quo(view: View, case: Case) -> Case:
    """What holds without an agreement is told of the questions that he sees."""
    if case.preferences is None:
        return case
    held = {key: option for key, option in case.preferences.status_quo.items() if key in case.talks.issues}
    return replace(case, preferences=replace(case.preferences, status_quo=held))


def conflict(view: View, case: Case) -> Case:
    """The conflict is seen by whom its readers name; a ranking that rests on claims which are kept from him goes."""
    known = case.conflict
    if known is None or not view.is_widened(known):
        return replace(case, conflict=None)
    alive = {claim.id for claim in case.record.claims} - view.masked
    gone = {key for key, basis in known.basis.items() if _based(view, basis, alive, True) is None}
    return replace(
        case,
        conflict=replace(
            known,
            basis={key: basis for key, basis in known.basis.items() if key not in gone},
            preferences={key: ranks for key, ranks in known.preferences.items() if key not in gone},
            statements={key: wanted for key, wanted in known.statements.items() if key not in gone},
        ),
    )


def reading(view: View, case: Case) -> Case:
    """Who was taken to talk, as far as he sees them: the program took it from all reports together."""
    if case.reading is None:
        return case
    roster = case.reading.roster
    parties, thirds = case.talks.parties, case.talks.third_parties
    known = {name for named in (*parties.values(), *thirds.values()) for name in (named.name, *named.spellings)}
    cut = replace(
        roster,
        parties=tuple(replace(one, other=()) for one in roster.parties if one.name in known),
        third_parties=tuple(replace(one, other=()) for one in roster.third_parties if one.name in known),
    )
    return replace(case, reading=replace(case.reading, roster=cut))
