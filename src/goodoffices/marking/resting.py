"""Taking a claim that counts no longer out of the entries of the talks that rest on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..case.validate import validated
from ..case.walk import Node, Steps, nodes
from ..documents import Document, Editor, parse
from ..talks import Link, Sourced, Talks
from .surgery import without


@dataclass(frozen=True, slots=True)
class Consequence:
    """What happens to one entry of the talks, in words."""

    entry: str
    told: str


def consequences(talks: Talks, claim: str, entries: Sequence[Node]) -> list[Consequence]:
    """What taking the claim out of these entries does to each."""
    return [Consequence(label(node), _told(talks, claim, node)) for node in entries]


def _told(talks: Talks, claim: str, node: Node) -> str:
    if isinstance(node.entry, Link) or set(node.entry.claims) != {claim}:
        return f"no longer lists {claim}"
    if _goes(talks, node):
        return "rests on nothing else and is taken out"
    return f"rests on nothing else and stays, as unsourced: {reason(claim)}"


def taken_out(document: Document, claim: str, entries: Sequence[Steps]) -> str:
    """The text of talks.yaml with the claim out of these entries.

    An entry of a list that rests on nothing else goes; one that others may name by its id stays and says why it has none.
    """
    # From the end: the steps of the entries before are then still right.
    for steps in reversed(list(entries)):
        text = _taken_out(document, claim, steps)
        document = Document(document.path, document.name, text, parse(document.name, text), "")
    return document.text


def _taken_out(document: Document, claim: str, steps: Steps) -> str:
    talks, _ = validated(document, Talks)
    node = next((n for n in nodes(talks) if n.steps == steps), None) if talks is not None else None
    if talks is None or node is None:
        return document.text
    claims: Any = node.entry.claims
    if isinstance(node.entry, Link) or set(claims) != {claim}:
        return without(document, (*steps, "claims", claims.index(claim)))
    if _goes(talks, node):
        return without(document, steps)
    text = without(document, (*steps, "claims"))
    again = Document(document.path, document.name, text, parse(document.name, text), "")
    editor = Editor(again)
    editor.insert(steps, {"unsourced": reason(claim)})
    return editor.text()


def reason(claim: str) -> str:
    """Why an entry has no claim any more."""
    return f"claim {claim} was rejected or changed"


def _goes(talks: Talks, node: Node) -> bool:
    """Whether the entry may be taken out: it stands in a list, and no other entry names it."""
    if not isinstance(node.steps[-1], int):
        return False
    key = getattr(node.entry, "id", None)
    return key is None or all(p.supersedes != key for p in talks.positions)


def label(node: Node) -> str:
    """An entry as a person finds it: `position p2`, `roles of meetings direct`."""
    *outer, last = node.steps
    own = getattr(node.entry, "id", None) or getattr(node.entry, "title", None) or getattr(node.entry, "text", None)
    if isinstance(node.entry, Sourced) and isinstance(last, int):
        kind = str(outer[-1]).rstrip("s") if own else str(outer[-1])
        of = f" of {' '.join(map(str, outer[:-1]))}" if len(outer) > 1 else ""
        return f"{kind} {own or last + 1}{of}"
    return " ".join(map(str, node.steps))
