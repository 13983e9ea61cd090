"""YAML files as plain values with places: the one way in which a case's files are read.

A small part of YAML is accepted, so that a file means to every reader what it says: no aliases, no tags, no key twice,
text as keys, one mapping as the whole file. What is refused is told with its place, all at once;
of syntax errors libyaml finds only the first.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from goodoffices.documents.marks import Marks, Step, read_marks
from goodoffices.documents.places import Lines, Place, Span
from goodoffices.documents.plain import Plain
from goodoffices.documents.reader import parse
from goodoffices.documents.text import decode, read_bytes, sha256_of, shown


@dataclass(frozen=True, eq=False)
class Document:
    """A YAML file as it was read.

    `name` is the path as it was given, for messages; `sha256` is that of the file's bytes, for `write_text`.
    Places and spans are found by a second pass over the text, made when the first of them is asked for.
    """

    path: Path
    name: str
    text: str
    value: dict[str, Plain]
    sha256: str

    def place(self, steps: Sequence[Step]) -> Place:
        """Return the place of the value at `steps`; where there is none, of its deepest ancestor that exists."""
        node, _ = self.marks.find(self.value, steps)
        return self.lines.place(self.marks.span(node).start)

    def key_place(self, steps: Sequence[Step]) -> Place:
        """Return the place of the key at `steps`, or as `place` does; a value without a key has its own place."""
        node, _ = self.marks.find(self.value, steps)
        return self.lines.place((self.marks.key_span(node) or self.marks.span(node)).start)

    def span(self, steps: Sequence[Step]) -> Span:
        """Return the span of the value at `steps` in `text`; raises KeyError where there is none.

        The span of a block scalar (`|`, `>`) takes in the line breaks that follow it.
        """
        return self.marks.span(self._node(steps))

    def key_span(self, steps: Sequence[Step]) -> Span:
        """Return the span of the key at `steps` in `text`; raises KeyError where there is none."""
        if (span := self.marks.key_span(self._node(steps))) is None:
            raise KeyError(tuple(steps))
        return span

    @cached_property
    def marks(self) -> Marks:
        """Where each value and key stands."""
        return read_marks(self.text)

    @cached_property
    def lines(self) -> Lines:
        """Where each line begins."""
        return Lines(self.text)

    def _node(self, steps: Sequence[Step]) -> int:
        node, found = self.marks.find(self.value, steps)
        if found < len(steps):
            raise KeyError(tuple(steps))
        return node


def read_yaml(path: str | os.PathLike[str], *, named: bool = False) -> Document:
    """Read a YAML file of a case: the file itself may not be a link, unless it is one that the user `named`.

    Raises DataError with every mistake that makes the file unreadable: those of `read_text`, control characters, tabs
    outside quotation marks, aliases, anchors, tags, keys that stand twice or are not text, more than one document,
    nesting deeper than 100, more than one and a half million keys and values, a top level that is not a mapping, and the
    first syntax error.
    """
    data = read_bytes(path, below=None if named else Path(path).parent)
    text = decode(path, data)
    name = shown(path)
    return Document(Path(path), name, text, parse(name, text), sha256_of(data))
