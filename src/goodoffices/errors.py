"""Every error that Good Offices raises on purpose, and the problem it reports.

    GoodOfficesError
    |-- DataError     the data are wrong: carries every Problem found; the command exits with 1
    |   `-- ChangedOnDisk   a file changed since it was read, so nothing was written
    `-- UsageError    the command was called wrongly; it exits with 2

A result that people dislike ("no agreement is possible") is a result, never an error.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "note"]
"""An error keeps the data from being used, a warning does not; a note tells what was decided on purpose, and needs no look."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake and its place; line and column count from 1 in Unicode code points, 0 where there is none."""

    file: str
    line: int
    column: int
    found: str
    expected: str
    nearest: str | None = None
    level: Level = "error"
    kind: str = ""
    """What it is one of, in words for many: those of one kind are told together where there are many."""

    def __str__(self) -> str:
        place = ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])
        hint = f", did you mean {self.nearest}?" if self.nearest else ""
        return f"{place}: found {self.found}, expected {self.expected}{hint}"


class GoodOfficesError(Exception):
    """The root of the tree: catch this to catch all that this package raises on purpose."""


class DataError(GoodOfficesError):
    """Data that cannot be used as they stand; `problems` holds every mistake found, in the order of files and lines."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda p: (p.file, p.line, p.column)))
        super().__init__("\n".join(map(str, self.problems)))


class ChangedOnDisk(DataError):
    """Somebody else changed the file since it was read; nothing was written."""


class UsageError(GoodOfficesError):
    """A command that was called in a way it cannot answer."""
