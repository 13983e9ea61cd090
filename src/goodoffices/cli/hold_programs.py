"""`goodoffices hold --programs-only`: a day without people, and what happened in short."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from pathlib import Path
from textwrap import shorten

import typer

from ..case import Case
from ..case.held import open_table, table_path
from ..errors import UsageError
from ..proceedings import Event, Setting, encode, seat_view
from ..room.opening import setting_of
from ..room.views.names import Names
from ..room.views.sentences import sentence
from ..stand_ins import hold_day
from ..talks.exercise import TRAINER
from .failures import say

_TOLD = frozenset({
    "Begun", "PhaseEntered", "MeetingOpened", "Proposed", "Amended", "Withdrawn", "Answered", "Referred", "Settled", "PointsRead",
    "PointObjected", "NewsCame", "PressLineGiven", "Ended",
})  # fmt: skip
"""What is printed of a day; the rest stands in the ledger."""
_WIDE = 150


def run(case: Case, groups: int, seed: int, now: datetime) -> None:
    """Play a day at each table, keep its ledger, tell what happened."""
    setting = setting_of(case)
    typer.echo("EXERCISE. Programs alone; nobody's words stand here but those of programs.")
    for number in range(1, groups + 1):
        day = hold_day(setting, seed=seed + number - 1, begins=now)
        _keep(case.folder, number, day.events)
        _tell(setting, number, seed + number - 1, day.events, now)


def _keep(folder: Path, number: int, events: tuple[Event, ...]) -> None:
    file, there = open_table(folder, number)
    with file:
        if there:
            raise UsageError(
                f"found a day at table {number} already ({table_path(folder, number)}), expected none: delete it, or play a "
                "copy of the case"
            )
        acts = [tuple(made) for _, made in groupby(events, key=lambda event: event.at)]
        file.append(*(encode(i, made) for i, made in enumerate(acts, 1)))


def _tell(setting: Setting, number: int, seed: int, events: tuple[Event, ...], now: datetime) -> None:
    view = seat_view(setting, events, TRAINER)
    names = Names(view, now)
    say(f"\nTable {number}, seed {seed}: {len(events)} events".lstrip("\n"), err=False)
    for line in _lines(names):
        say(f"  {line}", err=False)
    found = view.outcome
    what = f"agreed: {names.package(found.settled)}" if found.settled else "nothing was agreed"
    pending = ", ad referendum" if found.ad_referendum else ""
    say(f"Outcome ({found.kind}{pending}): {what}.", err=False)


def _lines(names: Names) -> Iterable[str]:
    for _, seen in names.view.feed:
        if type(seen.what).__name__ in _TOLD:
            yield shorten(f"{names.time(seen.at)} {sentence(names, seen.what)}", _WIDE, placeholder=" …")
