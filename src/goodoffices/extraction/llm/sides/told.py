"""The form of a side as a model gives it, and what is kept: names that the report has, a role that third parties can have."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from ....language.folding import Span
from ...roster import Said, Side, bare
from ..form.schema import Narrow, strict
from ..naming.quotes import Folded, without_marks
from ..task import listed

SIDES = "sides"
MOST, LONGEST_NAME = 12, 80
"""Sides that are read from an answer; letters of a name."""
ROLES = ("mediates", "hosts", "chairs", "convenes", "facilitates", "witnesses", "guarantees")


class Told(BaseModel):
    """One side, or who helps."""

    model_config = ConfigDict(extra="ignore", use_attribute_docstrings=True)

    part: Narrow
    """party or third."""
    name: str
    """Its name, copied letter by letter."""
    other: Annotated[list[str], BeforeValidator(lambda value: [] if value is None else value)]
    """Its other names in the report."""
    role: str | None
    """What a third party does."""


def schema() -> dict[str, Any]:
    """The JSON Schema of an answer."""
    item = strict(Told.model_json_schema())
    item["properties"]["part"]["enum"] = ["party", "third"]
    return listed(SIDES, item)


def sides(text: str, items: Iterable[object]) -> Said:
    """Who talks and who helps, as far as their names stand in the report; whoever is told twice is what is told first."""
    folded, taken = Folded(text), set[str]()
    found: dict[str, list[Side]] = {"party": [], "third": []}
    for told in _told(items):
        name = _printed(folded, told.name)
        if told.part in found and name and bare(name) not in taken:
            others = {bare(one): one for one in (_printed(folded, other) for other in told.other[:MOST]) if one}
            names = {bare(name): name} | {key: one for key, one in others.items() if key not in taken}
            taken |= names.keys()
            role = told.role if told.part == "third" and told.role in ROLES else ""
            found[told.part].append(Side(name, tuple(one for one in names.values() if one != name), role or ""))
    return Said(tuple(found["party"]), tuple(found["third"]))


def _told(items: Iterable[object]) -> Iterator[Told]:
    for _, item in zip(range(MOST), items, strict=False):
        try:
            yield Told.model_validate(item)
        except (ValidationError, RecursionError):
            continue


def _printed(folded: Folded, name: str) -> str:
    """A name in the letters in which the report prints it first; nothing where it does not."""
    name = without_marks(name).strip()
    if not name.isprintable() or not 1 < len(name) <= LONGEST_NAME:
        return ""
    places = folded.find(name, Span(0, len(folded.text)))
    return " ".join(places[0].of(folded.text).split()) if places else ""
