"""Numbers as people read them: equal ones look equal wherever they stand in a table, and nothing that is not 0 looks like 0."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.bargaining.digits import Digits, exact_text, told

F = Fraction
SIXTH = F("0.1654761904761905")


@pytest.mark.parametrize(
    ("columns", "printed"),
    [
        ([[1, SIXTH], [SIXTH, 0]], [["1.0000", "0.1655"], ["0.1655", "0.0000"]]),
        ([[12, 3], [F(1, 2)]], [["12.0", "3.0"], ["0.5"]]),
        ([[7], [7, 5]], [["7"], ["7", "5"]]),
        ([[F(1, 3)], [F(1, 3), 10]], [["0.3333"], ["0.3333", "10.0000"]]),
        ([[10**6, F(1, 4)], [F(1, 4)]], [["1,000,000.00", "0.25"], ["0.25"]]),
        ([[10**16], [1, 0]], [["1.000e+16"], ["1", "0"]]),
        ([[0], [0, 0]], [["0"], ["0", "0"]]),
    ],
)
def test_equal_numbers_look_equal_in_all_columns(columns: list[list[Fraction]], printed: list[list[str]]) -> None:
    digits = Digits.shared([map(F, column) for column in columns])
    assert [[digits.told(F(value)) for value in column] for column in columns] == printed


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (F(1, 10**16), "1.000e-16"),
        (F(-1, 10**16), "-1.000e-16"),
        (F(4, 1000), "4.000e-3"),
        (F(0), "0.00"),
        (F(1, 100), "0.01"),
        (F(1, 10**400), "1.000e-400"),
    ],
)
def test_what_is_not_0_never_looks_like_0(value: Fraction, text: str) -> None:
    assert Digits(2).told(value) == text


def test_a_share_of_a_hair_is_not_told_as_none() -> None:
    assert told(100 * F(1, 10**16)) == "1.000e-14"
    assert Digits(1).gain(F(1, 10**9)) == "+1.000e-9"


@given(st.fractions(-100, 100), st.integers(0, 6))
def test_only_0_looks_like_0(value: Fraction, places: int) -> None:
    assert (float(Digits(places).told(value)) == 0) is (value == 0)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (F(2, 6), "1/3"),
        (F(-4), "-4"),
        (F(0), "0"),
        (F(1, 10**4000), "1/1" + "0" * 4000),
        (F(1, 10**4300), None),
        (F(10**5000), None),
    ],
)
def test_exact_text_is_whole_or_not_there(value: Fraction, text: str | None) -> None:
    assert exact_text(value) == text
