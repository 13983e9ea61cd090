"""A sentence of a report, under the heading where a reader looks for what it says."""

from dataclasses import dataclass
from typing import Literal, get_args

Heading = Literal["met", "stands", "said", "outside", "outcome", "next", "judged", "background"]
HEADINGS: tuple[Heading, ...] = get_args(Heading)
"""Who met, when, where, who led, came, helped; what a side wants; what it says; what others do; what came of it; what is to come;
how it went as others judge; what was before."""


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
