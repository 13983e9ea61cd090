"""`goodoffices solve`: what it prints, its JSON, its figure, and that no agreement is an answer."""

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from goodoffices.bargaining import Scenario, solve
from goodoffices.bargaining.digits import Digits
from goodoffices.bargaining.solutions.words import sentence

from .towns import NONE_POSSIBLE, PREFERENCES, run, towns

CONCEPTS = {
    "nash": "nash_product", "egalitarian": "egalitarian_kalai_maxmin_gain",
    "kalai_smorodinsky": "kalai_smorodinsky_maxmin_ratio", "utilitarian": "max_welfare_sum",
}  # fmt: skip
NAMES = ("england_zimbabwe", "camera_a", "party3", "ampo_city", "bank_robbery3")
RULES = {"zero": "own_r0", "min": "own_rmin", "file": "own_rfile"}


def test_what_is_printed_of_two_towns(tmp_path: Path) -> None:
    done = run("solve", towns(tmp_path))
    assert (done.exit_code, done.stderr) == (0, "")
    # Gains over no deal: none/free 0, 7; none/fee 2, 3; half/free 4, 1; half/fee leaves South below its no deal.
    assert done.stdout == (
        "For the team only\n"
        "towns\n"
        "4 packages; parties: North <b>, South.\n"
        "\n"
        "                    Nash, egalitarian, Kalai-Smorodinsky  Utilitarian\n"
        "Water & wells       none of it                            none of it\n"
        "tolls               a toll                                no toll\n"
        "worth to North <b>  3 (+2)                                1 (0)\n"
        "worth to South      6 (+3)                                10 (+7)\n"
        "Nash makes the product of what each gains over no deal as large as it can be: 6. Proven.\n"
        "Egalitarian makes the smallest gain over no deal as large as it can be: 2. Proven.\n"
        "Kalai-Smorodinsky makes the smallest share that anybody gets of its best possible gain as large as it can be: 42.86 %. "
        "Proven.\n"
        "Utilitarian makes the sum of the utilities as large as it can be: 11. Proven.\n"
        "Egalitarian and utilitarian set one party's numbers against another's; Nash and Kalai-Smorodinsky are the same on "
        "whatever scale each party counts.\n"
    )


def test_the_json_of_two_towns(tmp_path: Path) -> None:
    data = json.loads(run("solve", towns(tmp_path), "--json").stdout)
    sure = {"proven": True, "rounded": False, "ties": 1}
    fee = {"package": {"water": "none", "tolls": "fee"}, "utilities": [3.0, 6.0], "exact_utilities": ["3", "6"], **sure}
    free = {
        "package": {"water": "none", "tolls": "free"},
        "utilities": [1.0, 10.0],
        "exact_utilities": ["1", "10"],
        **sure,
    }
    assert data == {
        "for": "For the team only",
        "stamp": None,
        "exercise": False,
        "agreement_possible": True,
        "nobody_gains": False,
        "rounded": False,
        "parties": ["north", "south"],
        "no_deal": [1.0, 3.0],
        "exact_no_deal": ["1", "3"],
        "solutions": {
            "nash": {**fee, "value": 6.0, "exact_value": "6", "bound": 6.0},
            "egalitarian": {**fee, "value": 2.0, "exact_value": "2", "bound": 2.0},
            "kalai_smorodinsky": {**fee, "value": 3 / 7, "exact_value": "3/7", "bound": 3 / 7},
            "utilitarian": {**free, "value": 11.0, "exact_value": "11", "bound": 11.0},
        },
        "closest": None,
    }


def test_ties_are_counted_and_the_first_in_the_file_is_told(tmp_path: Path) -> None:
    same = PREFERENCES.replace("{free: 1, fee: 3}", "{free: 1, fee: 1}").replace(
        "{free: 4, fee: 0}", "{free: 4, fee: 4}"
    )
    case = towns(tmp_path, same.replace("value: 1", "value: 0"))
    nash = json.loads(run("solve", case, "--json").stdout)["solutions"]["nash"]
    assert (nash["package"], nash["ties"]) == ({"water": "none", "tolls": "free"}, 2)
    assert "2 packages are equally good; this is the first of them." in run("solve", case).stdout


def test_no_agreement_is_an_answer(tmp_path: Path) -> None:
    case = towns(tmp_path, NONE_POSSIBLE)
    # No deal: 4.5 and 7.5. The largest shortfalls: 3.5, 1.5, 3.5 and 7.5; so none/fee is the closest.
    data = json.loads(run("solve", case, "--json").stdout)
    assert (data["agreement_possible"], data["solutions"]) == (False, {})
    assert data["closest"] == {
        "package": {"water": "none", "tolls": "fee"}, "utilities": [3.0, 6.0], "exact_utilities": ["3", "6"],
        "shortfall": 1.5, "shortfalls": [1.5, 1.5], "exact_shortfalls": ["3/2", "3/2"], "proven": True, "rounded": False,
    }  # fmt: skip
    done = run("solve", case)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "No agreement is possible with these no-deal values.\n" in done.stdout
    assert done.stdout.endswith(
        "party      worth  no deal  short by\n"
        "North <b>    3.0      4.5       1.5\n"
        "South        6.0      7.5       1.5\n"
        "Which package is closest sets one party's numbers against another's: on other scales another one may be closest.\n"
    )  # fmt: skip


@pytest.mark.parametrize("preferences", [PREFERENCES, NONE_POSSIBLE], ids=["possible", "impossible"])
def test_the_figure_is_an_svg_without_a_script(tmp_path: Path, preferences: str) -> None:
    target = tmp_path / "towns.svg"
    done = run("solve", towns(tmp_path, preferences), "--figure", target)
    assert done.exit_code == 0
    assert done.stdout.endswith(f"\nWritten: {target}\n")
    text = target.read_text("utf-8")
    root = ElementTree.fromstring(text)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "<script" not in text
    assert "North <b>" in "".join(root.itertext())
    assert ("closest package" in text) == (preferences is NONE_POSSIBLE)


@pytest.mark.parametrize("command", ["solve", "frontier"])
def test_a_figure_that_is_no_svg_is_wrong_usage(tmp_path: Path, command: str) -> None:
    case = towns(tmp_path)
    done = run(command, case, "--figure", tmp_path / "towns.png")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == "goodoffices: --figure: found 'towns.png', expected a name that ends in .svg\n"
    assert not (tmp_path / "towns.png").exists()


@pytest.mark.parametrize("command", ["solve", "frontier"])
def test_wrong_usage_and_wrong_data(tmp_path: Path, command: str) -> None:
    case = towns(tmp_path)
    assert "--no-deal: found 'none'" in run(command, case, "--no-deal", "none").stderr
    assert run(command, case, "--deadline", "0").exit_code == 2
    (case / "preferences.yaml").unlink()
    done = run(command, case)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "no preferences" in done.stderr or "no points" in done.stderr
    assert json.loads(run(command, case, "--json").stdout)["ok"] is False


def test_many_issues_are_cut_and_counted(tmp_path: Path) -> None:
    issues = ", ".join(f"i{n}: {{options: {{a: A, b: B}}}}" for n in range(45))
    points = ", ".join(f"i{n}: {{a: {n}, b: {45 - n}}}" for n in range(45))
    talks = f"format: talks/1\ntitle: Many\nparties: {{x: {{name: X, kind: side}}}}\nissues: {{{issues}}}\n"
    preferences = f"format: preferences/1\nparties: {{x: {{points: {{{points}}}}}}}\n"
    case = towns(tmp_path, preferences, talks)
    done = run("solve", case)
    assert done.exit_code == 0, done.output
    assert f"{2**45:,} packages; parties: X." in done.stdout
    assert "and 5 more issues: --json has all." in done.stdout
    data = json.loads(run("solve", case, "--json").stdout)
    best = sum(max(n, 45 - n) for n in range(45))
    assert {s["value"] for c, s in data["solutions"].items() if c != "kalai_smorodinsky"} == {best}
    assert len(data["solutions"]["nash"]["package"]) == 45


@pytest.mark.shared
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rule", RULES)
def test_the_five_scenarios_have_their_known_answers(shared_folder: Path, name: str, rule: str) -> None:
    folder = shared_folder / "scenarios" / name
    told = json.loads((folder.parent / "reference.json").read_text("utf-8"))["scenarios"][name]
    files = [folder / told["domain"], *(folder / profile for profile in told["profiles"])]
    found: dict[str, Any] = json.loads(run("solve", *files, "--no-deal", rule, "--json").stdout)
    assert found["agreement_possible"] is True
    for concept, key in CONCEPTS.items():
        known, solution = told[RULES[rule]][key], found["solutions"][concept]
        assert solution["value"] == pytest.approx(known["value"], abs=1e-9)
        assert solution["bound"] == pytest.approx(known["value"], abs=1e-9)
        assert solution["utilities"] == pytest.approx(known["utils"], abs=1e-9)
        assert solution["proven"] is True
        if known["n_ties"] == 1:
            assert solution["package"] == known["outcome"]


def test_what_is_not_proven_says_so_with_its_limit() -> None:
    """At the deadline the best package found is told, and above what value none can be."""
    scenario = Scenario.of({"a": ["x", "y"]}, {"p": {"a": [1, 0]}})
    solution = solve(scenario)["egalitarian"]
    proven, open_, dark = (
        sentence("egalitarian", replace(solution, proven=proven, bound=bound, ties=ties), Digits(1))
        for proven, bound, ties in ((True, Fraction(1), 1), (False, Fraction(5, 2), None), (False, None, None))
    )
    assert proven == "Egalitarian makes the smallest gain over no deal as large as it can be: 1.0. Proven."
    start = "Egalitarian makes the smallest gain over no deal as large as was found: 1.0. Not proven by the deadline"
    assert open_ == f"{start}; no package has more than 2.5."
    assert dark == f"{start}, and no limit is known."


def test_ten_parties_and_a_hundred_issues_return_with_a_bound(tmp_path: Path) -> None:
    issues = ", ".join(f"i{n}: {{options: {{a: A, b: B, c: C}}}}" for n in range(100))
    sides = ", ".join(f"p{n}: {{name: P{n}, kind: s}}" for n in range(10))
    talks = f"format: talks/1\ntitle: Big\nparties: {{{sides}}}\n"
    points = ""
    for p in range(10):
        row = ", ".join(
            f"i{n}: {{a: {7 * p * n % 31}, b: {(p + 3) * n % 29}, c: {n * n * p % 37}}}" for n in range(100)
        )
        points += f"  p{p}: {{points: {{{row}}}}}\n"
    case = towns(tmp_path, f"format: preferences/1\nparties:\n{points}", f"{talks}issues: {{{issues}}}\n")
    found = json.loads(run("solve", case, "--deadline", 2, "--json").stdout)
    assert found["agreement_possible"] is True
    for concept, solution in found["solutions"].items():
        assert solution is not None, concept
        assert solution["proven"] or solution["bound"] is None or solution["bound"] >= solution["value"]


def test_where_nobody_can_gain_that_is_said(tmp_path: Path) -> None:
    """One package is as good as no deal for both, and it is just that."""
    only = PREFERENCES.replace("value: 1", "value: 7").replace("value: 3", "value: 0")
    case = towns(tmp_path, only)
    printed = run("solve", case).stdout
    assert (
        "Nobody can gain over no deal: in every package that is as good as no deal for all, each has just that.\n"
        in printed
    )
    assert "Kalai-Smorodinsky has nothing to share out" in printed
    assert "%" not in printed
    assert "Nobody can gain over no deal: each has just that.\n" in run("frontier", case).stdout
    told = json.loads(run("solve", case, "--json").stdout)
    assert (told["nobody_gains"], told["solutions"]["kalai_smorodinsky"]["value"]) == (True, None)


def test_equal_numbers_look_equal_in_both_rows(tmp_path: Path) -> None:
    parties = "parties: {x: {name: X, kind: s}, y: {name: Y, kind: s}}"
    talks = f"format: talks/1\ntitle: T\n{parties}\nissues: {{i: {{options: {{a: A, b: B, c: C}}}}}}\n"
    points = (
        "x: {points: {i: {a: 1, b: 0.1654761904761905, c: 0}}}\n  y: {points: {i: {a: 0, b: 0.1654761904761905, c: 1}}}"
    )
    printed = run("solve", towns(tmp_path, f"format: preferences/1\nparties:\n  {points}\n", talks)).stdout
    assert "worth to X  0.1655 (+0.1655)" in printed
    assert "worth to Y  0.1655 (+0.1655)" in printed
    assert "no deal as large as it can be: 0.1655. Proven." in printed
