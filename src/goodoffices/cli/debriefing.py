"""`goodoffices debriefing`."""

from dataclasses import dataclass
from pathlib import Path

import typer

from ..brief.debriefing import HeldTable, debriefing_data, debriefing_outline
from ..brief.forms import outline_bytes
from ..brief.outline import Outline
from ..case.held import tables
from ..documents import json_text, shown
from ..errors import DataError, Problem, UsageError
from .failures import say
from .handing_out import hand_out, refuse_others
from .held_days import HeldDay, read_day
from .kept import write_keeping


@dataclass(frozen=True)
class Wanted:
    """The options as they were given."""

    output: Path | None = None
    to: Path | None = None
    table: int | None = None
    trainer: bool = False


def run(folder: Path, wanted: Wanted, as_json: bool) -> None:
    """Print the pages and write them; with `--json` only print the data."""
    refuse_others(wanted.output, as_json)
    if wanted.to is not None and (wanted.output is not None or as_json):
        raise UsageError("--to: found --output or --json beside it; choose one")
    days = _days(folder, wanted)
    held = [HeldTable(day.number, day.setting, day.sides, day.events) for day in days]
    if not wanted.trainer:
        _require_revealed(folder, held)
    outline = debriefing_outline(held, trainer=wanted.trainer)
    if as_json:
        typer.echo(json_text(debriefing_data(outline)))
        return
    stem = f"{days[0].case.stem}-debriefing" + ("-trainer" if wanted.trainer else "")
    if wanted.to is not None:
        _write_all(outline, wanted.to, stem)
        return
    target = wanted.output or Path(f"{stem}.html")
    hand_out(outline, target, _bytes(target.suffix.lower(), outline), given=wanted.output is not None)


def _days(folder: Path, wanted: Wanted) -> list[HeldDay]:
    numbers = (wanted.table,) if wanted.table is not None else tables(folder)
    if not numbers:
        expected = "a table at which it was held (`held/table-1.jsonl`)"
        raise DataError([Problem(shown(folder), 0, 0, "a case of which nothing was held", expected)])
    return [read_day(folder, number) for number in numbers]


def _require_revealed(folder: Path, held: list[HeldTable]) -> None:
    """What happened is for nobody but the trainer before the trainer has shown it to all, at every table."""
    hidden = ", ".join(str(table.number) for table in held if not table.revealed)
    if hidden:
        found = f"a debriefing that is not shown to all yet (table {hidden})"
        expected = "the trainer to show it at the end of the day; --trainer prints it for the trainer alone"
        raise DataError([Problem(shown(folder), 0, 0, found, expected)])


def _write_all(outline: Outline, folder: Path, stem: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"--to: {folder}: found no folder that can be made ({error.strerror})") from error
    for ending in (".html", ".pdf"):
        say(write_keeping(folder / f"{stem}{ending}", outline_bytes(ending, outline), folder), err=False)


def _bytes(ending: str, outline: Outline) -> bytes:
    if ending == ".json":
        return (json_text(debriefing_data(outline)) + "\n").encode()
    return outline_bytes(ending, outline)
