"""The JSON Schemas of the files of a case, for editors that check while one types."""

from typing import Any

from pydantic import TypeAdapter

from ..record import Reading, Record
from ..record.decisions import Decisions
from ..talks import Based, Conflict, Exercise, Minutes, Named, Papers, Preferences, Sourced, Talks

FILES: dict[str, type[Any]] = {
    "talks": Talks,
    "record": Record,
    "preferences": Preferences,
    "conflict": Conflict,
    "reading": Reading,
    "decisions": Decisions,
    "minutes": Minutes,
    "papers": Papers,
    "exercise": Exercise,
}
"""The files of a case that are read, by name, with their types."""


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of `talks`, `record`, `preferences` or `conflict`."""
    made = TypeAdapter(FILES[name]).json_schema(by_alias=True)
    inherited = _descriptions(Named) | _descriptions(Sourced) | _descriptions(Based)
    for entry in (made, *made["$defs"].values()):
        for key, field in entry.get("properties", {}).items():
            _complete(field, inherited.get(key))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": f"{name}.yaml"}


def _descriptions(cls: type[Any]) -> dict[str, str]:
    properties = TypeAdapter(cls).json_schema()["properties"]
    return {key: field["description"] for key, field in properties.items()}


def _complete(field: dict[str, Any], inherited: str | None) -> None:
    """What pydantic leaves out: the text under a field of a parent class, and a default day as it is written."""
    if inherited is not None:
        field.setdefault("description", inherited)
    if isinstance(default := field.get("default"), dict) and "first" in default:
        field["default"] = default["text"]
