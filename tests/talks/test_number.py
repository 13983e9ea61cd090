"""Numbers as people write them: what is one is kept exactly, anything else is refused."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from goodoffices.talks import Exact, exact

NUMBERS = [
    (3, Fraction(3)),
    (-1, Fraction(-1)),
    (Decimal("0.1"), Fraction(1, 10)),
    (Decimal("-2.50"), Fraction(-5, 2)),
    ("5/7", Fraction(5, 7)),
    ("-10/4", Fraction(-5, 2)),
    ("+2", Fraction(2)),
    (" 2.5 ", Fraction(5, 2)),
    (".5", Fraction(1, 2)),
    ("1e3", Fraction(1000)),
    ("1E-3", Fraction(1, 1000)),
    ("0/5", Fraction(0)),
    (Fraction(1, 3), Fraction(1, 3)),
]
NONE: list[object] = [
    None, True, False, 0.5, [], {}, "", " ", "five", "1/0", "1/00", "1//2", "1/2/3", "1 /2", "0x10", "1_000", "NaN", "inf",
    "-", "1e", "1e9999", "٣", "½", "9" * 401, Decimal("NaN"), Decimal("Infinity"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "value"), NUMBERS)
def test_what_is_a_number(written: object, value: Fraction) -> None:
    assert exact(written) == value
    assert TypeAdapter(Exact).validate_python(written) == value


@pytest.mark.parametrize("written", NONE, ids=repr)
def test_what_is_none(written: object) -> None:
    with pytest.raises(ValueError, match="a number such as"):
        exact(written)
    with pytest.raises(ValidationError, match="a number such as"):
        TypeAdapter(Exact).validate_python(written)


@given(st.fractions(max_denominator=10**12))
def test_a_fraction_reads_back_as_it_was_written(value: Fraction) -> None:
    assert exact(str(value)) == value
    assert TypeAdapter(Exact).validate_python(TypeAdapter(Exact).dump_python(value, mode="json")) == value


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_a_decimal_is_not_rounded(value: Decimal) -> None:
    assert exact(value) == Fraction(value)
