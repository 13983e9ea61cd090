"""Compiles the kernels of the bargaining analysis into Numba's cache, in one process, so that no test has to wait for them.

    NUMBA_CACHE_DIR=FOLDER python scripts/compile_kernels.py

A kernel is compiled when it is first called with arguments of new types; each process of a test run would do so for itself.
What was compiled is kept until its source changes. No kernel is named here: each public function is called on what sends it
along each of its ways. Whatever is missed is compiled by the first test that needs it.
"""

from dataclasses import replace
from itertools import product
from pathlib import Path
from random import Random

import numpy as np

from goodoffices.bargaining import Scenario, frontier, solve
from goodoffices.bargaining.batch import Front, Readings, frontier_of_each
from goodoffices.bargaining.readings import Settings, agree
from goodoffices.bargaining.scenario import Number
from goodoffices.bargaining.stability import stability
from goodoffices.case import read_case
from goodoffices.talks import Conflict, Link, Option, PreferenceStatement

ROOT = Path(__file__).resolve().parent.parent
MAKERS = {"a": "A", "b": "B", "c": "C"}


def scenario(parties: int, issues: int, options: int, tied: bool = False) -> Scenario:
    random = Random(f"{parties} {issues} {options}")
    names = {f"i{n}": [f"o{m}" for m in range(options)] for n in range(issues)}
    points: dict[str, dict[str, list[Number]]]
    points = {f"p{p}": {i: [random.randint(0, 30) for _ in row] for i, row in names.items()} for p in range(parties)}
    links = (Link(if_={"i0": ("o0",)}, then={"i1": ("o1",)}),) if tied else ()
    return Scenario.of(names, points, dict.fromkeys(points, issues), links)


def packages() -> None:
    """Few packages, and more than are listed; one, two, three and more parties; issues that are tied, and that are not."""
    for parties, tied in product((1, 2, 3, 5), (False, True)):
        for issues, options in ((2, 2), (8, 4)):
            frontier(scenario(parties, issues, options, tied))
            solve(scenario(parties, issues, options, tied))
    solve(scenario(3, 18, 4), 2)


def readings() -> None:
    """Many preferences at once: as they are drawn, and those of the examples."""
    fronts: tuple[Front, ...] = ("no", "vectors", "packages")
    for parties, tied, front in product((2, 3), (False, True), fronts):
        made = scenario(parties, 3, 3, tied)
        values, no_deal = (np.repeat(array[None], 4, axis=0) for array in (made.grid.values, made.grid.no_deal))
        drawn = Readings(values, no_deal, np.zeros(parties, np.int64))
        frontier_of_each(drawn, made.grid.starts, made.blocks, front=front)
    for folder in sorted((ROOT / "examples").iterdir()):
        if (folder / "preferences.yaml").is_file():
            case = read_case(folder)
            assert case.preferences is not None
            agree(case.talks, case.preferences, Settings(readings=200))


def conflicts() -> None:
    """Both forms of a conflict: moves there and back, and one way only; every combination of options, and some."""
    wanted: dict[str, tuple[PreferenceStatement, ...]]
    wanted = {maker: (PreferenceStatement(options={f"o{n}": True}),) for n, maker in enumerate(MAKERS)}
    there_and_back = {f"o{n}": Option(of="aabbc"[n]) for n in range(5)}
    one_way = {name: replace(option, moves="up") for name, option in there_and_back.items()}
    impossible = {"o0": True, "o1": True}
    for options in (there_and_back, one_way):
        free = Conflict(decision_makers=MAKERS, options=options, statements=wanted)
        for conflict in (free, replace(free, infeasible=(impossible,))):
            assert stability(conflict).flips
    ranked: dict[str, tuple[int | str | tuple[int | str, ...], ...]]
    ranked = {maker: tuple(Random(maker).sample(range(6), 6)) for maker in MAKERS}
    arcs = {maker: tuple((n, (n + k) % 6) for n in range(6)) for k, maker in enumerate(MAKERS, 1)}
    states = {n: f"state {n}" for n in range(6)}
    graph = Conflict(decision_makers=MAKERS, states=states, moves=arcs, preferences=ranked, status_quo=0)
    assert stability(graph).flips


if __name__ == "__main__":
    packages()
    readings()
    conflicts()
