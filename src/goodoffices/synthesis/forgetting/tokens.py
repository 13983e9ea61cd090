"""Words of a text as they are looked for: folded, so that neither case nor accents, joiners or composed letters hide them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...language.folding import Folded, Span

BLOCK = "█"
"""What stands for each code point of what was taken out of a text."""
_WORD = re.compile(r"[^\W_]+")
_ID = re.compile(r"[^\W_][\w.-]*")


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it is compared, and where it stands in the text."""

    word: str
    span: Span


def tokens(text: str) -> list[Token]:
    """The words of a text, in their order."""
    folded = Folded.of(text)
    return [Token(m[0], folded.span(m.start(), m.end())) for m in _WORD.finditer(folded.letters)]


def words(text: str) -> list[str]:
    """The words of a text as they are compared, without their places."""
    return _WORD.findall(Folded.of(text).letters)


def raw_ids(text: str) -> Iterator[Span]:
    """Where something stands that may be an id: letters, digits, points and hyphens, as they are."""
    for found in _ID.finditer(text):
        yield Span(found.start(), found.start() + len(found[0].rstrip(".-")))


def blacked(text: str, spans: Iterable[Span]) -> str:
    """The text with a block for each code point of the spans: as long as before."""
    letters = list(text)
    for span in spans:
        letters[span.start : span.end] = BLOCK * (span.end - span.start)
    return "".join(letters)
