"""Changes of talks.yaml as data, and the two places where they are made: plain values, or the text of a person's file."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ..documents import Document, Editor, Plain, parse

Steps = tuple[str | int, ...]
Way = Literal["put", "append", "drop"]


@dataclass(frozen=True, slots=True)
class Change:
    """A value put under a key, a value appended to a list, or what stands at a place dropped.

    Mappings and lists on the way that are not there come with it; one of which the last entry is dropped goes with it.
    """

    way: Way
    steps: Steps
    value: Any = None


def at(value: Any, steps: Sequence[str | int]) -> Any:
    """What stands at a place of plain values; None where nothing does."""
    for step in steps:
        held = step in value if isinstance(value, dict) else isinstance(value, list) and step in range(len(value))
        if not held:
            return None
        value = value[step]
    return value


def made_in(value: dict[str, Plain], change: Change) -> None:
    """Make a change in plain values, in place."""
    holder, last = value, change.steps[-1]
    if change.way == "drop":
        _drop(value, change.steps)
        return
    here: Any = holder
    for step in change.steps[:-1]:
        here = here.setdefault(step, {}) if isinstance(here, dict) else here[step]
    if change.way == "put":
        here[last] = change.value
    elif at(here, (last,)) is None:
        here[last] = [change.value]
    else:
        here[last].append(change.value)


def _drop(value: Any, steps: Steps) -> None:
    if at(value, steps) is None:
        return
    while len(steps) > 1 and len(at(value, steps[:-1])) == 1:
        steps = steps[:-1]
    del at(value, steps[:-1])[steps[-1]]


def written(document: Document, changes: Iterable[Change]) -> str:
    """The text of a file with the changes; comments and order stay. DataError where the layout does not take one."""
    for batch in _at_one_go(changes):
        editor = Editor(document)
        for change in batch:
            _write(editor, document, change)
        text = editor.text()
        document = Document(document.path, document.name, text, parse(document.name, text), "")
    return document.text


def _at_one_go(changes: Iterable[Change]) -> Iterator[list[Change]]:
    """Changes that follow each other within different entries do not touch each other: the file is read once for all of them."""
    batch: list[Change] = []
    touched: set[Steps] = set()
    for change in changes:
        entry = change.steps[:2]
        if batch and (len(change.steps) < 3 or entry in touched):
            yield batch
            batch, touched = [], set()
        batch.append(change)
        touched.add(entry)
        if len(change.steps) < 3:
            yield batch
            batch, touched = [], set()
    if batch:
        yield batch


def _write(editor: Editor, document: Document, change: Change) -> None:
    there = at(document.value, change.steps) is not None
    if change.way == "drop":
        if there:
            editor.remove(change.steps)
    elif change.way == "append" and there:
        editor.append(change.steps, change.value)
    else:
        steps, value = _from_what_is_there(document, change)
        editor.set(steps, value)


def _from_what_is_there(document: Document, change: Change) -> tuple[Steps, Plain]:
    """The deepest place to which something can be added, and the value with all that is missing on the way to it."""
    steps, value = change.steps, [change.value] if change.way == "append" else change.value
    while len(steps) > 1 and at(document.value, steps[:-1]) is None:
        steps, value = steps[:-1], {str(steps[-1]): value}
    return steps, value
