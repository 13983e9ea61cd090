"""Scenarios as programs print them, in which rounding is told from exact work: weights of 16 digits, ties, magnitudes mixed."""

from fractions import Fraction
from math import prod
from random import Random

from goodoffices.bargaining import Scenario, Utility

from .games import PARTIES
from .oracle import Listed, Oracle

F = Fraction


def printed_scenario(number: int, most: int = 400) -> Scenario:
    """One of a fixed sequence: 2 to 5 parties, 1 to 5 issues, some of one option; numbers as floats are printed."""
    random = Random(f"printed {number}")
    while True:
        parties = random.randint(2, 5)
        sizes = [random.choice((1, 2, 2, 3, 3, 4)) for _ in range(random.randint(1, 5))]
        if 1 < prod(sizes) <= most:
            break
    utilities = {PARTIES[p]: _utility(random, sizes) for p in range(parties)}
    issues = {f"i{n}": tuple(f"o{m}" for m in range(size)) for n, size in enumerate(sizes)}
    return Scenario(f"printed {number}", issues, utilities)


def _utility(random: Random, sizes: list[int]) -> Utility:
    weights = _weights(random, len(sizes))
    rows = [_row(random, size) for size in sizes]
    scale = random.choice((F(1), F(1), F(1), F(1), F(10) ** 16, F(1, 10**9), F(10) ** random.randint(-20, 20)))
    points = {f"i{n}": {f"o{m}": x * scale for m, x in enumerate(row)} for n, row in enumerate(rows)}
    named = {f"i{n}": w for n, w in enumerate(weights)}
    return Utility(points, named, _no_deal(random, weights, rows, scale))


def _weights(random: Random, issues: int) -> list[Fraction]:
    """As a program writes shares of 1: 1/3 is 0.3333333333333333, and three of them are less than 1."""
    kind = random.randint(0, 3)
    if kind == 0:
        return [_printed(1 / issues)] * issues
    shares = [random.choice((1, 1, 2, 3, random.random())) for _ in range(issues)]
    if kind == 1:
        shares = [random.random() for _ in range(issues)]
    return [_printed(share / sum(shares)) for share in shares]


def _row(random: Random, size: int) -> list[Fraction]:
    """Evaluations by the largest one, as Genius has them; or floats; or such as differ in their last digits."""
    kind = random.randint(0, 4)
    if kind == 0:
        return [_printed(random.random()) for _ in range(size)]
    if kind == 1:
        hair = random.choice((F(1, 10**9), F(1, 10**16), F(1, 10**30)))
        return [1 + random.randint(0, 2) * hair for _ in range(size)]
    row = [random.randint(0, random.choice((1, 3, 10))) for _ in range(size)]
    return [F(x, max(row) or 1) for x in row] if kind < 4 else [_printed(x / (max(row) or 1)) for x in row]


def _no_deal(random: Random, weights: list[Fraction], rows: list[list[Fraction]], scale: Fraction) -> Fraction | None:
    """Not stated; what some package is worth, to the last digit or nearly; a printed number; or above all that can be had."""
    kind = random.randint(0, 7)
    worth = sum((w * random.choice(row) for w, row in zip(weights, rows, strict=True)), F())
    if kind <= 2:
        return None if kind else F(0)
    if kind <= 4:
        return worth * scale
    if kind == 5:
        return (worth + random.choice((F(1, 10**16), F(-1, 10**16), F(1, 10**12)))) * scale
    if kind == 6:
        return _printed(random.random() * 0.6) * scale
    top = sum((w * max(row) for w, row in zip(weights, rows, strict=True)), F())
    return (top + random.choice((F(0), F(1, 10**16), F(1)))) * scale if random.random() < 0.4 else worth * scale


def _printed(value: float) -> Fraction:
    return F(repr(value))


def closest_of(oracle: Oracle) -> Listed:
    """The first package whose gains, the smallest first, are the largest: its largest shortfall is the smallest."""
    return max(oracle.all, key=oracle.key("egalitarian"))
