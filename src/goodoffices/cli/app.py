"""The commands. Each body imports its work only when it is called, so that `--help` stays fast."""

from pathlib import Path
from typing import Annotated

import typer

from .. import __version__
from .analysis import commands
from .failures import told
from .held import held
from .notes import notes
from .options import (
    REPORT,
    WORK,
    As,
    Blind,
    By,
    CaseFolder,
    For,
    Json,
    Originals,
    Party,
    Readable,
    Third,
)

app = typer.Typer(
    name="goodoffices",
    help="Mediated talks: who met, who said what, where the sides stand, the brief on it, and what could be agreed.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_CASE = "Reports and the case"
"""The first group of commands in `--help`."""


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
    """Mediated talks: who met, who said what, where the sides stand, the brief on it, and what could be agreed."""


@app.command(rich_help_panel=_CASE)
def draft(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="The reports.", show_default=False)],
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder to make.")] = Path("draft"),
    party: Party = None,
    third: Third = None,
    readers: Readable = None,
    extractor: Annotated[
        str, typer.Option(metavar="plain|llm", help="Who proposes claims.", rich_help_panel=WORK)
    ] = "plain",
    workers: Annotated[
        int, typer.Option(metavar="N", min=1, max=256, help="Processes to work with.", rich_help_panel=WORK)
    ] = 1,
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Work on the Dask cluster at this address.", show_default=False,
                     rich_help_panel=WORK),
    ] = None,
) -> None:  # fmt: skip
    """Make a case from reports, proposed throughout, and print its brief."""
    from .draft import run  # imports the extractors
    from .who_talks import said_of

    with told():
        run(files, to, extractor, workers, scheduler, said_of(party or (), third or ()), readers)


@app.command(rich_help_panel=_CASE)
def add(
    case: CaseFolder,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE", help="Reports; - reads the standard input.", show_default=False)
    ],
    party: Party = None,
    third: Third = None,
    publisher: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Who published it.", show_default=False, rich_help_panel=REPORT),
    ] = None,
    address: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Where it was published.", show_default=False, rich_help_panel=REPORT),
    ] = None,
    printed: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="The day it was published.", show_default=False, rich_help_panel=REPORT),
    ] = None,
    side: Annotated[
        str | None,
        typer.Option(metavar="ID", help="press, mediator, or the party that speaks.", show_default="press",
                     rich_help_panel=REPORT),
    ] = None,
    written: Annotated[
        str | None,
        typer.Option(metavar="WHEN", help="before, during or after the talks.", show_default="not said",
                     rich_help_panel=REPORT),
    ] = None,
    readers: Readable = None,
    extractor: Annotated[
        str, typer.Option(metavar="plain|llm", help="Who proposes claims.", rich_help_panel=WORK)
    ] = "plain",
) -> None:  # fmt: skip
    """Add reports to a case, with proposed claims."""
    from .add import Told, run  # imports the extractors
    from .who_talks import said_of

    with told():
        run(
            case,
            files,
            Told(publisher, address, printed, side, written, readers),
            extractor,
            said_of(party or (), third or ()),
        )


@app.command(rich_help_panel=_CASE)
def mark(
    case: CaseFolder,
    by: By = None,
    alone: As = None,
    blind: Blind = False,
    port: Annotated[
        int,
        typer.Option("--port", min=0, max=65535, metavar="N", help="The port of the page.", show_default="a free one"),
    ] = 0,
    open_: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
) -> None:
    """Accept, edit, reject proposed claims, and record new ones, in a page on this machine."""
    from .deciding import Whose
    from .mark import run

    with told():
        run(case, Whose(by, alone, blind), port, open_)


@app.command(rich_help_panel=_CASE)
def review(case: CaseFolder, by: By = None, alone: As = None, blind: Blind = False) -> None:
    """Accept, edit, reject proposed claims in the terminal."""
    from .deciding import Whose
    from .review import run

    with told():
        run(case, Whose(by, alone, blind))


@app.command(rich_help_panel=_CASE)
def agreement(
    case: CaseFolder,
    seed: Annotated[
        int, typer.Option("--seed", metavar="N", min=0, help="Of the random samples for the interval.")
    ] = 1,
    json: Json = False,
) -> None:
    """Tell where readers who marked a case each by himself decided otherwise, and how far they agree."""
    from .agreement import run

    with told(json):
        run(case, seed, json)


@app.command(rich_help_panel=_CASE)
def forget(
    case: CaseFolder,
    source: Annotated[
        str | None, typer.Option("--source", metavar="ID", help="The source to forget.", show_default=False)
    ] = None,
    person: Annotated[
        str | None, typer.Option("--person", metavar="ID", help="The person to forget.", show_default=False)
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask; it cannot be undone.")] = False,
) -> None:
    """Take a source or a person out of a case's folder, so that nothing of it is left there."""
    from .forget import run

    with told():
        run(case, source, person, yes)


@app.command(rich_help_panel=_CASE)
def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.", show_default=False)],
    exercise: Annotated[
        bool, typer.Option("--exercise", help="An exercise, a day of talks to be held to learn.")
    ] = False,
) -> None:
    """Make a commented, valid case to start from."""
    from .new import run

    with told():
        run(folder, exercise)


@app.command(rich_help_panel=_CASE)
def check(
    case: CaseFolder,
    write: Annotated[
        bool, typer.Option("--write", help="Fill in where each claim's words stand; comments and order stay.")
    ] = False,
    originals: Originals = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", metavar="DAY", help="Tell which sources are due to be forgotten on a day.", show_default="today"
        ),
    ] = None,
    whole: Annotated[
        bool, typer.Option("--all", help="Print each warning and note, also where many are of one kind.")
    ] = False,
    json: Json = False,
) -> None:
    """Tell every mistake in a case, each with its place."""
    from .check import run

    with told(json):
        run(case, write, originals, as_of, whole, json)


@app.command(rich_help_panel=_CASE)
def compare(
    reports: Annotated[
        list[Path],
        typer.Argument(
            metavar="CASE|FILE...",
            help="A case folder; or two or more reports (text, HTML, PDF, Word, mail).",
            show_default=False,
        ),
    ],
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DAY", help="Compare what could be known on a day.", show_default=False),
    ] = None,
    reader: For = "team",
    extractor: Annotated[
        str, typer.Option(metavar="plain|llm", help="Who reads reports side by side: rules, or a model that you name.")
    ] = "plain",
    json: Json = False,
) -> None:
    """Show where the accounts agree, differ, or stand alone; of two or more reports, what they tell differently.

    Reports need no case. Their sentences are set side by side by the words they share, and what differs is marked:
    the day, a number, the place, who, who did it to whom, told or denied, to which degree, how certain.
    Then comes what was found in one report alone.
    """
    from .compare import run

    with told(json):
        run(reports, as_of, json, reader, extractor)


@app.command(rich_help_panel=_CASE)
def brief(
    case: CaseFolder,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to FILE, ending in .html, .pdf, .docx, .md or .json.",
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
    beside: Annotated[
        str | None,
        typer.Option(
            "--with", metavar="agreement", help="Also tell what could be agreed, as `agree` does.", show_default=False
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="NAME", help="Who signs for the brief, under its title.", show_default=False),
    ] = None,
    annex: Annotated[
        bool,
        typer.Option("--annex", help="With delegations, meetings, sources, every pair of accounts, every claim."),
    ] = False,
    reader: For = "team",
    json: Json = False,
) -> None:
    """Print the brief of a case and write it to a file."""
    from .brief import Wanted, run  # imports the printers

    with told(json):
        run(case, output, Wanted(since, as_of, originals, beside, by, annex, reader), json)


@app.command("talking-points", rich_help_panel=_CASE)
def talking_points(
    case: CaseFolder,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to FILE, ending in .html, .pdf, .docx, .md or .json.",
            show_default="NAME-talking-points.html here",
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DAY", help="Show the case as it could be known on a day.", show_default=False),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="NAME", help="Who signs for the page, under its title.", show_default=False),
    ] = None,
    reader: For = "team",
    json: Json = False,
) -> None:
    """Print one page for the mediator: what each side said on each issue, and what to ask it."""
    from .talking_points import run  # imports the printers

    with told(json):
        run(case, output, as_of, by, json, reader)


@app.command(rich_help_panel=_CASE)
def sheet(
    case: CaseFolder,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write to FILE, ending in .xlsx.", show_default="NAME.xlsx here"
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DAY", help="Show the case as it could be known on a day.", show_default=False),
    ] = None,
    reader: For = "team",
) -> None:
    """Write a workbook in which positions are tracked."""
    from .sheet import run  # imports the brief

    with told():
        run(case, output, as_of, reader)


@app.command(rich_help_panel=_CASE)
def schema(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[talks|record|preferences|conflict|reading|decisions|minutes|papers|exercise]",
            help="Print the schema of one file.",
            show_default=False,
        ),
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


app.add_typer(notes)
app.add_typer(held)
app.add_typer(commands)
