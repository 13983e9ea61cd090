"""Changes of a YAML text that the editor of `documents` does not make: whole values exchanged, entries taken out.

Each is proved as the editor proves its own: the new text must read as the old values with that change, or nothing is done.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ..documents import Document, Editor, Plain, Step, copy_of, parse, same
from ..documents.quoting import flow
from ..errors import DataError, Problem

_BREAK = re.compile(r"\r\n?|\n")


def with_keys(document: Document, steps: Sequence[Step], changes: Mapping[str, Plain], after: str) -> str:
    """The text with keys of the mapping at `steps` set: those there are exchanged, new ones stand behind the key `after`."""
    text = document.text
    for key, value in changes.items():
        here: Any = _at(document.value, steps)
        if key not in here:
            editor = Editor(document)
            editor.insert(steps, {key: value}, after=after)
            text = editor.text()
        elif isinstance(here[key], (list, dict)) or isinstance(value, (list, dict)):
            text = _exchanged(document, (*steps, key), value)
        elif not same(here[key], value):
            editor = Editor(document)
            editor.replace((*steps, key), value)
            text = editor.text()
        document = _again(document, text)
    return text


def without(document: Document, steps: Sequence[Step]) -> str:
    """The text without the entry at `steps`; a list or mapping of which it was the only one goes with it."""
    parent: Any = _at(document.value, steps[:-1])
    if len(parent) == 1 and len(steps) > 1:
        return without(document, steps[:-1])
    expected = copy_of(document.value)
    del _at(expected, steps[:-1])[steps[-1]]
    node, _ = document.marks.find(document.value, steps[:-1])
    in_brackets = document.marks.flow[node]
    start, end = _in_brackets(document, steps, parent) if in_brackets else _on_lines(document, steps)
    return _proved(document, document.text[:start] + document.text[end:], expected, steps)


def _exchanged(document: Document, steps: Sequence[Step], value: Plain) -> str:
    span = document.span(steps)
    expected = copy_of(document.value)
    _at(expected, steps[:-1])[steps[-1]] = value
    space = "" if span.start == 0 or document.text[span.start - 1].isspace() else " "
    text = document.text[: span.start] + space + flow(value) + document.text[span.end :]
    return _proved(document, text, expected, steps)


def _in_brackets(document: Document, steps: Sequence[Step], parent: Any) -> tuple[int, int]:
    """From this entry to the next one, or from the end of the one before."""
    siblings: list[Step] = list(parent) if isinstance(parent, dict) else list(range(len(parent)))
    number = siblings.index(steps[-1])
    if number + 1 < len(siblings):
        return _start(document, steps), _start(document, (*steps[:-1], siblings[number + 1]))
    return document.span((*steps[:-1], siblings[number - 1])).end, document.span(steps).end


def _start(document: Document, steps: Sequence[Step]) -> int:
    return document.key_span(steps).start if isinstance(steps[-1], str) else document.span(steps).start


def _on_lines(document: Document, steps: Sequence[Step]) -> tuple[int, int]:
    """The lines of the entry; comments between it and the next one stay."""
    text, start, end = document.text, _start(document, steps), document.span(steps).end
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    if text[end - 1] in "\r\n":
        return line, end
    match = _BREAK.search(text, end)
    return line, match.end() if match else len(text)


def _proved(document: Document, text: str, expected: Plain, steps: Sequence[Step]) -> str:
    try:
        if same(parse(document.name, text), expected):
            return text
    except DataError:
        pass  # told in words that help more than where a syntax error would stand in a text that nobody sees
    found = "a layout in which this change cannot be written"
    raise DataError(
        [Problem(document.name, *document.place(steps), found, "a plainer layout; make the change by hand")]
    )


def _again(document: Document, text: str) -> Document:
    if text is document.text:
        return document
    return Document(document.path, document.name, text, parse(document.name, text), "")


def _at(value: Any, steps: Sequence[Step]) -> Any:
    for step in steps:
        value = value[step]
    return value
