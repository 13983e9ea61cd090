"""What could be agreed in a case, as far as its brief tells it: from points exactly, else from what is partly known."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..case import Case
from ..errors import DataError
from ..talks import Preferences, Talks

if TYPE_CHECKING:  # NumPy, SciPy and Numba take a second, which only a case with preferences is worth
    from ..bargaining import Frontier, Solutions
    from ..bargaining.readings import Agreement

READINGS = 1_000
"""Under each prior: a share is then told within three points or so."""
_SECONDS, _VECTORS = 60.0, 20_000
"""The most that the analysis of a brief may take; vectors of utilities of a frontier that is only drawn."""


@dataclass(frozen=True)
class Partly:
    """Preferences that are only partly known."""

    found: Agreement


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
    """What could be agreed; None where there is nothing to settle."""
    if not talks.issues:
        return None
    stated = preferences or Preferences(format="preferences/1")
    try:
        return _exact(name, talks, stated) or _partly(talks, stated)
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
    with ThreadPoolExecutor(workers) as pool:
        return Partly(agree(talks, preferences, settings, pool))
