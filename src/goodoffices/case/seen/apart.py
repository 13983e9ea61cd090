"""Rules on what several claims make together, where a speaker may not be named: that two were told by one person tells of him.

So each claim of such an entry makes one of its own first; then those that are the same in all that is seen are one again.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from ..entries import Steps
from ..kinds import kind_at
from ..model import Case
from .view import View, claims_of

_LISTS: tuple[Steps, ...] = (
    ("positions",), ("conditions",), ("proposals",), ("statements",), ("support",), ("assessments",), ("background",),
    ("outcome", "agreed"), ("outcome", "not_agreed"), ("outcome", "next"),
)  # fmt: skip
_OTHERS = "the others"
"""In place of the claims of the other parts; no id, for it has a space in it."""
_Change = Callable[[Sequence[Any], Steps], tuple[Any, ...]]


def apart(view: View, case: Case) -> Case:
    """An entry on a claim whose speaker may not be named is one entry for each of its claims."""

    def change(entries: Sequence[Any], place: Steps) -> tuple[Any, ...]:
        return tuple(one for entry in entries for one in _apart(entry, view, case))

    return _each(case, change)


def _apart(entry: Any, view: View, case: Case) -> list[Any]:
    claims = view.full.claims
    read = [key for key in claims_of(entry) if key in claims and view.rights.reads(claims[key], view.reader)]
    listed = [key for key in claims_of(entry) if key in case.claims]
    if len(read) < 2 or not view.masked & {*read} or not listed:
        return [entry]
    # The first that he reads, on whatever day, keeps the id: so that of two days the same is the same.
    # With a claim that nobody sees: none of the parts is whole, for the team's words may be on what he said who is not named.
    return [
        replace(
            entry,
            claims=(key, _OTHERS),
            **({"id": f"{entry.id}+{key}"} if key != read[0] and hasattr(entry, "id") else {}),
        )
        for key in listed
    ]


def alike(view: View, case: Case) -> Case:
    """Entries of one kind that say the same of the same are one, where a speaker of either may not be named.

    They stand behind the others, in the order of the record: where the team has put one, it may have for who said it.
    """
    order = {claim.id: number for number, claim in enumerate(case.record.claims)}

    def change(entries: Sequence[Any], place: Steps) -> tuple[Any, ...]:
        found: dict[Any, Any] = {}
        for number, entry in enumerate(entries):
            kind = kind_at(entry, (*place, number))
            same = tuple(getattr(entry, key) for key in kind.same_by) if kind is not None else number
            key = (kind and kind.name, same) if view.masked & {*claims_of(entry)} else number
            if key in found:
                entry = replace(found[key], claims=tuple(dict.fromkeys((*found[key].claims, *entry.claims))))
            found[key] = entry
        return tuple(sorted(found.values(), key=place_of))

    def place_of(entry: Any) -> int:
        listed = claims_of(entry)
        return min(order[claim] for claim in listed) if view.masked & {*listed} else -1

    return _each(case, change)


def _each(case: Case, change: _Change) -> Case:
    """The talks with each of their lists changed."""
    talks, outcome = case.talks, case.talks.outcome
    for place in _LISTS:
        name = str(place[-1])
        if len(place) == 1:
            talks = replace(talks, **{name: change(getattr(talks, name), place)})  # type: ignore[arg-type]
        else:
            outcome = replace(outcome, **{name: change(getattr(outcome, name), place)})
    return replace(case, talks=replace(talks, outcome=outcome))
