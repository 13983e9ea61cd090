"""The frontier with the packages that were proposed: only where the author wrote what each option is worth to every party."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ...bargaining import Frontier, Scenario, Utility, frontier, solve
from ...bargaining.digits import json_number, told
from ...bargaining.figures import COLOURS, alternative, frontier_figure
from ...synthesis.export.paper import line_of
from ...synthesis.export.who import Who
from ..outline import Block, Figure, Line, Note, Section, Table
from .table import HeldTable

DEADLINE = 10.0
_INK = "#1b1f24"
PART = "It does not answer every issue, so that nobody can say what it is worth."


@dataclass(frozen=True)
class Offer:
    """A package that was proposed, or agreed."""

    number: int
    table: HeldTable
    by: str
    package: Mapping[str, str]
    agreed: bool

    @property
    def worths(self) -> tuple[Fraction, ...]:
        """What it is worth to each party; asked of whole packages only."""
        return tuple(self.table.worth(party, self.package) for party in self.table.public.parties)


def packages(tables: Sequence[HeldTable]) -> tuple[Section, ...]:
    """The section; none where the author wrote no points, or nothing was proposed."""
    if not tables or not tables[0].has_points:
        return ()
    offers = [*_offers(tables)]
    found = frontier(scenario(tables[0]), DEADLINE)
    blocks: list[Block] = [_figure(found, [one for one in offers if one.table.is_whole(one.package)])]
    blocks += [_table(offers, found, len(tables))] if offers else [Note("No package was proposed.")]
    return (Section("packages", "The frontier, and the packages that were proposed", tuple(blocks)),)


def scenario(table: HeldTable) -> Scenario:
    """The points of the exercise as a bargaining problem, under the names that people read."""
    public, who = table.public, table.who
    issues = {str(who.issues[key].title): tuple(who.issues[key].options.values()) for key in public.issues}
    utilities = {
        who.side(party): Utility(
            _renamed(who, table.setting.points[party].points), {}, table.setting.points[party].no_deal
        )
        for party in public.parties
    }
    return Scenario(line_of(public.title), issues, utilities)


def _renamed(who: Who, points: Mapping[str, Mapping[str, Fraction]]) -> dict[str, dict[str, Fraction]]:
    return {
        str(who.issues[issue].title): {who.option(issue, option): worth for option, worth in options.items()}
        for issue, options in points.items()
    }


def _offers(tables: Sequence[HeldTable]) -> Iterator[Offer]:
    number = 0
    for table in tables:
        agreed = {*table.outcome.proposals}
        for id_, one in table.facts.proposals.items():
            number += 1
            yield Offer(number, table, table.who.name(one.made.by), one.whole, id_ in agreed)
        if table.is_whole(table.outcome.settled) and not any(
            dict(table.facts.proposals[id_].whole) == dict(table.outcome.settled) for id_ in agreed
        ):
            number += 1
            yield Offer(number, table, "all together", table.outcome.settled, True)


def _figure(found: Frontier, offers: Sequence[Offer]) -> Figure:
    named = solve(found.scenario, DEADLINE)
    chart = frontier_figure(found, named)
    if len(found.scenario.parties) == 2 and offers:
        chart["layer"] += [*_layers(offers)]
        _widen(chart, offers)
    words = [*alternative(found, named), *(_told(one) for one in offers)]
    return Figure("The frontier, with what was proposed by its number", "", tuple(map(Line, words)), chart)


def _layers(offers: Sequence[Offer]) -> Iterator[dict[str, Any]]:
    values = [{"x": json_number(x), "y": json_number(y), "number": numbers, "agreed": agreed}
              for (x, y), (numbers, agreed) in _places(offers).items()]  # fmt: skip
    for agreed, size in ((False, 120), (True, 260)):
        here = [value for value in values if value["agreed"] == agreed]
        if here:
            ring = {
                "type": "point",
                "filled": False,
                "size": size,
                "strokeWidth": 2.5,
                "color": COLOURS[2 if agreed else 0],
            }
            yield {"data": {"values": here}, "mark": {**ring, "opacity": 1}, "encoding": {}}
            text = {"type": "text", "dx": 11, "dy": -9, "align": "left", "fontSize": 12, "fontWeight": "bold"}
            number = {"text": {"field": "number", "type": "nominal"}}
            yield {"data": {"values": here}, "mark": text, "encoding": number}


def _places(offers: Sequence[Offer]) -> dict[tuple[Fraction, Fraction], tuple[str, bool]]:
    """Offers of one worth share a place: their numbers stand beside each other."""
    found: dict[tuple[Fraction, Fraction], tuple[str, bool]] = {}
    for one in offers:
        first, second = one.worths
        numbers, agreed = found.get((first, second), ("", False))
        found[first, second] = (f"{numbers}, {one.number}".removeprefix(", "), agreed or one.agreed)
    return found


def _widen(chart: dict[str, Any], offers: Sequence[Offer]) -> None:
    """The axes reach to what was proposed, too: it may be worth less than anything else that is drawn."""
    for place, axis in enumerate(("x", "y")):
        scale = chart["encoding"][axis]["scale"]
        worths = [*scale["domain"], *(json_number(one.worths[place]) for one in offers)]
        margin = (max(worths) - min(worths) or 1) * 0.05
        scale["domain"] = [min(worths) - margin, max(worths) + margin]


def _told(one: Offer) -> str:
    worths = ", ".join(
        f"{one.table.who.side(party)} {told(worth)}"
        for party, worth in zip(one.table.public.parties, one.worths, strict=True)
    )
    return f"{one.number}, by {one.by}{' (agreed)' if one.agreed else ''}: {worths}"


def _table(offers: Sequence[Offer], found: Frontier, of: int) -> Table:
    parties = [*offers[0].table.public.parties]
    head = (
        "Number, by whom",
        "Package",
        *(f"Worth to {offers[0].table.who.side(p)}" for p in parties),
        "Of the frontier",
    )
    rows = tuple(tuple((Line(cell),) for cell in _row(one, found, of)) for one in offers)
    return Table(head, rows, "What was proposed")


def _row(one: Offer, found: Frontier, of: int) -> Iterator[str]:
    where = f", table {one.table.number}" if of > 1 else ""
    yield f"{one.number} {one.by}{where}{', agreed' if one.agreed else ''}"
    yield one.table.who.package(one.package)
    if not one.table.is_whole(one.package):
        yield from ("–" for _ in one.table.public.parties)
        yield PART
        return
    yield from map(told, one.worths)
    best = {each.utilities for each in found.shown(len(found.sums))}
    yield "yes" if one.worths in best else _why_not(one)


def _why_not(one: Offer) -> str:
    points = one.table.setting.points
    short = [p for p, worth in zip(one.table.public.parties, one.worths, strict=True) if worth < points[p].no_deal]
    if short:
        return f"no: worth less than no deal to {' and '.join(map(one.table.who.side, short))}"
    return "no: another is as good for all and better for one"
