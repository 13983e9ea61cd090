"""Files written whole or not at all, and never over somebody else's change."""

import errno
import hashlib
import os
import secrets
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from goodoffices.documents.door import PRIVATE_FILE, Held, Named, held, require_regular
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


def write_text(path: Named, text: str, *, replacing: str | None, below: Named | None = None) -> None:
    """Write a file of a case as UTF-8, durably: after a crash it is the old one or the new one, never a part.

    `replacing` is the SHA-256 of the bytes that were read from the file; None says that there is no file yet.
    The file is never a link, and with `below` none is followed from that folder on. Permissions stay; a new file is its
    owner's only. Line ends are written as they are in `text`.

    Raises ChangedOnDisk, and writes nothing, if the file is another one than `replacing` says. (Between this last look
    and the exchange of the files a few microseconds pass, which no file system lets a program close.)
    Raises DataError if the file cannot be written; the old one then stands as it was. The one exception is told in
    the message: the exchange was made but the disk did not confirm it.
    """
    data = _encoded(path, text)
    with _telling(path), held(path, Path(path).parent if below is None else below) as at:
        with _beside(at, data, PRIVATE_FILE) as temporary:
            _require_unchanged(path, at, replacing)
            _put_in_place(path, at, temporary, replacing)
        _confirm(path, at)


def write_bytes(path: Named, data: bytes, *, below: Named | None = None) -> None:
    """Write a file that a program makes anew each time, such as a brief, durably and whole; an earlier one is replaced.

    With `below` the file is one of that folder: no link is followed from there on, and a new file is its owner's only.
    Without it the user named the file: the file that a link points to is replaced, and a new one has the usual permissions.
    Raises DataError if it cannot be written; an earlier file then stands as it was.
    """
    with _telling(path), held(path, below) as at:
        with suppress(FileNotFoundError):
            require_regular(path, at.stat().st_mode)
        with _beside(at, data, PRIVATE_FILE if below is not None else 0o666 & ~_umask()) as temporary:
            at.replace(temporary)
        _confirm(path, at)


def sweep(folder: Named) -> None:
    """Remove what writers that were killed left behind in a folder; a file that is being written stays."""
    with suppress(OSError, DataError), held(os.path.join(folder, _ENDING), folder) as at:
        for name in os.listdir(folder if at.descriptor is None else at.descriptor):
            if name.startswith(".") and name.endswith(_ENDING):
                with suppress(OSError, DataError):
                    _remove_stale(at, name)


def _remove_stale(at: Held, name: str) -> None:
    descriptor = at.open(os.O_RDWR, name=name)
    try:
        if locked(descriptor):
            at.unlink(name)
    finally:
        os.close(descriptor)


@contextmanager
def _telling(path: Named) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        raise failure(path, *reason(error)) from error


def _encoded(path: Named, text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise failure(path, "half of a surrogate pair in the text to write", "text that UTF-8 can hold") from error


_ENDING = ".tmp"


@contextmanager
def _beside(at: Held, data: bytes, mode: int) -> Iterator[str]:
    """A temporary file in the target's folder, since only within one disk can files be exchanged at once.

    It is held locked while it is written and put in its place: by that `sweep` knows it from one that a killed process left.
    """
    name, descriptor = _fresh(at)
    try:
        try:
            _copy_permissions(at, descriptor, mode)
            _write(descriptor, data)
            os.fsync(descriptor)
            if os.name == "nt":
                os.close(descriptor)  # Windows exchanges closed files only
                descriptor = -1
            yield name
        finally:
            if descriptor >= 0:
                os.close(descriptor)
    finally:  # after Ctrl-C, too, no litter stays
        with suppress(FileNotFoundError):
            at.unlink(name)


def _fresh(at: Held) -> tuple[str, int]:
    while True:
        name = f".{at.name[:40]}.{secrets.token_hex(4)}{_ENDING}"
        try:
            descriptor = at.open(os.O_RDWR | os.O_CREAT | os.O_EXCL, name=name)
        except FileExistsError:
            continue
        # Between the two steps somebody may have swept it away: then there is no name for it any more.
        if locked(descriptor) is not False and os.fstat(descriptor).st_nlink:
            return name, descriptor
        os.close(descriptor)


if sys.platform == "win32":

    def locked(descriptor: int) -> bool | None:
        """None: this system has no such locks."""
        return None
else:
    import fcntl

    def locked(descriptor: int) -> bool | None:
        """Whether the file is now locked by us; None on a system or a disk without locks."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return None
        return True


def is_written(path: Named, below: Named) -> bool:
    """Whether a file of the folder `below` is locked by who writes to it; False where there is no such file, or no locks."""
    try:
        with held(path, below) as at:
            descriptor = at.open(os.O_RDWR)
    except (OSError, DataError):
        return False
    try:
        return locked(descriptor) is False
    finally:
        os.close(descriptor)


def _write(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def _copy_permissions(at: Held, descriptor: int, mode: int) -> None:
    try:
        info = at.stat()
    except FileNotFoundError:
        _set_mode(descriptor, mode)
        return
    with suppress(PermissionError, AttributeError):  # only the superuser may give a file away; Windows knows no owners
        os.fchown(descriptor, info.st_uid, info.st_gid)
    _set_mode(descriptor, stat.S_IMODE(info.st_mode))


def _set_mode(descriptor: int, mode: int) -> None:
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, mode)


def _umask() -> int:
    mask = os.umask(0o077)  # it can only be read by setting it
    os.umask(mask)
    return mask


def _require_unchanged(path: Named, at: Held, replacing: str | None) -> None:
    try:
        mode = at.stat().st_mode
    except FileNotFoundError:
        if replacing is not None:
            raise _changed(path, "no file any more", "the file that was read; nothing was written") from None
        return
    if replacing is None:
        raise _exists(path)
    require_regular(path, mode)
    if _digest(at) != replacing:
        raise _changed(path, "a file changed since it was read", "no change; read it again, nothing was written")


def _digest(at: Held) -> str:
    with os.fdopen(at.open(os.O_RDONLY), "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _put_in_place(path: Named, at: Held, temporary: str, replacing: str | None) -> None:
    if replacing is not None:
        at.replace(temporary)
        return
    try:
        _link(at, temporary)
    except FileExistsError as error:
        raise _exists(path) from error


def _link(at: Held, temporary: str) -> None:
    """Give the file its name, or raise FileExistsError: unlike a rename, a link never overwrites."""
    try:
        at.link(temporary)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # Take the name first, with an empty file: nobody else's file can be there when it is replaced.
        os.close(at.open(os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        at.replace(temporary)


def _confirm(path: Named, at: Held) -> None:
    try:
        at.sync()
    except OSError as error:
        found = "a disk that did not confirm the change; the file is written, but a power cut now may undo it"
        raise failure(path, found, "a disk without errors") from error


def reason(error: OSError | ValueError) -> tuple[str, str]:
    """Why a file cannot be written: what was found, what is needed."""
    if not isinstance(error, OSError):
        return "a name that no file can have", "a file's name"
    words = os.strerror(error.errno) if error.errno else str(error)
    return _REASONS.get(error.errno or 0, (f"a file that cannot be written ({words})", "a file that can be written"))


def _exists(path: Named) -> ChangedOnDisk:
    return _changed(path, "a file of this name already", "a new name; nothing was written")


def _changed(path: Named, found: str, expected: str) -> ChangedOnDisk:
    return ChangedOnDisk([Problem(shown(path), 0, 0, found, expected)])


def failure(path: Named, found: str, expected: str) -> DataError:
    """The error for a file that cannot be written."""
    return DataError([Problem(shown(path), 0, 0, found, expected)])
