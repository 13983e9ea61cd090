"""What could be agreed in a case, as far as its brief tells it: from points exactly, else from what is partly known."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..case import Case
from ..errors import DataError
from ..talks import NoDeal, PartyPreferences, Preferences, Talks

if TYPE_CHECKING:  # NumPy, SciPy and Numba take a second, which only a case with preferences is worth
    from ..bargaining import Frontier, Solutions
    from ..bargaining.readings import Agreement, Finding

READINGS = 1_000
"""Under each prior: a share is then told within three points or so."""
_SECONDS, _VECTORS = 60.0, 20_000
"""The most that the analysis of a brief may take; vectors of utilities of a frontier that is only drawn."""


@dataclass(frozen=True)
class Partly:
    """Preferences that are only partly known."""

    found: Agreement
    own: frozenset[str]
    """The sentences on what is certain that hold even without what is assumed or adopted."""


@dataclass(frozen=True)
class Exact:
    """Preferences that are points."""

    found: Solutions
    frontier: Frontier


@dataclass(frozen=True)
class Contradicted:
    """Nothing can be told: statements exclude each other, or nearly so."""

    problems: tuple[str, ...]


Agreed = Partly | Exact | Contradicted
_KEPT = "brief.agreed"


def agreed_in(case: Case) -> Agreed | None:
    """What could be agreed in a case; it takes a second or two, so it is worked out once for a case and kept with it."""
    known = vars(case)  # where `functools.cached_property` keeps what `case` itself works out
    if _KEPT not in known:
        known[_KEPT] = agreed(case.name, case.talks, case.preferences)
    found: Agreed | None = known[_KEPT]
    return found


def agreed(name: str, talks: Talks, preferences: Preferences | None) -> Agreed | None:
    """What could be agreed; None where nothing is said of what the sides want, or there is nothing to settle."""
    if preferences is None or not preferences.parties or not talks.issues:
        return None
    try:
        return _exact(name, talks, preferences) or _partly(talks, preferences)
    except DataError as error:
        return Contradicted(tuple(f"found {p.found}, expected {p.expected}" for p in error.problems))


def _exact(name: str, talks: Talks, preferences: Preferences) -> Exact | None:
    known = [preferences.parties.get(party) for party in talks.parties]
    if not all(wants is not None and wants.points is not None and wants.basis.basis != "told" for wants in known):
        return None
    # Here and below: only a case with preferences waits for the kernels.
    from ..bargaining import frontier, solve
    from ..bargaining.formats import scenario_of_case, titled

    scenario = titled(scenario_of_case(name, talks, preferences), talks)
    return Exact(solve(scenario, _SECONDS), frontier(scenario, _SECONDS, _VECTORS))


def _partly(talks: Talks, preferences: Preferences) -> Partly:
    from ..bargaining.readings import Settings, agree

    # Threads, since the work is compiled; the result is the same with any number of them.
    workers = min(4, os.cpu_count() or 1)
    settings = Settings(readings=READINGS, assumptions=False, deadline=_SECONDS, workers=workers)
    bare = own_words(preferences)
    with ThreadPoolExecutor(workers) as pool:
        found = agree(talks, preferences, settings, pool)
    certain = (*found.certain, *found.impossible) if bare == preferences else _certain(talks, bare)
    return Partly(found, frozenset(finding.text for finding in certain))


def _certain(talks: Talks, preferences: Preferences) -> tuple[Finding, ...]:
    """Only what is certain: no readings are drawn, which would take most of the time."""
    from ..bargaining.readings.agenda import Agenda
    from ..bargaining.readings.certain import certain
    from ..bargaining.readings.entries import counting, entries
    from ..bargaining.readings.study import Study
    from ..bargaining.readings.telling import certain_told, impossible_told
    from ..bargaining.readings.words import Words

    agenda, stated = Agenda.of(talks, preferences), counting(entries(preferences))
    study, words = Study.of(agenda, stated, seed=0), Words(talks, agenda)
    found = certain(study)
    return (*certain_told(words, study, found), *impossible_told(words, study, found, stated))


def own_words(preferences: Preferences) -> Preferences:
    """The preferences with what each party said itself, and without what is told, adopted or assumed."""
    return replace(preferences, parties={party: _own(wants) for party, wants in preferences.parties.items()})


def _own(wants: PartyPreferences) -> PartyPreferences:
    without = wants.no_deal
    keeps_points = wants.points is not None and wants.basis.basis == "own"
    return replace(
        wants,
        orders=tuple(e for e in wants.orders if e.basis == "own"),
        importance=tuple(e for e in wants.importance if e.basis == "own"),
        red_lines=tuple(e for e in wants.red_lines if e.basis == "own"),
        packages=tuple(e for e in wants.packages if e.basis == "own"),
        no_deal=without if isinstance(without, NoDeal) and without.basis == "own" else "unknown",
        points=wants.points if keeps_points else None,
        weights=wants.weights if keeps_points else None,
    )
