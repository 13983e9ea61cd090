"""What `mark` and `review` share: whose decisions they are, and one process at a time."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from ..case import inspect
from ..case.decisions import decisions_file
from ..errors import DataError, UsageError
from ..marking.blind import Blind
from ..marking.lock import NAME, locked
from ..marking.store import Store
from ..talks import Day
from .readers import say_all_is_seen


@contextmanager
def opened(folder: Path, by: str | None, *, blind: bool = False) -> Iterator[Store]:
    """The case, to decide on, `blind` by oneself; DataError where it has mistakes or another process decides on it."""
    name = login(by)
    if not folder.is_dir():
        raise DataError(inspect(folder)[1])
    # Two who mark each by himself write files of their own, and do not stand in each other's way.
    with locked(folder, f".marking-{decisions_file(folder, name).stem}.lock" if blind else NAME):
        store = (Blind if blind else Store)(folder, name, lambda: Day.parse(date.today().isoformat()))
        say_all_is_seen(store.case)
        yield store


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
