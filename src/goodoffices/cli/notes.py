"""The commands for what a team writes and hands over itself: notes. As in `app`, each body imports its work when it is called."""

from pathlib import Path
from typing import Annotated

import typer

from .failures import told
from .options import By, CaseFolder, Json

notes = typer.Typer()
"""Those that `app` takes in."""

_CASE = "Reports and the case"
On = Annotated[
    str | None,
    typer.Option("--on", metavar="DAY", help="The day on which it was done or entered.", show_default="today"),
]
_ANSWERS = "What a side answers"
_READERS = typer.Option(
    "--readers", metavar="READER", show_default="team",
    help="Who may read it: team, public, a party or third party; several with commas.",
)  # fmt: skip


@notes.command(rich_help_panel=_CASE)
def note(
    case: CaseFolder,
    text: Annotated[
        str | None,
        typer.Argument(
            metavar="[-]", help="- reads the standard input; without it your editor opens.", show_default=False
        ),
    ] = None,
    who: Annotated[
        list[str] | None,
        typer.Option("--who", metavar="NAME", help="Who was there; once for each.", show_default=False),
    ] = None,
    when: Annotated[
        str | None, typer.Option("--when", metavar="DAY", help="The day of which it tells.", show_default=False)
    ] = None,
    meeting: Annotated[
        str | None,
        typer.Option("--meeting", metavar="ID", help="The meeting of which it tells.", show_default=False),
    ] = None,
    readers: Annotated[list[str] | None, _READERS] = None,
    attribution: Annotated[
        str,
        typer.Option(
            "--attribution", metavar="named|role|none", help="How who speaks in it may be named outside the team."
        ),
    ] = "named",
    title: Annotated[
        str | None, typer.Option("--title", metavar="WORDS", help="Its title.", show_default=False)
    ] = None,
    on: On = None,
) -> None:
    """Enter a note of the team's own into a case."""
    from .note import Told, run

    with told():
        run(case, text, Told(tuple(who or ()), when, meeting, tuple(readers or ()), attribution, title, on))


@notes.command(rich_help_panel=_CASE)
def minutes(
    case: CaseFolder,
    meeting: Annotated[str, typer.Option("--meeting", metavar="ID", help="Of which meeting.", show_default=False)],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", show_default="NAME-minutes-ID.html here",
            help="Write to FILE, ending in .html, .pdf, .docx or .md; a form in .yaml.",
        ),
    ] = None,
    set_: Annotated[
        str | None,
        typer.Option("--set", metavar="read-back|confirmed|final|corrected", help="Set the state.", show_default=False),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--form", metavar="PARTY", help="Make the form in which a side answers.", show_default=False, rich_help_panel=_ANSWERS
        ),
    ] = None,
    answer: Annotated[
        tuple[str, Path] | None,
        typer.Option(
            "--answer", metavar="PARTY FILE", help="Take in what a side answers.", show_default=False, rich_help_panel=_ANSWERS
        ),
    ] = None,
    accept: Annotated[
        bool, typer.Option("--accept", help="Accept the claims of the answer.", rich_help_panel=_ANSWERS)
    ] = False,
    by: By = None,
    version: Annotated[
        int | None, typer.Option("--version", metavar="N", help="Print an earlier version.", show_default=False)
    ] = None,
    on: On = None,
    json: Json = False,
) -> None:  # fmt: skip
    """Print the minutes of a meeting, to read back to the sides, with what each confirms or objects to."""
    from .minutes import Told, run  # imports the printers

    with told(json):
        run(case, Told(meeting, output, version, form, answer, accept, by, set_, on), json)


@notes.command(rich_help_panel=_CASE)
def papers(
    case: CaseFolder,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[KEY=VALUE]...",
            help="A paper to enter, by the keys of papers.yaml: title, from and to at least.",
            show_default=False,
        ),
    ] = None,
    settle: Annotated[
        str | None,
        typer.Option(
            "--settle", metavar="ID", help="No answer to this paper is awaited any more.", show_default=False
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DAY", help="What was open on a day.", show_default="today"),
    ] = None,
    reader: Annotated[
        str,
        typer.Option("--for", metavar="READER", help="Whom it is for: he sees what he gave or got."),
    ] = "team",
    json: Json = False,
) -> None:  # fmt: skip
    """List papers that wait for an answer, the longest overdue first, then the others; or enter one."""
    from .papers import run
    from .papers_entered import Wanted

    with told(json):
        run(case, as_of, reader, Wanted(tuple(words or ()), settle), json)


@notes.command(rich_help_panel=_CASE)
def packets(
    case: CaseFolder,
    to: Annotated[
        Path,
        typer.Option(
            "--to", metavar="DIR", show_default=False,
            help="The folder for the packets; of a case that is no exercise, for a marked copy with packets in it.",
        ),
    ],
    people: Annotated[
        int | None,
        typer.Option(
            "--people", metavar="N", show_default=False,
            help="How many will come: seats, times and sheets are then right for that number.",
        ),
    ] = None,
) -> None:  # fmt: skip
    """Print what each seat of an exercise gets, and the trainer's plan."""
    from .packets import run  # imports the printers

    with told():
        run(case, to, people)
