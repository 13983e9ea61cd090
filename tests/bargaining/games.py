"""Scenarios to try everything on: a table of nasty ones, random ones by number, strategies, and every way the work may go."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from importlib import import_module
from math import prod
from random import Random

import pytest
from hypothesis import strategies as st

from goodoffices.bargaining import Scenario, Utility
from goodoffices.bargaining.scenario import Number
from goodoffices.errors import DataError
from goodoffices.talks import Link

from .oracle import Oracle

F = Fraction
PARTIES = "abcdefghij"
BARGAINING = "goodoffices.bargaining"
ALL, NONE = 10**12, 0

Rows = Sequence[Sequence[Number]]
"""Points of one party: [issue][option]."""
Path = dict[str, object]
"""Constants of modules, by `module:name`, that make the work go one way."""

FRONTIER_PATHS: dict[str, Path] = {
    "listed": {"pareto.listed:FEW": ALL},
    "merged": {"pareto.listed:FEW": NONE},
    "level by level": {"pareto.listed:FEW": NONE, "pareto.merge:_MOST_AT_ONCE": 0},
    "by leaves": {"pareto.listed:FEW": NONE, "pareto.merge:FEW_WAYS": 0},
}
SOLVE_PATHS: dict[str, Path] = {
    "listed": {"pareto.listed:FEW": ALL},
    "by the frontier": {"pareto.listed:FEW": NONE, "solutions.by_search:_QUICK": dict.fromkeys(range(1, 11), 10_000)},
    "by search": {"pareto.listed:FEW": NONE, "solutions.by_search:_QUICK": {}},
    "by narrow search": {
        "pareto.listed:FEW": NONE,
        "solutions.by_search:_QUICK": {},
        "solutions.search:_WIDTHS": (2, 5, 1_000_000),
        "pareto.merge:_LEAST": 1,
    },
}


def force(patch: pytest.MonkeyPatch, path: Path) -> None:
    """Make all work go one way."""
    for place, value in path.items():
        module, name = place.split(":")
        # By its name: in the package, the function `frontier` hides the module.
        patch.setattr(import_module(f"{BARGAINING}.{module}"), name, value)


@contextmanager
def known_as(what: str) -> Iterator[None]:
    """Name in a failure what it can be repeated with."""
    try:
        yield
    except (AssertionError, RuntimeWarning, ArithmeticError) as error:
        error.add_note(what)
        raise


def oracle_of(scenario: Scenario) -> Oracle:
    """The oracle of the scenario's own numbers, or of those on its grid where that has to round."""
    return Oracle(scenario) if all(scenario.grid.exact) else oracle_of_grid(scenario)


def oracle_of_grid(scenario: Scenario) -> Oracle:
    """The oracle of the numbers on the scenario's grid."""
    grid = scenario.grid
    rows = [
        [[v * step for v in grid.values[a:b, p].tolist()] for a, b in zip(grid.starts, grid.starts[1:], strict=False)]
        for p, step in enumerate(grid.steps)
    ]
    return Oracle(scenario, rows, grid.utility(grid.no_deal.tolist()), grid.utility(grid.hair.tolist()))


def game(*rows: Rows, no_deal: Sequence[Number] | None = None, links: tuple[Link, ...] = ()) -> Scenario:
    """A scenario from points[party][issue][option]; issues are i0, i1, ..., options o0, o1, ..., parties a, b, ..."""
    issues = {f"i{n}": [f"o{m}" for m in range(len(row))] for n, row in enumerate(rows[0])}
    points = {PARTIES[p]: {f"i{n}": list(row) for n, row in enumerate(party)} for p, party in enumerate(rows)}
    return Scenario.of(issues, points, dict(zip(PARTIES, no_deal, strict=False)) if no_deal else None, links)


def worth(*utilities: Number) -> tuple[Fraction, ...]:
    """Utilities as they are told."""
    return tuple(Fraction(u) for u in utilities)


def link(if_: dict[int, list[int]], then: dict[int, list[int]] | None = None) -> Link:
    """A link by numbers of issues and options; without `then` it forbids."""

    def named(side: dict[int, list[int]]) -> dict[str, tuple[str, ...]]:
        return {f"i{i}": tuple(f"o{o}" for o in options) for i, options in side.items()}

    return Link(if_=named(if_), then=named(then or {}))


def forbidding(scenario: Scenario, dropped: dict[str, list[str]]) -> Scenario:
    """The scenario without some options, which links forbid."""
    links = tuple(Link(if_={issue: (option,)}, then={}) for issue, options in dropped.items() for option in options)
    return replace(scenario, links=(*scenario.links, *links))


def chosen(party_points: Rows, weights: Sequence[Number], no_deal: Number | None) -> Utility:
    """A party's utility with weights."""
    points = {f"i{n}": {f"o{m}": F(x) for m, x in enumerate(row)} for n, row in enumerate(party_points)}
    return Utility(points, {f"i{n}": F(w) for n, w in enumerate(weights)}, None if no_deal is None else F(no_deal))


def weighted(*utilities: Utility) -> Scenario:
    """A scenario of some utilities over the issues of the first."""
    issues = {issue: tuple(row) for issue, row in utilities[0].points.items()}
    return Scenario("weighted", issues, dict(zip(PARTIES, utilities, strict=False)))


SIX = [[0, 1]] * 6
CASES: dict[str, Scenario] = {
    "one package": game([[3]], [[4]]),
    "one party": game([[3, 1, 3], [0, 2]], no_deal=[2]),
    "one party, every package alike": game([[1, 1], [1, 1], [1, 1]]),
    "one issue": game([[0, 1, 2, 3]], [[3, 2, 1, 0]]),
    "all zero": game([[0, 0], [0, 0]], [[0, 0], [0, 0]], [[0, 0], [0, 0]]),
    "nobody can gain": game([[1, 1], [2, 2]], [[4, 4], [0, 0]], no_deal=[3, 4]),
    "nobody can gain, five parties": game(*[[[1, 0], [2, 2], [0, 0]]] * 5, no_deal=[3] * 5),
    "constant sum": game([[0, 1, 2]] * 4, [[2, 1, 0]] * 4),
    "constant sum of three": game([[2, 0, 0]] * 4, [[0, 2, 0]] * 4, [[0, 0, 2]] * 4),
    "constant sum of five": game(*[[[int(o == p) for o in range(4)]] * 4 for p in range(5)]),
    "one party gains what the other loses, six times": game(SIX, [[1, 0]] * 6, no_deal=[3, 3]),
    "all want the same": game(SIX, SIX, SIX, SIX),
    "two want the same": game(SIX, SIX, [[1, 0]] * 6),
    "duplicates of packages": game([[1, 1, 1], [0, 0]], [[2, 2, 2], [3, 3]]),
    "negative points": game([[-5, -1], [-3, 0]], [[-1, -5], [0, -3]], no_deal=[-6, -6]),
    "negative points, no deal unstated": game([[-5, -1], [3, 0]], [[-1, -5], [5, -3]]),
    "two losses are no gain": game([[-2, 1]], [[-3, 1]], [[9, 0]]),
    "no agreement": game([[1, 0]], [[0, 1]], no_deal=[1, 1]),
    "no agreement, nearly": game([[3, 0], [3, 0]], [[0, 3], [0, 3]], no_deal=[4, 3]),
    "no agreement, ties": game([[1, 0]] * 4, [[0, 1]] * 4, [[1, 1]] * 4, no_deal=[3, 3, 3]),
    "no agreement, one alone prevents it": game([[1, 2], [5, 5]], [[0, 0], [0, 0]], no_deal=[0, 1]),
    "only one package will do": game([[2, 1, 0], [2, 1, 0]], [[0, 1, 2], [0, 1, 2]], no_deal=[4, 0]),
    "a party that can gain nothing": game([[3, 1], [0, 2]], [[1, 1], [1, 1]], no_deal=[0, 2]),
    "a party that can gain nothing where others agree": game([[5, 0], [0, 1]], [[0, 5], [1, 0]], no_deal=[0, 5]),
    "a party for which only the worst will do": game([[4, 0], [4, 0]], [[0, 1], [0, 1]], [[1, 1], [0, 2]], no_deal=[0, 2, 0]),
    "every product is zero": game([[1, 0, 0]], [[0, 1, 0]], [[0, 0, 1]]),
    "every product is zero, two of three gain": game([[4, 0, 3]], [[0, 4, 3]], [[2, 3, 0]], no_deal=[0, 0, 0]),
    "gains of most before a large gain of one": game([[9, 1, 1]], [[0, 1, 1]], [[0, 0, 0]], [[0, 1, 0]]),
    "no deal far below": game([[1, 0]] * 3, [[0, 1]] * 3, no_deal=[-(10**9), -(10**9)]),
    "no deal far below, rounded": game([[F(1, 3**40), 0], [1, 0]], [[0, F(1, 7)], [F(1, 3**39), 1]], no_deal=[-(10**5), -(10**5)]),
    "no deal far above": game([[1, 0]] * 3, [[0, 1]] * 3, no_deal=[10**9, 0]),
    "leximin decides": game([[1, 1, 1]], [[2, 3, 3]], [[9, 4, 5]]),
    "ratios are not gains": game([[10, 6, 0]], [[0, 2, 3]]),
    "huge and real": game([[1e300, 3e299], [0, 7e299]], [[0.0, 2.5e300], [1e300, 3.3e299]]),
    "tiny": game([[1e-300, 3e-300], [0, 7e-300]], [[0.0, 2.5e-300], [1e-300, 3.3e-300]]),
    "large against small": game([[1e40, 3e39], [0, 7e39]], [[0.0, 2.5e-40], [1e-40, 3.3e-40]]),
    "money against points": game([[10**10, 9 * 10**9]], [[1, 2]]),
    "money against points, larger": game([[10**10, 9 * 10**9], [3, 0], [1, 0]], [[1, 2], [0, 2], [0, 0]]),
    "tenths": game([[0.1, 0.2, 0.3], [0.3, 0.2, 0.1]], [[0.3, 0.2, 0.1], [0.1, 0.2, 0.3]], no_deal=[0.3, 0.3]),
    "thirds and sevenths": game([[F(1, 3), F(2, 7)], [F(1, 7), 0]], [[F(2, 7), F(1, 3)], [0, F(1, 7)]]),
    "no small denominator": game([[F(1, 10**9 + 7), F(1, 10**9 + 9)], [0, 1]], [[F(5, 10**9 + 9), 0], [F(1, 2), F(1, 10**8 + 7)]]),
    "a hair apart": game([[1, 1 + F(1, 10**12)]], [[1, 1 - F(1, 10**12)]]),
    "forbidden option": game([[5, 1, 0]] * 2, [[0, 1, 5]] * 2, links=(link({0: [0]}),)),
    "forbidden pair": game([[5, 1, 0]] * 2, [[0, 1, 5]] * 2, links=(link({0: [0], 1: [2]}), link({0: [2], 1: [0]}))),
    "interleaved links": game([[3, 0], [2, 0], [2, 1], [1, 0]], [[0, 2], [0, 2], [0, 2], [1, 2]],
                              links=(link({0: [0]}, {2: [1]}), link({1: [0]}, {3: [1]}))),
    "a link over four issues": game(*[[[p % 2, 1 - p % 2], [1, 0], [0, 1], [p, 2]] for p in range(3)],
                                    links=(link({0: [0], 1: [0, 1]}, {2: [1], 3: [0]}),)),
    "a link that holds always": game([[1, 0], [1, 0]], [[0, 1], [0, 1]], links=(link({0: [0, 1]}, {0: [0, 1]}),)),
    "a link to itself": game([[1, 0], [1, 0]], [[0, 1], [0, 1]], links=(link({0: [0]}, {0: [1]}),)),
    "links that leave one package": game([[1, 0]] * 3, [[0, 1]] * 3,
                                         links=(link({0: [0]}), link({0: [1]}, {1: [0]}), link({1: [0]}, {2: [1]}))),
    "links and no agreement": game([[3, 0]] * 3, [[0, 3]] * 3, no_deal=[6, 3], links=(link({0: [0], 1: [0]}),)),
    "zero weights": weighted(chosen([[1, 5], [2, 0]], [0, 1], None), chosen([[1, 0], [0, 3]], [1, 0], None)),
    "all weights zero": weighted(chosen([[1, 5], [2, 0]], [0, 0], None), chosen([[1, 0], [0, 3]], [0, 0], -1)),
    "weights of any size": weighted(chosen([[1, 5], [2, 0]], [F(1, 3), 10**6], 4), chosen([[1, 0], [0, 3]], [7, F(2, 9)], 0)),
    "many options": game([list(range(40)), [0, 7, 3]], [list(range(40, 0, -1)), [5, 0, 4]]),
    "many options, three parties": game([list(range(36)), [0, 7]], [[36 - n for n in range(36)], [5, 0]],
                                        [[n * 5 % 37 for n in range(36)], [0, 1]]),
}  # fmt: skip


def random_scenario(number: int) -> Scenario:
    """One of a fixed sequence of scenarios: 1 to 5 parties, 1 to 6 issues, 1 to 4 options, at most 1,300 packages."""
    random = Random(number)
    while True:
        parties, issues = random.randint(1, 5), random.randint(1, 6)
        sizes = [random.choice((1, 2, 2, 3, 3, 4)) for _ in range(issues)]
        if prod(sizes) > 1_300:
            continue
        draw = random.choice(POINTS)
        utilities = [_utility(random, sizes, draw) for _ in range(parties)]
        names = {f"i{n}": tuple(f"o{m}" for m in range(size)) for n, size in enumerate(sizes)}
        links = tuple(_link(random, sizes) for _ in range(random.choice((0, 0, 0, 1, 2, 3))))
        with suppress(DataError):  # links that leave no package: another draw
            found = Scenario(f"random {number}", names, dict(zip(PARTIES, utilities, strict=False)), links)
            if found.packages:
                return _with_no_deal(random, found)


@lru_cache(maxsize=400)
def drawn(number: int) -> tuple[Scenario, Oracle]:
    """A random scenario and the oracle of its grid, which is slow and asked by several tests."""
    scenario = random_scenario(number)
    return scenario, oracle_of(scenario)


@lru_cache(maxsize=400)
def exactly(number: int) -> Oracle:
    """The oracle of a random scenario's own numbers."""
    scenario, oracle = drawn(number)
    return Oracle(scenario) if scenario.grid.rounded else oracle


LISTED = "listed"
"""The way that rounds nothing; all others work on the grid."""


def oracle_for(scenario: Scenario, way: str) -> Oracle:
    """The oracle of the numbers that a way works on."""
    return Oracle(scenario) if way == LISTED else oracle_of(scenario)


POINTS: list[Callable[[Random], Number]] = [
    lambda random: random.randint(0, 2),
    lambda random: random.randint(-2, 2),
    lambda random: random.randint(0, 10),
    lambda random: random.randint(0, 100),
    lambda random: random.randint(-50, 100),
    lambda random: round(random.uniform(0, 1), 2),
    lambda random: random.random(),
    lambda random: random.random() * 10 ** random.choice((-30, -3, 0, 3, 9, 30)),
    lambda random: Fraction(random.randint(-5, 12), random.choice((1, 2, 3, 7, 12))),
    lambda random: random.choice((0, 0, 0, 1, 10**12)),
]


def _utility(random: Random, sizes: list[int], draw: Callable[[Random], Number]) -> Utility:
    def point() -> Fraction:
        value = draw(random)
        return F(str(value)) if isinstance(value, float) else F(value)

    points = {f"i{n}": {f"o{m}": point() for m in range(size)} for n, size in enumerate(sizes)}
    weights: dict[str, Fraction] = {}
    if random.random() < 0.3:
        weights = {f"i{n}": F(random.choice((0, 1, 2, 5)), random.choice((1, 2))) for n in range(len(sizes))}
    return Utility(points, weights)


def _link(random: Random, sizes: list[int]) -> Link:
    def side(most: int) -> dict[int, list[int]]:
        issues = random.sample(range(len(sizes)), min(len(sizes), random.randint(1, most)))
        return {i: sorted(random.sample(range(sizes[i]), random.randint(1, max(1, sizes[i] - 1)))) for i in issues}

    return link(side(2), side(2) if random.random() < 0.75 else None)


def _with_no_deal(random: Random, scenario: Scenario) -> Scenario:
    """No deal at what makes all, some, one or none of the packages acceptable, or unstated."""
    rule = random.choice(("absent", "lowest", "package", "share", "share", "share", "above"))
    if rule == "absent":
        return scenario
    worths = [scenario.utility(package) for package in _some_packages(random, scenario)]
    columns = [sorted(column) for column in zip(*worths, strict=True)]
    if rule == "package":
        picked = random.choice(worths)
    elif rule == "share":
        most = random.choice((0.2, 0.4, 0.7))
        picked = tuple(column[int(random.random() * most * len(column))] for column in columns)
    else:
        picked = tuple(column[0 if rule == "lowest" else -1] for column in columns)
        if rule == "above":
            picked = (picked[0] + 1, *picked[1:])
    utilities = {p: replace(u, no_deal=d) for (p, u), d in zip(scenario.utilities.items(), picked, strict=True)}
    return replace(scenario, utilities=utilities)


def _some_packages(random: Random, scenario: Scenario) -> list[dict[str, str]]:
    all_ = Oracle(scenario).all
    return [Oracle(scenario).package(one.options) for one in random.sample(all_, min(len(all_), 200))]


@st.composite
def scenarios(draw: st.DrawFn, parties: int = 4, most: int = 12, links: bool = True) -> Scenario:
    """Small scenarios with whole points, ties among them, and no deal from below to above what can be had."""
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=4))
    rows = [
        [draw(st.lists(st.integers(-2, most), min_size=size, max_size=size)) for size in sizes]
        for _ in range(draw(st.integers(1, parties)))
    ]
    no_deal = [draw(st.integers(-3, most)) for _ in rows]
    found = game(*rows, no_deal=no_deal)
    if not links or not draw(st.booleans()):
        return found
    tied = replace(found, links=(draw(_links(sizes)),))
    try:
        return tied if tied.packages else found
    except DataError:
        return found


@st.composite
def _links(draw: st.DrawFn, sizes: list[int]) -> Link:
    def side(least: int) -> dict[int, list[int]]:
        issues = draw(st.sets(st.integers(0, len(sizes) - 1), min_size=least, max_size=2))
        return {i: sorted(draw(st.sets(st.integers(0, sizes[i] - 1), min_size=1))) for i in sorted(issues)}

    return link(side(1), side(0))
