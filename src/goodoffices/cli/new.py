"""`goodoffices new`."""

from pathlib import Path

import typer

from ..case import new_case
from .failures import say


def run(folder: Path, exercise: bool) -> None:
    """Make a case, or an exercise, and say what to do next."""
    for path in new_case(folder, exercise=exercise):
        say(f"Written: {path}", err=False)
    typer.echo()
    then = f"goodoffices hold {folder} --programs-only" if exercise else f"goodoffices brief {folder}"
    say(f"Next: goodoffices check {folder}, then {then}; README.md there teaches the format.", err=False)
