"""Goes through the entries of a file, the outer before those inside, and lets a judge keep, change or drop each."""

from collections.abc import Callable
from dataclasses import is_dataclass, replace
from typing import Any, TypeVar

from ...talks import Day
from ..entries import Steps, fields_of

T = TypeVar("T")
Judge = Callable[[Any, Steps], Any]
"""Given an entry and its place: the entry as it is to be; None drops it with all that is inside."""


def sifted(entry: T, judge: Judge, steps: Steps = ()) -> T:
    """The entry with those inside it as the judge leaves them."""
    changes: dict[str, Any] = {}
    for field in fields_of(type(entry)):
        old = getattr(entry, field.name)
        if (new := _sift(old, judge, (*steps, field.key))) is not old:
            changes[field.name] = new
    return replace(entry, **changes) if changes else entry  # type: ignore[type-var]  # every entry is a dataclass


def _sift(value: Any, judge: Judge, steps: Steps) -> Any:
    if is_dataclass(value) and not isinstance(value, Day):
        judged = judge(value, steps)
        return None if judged is None else sifted(judged, judge, steps)
    if isinstance(value, dict) and any(map(is_dataclass, value.values())):
        kept = {key: _sift(one, judge, (*steps, key)) for key, one in value.items()}
        return {key: one for key, one in kept.items() if one is not None}
    if isinstance(value, tuple) and any(map(is_dataclass, value)):
        found = (_sift(one, judge, (*steps, index)) for index, one in enumerate(value))
        return tuple(one for one in found if one is not None)
    return value
