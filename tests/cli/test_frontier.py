"""`goodoffices frontier`: what it prints, its JSON, and that its bound holds for what it lists."""

import json
from itertools import product
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.bargaining import Scenario, frontier
from goodoffices.bargaining.pareto.data import data

from ..amount import cases
from .test_solve import NAMES, RULES
from .towns import NONE_POSSIBLE, run, towns


def test_what_is_printed_of_two_towns(tmp_path: Path) -> None:
    done = run("frontier", towns(tmp_path))
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        "For the team only\n"
        "The frontier of towns\n"
        "4 packages; parties: North <b>, South.\n"
        "3 packages are at least as good as no deal for all, and no other such package is as good for all and better for one.\n"
        "Exact: none is missing.\n"
        "\n"
        "North <b>  South  package\n"
        "        1      3  (no deal)\n"
        "        5      4  Water & wells: a half; tolls: no toll\n"
        "        3      6  Water & wells: none of it; tolls: a toll\n"
        "        1     10  Water & wells: none of it; tolls: no toll\n"
    )


def test_the_json_of_two_towns(tmp_path: Path) -> None:
    assert json.loads(run("frontier", towns(tmp_path), "--no-deal", "zero", "--json").stdout) == {
        "for": "For the team only",
        "stamp": None,
        "exercise": False,
        "packages": 4,
        "parties": ["north", "south"],
        "complete": True,
        "rounded": False,
        "nobody_gains": False,
        "bound": [0.0, 0.0],
        "points": [
            {"package": {"water": "half", "tolls": "fee"}, "utilities": [7.0, 0.0], "exact_utilities": ["7", "0"]},
            {"package": {"water": "half", "tolls": "free"}, "utilities": [5.0, 4.0], "exact_utilities": ["5", "4"]},
            {"package": {"water": "none", "tolls": "fee"}, "utilities": [3.0, 6.0], "exact_utilities": ["3", "6"]},
            {"package": {"water": "none", "tolls": "free"}, "utilities": [1.0, 10.0], "exact_utilities": ["1", "10"]},
        ],
    }


def test_an_empty_frontier_is_an_answer(tmp_path: Path) -> None:
    case = towns(tmp_path, NONE_POSSIBLE)
    done = run("frontier", case)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "No package is at least as good as no deal for every party. `goodoffices solve` names" in done.stdout
    told = json.loads(run("frontier", case, "--json").stdout)
    assert (told["complete"], told["bound"], told["points"]) == (True, [0.0, 0.0], [])


def test_a_limit_on_the_points_is_told(tmp_path: Path) -> None:
    case = towns(tmp_path)
    told = json.loads(run("frontier", case, "--no-deal", "zero", "--max-points", 2, "--json").stdout)
    assert told["complete"] is False
    assert len(told["points"]) <= 2
    assert max(told["bound"]) > 0
    printed = run("frontier", case, "--no-deal", "zero", "--max-points", 2).stdout
    assert "! Not exact, for a limit ended the work." in printed
    assert "no other such package" not in printed


def test_packages_with_the_same_utilities_are_counted(tmp_path: Path) -> None:
    issues = ", ".join(f"i{n}: {{options: {{a: A, b: B}}}}" for n in range(4))
    points = ", ".join(f"i{n}: {{a: 1, b: 1}}" for n in range(4))
    talks = f"format: talks/1\ntitle: Same\nparties: {{x: {{name: X, kind: side}}}}\nissues: {{{issues}}}\n"
    case = towns(tmp_path, f"format: preferences/1\nparties: {{x: {{points: {{{points}}}}}}}\n", talks)
    assert "16 packages are at least" in run("frontier", case).stdout
    assert len(json.loads(run("frontier", case, "--json").stdout)["points"]) == 16


def test_long_lists_are_cut_and_counted(tmp_path: Path) -> None:
    options = ", ".join(f"o{n}: O{n}" for n in range(30))
    rows = [", ".join(f"o{n}: {worth}" for n, worth in enumerate(w)) for w in (range(30), range(30, 0, -1))]
    parties = "parties: {x: {name: X, kind: s}, y: {name: Y, kind: s}}"
    talks = f"format: talks/1\ntitle: L\n{parties}\nissues: {{i: {{options: {{{options}}}}}}}\n"
    points = "\n".join(f"  {p}: {{points: {{i: {{{row}}}}}}}" for p, row in zip("xy", rows, strict=True))
    case = towns(tmp_path, f"format: preferences/1\nparties:\n{points}\n", talks)
    lines = run("frontier", case).stdout.splitlines()
    assert lines[-1] == "20 of 30 are printed, spread evenly; --json has all."
    worths = [int(line.split()[0]) for line in lines[-21:-1]]
    assert (worths[0], worths[-1]) == (29, 0)
    assert worths == sorted(worths, reverse=True)


@pytest.mark.parametrize("parties", [2, 3])
def test_the_figure(tmp_path: Path, parties: int) -> None:
    third = "  east: {points: {water: {none: 1, half: 2}, tolls: {free: 3, fee: 0}}}\n" if parties == 3 else ""
    case = towns(tmp_path)
    if third:
        for name, before, after in (
            (
                "talks.yaml",
                "south: {name: South, kind: town}}",
                "south: {name: South, kind: town}, east: {name: East, kind: town}}",
            ),
            ("preferences.yaml", "", ""),
        ):
            file = case / name
            file.write_text(
                file.read_text("utf-8").replace(before, after) if before else file.read_text("utf-8") + third, "utf-8"
            )
    target = tmp_path / "frontier.SVG"
    done = run("frontier", case, "--figure", target)
    assert done.exit_code == 0, done.output
    words = " ".join(ElementTree.fromstring(target.read_text("utf-8")).itertext())
    assert ("worth to South" in words) == (parties == 2)
    assert ("East" in words) == (parties == 3)
    assert "no deal" in words


numbers = st.integers(0, 6)
scenarios = st.integers(1, 3).flatmap(
    lambda parties: st.lists(st.integers(1, 4), min_size=1, max_size=4).flatmap(
        lambda sizes: st.tuples(
            st.just(sizes),
            st.lists(
                st.tuples(*(st.lists(numbers, min_size=n, max_size=n) for n in sizes)),
                min_size=parties,
                max_size=parties,
            ),
            st.lists(st.integers(0, 8), min_size=parties, max_size=parties),
        )
    )
)


@settings(max_examples=cases(60, 3_000))
@given(scenarios, st.integers(1, 12))
def test_whatever_is_missing_is_within_the_bound(made: Any, most: int) -> None:
    """Every package at least as good as no deal is, for all parties at once, above a listed one by the bound at most."""
    sizes, rows, no_deal = made
    issues = {f"i{n}": [f"o{k}" for k in range(size)] for n, size in enumerate(sizes)}
    points = {f"p{n}": {f"i{i}": list(row) for i, row in enumerate(each)} for n, each in enumerate(rows)}
    scenario = Scenario.of(issues, points, {f"p{n}": value for n, value in enumerate(no_deal)})
    told = data(frontier(scenario, max_points=most), most)
    assert len(told["points"]) <= most
    assert told["packages"] == len(list(product(*issues.values())))
    every = [[sum(e[i][o] for i, o in enumerate(package)) for e in rows] for package in product(*map(range, sizes))]
    good = [worth for worth in every if all(w >= d for w, d in zip(worth, no_deal, strict=True))]
    if told["bound"] is None:
        assert not told["complete"]
        return
    for worth in good:
        assert any(
            all(w <= u + b for w, u, b in zip(worth, point["utilities"], told["bound"], strict=True))
            for point in told["points"]
        )
    for point in told["points"]:
        assert point["utilities"] in good
        if told["complete"]:
            assert not any(
                w != point["utilities"] and all(a >= b for a, b in zip(w, point["utilities"], strict=True))
                for w in good
            )


@pytest.mark.shared
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rule", RULES)
def test_the_five_scenarios_have_their_known_frontier(shared_folder: Path, name: str, rule: str) -> None:
    folder = shared_folder / "scenarios" / name
    told = json.loads((folder.parent / "reference.json").read_text("utf-8"))["scenarios"][name]
    files = [folder / told["domain"], *(folder / profile for profile in told["profiles"])]
    found = json.loads(run("frontier", *files, "--no-deal", rule, "--json").stdout)
    known = told[RULES[rule]]
    assert (found["complete"], found["packages"]) == (True, told["n_outcomes"])
    assert len(found["points"]) == known["pareto_outcomes_incl_ties"]
    assert len({tuple(p["utilities"]) for p in found["points"]}) == known["pareto_distinct_utility_vectors"]
