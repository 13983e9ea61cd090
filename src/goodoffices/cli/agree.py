"""`goodoffices agree`."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import typer
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ..bargaining.readings import Agreement, Settings, agree
from ..bargaining.readings.figure import shares_figure
from ..bargaining.readings.settings import Tell
from ..case import TEAM, read_case
from ..documents import json_text, visible
from ..talks import Preferences
from .console import error_output, standard_output
from .drawing import draw, refuse_others
from .readers import marked, say_label, seen_by, whom

ASKED = 8
"""The most questions that are printed; JSON has all."""


def run(
    folder: Path, readings: int, seed: int, workers: int, scheduler: str | None, deadline: float, figure: Path | None,
    as_json: bool, reader: str = TEAM,
) -> None:  # fmt: skip
    """Print what could be agreed; write the figure that is asked for."""
    refuse_others(figure)
    case = seen_by(read_case(folder), reader)
    # A case without the file is one of whose parties nothing is known: that is an answer, too.
    preferences = case.preferences or Preferences(format="preferences/1")
    with _executor(workers, scheduler) as (executor, many), _progress(as_json) as tell:
        settings = Settings(readings=readings, seed=seed, deadline=deadline, workers=many, tell=tell)
        found = agree(case.talks, preferences, settings, executor)
    if case.is_for_others:
        found = replace(found, ask_next=())  # what the team means to ask is its own
    drawn = figure if not found.why_no_more else None
    if drawn is not None:
        draw(drawn, shares_figure(found), f"{marked(case)}Options by share: {found.title}")
    if as_json:
        typer.echo(json_text(whom(case) | found.data()))
        return
    say_label(case)
    _print(found, standard_output(), 0 if case.is_for_others else ASKED)
    if drawn is not None:
        typer.echo(f"\nWritten: {drawn.resolve()}")
    elif figure is not None:
        typer.echo(f"\nNo figure was written: {figure.name} would show shares, and none are given.")


@contextmanager
def _executor(workers: int, scheduler: str | None) -> Iterator[tuple[Executor | None, int]]:
    """Threads, since the work is compiled; or a cluster."""
    if scheduler is not None:
        from .executors import crew  # imports the report readers, which only a cluster's crew shares

        with crew(1, scheduler) as ours:
            yield ours.executor, ours.workers
    elif workers == 1:
        yield None, 1
    else:
        with ThreadPoolExecutor(workers) as pool:
            yield pool, workers


@contextmanager
def _progress(silent: bool) -> Iterator[Tell | None]:
    """A bar on the error output where a person looks; nothing where a program reads."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    console = error_output()
    if silent or not console.is_terminal:
        yield None
        return
    with Progress(
        TextColumn("Readings"), BarColumn(), TimeRemainingColumn(), console=console, transient=True
    ) as progress:
        task = progress.add_task("Readings", total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)


def _print(found: Agreement, console: Console, asked: int) -> None:
    """In the order in which a mediator needs it: what is certain, how often, what to ask, what it hangs on."""
    _line(console, f"What could be agreed: {found.title}", "bold")
    _line(console, f"{found.packages:,} packages; whose consent counts: {', '.join(found.parties.values())}.", "dim")
    for note in found.notes:
        _line(console, f"! {note}", "yellow")
    if not found.complete:
        _line(console, f"! Stopped at the deadline: {found.readings:,} readings under each prior were drawn.", "yellow")
    for head, lines in found.sections(asked):
        console.print()
        _line(console, head.upper(), "bold cyan")
        _list(console, lines)


def _list(console: Console, lines: Sequence[str]) -> None:
    for line in lines:
        if console.is_terminal:
            grid = Table.grid(padding=(0, 1))
            grid.add_row(Text("-", style="dim"), Text(visible(line)))
            console.print(Padding(grid, (0, 0, 0, 2)))
        else:
            _line(console, f"  - {line}")


def _line(console: Console, text: str, style: str = "") -> None:
    console.print(Text(visible(text), style=style), soft_wrap=not console.is_terminal)
