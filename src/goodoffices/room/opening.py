"""From a case to a hall: its tables are opened, or made, with the links of those who may sit there."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..brief.packets.held import Held as Packets
from ..brief.packets.places import Place as OnPages
from ..brief.packets.places import places_on_pages
from ..case import Case
from ..case.held import HELD, delete_held, open_table, require_fits, tables
from ..case.held import Table as Held
from ..documents import shown
from ..errors import UsageError
from ..proceedings import Setting
from ..serving.site import LOOPBACK, Site
from ..synthesis.export import Sides
from .admission import Admission, holder
from .hall import Clock, Hall, Way
from .table import Table

MOST = 30
"""Tables of one hall: each takes a file and a thread of its own and, for its seats, a hundred connections or so."""


@dataclass(frozen=True)
class Place:
    """Where the room is served."""

    port: int
    hosts: tuple[str, ...] = LOOPBACK
    secure: bool = False


def setting_of(case: Case) -> Setting:
    """What the procedure needs to know; UsageError where the case has no exercise."""
    if case.exercise is None:
        raise UsageError(
            f"found no exercise.yaml in {case.name}, by which its talks can be held; expected one, or --to DIR for a marked copy "
            "of the case in which one is made of what the reports say"
        )
    return Setting.of(case.talks, case.exercise)


@contextmanager
def opened(case: Case, groups: int, way: Way, place: Place, now: Clock) -> Iterator[Hall]:
    """The hall, until it is closed; DataError where a ledger is damaged or another process holds it."""
    setting, folder = setting_of(case), case.folder
    with ExitStack() as stack:
        found: dict[int, Table] = {}
        for number in _numbers(folder, groups):
            file, events = open_table(folder, number)
            stack.callback(file.close)
            require_fits(folder, Held(number, events), setting)
            found[number] = Table(number, setting, file, events)
            stack.callback(found[number].close)
        admission = Admission(folder)
        seats = tuple(holder(number, seat) for number in found for seat in setting.public.seats)
        admission.give_missing(seats, place.port)
        site = Site(
            "room", place.port, hosts=place.hosts, secure=place.secure, home="To my seat",
            way_in="EXERCISE. Open the link of your seat; the trainer has it.",
            no_link="EXERCISE. The link was used before, or taken back. Ask the trainer for another one.",
        )  # fmt: skip
        yield Hall(
            found,
            admission,
            site,
            now,
            way,
            delete=lambda: delete_held(folder),
            sides=Sides.of(case.talks),
            stem=case.stem,
            places=_places(case),
        )


def _places(case: Case) -> dict[str, dict[str, OnPages]]:
    """Where each seat is in each phase, made of what that seat may know."""
    if case.exercise is None:
        return {}
    held = Packets(case, case.exercise)
    return {seat: places_on_pages(held.seen_by(seat), seat) for seat in case.exercise.seats}


def _numbers(folder: Path, groups: int) -> tuple[int, ...]:
    """The tables: as many as are asked for, and those at which something was held before; UsageError where they are too many."""
    require_few(groups)
    found = tuple(sorted({*range(1, groups + 1), *tables(folder)}))
    if len(found) > MOST:
        raise UsageError(
            f"found {len(found)} tables with those at which something was held before ({shown(folder / HELD)}), expected at most "
            f"{MOST} in one room; hold a copy of the case without `{HELD}` for the others"
        )
    return found


def require_few(groups: int) -> None:
    """UsageError where more tables are asked for than one room holds."""
    if groups > MOST:
        raise UsageError(
            f"--groups: found {groups}, expected at most {MOST}, for each table takes a file, a thread and about a hundred "
            "connections of this machine; hold the others in a second room, on a copy of the case"
        )
