"""Files as bytes and as text, with a clear word about every file that cannot be read."""

import errno
import hashlib
import os
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from goodoffices.documents.door import Named, held, require_regular
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
    errno.ELOOP: ("a link that leads back to itself", "a file"),  # or was put there just now
    errno.ENAMETOOLONG: ("a name that is too long", "a file's name"),
}


def read_bytes(path: Named, limit: int = LIMIT, *, below: Named | None = None) -> bytes:
    """Return the bytes of a regular file of at most `limit` bytes.

    With `below`, the folder of a case, nothing on the way from there may be a link; without it the user named the file,
    and links are followed. Raises DataError, with the file's name as place, if there is no such file, it is a folder or
    another thing that is not a regular file, it may not be read or it is larger than `limit`. Of a larger file nothing is read.
    """
    try:
        if below is None:
            _require_modest(path, os.stat(path), limit)
            data = _read(path, os.open(path, _FLAGS), limit)
        else:
            with held(path, below) as at:
                _require_modest(path, at.stat(), limit)
                data = _read(path, at.open(os.O_RDONLY), limit)
    except (OSError, ValueError) as error:
        raise _failure(path, *_reason(error)) from error
    _require_size(path, len(data), limit)  # the file may have grown meanwhile
    return data


def _read(path: Named, descriptor: int, limit: int) -> bytes:
    with os.fdopen(descriptor, "rb") as file:
        info = os.fstat(descriptor)
        _require_modest(path, info, limit)
        # Where the size is 0 the system may make the content up as it is read (/proc), without an end.
        return file.read(limit + 1) if info.st_size else b""


def read_text(path: Named, limit: int = LIMIT, *, below: Named | None = None) -> str:
    """Return the text of a UTF-8 file as it stands: line ends are kept, a byte order mark at the start is dropped.

    Raises DataError as `read_bytes` does, and if the file is empty, holds nothing but white space or is not UTF-8
    (with the line and column of the first byte that is wrong).
    """
    return decode(path, read_bytes(path, limit, below=below))


def decode(path: Named, data: bytes) -> str:
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


def shown(path: Named) -> str:
    """Return a path as messages show it: as it was given; bytes that are no text are replaced by U+FFFD."""
    return os.fsencode(os.fspath(path)).decode("utf-8", "replace")


def excerpt(text: str) -> str:
    """Return `text` in quotation marks for a message: at most 80 code points, invisible ones as escapes."""
    return repr(text if len(text) <= EXCERPT else text[: EXCERPT - 1] + "…")


def _require_modest(path: Named, info: os.stat_result, limit: int) -> None:
    require_regular(path, info.st_mode)
    _require_size(path, info.st_size, limit)


def _require_size(path: Named, size: int, limit: int) -> None:
    if size > limit:
        raise _failure(path, f"a file of more than {limit:,} bytes (at least {size:,})", f"at most {limit:,} bytes")


def _reason(error: OSError | ValueError) -> tuple[str, str]:
    if not isinstance(error, OSError):  # a NUL character in the name
        return "a name that no file can have", "a file's name"
    words = os.strerror(error.errno) if error.errno else str(error)
    return _REASONS.get(error.errno or 0, (f"a file that cannot be read ({words})", "a file that can be read"))


def _not_utf8(path: Named, data: bytes, start: int) -> DataError:
    before = data[:start].decode("utf-8")
    place = Lines(before).place(len(before))
    found = f"the byte 0x{data[start]:02X}, which is not UTF-8"
    return DataError([Problem(shown(path), *place, found, "UTF-8; save the file with this encoding")])


def _failure(path: Named, found: str, expected: str) -> DataError:
    return DataError([Problem(shown(path), 0, 0, found, expected)])
