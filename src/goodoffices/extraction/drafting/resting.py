"""No entry of a draft stands on nothing: what follows from other entries alone says so."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from ...talks import Day, Sourced

FOLLOWS = "no proposal says it; it follows from others"


def resting(value: Any) -> Any:
    """The value with `unsourced` in every entry inside it that lists no claim."""
    if isinstance(value, dict):
        return {key: resting(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return tuple(resting(inner) for inner in value)
    if not is_dataclass(value) or isinstance(value, type | Day):
        return value
    changes = {f.name: new for f in fields(value) if (new := resting(old := getattr(value, f.name))) is not old}
    if isinstance(value, Sourced) and not value.claims and not value.unsourced:
        changes["unsourced"] = FOLLOWS
    return replace(value, **changes) if changes else value
