"""What stands over a sentence and says of whom it tells: the name before a colon, the line that opens a list, a heading.

    Holt: The toll is too high. It must fall.

    The union demands:
    - a rise of eight crowns
    - free Mondays

Who is named there is as good as named in the sentence.
"""

import re
from collections.abc import Iterator

from ....language.folding import Span

LONGEST = 70
"""Letters of a label or a heading at most."""
MOST = 12
"""Items of a list that are looked back over."""
_LABEL = re.compile(r"\s*(?:[-*•–]\s+|\(?\d{1,2}[.)]\s+)?([^\s:][^:\n.!?]{1,68}):\s")
_ITEM = re.compile(r"\s*(?:[-*•–—]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+\S")
_HEADING = re.compile(r"\s*[^\s.!?;,:][^.!?;:\n]{1,68}\s*")


def lead_ins(text: str, span: Span) -> Iterator[Span]:
    """What stands over a stretch: the label of its line, the line that opens its list, the heading of its paragraph."""
    start = text.rfind("\n", 0, span.start) + 1
    if (label := _LABEL.match(text, start)) and label.end() <= span.start:
        yield Span(*label.span(1))
    above = list(_above(text, start))
    if _ITEM.match(text, start):
        above = above[next((n for n, line in enumerate(above) if not _ITEM.match(text, line.start)), len(above)) :]
        if above and above[0].of(text).rstrip().endswith(":"):
            yield _last_sentence(text, above[0])
    if above and _HEADING.fullmatch(above[0].of(text)):
        yield above[0]


def _above(text: str, start: int) -> Iterator[Span]:
    """The lines above a place that are not empty, the nearest first."""
    for _ in range(2 * MOST):
        if start <= 0:
            return
        end, start = start - 1, text.rfind("\n", 0, start - 1) + 1
        if text[start:end].strip():
            yield Span(start, end)


def _last_sentence(text: str, line: Span) -> Span:
    at = max(text.rfind(mark, line.start, line.end) for mark in (". ", "! ", "? "))
    return Span(at + 2, line.end) if at >= 0 else line
