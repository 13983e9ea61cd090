"""NegoLog JSON: profiles that hold their domain."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from goodoffices.bargaining.formats import read_scenario

from .contract import Contract, Issues, Rows, problems

F = Fraction


class TestNegoLog(Contract):
    """The suite of every format."""

    ending = "json"

    def domain(self, issues: Issues) -> str:
        return json.dumps({"issues": issues}, indent=1)

    def profile(self, issues: Issues, rows: Rows, weights: dict[str, Any], no_deal: Any = None) -> str:
        whole = {"issueWeights": {i: weights[i] for i in issues}, "issues": {i: rows[i] for i in issues}}
        return json.dumps(whole if no_deal is None else {"reservationValue": no_deal, **whole}, indent=1)


ROWS = {"berth": {"north": 1.0, "south": 0.4}, "toll": {"1": 0.25, "2": 0.5, "3": 1}}
WEIGHTS = {"berth": 0.35, "toll": 0.65}


def profile(**changed: Any) -> str:
    return json.dumps({"reservationValue": 0.2, "issueWeights": WEIGHTS, "issues": ROWS} | changed)


def write(folder: Path, *texts: str) -> Path:
    for name, text in zip(("profileA", "profileB", "specs"), texts, strict=False):
        (folder / f"{name}.json").write_text(text, "utf-8")
    return folder


def test_no_domain_file_is_needed_and_specs_are_passed_over(tmp_path: Path) -> None:
    scenario = read_scenario([write(tmp_path, profile(), profile(reservationValue=None), '{"size": 6}')])
    assert scenario.parties == ("profileA", "profileB")
    assert scenario.issues == {"berth": ("north", "south"), "toll": ("1", "2", "3")}
    assert scenario.no_deal == (F(1, 5), F(0))
    assert scenario.utility({"berth": "south", "toll": "2"})[0] == F("0.35") * F("0.4") + F("0.65") * F("0.5")
    assert [note.rpartition("/")[2] for note in scenario.notes] == [
        "specs.json: not read; it is neither a domain nor a profile"
    ]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"issueWeights": {"berth": 1}}, "no issueWeights for toll"),
        ({"issueWeights": WEIGHTS | {"x": 0}}, "issueWeights for x"),
        ({"issueWeights": WEIGHTS | {"toll": -1}}, "-1 as the weight of toll"),
        ({"issueWeights": [1]}, "a list as issueWeights"),
        ({"issues": ROWS | {"berth": [1]}}, "a list as the values of berth"),
        ({"issues": {"berth": ROWS["berth"]}}, "no issues for toll"),
        ({"issues": ROWS | {"berth": {"north": 1}}}, "no value of berth: south"),
        ({"reservationValue": "much"}, "'much' as the reservationValue"),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path: Path, changed: dict[str, Any], told: str) -> None:
    found = problems(write(tmp_path, profile(), profile(**changed)))
    assert any(told in one for one in found), found
    assert all(one.startswith("profileB.json:") for one in found)


@pytest.mark.shared
def test_the_seen_folder(shared_folder: Path) -> None:
    from goodoffices.bargaining import solve  # beside its only use

    scenario = read_scenario([shared_folder / "cases" / "scenarios" / "negolog-json"])
    assert scenario.packages == 27
    assert solve(scenario)["nash"].utilities == (F("0.7353"), F("0.7353"))
