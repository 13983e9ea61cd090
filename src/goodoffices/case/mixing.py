"""An exercise and real talks are never mixed, as far as files say what they are.

1. A file in the folder of a case, or in its `sources/`, is what that case is: of an exercise, or of real talks.
2. A file that this program named for an exercise says so by its name; a page that it made says so in its first lines.
3. What says neither is taken as it is given: of a text alone nobody can know.
"""

import os
import re
from pathlib import Path

from ..documents import read_bytes, read_yaml, shown
from ..errors import DataError, UsageError
from ..talks import MARK

TALKS, _TEXTS = "talks.yaml", "sources"
_FIRST = 8
"""Lines with words in which a page says that it is of an exercise."""
_READ = 65_536
_HIDDEN = re.compile(r"<(style|script|title)\b.*?</\1>|<[^>]*>", re.S | re.I)
_NAMED = re.compile(rf"(?:^|-){MARK}(?:-|\.|$)")
_SAID = re.compile(rf"\W*{MARK}(?: ·.*|\W*)")


def says_exercise(name: str, text: str) -> bool:
    """Whether a text says by its name, or in its first lines, that it is of an exercise."""
    if _NAMED.search(Path(name).name):
        return True
    lines = (line.strip() for line in _HIDDEN.sub("\n", text[:_READ]).splitlines())
    return any(_SAID.fullmatch(line) for line in [line for line in lines if line][:_FIRST])


def refuse_mixing(file: Path, *, exercise: bool, into: str) -> None:
    """UsageError where a file says that it is of an exercise and the case is of real talks, or the other way round."""
    kept = _case_around(file)
    if kept is None:
        refuse_words(file.name, _head(file), exercise=exercise, into=into)
    elif kept != exercise:
        raise _mixed(shown(file), exercise=exercise, into=into)


def refuse_words(name: str, text: str, *, exercise: bool, into: str) -> None:
    """The same of a text that lies in no case; one that says nothing may go into an exercise."""
    if not exercise and says_exercise(name, text):
        raise _mixed(shown(name), exercise=exercise, into=into)


def _mixed(name: str, *, exercise: bool, into: str) -> UsageError:
    if exercise:
        return UsageError(
            f"{name}: found a text of a case of real talks, expected one of the exercise: {into} is an exercise, "
            "and the two are never mixed; `goodoffices packets CASE --to DIR` makes an exercise of a case"
        )
    return UsageError(
        f"{name}: found a text of an exercise, expected one of real talks: {into} is none, and the two are never mixed"
    )


def case_around(file: Path) -> Path | None:
    """The folder of the case in which a file lies; None where it lies in none."""
    parent = file.absolute().parent
    folders = (parent, parent.parent) if parent.name == _TEXTS else (parent,)
    return next((folder for folder in folders if os.path.lexists(folder / TALKS)), None)


def _case_around(file: Path) -> bool | None:
    """Whether the case in whose folder a file lies is an exercise; None where it lies in none that can be read."""
    folder = case_around(file)
    try:
        return None if folder is None else read_yaml(folder / TALKS).value.get("exercise") is True
    except DataError:
        return None


def _head(file: Path) -> str:
    try:
        return read_bytes(file)[:_READ].decode("utf-8", "replace")
    except DataError:
        return ""  # told by whoever reads it for good
