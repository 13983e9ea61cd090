"""The frontier with the packages that were proposed: only where the author wrote what each option is worth to every party."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ...bargaining import Frontier, Scenario, Utility, frontier, solve
from ...bargaining.digits import json_number
from ...bargaining.figures import COLOURS, alternative, frontier_figure
from ...synthesis.export.paper import line_of
from ...synthesis.export.who import Who
from ...talks import Link
from ..outline import Figure, Line, Section
from .table import HeldTable

DEADLINE = 10.0
MOST_NUMBERS = 25
"""Of more proposals than these only those that were agreed bear their number in the figure."""
SHOWN_BELOW = (
    "Rings: what was proposed, large ones what was agreed; what each is worth stands in the tables of proposals."
)


@dataclass(frozen=True)
class Offer:
    """A whole package that was proposed, or agreed: only of one that answers every issue anybody can say what it is worth."""

    number: str
    worths: tuple[Fraction, ...]
    agreed: bool


def packages(tables: Sequence[HeldTable]) -> tuple[Section, ...]:
    """The section; none where the author wrote no points."""
    if not tables[0].has_points:
        return ()
    found = frontier(scenario(tables[0]), DEADLINE)
    figure = _figure(found, [one for table in tables for one in _offers(table, len(tables))])
    return (Section("packages", "The frontier, and what was proposed", (figure,)),)


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
    return Scenario(line_of(public.title), issues, utilities, (*_ties(table), *_red_lines(table)))


def _ties(table: HeldTable) -> Iterator[Link]:
    """What the case ties together: a package that breaks a tie cannot be had."""
    for tie in table.public.ties:
        if_, then = (
            {
                str(table.who.issues[i].title): tuple(table.who.option(i, o) for o in options)
                for i, options in side.items()
            }
            for side in (tie.if_, tie.then)
        )
        yield Link(if_=if_, then=then, why=tie.why)


def _red_lines(table: HeldTable) -> Iterator[Link]:
    """A package with an option that a party accepts in none is no agreement, whatever it is worth."""
    for party, issue, option in table.red_lines:
        named: dict[str, tuple[str, ...]] = {str(table.who.issues[issue].title): (table.who.option(issue, option),)}
        yield Link(if_=named, then={}, why=f"a red line of {table.who.side(party)}")


def _renamed(who: Who, points: Mapping[str, Mapping[str, Fraction]]) -> dict[str, dict[str, Fraction]]:
    return {
        str(who.issues[issue].title): {who.option(issue, option): worth for option, worth in options.items()}
        for issue, options in points.items()
    }


def _offers(table: HeldTable, of: int) -> Iterator[Offer]:
    before = f"{table.number}/" if of > 1 else ""
    for form in table.forms:
        if table.is_whole(form.whole):
            yield Offer(f"{before}{form.number}", table.worths(form.whole), table.is_agreed(form))
    settled = table.outcome.settled
    if table.is_whole(settled) and not any(
        table.is_agreed(form) and form.whole == dict(settled) for form in table.forms
    ):
        yield Offer(f"{before}end", table.worths(settled), agreed=True)


def _figure(found: Frontier, offers: Sequence[Offer]) -> Figure:
    named = solve(found.scenario, DEADLINE)
    chart = frontier_figure(found, named)
    if len(found.scenario.parties) == 2 and offers:
        chart["layer"] += [*_layers(offers)]
        _widen(chart, offers)
    words = [*alternative(found, named), SHOWN_BELOW]
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
            if agreed or len(offers) <= MOST_NUMBERS:
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
