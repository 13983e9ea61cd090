"""A frontier as plain data, for programs."""

from collections.abc import Iterable
from typing import Any

from ..digits import exact_text, json_number
from .result import Frontier, Point


def data(frontier: Frontier, most: int) -> dict[str, Any]:
    """The frontier with at most so many packages; `complete` where it is certain that none is missing.

    Where there are more packages than that, those with the same utilities are listed once, so that `bound` holds for what is
    listed.
    """
    whole = frontier.size <= most
    points: Iterable[Point] = frontier.points() if whole else frontier.shown(most)
    return {
        "packages": frontier.scenario.packages,
        "parties": list(frontier.scenario.parties),
        "complete": frontier.exact and whole,
        "rounded": frontier.rounded,
        "nobody_gains": frontier.nobody_gains,
        "bound": None if frontier.bound is None else [json_number(b) for b in frontier.bound],
        "points": [_point(point) for point in points],
    }


def _point(point: Point) -> dict[str, Any]:
    return {
        "package": point.package,
        "utilities": [json_number(u) for u in point.utilities],
        "exact_utilities": [exact_text(u) for u in point.utilities],
    }
