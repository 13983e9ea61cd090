"""The hall: all tables of one exercise, who may sit at them, and what wakes when something happens."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from ..documents import json_text
from ..proceedings import SeenEvent
from ..serving.events import AT_ONCE, Streams
from ..serving.site import Site
from ..talks.exercise import TRAINER
from .admission import Admission, holder
from .prints import Prints
from .table import Made, Table
from .views.names import Names
from .views.sentences import sentence

if TYPE_CHECKING:
    from ..brief.packets.places import Place
    from ..synthesis.export import Sides
    from .programs import Programs

Mode = Literal["table", "chat"]
Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Way:
    """How the day is held."""

    mode: Mode = "table"
    """At a table people talk and scribes write; in `chat` they write to each other."""
    solo: str | None = None
    """The seat of the one person who plays against programs; the day then goes on by itself."""
    fingerprint: str | None = None
    """Of the certificate, where the page is served to others."""


@dataclass(slots=True)
class Hall:
    """All that the pages need."""

    tables: Mapping[int, Table]
    admission: Admission
    site: Site
    now: Clock
    way: Way = field(default_factory=Way)
    delete: Callable[[], None] = lambda: None
    """Deletes all that was held; the tables are closed before."""
    sides: "Sides | None" = None
    """How the sides are called in the debriefing."""
    stem: str = "EXERCISE"
    """With which the names of files begin that are handed out."""
    end: Callable[[], None] = lambda: None
    """Ends the room."""
    streams: Streams = field(init=False)
    prints: Prints = field(default_factory=Prints)
    """The day as a file."""
    programs: "Programs | None" = None
    """Programs in empty seats."""
    places: Mapping[str, Mapping[str, "Place"]] = field(default_factory=dict)
    """For each seat, and each phase, where it is by the plan, as on paper."""
    automatic: set[int] = field(default_factory=set)
    """Tables at which news is sent by itself when it is due."""
    deleted: bool = False
    _log: list[tuple[int, int]] = field(init=False)
    """For the trainer's stream: table and number of each event there, in the order in which they came to be."""

    def __post_init__(self) -> None:
        number = sum(len(table.setting.public.seats) for table in self.tables.values())
        self.streams = Streams(self.admission.links, each=4, most=3 * number + 8)
        old = [(event.at, n, i) for n, table in self.tables.items() for i, event in enumerate(table.events, 1)]
        self._log = [(n, i) for _, n, i in sorted(old)]
        for table in self.tables.values():
            table.when_acted(self._acted)

    @property
    def connections(self) -> int:
        """As many as its streams need, and a few for each page beside them."""
        return self.streams.most * 2 + 64

    @property
    def streams_of_trainer(self) -> int:
        """The number of the last event of the trainer's stream."""
        return len(self._log)

    def _acted(self, table: Table, made: Made) -> None:
        before = len(table.events) - len(made)
        self._log += [(table.number, before + i) for i in range(1, len(made) + 1)]
        seats = {seat for event in made for seat in event.to}
        self.streams.wake(TRAINER, *(holder(table.number, seat) for seat in seats))

    def awake(self) -> None:
        """Have what goes on by itself begin, once somebody is there."""
        if self.programs is not None:
            self.programs.start()

    def programs_at(self, table: int) -> Mapping[str, bool]:
        """The seats of a table that a program may take, and whether one sits there."""
        return {} if self.programs is None else self.programs.seats(table)

    def since(self, table: int, seat: str, number: int) -> Sequence[tuple[int, str]]:
        """What a seat's page is told next after this number: what happened, in a sentence."""
        if seat == TRAINER:
            return [*enumerate((_told(n) for n, _ in self._log[number:]), number + 1)]
        view = self.tables[table].views[seat]
        names = Names(view, self.now())
        return [(n, _data(names, seen)) for n, seen in view.feed[number : number + AT_ONCE]]

    def over(self) -> None:
        """End what never ends by itself: the room ends."""
        self.streams.end()
        self.prints.end()

    async def closed(self) -> None:
        """Close all tables, in a thread of their own: what is being written is written first."""
        for table in self.tables.values():
            await asyncio.to_thread(table.close)


def _data(names: Names, seen: SeenEvent) -> str:
    return json_text({"kind": type(seen.what).__name__, "told": sentence(names, seen.what)}, indent=None)


def _told(table: int) -> str:
    return json_text({"kind": "table", "told": "", "table": table}, indent=None)
