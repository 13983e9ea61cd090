"""`goodoffices forget`."""

import sys
from datetime import date
from pathlib import Path

import typer

from ..brief.english import counted
from ..case.held import require_unused
from ..documents import visible
from ..errors import DataError, Problem, UsageError
from ..marking.lock import locked
from ..synthesis.forgetting import Plan, carry_out, finish, is_unfinished, plan_person, plan_source, search
from ..talks import Day
from .failures import say

MOST = 30
"""Things of one kind that are told one by one."""


def run(folder: Path, source: str | None, person: str | None, yes: bool) -> None:
    """Show what would go, ask, take it out, and search the folder for what is left of it."""
    if (source is None) == (person is None):
        raise UsageError("found both --source and --person, or neither; say one of them")
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder; name a case")
    require_unused(folder)
    with locked(folder):
        if is_unfinished(folder):
            finish(folder)
            say("An earlier forgetting had been stopped; it is finished now.", err=False)
            if not _is_there(folder, source, person):
                return
        today = Day.parse(date.today().isoformat())
        plan = plan_source(folder, source) if source is not None else plan_person(folder, person or "", today)
        _show(plan)
        if not yes and not _agreed():
            typer.echo("Nothing was changed.")
            raise typer.Exit(1)
        carry_out(plan)
        _tell_what_is_left(plan)


def _is_there(folder: Path, source: str | None, person: str | None) -> bool:
    from ..case import read_case  # a case that was left half done cannot be read before it is finished

    case = read_case(folder)
    return source in case.record.sources or person in case.talks.people


def _show(plan: Plan) -> None:
    typer.echo(f"To forget: {visible(plan.what)}, in {visible(str(plan.folder))}\n")
    for group in plan.groups:
        if group.lines:
            more = f"\n    and {len(group.lines) - MOST} more" if len(group.lines) > MOST else ""
            typer.echo(f"  {group.title}:\n    {visible('; '.join(group.lines[:MOST]))}{more}")
    _tell_still(plan, "It stays, and may still tell of it; change it by hand")
    typer.echo("\nOut of reach, and as it was:")
    for line in plan.out_of_reach:
        typer.echo(f"  - {visible(line)}")


def _tell_still(plan: Plan, title: str) -> None:
    """What the team wrote itself, with words that only the forgotten report had."""
    if plan.still:
        typer.echo(f"\n{title}:")
        for line in plan.still:
            typer.echo(f"  - {visible(line)}")


def _agreed() -> bool:
    typer.echo("\nThis cannot be undone. Type yes to go on: ", nl=False)
    answer = sys.stdin.readline()
    if not sys.stdin.isatty():
        typer.echo()
    return answer.strip().lower() == "yes"


def _tell_what_is_left(plan: Plan) -> None:
    found = search(plan.folder, plan.find)
    if found.found:
        expected = "nothing of it; somebody wrote it meanwhile: run the command again"
        raise DataError(
            Problem(str(plan.folder / name), 0, 0, "what should be forgotten", expected) for name in found.found
        )
    looked = f"{counted(found.files, 'file')}, {found.size:,} bytes"
    but = " but what is told above" if plan.still else ""
    typer.echo(f"\nForgotten. Searched {looked}: nothing of it is left{but}.")
    for name in found.closed:
        typer.echo(f"Not searched: {visible(name)}")
