"""A file of lines to which lines are added: what was said to be stored is stored, and nothing that stands there is changed.

1. A line is on the disk before `append` returns (fsync); of a new file and its folder the names are, too.
2. A last line without its end is what a power cut or a kill left of an act that nobody was told is stored: it is cut
   off when the file is opened, and that is told.
3. Every other damage is refused with its line, and the file stays as it is.
4. A line that could not be written leaves nothing behind; where even that is not certain nothing more is written.
5. One process writes to a file at a time, and what another added meanwhile is not written over.
6. It grows no longer than it may be to be read again.
7. It is a regular file of the case's folder, reached through the one door, and its owner's only.
"""

import os
from contextlib import suppress
from pathlib import Path

from goodoffices.documents.door import Named, held
from goodoffices.documents.text import LIMIT, shown
from goodoffices.documents.write import failure, locked, reason
from goodoffices.errors import ChangedOnDisk, DataError, Problem

LINE_LIMIT = 1024 * 1024
"""The longest line, in bytes."""


class LineFile:
    """A file of lines that this process holds open to add to it; `with` closes it."""

    def __init__(self, path: Named, below: Named, limit: int = LIMIT) -> None:
        """Open the file in the folder `below`, or make it with the folders that lack; DataError where it cannot be used."""
        self.path, self._limit = path, limit
        try:
            with held(path, below, make=True) as at:
                self._descriptor = at.open(os.O_RDWR | os.O_CREAT | os.O_APPEND)
                try:
                    if locked(self._descriptor) is False:
                        raise failure(path, "a file that another process is writing", "a file of which it is done")
                    self.cut, self.lines, self._size = self._mended(limit)
                    at.sync()
                    _sync_above(path, below)
                except BaseException:
                    os.close(self._descriptor)
                    raise
        except (OSError, ValueError) as error:
            raise failure(path, *reason(error)) from error
        self._broken = False

    cut: int
    """How many bytes of a last line without its end were cut off when the file was opened."""
    lines: tuple[str, ...]
    """The lines that stood there when it was opened."""

    def __enter__(self) -> "LineFile":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def append(self, *lines: str) -> None:
        """Add lines; when this returns they are on the disk. DataError where they are not, and then nothing of them is."""
        data = b"".join(map(self._encoded, lines))
        if self._broken or self._descriptor < 0:
            raise failure(self.path, "a file that could not be written before", "a disk that takes what is written")
        if self._size + len(data) > self._limit:
            raise failure(
                self.path, f"a file that would grow beyond {self._limit:,} bytes", "a file that can be read again"
            )
        try:
            self._require_unchanged()
            try:
                _write(self._descriptor, data)
                os.fsync(self._descriptor)
            except BaseException:
                self._take_back()
                raise
        except OSError as error:
            raise failure(self.path, *reason(error)) from error
        self._size += len(data)

    def _encoded(self, line: str) -> bytes:
        try:
            data = line.encode("utf-8") + b"\n"
        except UnicodeEncodeError as error:
            raise failure(
                self.path, "half of a surrogate pair in the line to write", "text that UTF-8 holds"
            ) from error
        if data.count(b"\n") != 1 or len(data) > LINE_LIMIT:
            raise failure(self.path, "a line to write that is none", f"one line of at most {LINE_LIMIT:,} bytes")
        return data

    def _require_unchanged(self) -> None:
        size = os.fstat(self._descriptor).st_size
        if size != self._size:
            found = f"a file that another program changed ({size:,} bytes where {self._size:,} were written)"
            raise ChangedOnDisk([Problem(shown(self.path), 0, 0, found, "no change; nothing was written")])

    def _take_back(self) -> None:
        self._broken = True  # until it is certain that nothing is left
        with suppress(OSError):
            os.ftruncate(self._descriptor, self._size)
            os.fsync(self._descriptor)
            self._broken = False

    def _mended(self, limit: int) -> tuple[int, tuple[str, ...], int]:
        data = _all(self._descriptor, limit)
        if data is None:
            raise failure(self.path, f"a file of more than {limit:,} bytes", f"at most {limit:,} bytes")
        whole = data.rfind(b"\n") + 1
        lines = _lines(self.path, data[:whole])  # damage is refused before anything is cut
        if whole < len(data):
            os.ftruncate(self._descriptor, whole)
        os.fsync(self._descriptor)
        return len(data) - whole, lines, whole


def read_lines(path: Named, below: Named, limit: int = LIMIT) -> tuple[tuple[str, ...], int]:
    """The lines of a file, which is not changed, and the bytes of a last line without its end; none where there is no file."""
    try:
        with held(path, below) as at:
            try:
                descriptor = at.open(os.O_RDONLY)
            except FileNotFoundError:
                return (), 0
        try:
            data = _all(descriptor, limit)
        finally:
            os.close(descriptor)
    except FileNotFoundError:  # the folder lacks
        return (), 0
    except (OSError, ValueError) as error:
        raise failure(path, *reason(error)) from error
    if data is None:
        raise failure(path, f"a file of more than {limit:,} bytes", f"at most {limit:,} bytes")
    whole = data.rfind(b"\n") + 1
    return _lines(path, data[:whole]), len(data) - whole


def _all(descriptor: int, limit: int) -> bytes | None:
    with os.fdopen(os.dup(descriptor), "rb") as file:
        data = file.read(limit + 1) if os.fstat(descriptor).st_size else b""
    return data if len(data) <= limit else None


def _lines(path: Named, data: bytes) -> tuple[str, ...]:
    return tuple(_line(path, number, line) for number, line in enumerate(data.split(b"\n")[:-1], 1))


def _line(path: Named, number: int, line: bytes) -> str:
    expected = "lines as this program wrote them; put the file back from a copy"
    if not line.strip():
        raise DataError([Problem(shown(path), number, 0, "an empty line", expected)])
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        found = f"the byte 0x{line[error.start]:02X}, which is not UTF-8"
        raise DataError([Problem(shown(path), number, error.start + 1, found, expected)]) from error


def _sync_above(path: Named, below: Named) -> None:
    """Make the names of the folders on the way durable, which may have been made just now."""
    folder = Path(path).parent
    while folder != Path(below):
        with held(folder, below) as at:
            at.sync()
        folder = folder.parent


def _write(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
