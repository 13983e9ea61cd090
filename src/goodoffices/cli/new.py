"""`goodoffices new`."""

from pathlib import Path

import typer

from ..case import new_case
from .failures import say


def run(folder: Path) -> None:
    """Make a case and say what to do next."""
    for path in new_case(folder):
        say(f"Written: {path}", err=False)
    typer.echo()
    say(
        f"Next: goodoffices check {folder}, then goodoffices brief {folder}; README.md there teaches the format.",
        err=False,
    )
