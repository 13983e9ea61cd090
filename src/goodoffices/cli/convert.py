"""`goodoffices convert`."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from ..bargaining.formats import Written, case_files, genius_files
from ..documents import PRIVATE_FOLDER, write_text
from ..errors import UsageError
from .failures import say
from .scenarios import scenario_of

_FORMS = ("case", "genius")


def run(paths: list[Path], folder: Path, form: str) -> None:
    """Write a scenario into a new folder, whole or not at all."""
    if form not in _FORMS:
        raise UsageError(f"--format: found {form!r}, expected one of {', '.join(_FORMS)}")
    _refuse_taken(folder)
    # Genius has no ids: what people read is the name. A case keeps its ids as they are.
    scenario = scenario_of(paths, by_title=form == "genius")
    written = genius_files(scenario) if form == "genius" else Written(case_files(scenario))
    with _told(folder):
        _place(folder, written.files)
    for note in written.notes:
        say(f"warning: {note}")
    for name in written.files:
        say(f"Written: {folder / name}", err=False)


def _refuse_taken(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder}: found a file, expected a new folder or an empty one")
    if folder.is_dir() and any(folder.iterdir()):
        raise UsageError(f"{folder}: found a folder with files in it, expected a new folder or an empty one")
    if folder.resolve() == Path.cwd():
        # The shell would be left in a folder that is no longer there.
        raise UsageError(f"{folder}: found the current folder, expected the name of a new one")


def _place(folder: Path, files: Mapping[str, str]) -> None:
    """Make the folder beside its place, then rename it."""
    target = Path(os.path.realpath(folder))
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name[:100]}.", dir=target.parent) as beside:
        made = Path(beside) / "made"
        made.mkdir(PRIVATE_FOLDER)
        for name, text in files.items():
            write_text(made / name, text, replacing=None)
        with suppress(FileNotFoundError):
            target.rmdir()  # only an empty folder can be removed
        made.rename(target)


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Turn the system's refusals into ours."""
    try:
        yield
    except OSError as error:
        raise UsageError(f"{folder}: nothing can be written here: {error.strerror or error}; name another") from error
