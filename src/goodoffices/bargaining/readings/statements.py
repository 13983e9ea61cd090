"""The entries of preferences.yaml, one by one, and what some of them say of one party, as numbers.

Everything that follows works on a tuple of entries, so that one can be dropped, or one that is only told be adopted. A party's
value of a package is a sum over the issues (Keeney and Raiffa 1976, chapter 3); every statement compares two such sums.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from ...errors import DataError, Problem
from ...talks import Based, Importance, NoDeal, Order, PackageStatement, PartyPreferences, Preferences, RedLine
from .agenda import FILE, Agenda, Row

Kind = Literal["order", "importance", "red line", "package", "no deal", "points"]
_KEYS = {"order": "orders", "importance": "importance", "red line": "red_lines", "package": "packages"}


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
    def judged(self) -> bool:
        """Whether somebody's judgement makes it count: it is adopted or assumed. Points need no ground."""
        return self.constrains and (self.basis.adopted is not None or self.basis.assumed is not None)

    @property
    def in_points(self) -> bool:
        """Whether it is a no deal in points, which means nothing without them."""
        return self.kind == "no deal" and getattr(self.item, "value", None) is not None

    @property
    def place(self) -> str:
        """Where in the file it stands."""
        key = _KEYS.get(self.kind)
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


Swing = tuple[int, int, int, int]
"""value(0) - value(1) is at least value(2) - value(3)."""


@dataclass(frozen=True)
class Wants:
    """What some entries of one party say; options by their numbers in the agenda."""

    party: str
    better: tuple[tuple[int, int], ...] = ()
    """The first option is better than the second."""
    ties: tuple[tuple[int, int], ...] = ()
    """Two options are equally good."""
    swings: tuple[Swing, ...] = ()
    accepts: tuple[Row, ...] = ()
    """Packages at least as good as no deal."""
    refuses: tuple[Row, ...] = ()
    """Packages worse than no deal."""
    red: tuple[int, ...] = ()
    """Options that it accepts in no package."""
    at_status_quo: bool = False
    """No deal is as good as the status quo."""
    no_deal: Fraction | None = None
    """What no deal is worth, in the unit of the points."""
    points: tuple[Fraction, ...] | None = None
    """What each option is worth, where all is known; in the order of the agenda."""

    @property
    def no_deal_known(self) -> bool:
        """Whether something states what the party has without a deal."""
        return self.at_status_quo or self.no_deal is not None


def wants_of(agenda: Agenda, party: str, stated: Iterable[Entry]) -> Wants:
    """What the entries of a party say together; entries of others are passed over."""
    better: list[tuple[int, int]] = []
    ties: list[tuple[int, int]] = []
    swings: list[Swing] = []
    accepts: list[Row] = []
    refuses: list[Row] = []
    red: list[int] = []
    quo, no_deal, points = False, None, None
    for entry in stated:
        if entry.party != party:
            continue
        match entry.item:
            case Order() as order:
                more, equal = _order(agenda, order)
                better += more
                ties += equal
            case Importance() as importance:
                swings.append(_swing(agenda, importance))
            case RedLine() as line:
                red.append(agenda.numbers[line.issue, line.option])
            case PackageStatement(accepts=None) as statement:
                refuses.append(agenda.row(statement.refuses or {}))
            case PackageStatement() as statement:
                accepts.append(agenda.row(statement.accepts or {}))
            case NoDeal() as without:
                quo, no_deal = without.package is not None, without.value
                if quo:
                    agenda.row({})  # says so where there is no status quo
            case PartyPreferences() as exact:
                points = _points(agenda, party, exact)
    if no_deal is not None and points is None:
        raise DataError([Problem(FILE, 0, 0, f"a no deal of {party} in points, but no points that count", "points")])
    return Wants(
        party, tuple(better), tuple(ties), tuple(swings), tuple(accepts), tuple(refuses), tuple(red), quo, no_deal, points
    )  # fmt: skip


def _order(agenda: Agenda, order: Order) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    levels = [
        [agenda.numbers[order.issue, option] for option in ((level,) if isinstance(level, str) else level)]
        for level in order.best_first
        if level
    ]
    better = [(a, b) for above, below in pairwise(levels) for a in above for b in below]
    ties = [pair for level in levels for pair in pairwise(level)]
    return better, ties


def _swing(agenda: Agenda, importance: Importance) -> Swing:
    (issue, start, end), (other, before, after) = importance.swing, importance.over
    numbers = agenda.numbers
    return numbers[issue, end], numbers[issue, start], numbers[other, after], numbers[other, before]


def _points(agenda: Agenda, party: str, exact: PartyPreferences) -> tuple[Fraction, ...]:
    points, weights = exact.points or {}, exact.weights or {}
    missing = [f"{issue}: {option}" for issue, option in agenda.names if option not in points.get(issue, {})]
    if missing:
        found = f"no points of {party} for {', '.join(missing)}"
        raise DataError([Problem(FILE, 0, 0, found, "points for every option of every issue")])
    return tuple(weights.get(issue, Fraction(1)) * points[issue][option] for issue, option in agenda.names)
