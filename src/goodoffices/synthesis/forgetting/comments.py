"""The comments of a YAML text: found between its values, and taken out where they speak of what goes."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from ...documents import Span
from ...documents.events import scalars

_COMMENT = re.compile(r"#[^\r\n]*")
_HEADER = re.compile(r"[|>][-+0-9]*[ \t]+(?P<comment>#[^\r\n]*)")
_BREAK = re.compile(r"\r\n?|\n")


def without(text: str, speaks: Callable[[str], bool]) -> str:
    """The text without the comments that speak of it: a line of its own goes whole, one behind a value goes from its `#` on.

    Lines of comment that follow each other are also read as one text, for a name may go over the end of a line.
    """
    going = {span for block in _blocks(text, spans(text)) for span in _going(text, block, speaks)}
    pieces, done = [], 0
    for span in sorted(going, key=lambda one: one.start):
        start, end = _whole(text, span)
        pieces.append(text[done : max(start, done)])
        done = max(end, done)
    return "".join([*pieces, text[done:]])


@lru_cache(maxsize=4)
def spans(text: str) -> tuple[Span, ...]:
    """Where comments stand: from the `#` to the end of the line. Asked several times of the same few texts, each read but once."""
    return tuple(_spans(text))


def _spans(text: str) -> Iterator[Span]:
    done = 0
    for value, _ in scalars(text):
        yield from _between(text, done, value.start)
        done = max(done, value.end)
        if header := _HEADER.match(text, value.start, done):
            yield Span(header.start("comment"), header.end("comment"))
    yield from _between(text, done, len(text))


def bodies(text: str) -> Iterator[str]:
    """What comments say; those of lines that follow each other as one text."""
    for block in _blocks(text, spans(text)):
        yield "\n".join(text[span.start + 1 : span.end].strip() for span in block)


def _between(text: str, start: int, end: int) -> Iterator[Span]:
    for found in _COMMENT.finditer(text, start, max(start, end)):
        yield Span(found.start(), found.end())


def _blocks(text: str, found: Sequence[Span]) -> Iterator[list[Span]]:
    """Comments that follow each other line by line."""
    block = list(found[:1])
    for one, other in pairwise(found):
        between = text[one.end : other.start]
        if between.strip() or len(_BREAK.findall(between)) != 1:
            yield block
            block = []
        block.append(other)
    if block:
        yield block


def _going(text: str, block: list[Span], speaks: Callable[[str], bool]) -> list[Span]:
    bodies = [text[span.start + 1 : span.end] for span in block]
    alone = [span for span, body in zip(block, bodies, strict=True) if speaks(body)]
    if alone or len(block) == 1:
        rest = [span for span in block if span not in alone]
        return [*alone, *(_going(text, rest, speaks) if alone and rest else [])]
    return [span for pair in pairwise(block) if speaks(_joined(text, pair)) for span in pair]


def _joined(text: str, pair: tuple[Span, Span]) -> str:
    return "\n".join(text[span.start + 1 : span.end].strip() for span in pair)


def _whole(text: str, span: Span) -> tuple[int, int]:
    """The stretch to take out: the line, or the comment with the space before it."""
    line = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    if text[line : span.start].strip(" \t\ufeff"):
        return len(text[: span.start].rstrip(" \t")), span.end
    match = _BREAK.match(text, span.end)
    return line, match.end() if match else span.end
