"""What was held of a case: `held/table-1.jsonl`, `table-2.jsonl` ..., a ledger for each table at which its day was played.

1. A case may have none; who reads the case reads no table, and a table that is damaged keeps nobody from the case.
2. Tables are reached through the one door to a case's files: no link is followed, only regular files are read.
3. A table is read without being changed; one that is opened to be written to is mended first (`documents.LineFile`).
4. What is deleted is deleted with all that lies in the folder, durably, and not while somebody writes to a table of it.
"""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ..documents import LineFile, is_written, read_lines, remove_whole, shown, visible
from ..errors import DataError, Problem
from ..proceedings import Event, Happening, Setting, read_ledger
from ..talks import TRAINER
from .model import Case

HELD = "held"
"""The folder of a case in which its tables lie."""
BESIDE = frozenset({"links.json", "certificate.pem", "key.pem"})
"""What the room keeps beside the tables: who may sit where, and what it is encrypted with."""
_TABLE = re.compile(r"table-([1-9][0-9]{0,3})\.jsonl")


@dataclass(frozen=True)
class Table:
    """What a ledger holds."""

    number: int
    events: tuple[Event, ...]
    torn: int = 0
    """Bytes of a last line that was cut short: of an act that nobody was told is stored."""


def setting_of(case: Case) -> Setting:
    """The exercise as the procedure needs it, under the case's own ids; DataError where the case has none.

    Names of sides, titles of meetings, issues and options stand before all seats, whatever else of the case is for whom: an
    exercise is written on them, and speaks of them by these ids.
    """
    if case.exercise is None:
        expected = "an exercise (exercise.yaml), by which its talks are held"
        raise DataError([Problem(shown(case.folder), 0, 0, "a case without an exercise", expected)])
    return Setting.of(case.talks, case.exercise)


def table_path(folder: Path, number: int) -> Path:
    """The file of a table, there or not."""
    return folder / HELD / f"table-{number}.jsonl"


def tables(folder: Path) -> tuple[int, ...]:
    """The numbers of the tables that a case has, in their order."""
    found = (_TABLE.fullmatch(name) for name in _names(folder))
    return tuple(sorted(int(match[1]) for match in found if match))


def read_table(folder: Path, number: int) -> Table:
    """What was held at a table; DataError with the line where its ledger is damaged, or where there is no such table."""
    path = table_path(folder, number)
    if number not in (there := tables(folder)):
        known = ", ".join(map(str, there)) or "none: nothing was held of this case"
        raise DataError([Problem(shown(path), 0, 0, f"no table {number}", f"a table that was held ({known})")])
    lines, torn = read_lines(path, folder)
    return Table(number, read_ledger(shown(path), lines), torn)


def require_fits(folder: Path, table: Table, setting: Setting) -> None:
    """Raise DataError where a table was held under another exercise.yaml: with seats, issues or options that this one lacks."""
    public = setting.public
    for event in table.events:
        named = {f"the seat {seat}" for seat in (event.to | _seats(event.what)) - public.everybody}
        phase = getattr(event.what, "phase", None)
        named |= {f"the phase {phase}"} if phase is not None and phase not in public.phases else set()
        named |= {
            f"the option {issue}: {option}"
            for issue, option in _options(event.what)
            if issue not in public.issues or option not in public.issues[issue].options
        }
        if named:
            expected = "the exercise.yaml and talks.yaml under which it was held, for as many people (`hold --people`)"
            path = shown(table_path(folder, table.number))
            raise DataError([Problem(path, 0, 0, f"{visible(min(named))}, which the exercise has not", expected)])


def _seats(what: Happening) -> frozenset[str]:
    """The seats that an event names: who acts, whose words they are, who sits there."""
    found = {getattr(what, "by", TRAINER), getattr(what, "whose", None) or TRAINER, *getattr(what, "seats", ())}
    return frozenset(found - {TRAINER})


def _options(what: Happening) -> Iterator[tuple[str, str]]:
    yield from getattr(what, "package", {}).items()
    yield from getattr(what, "only_if", {}).items()
    issue, options = getattr(what, "issue", None), getattr(what, "options", ())
    yield from ((issue, option) for option in options if issue)
    for one in (what, *getattr(what, "points", ())):
        issue, option = getattr(one, "issue", None), getattr(one, "option", None)
        if issue and option:
            yield issue, option


def open_table(folder: Path, number: int) -> tuple[LineFile, tuple[Event, ...]]:
    """A table to write to, made where it is not there, with what was held at it; the caller closes the file."""
    path = table_path(folder, number)
    file = LineFile(path, folder)
    try:
        return file, read_ledger(shown(path), file.lines)
    except BaseException:
        file.close()
        raise


def in_use(folder: Path) -> Path | None:
    """A table to which another process writes now, or this one elsewhere."""
    paths = (table_path(folder, number) for number in tables(folder))
    return next((path for path in paths if is_written(path, folder)), None)


def require_unused(folder: Path) -> None:
    """Raise DataError where a table of the case is being written to."""
    if (path := in_use(folder)) is not None:
        found = "a table that is being held"
        raise DataError([Problem(shown(path), 0, 0, found, "its end; close the room (`goodoffices hold`) first")])


def delete_held(folder: Path) -> None:
    """Delete all tables of a case, durably; who writes to them closes them before."""
    if os.path.lexists(folder / HELD):
        if not (folder / HELD).is_symlink():
            require_unused(folder)
        remove_whole(folder / HELD, folder)


def held_problems(folder: Path) -> Iterator[Problem]:
    """What is wrong with the tables of a case: damage is an error, what is odd but usable a warning."""
    try:
        for number in tables(folder):
            yield from _wrong(folder, number)
        for name in _names(folder):
            if not _TABLE.fullmatch(name) and name not in BESIDE:
                path, expected = shown(folder / HELD / name), "tables alone (table-1.jsonl, table-2.jsonl ...)"
                yield Problem(
                    path, 0, 0, "a file that is no table", expected, level="warning", kind="files beside the tables"
                )
    except DataError as error:
        yield from error.problems


def _wrong(folder: Path, number: int) -> Iterator[Problem]:
    try:
        table = read_table(folder, number)
    except DataError as error:
        yield from error.problems
        return
    if table.torn:
        found = f"a last line that was cut short ({table.torn:,} bytes), of an act that was not yet stored"
        expected = "whole lines; it is cut off when the table is opened again, nothing needs to be done"
        yield Problem(
            shown(table_path(folder, number)),
            0,
            0,
            found,
            expected,
            level="warning",
            kind="tables whose last line was cut short",
        )


def _names(folder: Path) -> tuple[str, ...]:
    place = folder / HELD
    try:
        mode = os.lstat(place).st_mode
        if not stat.S_ISDIR(mode):
            found = "a link" if stat.S_ISLNK(mode) else "a file"
            raise DataError([Problem(shown(place), 0, 0, found, "a folder of the case itself")])
        with closing(os.scandir(place)) as there:
            return tuple(sorted(one.name for one in there))
    except FileNotFoundError:
        return ()
    except OSError as error:
        found = f"a folder that cannot be read ({error.strerror or error})"
        raise DataError([Problem(shown(place), 0, 0, found, "permission to read it")]) from error
