"""A scenario: what it counts and adds, what no deal is by each rule, and every mistake with its place."""

from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given

from goodoffices.bargaining import Scenario, Utility
from goodoffices.bargaining.scenario import Number
from goodoffices.errors import DataError
from goodoffices.talks import Link

from .games import CASES, game, link, scenarios, worth
from .oracle import Oracle

F = Fraction
ISSUES = {"price": ["low", "high"], "day": ["mon", "tue", "wed"]}
POINTS: dict[str, dict[str, list[Number]]] = {
    "buyer": {"price": [9, 0], "day": [1, 2, 3]},
    "seller": {"price": [0, 9], "day": [0, 0, 0]},
}


def test_keeps_the_order_of_the_file() -> None:
    scenario = Scenario.of(ISSUES, POINTS)
    assert scenario.parties == ("buyer", "seller")
    assert list(scenario.issues) == ["price", "day"]
    assert scenario.packages == 6
    assert scenario.utility({"day": "wed", "price": "low"}) == worth(12, 0)


@pytest.mark.parametrize(
    ("number", "fraction"),
    [
        (0.1, F(1, 10)),
        (0.30000000000000004, F("0.30000000000000004")),
        (1e300, F(10**300)),
        (1e-300, F(1, 10**300)),
        (Decimal("0.1"), F(1, 10)),
        (F(1, 3), F(1, 3)),
        (-7, F(-7)),
        (10**40, F(10**40)),
    ],
)
def test_numbers_are_what_is_printed(number: Number, fraction: Fraction) -> None:
    scenario = game([[number, 0]], no_deal=[number])
    assert scenario.utility({"i0": "o0"}) == (fraction,)
    assert scenario.utilities["a"].no_deal == fraction


@pytest.mark.parametrize(
    "number", [float("nan"), float("inf"), -float("inf"), Decimal("NaN"), Decimal("Infinity"), "x", None]
)
@pytest.mark.parametrize("place", ["points", "no deal"])
def test_what_is_no_number_is_a_mistake(number: Number, place: str) -> None:
    with pytest.raises(DataError) as caught:
        game([[number if place == "points" else 1, 0]], no_deal=[number if place == "no deal" else 0])
    assert "for a" in str(caught.value)
    assert "a finite number" in str(caught.value)


def test_the_number_of_packages_may_be_of_any_size() -> None:
    assert game([[0, 1, 2, 3, 4]] * 100).packages == 5**100


@given(scenarios(parties=3))
def test_packages_and_utilities_against_the_listing(scenario: Scenario) -> None:
    oracle = Oracle(scenario)
    assert scenario.packages == len(oracle.all)
    for one in oracle.all:
        assert scenario.utility(oracle.package(one.options)) == oracle.fractions(one.utilities)


@given(scenarios(parties=3))
def test_no_deal_by_each_rule(scenario: Scenario) -> None:
    assert scenario.with_no_deal("file") is scenario
    zero = scenario.with_no_deal("zero")
    assert [u.no_deal for u in zero.utilities.values()] == [0] * len(scenario.parties)
    oracle = Oracle(scenario)
    lowest = [min(column) for column in zip(*(oracle.fractions(one.utilities) for one in oracle.all), strict=True)]
    least = scenario.with_no_deal("min")
    assert [u.no_deal for u in least.utilities.values()] == lowest
    for changed in (zero, least):
        assert (changed.issues, changed.links, changed.packages) == (scenario.issues, scenario.links, scenario.packages)
        assert all(changed.utilities[p].points == u.points for p, u in scenario.utilities.items())


def test_the_lowest_no_deal_leaves_every_package_acceptable_where_numbers_are_rounded() -> None:
    for name in ("no small denominator", "huge and real", "tiny", "large against small"):
        scenario = CASES[name].with_no_deal("min")
        lowest = sum(block.values(scenario.grid.values, scenario.grid.starts).min(axis=0) for block in scenario.blocks)
        assert (lowest >= scenario.grid.no_deal).all(), name


def test_weights_multiply_and_absent_ones_are_1() -> None:
    utility = Utility({"x": {"p": F(3)}, "y": {"p": F(5)}}, {"x": F(1, 3)})
    assert (utility.worth("x", "p"), utility.worth("y", "p")) == worth(1, 5)


def utility(points: dict[str, dict[str, int]], weights: dict[str, Fraction] | None = None) -> Utility:
    return Utility({i: {o: F(v) for o, v in row.items()} for i, row in points.items()}, weights or {})


GOOD = utility({"x": {"p": 1, "q": 2}})
X: dict[str, tuple[str, ...]] = {"x": ("p", "q")}
Mistake = tuple[dict[str, tuple[str, ...]], dict[str, Utility], tuple[Link, ...], list[str]]
MISTAKES: dict[str, Mistake] = {
    "no issues": ({}, {"a": utility({})}, (), ["no issues"]),
    "no parties": (X, {}, (), ["no parties"]),
    "an issue without options": ({"x": ()}, {"a": utility({"x": {}})}, (), ["x", "without options"]),
    "an option twice": ({"x": ("p", "q", "p")}, {"a": GOOD}, (), ["x", "twice"]),
    "no points for an issue": ({**X, "y": ("r",)}, {"a": GOOD}, (), ["a", "y", "r"]),
    "no points for an option": (X, {"a": GOOD, "b": utility({"x": {"p": 1}})}, (), ["b", "x", "q"]),
    "a negative weight": (X, {"a": utility({"x": {"p": 1, "q": 2}}, {"x": F(-1)})}, (), ["a", "x", "-1"]),
    "points for no issue": (X, {"a": utility({"x": {"p": 1, "q": 2}, "z": {}})}, (), ["a", "z"]),
    "a weight for no issue": (X, {"a": utility({"x": {"p": 1, "q": 2}}, {"z": F(1)})}, (), ["a", "z"]),
    "a link over no issue": (X, {"a": GOOD}, (Link(if_={"z": ("p",)}, then={}),), ["z"]),
    "a link to no issue": (X, {"a": GOOD}, (Link(if_={"x": ("p",)}, then={"z": ("p",)}),), ["z"]),
    "a link over no option": (X, {"a": GOOD}, (Link(if_={"x": ("p", "s")}, then={}),), ["x", "s", "p, q"]),
    "a link without if": (X, {"a": GOOD}, (Link(if_={}, then={"x": ("p",)}),), ["if"]),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_mistakes_name_party_and_issue(name: str) -> None:
    issues, utilities, links, words = MISTAKES[name]
    with pytest.raises(DataError) as caught:
        Scenario("talks.xml", issues, utilities, links)
    text = str(caught.value)
    assert "talks.xml" in text
    assert [word for word in words if word not in text] == []


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(DataError) as caught:
        Scenario("s", {"x": (), "y": ("p",)}, {"a": utility({"x": {}, "y": {}}), "b": utility({})})
    assert len(caught.value.problems) == 3


def test_more_or_fewer_numbers_than_options_are_a_mistake() -> None:
    for row in ([1], [1, 2, 3]):
        with pytest.raises(DataError):
            Scenario.of({"x": ["p", "q"]}, {"a": {"x": row}})  # type: ignore[dict-item]


def test_links_that_no_package_meets_are_a_mistake() -> None:
    scenario = game([[0, 1], [0, 1]], links=(link({0: [0]}), link({0: [1], 1: [0, 1]})))
    with pytest.raises(DataError, match="no package meets"):
        _ = scenario.packages


@pytest.mark.parametrize("name", CASES)
def test_the_named_cases_have_the_packages_that_links_leave(name: str) -> None:
    scenario = CASES[name]
    if not scenario.links:
        assert scenario.packages == len(list(product(*scenario.issues.values())))
    assert scenario.packages == len(Oracle(scenario).all)
