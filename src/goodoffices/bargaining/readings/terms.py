"""What is stated of all parties, and the packages that it leaves: all that is needed to tell what is certain."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations, islice, product

import numpy as np

from ..grid import Ints
from .agenda import Agenda
from .packages import WATCHED, Packages, packages_of
from .statements import Entry, Wants, wants_of


@dataclass(frozen=True)
class RedLine:
    """An option that a party accepts in no package."""

    party: str
    option: int


@dataclass(frozen=True)
class Terms:
    """The statements that count."""

    agenda: Agenda
    wants: tuple[Wants, ...]
    """Of each party, in the order of the agenda."""
    red_lines: tuple[RedLine, ...]
    packages: Packages
    """The packages that no red line excludes; of many those that change one or two things of the status quo."""

    @classmethod
    def of(cls, agenda: Agenda, stated: Iterable[Entry]) -> "Terms":
        """From the entries that count."""
        listed = tuple(stated)
        wants = tuple(wants_of(agenda, party, listed) for party in agenda.parties)
        lines = tuple(dict.fromkeys(RedLine(own.party, option) for own in wants for option in own.red))
        left = packages_of(agenda, [line.option for line in lines])
        rows = list(islice(_near(agenda, left), WATCHED)) if not left.listed else []
        return cls(agenda, wants, lines, replace(left, rows=np.array(rows, dtype=np.int64)) if rows else left)

    @property
    def rows(self) -> Ints:
        """The packages that are looked at one by one; shape (packages, issues)."""
        return self.packages.rows

    @property
    def red(self) -> list[int]:
        """The options that red lines exclude."""
        return [line.option for line in self.red_lines]


def _near(agenda: Agenda, packages: Packages) -> Iterator[Ints]:
    """The packages that settle one block of issues, or two, otherwise than the status quo."""
    if agenda.status_quo is None:
        return
    today = np.array(agenda.status_quo, dtype=np.int64)
    for many in (1, 2):
        for some in combinations(packages.blocks, many):
            for ways in product(*(block.choices for block in some)):
                row = today.copy()
                for block, way in zip(some, ways, strict=True):
                    places = list(block.issues)
                    row[places] = way + packages.starts[places]
                if all(packages.holds(row, block) for block in packages.blocks) and (row != today).any():
                    yield row
