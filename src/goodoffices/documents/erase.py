"""Taking files out of a case's folder, and finding all that stand in it: no link is followed on the way."""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from goodoffices.documents.door import Named, held, make_folder
from goodoffices.documents.text import shown
from goodoffices.errors import DataError, Problem


def remove_file(path: Named, below: Named) -> None:
    """Take a file, or a link, out of a folder, durably; one that is gone already may be."""
    try:
        with suppress(FileNotFoundError), held(path, below) as at:
            at.unlink(at.name)
            at.sync()
    except OSError as error:
        raise _failure(path, error) from error


def remove_folder(path: Path) -> None:
    """Take a folder of the program's own out, with all in it; one that is gone already may be."""
    try:
        if path.is_symlink():
            path.unlink()
        else:
            shutil.rmtree(path)
    except FileNotFoundError:
        return
    except OSError as error:
        raise _failure(path, error) from error


def remove_whole(path: Path, below: Path) -> None:
    """Take a folder out of another, durably, with all in it; a link is taken out itself, and nothing that it leads to."""
    if not path.is_symlink():
        for file in list(files_below(path)):
            remove_file(file, below)
    try:
        if not path.is_symlink():
            for place in (*folders_below(path), path):
                place.rmdir()
        with held(path, below) as at:
            if path.is_symlink():
                at.unlink(at.name)
            at.sync()
    except OSError as error:
        raise _failure(path, error) from error


def files_below(folder: Path, *, without: frozenset[str] = frozenset()) -> Iterator[Path]:
    """All files and links below a folder, in their order; folders of the names `without` are passed by."""
    for place, folders, names in os.walk(folder, followlinks=False):
        inside = Path(place)
        yield from (inside / name for name in sorted(names) if name not in without)
        yield from (inside / name for name in sorted(folders) if (inside / name).is_symlink())
        folders[:] = sorted(name for name in folders if name not in without and not (inside / name).is_symlink())


def folders_below(folder: Path, *, without: frozenset[str] = frozenset()) -> Iterator[Path]:
    """All folders below a folder, the deepest first; those of the names `without` are passed by."""
    found = []
    for place, folders, _ in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if name not in without and not (Path(place) / name).is_symlink())
        found += [Path(place) / name for name in folders]
    yield from reversed(found)


def remove_if_empty(path: Path) -> None:
    """Take a folder out where nothing is in it; one that has something, or is none, stays."""
    with suppress(OSError):
        path.rmdir()


def same_file(path: Path, of: Path, below: Path) -> None:
    """Give a file a second name below a folder; a copy where the disk knows no second names."""
    make_folder(path.parent, below)
    try:
        os.link(of, path, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copyfile(of, path, follow_symlinks=False)


def _failure(path: Named, error: OSError) -> DataError:
    found = f"what cannot be removed ({error.strerror or error})"
    return DataError([Problem(shown(path), 0, 0, found, "permission to remove it; then run the command again")])
