"""Changes to a YAML text that leave comments, order, quotation marks and layout of the rest as they are."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from goodoffices.documents import quoting, removal
from goodoffices.documents.marks import Step
from goodoffices.documents.places import Span
from goodoffices.documents.plain import Plain, copy_of, same
from goodoffices.documents.reader import DEEPEST, parse
from goodoffices.documents.text import excerpt
from goodoffices.documents.yaml import Document
from goodoffices.errors import DataError, Problem

_BREAK = re.compile(r"\r\n?|\n")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*(?P<comment> +#[^\r\n]*)?")


@dataclass(frozen=True, slots=True, order=True)
class _Edit:
    """New text for a span of the old one; the order is that of the new text."""

    start: int
    # Of edits at one offset the deepest comes first: an inner mapping ends before the outer one goes on.
    rank: int
    number: int
    end: int
    text: str


class Editor:
    """Edits of one document, collected and then made all at once, in time linear in its length.

    Steps are those of the document as it was read; what was added meanwhile cannot be edited again.
    Edits at the same place stand in the order in which they were asked for. Each method raises DataError,
    and changes nothing, for what cannot be done; a value of a type that YAML files do not hold is a TypeError.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._edits: list[_Edit] = []
        self._edited: set[int] = set()  # values replaced, and lists and mappings in brackets that have grown
        self._removed: set[tuple[Step, ...]] = set()

    def insert(self, steps: Sequence[Step], entries: Mapping[str, Plain], after: str | None = None) -> None:
        """Add `entries` to the mapping at `steps`: behind the key `after`, or at its end."""
        node, mapping = self._node(steps), self._expected_at(steps)
        if not isinstance(mapping, dict):
            raise self._refusal(steps, "a value that is not a mapping", "a mapping to add keys to")
        for key in entries:
            if key in mapping:
                raise self._refusal((*steps, key), f"the key {excerpt(key)} already there", "a new key")
        last = None if after is None else self._node((*steps, after))
        if not entries:
            return
        with self._writing(steps):
            block = quoting.entries if steps else quoting.floor
            self._add(node, steps, last, quoting.pairs(entries), lambda indent: block(entries, indent))
        mapping.update((key, copy_of(value)) for key, value in entries.items())

    def append(self, steps: Sequence[Step], value: Plain) -> None:
        """Add `value` at the end of the list at `steps`."""
        node, items = self._node(steps), self._expected_at(steps)
        if not isinstance(items, list):
            raise self._refusal(steps, "a value that is not a list", "a list to add to")
        with self._writing(steps):
            self._add(node, steps, None, quoting.flow(value), lambda indent: quoting.items([value], indent))
        items.append(copy_of(value))

    def replace(self, steps: Sequence[Step], value: Plain) -> None:
        """Put `value` in the place of the single value at `steps`; a comment behind it stays."""
        node, old = self._node(steps), self._expected_at(steps)
        if isinstance(old, (dict, list)) or node in self._edited:
            raise self._refusal(steps, "a list, a mapping or a value replaced before", "a single value to replace")
        span = self.document.marks.span(node)
        before, behind = self._around(node, span)
        with self._writing(steps):
            new = (
                _in_block(self.document.text[span.start : span.end], old, value)
                or before + quoting.flow(value) + behind
            )
        # Before all that is added at this offset: an empty value ends where its line does.
        self._edits.append(_Edit(span.start, -DEEPEST - 1, len(self._edits), span.end, new))
        self._edited.add(node)
        self._expected_at(steps[:-1])[steps[-1]] = copy_of(value)

    def set(self, steps: Sequence[Step], value: Plain, after: str | None = None) -> None:
        """Put `value` under the last of the steps, whatever stands there; a new key stands behind `after`, or at the end."""
        holder, key = self._expected_at(steps[:-1]), steps[-1]
        if isinstance(holder, dict) and key not in holder:
            self.insert(steps[:-1], {str(key): value}, after)
        elif isinstance(value, (dict, list)) or isinstance(holder[key], (dict, list)):
            self._exchange(steps, value)
        elif not same(holder[key], value):
            self.replace(steps, value)

    def remove(self, steps: Sequence[Step]) -> None:
        """Take out what stands at `steps`; a list or mapping of which it was the only entry goes with it.

        Comments between it and the next entry stay. Of one list or mapping in brackets one entry at a time can go.
        """
        steps = self._with_its_only_holders(tuple(steps))
        node = self._node(steps[:-1])
        if self._node(steps) in self._edited or (self.document.marks.flow[node] and node in self._edited):
            raise self._refusal(steps, "a value edited before", "one edit at a time")
        start, end = removal.span(self.document, steps)
        self._edits.append(_Edit(start, -DEEPEST - 1, len(self._edits), end, ""))
        self._edited.add(node)
        self._removed.add(steps)

    def text(self) -> str:
        """Return the new text, proved to read back as the old values with the edits made.

        Raises DataError where it does not: the layout is then one in which these edits cannot be written.
        """
        if not self._edits:
            return self.document.text
        text = self._applied()
        try:
            proved = same(parse(self.document.name, text), removal.without(self._expected, self._removed))
        except DataError:
            proved = False
        if not proved:
            place = self.document.lines.place(min(self._edits).start)
            found = "a layout in which this change cannot be written"
            raise DataError([Problem(self.document.name, *place, found, "a plainer layout; make the change by hand")])
        return text

    def _exchange(self, steps: Sequence[Step], value: Plain) -> None:
        node = self._node(steps)
        if node in self._edited:
            raise self._refusal(steps, "a value edited before", "one edit at a time")
        span = self.document.marks.span(node)
        space = "" if span.start == 0 or self.document.text[span.start - 1].isspace() else " "
        with self._writing(steps):
            new = space + quoting.flow(value)
        self._edits.append(_Edit(span.start, -DEEPEST - 1, len(self._edits), span.end, new))
        self._edited.add(node)
        self._expected_at(steps[:-1])[steps[-1]] = copy_of(value)

    def _with_its_only_holders(self, steps: tuple[Step, ...]) -> tuple[Step, ...]:
        while len(steps) > 1 and len(self._expected_at(steps[:-1])) == 1:
            steps = steps[:-1]
        return steps

    def _applied(self) -> str:
        old, pieces, done = self.document.text, [], 0
        for edit in sorted(self._edits):
            pieces += [old[done : edit.start], edit.text]
            done = edit.end
        return "".join([*pieces, old[done:]])

    def _add(
        self,
        node: int,
        steps: Sequence[Step],
        last: int | None,
        flow: str,
        block: Callable[[int], Iterable[str]],
    ) -> None:
        """Add behind the child `last` of `node`, or at its end: `flow` within brackets, else the lines of `block`."""
        if last is None:
            last = self._last_child(node, steps)
        if self.document.marks.flow[node]:
            start, text = self._within_brackets(node, last, flow)
        else:
            column = self.document.lines.place(self.document.marks.starts[node]).column
            start, text = self._on_lines_of_their_own(last, block(column - 1))
        self._edits.append(_Edit(start, -len(steps), len(self._edits), start, text))

    def _within_brackets(self, node: int, last: int, text: str) -> tuple[int, str]:
        marks = self.document.marks
        if last == node:  # nothing within the brackets yet
            start, comma = marks.starts[node] + 1, node in self._edited
        else:
            start, comma = marks.ends[last], True
        self._edited.add(node)
        return start, (", " if comma else "") + text

    def _on_lines_of_their_own(self, last: int, lines: Iterable[str]) -> tuple[int, str]:
        text, end = self.document.text, self.document.marks.ends[last]
        if text[end - 1] in "\r\n":  # a block scalar ends with its last line
            start, final = end, True
        elif match := _BREAK.search(text, end):
            start, final = match.end(), True
        else:
            start, final = len(text), False
        return start, "".join(line + self._newline if final else self._newline + line for line in lines)

    def _around(self, node: int, span: Span) -> tuple[str, str]:
        """Return what has to stand before and behind the new value so that it reads as a value."""
        text = self.document.text
        if match := _BLOCK_HEADER.match(text, span.start, span.end):
            # The text below `|` or `>` goes; the comment and the line break of that line stay.
            behind = self._newline if text[span.end - 1] in "\r\n" else ""
            return "", (match["comment"] or "") + behind
        if span.start < span.end:
            return "", ""
        key = self.document.marks.key_span(node)
        if key and ":" not in text[key.end : span.start]:
            return ": ", ""
        return ("" if text[span.start - 1] == " " else " "), ""

    def _last_child(self, node: int, steps: Sequence[Step]) -> int:
        """Return the number of the last value within `node` as it was read, or `node` itself if it is empty."""
        value: Any = self.document.value
        for step in steps:
            value = value[step]
        children = self.document.marks.children(node, value)
        if isinstance(children, dict):
            return next(reversed(children.values()), node)
        return children[-1] if children else node

    def _node(self, steps: Sequence[Step]) -> int:
        node, found = self.document.marks.find(self.document.value, steps)
        if found < len(steps):
            raise self._refusal(steps, f"nothing under {excerpt(str(steps[found]))}", "a key or item of the file")
        return node

    def _expected_at(self, steps: Sequence[Step]) -> Any:
        value: Any = self._expected
        for step in steps:
            value = value[step]
        return value

    @cached_property
    def _expected(self) -> Plain:
        return copy_of(self.document.value)

    @cached_property
    def _newline(self) -> str:
        match = _BREAK.search(self.document.text)
        return match[0] if match else "\n"

    @contextmanager
    def _writing(self, steps: Sequence[Step]) -> Iterator[None]:
        try:
            yield
        except quoting.CannotWriteError as error:
            raise self._refusal(steps, error.found, error.expected) from error

    def _refusal(self, steps: Sequence[Step], found: str, expected: str) -> DataError:
        return DataError([Problem(self.document.name, *self.document.place(steps), found, expected)])


_HEAD_AND_LINE = 2
"""Lines of a text of one line below its sign."""


def _in_block(raw: str, old: object, new: object) -> str | None:
    """A text in lines of its own (`|`, `>`) with letters exchanged one by one, its lines as they were; None for any other.

    A line of a text of many paragraphs would else take its place.
    """
    if not (
        isinstance(old, str)
        and isinstance(new, str)
        and len(old) == len(new)
        and raw[:1] in ("|", ">")
        and len(raw.splitlines()) > _HEAD_AND_LINE
    ):
        return None
    letters, at = list(raw), raw.find("\n")
    for was, now in zip(old, new, strict=True):
        if was.isspace():
            if now != was:
                return None
            continue
        at = raw.find(was, at + 1)
        if at < 0:
            return None
        letters[at] = now
    return "".join(letters)
