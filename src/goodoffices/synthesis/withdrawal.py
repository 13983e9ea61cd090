"""Taking a claim that counts no longer out of the talks: what only it gave goes with it, and nothing else."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..case.entries import Node, mentions, nodes
from ..case.kinds import bearing, kind_at
from ..record import Claim
from ..talks import Link, Sourced, without_doubt
from .changes import Change, made_in
from .index import Index
from .made import Made, place_of
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
    left = _Left(index, claim)
    for node in reversed(entries):
        left.take(_withdrawn(left, node))
    return left.found


class _Left:
    """What is left of the talks while one claim is taken out of one entry after the other."""

    def __init__(self, index: Index, claim: Claim) -> None:
        self.index, self.claim = index, claim
        self.found: list[Consequence] = []
        self._done: list[Change] = []

    def take(self, one: Consequence) -> None:
        self.found.append(one)
        self._done += one.changes

    def at(self, *steps: str | int) -> Any:
        """A copy of what stands at a place by now; None where nothing does."""
        if any(change.way == "drop" and change.steps == steps[: len(change.steps)] for change in self._done):
            return None
        value = {"": deepcopy(self.index.at(*steps))}
        for change in self._done:
            if change.steps[: len(steps)] == steps:
                made_in(value, Change(change.way, ("", *change.steps[len(steps) :]), change.value))
        return value.get("")

    @cached_property
    def taken(self) -> list[Claim]:
        """The claims that count no longer: what they gave before others were rejected may stand there still."""
        return [self.claim, *(one for one in self.index.claims.values() if one.status == "rejected")]

    @cached_property
    def indexes(self) -> tuple[Index, ...]:
        """The talks as accounts tell them now, and as they told them before any claim was rejected: who is who may hang on it."""
        if len(self.taken) == 1:
            return (self.index,)
        return (self.index, self.index.whoever_is_rejected())


def _withdrawn(left: _Left, node: Node) -> Consequence:
    claim, steps, entry = left.claim, node.steps, left.at(*node.steps)
    others = _others(left, node, entry)
    if isinstance(node.entry, Link):
        without = Change("drop", (*steps, "claims", entry["claims"].index(claim.id)))
        return Consequence(label(node), f"no longer lists {claim.id}", (without,))
    if isinstance(steps[-1], int):
        if others or _is_named(left.index, entry):
            return _less(left, node, entry, _on_less(left, node, entry) if others else [], others)
        return Consequence(label(node), "rests on nothing else and is taken out", (Change("drop", steps),))
    gone = [*_only_from(left, node, entry, others), *(_on_less(left, node, entry) if others else [])]
    seats = list(_seats(left, node, others))
    if not others and _is_bare(entry, gone) and not _is_mentioned(left.index, node, seats):
        return Consequence(label(node), "rests on nothing else and is taken out", (*seats, Change("drop", steps)))
    return _less(left, node, entry, [*seats, *gone], others)


def _others(left: _Left, node: Node, entry: Mapping[str, Any]) -> list[str]:
    """The claims on which the entry goes on resting; none where those that are left only deny it, or hope for it."""
    others = [key for key in entry["claims"] if key != left.claim.id]
    kind = kind_at(node.entry, node.steps)
    bears = {bearing(kind, left.index.claims[key]) for key in others if key in left.index.claims} if kind else set()
    return [] if bears and "asserts" not in bears else others


def _less(
    left: _Left, node: Node, entry: Mapping[str, Any], gone: Sequence[Change], others: Sequence[str]
) -> Consequence:
    claim, steps = left.claim.id, node.steps
    inside = [
        change.steps[len(steps)] for change in gone if change.way == "drop" and change.steps[: len(steps)] == steps
    ]
    fields = ", ".join(dict.fromkeys(map(str, inside)))
    if others:
        told = f"no longer lists {claim}" + (f", nor what only it gave ({fields})" if fields else "")
        return Consequence(label(node), told, (*gone, Change("drop", (*steps, "claims", entry["claims"].index(claim)))))
    told = f"rests on nothing else and stays, as unsourced: {reason(claim)}" + (f", without {fields}" if fields else "")
    why = Change("put", (*steps, "unsourced"), reason(claim))
    return Consequence(label(node), told, (*gone, why, Change("drop", (*steps, "claims"))))


def reason(claim: str) -> str:
    """Why an entry has no claim any more."""
    return f"claim {claim} was rejected or changed"


def _on_less(left: _Left, node: Node, entry: Mapping[str, Any]) -> list[Change]:
    """Fields that all claims of an entry share may change when one claim goes."""
    made = next(_at((left.index,), left.claim, node), None)
    return common_changes(left.index, left.claim, made, node.steps, entry, leaving=True) if made is not None else []


def _only_from(left: _Left, node: Node, entry: Mapping[str, Any], others: Sequence[str]) -> Iterator[Change]:
    """The fields, and the values of lists, that claims which count no longer gave and no other of the entry gives."""
    claims = left.index.claims
    kept = [_given(made) for key in others if key in claims for made in _at(left.indexes, claims[key], node)]
    lost = [_given(made) for one in left.taken for made in _at(left.indexes, one, node)]
    if not others:  # what all claims of the entry had to give goes with the last of them
        lost += [
            {key: [given(one)] for key, given in made.common.items()}
            for one in left.taken
            for made in _at(left.indexes, one, node)
        ]
    for key, value in entry.items():
        now = value if isinstance(value, list) else [value]
        places = [
            number
            for number, one in enumerate(now)
            if any(one in given.get(key, ()) for given in lost) and not any(one in given.get(key, ()) for given in kept)
        ]
        if isinstance(value, list):
            yield from (Change("drop", (*node.steps, key, number)) for number in reversed(places))
        elif places and key not in _APART:
            yield Change("drop", (*node.steps, key))


def _given(made: Made) -> dict[str, list[Any]]:
    """The values that a claim gives, field by field."""
    return {key: value if isinstance(value, list) else [value] for key, value in made.entry.items()}


def _seats(left: _Left, node: Node, others: Sequence[str]) -> Iterator[Change]:
    """The meetings in which a delegation sat by the claim alone."""
    if node.steps[0] != "delegations":
        return
    team, index = node.steps[-1], left.index
    kept = [index.claims[key] for key in others if key in index.claims]
    for key in index.plain.get("meetings", {}):
        seated = left.at("meetings", key, "delegations") or []
        if team in seated and _tells(index, left.claim, key) and not any(_tells(index, one, key) for one in kept):
            yield Change("drop", ("meetings", key, "delegations", seated.index(team)))


def _tells(index: Index, claim: Claim, meeting: str) -> bool:
    """Whether a claim on a delegation may be on this meeting."""
    return claim.type == "delegation" and index.meeting(claim.meeting) in (None, meeting)


def _at(indexes: Sequence[Index], claim: Claim, node: Node) -> Iterator[Made]:
    """What a claim makes of the entry at this place."""
    kind = kind_at(node.entry, node.steps)
    if kind is None or not any(claim.type in by.types for by in kind.made_by):
        return
    for index in indexes:
        for made in made_by(index, claim):
            if made.kind == kind.name and place_of(index, made) == node.steps:
                yield made


def given_at(index: Index, claims: Iterable[Claim], node: Node) -> dict[str, list[Any]]:
    """The values that claims give the entry at this place, field by field; none where they do not make it."""
    found: dict[str, list[Any]] = {}
    for claim in claims:
        for made in _at((index,), claim, node):
            for key, values in _given(made).items():
                found.setdefault(key, []).extend(values)
    return found


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


def _is_mentioned(index: Index, node: Node, seats: Sequence[Change]) -> bool:
    """Whether the id stands anywhere else: in a claim, also in one that was rejected, or among the talks, but for these seats."""
    key = str(node.steps[-1])
    if any(key in named_by(claim) for claim in index.claims.values()):
        return True
    inside = len(node.steps)
    told = [one for one in nodes(node.ancestors[0].entry) if one.steps[:inside] != node.steps]
    times = sum(without_doubt(mention.id) == key for one in told for mention in mentions(one))
    return times > len(seats) or any(
        key in (getattr(one.entry, "by", ""), getattr(one.entry, "about", "")) for one in told
    )


def named_by(claim: Claim) -> set[str]:
    """The ids, and the words, by which a claim names things; what is left open (`ann?`) without the question mark."""
    values = claim.value if isinstance(claim.value, tuple) else (claim.value,)
    named = (
        claim.subject,
        claim.meeting,
        claim.for_party,
        claim.issue,
        *values,
        *map(without_doubt, claim.attributed_to),
    )
    return {one for one in named if isinstance(one, str)}


def label(node: Node) -> str:
    """An entry as a person finds it: `position p2`, `roles of meetings direct`."""
    *outer, last = node.steps
    own = getattr(node.entry, "id", None) or getattr(node.entry, "title", None) or getattr(node.entry, "text", None)
    if isinstance(node.entry, Sourced) and isinstance(last, int):
        kind = str(outer[-1]).rstrip("s") if own else str(outer[-1])
        of = f" of {' '.join(map(str, outer[:-1]))}" if len(outer) > 1 else ""
        return f"{kind} {own or last + 1}{of}"
    return " ".join(map(str, node.steps))
