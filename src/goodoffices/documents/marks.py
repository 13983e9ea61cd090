"""The marks of a document: where each value and each key begins and ends.

Most files are read without anybody asking for a place, so marks are made by a second pass, on demand.
They are kept in flat arrays of four-byte integers, about 21 bytes a value; a tree of objects takes ten times that.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

from yaml import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from goodoffices.documents.events import Event, events
from goodoffices.documents.places import Span
from goodoffices.documents.plain import Plain

_STARTS = (MappingStartEvent, SequenceStartEvent)
_ENDS = (MappingEndEvent, SequenceEndEvent)

Step = str | int
"""A key of a mapping or an index, from 0, of a list."""


def _integers() -> "array[int]":
    return array("i")


@dataclass(slots=True)
class Marks:
    """Values numbered in the order of the text, the root first; one entry of each array for each of them."""

    starts: "array[int]" = field(default_factory=_integers)
    ends: "array[int]" = field(default_factory=_integers)
    key_starts: "array[int]" = field(default_factory=_integers)  # -1: the value has no key
    key_ends: "array[int]" = field(default_factory=_integers)
    nexts: "array[int]" = field(default_factory=_integers)  # the first value after this one and all within it
    flow: bytearray = field(default_factory=bytearray)  # 1: a list or mapping in brackets or braces
    _children: dict[int, Sequence[int] | dict[str, int]] = field(default_factory=dict)

    def add(self, event: Event, end: int, key: Span) -> int:
        """Append the value that begins with `event`, and return its number."""
        self.starts.append(event.start_mark.index)
        self.ends.append(end)
        self.key_starts.append(key.start)
        self.key_ends.append(key.end)
        self.nexts.append(len(self.starts))
        self.flow.append(getattr(event, "flow_style", False) is True)
        return len(self.starts) - 1

    def close(self, node: int, event: Event) -> None:
        """End the list or mapping `node`, whose last value was added before."""
        self.nexts[node] = len(self.starts)
        # libyaml ends a block where the next token begins, after blank lines and comments; here it ends with
        # the last value directly within it.
        self.ends[node] = event.end_mark.index if self.flow[node] else self._last_end(node)

    def _last_end(self, node: int) -> int:
        last = child = node + 1
        while child < len(self.starts):
            last, child = child, self.nexts[child]
        return self.ends[last]

    def span(self, node: int) -> Span:
        """Return the span of the value itself."""
        return Span(self.starts[node], self.ends[node])

    def key_span(self, node: int) -> Span | None:
        """Return the span of the value's key, or None for the root and the items of a list."""
        if self.key_starts[node] < 0:
            return None
        return Span(self.key_starts[node], self.key_ends[node])

    def children(self, node: int, value: Plain) -> Sequence[int] | dict[str, int]:
        """Return the numbers of the values directly within `node`, which holds `value`."""
        if node not in self._children:
            numbers, child = [], node + 1
            while child < self.nexts[node]:
                numbers.append(child)
                child = self.nexts[child]
            self._children[node] = dict(zip(value, numbers, strict=True)) if isinstance(value, dict) else numbers
        return self._children[node]

    def find(self, root: Plain, steps: Sequence[Step]) -> tuple[int, int]:
        """Return the number of the value at `steps` or of its deepest existing ancestor, and how many steps exist."""
        node, value = 0, root
        for depth, step in enumerate(steps):
            if not _has(value, step):
                return node, depth
            node = self.children(node, value)[step]  # type: ignore[index]
            value = value[step]  # type: ignore[index]
        return node, len(steps)


def _has(value: Plain, step: Step) -> bool:
    if isinstance(value, dict):
        return step in value
    return isinstance(value, list) and type(step) is int and 0 <= step < len(value)


def _end_of(event: Event, text: str) -> int:
    """Return where a single value ends; of a block scalar the blank lines below are a part only if `+` keeps them."""
    start: int = event.start_mark.index
    end: int = event.end_mark.index
    if getattr(event, "style", None) in ("|", ">") and "+" not in text[start : start + 3]:
        last = len(text[start:end].rstrip("\r\n")) + start
        return min(end, last + (2 if text.startswith("\r\n", last) else 1))
    return end


def read_marks(text: str) -> Marks:
    """Return the marks of a text that has been read before, so that it is known to be one valid mapping."""
    marks, nowhere = Marks(), Span(-1, -1)
    opened: list[int] = []
    in_mapping: list[bool] = [False]
    key = nowhere
    for event in events(text):
        kind = type(event)
        if kind in _ENDS:
            in_mapping.pop()
            marks.close(opened.pop(), event)
        elif kind is ScalarEvent and in_mapping[-1] and key is nowhere:
            key = Span(event.start_mark.index, event.end_mark.index)
        elif kind is ScalarEvent or kind in _STARTS:
            node, key = marks.add(event, _end_of(event, text), key), nowhere
            if kind in _STARTS:
                opened.append(node)
                in_mapping.append(kind is MappingStartEvent)
    return marks
