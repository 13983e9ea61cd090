"""A case as a scenario: exact points, or a word about what is missing."""

from pathlib import Path

import pytest
from pydantic import TypeAdapter

from goodoffices.bargaining import Scenario
from goodoffices.bargaining.formats import scenario_of_case
from goodoffices.case import read_case
from goodoffices.documents import parse
from goodoffices.errors import DataError
from goodoffices.talks import Preferences, Talks

TALKS = """format: talks/1
title: Two towns
parties: {north: {name: North, kind: town}, south: {name: South, kind: town}}
issues: {water: {options: {none: none of it, half: a half}}, tolls: {options: {free: no toll, fee: a toll}}}
links: [{if: {water: [half]}, then: {tolls: [fee]}}]
"""
PREFERENCES = """format: preferences/1
status_quo: {water: none, tolls: free}
parties:
  south: {points: {water: {none: 1, half: 0}, tolls: {free: 5/7, fee: 0.5}}, no_deal: {value: 0.25}}
  north:
    points: {water: {none: 0, half: 2}, tolls: {free: 1, fee: 0}}
    weights: {water: 3}
    no_deal: {package: status_quo}
    discount: 0.9
"""


def read(folder: Path, preferences: str | None = PREFERENCES) -> Scenario:
    (folder / "talks.yaml").write_text(TALKS, "utf-8")
    (folder / "record.yaml").write_text("format: record/1\n", "utf-8")
    if preferences is not None:
        (folder / "preferences.yaml").write_text(preferences, "utf-8")
    case = read_case(folder)
    return scenario_of_case("towns", case.talks, case.preferences)


def test_points_weights_links_and_no_deal(tmp_path: Path) -> None:
    scenario = read(tmp_path)
    assert scenario.parties == ("north", "south")
    assert scenario.packages == 3
    assert [str(u) for u in scenario.utility({"water": "half", "tolls": "free"})] == ["7", "5/7"]
    assert [str(u.no_deal) for u in scenario.utilities.values()] == ["1", "1/4"]
    assert str(scenario.utilities["north"].discount) == "9/10"
    assert scenario.notes == ()


@pytest.mark.parametrize(
    ("preferences", "told"),
    [
        (None, ["north", "south"]),
        (PREFERENCES.replace("  south: {points", "  # south: {points"), ["south"]),
        (PREFERENCES.partition("parties:")[0], ["north", "south"]),
    ],
)
def test_what_is_only_partly_known_is_for_agree(tmp_path: Path, preferences: str | None, told: list[str]) -> None:
    with pytest.raises(DataError) as caught:
        read(tmp_path, preferences)
    assert [p.found for p in caught.value.problems] == [f"no points of {party}" for party in told]
    assert "goodoffices agree" in caught.value.problems[0].expected


def test_third_parties_count_where_their_preferences_are_points(tmp_path: Path) -> None:
    beside = TALKS + "third_parties: {board: {name: Board, kind: company}, press-corps: {name: Press, kind: press}}\n"
    known = (
        PREFERENCES + "  board: {points: {water: {none: 0, half: 1}, tolls: {free: 0, fee: 1}}}\n  press-corps: {}\n"
    )
    (tmp_path / "talks.yaml").write_text(beside, "utf-8")
    (tmp_path / "record.yaml").write_text("format: record/1\n", "utf-8")
    (tmp_path / "preferences.yaml").write_text(known, "utf-8")
    case = read_case(tmp_path)
    found = scenario_of_case("towns", case.talks, case.preferences)
    assert found.parties == ("north", "south", "board")
    assert found.notes == ("preferences.yaml: press-corps was left out: its preferences are no points",)


@pytest.mark.parametrize(
    ("told", "no_deal", "notes"),
    [
        ("assumed: {by: analyst, why: so}", "1", 0),
        ("told: [c1], adopted: {by: analyst, why: so}", "1", 0),
        ("told: [c1]", "None", 1),
    ],
)
def test_what_is_only_told_does_not_count(told: str, no_deal: str, notes: int) -> None:
    preferences = _preferences(f"no_deal: {{package: status_quo, {told}}}")
    found = scenario_of_case("towns", _talks(), preferences)
    assert str(found.utilities["north"].no_deal) == no_deal
    assert len(found.notes) == notes


def test_points_that_another_tells_do_not_count() -> None:
    with pytest.raises(DataError, match="points of north that another tells"):
        scenario_of_case("towns", _talks(), _preferences("basis: {told: [c1]}"))


def _talks() -> Talks:
    return TypeAdapter(Talks).validate_python(parse("talks", TALKS))


def _preferences(more: str) -> Preferences:
    text = PREFERENCES.replace("    no_deal: {package: status_quo}\n", f"    {more}\n")
    return TypeAdapter(Preferences).validate_python(parse("preferences", text))
