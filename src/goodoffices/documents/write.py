"""Files written whole or not at all, and never over somebody else's change."""

import errno
import hashlib
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from goodoffices.documents.text import shown
from goodoffices.errors import ChangedOnDisk, DataError, Problem

_REASONS = {
    errno.ENOSPC: ("a full disk", "room for the file; free some and try again"),
    errno.EDQUOT: ("a full quota", "room for the file; free some and try again"),
    errno.EACCES: ("a folder or file that may not be written", "permission to write; ask its owner"),
    errno.EPERM: ("a folder or file that may not be written", "permission to write; ask its owner"),
    errno.EROFS: ("a disk that may only be read", "a place that can be written"),
    errno.ENOENT: ("no such folder", "a folder that exists; create it first"),
    errno.ENOTDIR: ("no such folder", "a folder that exists; create it first"),
}
# Disks that know no hard links (FAT, some network disks) answer with one of these.
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}


def write_text(path: str | os.PathLike[str], text: str, *, replacing: str | None) -> None:
    """Write `text` as UTF-8, durably: after a crash the file is the old one or the new one, never a part.

    `replacing` is the SHA-256 of the bytes that were read from the file; None says that there is no file yet.
    A link is followed: the file that it points to is replaced. Permissions stay; a new file has the usual ones.
    Line ends are written as they are in `text`.

    Raises ChangedOnDisk, and writes nothing, if the file is another one than `replacing` says. (Between this last look
    and the exchange of the files a few microseconds pass, which no file system lets a program close.)
    Raises DataError if the file cannot be written; the old one then stands as it was. The one exception is told in
    the message: the exchange was made but the disk did not confirm it.
    """
    try:
        target = Path(os.path.realpath(path))
        temporary = _write_beside(target, _encoded(path, text))
        try:
            _require_unchanged(path, target, replacing)
            _put_in_place(path, temporary, target, replacing)
        finally:
            temporary.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        raise _failure(path, *_reason(error)) from error
    _confirm_folder(path, target.parent)


def write_bytes(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file that a program makes anew each time, such as a brief, durably and whole; an earlier one is replaced.

    Raises DataError if it cannot be written; an earlier file then stands as it was.
    """
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():
            raise _failure(path, "a folder, pipe, socket or device", "a regular file")
        temporary = _write_beside(target, data)
        try:
            os.replace(temporary, target)
        finally:
            temporary.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        raise _failure(path, *_reason(error)) from error
    _confirm_folder(path, target.parent)


def _encoded(path: str | os.PathLike[str], text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise _failure(path, "half of a surrogate pair in the text to write", "text that UTF-8 can hold") from error


def _write_beside(target: Path, data: bytes) -> Path:
    """Write a temporary file in the target's folder, since only within one disk can files be exchanged at once."""
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            _copy_permissions(target, name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:  # Ctrl-C, too, must leave no litter
        os.unlink(name)
        raise
    return Path(name)


def _copy_permissions(target: Path, name: str) -> None:
    try:
        info = os.stat(target)
    except FileNotFoundError:
        os.chmod(name, 0o666 & ~_umask())
        return
    if hasattr(os, "chown"):
        with suppress(PermissionError):  # only the superuser may give a file away
            os.chown(name, info.st_uid, info.st_gid)
    os.chmod(name, stat.S_IMODE(info.st_mode))


def _umask() -> int:
    mask = os.umask(0o077)  # it can only be read by setting it
    os.umask(mask)
    return mask


def _require_unchanged(path: str | os.PathLike[str], target: Path, replacing: str | None) -> None:
    if replacing is None:
        if os.path.lexists(target):
            raise _exists(path)
    elif not target.exists():
        raise _changed(path, "no file any more", "the file that was read; nothing was written")
    elif not target.is_file():
        raise _failure(path, "a folder, pipe, socket or device", "a regular file")
    elif _digest(target) != replacing:
        raise _changed(path, "a file changed since it was read", "no change; read it again, nothing was written")


def _digest(target: Path) -> str:
    with target.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _put_in_place(path: str | os.PathLike[str], temporary: Path, target: Path, replacing: str | None) -> None:
    if replacing is None:
        try:
            _link(temporary, target)
        except FileExistsError as error:
            raise _exists(path) from error
    else:
        os.replace(temporary, target)


def _link(temporary: Path, target: Path) -> None:
    """Give the file its name, or raise FileExistsError: unlike a rename, a link never overwrites."""
    try:
        os.link(temporary, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # Take the name first, with an empty file: nobody else's file can be there when it is replaced.
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        os.replace(temporary, target)


def _confirm_folder(path: str | os.PathLike[str], folder: Path) -> None:
    if os.name == "nt":  # Windows neither needs it nor lets a folder be opened
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        found = "a disk that did not confirm the change; the file is written, but a power cut now may undo it"
        raise _failure(path, found, "a disk without errors") from error


def _reason(error: OSError | ValueError) -> tuple[str, str]:
    if not isinstance(error, OSError):
        return "a name that no file can have", "a file's name"
    words = os.strerror(error.errno) if error.errno else str(error)
    return _REASONS.get(error.errno or 0, (f"a file that cannot be written ({words})", "a file that can be written"))


def _exists(path: str | os.PathLike[str]) -> ChangedOnDisk:
    return _changed(path, "a file of this name already", "a new name; nothing was written")


def _changed(path: str | os.PathLike[str], found: str, expected: str) -> ChangedOnDisk:
    return ChangedOnDisk([Problem(shown(path), 0, 0, found, expected)])


def _failure(path: str | os.PathLike[str], found: str, expected: str) -> DataError:
    return DataError([Problem(shown(path), 0, 0, found, expected)])
