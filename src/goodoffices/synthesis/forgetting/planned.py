"""What forgetting would do to a case's folder, before anything is done: shown to a person, and then carried out."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ...case.unfinished import STAGING
from ...documents import files_below, folders_below, read_bytes
from ...errors import DataError
from .other_files import LOCK, VERSIONS, Find, file_holds, is_closed


@dataclass(frozen=True, slots=True)
class Group:
    """Things of one kind that go, each in words."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is to be done: files with new contents, files that go."""

    what: str
    folder: Path
    groups: tuple[Group, ...]
    writes: Mapping[str, bytes]
    """New contents by the path within the folder."""
    digests: Mapping[str, str]
    """The SHA-256 of what each of these files held when it was read; empty for a new one."""
    removals: tuple[str, ...]
    folders: tuple[str, ...]
    """Folders whose names have what goes, the deepest first: they go with what is in them."""
    out_of_reach: tuple[str, ...]
    find: Find
    still: tuple[str, ...] = ()
    """Places of what the team wrote without a source, with words that of all reports only the forgotten one had: they stay."""


@dataclass(frozen=True, slots=True)
class Search:
    """What a search of all bytes of the folder found."""

    files: int
    size: int
    found: tuple[str, ...]
    closed: tuple[str, ...]


def search(folder: Path, find: Find) -> Search:
    """Look into every byte of the folder, and at every name in it; version control is out of reach, and passed by."""
    size, found, closed, files = 0, [], [], 0
    for path in files_below(folder, without=VERSIONS | {STAGING}):
        inside = path.relative_to(folder).as_posix()
        if path.name == LOCK:
            continue
        files += 1
        if find(inside):
            found.append(inside)
        try:
            data = read_bytes(path, below=folder)
        except DataError:  # a link, a pipe, a file that may not be read
            closed.append(inside)
            continue
        size += len(data)
        if is_closed(data):
            closed.append(inside)
        elif file_holds(inside, data, find) and inside not in found:
            found.append(inside)
    for place in folders_below(folder, without=VERSIONS | {STAGING}):
        if find(place.name):
            found.append(place.relative_to(folder).as_posix())
    return Search(files, size, tuple(found), tuple(closed))
