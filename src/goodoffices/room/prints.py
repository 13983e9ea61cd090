"""The day as a file: one is made at a time for the whole room, in a process with limits, and kept for the next who asks.

1. Who asks for the file that is being made waits for it; who asks for another is told to come again (Busy). So no crowd,
   and no seat, has the machine print several at once.
2. Who had the last one made waits while somebody else is told to come again: one seat cannot keep the press for itself.
3. A file is made again only where something happened since. That a day is too long is kept, too.
4. When the room ends nobody waits for a file.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from ..apart import Processes
from ..brief.debriefing import HeldTable
from ..brief.debriefing.apart import Kind, Printed, Printer, printed
from ..errors import DataError

KEPT = 4
"""Files that are kept."""
PATIENCE = 30.0
"""Seconds for which somebody who was told to come again is waited for."""
Key = tuple[Kind, int, bool, tuple[tuple[int, int], ...]]


class BusyError(Exception):
    """Another file is being made."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which file."""

    kind: Kind
    part: int
    trainer: bool
    holder: str = ""
    """Who asks."""


class Prints:
    """The files of a room."""

    def __init__(self) -> None:
        self._printers = Processes(Printer)
        self._kept: OrderedDict[Key, Printed | DataError] = OrderedDict()
        self._last = ""
        self._told: dict[str, float] = {}  # who was told to come again, and when
        self._work: tuple[Key, asyncio.Task[Printed | DataError]] | None = None

    async def file(self, tables: Sequence[HeldTable], wanted: Wanted) -> Printed:
        """The file; DataError where the day is too long for it, BusyError where another one is being made."""
        key = (wanted.kind, wanted.part, wanted.trainer, tuple((one.number, len(one.events)) for one in tables))
        found = self._kept.get(key)
        if found is None:
            if self._is_anothers_turn(key, wanted.holder):
                self._told[wanted.holder] = asyncio.get_running_loop().time()
                raise BusyError
            self._told.pop(wanted.holder, None)
            if self._work is None:
                self._last = wanted.holder
                self._work = key, asyncio.create_task(self._made(key, tables, wanted))
            # Who asked may go away; the others wait on.
            found = await asyncio.shield(self._work[1])
        if isinstance(found, DataError):
            raise found
        return found

    def _is_anothers_turn(self, key: Key, holder: str) -> bool:
        if self._work is not None:
            return self._work[0] != key
        now = asyncio.get_running_loop().time()
        return holder == self._last and any(now - at < PATIENCE for one, at in self._told.items() if one != holder)

    def end(self) -> None:
        """End what is being made: the room ends."""
        self._printers.stop()

    async def _made(self, key: Key, tables: Sequence[HeldTable], wanted: Wanted) -> Printed | DataError:
        try:
            made = await asyncio.to_thread(self._print, tables, wanted)
        finally:
            self._work = None
        self._kept[key] = made
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return made

    def _print(self, tables: Sequence[HeldTable], wanted: Wanted) -> Printed | DataError:
        try:
            return printed(tables, wanted.kind, wanted.part, trainer=wanted.trainer, printers=self._printers)
        except DataError as error:
            return error
