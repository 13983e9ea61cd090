"""Two towns with a meeting, and claims on them in so many words: `type | subject | predicate | value | modality | more`."""

from typing import Any

from goodoffices.case.validate import from_plain
from goodoffices.record import NARRATOR, Claim
from goodoffices.synthesis import Index
from goodoffices.talks import Talks

TALKS: dict[str, Any] = {
    "format": "talks/1", "title": "Two towns",
    "parties": {"north": {"name": "North", "kind": "town"}, "south": {"name": "South", "kind": "town"}},
    "third_parties": {"lakeland": {"name": "Lakeland", "kind": "state"}},
    "people": {"lee": {"name": "Ann Lee", "of": "north"}, "moor": {"name": "Bo Moor"}},
    "meetings": {
        "first": {"title": "The first meeting", "participants": ["north", "south"], "unsourced": "known to all"},
        "second": {"title": "The second meeting", "participants": ["north", "south"], "unsourced": "known to all"},
    },
    "issues": {"water": {"title": "Water", "options": {"half": "a half", "third": "a third"}}},
}  # fmt: skip


def talks(**more: Any) -> Talks:
    return from_plain(Talks, {**TALKS, **more})


def claim(number: int, line: str, **more: Any) -> Claim:
    """The claim c1, c2, ... of a line; `for=`, `at=`, `by=`, `when=` stand behind it."""
    type_, subject, predicate, value, *rest = line.split(" | ")
    given: dict[str, Any] = dict(one.split("=", 1) for one in rest)
    by, when = given.pop("by", None), given.pop("when", None)
    names = {"for": "for_party", "at": "meeting"}
    return Claim(
        id=f"c{number}", source=more.pop("source", "AB"[number % 2]), type=type_, subject=subject, predicate=predicate,  # type: ignore[arg-type]
        value=tuple(value.split("; ")) if predicate == "parties" else value,
        attributed_to=(NARRATOR, by) if by else (NARRATOR,), qualifiers={"when": when} if when else {}, words="w",
        entered_by="a person", **{names.get(key, key): word for key, word in given.items()}, **more,
    )  # fmt: skip


def index_of(claims: list[Claim], **more: Any) -> Index:
    return Index(talks(**more), {one.id: one for one in claims})
