"""`goodoffices draft`."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import typer

from ..brief.english import counted
from ..case.mixing import refuse_mixing
from ..documents import excerpt, shown
from ..errors import DataError, UsageError
from ..extraction.begin import Begun, Tell, begin
from ..extraction.extractors import Named
from ..extraction.read import Read
from ..extraction.roster import NOTHING as NOBODY
from ..extraction.roster import Said, bare
from ..extraction.sources import Details
from ..extraction.who import Sides, looked_at, who_talks
from ..talks import VOICES, Day
from .brief import Wanted
from .brief import run as brief
from .executors import TERMINATED, crew
from .failures import message, say
from .report_questions import ask_publisher, ask_readers, ask_side
from .sending import OF_A_DRAFT, readers_of, readers_said, require_open, require_public, say_where_it_goes, sent_away_to
from .together import together
from .who_talks import ask, asks, assumed

SOME = 10
"""The most lines of one kind that are told of a thousand reports."""
NOTHING = "plain knows English only. Whatever the language, claims can be recorded on selected words: goodoffices mark."
"""Said where nothing at all was proposed."""
INTERRUPTED = 130
"""The exit code of a command that was stopped by Ctrl-C."""


def run(
    files: list[Path],
    folder: Path,
    extractor: str,
    workers: int,
    scheduler: str | None,
    said: Said = NOBODY,
    readers: str | None = None,
) -> None:
    """Make the draft, print its brief, and say what to do next; exit with 1 where a file could not be read."""
    make = Named(extractor)
    if scheduler is not None and extractor == "llm":
        raise UsageError("--scheduler: the key of a language model is not sent to other machines; use --workers")
    for file in files:
        refuse_mixing(file, exercise=False, into=shown(folder))
    bound = readers_said(readers, OF_A_DRAFT)
    require_public(make, bound)
    if (address := sent_away_to(make)) is not None:
        require_open(files, address)
    say_where_it_goes(make)
    if scheduler is not None:
        say(f"The texts are sent to the Dask scheduler at {scheduler} and its workers.")
    asked = asks()
    details: dict[str, Details] = {}
    if asked:
        with crew(workers, scheduler) as ours:
            read = looked_at(files, ours.executor, ours.workers, sides=_sides(make))
        said = ask([one.sides for one in read], said, who_talks)
        details = _asked(read, said, Details(readers=bound), sent_away_to(make))
        require_public(make, *(readers_of(one) for one in details.values()))
    with crew(workers, scheduler) as ours, _progress(len(files)) as tell, _resumable(folder):
        begun = begin(
            folder, files, make, ours.executor, _today(), workers=ours.workers, tell=tell, said=said,
            untold=Details(readers=bound), details=details,
        )  # fmt: skip
    apart = extractor == "llm" and not together(folder, few=True)
    unwritten = _brief(folder)
    _say_next(begun)
    if not asked:
        assumed(begun.who, said)
    _say_then(begun)
    if begun.problems or unwritten or apart:
        raise typer.Exit(1)


def _sides(make: Named) -> Sides:
    """Who reads who talks, before it is asked for whom the reports are: a model on this machine, never one elsewhere."""
    here = make.name == "llm" and sent_away_to(make) is None
    return Sides(make.limits, by_a_model=True) if here else Sides()


def _brief(folder: Path) -> bool:
    """Print and write the brief; whether it could not be written. The case stands all the same, and that is said."""
    try:
        brief(folder, None, Wanted(), False)
    except DataError as error:
        for problem in error.problems:
            say(message(problem))
        return True
    return False


def _asked(read: Sequence[Read], said: Said, untold: Details, sent_to: str | None) -> dict[str, Details]:
    """Who published each report and whose it is, by the name of its file; of many reports nobody is asked that."""
    texts = {one.text: one for one in reversed(read)}  # what is there twice is asked of once
    if len(texts) > SOME:
        say(f"{len(texts)} reports: who published them, and for which side, can be said in record.yaml.", err=False)
        return {}
    reports = [one for one in read if texts[one.text] is one]
    details = {one.name: ask_side(ask_publisher(one, untold), lambda text: _side(said, text)) for one in reports}
    return {name: ask_readers(one, OF_A_DRAFT, sent_to) for name, one in details.items()}


def _side(said: Said, text: str) -> str:
    """Whose a report is: one of those who were just said to talk, under any of their names, or a voice besides."""
    sides = (*said.parties, *said.third)
    named = next((side.name for side in sides if bare(text) in map(bare, side.names)), None)
    if named is None and text not in VOICES:
        raise UsageError(
            f"side: found {excerpt(text)}, expected one of {', '.join([*VOICES, *(s.name for s in sides)])}"
        )
    return named or text


def _today() -> Day:
    return Day.parse(date.today().isoformat())


@contextmanager
def _resumable(folder: Path) -> Iterator[None]:
    """Tell whoever was stopped in the middle that nothing is lost."""
    again = f"the same command goes on from there, or remove {folder}"
    try:
        yield
    except (KeyboardInterrupt, SystemExit) as stop:
        say(
            f"goodoffices: stopped; what was done is kept in {folder}: {again}"
            if folder.exists()
            else "goodoffices: stopped"
        )
        raise typer.Exit(TERMINATED if isinstance(stop, SystemExit) else INTERRUPTED) from None
    except DataError as error:
        if not folder.exists():
            raise
        # Something was written, and is worth keeping: not the words of a command that left nothing behind.
        for problem in error.problems:
            say(message(problem))
        say(f"goodoffices: stopped; what was done is kept in {folder}: {again}")
        raise typer.Exit(1) from None


@contextmanager
def _progress(number: int) -> Iterator[Tell]:
    """A bar on the error output where a person looks; nothing where a program reads."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from .console import error_output

    console = error_output()
    columns = (TextColumn("Reports"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("Reports", total=number)
        yield lambda done: progress.advance(task, done)


def _say_some(lines: list[str]) -> None:
    """A few of the lines, and how many more there are."""
    for line in lines[:SOME]:
        say(line, err=False)
    if len(lines) > SOME:
        typer.echo(f"... and {len(lines) - SOME} more of this kind")


def _say_next(begun: Begun) -> None:
    typer.echo()
    for problem in begun.problems:
        say(message(problem))
    _say_some([f"{name}: {note}" for name, note in begun.notes])
    _say_some([f"{name}: the same text as {other}; left out" for name, other in begun.doubles])
    _say_some(
        [
            f"Source {copy.key} seems to be taken from {copy.of} ({copy.share:.0%} of the shorter one's runs of words): "
            "derived_from is proposed in record.yaml"
            for copy in begun.copies
        ]
    )
    reviewed = "Nobody has reviewed them." if begun.claims or not begun.by.startswith("plain ") else NOTHING
    say(
        f"{begun.folder}: a draft from {counted(len(begun.sources), 'report')}, with {counted(begun.claims, 'claim')} "
        f"proposed by {begun.by}. {reviewed}",
        err=False,
    )
    if begun.problems:
        number = len(begun.problems)
        say(f"{number} {'file was' if number == 1 else 'files were'} left out: see above")


def _say_then(begun: Begun) -> None:
    say(
        f"Next: goodoffices mark {begun.folder} (in the browser), or goodoffices review {begun.folder} (here).",
        err=False,
    )
