"""What holds in every reading and what in none, whatever the unknowns are: without a prior."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, permutations

import numpy as np
from numpy.typing import NDArray

from ..grid import Ints
from .agenda import Agenda, Row
from .known_points import KnownPoints
from .linear_programs import Cone, EveryReading, difference, gain, readings_of
from .terms import Terms

Mask = NDArray[np.bool_]
MOST_PROGRAMS = 300
"""The most linear programs for one list of packages; where more would be needed, its number is a lower bound."""
MOST_EXCHANGES = 5_000
"""The most exchanges of two issues that are looked at."""


@dataclass(frozen=True)
class Sure:
    """Packages of which something is certain for a party."""

    party: str
    rows: Ints
    complete: bool
    """Whether every package was decided."""


@dataclass(frozen=True)
class Improvement:
    """A change of one issue, or of two together, that is worse for nobody and better for some, whatever else is settled."""

    before: Row
    after: Row
    better: tuple[str, ...]
    """Those for whom it is certainly better; for the others it is certainly no worse."""
    packages: int
    """How many packages it improves; 0 where there are too many to look at each."""


@dataclass(frozen=True)
class Certain:
    """All that is certain."""

    preferred: tuple[Sure, ...]
    """Packages that a party prefers to no deal in every reading."""
    refused: tuple[Sure, ...]
    """Packages that are worse than no deal for a party in every reading; its red lines are told apart."""
    for_all: Ints
    """Packages that all prefer to no deal in every reading."""
    improvements: tuple[Improvement, ...]
    dominated: int
    """How many packages one of the improvements makes better."""


def certain(terms: Terms) -> Certain:
    """What follows from the statements alone."""
    cones = [readings_of(terms.agenda, wants) for wants in terms.wants]
    above = [_at_least(terms.agenda, cone) for cone in cones]
    preferred, refused, all_prefer = [], [], np.ones(len(terms.rows), dtype=np.bool_)
    for wants, cone, order in zip(terms.wants, cones, above, strict=True):
        sure, complete = _sure(terms, cone, order)
        complete = complete and terms.packages.listed
        preferred.append(Sure(wants.party, terms.rows[sure], complete))
        all_prefer &= sure
        sure, complete = _sure(terms, cone, order, worse=True)
        complete = complete and terms.packages.listed
        refused.append(Sure(wants.party, terms.rows[sure], complete))
    improvements, dominated = _improvements(terms, cones, above)
    return Certain(tuple(preferred), tuple(refused), terms.rows[all_prefer], improvements, dominated)


def _at_least(agenda: Agenda, cone: EveryReading) -> Mask:
    """Whether an option is at least as good as another of its issue, in every reading; shape (options, options)."""
    found = np.eye(agenda.size, dtype=np.bool_)
    for start, end in pairwise(agenda.starts):
        for a, b in permutations(range(int(start), int(end)), 2):
            found[a, b] = cone.at_least(difference(agenda, [a], [b]))
    return found


def _sure(terms: Terms, cone: EveryReading, above: Mask, worse: bool = False) -> tuple[Mask, bool]:
    """Which packages are better (or worse) than no deal in every reading, and whether all were decided."""
    rows = terms.rows
    if not cone.binds_no_deal or not len(rows):
        return np.zeros(len(rows), dtype=np.bool_), True
    forms = np.array([gain(terms.agenda, tuple(row)) for row in rows]) * (-1 if worse else 1)
    if isinstance(cone, KnownPoints):
        return cone.more_of_each(forms), True
    assert isinstance(cone, Cone)
    return _programmed(terms, cone, forms, above if not worse else above.T)


def _programmed(terms: Terms, cone: Cone, forms: Ints, above: Mask) -> tuple[Mask, bool]:
    """For which packages a form is positive in every reading; `above`: from which option that follows for which other."""
    rows = terms.rows
    sure, open_ = np.zeros(len(rows), dtype=np.bool_), np.ones(len(rows), dtype=np.bool_)
    seen, budget = 0, cone.solved + MOST_PROGRAMS
    while True:
        for point in cone.points[seen:]:
            open_ &= forms @ point > 0
        seen = len(cone.points)
        left = np.flatnonzero(open_)
        if not len(left) or cone.solved >= budget:
            return sure, not len(left)
        number = left[np.argmin(_distance(terms.agenda, rows[left]))]
        open_[number] = False
        if cone.more(forms[number]):
            # Whatever is at least as good (bad) in every issue needs no program of its own.
            implied = above[rows, rows[number][None, :]].all(axis=1)
            sure |= implied
            open_ &= ~implied


def _distance(agenda: Agenda, rows: Ints) -> Ints:
    """How many issues differ from the status quo: near packages are decided first, since they imply the far ones."""
    if agenda.status_quo is None:
        return np.zeros(len(rows), dtype=np.int64)
    return np.asarray((rows != np.array(agenda.status_quo)).sum(axis=1), dtype=np.int64)


def _improvements(
    terms: Terms, cones: Sequence[EveryReading], above: Sequence[Mask]
) -> tuple[tuple[Improvement, ...], int]:
    found = []
    dominated = np.zeros(len(terms.rows), dtype=np.bool_)
    places = {tuple(map(int, row)) for row in terms.rows}
    for before, after in _changes(terms, above):
        better = _better(terms, cones, before, after)
        if not better:
            continue
        improved = _improved(terms, places, before, after)
        if improved.any() or not terms.packages.listed:
            found.append(Improvement(before, after, better, int(improved.sum()) * terms.packages.listed))
            dominated |= improved
    return tuple(found), int(dominated.sum())


def _changes(terms: Terms, above: Sequence[Mask]) -> Iterator[tuple[Row, Row]]:
    """Changes that are certainly worse for nobody where that follows issue by issue; then exchanges that may be."""
    agenda = terms.agenda
    options = [range(int(a), int(b)) for a, b in pairwise(agenda.starts)]
    steps = [list(permutations(own, 2)) for own in options]
    red = {line.option for line in terms.red_lines}
    for own in steps:
        yield from (((a,), (b,)) for a, b in own if b not in red and all(order[b, a] for order in above))
    # Without comparisons across issues, an exchange is certain only where each of its steps is.
    if not any(w.swings or w.accepts or w.refuses or w.points for w in terms.wants):
        return
    pairs = [(x, y) for one, other in combinations(steps, 2) for x in one for y in other]
    if len(pairs) > MOST_EXCHANGES:
        return
    for (a, b), (c, d) in pairs:
        if {b, d} & red:
            continue
        if not any(all(order[to, of] for order in above) for of, to in ((a, b), (c, d))):
            yield (a, c), (b, d)


def _better(terms: Terms, cones: Sequence[EveryReading], before: Row, after: Row) -> tuple[str, ...]:
    """Those for whom a change is certainly better, where it is certainly worse for nobody; else nobody."""
    form = difference(terms.agenda, after, before)
    if not all(cone.at_least(form) for cone in cones):
        return ()
    return tuple(wants.party for wants, cone in zip(terms.wants, cones, strict=True) if cone.more(form))


def _improved(terms: Terms, places: set[tuple[int, ...]], before: Row, after: Row) -> Mask:
    """The packages that hold what is changed, and become a package that no red line or link excludes."""
    held = np.all([(terms.rows == option).any(axis=1) for option in before], axis=0)
    for number in np.flatnonzero(held):
        swapped = tuple(dict(zip(before, after, strict=True)).get(int(o), int(o)) for o in terms.rows[number])
        held[number] = swapped in places
    return np.asarray(held, dtype=np.bool_)
