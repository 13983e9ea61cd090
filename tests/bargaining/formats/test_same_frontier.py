"""Genius files that we write mean the same whether or not a program divides by the largest evaluation of each issue."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import product
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.bargaining import Scenario, Utility, frontier
from goodoffices.bargaining.formats import genius_files

F = Fraction
Row = dict[str, Fraction]


def rows(text: str) -> dict[str, tuple[Fraction, Row]]:
    """Weight and evaluations of each issue of a profile, as they stand."""
    root = ElementTree.fromstring(text)
    weights = {w.attrib["index"]: F(w.attrib["value"]) for w in root.iter("weight")}
    return {
        issue.attrib["name"]: (
            weights[issue.attrib["index"]],
            {item.attrib["value"]: F(item.attrib["evaluation"]) for item in issue.iter("item")},
        )
        for issue in root.iter("issue")
    }


def worths(text: str, divided: bool) -> list[Row]:
    """What each option adds: as Genius reads a profile, or as NegMAS does."""
    return [
        {option: weight * value / (max(row.values()) if divided else 1) for option, value in row.items()}
        for weight, row in rows(text).values()
    ]


def best(parties: list[list[Row]]) -> set[tuple[str, ...]]:
    """The packages that no other one dominates, by listing and comparing all."""
    packages = list(product(*parties[0]))
    sums = {p: tuple(sum(row[o] for row, o in zip(party, p, strict=True)) for party in parties) for p in packages}
    return {
        p for p, u in sums.items() if not any(v != u and all(b >= a for a, b in zip(u, v, strict=True)) for v in sums.values())
    }  # fmt: skip


def check(scenario: Scenario) -> None:
    _, *profiles = genius_files(scenario).files.values()
    mine = {tuple(point.package.values()) for point in frontier(scenario.with_no_deal("min")).points()}
    for divided in (True, False):
        assert best([worths(text, divided) for text in profiles]) == mine
    for text in profiles:
        assert len({max(row.values()) for _, row in rows(text).values()}) == 1
    for utility, text in zip(scenario.utilities.values(), profiles, strict=True):
        told = worths(text, divided=True)
        assert told == [{o: utility.worth(i, o) for o in options} for i, options in scenario.issues.items()]


def scenario_of(*parties: Mapping[str, Sequence[object]], weights: dict[str, Fraction] | None = None) -> Scenario:
    issues = {issue: tuple(f"{issue}{n}" for n in range(len(row))) for issue, row in parties[0].items()}
    utilities = {
        f"p{number}": Utility(
            {i: {f"{i}{n}": F(str(x)) for n, x in enumerate(row)} for i, row in party.items()}, weights or {}
        )
        for number, party in enumerate(parties)
    }
    return Scenario("s", issues, utilities)


@pytest.mark.parametrize(
    "scenario",
    [
        scenario_of({"a": [1, 0], "b": [0, 10]}, {"a": [0, 5], "b": [3, 0]}),
        scenario_of({"a": ["0.25", 1], "b": [8, 4]}, {"a": [1, 0], "b": [1, 3]}),
        scenario_of({"a": ["1/3", "1/7"], "b": [0, 2]}, {"a": [1, 3], "b": [7, 1]}),
        scenario_of({"a": [100, 1], "b": [1, 3], "c": [2, 7]}, {"a": [0, 1], "b": [9, 0], "c": [1, 1]}),
        scenario_of({"a": [0, 0], "b": [1, 2]}, {"a": [1, 2], "b": [0, 0]}),
        scenario_of({"a": [-2, 5], "b": [1, 0]}, {"a": [3, 0], "b": [0, 1]}),
        scenario_of(
            {"a": [1, 2], "b": [5, 1]}, {"a": [4, 1], "b": [1, 2]}, weights={"a": F("0.3333333333333333"), "b": F(0)}
        ),
        scenario_of(
            {"a": [6, 5, 0], "b": [10, 3]}, {"a": [0, 2, 3], "b": [0, 7]}, weights={"a": F(3, 10), "b": F(7, 10)}
        ),
    ],
)
def test_named_cases(scenario: Scenario) -> None:
    check(scenario)


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=3))
    number = st.integers(-3, 12) | st.fractions(0, 3, max_denominator=9) | st.decimals(0, 2, places=2)
    parties = [
        {f"i{n}": draw(st.lists(number, min_size=size, max_size=size)) for n, size in enumerate(sizes)}
        for _ in range(draw(st.integers(1, 3)))
    ]
    weights = {f"i{n}": F(draw(st.integers(0, 5)), draw(st.sampled_from([1, 2, 3, 10]))) for n in range(len(sizes))}
    found = scenario_of(*parties, weights=weights)
    hopeless = any(
        max(worth := [u.worth(i, o) for o in options]) <= 0 and any(worth)
        for u in found.utilities.values()
        for i, options in found.issues.items()
    )
    return scenario_of({"i0": [1, 0]}) if hopeless else found


@given(scenarios())
def test_any_scenario(scenario: Scenario) -> None:
    check(scenario)
