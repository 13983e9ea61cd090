"""Plain values as YAML, so written that they read back equal."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from goodoffices.documents.plain import DECIMAL, LONGEST_NUMBER, Plain, resolve

WIDTH = 120
"""Columns: a list or mapping that fits is written in one line, any other as a block."""

LONGEST_KEY = 1000
"""Code points as written; libyaml looks no further than 1,024 for the colon."""

# Text that needs no quotation marks: words of letters and digits in any script, joined by single spaces and by signs
# that mean nothing to YAML where they stand. It starts with a letter, or is a day or month, or is like `30-day`.
_WORD = r"[\w'\u2019./()\u2013-]*"
_WORDS = rf"[^\W\d_]{_WORD}(?: [\w(\u2013]{_WORD})*"
_DAY = r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?"
_PLAIN = re.compile(rf"{_WORDS}|{_DAY}|[0-9]+-[a-z]{_WORD}")
# To this package these words are text; other readers of YAML take them for booleans or null.
_MISREAD = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0"}


class CannotWriteError(ValueError):
    """A value that YAML, or this package's reading of it, cannot hold."""

    def __init__(self, found: str, expected: str) -> None:
        self.found, self.expected = found, expected
        super().__init__(f"found {found}, expected {expected}")


def scalar(value: bool | int | Decimal | str | None) -> str:
    """Return a single value as YAML on one line.

    Raises CannotWriteError for a decimal that is not finite, a number of more than 300 characters and text with half
    of a surrogate pair; TypeError for other types, floats among them.
    """
    if isinstance(value, str):
        return _text(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return _number(str(value) if value.bit_length() < 4 * LONGEST_NUMBER else None)
    if isinstance(value, Decimal):
        return _number(_digits(value))
    raise TypeError(f"found a value of type {type(value).__name__}, expected None, bool, int, Decimal or str")


def flow(value: Plain) -> str:
    """Return a value on one line, lists in brackets and mappings in braces; raises as `scalar` does."""
    if isinstance(value, dict):
        return "{" + pairs(value) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value)


def pairs(mapping: Mapping[str, Plain]) -> str:
    """Return what stands within the braces of a mapping on one line."""
    return ", ".join(f"{_key(key)}: {flow(item)}" for key, item in mapping.items())


def entries(mapping: Mapping[str, Plain], indent: int) -> Iterator[str]:
    """Yield the lines of a block mapping whose keys stand `indent` columns from the left."""
    for key, value in mapping.items():
        yield from _lines(" " * indent + _key(key) + ":", value, indent + 2)


def floor(mapping: Mapping[str, Plain], indent: int) -> Iterator[str]:
    """The same for the first floor of a file: each list and mapping as a block, entry by entry, so that all files look alike."""
    for key, value in mapping.items():
        start = " " * indent + _key(key) + ":"
        if isinstance(value, dict) and value:
            yield start
            yield from entries(value, indent + 2)
        elif isinstance(value, list) and value:
            yield start
            yield from items(value, indent + 2)
        else:
            yield from entries({key: value}, indent)


def items(sequence: list[Plain], indent: int) -> Iterator[str]:
    """Yield the lines of a block list whose `-` stand `indent` columns from the left."""
    for value in sequence:
        yield from _lines(" " * indent + "-", value, indent + 2)


def _lines(start: str, value: Plain, indent: int) -> Iterator[str]:
    line = f"{start} {flow(value)}"
    if len(line) <= WIDTH or not value or not isinstance(value, (dict, list)):
        yield line
        return
    block = entries(value, indent) if isinstance(value, dict) else items(value, indent)
    if start.endswith("-"):
        yield f"{start} {next(block).lstrip(' ')}"
    else:
        yield start
    yield from block


def _key(key: str) -> str:
    written = scalar(key)
    if len(written) > LONGEST_KEY:
        raise CannotWriteError(f"a key of {len(key)} characters", f"at most {LONGEST_KEY}")
    return written


def _text(text: str) -> str:
    if _PLAIN.fullmatch(text) and resolve(text) is text and text.lower() not in _MISREAD:
        return text
    return '"' + "".join(_ESCAPES.get(c) or (c if c == " " or c.isprintable() else _escape(c)) for c in text) + '"'


def _escape(character: str) -> str:
    """Return what is not seen as an escape: control characters, and the marks that turn the direction of a line."""
    code = ord(character)
    if 0xD800 <= code < 0xE000:
        raise CannotWriteError(f"half of a surrogate pair (U+{code:04X})", "text that UTF-8 can hold")
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def _digits(value: Decimal) -> str | None:
    # Checked before formatting: Decimal("1E+999999999") would make a text of a gigabyte.
    if not value.is_finite() or abs(value.adjusted()) > LONGEST_NUMBER:
        return None
    digits = format(value, "f")
    return digits if "." in digits else digits + ".0"


def _number(digits: str | None) -> str:
    if digits is None or len(digits) > LONGEST_NUMBER or ("." in digits and not DECIMAL.fullmatch(digits)):
        raise CannotWriteError("an endless or overlong number", f"at most {LONGEST_NUMBER} characters")
    return digits
