"""The five scenarios with known answers."""

import json
from fractions import Fraction
from itertools import product
from math import prod
from pathlib import Path
from typing import Any

import pytest

from goodoffices.bargaining import Scenario
from goodoffices.bargaining.formats import genius_files, read_scenario

NAMES = ("england_zimbabwe", "camera_a", "party3", "ampo_city", "bank_robbery3")

pytestmark = pytest.mark.shared


@pytest.fixture(params=NAMES)
def case(request: pytest.FixtureRequest, shared_folder: Path) -> tuple[Scenario, dict[str, Any], Path]:
    folder = shared_folder / "scenarios" / request.param
    known = json.loads((folder.parent / "reference.json").read_text("utf-8"))["scenarios"][request.param]
    return read_scenario([folder / known["domain"], *(folder / name for name in known["profiles"])]), known, folder


def ranges(scenario: Scenario) -> list[tuple[float, float]]:
    """Smallest and largest utility of any package; by listing all where they are few, else issue by issue."""
    found = []
    for utility in scenario.utilities.values():
        rows = [[utility.worth(i, o) for o in options] for i, options in scenario.issues.items()]
        if prod(map(len, rows)) < 10_000:
            sums = [sum(package, Fraction()) for package in product(*rows)]
            found.append((float(min(sums)), float(max(sums))))
        else:
            found.append((float(sum(map(min, rows))), float(sum(map(max, rows)))))
    return found


def test_reads_as_the_reference_says(case: tuple[Scenario, dict[str, Any], Path]) -> None:
    scenario, known, folder = case
    assert [len(options) for options in scenario.issues.values()] == known["issue_sizes"]
    assert len(list(product(*scenario.issues.values()))) == known["n_outcomes"] == scenario.packages
    assert scenario.parties == tuple(Path(name).stem for name in known["profiles"])
    assert [u.no_deal if u.no_deal is None else float(u.no_deal) for u in scenario.utilities.values()] == known[
        "file_reservations"
    ]
    for (low, high), (least, most) in zip(ranges(scenario), known["util_range"], strict=True):
        assert abs(low - least) < 1e-6
        assert abs(high - most) < 1e-6
    assert [[float(w) for w in u.weights.values()] for u in scenario.utilities.values()] == known["file_weights"]
    twice = [note for note in scenario.notes if "listed a second time" in note]
    discounts = [note for note in scenario.notes if "a discount: waiting leaves" in note]
    assert len(twice) == (1 if folder.name == "ampo_city" else 0)
    assert len(discounts) == sum(u.discount not in (None, 1) for u in scenario.utilities.values())
    assert len(scenario.notes) == len(twice) + len(discounts)


def test_packages_of_the_reference_have_its_utilities(case: tuple[Scenario, dict[str, Any], Path]) -> None:
    scenario, known, _ = case
    for rule in ("own_r0", "own_rmin", "own_rfile"):
        for what, answer in known[rule].items():
            if isinstance(answer, dict) and answer.get("outcome"):
                found = [float(u) for u in scenario.utility(answer["outcome"])]
                assert found == pytest.approx(answer["utils"], abs=1e-9), what


def test_written_and_read_again_nothing_has_changed(
    case: tuple[Scenario, dict[str, Any], Path], tmp_path: Path
) -> None:
    scenario, _, _ = case
    written = genius_files(scenario)
    for name, text in written.files.items():
        (tmp_path / name).write_text(text, "utf-8")
    again = read_scenario([tmp_path / name for name in written.files])
    assert again.issues == scenario.issues
    assert again.utilities == scenario.utilities
