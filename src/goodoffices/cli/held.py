"""The commands for talks that are held: what is made of a day of them. As in `app`, a body imports its work itself."""

from pathlib import Path
from typing import Annotated

import typer

from .failures import told
from .options import CaseFolder, For, Json, Table

held = typer.Typer()
"""Those that `app` takes in."""

_HELD = "Talks that are held"


@held.command(rich_help_panel=_HELD)
def export(
    case: CaseFolder,
    seat: Annotated[
        str, typer.Option("--as", metavar="SEAT", help="Whose day: a seat's, or the trainer's.", show_default=False)
    ],
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder to make.", show_default=False)],
    table: Table = 1,
    reader: For = "team",
) -> None:
    """Make a case of what one seat saw of talks that were held; as `trainer` of the whole record."""
    from .export import run

    with told():
        run(case, seat, to, table, reader)


@held.command(rich_help_panel=_HELD)
def debriefing(
    case: CaseFolder,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write to FILE, ending in .html, .pdf, .docx, .md or .json.",
            show_default="NAME-EXERCISE-debriefing.html here",
        ),
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="DIR", help="Write it as HTML and PDF into a folder.", show_default=False),
    ] = None,
    table: Annotated[
        int | None, typer.Option("--table", metavar="N", min=1, help="One table alone.", show_default="all of them")
    ] = None,
    trainer: Annotated[
        bool, typer.Option("--trainer", help="For the trainer alone, also before it is shown to all.")
    ] = False,
    json: Json = False,
) -> None:  # fmt: skip
    """Print what happened on a day of talks that were held, for all who took part."""
    from .debriefing import Wanted, run  # imports the printers

    with told(json):
        run(case, Wanted(output, to, table, trainer), json)
