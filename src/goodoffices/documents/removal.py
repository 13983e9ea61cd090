"""Which stretch of a YAML text goes when an entry is taken out, and what the values are without it."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from goodoffices.documents.marks import Step
from goodoffices.documents.places import Span
from goodoffices.documents.plain import Plain, copy_of
from goodoffices.documents.yaml import Document

_BREAK = re.compile(r"\r\n?|\n")


def span(document: Document, steps: Sequence[Step]) -> Span:
    """The stretch of the entry at `steps`, which is not the only one of its list or mapping."""
    node, _ = document.marks.find(document.value, steps[:-1])
    return _in_brackets(document, steps) if document.marks.flow[node] else _on_lines(document, steps)


def without(value: Plain, entries: Iterable[Sequence[Step]]) -> Plain:
    """A copy of the values without these entries; steps are those of the values as they are."""
    left = copy_of(value)
    # From the end: the numbers of the entries before are then still right.
    for steps in sorted(entries, key=lambda one: [str(step).rjust(9, "0") for step in one], reverse=True):
        holder: Any = left
        for step in steps[:-1]:
            holder = holder[step]
        del holder[steps[-1]]
    return left


def _in_brackets(document: Document, steps: Sequence[Step]) -> Span:
    """From this entry to the next one, or from the end of the one before."""
    holder: Any = document.value
    for step in steps[:-1]:
        holder = holder[step]
    siblings: list[Step] = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    number = siblings.index(steps[-1])
    if number + 1 < len(siblings):
        return Span(_start(document, steps), _start(document, (*steps[:-1], siblings[number + 1])))
    return Span(document.span((*steps[:-1], siblings[number - 1])).end, document.span(steps).end)


def _start(document: Document, steps: Sequence[Step]) -> int:
    return document.key_span(steps).start if isinstance(steps[-1], str) else document.span(steps).start


def _on_lines(document: Document, steps: Sequence[Step]) -> Span:
    """The lines of the entry; comments between it and the next one stay."""
    text, start, end = document.text, _start(document, steps), document.span(steps).end
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    if text[end - 1] in "\r\n":
        return Span(line, end)
    match = _BREAK.search(text, end)
    return Span(line, match.end() if match else len(text))
