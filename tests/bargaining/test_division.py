"""Adjusted Winner: published divisions, nasty small ones, properties, and three oracles that know nothing of ours."""

import json
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog
from typer.testing import CliRunner

from goodoffices.bargaining.division import WHOLE, Divided, adjusted_winner
from goodoffices.cli import app

ROOT = Path(__file__).resolve().parents[2]
F = Fraction


def told(*words: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["divide", *map(str, words)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


# Published divisions.


@pytest.mark.parametrize(
    ("example", "parties", "points", "of_first", "shared"),
    [
        ("camp-david-1978", ["israel", "egypt"], "395/6",
         {"recognition", "west-bank-gaza", "linkage", "jerusalem"}, {"sinai": "1/6"}),
        ("panama-canal", ["usa", "panama"], "66",
         {"defense-rights", "use-rights", "expansion-rights", "expansion-routes"}, {"land-water": "2/15"}),
    ],
)  # fmt: skip
def test_the_published_divisions(
    example: str, parties: list[str], points: str, of_first: set[str], shared: Mapping[str, str]
) -> None:
    code, output = told(ROOT / "examples" / example / "division.yaml", "--json")
    found = json.loads(output)
    shares = found["shares_of_first"]
    assert code == 0
    assert (found["parties"], found["points"]) == (parties, [points, points])
    assert {issue for issue, share in shares.items() if share == "1"} == of_first
    assert {issue: share for issue, share in shares.items() if share not in "01"} == shared
    assert found["equitable"] is found["envy_free"] is found["efficient"] is True


# Small and nasty.


def points(*numbers: float | str) -> dict[str, Fraction]:
    return {f"i{n}": F(str(number)) for n, number in enumerate(numbers)}


@pytest.mark.parametrize(
    ("first", "second", "shares", "each"),
    [
        (points(1), points(1), ["1/2"], "50"),
        (points(1, 0), points(0, 1), ["1", "0"], "100"),
        (points(0, 1), points(1, 0), ["0", "1"], "100"),
        (points(1, 1), points(1, 1), ["1", "0"], "50"),  # a tie: the order of the file
        (points(1, 1, 1), points(1, 1, 1), ["1", "1/2", "0"], "50"),
        (points(0, 1, 0), points(0, 1, 0), ["1", "1/2", "1"], "50"),  # what nobody values goes to the first
        (points(1, 0), points(1, 1), ["2/3", "0"], "200/3"),
        (points(60, 40), points(40, 60), ["1", "0"], "60"),
        (points(3, 1), points("0.3", "0.1"), ["2/3", "0"], "50"),
        (points("1/3", "2/3"), points("2/3", "1/3"), ["0", "1"], "200/3"),
    ],
)
def test_small_divisions(first: dict[str, Fraction], second: dict[str, Fraction], shares: list[str], each: str) -> None:
    found = adjusted_winner(first, second)
    assert [str(share) for share in found.shares_of_first.values()] == shares
    assert [str(total) for total in found.totals] == [each, each]
    assert found.efficient
    assert found.envy_free


@pytest.mark.parametrize(
    ("shares", "equitable", "envy_free", "efficient"),
    [
        ([1, 0], True, True, True),
        ([0, 1], True, False, False),
        ([1, 1], False, False, True),
        (["1/2", "1/2"], True, True, False),
        ([1, "1/10"], False, True, True),
    ],
)
def test_facts_are_of_the_division_and_not_of_the_procedure(
    shares: list[float | str], equitable: bool, envy_free: bool, efficient: bool
) -> None:
    found = Divided((points(60, 40), points(40, 60)), points(*shares))
    assert (found.equitable, found.envy_free, found.efficient) == (equitable, envy_free, efficient)


def test_what_only_the_other_values_is_wasted() -> None:
    assert not Divided((points(100, 0), points(0, 100)), points(1, 1)).efficient
    assert not Divided((points(100, 0), points(100, 0)), points(0, 0)).equitable


# Properties and oracles.

LISTS = st.integers(1, 6).flatmap(
    lambda n: st.tuples(*[st.lists(st.integers(0, 12) | st.fractions(0, 9, max_denominator=7), min_size=n, max_size=n)] * 2)
).filter(lambda two: all(sum(row) > 0 for row in two))  # fmt: skip


def parts(row: list[Fraction]) -> dict[str, Fraction]:
    return {f"i{n}": F(value) for n, value in enumerate(row)}


@given(LISTS)
def test_equitable_envy_free_efficient_and_at_most_one_is_shared(two: tuple[list[Fraction], list[Fraction]]) -> None:
    found = adjusted_winner(*map(parts, two))
    assert found.equitable
    assert found.envy_free
    assert found.efficient
    assert sum(0 < share < 1 for share in found.shares_of_first.values()) <= 1
    assert all(0 <= share <= 1 for share in found.shares_of_first.values())
    assert [sum(p.values()) for p in found.points] == [WHOLE, WHOLE]


@given(LISTS, st.fractions(F(1, 50), 50, max_denominator=50))
def test_the_scale_of_the_points_does_not_count(two: tuple[list[Fraction], list[Fraction]], scale: Fraction) -> None:
    scaled = {issue: value * scale for issue, value in parts(two[0]).items()}
    assert adjusted_winner(scaled, parts(two[1])) == adjusted_winner(*map(parts, two))


@given(LISTS)
def test_whoever_is_named_first_gets_as_much(two: tuple[list[Fraction], list[Fraction]]) -> None:
    assert adjusted_winner(*map(parts, two)).totals == adjusted_winner(*map(parts, reversed(two))).totals


def procedure(first: dict[str, Fraction], second: dict[str, Fraction]) -> Fraction:
    """Adjusted Winner step by step: the winner of each issue, then transfers from the richer, nearest ratio first."""
    mine = {i for i in first if first[i] > second[i]}
    have = [sum((first[i] for i in mine), F()), sum((second[i] for i in second if i not in mine), F())]
    rich, held = (0, set(mine)) if have[0] > have[1] else (1, set(first) - mine)
    worth = (first, second) if rich == 0 else (second, first)
    a, b = (have[0], have[1]) if rich == 0 else (have[1], have[0])
    for issue in sorted(held, key=lambda i: worth[0][i] / worth[1][i] if worth[1][i] else F(10**9)):
        part = min(F(1), (a - b) / (worth[0][issue] + worth[1][issue])) if a > b else F()
        a, b = a - part * worth[0][issue], b + part * worth[1][issue]
    assert a == b
    return a


@given(LISTS)
def test_as_much_as_the_procedure_step_by_step(two: tuple[list[Fraction], list[Fraction]]) -> None:
    found = adjusted_winner(*map(parts, two))
    assert found.totals[0] == procedure(*(dict(p) for p in found.points))


def divisions_with_one_shared(first: list[Fraction], second: list[Fraction]) -> Iterator[Fraction]:
    """What each gets in every equitable division in which at most one issue is shared."""
    for shared in range(len(first)):
        rest = [n for n in range(len(first)) if n != shared]
        for given_to_first in product((0, 1), repeat=len(rest)):
            a = sum((first[n] for n, x in zip(rest, given_to_first, strict=True) if x), F())
            b = sum((second[n] for n, x in zip(rest, given_to_first, strict=True) if not x), F())
            whole = first[shared] + second[shared]
            part = (b + second[shared] - a) / whole if whole else F()
            if 0 <= part <= 1 and a + part * first[shared] == b + (1 - part) * second[shared]:
                yield a + part * first[shared]


@given(LISTS)
def test_no_equitable_division_gives_more(two: tuple[list[Fraction], list[Fraction]]) -> None:
    found = adjusted_winner(*map(parts, two))
    assert found.totals[0] == max(divisions_with_one_shared(*(list(p.values()) for p in found.points)))


def most_for(of: np.ndarray, other: np.ndarray, at_least: float) -> float:
    """The most that one can get while the other keeps what he has, by linear programming."""
    done = linprog(-of, A_ub=[other], b_ub=[other.sum() - at_least + 1e-9], bounds=(0, 1))
    assert done.status == 0
    return float(-done.fun)


SHARES = st.sampled_from([F(0), F(1, 2), F(1)])


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), SHARES), min_size=1, max_size=4)
       .filter(lambda rows: sum(r[0] for r in rows) > 0 and sum(r[1] for r in rows) > 0))  # fmt: skip
def test_efficiency_is_what_linear_programming_says(rows: list[tuple[int, int, Fraction]]) -> None:
    first, second, shares = (parts([F(row[k]) for row in rows]) for k in range(3))
    divided = Divided((first, second), shares)
    a, b = (np.array([float(v) for v in row.values()]) for row in (first, second))
    mine, yours = map(float, divided.totals)
    better = most_for(a, b, yours) > mine + 1e-6 or most_for(b, a, mine) > yours + 1e-6
    assert divided.efficient == (not better)


# The file and the command.

GOOD = """format: division/1
title: A house and a boat
parties:
  ann: {name: Ann, points: {house: 60, boat: 20, books: 20}}
  bo: {name: Bo, points: {house: 50, boat: 0.5, books: 49.5}}
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("  bo: {name: Bo, points: {house: 50, boat: 0.5, books: 49.5}}\n", "", ":4:3: found 1 party, expected two"),
        ("books: 20}", "bocks: 20}", "found no points of ann for books"),
        ("house: 60", "house: -60", ":4:36: found -60 points, expected a number that is not negative"),
        ("house: 60", "house: nan", ":4:36: found 'nan', expected a number such as 3, 2.5 or 5/7"),
        ("house: 60", "house: 1/0", "found '1/0'"),
        ("house: 50, boat: 0.5, books: 49.5", "house: 0, boat: 0, books: 0", "found no points of bo"),
        ("points: {house: 60, boat: 20, books: 20}", "points: {}", "found no points of ann"),
        ("title: A house and a boat\n", "", "found no key 'title'"),
        ("title:", "issues: {car: The car}\ntitle:", "the issue car, for which nobody has points"),
        ("title:", "titel: x\ntitle:", "did you mean title?"),
        ("format: division/1", "format: division/2", "found 'division/2'"),
        ("parties:", "parties: []\nmore:", "expected a mapping"),
    ],
)
def test_mistakes_are_told_with_their_place(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert GOOD.count(old) == 1
    path = tmp_path / "d.yaml"
    path.write_text(GOOD.replace(old, new), "utf-8")
    code, output = told(path)
    assert code == 1
    assert expected in output


def test_a_third_party_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text(GOOD + "  cy: {name: Cy, points: {house: 1, boat: 1, books: 1}}\n", "utf-8")
    assert "found 3 parties" in told(path)[1]


def test_what_people_read(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text(GOOD, "utf-8")
    code, output = told(path)
    assert code == 0
    assert [line.split() for line in output.splitlines()[2:5]] == [
        ["house", "60", "50", "Ann", "159/220,", "Bo", "61/220"],
        ["boat", "20", "1/2", "(0.50)", "Ann"],
        ["books", "20", "99/2", "(49.50)", "Bo"],
    ]
    assert "Ann and Bo each get" in output
    assert "no" not in output.split()


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / "gone.yaml")[0] == 1
