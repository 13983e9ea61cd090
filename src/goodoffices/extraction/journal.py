"""The journal of a draft that is being made: every finished batch is on the disk, so that a stop loses nothing that was done.

It is a file of lines, each a report's result as JSON. A line that a crash cut off is not read and not kept.
"""

import errno
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from filelock import FileLock, Timeout

from ..documents import held, require_own, shown
from ..errors import DataError, Problem, UsageError
from .coding import decoded, encoded, values
from .read import Read

FORMAT = "progress/1"
LOCK = "lock"


class Journal:
    """Results by the name and the SHA-256 of the file they were made from. Closed by `close`, or with the process."""

    def __init__(self, path: Path, header: dict[str, Any]) -> None:
        """Open it, or begin it; it lies in a folder of the draft's.

        UsageError where it is another draft's, or another process writes it.
        """
        self.path = path
        self._places: dict[tuple[str, str], int] = {}
        with writing(path):
            self._lock = _locked(path.with_name(LOCK))
            self._file = _opened(path)
        try:
            self._begin({"format": FORMAT, **header})
        except BaseException:
            self.close()
            raise

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, key: tuple[str, str]) -> bool:
        return key in self._places

    def add(self, batch: Sequence[Read]) -> None:
        """Keep some results, durably."""
        self._append([((read.name, read.sha256), encoded(read)) for read in batch])

    def read(self, key: tuple[str, str]) -> Read:
        """The result for the file of this name and SHA-256."""
        self._file.seek(self._places[key])
        try:
            return decoded(self._file.readline())
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            found, expected = "a line that this program did not write", "its own; remove the folder and begin again"
            raise DataError([Problem(shown(self.path), 0, 0, found, expected)]) from error

    def close(self) -> None:
        """Close it; another process may go on with it."""
        self._file.close()
        self._lock.release()

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
            self._append([(None, json.dumps(header).encode())])

    def _lines(self) -> Iterator[tuple[int, dict[str, Any]]]:
        self._file.seek(0)
        while True:
            start = self._file.tell()
            line = self._file.readline()
            data = _whole(line, first=start == 0)
            if data is None:
                # Cut off by a crash, or nothing more: what was written before it is whole.
                self._file.seek(start)
                return
            yield start, data
            self._file.seek(start + len(line))

    def _require(self, header: dict[str, Any], found: dict[str, Any]) -> None:
        for key, value in header.items():
            if found.get(key) != value:
                other = key in ("files", "parties")
                what = f"an unfinished draft of other {key}" if other else f"an unfinished draft by {found.get(key)}"
                raise UsageError(
                    f"{shown(self.path.parent.parent)}: found {what}, expected the same call as before; "
                    "repeat that, or name another folder with --to"
                )

    def _append(self, lines: Sequence[tuple[tuple[str, str] | None, bytes]]) -> None:
        with writing(self.path):
            start = self._file.seek(0, os.SEEK_END)
            try:
                for key, line in lines:
                    place = self._file.tell()
                    self._file.write(line + b"\n")
                    if key is not None:
                        self._places[key] = place
                self._file.flush()
                os.fsync(self._file.fileno())
            except OSError:
                # Of a batch that does not fit on the disk nothing is kept.
                self._places = {key: at for key, at in self._places.items() if at < start}
                self._file = _reopened(self._file, self.path, start)
                raise


def _whole(line: bytes, *, first: bool) -> dict[str, Any] | None:
    """What a line says; None where it is not a whole one of ours."""
    try:
        data = values(line) if line.endswith(b"\n") else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict):
        return None
    return data if first or all(isinstance(data.get(key), str) for key in ("name", "sha256")) else None


def _opened(path: Path) -> BinaryIO:
    require_own(path, path.parent.parent)
    with held(path, path.parent.parent) as at:
        return os.fdopen(at.open(os.O_RDWR | os.O_CREAT | os.O_APPEND), "a+b")


def _reopened(file: BinaryIO, path: Path, length: int) -> BinaryIO:
    """The file as it was: what waits to be written is thrown away with the old handle."""
    os.truncate(file.fileno(), length)
    try:
        file.close()
    except OSError:
        os.truncate(path, length)  # closing wrote a part of it
    return _opened(path)


def _locked(path: Path) -> FileLock:
    """Keep other processes out; the system gives the lock back when this one ends, however it ends."""
    require_own(path, path.parent.parent)
    lock = FileLock(path, timeout=0, mode=0o600)
    try:
        lock.acquire()
    except Timeout as error:
        folder = shown(path.parent.parent)
        raise UsageError(
            f"{folder}: another process is making this draft; wait for it, or name another folder"
        ) from error
    return lock


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
