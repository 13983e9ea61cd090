"""What goes on by itself at the tables: programs in empty seats, news that is due, and the clock of who plays alone.

1. A program sees its seat's view, and acts by the same door as people do.
2. News is sent by itself only at tables where the trainer said so, and where one person plays alone.
3. Who plays alone has no trainer: the day begins with his first page, phases go on when their time is over or when he says so,
   none of them earlier, and what happened is shown once he has answered in the debriefing.
4. What goes on by itself waits for nobody's page; where the disk takes nothing it waits and tries again.
"""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from .. import proceedings as p
from ..errors import DataError, UsageError
from ..stand_ins import TALKING, Company, Pace, trainer
from ..stand_ins.plan import talked
from ..talks.exercise import TRAINER
from .hall import Hall
from .table import Table

TICK = 1.0
"""Seconds between two looks."""
PAUSE = 5.0
"""Seconds after something could not be stored."""


@dataclass
class Programs:
    """The programs of a hall, and its clockwork."""

    hall: Hall
    seed: int
    taken: dict[int, set[str]] = field(default_factory=dict)
    """The seats that programs have, by table."""
    _companies: dict[int, Company] = field(default_factory=dict)
    _possible: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _work: "asyncio.Task[None] | None" = None

    def __post_init__(self) -> None:
        for number, table in self.hall.tables.items():
            self._possible[number] = tuple(seat for seat in table.setting.public.seats if self._can(number, seat))
            self.taken.setdefault(number, set())

    def _can(self, number: int, seat: str) -> bool:
        with suppress(UsageError):
            Company.of(self.hall.tables[number].setting, (seat,), seed=self.seed + number)
            return True
        return False

    def seats(self, table: int) -> dict[str, bool]:
        """The seats that a program may take, and whether one has it."""
        return {seat: seat in self.taken[table] for seat in self._possible[table]}

    def sit(self, table: int, seat: str, on: bool) -> str:
        """Have a program take a seat or leave it; why it cannot, where it cannot."""
        if seat not in self._possible[table]:
            return "No program can take this seat."
        (self.taken[table].add if on else self.taken[table].discard)(seat)
        self._companies.pop(table, None)
        return ""

    def start(self) -> None:
        """Begin, where that is not done yet; within the server's loop."""
        if self._work is None:
            self._work = asyncio.create_task(self._run())

    async def _run(self) -> None:
        while not self.hall.deleted:
            try:
                for number, table in self.hall.tables.items():
                    await self.step(number, table, self.hall.now())
            except (DataError, RuntimeError):
                await asyncio.sleep(PAUSE)
            await asyncio.sleep(TICK)

    async def step(self, number: int, table: Table, now: datetime) -> None:
        """One look at one table: at most one act of the clockwork and one of a program."""
        if (act := self._clockwork(number, table, now)) is not None:
            await table.act(act, now)
        company = self._company(number, table)
        upcoming = company.upcoming(table.views, now) if company.programs else None
        if upcoming is not None and upcoming.seconds <= 0:
            later = company.act(table.views[upcoming.seat], now)
            if later is not None:
                await table.act(later, now)

    def _company(self, number: int, table: Table) -> Company:
        if number not in self._companies:
            taken = self.taken[number]
            pace = Pace() if self.hall.way.solo is None else TALKING
            self._companies[number] = Company.of(table.setting, taken, seed=self.seed + number, pace=pace)
        return self._companies[number]

    def _clockwork(self, number: int, table: Table, now: datetime) -> p.Act | None:
        if self.hall.way.solo is not None:
            return alone(table, self.hall.way.solo, now)
        if number in self.hall.automatic and table.state.facts.status == "running":
            due = p.due(table.state, tuple(table.events), now)
            return p.Inject(by=TRAINER, injection=due[0]) if due else None
        return None


def alone(table: Table, seat: str, now: datetime) -> p.Act | None:
    """What the trainer would do now for one who plays alone."""
    state = table.state
    status = state.facts.status
    if status == "debriefing":
        return p.Reveal(by=TRAINER) if seat in state.facts.reflections else None
    if status == "ended":
        return trainer.last_act(state)
    return trainer.next_act(state, tuple(table.events), now, trainer.StepsIn())


async def hurry(hall: Hall, form: Mapping[str, str], seat: str) -> str:
    """What one who plays alone asks of the clock: the next phase, or the end; why not, where not."""
    if hall.way.solo != seat or form.get("what") not in ("next", "end"):
        return "There is nothing of this name here."
    table = next(iter(hall.tables.values()))
    goes_on = form["what"] == "next" and following(table.setting.public, table.state.facts.clock.phase) is not None
    made = await table.act(p.Advance(by=TRAINER) if goes_on else p.End(by=TRAINER), hall.now())
    return made.why if isinstance(made, p.Refusal) else ""


def following(public: p.Public, phase: str | None) -> str | None:
    """The phase that comes next, where there is still one in which there are talks."""
    phases = [*public.phases]
    rest = phases[phases.index(phase) + 1 :] if phase in phases else []
    return rest[0] if any(talked(public.phases[one]) for one in rest) else None
