"""One marking of a case at a time: a lock file in the case folder, held as long as the process lives."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from ..documents import held, require_own, shown, sweep
from ..errors import DataError, Problem

NAME = ".marking.lock"
_SWEPT = (".", "sources")
"""The folders of a case in which a killed process may have left half a file."""


@contextmanager
def locked(folder: Path, name: str = NAME) -> Iterator[None]:
    """Hold the case's lock, or the one of this name; DataError where another process holds it, or it is a link or no file.

    The system lets go of the lock when the process ends, however it ends: a file left by one that was killed hinders nobody.
    """
    path = folder / name
    require_own(path, folder)
    lock = FileLock(path, timeout=0, mode=0o600)
    try:
        lock.acquire()
    except Timeout as error:
        found = f"another marking of this case (process {_holder(path, folder)})"
        raise _problem(path, found, "one at a time; end that one first") from error
    except OSError as error:
        found = f"a lock that cannot be made ({error.strerror})"
        raise _problem(path, found, "a folder that may be written") from error
    try:
        _sign(path, folder)
        for below in _SWEPT:
            sweep(folder / below)
        yield
    finally:
        # Removed while still held: who takes the lock on a file that is gone from the folder sees that, and takes a new one.
        with suppress(OSError):
            path.unlink()
        lock.release()


def _sign(path: Path, folder: Path) -> None:
    """Write who holds the lock."""
    try:
        with held(path, folder) as at:
            descriptor = at.open(os.O_WRONLY | os.O_TRUNC)
            try:
                os.write(descriptor, str(os.getpid()).encode("ascii"))
            finally:
                os.close(descriptor)
    except OSError as error:
        found = (
            "a full disk" if error.errno in (errno.ENOSPC, errno.EDQUOT) else f"a lock not written ({error.strerror})"
        )
        raise _problem(path, found, "room for what is decided; free some and start again") from error


def _holder(path: Path, folder: Path) -> str:
    try:
        with held(path, folder) as at, os.fdopen(at.open(os.O_RDONLY), "rb") as file:
            return file.read(20).decode("ascii", "replace").strip() or "unknown"
    except (OSError, DataError):
        return "unknown"


def _problem(path: Path, found: str, expected: str) -> DataError:
    return DataError([Problem(shown(path), 0, 0, found, expected)])
