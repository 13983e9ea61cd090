"""`goodoffices stability`."""

import os
from pathlib import Path

import typer
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ..bargaining.stability import MOST_LISTED, Stability, Told, concept_names, grounds, stability, told
from ..case import TEAM, Case, inspect, read_case, read_conflict
from ..documents import json_text, visible
from ..errors import DataError, Problem, UsageError
from ..talks import Conflict
from .console import standard_output
from .readers import say_label, seen_by, whom

_STYLES = {"would hold:": "green", "would hold by": "yellow", "would not hold": "red"}


def run(path: Path, as_json: bool, reader: str = TEAM) -> None:
    """Print for the status quo and each equilibrium who could leave it and what keeps them from leaving, then the concepts."""
    case = _case(path, reader)
    found = stability(_conflict(path, case, reader))
    if as_json:
        typer.echo(json_text(({} if case is None else whom(case)) | found.data(), indent=None))
        return
    if case is not None:
        say_label(case)
    console = standard_output()
    _print_head(found, console)
    for state in told(found):
        _print_state(state, console)
    _print_end(found, console)


def _case(path: Path, reader: str) -> Case | None:
    """The case in which a conflict stands, as it is to be read; None for a conflict alone."""
    if not os.path.exists(path / "talks.yaml"):
        if reader != TEAM:
            raise UsageError("--for: found a conflict alone, expected a case; who may read what is said in a case")
        return None
    if reader == TEAM:  # a mistake elsewhere in the case does not keep the team from its conflict
        return inspect(path)[0]
    return seen_by(read_case(path), reader)


def _conflict(path: Path, case: Case | None, reader: str) -> Conflict:
    if case is None or reader == TEAM:
        return read_conflict(path)
    if case.conflict is None:
        expected = f"`readers: [{reader}]` in conflict.yaml, if it may be"
        raise DataError([Problem(str(path), 0, 0, f"no conflict that is for {reader}", expected)])
    return case.conflict


def _print_head(found: Stability, console: Console) -> None:
    conflict = found.conflict
    console.print(Text(visible(conflict.title or "Would it hold?"), style="bold"))
    if conflict.source:
        console.print(Text(f"Source: {visible(conflict.source)}", style="dim"))
    names = ", ".join(visible(name or key) for key, name in conflict.decision_makers.items())
    console.print(Text(f"{found.model.states:,} states; decision makers: {names}", style="dim"))
    for line in grounds(conflict):
        console.print(Text(f"! {visible(line)}", style="yellow"))


def _print_state(state: Told, console: Console) -> None:
    console.print()
    style = next((style for start, style in _STYLES.items() if state.verdict.startswith(start)), "")
    today = "Status quo: " if state.status_quo else ""
    console.print(Text(visible(f"{today}{state.state}"), style="bold") + Text(f": {state.verdict}", style=style))
    for line in state.lines:
        _bullet(line, console)
    console.print(Text(f"  {visible(state.detail)}", style="dim"))


def _bullet(line: str, console: Console) -> None:
    if not console.is_terminal:
        console.print(Text(f"  - {visible(line)}"))
        return
    grid = Table.grid(padding=(0, 1))
    grid.add_row(Text("-", style="dim"), Text(visible(line)))
    console.print(Padding(grid, (0, 0, 0, 2)))


def _print_end(found: Stability, console: Console) -> None:
    console.print()
    if found.model.states > MOST_LISTED:
        console.print(Text(f"Who could leave a state is told up to {MOST_LISTED:,} states."))
    elif not found.verdicts:
        console.print(Text("No state is stable for all in any sense, and the file names no status quo."))
    console.print(Text("In the terms of the theory", style="bold"))
    for line in concept_names(found):
        console.print(Text(f"  {visible(line)}"))
