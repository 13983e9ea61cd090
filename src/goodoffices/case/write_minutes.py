"""Writes minutes.yaml: a new version, a state, an answer; what stands there stays as it is, comments too."""

import os
from collections.abc import Callable
from pathlib import Path

from ..documents import Editor, Plain, read_yaml, write_text
from ..talks import Day, MinutesAnswer, MinutesState, MinutesVersion
from .write import document_text, entry_data

MINUTES = "minutes.yaml"
_HEAD = """\
The minutes of meetings as they were read back, and what each side answered. `goodoffices minutes` writes this file.
No word of a version changes: a correction is a new version."""


def add_version(folder: Path, meeting: str, version: MinutesVersion) -> None:
    """Put a version behind those that the meeting has."""
    data = entry_data(version)
    if not os.path.lexists(folder / MINUTES):
        text = document_text(_HEAD, {"format": "minutes/1", "meetings": {meeting: [data]}})
        write_text(folder / MINUTES, text, replacing=None)
        return

    def change(editor: Editor) -> None:
        known = editor.document.value.get("meetings")
        if not isinstance(known, dict) or not known:
            editor.set(("meetings",), {meeting: [data]})
        elif isinstance(known.get(meeting), list) and known[meeting]:
            editor.append(("meetings", meeting), data)
        else:
            editor.set(("meetings", meeting), [data])

    _edit(folder, change)


def set_state(folder: Path, meeting: str, index: int, state: MinutesState, day: Day) -> None:
    """Set the state of a version, with its day."""
    steps = ("meetings", meeting, index)

    def change(editor: Editor) -> None:
        editor.set((*steps, "state"), state)
        editor.set((*steps, state), day.text, after="state")

    _edit(folder, change)


def add_answer(folder: Path, meeting: str, index: int, answer: MinutesAnswer) -> None:
    """Put an answer behind those that a version has."""
    steps, data = ("meetings", meeting, index), entry_data(answer)

    def change(editor: Editor) -> None:
        version: Plain = editor.document.value["meetings"][meeting][index]  # type: ignore[index,call-overload]
        if isinstance(version, dict) and version.get("answers"):
            editor.append((*steps, "answers"), data)
        else:
            editor.set((*steps, "answers"), [data])

    _edit(folder, change)


def _edit(folder: Path, change: Callable[[Editor], None]) -> None:
    document = read_yaml(folder / MINUTES)
    editor = Editor(document)
    change(editor)
    write_text(document.path, editor.text(), replacing=document.sha256)
