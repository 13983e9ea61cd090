"""The journal of a draft that is being made: every finished batch is on the disk, so that a stop loses nothing that was done.

It is a file of lines, each a report's result as JSON. A line that a crash cut off is not read and not kept.
"""

import errno
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

from pydantic import TypeAdapter

from ..case.write import entry_data
from ..documents import shown
from ..errors import DataError, Problem, UsageError
from ..record import Claim
from .formats import Guesses
from .many import Read

FORMAT = "progress/1"
_DECIMAL = "\0decimal"
"""Marks a number that JSON has no kind for; no key of a report's own can begin with NUL, which no text may hold."""


class Journal:
    """Results by the name and the SHA-256 of the file they were made from. Closed by `close`, or with the process."""

    def __init__(self, path: Path, header: dict[str, Any]) -> None:
        """Open it, or begin it. UsageError where it is another draft's, or another process writes it."""
        self.path = path
        self._places: dict[tuple[str, str], int] = {}
        self._claims = TypeAdapter(tuple[Claim, ...])
        with writing(path):
            self._file: BinaryIO = open(path, "a+b")  # noqa: SIM115  # closed by `close`
        try:
            _lock(self._file, path)
            self._begin({"format": FORMAT, **header})
        except BaseException:
            self._file.close()
            raise

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, key: tuple[str, str]) -> bool:
        return key in self._places

    def add(self, batch: Sequence[Read]) -> None:
        """Keep some results, durably."""
        self._append([_data(read) for read in batch])

    def read(self, key: tuple[str, str]) -> Read:
        """The result for the file of this name and SHA-256."""
        self._file.seek(self._places[key])
        return self._read(json.loads(self._file.readline(), object_hook=_number))

    def close(self) -> None:
        """Close it; another process may go on with it."""
        self._file.close()

    def _begin(self, header: dict[str, Any]) -> None:
        end = 0
        for start, line in self._lines():
            if start == 0:
                self._require(header, line)
            else:
                self._places[line["name"], line["sha256"]] = start
            end = self._file.tell()
        with writing(self.path):
            self._file.truncate(end)
        if end == 0:
            self._append([header])

    def _lines(self) -> Iterator[tuple[int, dict[str, Any]]]:
        self._file.seek(0)
        while True:
            start = self._file.tell()
            line = self._file.readline()
            try:
                if not line.endswith(b"\n"):
                    raise ValueError
                data = json.loads(line, object_hook=_number)
            except ValueError:
                # Cut off by a crash, or nothing more: what was written before it is whole.
                self._file.seek(start)
                return
            yield start, data
            self._file.seek(start + len(line))

    def _require(self, header: dict[str, Any], found: dict[str, Any]) -> None:
        for key, value in header.items():
            if found.get(key) != value:
                what = (
                    f"an unfinished draft of other {key}"
                    if key == "files"
                    else f"an unfinished draft by {found.get(key)}"
                )
                raise UsageError(
                    f"{shown(self.path.parent.parent)}: found {what}, expected the same call as before; "
                    "repeat that, or name another folder with --to"
                )

    def _append(self, lines: Sequence[dict[str, Any]]) -> None:
        with writing(self.path):
            start = self._file.seek(0, os.SEEK_END)
            try:
                for line in lines:
                    place = self._file.tell()
                    self._file.write(json.dumps(line, ensure_ascii=True, default=_decimal).encode() + b"\n")
                    if "sha256" in line:
                        self._places[line["name"], line["sha256"]] = place
                self._file.flush()
                os.fsync(self._file.fileno())
            except OSError:
                # Of a batch that does not fit on the disk nothing is kept.
                self._places = {key: at for key, at in self._places.items() if at < start}
                self._file = _reopened(self._file, self.path, start)
                raise

    def _read(self, data: dict[str, Any]) -> Read:
        guesses = Guesses(**data["guesses"])
        claims = self._claims.validate_python(data["claims"])
        return Read(
            data["name"], data["sha256"], data["kind"], data["text"], guesses, tuple(data["notes"]), claims
        )  # fmt: skip


def _reopened(file: BinaryIO, path: Path, length: int) -> BinaryIO:
    """The file as it was: what waits to be written is thrown away with the old handle."""
    os.truncate(file.fileno(), length)
    try:
        file.close()
    except OSError:
        os.truncate(path, length)  # closing wrote a part of it
    fresh: BinaryIO = open(path, "a+b")  # noqa: SIM115  # closed by `close`
    return fresh


def _data(read: Read) -> dict[str, Any]:
    return {
        "name": read.name, "sha256": read.sha256, "kind": read.kind, "text": read.text, "guesses": asdict(read.guesses),
        "notes": read.notes, "claims": [entry_data(claim) for claim in read.claims],
    }  # fmt: skip


def _decimal(value: object) -> dict[str, str]:
    if isinstance(value, Decimal):
        return {_DECIMAL: str(value)}
    raise TypeError(f"a value of type {type(value).__name__} in a proposal")


def _number(data: dict[str, Any]) -> Any:
    return Decimal(data[_DECIMAL]) if _DECIMAL in data else data


def _lock(file: BinaryIO, path: Path) -> None:
    """Keep other processes out; the system gives the lock back when this one ends, however it ends."""
    try:
        import fcntl
    except ImportError:  # Windows: there the rename at the end fails for the second process
        return
    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in (errno.EWOULDBLOCK, errno.EACCES):
            return  # a disk without locks
        folder = shown(path.parent.parent)
        raise UsageError(
            f"{folder}: another process is making this draft; wait for it, or name another folder"
        ) from error


class writing:  # noqa: N801  # used as a statement: `with writing(path):`
    """Turns what the system says of a failed write into a DataError with the file's name."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OSError):
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            found = "a full disk" if full else f"a folder or file that cannot be written ({error.strerror or error})"
            expected = "room for the file; free some and try again" if full else "a folder that can be written"
            raise DataError([Problem(shown(self._path), 0, 0, found, expected)]) from error
