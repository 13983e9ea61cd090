"""The commands that compute what could be agreed. Each body imports its work only when it is called, as in `app.py`."""

from pathlib import Path
from typing import Annotated

import typer

from .failures import told
from .options import CaseFolder, Deadline, Figure, For, Json, NoDeal, Scenario, Scheduler, Workers

commands = typer.Typer()
"""Those that `app` takes in."""
_AGREED, _RESEARCH = "What could be agreed", "For research"
"""The groups of commands in `--help`, in this order."""


@commands.command(rich_help_panel=_AGREED)
def agree(
    case: CaseFolder,
    readings: Annotated[
        int, typer.Option(metavar="N", min=1, max=10_000_000, help="Readings under each prior.")
    ] = 10_000,
    seed: Annotated[int, typer.Option(metavar="N", min=0, help="Where the drawing of readings starts.")] = 0,
    workers: Workers = 1,
    scheduler: Scheduler = None,
    deadline: Deadline = 600,
    figure: Figure = None,
    reader: For = "team",
    json: Json = False,
) -> None:
    """Tell what could be agreed when preferences are only partly known, and what to ask next."""
    from .agree import run  # imports NumPy and the kernels

    with told(json):
        run(case, readings, seed, workers, scheduler, deadline, figure, json, reader)


@commands.command(rich_help_panel=_RESEARCH)
def frontier(
    scenario: Scenario,
    no_deal: NoDeal = "file",
    deadline: Deadline = 60,
    max_points: Annotated[
        int, typer.Option("--max-points", metavar="N", min=1, max=100_000_000, help="The most packages to keep.")
    ] = 1_000_000,
    figure: Figure = None,
    reader: For = "team",
    json: Json = False,
) -> None:
    """List the packages to which no other is as good for all parties and better for one."""
    from .frontier import run  # imports NumPy and the kernels

    with told(json):
        run(scenario, no_deal, deadline, max_points, figure, json, reader)


@commands.command(rich_help_panel=_RESEARCH)
def solve(
    scenario: Scenario,
    no_deal: NoDeal = "file",
    deadline: Deadline = 60,
    figure: Figure = None,
    reader: For = "team",
    json: Json = False,
) -> None:
    """Find the Nash, egalitarian, Kalai-Smorodinsky and utilitarian packages."""
    from .solve import run  # imports NumPy and the kernels

    with told(json):
        run(scenario, no_deal, deadline, figure, json, reader)


@commands.command(rich_help_panel=_RESEARCH)
def stability(
    conflict: Annotated[
        Path, typer.Argument(metavar="CONFLICT", help="A case folder, or a conflict file.", show_default=False)
    ],
    reader: For = "team",
    json: Json = False,
) -> None:
    """Tell which states would hold, who could leave the others, and what keeps them from leaving."""
    from .stability import run  # imports NumPy and the kernels

    with told(json):
        run(conflict, json, reader)


@commands.command(rich_help_panel=_RESEARCH)
def divide(
    division: Annotated[
        Path, typer.Argument(metavar="FILE", help="What the two value, in points.", show_default=False)
    ],
    json: Json = False,
) -> None:
    """Divide issues between two parties by Adjusted Winner."""
    from .divide import run

    with told(json):
        run(division, json)


@commands.command(rich_help_panel=_RESEARCH)
def convert(
    scenario: Scenario,
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder to make.", show_default=False)],
    form: Annotated[
        str, typer.Option("--format", metavar="case|genius", help="A case folder, or Genius XML files.")
    ] = "case",
) -> None:
    """Write a scenario in another format."""
    from .convert import run

    with told():
        run(scenario, to, form)
