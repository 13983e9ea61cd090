"""Words of a text as they are looked for: folded, so that neither case nor accents, joiners or composed letters hide them."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ...language.folding import Folded, Span

BLOCK = "█"
"""What stands for each code point of what was taken out of a text."""
_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Letters of scripts that set no space between words: each counts as a word, and what is looked for is a row of them."""
_SHORT = 200
"""Letters of the longest text of which it is kept in mind what was found in it."""
_ID = re.compile(r"[^\W_][\w.-]*")


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it is compared, and where it stands in the text."""

    word: str
    span: Span


def tokens(text: str) -> list[Token]:
    """The words of a text, in their order."""
    if text.isascii():  # most of a large case: nothing to fold but capitals
        return [Token(m[0], Span(*m.span())) for m in _WORD.finditer(text.lower())]
    folded = Folded.of(text)
    return [Token(folded.letters[a:b], folded.span(a, b)) for a, b in _places(folded.letters)]


def _places(letters: str) -> Iterator[tuple[int, int]]:
    for found in _WORD.finditer(letters):
        start = found.start()
        for one in _UNSPACED.finditer(letters, found.start(), found.end()):
            if start < one.start():
                yield start, one.start()
            yield one.span()
            start = one.end()
        if start < found.end():
            yield start, found.end()


def words(text: str) -> list[str]:
    """The words of a text as they are compared, without their places."""
    if text.isascii():
        return _WORD.findall(text.lower())
    letters = Folded.of(text).letters
    return [letters[a:b] for a, b in _places(letters)]


def raw_ids(text: str) -> Iterator[Span]:
    """Where something stands that may be an id: letters, digits, points and hyphens, as they are."""
    for found in _ID.finditer(text):
        yield Span(found.start(), found.start() + len(found[0].rstrip(".-")))


def raw_id_words(text: str) -> list[str]:
    """What stands at these places, without them."""
    return [found.rstrip(".-") for found in _ID.findall(text)]


def recalled(known: dict[str, list[Span]], text: str, look: Callable[[str], list[Span]]) -> list[Span]:
    """What is found in a text, kept in mind where the text is short: in a large case most values are the same few.

    Every step of a plan asks for each of them, and so does the proof that nothing is left.
    """
    if len(text) > _SHORT:
        return look(text)
    if (found := known.get(text)) is None:
        found = known[text] = look(text)
    return found


def blacked(text: str, spans: Iterable[Span]) -> str:
    """The text with a block for each code point of the spans: as long as before."""
    letters = list(text)
    for span in spans:
        letters[span.start : span.end] = BLOCK * (span.end - span.start)
    return "".join(letters)
