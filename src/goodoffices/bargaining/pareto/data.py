"""A frontier as plain data, for programs."""

from collections.abc import Iterator
from typing import Any

from ..digits import json_number
from .result import Frontier, Point


def data(frontier: Frontier, most: int) -> dict[str, Any]:
    """The frontier with at most so many packages; `complete` where none is missing.

    Where there are more packages than that, those with the same utilities are listed once, so that `bound` holds for what is
    listed.
    """
    whole = frontier.size <= most
    points = list(frontier.points() if whole else _one_each(frontier, most))
    return {
        "packages": frontier.scenario.packages,
        "parties": list(frontier.scenario.parties),
        "complete": frontier.exact and whole,
        "bound": None if frontier.bound is None else [json_number(b) for b in frontier.bound],
        "points": [{"package": p.package, "utilities": [json_number(u) for u in p.utilities]} for p in points],
    }


def _one_each(frontier: Frontier, most: int) -> Iterator[Point]:
    return (each.point for each in frontier.shown(most))
