"""Makes a new case or a new exercise: a small invented one, commented, to be replaced line by line with one's own."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

from ..documents import make_folder, write_text
from ..errors import UsageError


def new_case(folder: Path, *, exercise: bool = False) -> list[Path]:
    """Make a case, or an exercise, in `folder`, which does not exist yet or is empty; its files, in the order of their names.

    The case is made beside the folder and then renamed: it is there whole or not at all.
    Raises UsageError where it cannot be made.
    """
    return make_case(folder, {name: text.encode() for name, text in template_files(exercise=exercise).items()})


def make_case(folder: Path, contents: Mapping[str, bytes]) -> list[Path]:
    """Make a case of these files (path within the folder, contents), as `new_case` makes its own."""
    target = Path(os.path.realpath(folder))
    try:
        refuse_taken(folder, target)
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{target.name[:100]}.", dir=target.parent) as beside:
            _write(Path(beside) / "case", contents)
            put_in_place(Path(beside) / "case", target)
    except OSError as error:
        raise UsageError(
            f"{folder}: no case can be made here: {error.strerror or error}; name another folder"
        ) from error
    return [folder / name for name in contents]


def template_files(*, exercise: bool = False) -> dict[str, str]:
    """The files of a new case, or of a new exercise: path within the folder and text."""
    folder = files(__package__) / ("template_exercise" if exercise else "template")
    return {str(name): text for name, text in sorted(_texts(folder, PurePosixPath()))}


def _texts(folder: Traversable, name: PurePosixPath) -> Iterator[tuple[PurePosixPath, str]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _texts(item, name / item.name)
        else:
            # Bytes, decoded: line ends must stay as they are, or the SHA-256 of the texts would no longer fit.
            yield name / item.name, item.read_bytes().decode("utf-8")


def refuse_taken(folder: Path, target: Path) -> None:
    """UsageError where a folder, named `folder`, has files in it or is none."""
    if not os.path.lexists(target):
        return
    if not target.is_dir():
        raise UsageError(f"{folder}: found a file, expected a new folder or an empty one")
    if any(target.iterdir()):
        raise UsageError(f"{folder}: found a folder with files in it, expected a new folder or an empty one")
    if target == Path.cwd():
        # The shell would be left in a folder that is no longer there.
        raise UsageError(f"{folder}: found the current folder, expected the name of a new one")


def _write(folder: Path, contents: Mapping[str, bytes]) -> None:
    for name, data in contents.items():
        path = folder / name
        make_folder(path.parent)
        write_text(path, data.decode(), replacing=None)


def put_in_place(made: Path, target: Path) -> None:
    """Give a folder that was made beside its place the name that it is to have."""
    with suppress(FileNotFoundError):
        target.rmdir()  # only an empty folder can be removed
    os.rename(made, target)
