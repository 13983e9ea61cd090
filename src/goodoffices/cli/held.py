"""The commands for talks that are held: the room, and what is made of a day. As in `app`, a body imports its work itself."""

from pathlib import Path
from typing import Annotated

import typer

from .failures import told
from .options import NETWORK, CaseFolder, For, Json, Table

held = typer.Typer()
"""Those that `app` takes in."""

_HELD = "Talks that are held"


@held.command(rich_help_panel=_HELD)
def hold(
    case: CaseFolder,
    groups: Annotated[int, typer.Option("--groups", metavar="N", min=1, help="So many tables at once, 30 at most.")] = 1,
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="DIR", help="Of a case that is no exercise: hold a marked copy of it, here.",
                     show_default=False),
    ] = None,
    solo: Annotated[bool, typer.Option("--solo", help="You are the mediator; programs sit for the invented parties.")] = False,
    programs_only: Annotated[
        bool, typer.Option("--programs-only", help="Play a day without people, tell what happened, and end.")
    ] = False,
    chat: Annotated[
        bool, typer.Option("--chat", help="People write to each other; without it they talk, and scribes write.")
    ] = False,
    port: Annotated[
        int,
        typer.Option("--port", min=0, max=65535, metavar="N", help="The port of the pages.",
                     show_default="as before, or a free one"),
    ] = 0,
    seed: Annotated[int, typer.Option("--seed", metavar="N", min=0, help="Of what programs do.")] = 1,
    people: Annotated[
        int | None,
        typer.Option("--people", metavar="N", show_default=False,
                     help="How many come to a table: seats, meetings, news and minutes are then right for that number."),
    ] = None,
    network: Annotated[
        bool, typer.Option("--network", help="Serve the local network, encrypted.", rich_help_panel=NETWORK)
    ] = False,
    address: Annotated[
        str | None,
        typer.Option("--address", metavar="ADDRESS", help="This machine's address there.", show_default="found out",
                     rich_help_panel=NETWORK),
    ] = None,
    certificate: Annotated[
        Path | None,
        typer.Option("--certificate", metavar="FILE", help="Your own certificate (PEM).", show_default="one is made",
                     rich_help_panel=NETWORK),
    ] = None,
    key: Annotated[
        Path | None, typer.Option("--key", metavar="FILE", help="Its key.", show_default=False, rich_help_panel=NETWORK)
    ] = None,
) -> None:  # fmt: skip
    """Hold the talks of an exercise: pages for the trainer and for each seat."""
    from .hold import Net, Wishes, run

    with told():
        run(
            case,
            Wishes(groups, solo, chat, port, Net(network, address, certificate, key), programs_only, seed, to, people),
        )


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
