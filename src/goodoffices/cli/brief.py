"""`goodoffices brief`."""

from dataclasses import dataclass
from pathlib import Path

import typer

from ..brief import brief_bytes, brief_data, build_outline
from ..brief.charts import warm_up
from ..case import Case, Changes, as_of, changes, read_case, read_state, state_of
from ..documents import json_text
from ..errors import UsageError
from .days import read_day
from .handing_out import hand_out, refuse_others


@dataclass(frozen=True)
class Seen:
    """Which brief is wanted."""

    since: str | None = None
    """A day, or the JSON of an earlier brief."""
    day: str | None = None
    originals: Path | None = None
    beside: str | None = None
    """What it is to have besides: `agreement`, or nothing."""
    by: str | None = None
    """Who signs for it."""
    annex: bool = False
    """Whether the annex is printed in every form."""


def run(folder: Path, output: Path | None, seen: Seen, as_json: bool) -> None:
    """Print the brief and write it; with `--json` only print the data."""
    if seen.beside not in (None, "agreement"):
        raise UsageError(f"--with: found '{seen.beside}', expected agreement")
    refuse_others(output, as_json)
    case, day, more = read_case(folder, seen.originals), seen.day, seen.beside is not None
    if day is not None:
        case = as_of(case, read_day("--as-of", day))
    found = _changes(case, seen.since)
    if as_json:
        typer.echo(json_text(brief_data(case, found, day, more, build_outline(case, found, day, more, seen.by))))
        return
    target = output or Path(f"{case.name}.html")
    if more and case.preferences is not None and target.suffix.lower() == ".html":
        warm_up()
    outline = build_outline(case, found, day, more, seen.by, seen.annex)
    data = brief_bytes(target.suffix.lower(), case, found, day, outline, more)
    hand_out(outline, target, data, given=output is not None)


def _changes(case: Case, since: str | None) -> Changes | None:
    """What changed since a day or since the JSON of an earlier brief."""
    if since is None:
        return None
    if since.lower().endswith(".json"):
        return changes(read_state(Path(since)), case, Path(since).name)
    return changes(state_of(as_of(case, read_day("--since", since))), case, since)
