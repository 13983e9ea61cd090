"""Whether the sentences of reading.yaml stand in their texts."""

from collections.abc import Iterator, Mapping

from ..documents import Document
from ..errors import Problem
from ..record import Reading
from .validate import problem


def misplaced(document: Document, reading: Reading, texts: Mapping[str, str]) -> Iterator[Problem]:
    """A problem for each passage that its text does not have, or whose confidence is no share."""
    for number, one in enumerate(reading.passages):
        text = texts.get(one.source)
        if text is not None and not 0 <= one.start < one.end <= len(text):
            found, expected = f"{one.start} to {one.end}", f"a stretch of its text, from 0 to {len(text)}"
            yield problem(document, ("passages", number, "start"), found, f"{expected}; {_DELETE}")
        if not 0 <= one.confidence <= 1:
            yield problem(document, ("passages", number, "confidence"), f"{one.confidence}", "a number from 0 to 1")
    for number, two in enumerate(reading.together):
        for place, difference in enumerate(two.differences):
            for key, source, span in (("a", two.a, difference.a), ("b", two.b, difference.b)):
                text = texts.get(source)
                if text is not None and not 0 <= span[0] < span[1] <= len(text):
                    steps = ("together", number, "differences", place, key)
                    expected = f"a stretch of its text, from 0 to {len(text)}"
                    yield problem(document, steps, f"{span[0]} to {span[1]}", f"{expected}; {_DELETE}")


_DELETE = "the file is made by programs, and may be deleted"
