"""The named packages as plain data, for programs."""

from fractions import Fraction
from typing import Any

from ..digits import json_number
from .result import Solutions
from .solution import CONCEPTS, Closest, Solution


def data(found: Solutions) -> dict[str, Any]:
    """All that was found; a concept for which the deadline came too early is null."""
    concepts = CONCEPTS if found.agreement_possible else ()
    return {
        "agreement_possible": found.agreement_possible,
        "parties": list(found.scenario.parties),
        "no_deal": [json_number(u.no_deal or Fraction()) for u in found.scenario.utilities.values()],
        "solutions": {c: _solution(found.solutions[c]) if c in found.solutions else None for c in concepts},
        "closest": None if found.closest is None else _closest(found.closest),
    }


def _solution(solution: Solution) -> dict[str, Any]:
    return {
        "package": solution.package,
        "utilities": [json_number(u) for u in solution.utilities],
        "value": json_number(solution.value),
        "bound": None if solution.bound is None else json_number(solution.bound),
        "proven": solution.proven,
        "ties": solution.ties,
    }


def _closest(closest: Closest) -> dict[str, Any]:
    return {
        "package": closest.package,
        "utilities": [json_number(u) for u in closest.utilities],
        "shortfall": json_number(closest.shortfall),
        "shortfalls": [json_number(s) for s in closest.shortfalls],
        "proven": closest.proven,
    }
