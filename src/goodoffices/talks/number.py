"""Numbers as people write them in a file: whole, decimal, or a fraction such as `5/7`; kept exact."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic_core import core_schema

_FORM = re.compile(r"[+-]?(\d+/0*[1-9]\d*|\d+(\.\d*)?([eE][+-]?\d{1,3})?|\.\d+([eE][+-]?\d{1,3})?)", re.ASCII)
_LONGEST = 400
"""Digits; a number of a million digits would only stop the machine."""


def exact(value: object) -> Fraction:
    """The exact value of a number, or of a text such as `5/7`; ValueError with a sentence for people where it is none.

    >>> exact("5/7") + exact(2)
    Fraction(19, 7)
    """
    if isinstance(value, Fraction):
        return value
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        raise ValueError("a number such as 3, 2.5 or 5/7")
    text = str(value).strip()
    if len(text) > _LONGEST or not _FORM.fullmatch(text):
        raise ValueError("a number such as 3, 2.5 or 5/7")
    return Fraction(text)


class _Exact:
    """Tells pydantic how a number is read and written back, and editors what may stand there."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        written = core_schema.union_schema(
            [core_schema.int_schema(), core_schema.decimal_schema(), core_schema.str_schema()]
        )
        return core_schema.no_info_before_validator_function(
            exact,
            core_schema.is_instance_schema(Fraction),
            serialization=core_schema.to_string_ser_schema(),
            json_schema_input_schema=written,
        )

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return {"anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^{_FORM.pattern}$"}]}


Exact = Annotated[Fraction, _Exact()]
"""A field that holds an exact number."""
