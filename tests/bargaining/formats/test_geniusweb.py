"""GeniusWeb JSON: its own ways."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from goodoffices.bargaining.formats import read_scenario

from .contract import Contract, problems
from .written import geniusweb_domain, geniusweb_profile

F = Fraction


class TestGeniusWeb(Contract):
    """The suite of every format."""

    ending = "json"
    domain = staticmethod(geniusweb_domain)
    profile = staticmethod(geniusweb_profile)

    def no_deal(self) -> Any:
        return {"Müll & Co": "a lot", "when": "2025"}


ISSUES = {"x": ["p", "q"]}
ROWS = {"x": {"p": 0.5, "q": 1}}


def write(path: Path, change: dict[str, Any] | None = None) -> Path:
    whole = json.loads(geniusweb_profile(ISSUES, ROWS, {"x": 1}))
    whole["LinearAdditiveUtilitySpace"] |= change or {}
    path.write_text(json.dumps(whole), "utf-8")
    return path


def test_profiles_hold_their_domain(tmp_path: Path) -> None:
    scenario = read_scenario([write(tmp_path / "b.json"), write(tmp_path / "a.json")])
    assert scenario.parties == ("b", "a")
    assert scenario.issues == {"x": ("p", "q")}
    assert read_scenario([tmp_path]).parties == ("a", "b")


def test_profiles_of_two_domains_are_refused(tmp_path: Path) -> None:
    other = tmp_path / "b.json"
    other.write_text(geniusweb_profile({"x": ["p", "r"]}, {"x": {"p": 1, "r": 0}}, {"x": 1}), "utf-8")
    assert any("r of x" in found for found in problems(write(tmp_path / "a.json"), other))


def test_numbers_have_a_straight_line(tmp_path: Path) -> None:
    ends = {"lowValue": 1, "highValue": 2, "lowUtility": 0, "highUtility": 1}
    change = {
        "domain": {"name": "d", "issuesValues": {"x": {"range": ["1", "2", "0.25"]}}},
        "issueUtilities": {"x": {"NumberValueSetUtilities": ends}},
    }
    scenario = read_scenario([write(tmp_path / "a.json", change)])
    assert scenario.issues == {"x": ("1", "1.25", "1.5", "1.75", "2")}
    assert list(scenario.utilities["a"].points["x"].values()) == [0, F(1, 4), F(1, 2), F(3, 4), 1]


@pytest.mark.parametrize(
    "ends", [["0", "1"], ["0", "1", "0"], ["1", "0", "0.1"], ["0", "1", "0.0001"], ["0", "nan", "1"], "0"]
)
def test_ranges_that_cannot_be_counted_are_refused(tmp_path: Path, ends: Any) -> None:
    change = {"domain": {"name": "d", "issuesValues": {"x": {"range": ends}}}}
    assert any("the range of x" in found for found in problems(write(tmp_path / "a.json", change)))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"reservationBid": {"issuevalues": {"x": "r"}}}, "r for x in the reservationBid"),
        ({"reservationBid": {"issuevalues": {}}}, "no reservationBid for x"),
        ({"issueWeights": {}}, "no issueWeights for x"),
        ({"issueUtilities": {"x": {"numberutils": {"lowValue": 2, "highValue": 1}}}}, "as the lowUtility of x"),
        ({"issueUtilities": {"x": {"numberutils": {}}}}, "no number as the lowValue of x"),
        ({"issueWeights": None}, "no issueWeights for x"),
        ({"issueWeights": {"x": 1, "y": 1}}, "issueWeights for y"),
        ({"issueUtilities": {"x": {"Strange": {}}}}, "no utilities of x that are known here"),
        ({"issueUtilities": []}, "a list as issueUtilities"),
        ({"domain": {"name": "d"}}, "no issuesValues"),
        ({"domain": {"issuesValues": {"x": {}}}}, "the issue x without values"),
    ],
)
def test_mistakes_are_told(tmp_path: Path, change: dict[str, Any], told: str) -> None:
    assert any(told in found for found in problems(write(tmp_path / "a.json", change)))


def test_another_kind_of_profile_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        '{"DefaultPartialOrdering": {"domain": {"name": "d", "issuesValues": {"x": {"values": ["p"]}}}}}', "utf-8"
    )
    assert problems(path)
    domain = tmp_path / "d.json"
    domain.write_text(geniusweb_domain(ISSUES), "utf-8")
    assert "a profile that is DefaultPartialOrdering" in problems(domain, path)[0]


def test_a_value_listed_twice_is_one_option(tmp_path: Path) -> None:
    domain = tmp_path / "d.json"
    domain.write_text(geniusweb_domain({"x": ["p", "p", "q"]}), "utf-8")
    scenario = read_scenario([domain, write(tmp_path / "a.json")])
    assert scenario.issues == {"x": ("p", "q")}
    assert "the value p of x is listed a second time" in scenario.notes[0]
    domain.write_text('{"issuesValues": {"x": {"values": ["p", ["q"]]}}}', "utf-8")
    assert "a value of x that is no text" in problems(domain, tmp_path / "a.json")[0]


def test_json_is_read_as_json(tmp_path: Path) -> None:
    text = geniusweb_profile(
        {"\U0001f600/\\": ["\\ud83d", "\t\"'"]}, {"\U0001f600/\\": {"\\ud83d": 1, "\t\"'": 0}}, {"\U0001f600/\\": 1}
    )
    path = tmp_path / "a.json"
    path.write_text(text.replace("/", "\\/").replace("\n", "\r\n"), "utf-8", newline="")
    assert read_scenario([path]).issues == {"\U0001f600/\\": ("\\ud83d", "\"'")}


def test_a_key_twice_is_refused_with_its_place(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json")
    path.write_text(path.read_text("utf-8").replace('"issueWeights"', '\n"name": 1, "issueWeights"'), "utf-8")
    (found,) = problems(path)
    assert found.startswith("a.json:2:1: found the key 'name' a second time")


def test_nesting_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"a":' * 100_000, "utf-8")
    assert problems(path)
