"""A copy of a case to hold an exercise on: marked as one, with an exercise.yaml; the case itself is never changed.

1. The copy has what the talks rest on: talks.yaml, record.yaml and the texts of its sources. Nobody's wishes, minutes, papers or
   decisions go along.
2. Only a case that everybody may read is copied: players would read what is not for them.
3. The copy is made beside its place and then renamed: it is there whole or not at all.
"""

import os
import re
import tempfile
from dataclasses import replace
from pathlib import Path

from ..documents import Editor, make_folder, read_bytes, read_yaml, write_bytes, write_text
from ..errors import DataError, UsageError
from ..talks import Exercise
from .exercise import EXERCISE
from .model import Case
from .rights import is_kept_from_nobody
from .template import put_in_place, refuse_taken
from .write import document_text, entry_data

_HEAD = """\
A day of these talks, held as an exercise. It was made of what reports tell; everything here is yours to change:
who sits where, programme, phases, rules, mandates, news. Afterwards print the packets again: goodoffices packets.
Every key: docs/reference/exercise.md of Good Offices."""


def require_public(case: Case) -> None:
    """UsageError where not everybody may read all of a case's talks and record."""
    if not is_kept_from_nobody(replace(case, preferences=None, conflict=None)):
        raise UsageError(
            f"{case.name}: found things that are not for everybody, expected a case that is: whoever takes part in an "
            "exercise would read them. Take them out of a copy of the case (`goodoffices forget`), and make the exercise of that"
        )


def marked_copy(case: Case, folder: Path, exercise: Exercise) -> None:
    """Make the copy in `folder`, which does not exist yet or is empty. Raises UsageError where it cannot be made."""
    require_public(case)
    target = Path(os.path.realpath(folder))
    try:
        refuse_taken(folder, target)
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{target.name[:100]}.", dir=target.parent) as beside:
            made = Path(beside) / "case"
            make_folder(made)
            _fill(made, case, exercise)
            put_in_place(made, target)
    except OSError as error:
        raise UsageError(
            f"{folder}: no copy can be made here: {error.strerror or error}; name another folder"
        ) from error


def _fill(made: Path, case: Case, exercise: Exercise) -> None:
    editor = Editor(read_yaml(case.folder / "talks.yaml"))
    editor.set(("exercise",), True, after="title")
    write_text(made / "talks.yaml", editor.text(), replacing=None)
    write_bytes(made / "record.yaml", read_bytes(case.folder / "record.yaml", below=case.folder), below=made)
    for source in case.record.sources.values():
        _copy_text(made, case.folder, source.text.file)
    write_text(made / EXERCISE, _text(exercise), replacing=None)


def _text(exercise: Exercise) -> str:
    """The file; the briefing, in paragraphs, as a person would write it."""
    text = document_text(_HEAD, entry_data(exercise))
    lines = exercise.briefing.splitlines()
    if not all(line.isprintable() and line == line.strip() for line in lines):
        return text
    block = "".join(f"  {line}\n" if line else "\n" for line in lines)
    return re.sub(r"(?m)^briefing: .*\n", lambda _: f"briefing: |-\n{block}", text, count=1)


def _copy_text(made: Path, folder: Path, name: str) -> None:
    (made / name).parent.mkdir(parents=True, exist_ok=True)
    try:
        write_bytes(made / name, read_bytes(folder / name, below=folder), below=made)
    except DataError as error:
        raise UsageError(f"{name}: {error}") from error
