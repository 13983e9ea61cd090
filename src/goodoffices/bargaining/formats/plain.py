"""JSON and YAML of unknown origin as plain values with places.

JSON is read by the reader of YAML, of which it is a part: so mistakes have a line and a column, and what is refused there (a key
twice, nesting without end) is refused here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ...documents import Document, Plain, Step, decode, excerpt, parse, sha256_of, shown
from .findings import At, Findings

_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")

_TAB = re.compile(r'"(?:[^"\\]|\\.)*"|\t')
"""A tab, or a whole text in quotation marks."""


@dataclass(frozen=True)
class Node:
    """A value of a file, and the way to it."""

    document: Document
    value: Plain
    steps: tuple[Step, ...] = ()

    @property
    def at(self) -> At:
        """Where it stands."""
        return At(*self.document.place(self.steps))

    def get(self, *keys: str) -> "Node | None":
        """The value of the first of these keys that is there and not null."""
        if isinstance(self.value, dict):
            for key in keys:
                if self.value.get(key) is not None:
                    return Node(self.document, self.value[key], (*self.steps, key))
        return None

    def pairs(self, findings: Findings, what: str) -> Iterator[tuple[str, "Node"]]:
        """Keys and values of a mapping; a mistake where it is none."""
        if not isinstance(self.value, dict):
            findings.refuse(self.at, f"{_kind(self.value)} as {what}", "a mapping of keys and values")
            return
        for key, value in self.value.items():
            yield key.strip(), Node(self.document, value, (*self.steps, key))

    def items(self, findings: Findings, what: str) -> Iterator["Node"]:
        """The items of a list; a mistake where it is none."""
        if not isinstance(self.value, list):
            findings.refuse(self.at, f"{_kind(self.value)} as {what}", "a list")
            return
        for number, value in enumerate(self.value):
            yield Node(self.document, value, (*self.steps, number))

    def text(self) -> str | None:
        """A single value as text, as it is written; None where it is something else."""
        if isinstance(self.value, bool):
            return str(self.value).lower()
        return None if isinstance(self.value, dict | list | None) else str(self.value).strip()


def parse_plain(path: Path, data: bytes) -> Node:
    """The whole of a file in JSON or YAML; DataError where it is neither."""
    text = decode(path, data)
    if text.lstrip().startswith(("{", "[")):
        # JSON may indent with tabs, which YAML may not; and it writes what lies beyond U+FFFF as two halves.
        text = _PAIR.sub(_joined, _TAB.sub(lambda found: " " if found[0] == "\t" else found[0], text))
    document = Document(path, shown(path), text, parse(shown(path), text), sha256_of(data))
    return Node(document, document.value)


def _joined(found: re.Match[str]) -> str:
    pair = bytes.fromhex(found[2] + found[3])
    return found[1] + pair.decode("utf-16-be")


def _kind(value: Plain) -> str:
    if value is None:
        return "nothing"
    return "a mapping" if isinstance(value, dict) else "a list" if isinstance(value, list) else excerpt(str(value))
