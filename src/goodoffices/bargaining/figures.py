"""Figures of the exact analysis as Vega-Lite descriptions (Satyanarayan and others 2017), which others render.

Two parties: a plane, a point for each package of the frontier. Three and more: parallel coordinates (Inselberg 1985), a line for
each package over one axis for each party. The named packages and no deal stand out in both.
The figure of what is only partly known is `readings/figure.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from .digits import Digits, json_number
from .pareto import Frontier
from .pareto.listed import listable, listed
from .solutions import Solutions
from .solutions.words import alike

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
# Okabe and Ito (2008): told apart with any kind of colour vision, on light and on dark ground.
COLOURS = ("#d55e00", "#0072b2", "#009e73", "#cc79a7")
SHAPES = ("diamond", "square", "triangle-up", "triangle-down")
GREY = "#8a939e"
MOST_POINTS, MOST_LINES = 2_000, 200
"""The most packages of the frontier that are drawn; more are spread evenly."""
MOST_PALE = 1_000
"""Packages up to which all others are drawn, too."""
NO_DEAL, CLOSEST = "no deal", "closest package"
_WIDE, _TALL = 460, 360
Utilities = tuple[Fraction, ...]
Values = list[dict[str, Any]]


@dataclass(frozen=True)
class _Named:
    """What stands out in a figure."""

    name: str
    utilities: Utilities


def frontier_figure(frontier: Frontier, found: Solutions) -> dict[str, Any]:
    """The frontier of a scenario with its named packages and no deal."""
    parties = frontier.scenario.parties
    return (_plane if len(parties) == 2 else _parallel)(frontier, _named(found))


def alternative(frontier: Frontier, found: Solutions) -> tuple[str, ...]:
    """The same in words."""
    parties = frontier.scenario.parties
    digits = _digits(frontier, _named(found))
    worth = [
        f"{each.name}: "
        + ", ".join(f"{p} {d.told(u)}" for p, d, u in zip(parties, digits, each.utilities, strict=True))
        for each in _named(found)
    ]
    return (f"The frontier has {frontier.size:,} of {frontier.scenario.packages:,} packages.", *worth)


def _named(found: Solutions) -> list[_Named]:
    named = [_Named(name, solution.utilities) for name, solution in alike(found.solutions)]
    if found.closest is not None:
        named.append(_Named(CLOSEST, found.closest.utilities))
    return [*named, _Named(NO_DEAL, found.scenario.no_deal)]


def _plane(frontier: Frontier, named: Sequence[_Named]) -> dict[str, Any]:
    """Two parties: the first across, the second upwards; lines at no deal part what both could accept from the rest."""
    first, second = frontier.scenario.parties
    drawn = [each.utilities for each in frontier.shown(MOST_POINTS)]
    no_deal, rest = named[-1].utilities, _rest(frontier)
    pale = "; pale: another is as good for all and better for one, or somebody has more without a deal" if rest else ""
    layers: list[dict[str, Any]] = [
        _rule("x", no_deal[0]), _rule("y", no_deal[1]),
        _layer(rest, {"type": "circle", "size": 20, "color": GREY, "opacity": 0.5}),
        _layer(_pairs(drawn), {"type": "line", "color": GREY, "strokeWidth": 1, "opacity": 0.7}),
        _layer(_pairs(drawn), {"type": "circle", "size": 26, "color": GREY, "opacity": 1}),
        {
            "data": {"values": [{**_pair(n.utilities), "name": n.name} for n in named]},
            "mark": {"type": "point", "filled": True, "size": 130, "opacity": 1},
            "encoding": {"color": _scale("color", named), "shape": _scale("shape", named)},
        },
    ]  # fmt: skip
    return {
        **_head(f"What the packages of the frontier are worth to {first} and to {second}."),
        "title": {"text": "The frontier", "subtitle": _counted(frontier, len(drawn)) + pale},
        "encoding": {
            "x": {"field": "x", "type": "quantitative", "title": f"worth to {first}", "scale": _domain("x", layers)},
            "y": {"field": "y", "type": "quantitative", "title": f"worth to {second}", "scale": _domain("y", layers)},
        },
        "layer": layers,
    }  # fmt: skip


def _domain(axis: str, layers: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """From the least that is drawn to the most, with a margin: no deal often is the least, and would lie on the frame."""
    drawn = [value[axis] for layer in layers for value in layer["data"]["values"] if layer["mark"]["type"] != "rule"]
    low, high = min(drawn), max(drawn)
    margin = (high - low or 1) * 0.05
    return {"domain": [low - margin, high + margin], "nice": False, "zero": False}


def _rest(frontier: Frontier) -> Values:
    """Packages that some other one dominates, where there are few: what would be wasteful."""
    scenario, grid = frontier.scenario, listable(frontier.scenario)
    if grid is None or scenario.packages > MOST_PALE:
        return []
    best = {frontier.grid.utility(row) for row in frontier.sums.tolist()}
    rows = dict.fromkeys(grid.utility(row) for row in listed(scenario, grid)[1].tolist())
    return [_pair(row) for row in rows if row not in best]


def _parallel(frontier: Frontier, named: Sequence[_Named]) -> dict[str, Any]:
    """Three and more parties, or one: an axis for each, from the least that is drawn to the most."""
    scenario = frontier.scenario
    drawn = [each.utilities for each in frontier.shown(MOST_LINES)]
    every = [*drawn, *(n.utilities for n in named)]
    lows, highs = ([edge(column) for column in zip(*every, strict=True)] for edge in (min, max))
    axes = [*zip(scenario.parties, lows, highs, strict=True)]
    path = {"type": "line", "strokeWidth": 1, "opacity": 0.5, "color": GREY}
    layers = [
        {"mark": path, "data": {"values": _lines(axes, [(f"{n}", u) for n, u in enumerate(drawn)])}, "encoding": _line("detail")},
        {
            "mark": {"type": "line", "strokeWidth": 2.5, "point": {"size": 70}},
            "data": {"values": _lines(axes, [(n.name, n.utilities) for n in named])},
            "encoding": {
                **_line("detail"),
                "color": _scale("color", named, "stroke"), "strokeDash": _scale("dash", named, "stroke"),
            },
        },
        *(_ends(axes, _digits(frontier, named), top) for top in (True, False)),
    ]  # fmt: skip
    axis = {
        "orient": "bottom", "grid": True, "gridOpacity": 0.6, "domain": False, "ticks": False,
        "labelAngle": 0, "labelLimit": 110, "labelPadding": 18,
    }  # fmt: skip
    return {
        **_head("What the packages of the frontier are worth to each party: a line for each package."),
        "title": {"text": "The frontier", "subtitle": _counted(frontier, len(drawn))},
        "width": max(_WIDE, 90 * len(axes)),
        "encoding": {
            "x": {
                "field": "party", "type": "nominal", "sort": list(scenario.parties), "title": None,
                "scale": {"padding": 0.4}, "axis": axis,
            },
            "y": {"field": "at", "type": "quantitative", "axis": None, "scale": {"domain": [-0.02, 1.02]}},
        },
        "layer": layers,
    }  # fmt: skip


def _lines(axes: Sequence[tuple[str, Fraction, Fraction]], named: Sequence[tuple[str, Utilities]]) -> Values:
    return [
        {"party": party, "name": name, "at": json_number((worth - low) / (high - low)) if high > low else 0.5}
        for name, utilities in named
        for (party, low, high), worth in zip(axes, utilities, strict=True)
    ]


def _line(channel: str) -> dict[str, Any]:
    return {channel: {"field": "name", "type": "nominal"}}


def _ends(axes: Sequence[tuple[str, Fraction, Fraction]], digits: Sequence[Digits], top: bool) -> dict[str, Any]:
    """The numbers at one end of the axes."""
    values = [
        {"party": party, "at": 1.0 if top else 0.0, "told": d.told(high if top else low)}
        for (party, low, high), d in zip(axes, digits, strict=True)
        if top or high > low
    ]
    mark = {"type": "text", "dy": -10 if top else 12, "fontSize": 11, "clip": False}
    return {"data": {"values": values}, "mark": mark, "encoding": {"text": {"field": "told", "type": "nominal"}}}


def _head(description: str) -> dict[str, Any]:
    return {"$schema": SCHEMA, "description": description, "width": _WIDE, "height": _TALL}


def _counted(frontier: Frontier, drawn: int) -> str:
    whole = f"{frontier.size:,} of {frontier.scenario.packages:,} packages" + (
        "" if frontier.exact else f", {frontier.certainty}"
    )
    return whole if drawn == frontier.size else f"{whole}; {drawn:,} drawn"


def _digits(frontier: Frontier, named: Sequence[_Named]) -> list[Digits]:
    some = [each.utilities for each in frontier.shown(MOST_LINES)]
    digits = Digits.shared(zip(*some, *(n.utilities for n in named), strict=True))
    return [digits] * len(frontier.scenario.parties)


def _pair(utilities: Utilities) -> dict[str, Any]:
    first, second = utilities
    return {"x": json_number(first), "y": json_number(second)}


def _pairs(drawn: Sequence[Utilities]) -> Values:
    return [_pair(utilities) for utilities in drawn]


def _layer(values: Values, mark: dict[str, Any]) -> dict[str, Any]:
    return {"data": {"values": values}, "mark": mark, "encoding": {}}


def _rule(axis: str, at: Fraction) -> dict[str, Any]:
    """A line through no deal; it brings its own encoding, since a rule over the whole plane has one of the two axes only."""
    mark = {"type": "rule", "strokeDash": [4, 4], "color": GREY, "opacity": 0.9}
    other = "y" if axis == "x" else "x"
    return {
        "data": {"values": [{"x": json_number(at), "y": json_number(at)}]},
        "mark": mark,
        "encoding": {axis: {"field": axis, "type": "quantitative"}, other: None},
    }


def _scale(channel: str, named: Sequence[_Named], symbol: str | None = None) -> dict[str, Any]:
    """Colours, shapes or dashes of what stands out; no deal is grey, a cross, dashed."""
    names = [n.name for n in named]
    own: dict[str, Sequence[Any]] = {
        "color": COLOURS, "shape": SHAPES, "dash": ([1, 0], [8, 2], [6, 2, 2, 2], [3, 2]),
    }  # fmt: skip
    last = {"color": GREY, "shape": "cross", "dash": [2, 4]}[channel]
    scale = {"domain": names, "range": [*own[channel][: len(names) - 1], last]}
    legend = {
        "orient": "bottom",
        "columns": 2,
        "labelLimit": 420,
        "title": None,
        "symbolSize": 110 if symbol is None else 500,
    }
    if symbol is not None:
        legend |= {"symbolType": symbol, "symbolStrokeWidth": 2.5, "symbolFillColor": None}
    return {"field": "name", "type": "nominal", "scale": scale, "legend": legend}
