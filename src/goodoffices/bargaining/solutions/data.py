"""The named packages as plain data, for programs."""

from typing import Any

from ..digits import exact_text, json_number
from .result import CONCEPTS, Closest, Concept, Solution, Solutions


def data(found: Solutions) -> dict[str, Any]:
    """All that was found; a concept for which the deadline came too early is null. Exact values stand as text beside the floats."""
    concepts = CONCEPTS if found.agreement_possible else ()
    no_deal = found.scenario.no_deal
    return {
        "agreement_possible": found.agreement_possible,
        "nobody_gains": found.nobody_gains,
        "rounded": found.rounded,
        "parties": list(found.scenario.parties),
        "no_deal": [json_number(d) for d in no_deal],
        "exact_no_deal": [exact_text(d) for d in no_deal],
        "solutions": {c: _solution(found, c, found[c]) if c in found.solutions else None for c in concepts},
        "closest": None if found.closest is None else _closest(found.closest),
    }


def _solution(found: Solutions, concept: Concept, solution: Solution) -> dict[str, Any]:
    share_of_nothing = concept == "kalai_smorodinsky" and found.nobody_gains
    return {
        "package": solution.package,
        "utilities": [json_number(u) for u in solution.utilities],
        "exact_utilities": [exact_text(u) for u in solution.utilities],
        "value": None if share_of_nothing else json_number(solution.value),
        "exact_value": None if share_of_nothing else exact_text(solution.value),
        "bound": None if solution.bound is None or share_of_nothing else json_number(solution.bound),
        "proven": solution.proven,
        "rounded": solution.rounded,
        "ties": solution.ties,
    }


def _closest(closest: Closest) -> dict[str, Any]:
    return {
        "package": closest.package,
        "utilities": [json_number(u) for u in closest.utilities],
        "exact_utilities": [exact_text(u) for u in closest.utilities],
        "shortfall": json_number(closest.shortfall),
        "shortfalls": [json_number(s) for s in closest.shortfalls],
        "exact_shortfalls": [exact_text(s) for s in closest.shortfalls],
        "proven": closest.proven,
        "rounded": closest.rounded,
    }
