"""What `mark` and `review` share: whose decisions they are, and one process at a time."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..case import inspect
from ..case.decisions import decisions_file
from ..errors import DataError, UsageError
from ..marking.blind import Blind
from ..marking.lock import NAME, locked
from ..marking.store import Store
from ..talks import Day
from .failures import say
from .readers import say_all_is_seen


@dataclass(frozen=True)
class Whose:
    """Whose decisions they are, as the options say it: `alone` with `blind`, which are those of one who sees nobody else's."""

    by: str | None = None
    alone: str | None = None
    blind: bool = False

    def name(self) -> str:
        """The name under which decisions are recorded; UsageError where the options do not go together."""
        if self.blind != (self.alone is not None):
            raise UsageError("found one of --as and --blind without the other; whoever marks blind says as whom")
        if self.blind and self.by is not None:
            raise UsageError("found --by beside --as; say one name")
        return login(self.alone, "--as") if self.blind else login(self.by)


@contextmanager
def opened(folder: Path, whose: Whose) -> Iterator[Store]:
    """The case, to decide on; DataError where it has mistakes or another process decides on it."""
    name = whose.name()
    if not folder.is_dir():
        raise DataError(inspect(folder)[1])
    # Two who mark each by himself write files of their own, and do not stand in each other's way.
    with locked(folder, f".marking-{decisions_file(folder, name).stem}.lock" if whose.blind else NAME):
        store = (Blind if whose.blind else Store)(folder, name, lambda: Day.parse(date.today().isoformat()))
        say_all_is_seen(store.case)
        yield store


def say_where_they_go(store: Store) -> None:
    """Of whoever decides by himself: that he sees nobody else's decisions, and into which file his go."""
    if isinstance(store, Blind):
        say(f"Nobody else's decisions are shown; yours go into {store.path}.\n", err=False)


def login(by: str | None, option: str = "--by") -> str:
    """The name given with the option, else that of the login; UsageError where there is none."""
    name = (by if by is not None else _login()).strip()
    if not name or not name.isprintable():
        raise UsageError(f"{option}: found no name, expected the name under which your decisions are recorded")
    return name


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a user without a name, as in some containers
        return ""
