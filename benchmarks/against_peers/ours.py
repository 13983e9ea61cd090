"""What this package does with an instance, timed in this process: seconds, and what the results have in common with a peer's."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from statistics import median
from time import perf_counter
from typing import TypeVar

import numpy as np

from goodoffices.bargaining import Frontier, Scenario, frontier, solve
from goodoffices.bargaining.batch import Readings, frontier_of_each
from goodoffices.bargaining.scenario import Number
from goodoffices.bargaining.solutions import Concept

from .instances import Values, digest, values

T = TypeVar("T")


def scenario(instance: Values) -> Scenario:
    """An instance as a scenario; its values are exact."""
    issues = {f"i{n}": [str(o) for o in range(len(adds))] for n, adds in enumerate(instance)}
    points: dict[str, dict[str, list[Number]]] = {
        f"p{party}": {
            f"i{n}": [Fraction(value) for value in adds[:, party].tolist()] for n, adds in enumerate(instance)
        }
        for party in range(instance[0].shape[1])
    }
    return Scenario.of(issues, points)


def timed(runs: int, make: Callable[[], T], work: Callable[[T], object]) -> tuple[float, object]:
    """The median of the seconds of `work`, each on something freshly made, and the last result."""
    seconds, result = [], None
    for _ in range(runs):
        given = make()
        began = perf_counter()
        result = work(given)
        seconds.append(perf_counter() - began)
    return median(seconds), result


def told(front: Frontier) -> list[float]:
    """The digest of a frontier's vectors."""
    steps = [float(step) for step in front.grid.steps]
    return digest(front.sums * np.array(steps))


def front(instance: Values, runs: int) -> tuple[float, list[float]]:
    """The public function, each time on a new scenario: its numbers become whole ones within the time."""
    seconds, found = timed(runs, lambda: scenario(instance), lambda s: frontier(s, 600, 10_000_000))
    assert isinstance(found, Frontier)
    assert found.exact
    return seconds, told(found)


def concept(instance: Values, which: Concept, deadline: float) -> tuple[float, float, bool]:
    """One named package of a new scenario: seconds, value, whether it is proven."""
    given = scenario(instance)
    began = perf_counter()
    found = solve(given, deadline, [which])[which]
    return perf_counter() - began, float(found.value), found.proven


def readings(count: int, issues: int, options: int) -> float:
    """Frontier and Nash package of many random preferences of two parties, on two threads."""
    drawn = np.random.default_rng([7, count]).random((count, issues * options, 2))
    steps = (drawn * 2**40).astype(np.int64)
    given = scenario(values(issues, options, 2, "real", 7))
    no_deal = np.full((count, 2), int(issues * 0.5 * 2**40))
    exact = np.zeros(2, np.int64)
    with ThreadPoolExecutor(2) as threads:
        frontier_of_each(Readings(steps[:500], no_deal[:500], exact), given.grid.starts, given.blocks, threads)
        began = perf_counter()
        found = frontier_of_each(Readings(steps, no_deal, exact), given.grid.starts, given.blocks, threads)
        assert found.possible.all()
        return perf_counter() - began


def warm() -> None:
    """Compile, or load what is compiled, before anything is timed."""
    for parties in (2, 3, 5):
        frontier(scenario(values(6, 5, parties, "real", 0)))
        solve(scenario(values(8, 5, parties, "integer", 0)))
    solve(scenario(values(20, 5, 3, "real", 0)), 60)
