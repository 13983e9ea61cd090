"""Taking a claim that counts no longer out of the talks: what only it gave goes with it, and nothing else."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..case.kinds import kind_at
from ..case.walk import Node
from ..record import Claim
from ..talks import Link, Sourced
from .changes import Change, Steps
from .index import Index
from .made import Made
from .offers import common_changes, made_by

_APART = frozenset({"of", "title", "kind", "name"})
"""Fields that tell an entry of a mapping apart: they stay as long as it stays."""


@dataclass(frozen=True, slots=True)
class Consequence:
    """What happens to one entry of the talks, in words and as changes."""

    entry: str
    told: str
    changes: tuple[Change, ...] = field(repr=False)


def withdrawal(index: Index, claim: Claim, entries: Sequence[Node]) -> list[Consequence]:
    """What taking the claim out of these entries does to each, the last in the file first: places before stay right."""
    return [_withdrawn(index, claim, node) for node in reversed(entries)]


def _withdrawn(index: Index, claim: Claim, node: Node) -> Consequence:
    steps, entry = node.steps, index.at(*node.steps)
    others = [key for key in entry["claims"] if key != claim.id]
    without = Change("drop", (*steps, "claims", entry["claims"].index(claim.id)))
    if isinstance(node.entry, Link):
        return Consequence(label(node), f"no longer lists {claim.id}", (without,))
    if isinstance(steps[-1], int):
        if others or _is_named(index, entry):
            return _less(node, claim, _on_less(index, claim, node, entry), others, without)
        return Consequence(label(node), "rests on nothing else and is taken out", (Change("drop", steps),))
    gone = list(_only_from(index, claim, node, others))
    if not others and _is_bare(entry, gone) and not _is_mentioned(index, str(steps[-1])):
        return Consequence(label(node), "rests on nothing else and is taken out", (Change("drop", steps),))
    return _less(node, claim, gone, others, without)


def _less(node: Node, claim: Claim, gone: Sequence[Change], others: Sequence[str], without: Change) -> Consequence:
    fields = ", ".join(dict.fromkeys(str(change.steps[len(node.steps)]) for change in gone if change.way == "drop"))
    told = f"no longer lists {claim.id}" + (f", nor what only it gave ({fields})" if fields else "")
    if others:
        return Consequence(label(node), told, (*gone, without))
    told = f"rests on nothing else and stays, as unsourced: {reason(claim.id)}" + (
        f", without {fields}" if fields else ""
    )
    why = Change("put", (*node.steps, "unsourced"), reason(claim.id))
    return Consequence(label(node), told, (*gone, Change("drop", (*node.steps, "claims")), why))


def reason(claim: str) -> str:
    """Why an entry has no claim any more."""
    return f"claim {claim} was rejected or changed"


def _on_less(index: Index, claim: Claim, node: Node, entry: Mapping[str, Any]) -> list[Change]:
    """Fields that all claims of an entry share may change when one claim goes."""
    made = next(_at(index, claim, node), None)
    return common_changes(index, claim, made, node.steps, entry, leaving=True) if made is not None else []


def _only_from(index: Index, claim: Claim, node: Node, others: Sequence[str]) -> Iterator[Change]:
    """The fields, and the values of lists, that this claim gave and no other of the entry gives."""
    entry = index.at(*node.steps)
    kept = [made.entry for key in others if key in index.claims for made in _at(index, index.claims[key], node)]
    for made in _at(index, claim, node):
        for key, value in made.entry.items():
            if isinstance(value, list):
                given = {one for other in kept for one in other.get(key) or ()}
                there = entry.get(key, [])
                places = [number for number, one in enumerate(there) if one in value and one not in given]
                yield from (Change("drop", (*node.steps, key, number)) for number in reversed(places))
            elif key not in _APART and entry.get(key) == value and all(other.get(key) != value for other in kept):
                yield Change("drop", (*node.steps, key))


def _at(index: Index, claim: Claim, node: Node) -> Iterator[Made]:
    """What a claim makes of the entry at this place."""
    kind = kind_at(node.entry, node.steps)
    for made in made_by(index, claim):
        if kind is not None and made.kind == kind.name and _place(index, made) == node.steps:
            yield made


def _place(index: Index, made: Made) -> Steps | None:
    return (*made.holder, made.key) if made.key is not None else index.find(made.kind, made.holder, made.entry)


def _is_bare(entry: Mapping[str, Any], gone: Sequence[Change]) -> bool:
    """Whether nothing is told of it once these are gone."""
    left = {key for key in entry if key not in _APART and key != "claims"}
    dropped: dict[str, int] = {}
    for change in gone:
        key = next(str(step) for step in reversed(change.steps) if isinstance(step, str))
        dropped[key] = dropped.get(key, 0) + 1
    return all(dropped.get(key, 0) == (len(entry[key]) if isinstance(entry[key], list) else 1) for key in left)


def _is_named(index: Index, entry: Mapping[str, Any]) -> bool:
    """Whether another entry names this one by its own id."""
    own = entry.get("id")
    return own is not None and any(one.get("supersedes") == own for one in index.plain.get("positions", []))


def _is_mentioned(index: Index, key: str) -> bool:
    """Whether the id stands anywhere else: among the talks, or in a claim."""
    claims = (c for c in index.claims.values() if c.status != "rejected")
    named = any(key in (c.meeting, c.subject, *(c.value if isinstance(c.value, tuple) else (c.value,))) for c in claims)
    return named or _stands(index.plain, key)


def _stands(value: Any, key: str) -> bool:
    if isinstance(value, dict):
        return any(_stands(inner, key) for inner in value.values())
    return any(_stands(inner, key) for inner in value) if isinstance(value, list) else value == key


def label(node: Node) -> str:
    """An entry as a person finds it: `position p2`, `roles of meetings direct`."""
    *outer, last = node.steps
    own = getattr(node.entry, "id", None) or getattr(node.entry, "title", None) or getattr(node.entry, "text", None)
    if isinstance(node.entry, Sourced) and isinstance(last, int):
        kind = str(outer[-1]).rstrip("s") if own else str(outer[-1])
        of = f" of {' '.join(map(str, outer[:-1]))}" if len(outer) > 1 else ""
        return f"{kind} {own or last + 1}{of}"
    return " ".join(map(str, node.steps))
