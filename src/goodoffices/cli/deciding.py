"""What `mark` and `review` share: whose decisions they are, and one process at a time."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from ..case import inspect
from ..errors import DataError, UsageError
from ..marking.lock import locked
from ..marking.store import Store
from ..talks import Day


@contextmanager
def opened(folder: Path, by: str | None) -> Iterator[Store]:
    """The case, to decide on; DataError where it has mistakes or another process decides on it."""
    name = login(by)
    if not folder.is_dir():
        raise DataError(inspect(folder)[1])
    with locked(folder):
        yield Store(folder, name, lambda: Day.parse(date.today().isoformat()))


def login(by: str | None) -> str:
    """The name given, else that of the login; UsageError where there is none."""
    name = (by if by is not None else _login()).strip()
    if not name or not name.isprintable():
        raise UsageError("--by: found no name, expected the name under which your decisions are recorded")
    return name


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a user without a name, as in some containers
        return ""
