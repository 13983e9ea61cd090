"""Plain values: what a YAML file may hold, and which plain words stand for something other than text."""

import re
from decimal import Decimal
from typing import TypeAlias

Plain: TypeAlias = "bool | int | Decimal | str | list[Plain] | dict[str, Plain] | None"
"""Everything that is read from a file or written into one."""

LONGEST_NUMBER = 300
"""Code points; a longer row of digits stays text (Python may be set to refuse numbers of more than 640 digits)."""

INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+")

_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
_FIRST_OF_NUMBERS = frozenset("+-0123456789")


def resolve(word: str) -> bool | int | Decimal | str | None:
    """Return what a scalar without quotation marks stands for.

    Only null, booleans in lower case, integers and decimals are more than text: `NO` stays Norway,
    `2025-05-16`, `12:30`, `007` and `1e3` stay as they are written.
    """
    if word in _WORDS:
        return _WORDS[word]
    if word[0] in _FIRST_OF_NUMBERS and len(word) <= LONGEST_NUMBER:
        if INTEGER.fullmatch(word):
            return int(word)
        if DECIMAL.fullmatch(word):
            return Decimal(word)
    return word


def same(one: Plain, other: Plain) -> bool:
    """Tell whether two values are equal in type and value; the order of keys does not count.

    `==` alone will not do: in Python `True == 1 == Decimal("1.0")`.
    """
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other


def copy_of(value: Plain) -> Plain:
    """Return a copy that shares no list and no mapping with `value`."""
    if isinstance(value, dict):
        return {key: copy_of(item) for key, item in value.items()}
    if isinstance(value, list):
        return [copy_of(item) for item in value]
    return value
