"""The commands. Each body imports its work only when it is called, so that `--help` stays fast."""

import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from .. import __version__
from .failures import told

app = typer.Typer(
    name="goodoffices",
    help="The record of mediated talks: who met, who said what, where the sides stand, and the brief on it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

CaseFolder = Annotated[Path, typer.Argument(metavar="CASE", help="The case folder.", show_default=False)]
Originals = Annotated[
    Path | None,
    typer.Option("--originals", metavar="DIR", show_default=False,
                 help="A folder with the originals of restated sources: prove and show them."),
]  # fmt: skip
Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs; write no file.")]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"goodoffices {__version__}")
        raise typer.Exit


@app.callback()
def goodoffices(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """The record of mediated talks: who met, who said what, where the sides stand, and the brief on it."""


@app.command()
def brief(
    case: CaseFolder,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to FILE, ending in .html, .docx, .md or .json.",
            show_default="NAME.html here",
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DAY|OLD.json",
            help="Tell first what changed since a day, or since an earlier brief.",
            show_default=False,
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DAY", help="Show the case as it could be known on a day.", show_default=False),
    ] = None,
    originals: Originals = None,
    json: Json = False,
) -> None:
    """Print the brief of a case and write it to a file."""
    from .brief import run  # imports the printers

    with told(json):
        run(case, output, since, as_of, originals, json)


@app.command()
def compare(
    case: CaseFolder,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DAY", help="Compare what could be known on a day.", show_default=False),
    ] = None,
    json: Json = False,
) -> None:
    """Show where the accounts agree, differ, or stand alone."""
    from .compare import run

    with told(json):
        run(case, as_of, json)


@app.command()
def check(
    case: CaseFolder,
    write: Annotated[
        bool, typer.Option("--write", help="Fill in where each claim's words stand; comments and order stay.")
    ] = False,
    originals: Originals = None,
    json: Json = False,
) -> None:
    """Tell every mistake in a case, each with its place."""
    from .check import run

    with told(json):
        run(case, write, originals, json)


@app.command()
def schema(
    name: Annotated[
        str | None, typer.Argument(metavar="[talks|record]", help="Print the schema of one file.", show_default=False)
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="DIR", help="Write NAME.schema.json of every file into DIR.", show_default=False
        ),
    ] = None,
) -> None:
    """Print or write the JSON Schemas of a case's files, for editors."""
    from .schema import run

    with told():
        run(name, output)


@app.command()
def new(folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.", show_default=False)]) -> None:
    """Make a commented, valid case to start from."""
    from .new import run

    with told():
        run(folder)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot print a letter (cp1252 has no arrow) shows a question mark, not a traceback.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    app(prog_name="goodoffices")
