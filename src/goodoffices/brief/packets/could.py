"""What could be agreed, where the author wrote points for every side: for the trainer alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice, product
from math import prod

from ...talks import Exercise, Talks, broken

Package = Mapping[str, str]
MOST = 100_000
"""Packages that are looked at one by one; of more nothing is told here, `goodoffices frontier` tells it."""


@dataclass(frozen=True)
class Could:
    """The packages that are better than none for every side, and the best of them."""

    allowed: int
    """How many the ties between the issues leave."""
    better: int
    """How many of these are worth at least no agreement to every side, beyond nobody's mandate and red line."""
    gains: int
    """How many of these are worth more than that to every side."""
    unbeaten: int
    """To how many of these no other is as good for all and better for one."""
    good: tuple["Good", ...]
    """The first of those that are better, the largest product of gains first (Nash 1950)."""

    @property
    def best(self) -> tuple[tuple[Package, tuple[Fraction, ...]], ...]:
        """Those of them that are unbeaten."""
        return tuple((one.package, one.worth) for one in self.good if one.unbeaten)


@dataclass(frozen=True)
class Good:
    """A package that is worth at least as much to every side as no agreement."""

    package: Package
    worth: tuple[Fraction, ...]
    gains: bool
    """Whether it is worth more than that to every side."""
    unbeaten: bool


def could_be(exercise: Exercise, talks: Talks, shown: int = 4) -> Could | None:
    """What could be; None where a side has no points or there are too many packages to look at."""
    parties = [*talks.parties]
    if (
        not parties
        or set(exercise.points) != set(parties)
        or prod(len(i.options) for i in talks.issues.values()) > MOST
    ):
        return None
    allowed = [package for package in _packages(talks) if broken(talks.links, package) is None]
    valued = ((p, tuple(_worth(exercise, party, p) for party in parties)) for p in allowed if not _beyond(exercise, p))
    floor = [exercise.points[party].no_deal for party in parties]
    good = [(p, worth) for p, worth in valued if all(w >= f for w, f in zip(worth, floor, strict=True))]
    told = [
        Good(p, worth, all(w > f for w, f in zip(worth, floor, strict=True)), not any(_dominates(o, worth) for _, o in good))
        for p, worth in good
    ]  # fmt: skip
    told.sort(key=lambda one: (-prod(w - f for w, f in zip(one.worth, floor, strict=True)), not one.unbeaten))
    counts = (sum(one.gains for one in told), sum(one.unbeaten for one in told))
    return Could(len(allowed), len(good), *counts, tuple(islice(told, shown)))


def referred(exercise: Exercise, package: Package) -> Iterator[tuple[str, str]]:
    """For a package the party and issue on which a head must ask."""
    for party, issues in exercise.mandates.items():
        for issue, mandate in issues.items():
            if package[issue] in mandate.must_refer:
                yield party, issue


def _packages(talks: Talks) -> Iterator[Package]:
    for options in product(*(issue.options for issue in talks.issues.values())):
        yield dict(zip(talks.issues, options, strict=True))


def _beyond(exercise: Exercise, package: Package) -> bool:
    """Whether it has an option that a side accepts in no package, or that no mandate reaches."""
    if any(package[i] in never for given in exercise.points.values() for i, never in given.red_lines.items()):
        return True
    return any(
        package[issue] not in (*mandate.may_accept, *mandate.must_refer)
        for issues in exercise.mandates.values() for issue, mandate in issues.items()
    )  # fmt: skip


def _worth(exercise: Exercise, party: str, package: Package) -> Fraction:
    return sum((exercise.points[party].points[issue][option] for issue, option in package.items()), Fraction(0))


def _dominates(one: tuple[Fraction, ...], other: tuple[Fraction, ...]) -> bool:
    return one != other and all(a >= b for a, b in zip(one, other, strict=True))
