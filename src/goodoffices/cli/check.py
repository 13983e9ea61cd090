"""`goodoffices check`."""

import json as jsons
from pathlib import Path

import typer

from ..case import fill_anchors, inspect
from .failures import message, problem_data, say, tell


def run(folder: Path, write: bool, originals: Path | None, as_json: bool) -> None:
    """Tell every problem; exit with 1 where there is an error. With `--write` fill in the places of words first."""
    case, problems = inspect(folder, originals)
    errors = [p for p in problems if p.level == "error"]
    if errors:
        tell(tuple(problems), as_json)
        raise typer.Exit(1)
    filled = fill_anchors(folder) if write else None
    if as_json:
        data: dict[str, object] = {"ok": True, "problems": [problem_data(p) for p in problems]}
        typer.echo(jsons.dumps(data if filled is None else {**data, "filled": filled}, ensure_ascii=False, indent=1))
        return
    for problem in problems:
        say(message(problem))
    if case is not None:
        record = case.record
        counted = f"{len(record.sources)} sources, {len(record.claims)} claims, {len(case.talks.meetings)} meetings"
        say(f"{folder}: good: {counted}", err=False)
    if case is not None and case.originals:
        proved = sum(c.original is not None and c.source in case.originals for c in case.record.claims)
        typer.echo(f"{proved} claims proved against {len(case.originals)} originals")
    if filled is not None:
        typer.echo(f"filled in where the words of {filled} claims stand")
