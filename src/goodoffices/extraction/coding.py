"""A report's result as JSON: for the journal of a draft, and for the way out of the process in which it was worked out."""

import json
from dataclasses import asdict
from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from ..case.write import entry_data
from ..errors import Problem
from ..record import Claim
from .formats import Guesses
from .passages import Passage
from .read import Read
from .roster import Side

_DECIMAL = "\0decimal"
"""Marks a number that JSON has no kind for; no key of a report's own can begin with NUL, which no text may hold."""


def encoded(read: Read) -> bytes:
    """The result on one line."""
    data = {
        "name": read.name, "sha256": read.sha256, "kind": read.kind, "text": read.text, "guesses": asdict(read.guesses),
        "notes": read.notes, "claims": [entry_data(claim) for claim in read.claims],
        "sides": [asdict(side) for side in read.sides],
        "passages": [[p.start, p.end, p.heading, p.speaker, p.confidence] for p in read.passages],
        "problem": None if read.problem is None else asdict(read.problem),
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=True, default=_decimal).encode()


def decoded(line: bytes) -> Read:
    """The result that `encoded` wrote; ValueError where it is none."""
    data = values(line)
    problem = data.get("problem")
    return Read(
        data["name"], data["sha256"], data["kind"], data["text"], Guesses(**data["guesses"]), tuple(data["notes"]),
        _claims().validate_python(data["claims"]),
        tuple(Side(one["name"], tuple(one["other"]), one["role"], one["person"]) for one in data["sides"]),
        tuple(Passage(*one) for one in data["passages"]),
        None if problem is None else Problem(**problem),
    )  # fmt: skip


def values(line: bytes) -> Any:
    """What the line holds; ValueError where it is no JSON."""
    return json.loads(line, object_hook=_number)


@cache
def _claims() -> TypeAdapter[tuple[Claim, ...]]:
    return TypeAdapter(tuple[Claim, ...])


def _decimal(value: object) -> dict[str, str]:
    if isinstance(value, Decimal):
        return {_DECIMAL: str(value)}
    raise TypeError(f"a value of type {type(value).__name__} in a proposal")


def _number(data: dict[str, Any]) -> Any:
    return Decimal(data[_DECIMAL]) if _DECIMAL in data else data
