"""A sentence of a report, under the heading where a reader looks for what it says."""

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
