"""`goodoffices brief`."""

from dataclasses import dataclass
from pathlib import Path

import typer

from ..brief import brief_bytes, brief_data, build_outline
from ..brief.charts import warm_up
from ..case import TEAM, Case, Changes, changes, read_case, read_state, seen_twice, state_of
from ..documents import json_text
from ..errors import UsageError
from .days import read_day
from .handing_out import hand_out, refuse_others
from .readers import seen_by


@dataclass(frozen=True)
class Wanted:
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
    reader: str = TEAM


def run(folder: Path, output: Path | None, wanted: Wanted, as_json: bool) -> None:
    """Print the brief and write it; with `--json` only print the data."""
    if wanted.beside not in (None, "agreement"):
        raise UsageError(f"--with: found '{wanted.beside}', expected agreement")
    refuse_others(output, as_json)
    whole, day, more = read_case(folder, wanted.originals), wanted.day, wanted.beside is not None
    case = seen_by(whole, wanted.reader, day)
    case, found = _changes(whole, case, wanted)
    if as_json:
        typer.echo(json_text(brief_data(case, found, day, more, build_outline(case, found, day, more, wanted.by))))
        return
    target = output or Path(f"{case.stem}.html")
    if more and case.preferences is not None and target.suffix.lower() == ".html":
        warm_up()
    outline = build_outline(case, found, day, more, wanted.by, wanted.annex)
    data = brief_bytes(target.suffix.lower(), case, found, day, outline, more)
    hand_out(outline, target, data, given=output is not None)


def _changes(whole: Case, case: Case, wanted: Wanted) -> tuple[Case, Changes | None]:
    """The case, and what changed in it since a day or since the JSON of an earlier brief."""
    since = wanted.since
    if since is None:
        return case, None
    if not since.lower().endswith(".json"):
        until = read_day("--as-of", wanted.day) if wanted.day is not None else None
        before, now = seen_twice(whole, read_day("--since", since), until, wanted.reader)
        return now, changes(state_of(before), now, since)
    if wanted.reader != TEAM:
        raise UsageError(
            f"--since: found a file with --for {wanted.reader}, expected the day on which it was made: its ids are its own"
        )
    return case, changes(read_state(Path(since)), case, Path(since).name)
