"""Sentences under the headings that another reader gives them, a language model; who speaks in them is as the rules read it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...language.folding import Span
from .passage import Heading, Passage


@dataclass(frozen=True, slots=True)
class Headed:
    """A sentence that somebody put under a heading, and how sure that is."""

    span: Span
    heading: Heading
    confidence: float


def by_reader(told: Iterable[Headed], rules: Sequence[Passage]) -> Iterator[Passage]:
    """Each sentence with the speaker that the rules found in one that begins with it or within it."""
    speakers = [(one.start, one.speaker) for one in rules if one.speaker is not None]
    for one in told:
        by = next((speaker for start, speaker in speakers if one.span.start <= start < one.span.end), None)
        yield Passage(one.span.start, one.span.end, one.heading, by, one.confidence)
