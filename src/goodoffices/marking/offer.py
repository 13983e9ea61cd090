"""An offer: what an accepted claim would add to talks.yaml, in words and as changes; and how it is written."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from ..case.references import KINDS, LISTED
from ..documents import Document, Editor, parse, sha256_of
from ..talks import Sourced, Talks
from .surgery import with_keys, without

Way = Literal["insert", "append", "set", "drop"]
Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Keys inserted into a mapping, a value appended to a list, a single value set, or an entry dropped."""

    way: Way
    steps: Steps
    value: Any = None


@dataclass(frozen=True, slots=True)
class Offer:
    """What a claim would add: nothing of it is written before a person says yes."""

    claim: str
    told: str
    changes: tuple[Change, ...] = field(repr=False)

    @property
    def id(self) -> str:
        """Its name within a page."""
        return sha256_of(repr((self.claim, self.told, self.changes)).encode())[:12]


def written(document: Document, changes: Iterable[Change]) -> str:
    """The text of talks.yaml with the changes; comments and order stay."""
    for change in changes:
        text = _one(document, change)
        document = Document(document.path, document.name, text, parse(document.name, text), "")
    return document.text


def _one(document: Document, change: Change) -> str:
    here = _at(document.value, change.steps)
    outer, last = change.steps[:-1], change.steps[-1] if change.steps else ""
    if change.way == "drop":
        return without(document, change.steps) if here is not None else document.text
    if change.way == "set":
        after = next(reversed(_at(document.value, outer)))
        return with_keys(document, outer, {str(last): change.value}, after)
    if here is None:  # the first entry of its kind: the key comes with it
        value = change.value if change.way == "insert" else [change.value]
        return _one(document, Change("insert", outer, {str(last): value}))
    editor = Editor(document)
    if change.way == "insert":
        editor.insert(change.steps, change.value)
    else:
        editor.append(change.steps, change.value)
    return editor.text()


def _at(value: Any, steps: Sequence[str | int]) -> Any:
    for step in steps:
        held = step in value if isinstance(value, dict) else isinstance(value, list) and step in range(len(value))
        if not held:
            return None
        value = value[step]
    return value


def rest_on(claim: str, steps: Steps, entry: Sourced) -> list[Change]:
    """An entry that is there rests on one claim more; that it has none need not be explained any longer."""
    if claim in entry.claims:
        return []
    added = Change("append", (*steps, "claims"), claim)
    return [added, Change("drop", (*steps, "unsourced"))] if entry.unsourced else [added]


def free_id(talks: Talks, name: str, taken: Iterable[str] = ()) -> str:
    """An id for something new: its name in small letters, with a number where that id is used."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = "-".join(re.findall(r"[a-z0-9]+", letters)[:5]) or "new"
    used = {key for kind in KINDS for key in getattr(talks, kind)} | set(taken)
    used |= {entry.id for kind in LISTED for entry in getattr(talks, kind)}
    number, key = 1, slug
    while key in used or key == "narrator":
        number += 1
        key = f"{slug}-{number}"
    return key
