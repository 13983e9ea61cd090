"""`goodoffices new`."""

from pathlib import Path

import typer

from ..case import new_case


def run(folder: Path) -> None:
    """Make a case and say what to do next."""
    for path in new_case(folder):
        typer.echo(f"Written: {path}")
    typer.echo(
        f"\nNext: goodoffices check {folder}, then goodoffices brief {folder}; README.md there teaches the format."
    )
