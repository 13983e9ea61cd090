"""An outline as it may be printed in any form: what a case holds is shown, never obeyed."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from ..documents import harmless

T = TypeVar("T")


def harmless_throughout(value: T) -> T:
    """The same with every text in it harmless, drawings and their descriptions, too; the very same object where all is."""
    found: T = _harmless(value)
    return found


def _harmless(value: Any) -> Any:
    if type(value) is str:
        return harmless(value)
    if isinstance(value, tuple | list):
        inner = [_harmless(one) for one in value]
        return value if all(a is b for a, b in zip(value, inner, strict=True)) else type(value)(inner)
    if isinstance(value, Mapping):
        return {_harmless(key): _harmless(inner) for key, inner in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: new for f in fields(value) if (new := _harmless(old := getattr(value, f.name))) is not old}
        return replace(value, **changed) if changed else value
    return value
