"""One table at which the day is played: what is so, what each seat knows, and the ledger. Read it first.

1. An act is decided, its line is on the disk (fsync), and only then is it so: then the answer goes out and the streams wake.
2. Acts that come while the disk is at work are decided on what is about to be so, and go to it together, with one sync.
3. Where the disk does not take it, the act is refused, as is all that was decided on top of it; the table is as before.
4. An act that came by a form is known by the form's mark, which stands in its line: the same form is done once, also where it is
   sent again after the room was killed and opened anew.
5. A line that could not be read again is not written.
6. What each seat knows is carried on event by event; pages are made of it (`views`) and of nothing else.
"""

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime

from ..documents import LineFile, shown
from ..errors import DataError, Problem
from ..proceedings import (
    Act,
    Event,
    Refusal,
    SeatView,
    Setting,
    State,
    decide,
    decode,
    encode,
    fold,
    mark_of,
    moment,
    seat_view,
    view,
)
from ..talks.exercise import TRAINER

Made = tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class _Waiting:
    """An act that is on its way to the disk."""

    line: str
    mark: str
    made: Made
    after: State
    answered: "asyncio.Future[Made]"


class Table:
    """A table; all of it runs in the event loop's thread, but for the writing."""

    def __init__(self, number: int, setting: Setting, file: LineFile, events: Iterable[Event]) -> None:
        """`file` is the ledger, from which `events` were read; the table closes it."""
        self.number, self.setting = number, setting
        self.events = list(events)
        self.cut = file.cut
        self.state = self._ahead = fold(setting, self.events)
        seats = (*setting.public.seats, TRAINER)
        self.views: dict[str, SeatView] = {seat: seat_view(setting, self.events, seat) for seat in seats}
        self._file, self._waiting = file, list[_Waiting]()
        self._done = {mark for line in file.lines if (mark := mark_of(line))}
        self._coming: dict[str, asyncio.Future[Made]] = {}
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=f"table-{number}")
        self._writer: asyncio.Task[None] | None = None
        self._told: list[Callable[[Table, Made], None]] = []

    cut: int
    """Bytes of a last line that were cut off when the ledger was opened: of an act that nobody was told is saved."""

    def when_acted(self, told: Callable[["Table", Made], None]) -> None:
        """Have a function called with what happened, once it is so."""
        self._told.append(told)

    async def act(self, act: Act, now: datetime, mark: str = "") -> Made | Refusal:
        """What comes of an act; when this returns it is on the disk. DataError where the disk does not take it.

        Of a form (`mark`) that was done already nothing comes; of one that is on its way to the disk the same.
        """
        if mark in self._done:
            return ()
        if mark in self._coming:
            return await asyncio.shield(self._coming[mark])
        made = decide(self._ahead, act, moment(self._ahead, now))
        if isinstance(made, Refusal):
            return made
        line = encode(self._ahead.acts + 1, made, mark)
        self._require_readable(line, made)
        self._ahead = self._ahead.after_all(made)
        waiting = _Waiting(line, mark, made, self._ahead, asyncio.get_running_loop().create_future())
        if mark:
            self._coming[mark] = waiting.answered
        self._waiting.append(waiting)
        if self._writer is None:
            self._writer = asyncio.create_task(self._write())
        # Who asked may go away; the act then goes its way all the same.
        return await asyncio.shield(waiting.answered)

    def _require_readable(self, line: str, made: Made) -> None:
        """What could not be read again is not stored: no new start could open the table."""
        try:
            if decode(line) == (self._ahead.acts + 1, made):
                return
        except ValueError:
            pass
        expected = "a machine whose clock says a year from 2000 to 2199; where it does, please report this"
        raise DataError([Problem(shown(self._file.path), 0, 0, "an act whose line could not be read again", expected)])

    def close(self) -> None:
        """Let the ledger go; what is being written is written first."""
        self._thread.shutdown()
        self._file.close()

    async def _write(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting, []
                await self._store(batch)
        finally:
            self._writer = None

    async def _store(self, batch: list[_Waiting]) -> None:
        loop = asyncio.get_running_loop()
        try:
            await loop.run_in_executor(self._thread, self._file.append, *(one.line for one in batch))
        except (DataError, RuntimeError) as error:  # RuntimeError: the table is closed
            self._refuse([*batch, *self._waiting], error)
            return
        for one in batch:
            self._apply(one)
            if not one.answered.done():
                one.answered.set_result(one.made)

    def _refuse(self, all_: list[_Waiting], error: Exception) -> None:
        self._waiting, self._ahead = [], self.state
        for one in all_:
            self._coming.pop(one.mark, None)
            if not one.answered.done():
                one.answered.set_exception(error)

    def _apply(self, one: _Waiting) -> None:
        self.state = one.after
        if one.mark:
            self._coming.pop(one.mark, None)
            self._done.add(one.mark)
        self.events += one.made
        for seat, known in self.views.items():
            seen = (found for event in one.made if (found := view(event, seat)) is not None)
            self.views[seat] = known.after_all(enumerate(seen, known.number + 1))
        for told in self._told:
            told(self, one.made)
