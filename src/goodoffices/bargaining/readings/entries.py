"""The entries of preferences.yaml, one by one: whose, of which kind, on what ground, and whether they count.

Everything that follows works on a tuple of entries, so that one can be dropped, or one that is only told be adopted.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ...talks import Based, Importance, NoDeal, Order, PackageStatement, PartyPreferences, Preferences, RedLine

Kind = Literal["order", "importance", "red line", "package", "no deal", "points"]


@dataclass(frozen=True)
class Entry:
    """One entry of a party."""

    party: str
    kind: Kind
    number: int
    """Which of its kind, counted from 1."""
    item: Order | Importance | RedLine | PackageStatement | NoDeal | PartyPreferences
    """What stands in the file; of points, all that the party's part holds."""
    basis: Based

    @property
    def constrains(self) -> bool:
        """Whether it counts as the file stands: what is told counts only once it is adopted."""
        return self.basis.constrains

    @property
    def place(self) -> str:
        """Where in the file it stands."""
        key = {"order": "orders", "importance": "importance", "red line": "red_lines", "package": "packages"}.get(
            self.kind
        )
        return f"parties.{self.party}." + (f"{key}[{self.number}]" if key else self.kind.replace(" ", "_"))


def entries(preferences: Preferences) -> tuple[Entry, ...]:
    """Every entry, party by party, in the order of the file."""
    return tuple(entry for party, wants in preferences.parties.items() for entry in _of(party, wants))


def counting(every: Iterable[Entry]) -> tuple[Entry, ...]:
    """Those that constrain what a party wants."""
    return tuple(entry for entry in every if entry.constrains)


def _of(party: str, wants: PartyPreferences) -> Iterator[Entry]:
    kinds: tuple[tuple[Kind, tuple[Order | Importance | RedLine | PackageStatement, ...]], ...] = (
        ("order", wants.orders), ("importance", wants.importance), ("red line", wants.red_lines), ("package", wants.packages),
    )  # fmt: skip
    for kind, items in kinds:
        yield from (Entry(party, kind, number, item, item) for number, item in enumerate(items, 1))
    if isinstance(wants.no_deal, NoDeal):
        yield Entry(party, "no deal", 1, wants.no_deal, wants.no_deal)
    if wants.points is not None:
        yield Entry(party, "points", 1, wants, wants.basis)
