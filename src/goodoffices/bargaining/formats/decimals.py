"""Exact numbers as text: a decimal where it is one, else a fraction."""

from fractions import Fraction


def decimal_text(value: Fraction) -> str:
    """A number as a decimal where it is exactly one, else as a fraction.

    >>> decimal_text(Fraction(5, 4)), decimal_text(Fraction(-3)), decimal_text(Fraction(1, 3))
    ('1.25', '-3', '1/3')
    """
    twos, rest = _without(value.denominator, 2)
    fives, rest = _without(rest, 5)
    if rest != 1:
        return str(value)
    places = max(twos, fives)
    digits = f"{abs(value.numerator) * 10**places // value.denominator:0{places + 1}d}"
    sign = "-" if value < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def _without(number: int, prime: int) -> tuple[int, int]:
    times = 0
    while number % prime == 0:
        number, times = number // prime, times + 1
    return times, number
