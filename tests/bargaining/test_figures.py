"""Figures hold what was computed, no more and no less, and every one of them can be drawn."""

import json
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.bargaining import Scenario, frontier, solve
from goodoffices.bargaining.digits import Digits, json_number, told
from goodoffices.bargaining.figures import CLOSEST, MOST_LINES, MOST_POINTS, NO_DEAL, alternative, frontier_figure
from goodoffices.bargaining.pareto.page import in_all
from goodoffices.brief.charts import file_svg, page_svg
from tests.amount import cases


def scenario(*rows: list[list[int]], no_deal: list[int] | None = None, name: str = "p") -> Scenario:
    """Each party's points of each option of each issue."""
    issues = {f"i{n}": [f"o{k}" for k in range(len(row))] for n, row in enumerate(rows[0])}
    points: dict[str, dict[str, list[int | float | Decimal | Fraction]]] = {
        f"{name}{n}": {f"i{i}": list(row) for i, row in enumerate(each)} for n, each in enumerate(rows)
    }
    return Scenario.of(issues, points, {f"{name}{n}": d for n, d in enumerate(no_deal or [])})


TWO = scenario([[0, 4], [1, 3]], [[6, 0], [4, 0]], no_deal=[1, 3])
THREE = scenario([[0, 4], [1, 3]], [[6, 0], [4, 0]], [[1, 2], [3, 0]], no_deal=[1, 3, 0])
NONE = scenario([[0, 4], [1, 3]], [[6, 0], [4, 0]], no_deal=[5, 8])
FLAT = scenario([[2, 2]], [[2, 2]])
ONE = scenario([[0, 4], [1, 3]])
HUGE = scenario([[0, 10**30]], [[10**30, 0]])
EVERY = {"two": TWO, "three": THREE, "none": NONE, "flat": FLAT, "one": ONE, "huge": HUGE}


def figure(of: Scenario) -> dict[str, Any]:
    return frontier_figure(frontier(of), solve(of))


def values(of: dict[str, Any]) -> list[list[dict[str, Any]]]:
    return [layer["data"]["values"] for layer in of["layer"]]


def test_two_parties_are_a_plane_with_the_frontier_the_named_packages_and_no_deal() -> None:
    rules_x, rules_y, rest, path, dots, named = values(figure(TWO))
    # none/free 1, 10; none/fee 3, 6; half/free 5, 4; half/fee 7, 0 leaves the second below its no deal.
    assert path == dots == [{"x": 5.0, "y": 4.0}, {"x": 3.0, "y": 6.0}, {"x": 1.0, "y": 10.0}]
    assert rest == [{"x": 7.0, "y": 0.0}]
    assert named == [
        {"x": 3.0, "y": 6.0, "name": "Nash, egalitarian, Kalai-Smorodinsky"},
        {"x": 1.0, "y": 10.0, "name": "Utilitarian"},
        {"x": 1.0, "y": 3.0, "name": NO_DEAL},
    ]
    assert (rules_x[0]["x"], rules_y[0]["y"]) == (1.0, 3.0)
    x, y = figure(TWO)["encoding"]["x"], figure(TWO)["encoding"]["y"]
    assert (x["title"], y["title"]) == ("worth to p0", "worth to p1")
    assert x["scale"]["domain"][0] < 1.0 < 7.0 < x["scale"]["domain"][1]
    assert y["scale"]["domain"][0] < 0.0 < 10.0 < y["scale"]["domain"][1]


def test_more_parties_are_parallel_coordinates() -> None:
    made = figure(THREE)
    lines, named, tops, bottoms = values(made)
    assert made["encoding"]["x"]["sort"] == ["p0", "p1", "p2"]
    assert len(lines) == 3 * len(frontier(THREE))
    assert {v["name"] for v in named} >= {NO_DEAL}
    assert all(0 <= v["at"] <= 1 for v in (*lines, *named))
    assert [t["told"] for t in bottoms] == ["1", "3", "0"]
    for party, top in enumerate(tops):
        assert top["told"] == str(max(point.utilities[party] for point in frontier(THREE).points()))


def test_where_no_agreement_is_possible_the_closest_package_is_drawn() -> None:
    named = values(figure(NONE))[-1]
    assert [v["name"] for v in named] == [CLOSEST, NO_DEAL]
    assert (named[0]["x"], named[0]["y"]) == (3.0, 6.0)


@pytest.mark.parametrize("name", EVERY)
def test_every_figure_can_be_drawn(name: str) -> None:
    made = figure(EVERY[name])
    json.dumps(made, allow_nan=False)
    for svg in (page_svg(made, "A title"), file_svg(made, "A title").decode()):
        root = ElementTree.fromstring(svg)
        assert (root.get("role"), root.get("aria-label")) == ("img", "A title")
        words = " ".join(root.itertext())
        assert NO_DEAL in words
        assert "NaN" not in svg
        assert not [e for e in root.iter() if e is not root and (e.get("role") or e.get("aria-label"))]
    assert alternative(frontier(EVERY[name]), solve(EVERY[name]))[-1].startswith(f"{NO_DEAL}: ")


def test_a_page_lends_its_ink_and_a_file_brings_its_own() -> None:
    page, file = page_svg(figure(TWO), "x"), file_svg(figure(TWO), "x").decode()
    assert "currentColor" in page
    assert "currentColor" not in file
    assert 'fill="#ffffff"' in file
    assert 'fill="#ffffff"' not in page


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", "a\"b'c", "a & b", "]]>", "مفاوضات", ' role="x" ', "\\u001b", "a\\nb"]
)
@pytest.mark.parametrize("rows", [2, 3])
def test_names_are_shown_and_do_nothing_else(words: str, rows: int) -> None:
    made = scenario(*[[[0, 4], [1, 3]], [[6, 0], [4, 0]], [[1, 2], [3, 0]]][:rows], name=words)
    root = ElementTree.fromstring(page_svg(figure(made), words))
    assert root.get("aria-label") == words
    told = words.strip()[:12]  # a long name is cut under an axis
    assert any(told in (element.text or "") for element in root.iter() if element.tag.endswith("}text"))
    assert not [element for element in root.iter() if element.tag.endswith("}script")]


@pytest.mark.parametrize(
    "words", ["\x1b[31m", "a\x00b", "\x08\x7f\x9b", "\u202eabc", "line\r\nline", "\ud83d", "\\\x1b"]
)
def test_what_steers_a_terminal_or_breaks_xml_is_made_harmless(words: str) -> None:
    svg = page_svg(figure(scenario([[0, 4], [1, 3]], [[6, 0], [4, 0]], name=f"party {words}")), words)
    told = " ".join(ElementTree.fromstring(svg).itertext())
    assert "party" in told
    assert "\ufffd" in told
    assert not set(told) & set("\x00\x08\x1b\x7f\x9b\u202e")


def test_a_large_frontier_is_drawn_in_part_and_says_so() -> None:
    number = 3 * MOST_POINTS
    made = scenario([list(range(number))], [list(range(number, 0, -1))])
    dots = values(figure(made))[4]
    assert len(dots) == MOST_POINTS
    assert (dots[0], dots[-1]) == ({"x": number - 1.0, "y": 1.0}, {"x": 0.0, "y": float(number)})
    assert figure(made)["title"]["subtitle"] == f"{number:,} of {number:,} packages; {MOST_POINTS:,} drawn"
    third = scenario([list(range(number))], [list(range(number, 0, -1))], [[1] * number])
    assert len(values(figure(third))[0]) == 3 * MOST_LINES


@settings(max_examples=cases(40, 2_000))
@given(st.integers(1, 60), st.integers(1, 70))
def test_what_is_shown_is_spread_evenly_with_both_ends(number: int, most: int) -> None:
    found = frontier(scenario([list(range(number))], [list(range(number, 0, -1))]))
    worths = [int(each.utilities[0]) for each in found.shown(most)]
    assert len(worths) == min(number, most) == len(set(worths))
    assert worths[0] == number - 1
    assert worths[-1] == (0 if most > 1 else number - 1)
    steps = [a - b for a, b in pairwise(worths)]
    assert not steps or max(steps) - min(steps) <= 1


def test_what_all_have_in_common() -> None:
    assert in_all([{"a": "x", "b": "y"}, {"a": "x", "b": "z"}]) == {"a": "x"}
    assert in_all([{"a": "x"}]) == {}
    assert in_all([]) == {}


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        (["1/2", "12"], ["0.5", "12.0"]),
        (["1/3", "2/3"], ["0.3333", "0.6667"]),
        (["1234567", "5"], ["1,234,567", "5"]),
        (["12345.678", "-0.0001"], ["12,346", "-1.000e-4"]),
        (["0", "0"], ["0", "0"]),
        (["0.00012345", "0.0001"], ["0.0001234", "0.0001000"]),
        (["1e15"], ["1.000e+15"]),
    ],
)
def test_numbers_have_the_digits_that_tell_them_apart(numbers: list[str], shown: list[str]) -> None:
    exact = [Fraction(n) for n in numbers]
    digits = Digits.of(exact)
    assert [digits.told(n) for n in exact] == shown
    assert told(exact[0]) == Digits.of(exact[:1]).told(exact[0])


def test_a_gain_has_its_sign_and_a_number_too_large_for_a_float_is_whole() -> None:
    assert [Digits(1).gain(Fraction(n)) for n in (1, 0, -1)] == ["+1.0", "0.0", "-1.0"]
    assert json_number(Fraction(1, 4)) == 0.25
    assert json_number(Fraction(10**400)) == 10**400
    assert json.loads(json.dumps(json_number(Fraction(10**400)))) == 10**400


def test_a_notebook_shows_tables_with_everything_escaped() -> None:
    made = scenario([[0, 4], [1, 3]], [[6, 0], [4, 0]], name="<b>")
    for html in (frontier(made)._repr_html_(), solve(made)._repr_html_()):
        assert "&lt;b&gt;0" in html
        assert "<b>0" not in html
        ElementTree.fromstring(html)
    many = scenario([list(range(100))], [list(range(100, 0, -1))])
    assert "25 of 100 packages, spread evenly." in frontier(many)._repr_html_()
    assert "No agreement is possible" in solve(NONE)._repr_html_()
    ElementTree.fromstring(solve(NONE)._repr_html_())
