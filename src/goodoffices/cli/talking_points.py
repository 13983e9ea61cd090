"""`goodoffices talking-points`."""

from pathlib import Path

import typer

from ..brief import build_talking_points, talking_points_bytes, talking_points_data
from ..case import TEAM, read_case
from ..documents import json_text
from .handing_out import hand_out, refuse_others
from .readers import seen_by


def run(folder: Path, output: Path | None, day: str | None, by: str | None, as_json: bool, reader: str = TEAM) -> None:
    """Print the page and write it; with `--json` only print the data."""
    refuse_others(output, as_json)
    case = seen_by(read_case(folder), reader, day)
    outline = build_talking_points(case, day, by)
    if as_json:
        typer.echo(json_text(talking_points_data(case, outline, day)))
        return
    target = output or Path(f"{case.stem}-talking-points.html")
    data = talking_points_bytes(target.suffix.lower(), case, outline, day)
    hand_out(outline, target, data, given=output is not None)
