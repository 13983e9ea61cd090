"""The one door to a case's files: below its folder no link is followed, and only regular files pass, to read and to write.

1. What the user names (a case's folder, a report, `--output`) may be a link: he named it.
2. What a case or a folder holds may have been put there by anybody: from the folder on, each step is opened by itself,
   relative to the one before (`openat`), and a link ends the way. What is exchanged meanwhile therefore leads nowhere else.
3. Nothing but a regular file is opened: a pipe would wait for ever, a device may do anything. Size 0 is not read at all:
   the system's own files (`/proc`) are of that size, and reading one may wait, or never end.
4. New files of a case are their owner's only (0600), new folders, too (0700).
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from goodoffices.errors import DataError, Problem

Named: TypeAlias = str | os.PathLike[str]
"""A path as it was given."""

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
# Without O_NONBLOCK a pipe that takes the file's place after it was looked at would wait for ever.
_ALWAYS = (
    getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_A_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
_RELATIVE = {os.open, os.stat, os.unlink, os.mkdir, os.rename, os.link} <= os.supports_dir_fd
"""Whether this system opens names relative to a folder that is held open; where not, each step is looked at instead."""
_OWN = "a file of the folder itself: no link is followed out of a case; put the file there, or take the link away"


@dataclass(frozen=True, slots=True)
class Held:
    """A folder held open, and the name of one file in it."""

    folder: str
    name: str
    descriptor: int | None

    def open(self, flags: int, mode: int = PRIVATE_FILE, *, name: str | None = None) -> int:
        """A descriptor of the file, which is a regular one; OSError, DataError."""
        found = os.open(self._at(name), flags | _ALWAYS, mode, dir_fd=self.descriptor)
        try:
            require_regular(self.path, os.fstat(found).st_mode)
        except BaseException:
            os.close(found)
            raise
        return found

    def stat(self, *, name: str | None = None) -> os.stat_result:
        """What the file is; of a link that it is one."""
        return os.stat(self._at(name), dir_fd=self.descriptor, follow_symlinks=False)

    def unlink(self, name: str) -> None:
        """Remove a file of the folder."""
        os.unlink(self._at(name), dir_fd=self.descriptor)

    def replace(self, temporary: str) -> None:
        """Put another file of the folder in this one's place."""
        os.replace(self._at(temporary), self._at(), src_dir_fd=self.descriptor, dst_dir_fd=self.descriptor)

    def link(self, temporary: str) -> None:
        """Give another file of the folder this name as well; unlike `replace` it never overwrites."""
        os.link(self._at(temporary), self._at(), src_dir_fd=self.descriptor, dst_dir_fd=self.descriptor)

    def sync(self) -> None:
        """Make the names in the folder durable."""
        if self.descriptor is not None:  # Windows neither needs it nor lets a folder be opened
            os.fsync(self.descriptor)

    @property
    def path(self) -> str:
        """The file's path, for messages."""
        return os.path.join(self.folder, self.name)

    def _at(self, name: str | None = None) -> str:
        found = self.name if name is None else name
        return found if self.descriptor is not None else os.path.join(self.folder, found)


@contextmanager
def held(path: Named, below: Named | None = None, *, make: bool = False) -> Iterator[Held]:
    """The folder of `path`, held open; with `below` no step after that folder may be a link, without it links are followed.

    With `make` folders that lack on the way are made. Raises OSError, and DataError with the step that is a link.
    """
    if below is None:
        path = os.path.realpath(path)
        below = os.path.dirname(path)
    steps = _steps(path, below)
    with _walked(below, steps[:-1], make=make) as (folder, descriptor):
        yield Held(folder, steps[-1], descriptor)


@contextmanager
def _walked(below: Named, steps: tuple[str, ...], *, make: bool) -> Iterator[tuple[str, int | None]]:
    """The folder at the end of the steps, and its descriptor where the system opens names relative to one."""
    place = os.fspath(below) or os.curdir
    descriptor = _opened(place, None)
    try:
        for step in steps:
            place = os.path.join(place, step)
            inside, descriptor = descriptor, _next(place, step, descriptor, make=make)
            if inside is not None:
                os.close(inside)
        yield place, descriptor
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _steps(path: Named, below: Named) -> tuple[str, ...]:
    try:
        steps = Path(path).relative_to(below).parts
    except ValueError:
        steps = (os.pardir,)
    if not steps:
        raise _refusal(os.fspath(path), "a folder", "a file")
    if os.pardir in steps:
        raise _refusal(os.fspath(path), "a path that leads out of the folder", f"a file below {os.fspath(below)}")
    return steps


def _opened(name: str, inside: int | None) -> int | None:
    if not _RELATIVE:
        os.stat(name)  # tells what is missing, as opening it would
        return None
    return os.open(name, _A_FOLDER | (getattr(os, "O_NOFOLLOW", 0) if inside is not None else 0), dir_fd=inside)


def _next(place: str, step: str, inside: int | None, *, make: bool) -> int | None:
    """The next folder on the way, opened."""
    at = step if inside is not None else place
    if make:
        with suppress(FileExistsError):
            os.mkdir(at, PRIVATE_FOLDER, dir_fd=inside)
    _refuse_link(place, os.stat(at, dir_fd=inside, follow_symlinks=False).st_mode)
    return _opened(at, inside)


def make_folder(path: Named, below: Named | None = None) -> None:
    """Make a folder of a case, its owner's only, with those that lack above it as far as `below`; one that is there may stay.

    Without `below` the user named it, and links above it are followed. Raises OSError, and DataError with the step that is a link.
    """
    if below is None:
        os.makedirs(path, PRIVATE_FOLDER, exist_ok=True)
    else:
        with _walked(below, _steps(path, below), make=True):
            pass


def require_regular(path: Named, mode: int) -> None:
    """Raise DataError, with the path as place, for everything but a regular file."""
    _refuse_link(os.fspath(path), mode)
    if stat.S_ISDIR(mode):
        raise _refusal(os.fspath(path), "a folder", "a file")
    if not stat.S_ISREG(mode):
        raise _refusal(os.fspath(path), "a pipe, socket or device", "a regular file")


def require_own(path: Named, below: Named) -> None:
    """Raise DataError where what stands at `path` is a link, is reached by one, or is no regular file; nothing may stand there."""
    with held(path, below) as at:
        try:
            require_regular(path, at.stat().st_mode)
        except FileNotFoundError:
            return


def _refuse_link(path: str, mode: int) -> None:
    if stat.S_ISLNK(mode):
        raise _refusal(path, "a link", _OWN)


def _refusal(path: str, found: str, expected: str) -> DataError:
    shown = os.fsencode(path).decode("utf-8", "replace")
    return DataError([Problem(shown, 0, 0, found, expected)])
