"""The changes that make new plain values of old ones, where in lists something went and something came behind."""

from collections.abc import Iterator
from typing import Any

from .changes import Change, Steps

GONE: Any = object()
"""Stands in a list where something was: places behind it stay right."""


def clean(value: Any) -> Any:
    """The values without what is gone, and without lists in which nothing is left."""
    if isinstance(value, dict):
        inner = {key: clean(one) for key, one in value.items()}
        return {key: one for key, one in inner.items() if one != [] or value[key] == []}
    return [clean(one) for one in value if one is not GONE] if isinstance(value, list) else value


def differences(old: Any, new: Any, steps: Steps = ()) -> Iterator[Change]:
    """The changes that make new values of old ones; lists keep their order, and grow at their end."""
    if isinstance(old, dict) and isinstance(new, dict):
        if steps == ("parties",) and old and not new:
            yield Change("put", steps, {})
            return
        for key in old:
            if key in new:
                yield from differences(old[key], new[key], (*steps, key))
        yield from (Change("put", (*steps, key), clean(value)) for key, value in new.items() if key not in old)
        yield from (Change("drop", (*steps, key)) for key in old if key not in new)
    elif isinstance(old, list) and isinstance(new, list):
        for number, one in enumerate(old):
            if new[number] is not GONE:
                yield from differences(one, new[number], (*steps, number))
        yield from (Change("append", steps, clean(one)) for one in new[len(old) :] if one is not GONE)
        yield from (Change("drop", (*steps, n)) for n in reversed(range(len(old))) if new[n] is GONE)
    elif old != new:
        yield Change("put", steps, new)
