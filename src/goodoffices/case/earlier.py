"""An earlier state, read back from the JSON of an earlier brief."""

import json
from pathlib import Path
from typing import Any

from ..documents import read_text
from ..errors import DataError, Problem
from ..record import Relation
from .changes import Stand, State, gravest

_EXPECTED = "the JSON that `goodoffices brief CASE --output FILE.json` wrote"


def read_state(path: Path) -> State:
    """The state that an earlier brief told; DataError where the file is no such brief."""
    text = read_text(path)
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise _failure(path, f"no JSON ({error.msg})", error.lineno, error.colno) from error
    except RecursionError as error:
        raise _failure(path, "JSON nested too deeply") from error
    try:
        return _state(data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _failure(path, f"JSON of another kind ({type(error).__name__}: {error})") from error


def _state(data: dict[str, Any]) -> State:
    slots = {
        s["slot"]: [(p["a"], p["b"], Relation(p["relation"])) for p in s["pairs"]] for s in data["accounts"]["slots"]
    }
    against = {
        x for pairs in slots.values() for a, b, relation in pairs if relation is Relation.CONTRADICTS for x in (a, b)
    }
    return State(
        frozenset(map(str, data["claims"])),
        {p["id"]: Stand(p["party"], p["issue"], p["option"], p["stance"], p["told_by"]) for p in data["positions"]},
        {slot: gravest([relation for _, _, relation in pairs]) for slot, pairs in slots.items() if pairs},
        frozenset(against),
    )


def _failure(path: Path, found: str, line: int = 0, column: int = 0) -> DataError:
    return DataError([Problem(str(path), line, column, found, _EXPECTED)])
