"""`goodoffices export`."""

from pathlib import Path

import typer

from ..brief.english import counted
from ..case import make_case
from ..case.for_all_seats import require_for_all
from ..case.rights import TEAM
from ..documents import visible
from ..errors import UsageError
from ..synthesis.export import export
from ..talks import EVERYBODY, MARK
from .failures import say
from .held_days import HeldDay, read_day


def run(folder: Path, seat: str, to: Path, table: int, reader: str) -> None:
    """Make the case, and say what to do next."""
    day = read_day(folder, table)
    _require_reader(day, reader)
    require_for_all(day.case)
    made = make_case(to, export(day.view(seat), day.sides, reader))
    texts = sum(path.suffix == ".txt" for path in made)
    say(MARK, err=False)
    told = f"of what {seat} saw at table {table}" + ("" if reader == TEAM else f", for {reader}")
    say(f"{visible(str(to))}: a case {told}, with {counted(texts, 'source')}", err=False)
    typer.echo()
    say(f"Next: goodoffices check {to}, then goodoffices brief {to} or goodoffices compare {to}.", err=False)


def _require_reader(day: HeldDay, reader: str) -> None:
    known = (TEAM, EVERYBODY, *day.sides.parties, *day.sides.third_parties)
    if reader not in known:
        raise UsageError(f"--for: found '{visible(reader)}', expected one of {', '.join(known)}")
