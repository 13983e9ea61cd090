"""What "to nine digits" promises, against an oracle of the scenario's own numbers."""

from fractions import Fraction
from math import prod

from goodoffices.bargaining import Frontier, Scenario, Solutions

from .oracle import Oracle

F = Fraction
NINE_DIGITS = F(1, 10**9)


def scales(scenario: Scenario) -> list[Fraction]:
    """What nine digits of a party's numbers are counted from."""
    return [
        sum(
            (max(abs(u.worth(i, o)) for o in options) for i, options in scenario.issues.items()), abs(u.no_deal or F(0))
        )
        or F(1)
        for u in scenario.utilities.values()
    ]


def check_frontier_to_nine_digits(found: Frontier, oracle: Oracle) -> None:
    """What the true frontier has clearly above no deal is met by a listed package; and no listed one is clearly below."""
    hair = [scale * NINE_DIGITS for scale in scales(found.scenario)]
    told = [point.utilities for point in found.points()]
    no_deal = found.scenario.no_deal
    assert all(w >= d - h for u in told for w, d, h in zip(u, no_deal, hair, strict=True))
    for one in oracle.frontier:
        true = oracle.fractions(one.utilities)
        if all(w >= d + h for w, d, h in zip(true, no_deal, hair, strict=True)):
            assert any(all(w >= t - h for w, t, h in zip(u, true, hair, strict=True)) for u in told)


def check_solutions_to_nine_digits(found: Solutions, oracle: Oracle) -> None:
    """Nobody is clearly below no deal, and no package is clearly better by the concept."""
    scale, hair = scales(found.scenario), max(scales(found.scenario)) * NINE_DIGITS
    if not found.solutions or not oracle.acceptable:
        # Whether there is an agreement hangs on a hair where the two differ.
        least = max(min(F(g, oracle.unit) / s for g, s in zip(one.gains, scale, strict=True)) for one in oracle.all)
        assert abs(least) < NINE_DIGITS or bool(found.solutions) is bool(oracle.acceptable)
        return
    for one in found.solutions.values():
        gains = [w - d for w, d in zip(one.utilities, found.scenario.no_deal, strict=True)]
        assert all(g >= -s * NINE_DIGITS for g, s in zip(gains, scale, strict=True))
    assert found["egalitarian"].value >= oracle.solution("egalitarian").value - hair
    assert found["utilitarian"].value >= oracle.solution("utilitarian").value - len(scale) * hair
    most = prod(scale)
    assert found["nash"].value / most >= oracle.solution("nash").value / most - len(scale) * NINE_DIGITS
