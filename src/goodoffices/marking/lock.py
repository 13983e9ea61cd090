"""One marking of a case at a time: a lock file in the case folder, held as long as the process lives."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from ..errors import DataError, Problem

NAME = ".marking.lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the case's lock; DataError where another process holds it.

    The system lets go of the lock when the process ends, however it ends: a file left by one that was killed hinders nobody.
    """
    path = folder / NAME
    file = _taken(path)
    try:
        _sign(file, path)
        yield
    finally:
        # Removed while still held: nobody can take a lock on a file that is gone from the folder and believe it counts.
        with suppress(OSError):
            path.unlink()
        file.close()


def _sign(file: IO[str], path: Path) -> None:
    """Write who holds the lock; straight to the file, so that closing it has nothing left to write that could fail again."""
    try:
        os.ftruncate(file.fileno(), 0)
        os.write(file.fileno(), str(os.getpid()).encode("ascii"))
    except OSError as error:
        found = (
            "a full disk" if error.errno in (errno.ENOSPC, errno.EDQUOT) else f"a lock not written ({error.strerror})"
        )
        raise _problem(path, found, "room for what is decided; free some and start again") from error


def _taken(path: Path) -> IO[str]:
    while True:
        try:
            file = open(path, "a+", encoding="ascii")  # noqa: SIM115  # it is held open on purpose
        except OSError as error:
            raise _problem(
                path, f"a lock that cannot be made ({error.strerror})", "a folder that may be written"
            ) from error
        if not _lock(file):
            file.seek(0)
            holder = file.read(20).strip() or "unknown"
            file.close()
            raise _problem(
                path, f"another marking of this case (process {holder})", "one at a time; end that one first"
            )
        if _still_there(file, path):
            return file
        file.close()  # the holder before us removed it just as we opened it


def _still_there(file: IO[str], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), os.stat(path))
    except FileNotFoundError:
        return False


if sys.platform == "win32":

    def _lock(file: IO[str]) -> bool:
        import msvcrt

        try:
            file.seek(0x1000)  # behind what is written, which others want to read
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:

    def _lock(file: IO[str]) -> bool:
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


def _problem(path: Path, found: str, expected: str) -> DataError:
    return DataError([Problem(str(path), 0, 0, found, expected)])
