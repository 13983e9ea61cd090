"""Utilities as people read them: as many digits as tell packages apart, the same for all numbers that stand under each other."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

SIGNIFICANT = 4
"""Digits of the largest number."""
_MOST = 12
"""The most places behind the point."""
_WRITTEN = 14_000
"""Bits of a whole number that is written out: a little less than the 4,300 digits at which Python refuses."""
_LARGE = 10**12
"""From here on a number is told by its first digits and a power of ten."""


@dataclass(frozen=True)
class Digits:
    """How many places behind the point some numbers are told with."""

    places: int

    @classmethod
    def of(cls, values: Iterable[Fraction]) -> "Digits":
        """For some numbers: no more places than any of them needs, and `SIGNIFICANT` digits of the largest.

        >>> Digits.of([Fraction(1, 2), Fraction(12)]).told(Fraction(1, 2))
        '0.5'
        """
        numbers = list(values)
        largest = max(map(abs, numbers), default=Fraction())
        places = max(0, min(_MOST, SIGNIFICANT - 1 - _decimal(largest).adjusted())) if largest else 0
        while places and all(round(n, places - 1) == round(n, places) for n in numbers):
            places -= 1
        return cls(places)

    @classmethod
    def shared(cls, columns: Iterable[Iterable[Fraction]]) -> "Digits":
        """For all columns of a table, as many places as the one that needs most: equal numbers then look equal in all.

        >>> Digits.shared([[Fraction(1), Fraction(1, 6)], [Fraction(1, 6)]]).told(Fraction(1, 6))
        '0.1667'
        """
        return cls(max((cls.of(column).places for column in columns), default=0))

    def told(self, value: Fraction) -> str:
        """A number, its thousands set apart; one that is not 0 never looks like 0.

        >>> Digits(2).told(Fraction(12345678, 1000))
        '12,345.68'
        >>> Digits(2).told(Fraction(1, 1000))
        '1.000e-3'
        """
        if abs(value) >= _LARGE or (value and not round(value, self.places)):
            return f"{_decimal(value):.{SIGNIFICANT - 1}e}"
        return f"{_decimal(round(value, self.places)):,.{self.places}f}"

    def gain(self, value: Fraction) -> str:
        """A difference, with its sign."""
        return ("+" if value > 0 else "") + self.told(value)


def told(value: Fraction) -> str:
    """A number that stands alone."""
    return Digits.of([value]).told(value)


def json_number(value: Fraction) -> float | int:
    """A number for JSON: a float, or a whole number where no float is so large."""
    try:
        return float(value)
    except OverflowError:
        return round(value)


def exact_text(value: Fraction) -> str | None:
    """A number exactly: whole, or a fraction; None where it has thousands of digits, which Python does not write.

    >>> exact_text(Fraction(2, 6))
    '1/3'
    """
    longest = max(value.numerator.bit_length(), value.denominator.bit_length())
    return str(value) if longest <= _WRITTEN else None


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
