"""Files as bytes and as text, with a clear word about every file that cannot be read."""

import errno
import hashlib
import os
import stat
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from goodoffices.documents.places import Lines
from goodoffices.errors import DataError, Problem

LIMIT = 64 * 1024 * 1024
"""The largest file that is read unless the caller says otherwise, in bytes."""

EXCERPT = 80
"""The most that a message shows of what a file contains, in code points."""

# Without O_NONBLOCK a named pipe that takes the file's place after it was looked at would wait for ever.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)

_REASONS = {
    errno.ENOENT: ("no such file", "a file of this name"),
    errno.ENOTDIR: ("no such file", "a file of this name; a part of the path is not a folder"),
    errno.EACCES: ("a file that may not be read", "permission to read it"),
    errno.EPERM: ("a file that may not be read", "permission to read it"),
    errno.ELOOP: ("a link that leads back to itself", "a file"),
    errno.ENAMETOOLONG: ("a name that is too long", "a file's name"),
}


def read_bytes(path: str | os.PathLike[str], limit: int = LIMIT) -> bytes:
    """Return the bytes of a regular file of at most `limit` bytes.

    Raises DataError, with the file's name as place, if there is no such file, it is a folder or another thing
    that is not a regular file, it may not be read or it is larger than `limit`. Of a larger file nothing is read.
    """
    try:
        info = os.stat(path)
        _require_regular(path, info.st_mode)
        _require_size(path, info.st_size, limit)
        with open(path, "rb", opener=lambda name, _: os.open(name, _FLAGS)) as file:
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise _failure(path, *_reason(error)) from error
    _require_size(path, len(data), limit)  # the file may have grown meanwhile
    return data


def read_text(path: str | os.PathLike[str], limit: int = LIMIT) -> str:
    """Return the text of a UTF-8 file as it stands: line ends are kept, a byte order mark at the start is dropped.

    Raises DataError as `read_bytes` does, and if the file is empty, holds nothing but white space or is not UTF-8
    (with the line and column of the first byte that is wrong).
    """
    return decode(path, read_bytes(path, limit))


def decode(path: str | os.PathLike[str], data: bytes) -> str:
    """Return `data`, the bytes read from `path`, as text; raises DataError as `read_text` does."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        raise _failure(path, "text in UTF-16", "UTF-8; save the file with this encoding")
    data = data.removeprefix(BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(path, data, error.start) from error
    if not text.strip():
        raise _failure(path, "an empty file", "text")
    return text


def sha256_of(data: bytes) -> str:
    """Return the SHA-256 of `data` as 64 hexadecimal digits in lower case."""
    return hashlib.sha256(data).hexdigest()


def shown(path: str | os.PathLike[str]) -> str:
    """Return a path as messages show it: as it was given; bytes that are no text are replaced by U+FFFD."""
    return os.fsencode(os.fspath(path)).decode("utf-8", "replace")


def excerpt(text: str) -> str:
    """Return `text` in quotation marks for a message: at most 80 code points, invisible ones as escapes."""
    return repr(text if len(text) <= EXCERPT else text[: EXCERPT - 1] + "…")


def _require_regular(path: str | os.PathLike[str], mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise _failure(path, "a folder", "a file")
    if not stat.S_ISREG(mode):
        raise _failure(path, "a pipe, socket or device", "a regular file")


def _require_size(path: str | os.PathLike[str], size: int, limit: int) -> None:
    if size > limit:
        raise _failure(path, f"a file of more than {limit:,} bytes (at least {size:,})", f"at most {limit:,} bytes")


def _reason(error: OSError | ValueError) -> tuple[str, str]:
    if not isinstance(error, OSError):  # a NUL character in the name
        return "a name that no file can have", "a file's name"
    words = os.strerror(error.errno) if error.errno else str(error)
    return _REASONS.get(error.errno or 0, (f"a file that cannot be read ({words})", "a file that can be read"))


def _not_utf8(path: str | os.PathLike[str], data: bytes, start: int) -> DataError:
    before = data[:start].decode("utf-8")
    place = Lines(before).place(len(before))
    found = f"the byte 0x{data[start]:02X}, which is not UTF-8"
    return DataError([Problem(shown(path), *place, found, "UTF-8; save the file with this encoding")])


def _failure(path: str | os.PathLike[str], found: str, expected: str) -> DataError:
    return DataError([Problem(shown(path), 0, 0, found, expected)])
