"""The text of a YAML file without what goes: comments, order and layout of the rest stay; comments that speak of it go."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from ...case.entries import Steps
from ...documents import Document, Editor, Plain, parse, same
from ...documents.events import scalars
from ...documents.quoting import flow
from ...errors import DataError, Problem
from . import comments
from .going import Going

_NOTHING = object()
_NEEDED = frozenset({("parties",)})
"""What a file has even where nothing is left in it."""


def rewritten(document: Document, going: Going, renames: Mapping[str, str], speaks: Callable[[str], bool]) -> str:
    """The new text; `renames` are ids exchanged wherever they stand as a whole value or key, `speaks` tells which comments go."""
    edited = _edited(document, going)
    edited = _renamed(edited, renames) if renames else edited
    text = comments.without(edited.text, speaks)
    if not same(parse(document.name, text), edited.value):
        found = "comments that cannot be told from the rest"
        raise DataError([Problem(document.name, 0, 0, found, "a plainer layout; make the change by hand")])
    return text


def _edited(document: Document, going: Going) -> Document:
    if not (going.gone or going.puts or going.adds):
        return document
    gone = _with_emptied(document.value, going)
    for coarse in (False, True):  # a layout that takes no finer edit takes a whole entry written anew
        try:
            text = _Edits(document, replace(going, gone=gone), coarse).text()
            break
        except DataError:
            if coarse:
                raise
    return replace(document, text=text, value=parse(document.name, text))


def _with_emptied(value: dict[str, Plain], going: Going) -> set[Steps]:
    """All that goes, with lists and mappings of which nothing is left; the file itself stays."""
    gone = {steps for steps in going.gone if _stands(value, steps)}
    holders = {steps[:depth] for steps in gone for depth in range(1, len(steps))}
    for steps in sorted(holders, key=len, reverse=True):
        here = _at(value, steps)
        keys = list(here) if isinstance(here, dict) else range(len(here))
        if steps not in going.adds and steps not in _NEEDED and all((*steps, key) in gone for key in keys):
            gone.add(steps)
    return gone


def _stands(value: Any, steps: Steps) -> bool:
    return _at(value, steps) is not _NOTHING


def _at(value: Any, steps: Steps) -> Any:
    for step in steps:
        held = step in value if isinstance(value, dict) else isinstance(value, list) and step in range(len(value))
        if not held:
            return _NOTHING
        value = value[step]
    return value


class _Edits:
    """One pass over the values of a file, which asks an editor for what changes."""

    def __init__(self, document: Document, going: Going, coarse: bool) -> None:
        self.document, self.going, self.coarse = document, going, coarse
        self.editor = Editor(document)
        places = (*going.gone, *going.puts, *going.adds)
        self.touched = {steps[:depth] for steps in places for depth in range(len(steps) + 1)}

    def text(self) -> str:
        """The new text."""
        self._walk((), self.document.value)
        return self.editor.text()

    def _walk(self, steps: Steps, value: Plain) -> None:
        if not isinstance(value, dict | list):
            if steps in self.going.puts:
                self.editor.replace(steps, self.going.puts[steps])
            return
        keys: list[str | int] = list(value) if isinstance(value, dict) else list(range(len(value)))
        dead = [key for key in keys if (*steps, key) in self.going.gone]
        if dead and (len(dead) == len(keys) or self._in_brackets(steps) or (self.coarse and len(steps) > 1)):
            self.editor.set(steps, self._left(steps, value))
            return
        if steps in self.going.adds:
            self.editor.insert(steps, self.going.adds[steps])
        for key in keys:
            inner = (*steps, key)
            if inner in self.going.gone:
                self.editor.remove(inner)
            elif inner in self.touched:
                self._walk(inner, value[key])  # type: ignore[index]

    def _in_brackets(self, steps: Steps) -> bool:
        node, _ = self.document.marks.find(self.document.value, steps)
        return bool(self.document.marks.flow[node])

    def _left(self, steps: Steps, value: Plain) -> Plain:
        """What is left of a value, as plain values."""
        if isinstance(value, dict):
            kept = {k: self._left((*steps, k), v) for k, v in value.items() if (*steps, k) not in self.going.gone}
            return {**kept, **self.going.adds.get(steps, {})}
        if isinstance(value, list):
            return [self._left((*steps, n), v) for n, v in enumerate(value) if (*steps, n) not in self.going.gone]
        return self.going.puts.get(steps, value)


def _renamed(document: Document, renames: Mapping[str, str]) -> Document:
    """The document with ids exchanged, as keys and as whole values, with or without the question mark of doubt."""
    pieces, done = [], 0
    for span, word in scalars(document.text):
        bare = word.removesuffix("?")
        if bare in renames:
            pieces += [document.text[done : span.start], flow(renames[bare] + word[len(bare) :])]
            done = span.end
    text = "".join([*pieces, document.text[done:]])
    return replace(document, text=text, value=parse(document.name, text))
