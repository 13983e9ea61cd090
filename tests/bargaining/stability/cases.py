"""Small conflicts to be read in a test at a glance."""

from typing import Any

from pydantic import TypeAdapter

from goodoffices.talks import Conflict

_ADAPTER: TypeAdapter[Conflict] = TypeAdapter(Conflict)


def conflict(**keys: Any) -> Conflict:
    """From the keys of a file; two decision makers, a and b, where none are given."""
    return _ADAPTER.validate_python({"decision_makers": {"a": "Anna", "b": "Ben"}, **keys})


def game(a: list[str], b: list[str], **keys: Any) -> Conflict:
    """A two-by-two game: each has one option; rankings of the states NN, NY, YN, YY, best first."""
    options = {"x": {"of": "a"}, "y": {"of": "b"}}
    return conflict(options=options, preferences={"a": a, "b": b}, **keys)


PRISONERS = game(["NY", "YY", "NN", "YN"], ["YN", "YY", "NN", "NY"], title="Prisoners")
"""Y: does not confess."""
CHICKEN = game(["NY", "YY", "YN", "NN"], ["YN", "YY", "NY", "NN"], title="Chicken")
"""Y: swerves."""
