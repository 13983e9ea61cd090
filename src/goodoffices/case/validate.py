"""From plain values of a YAML file to dataclasses; every mistake with its place, in words for people."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, TypeVar, get_args

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process

from ..documents import Document, Plain, copy_of, excerpt
from ..documents.syntax import MANY
from ..documents.text import EXCERPT
from ..errors import Level, Problem
from .entries import Steps, class_at, fields_of, hint_at, once

T = TypeVar("T")

_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list",
    "dict_type": "a mapping of keys and values",
    "dataclass_type": "a mapping of keys and values",
}
_OF_A_UNION = frozenset({"string_type", "tuple_type", "literal_error", "dataclass_type", "int_type", "int_parsing"})


def validated(document: Document, cls: type[T]) -> tuple[T | None, list[Problem]]:
    """The file as an instance of `cls`, and all that is wrong in it.

    Where only keys are wrong that an entry can do without, the instance lacks those, so that the rest can be checked as well and
    a person hears of all mistakes at once; else there is none.
    """
    try:
        return _adapter(cls).validate_python(document.value), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    # Of mistakes without end the first are told: explaining each takes time, and a million of them would hold the machine.
    few, many = details[:MANY], len(details) > MANY
    problems = [_explain(document, cls, detail) for detail in _deepest(document, few)]
    return None if many else _without(document, cls, details), _first_of_each_place(problems)


def _deepest(document: Document, details: list[ErrorDetails]) -> list[ErrorDetails]:
    """Where a value may be of one type or another, what is wrong inside it tells more than that it is none of the other."""
    places = [_steps(document.value, detail["loc"]) for detail in details]
    inner = {place[:depth] for place in places for depth in range(len(place))}
    return [d for d, place in zip(details, places, strict=True) if place not in inner or d["type"] not in _OF_A_UNION]


def _without(document: Document, cls: type[T], details: list[ErrorDetails]) -> T | None:
    """The file without the keys that are wrong; None where one of them is needed."""
    value = copy_of(document.value)
    for detail in details:
        steps = _steps(document.value, detail["loc"])
        while steps and not isinstance(value_at(document.value, steps[:-1]), dict):
            steps = steps[:-1]  # a wrong item of a list: its whole list is left out
        dispensable = steps and detail["type"] not in ("missing", "dataclass_type", "dict_type")
        holder = value_at(value, steps[:-1]) if dispensable else None
        if not isinstance(holder, dict) or class_at(cls, steps[:-1]) is None:
            return None
        holder.pop(str(steps[-1]), None)
    try:
        instance: T = _adapter(cls).validate_python(value)
    except ValidationError:
        return None
    return instance


def value_at(value: Any, steps: Steps) -> Any:
    """What stands at a place of plain values; None where nothing does."""
    for step in steps:
        held = step in value if isinstance(value, dict) else isinstance(value, list) and step in range(len(value))
        if not held:
            return None
        value = value[step]
    return value


@once
def _adapter(cls: type[Any]) -> TypeAdapter[Any]:
    # Building one takes longer than reading a case with it.
    return TypeAdapter(cls)


def from_plain(cls: type[T], value: dict[str, Plain]) -> T:
    """An instance of plain values that a program made; that they do not fit is its mistake (pydantic's ValidationError)."""
    made: T = _adapter(cls).validate_python(value)
    return made


def problem(document: Document, steps: Steps, found: str, expected: str, **more: Any) -> Problem:
    """A problem at the value that stands at `steps`."""
    place = document.place(steps)
    return Problem(document.name, place.line, place.column, _cut(found), expected, **more)


def problem_at_key(document: Document, steps: Steps, found: str, expected: str, **more: Any) -> Problem:
    """A problem of the key itself at `steps`."""
    place = document.key_place(steps)
    return Problem(document.name, place.line, place.column, _cut(found), expected, **more)


def _cut(found: str) -> str:
    """Ids are cut one by one; this holds for what is put together from several."""
    return found if len(found) <= 3 * EXCERPT else f"{found[: 3 * EXCERPT]}…"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, if one is near."""
    match = process.extractOne(word, list(known), score_cutoff=60)
    return match[0] if match else None


def shown(value: Any) -> str:
    """A value as an error shows it: its kind, and no more than the beginning of it."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return f"the truth value {str(value).lower()}"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    return f"{excerpt(value)}" if isinstance(value, str) else f"the number {value}"[:EXCERPT]


def _explain(document: Document, cls: type[Any], detail: ErrorDetails) -> Problem:
    steps = _steps(document.value, detail["loc"])
    kind = detail["type"]
    if kind == "too_long" or (kind == "missing" and isinstance(detail["loc"][-1], int)):
        size = len(get_args(hint_at(cls, steps)))
        return problem(document, steps, f"a list of {len(detail['input'])}", f"a list of {size}")
    if detail["loc"][-1:] == ("[key]",):
        return problem_at_key(
            document, steps, f"the key {excerpt(str(detail['input']))}", _EXPECTED.get(kind, detail["msg"])
        )
    if kind in ("unexpected_keyword_argument", "missing"):
        return _wrong_key(document, cls, steps, str(detail["loc"][-1]), unknown=kind != "missing")
    found, expected, near = shown(detail["input"]), _EXPECTED.get(kind, detail["msg"].lower()), None
    if kind == "string_type" and isinstance(detail["input"], int | Decimal):
        expected += " (put it in quotation marks to keep it as text)"
    if kind == "literal_error":
        allowed = str(detail["ctx"]["expected"]).replace("'", "")
        expected, near = f"one of {allowed}", nearest(str(detail["input"]), allowed.replace(" or ", ", ").split(", "))
    if kind == "value_error":
        expected = str(detail["ctx"]["error"])
    return problem(document, steps, found, expected, nearest=near)


def _wrong_key(document: Document, cls: type[Any], steps: Steps, key: str, *, unknown: bool) -> Problem:
    if not unknown:
        return problem(document, steps, f"no key '{key}'", f"the key '{key}' here")
    known = [f.key for f in fields_of(here)] if (here := class_at(cls, steps[:-1])) else []
    expected = f"one of {', '.join(known)}"
    return problem_at_key(document, steps, f"the key {excerpt(key)}", expected, nearest=nearest(key, known))


def _steps(value: Any, loc: tuple[int | str, ...]) -> Steps:
    """The place in the file of a place in the type: names of union members and key marks are no steps."""
    steps: list[int | str] = []
    for step in loc:
        held = step in value if isinstance(value, dict) else isinstance(value, list) and step in range(len(value))
        if held:
            value = value[step]
            steps.append(step)
    return tuple(steps)


def _first_of_each_place(problems: list[Problem]) -> list[Problem]:
    """A value that fits no member of a union is one mistake, not one for each member."""
    seen: dict[tuple[int, int, str], Problem] = {}
    for one in problems:
        seen.setdefault((one.line, one.column, one.found), one)
    return list(seen.values())


def warning(
    document: Document, steps: Steps, found: str, expected: str, *, kind: str, nearest: str | None = None,
    level: Level = "warning",
) -> Problem:  # fmt: skip
    """A problem that does not keep the case from being used; `kind` says in words for many what it is one of."""
    return problem(document, steps, found, expected, kind=kind, nearest=nearest, level=level)
