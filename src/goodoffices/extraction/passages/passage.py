"""A sentence of a report, under the heading where a reader looks for what it says."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...record import HEADINGS, Heading

__all__ = ["HEADINGS", "Heading", "Passage"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A whole sentence in its place, in code points of the text."""

    start: int
    end: int
    heading: Heading | None
    """None: not to be shown (a line of navigation, the weather, whatever has to do with nothing that is asked)."""
    speaker: str | None
    """Who says it, as the roster or the report names him; None where the report tells it in its own voice."""
    confidence: float
    """How likely it is that the sentence belongs under this heading."""
    worth: float = 0.0
    """The likelihood of its heading beside the words that it takes: what is shown first where there is little room."""


SHARE = 0.75
"""Of the words of a report, those that may be shown: of more than that nobody would call it a choice."""


def chosen(found: Sequence[Passage], text: str, share: float = SHARE) -> tuple[Passage, ...]:
    """The passages of most worth that fit into a share of the words of their text, in its order."""
    left = share * len(text.split())
    kept = []
    for one in sorted((p for p in found if p.heading), key=lambda p: (-p.worth, p.start)):
        size = len(text[one.start : one.end].split())
        if size <= left:
            left -= size
            kept.append(one)
    return tuple(sorted(kept, key=lambda p: p.start))
