"""What is known of a report besides its text: as the options say it, and what they do not say asked at a terminal.

It is asked before the report is read, so that nothing is sent to another machine that somebody would have kept here.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar, get_args

import typer

from ..case import TEAM
from ..documents import excerpt, read_bytes, shown
from ..errors import DataError, UsageError
from ..extraction.apart import READERS
from ..extraction.read import Given, Read
from ..extraction.reports import LIMIT
from ..extraction.sources import Details
from ..extraction.who import Sides
from ..record.source import Written
from ..talks import EVERYBODY, OWN, Day, Readers
from .failures import say
from .sending import readers_said

T = TypeVar("T")


@dataclass(frozen=True)
class Known:
    """Whom an answer may name, and where the text would be sent, if it leaves this machine."""

    sides: tuple[str, ...]
    readers: tuple[str, ...]
    sent_to: str | None = None


def locally_read(files: Iterable[Path]) -> Iterator[Read]:
    """The reports that can be read, as this program reads them: nothing is proposed, and nothing sent."""
    for file in files:
        with suppress(DataError):
            read = READERS.read(Sides(), Given(shown(file), read_bytes(file, LIMIT)))
            if read.problem is None:
                yield read


def ask_of_each(reports: Iterable[Read], details: Details, known: Known, keys: Sequence[str]) -> dict[str, Details]:
    """What is said of each report, by its name; `keys`: what is asked of, where the options do not say it."""
    return {report.name: _ask(report, details, known, keys) for report in reports}


def _ask(report: Read, details: Details, known: Known, keys: Sequence[str]) -> Details:
    """What the options do not say, asked with the guess as the answer that Enter gives."""
    guess = report.guesses
    say(f"{report.name}: {guess.title or 'a report without a title'}", err=False)
    asked: dict[str, Callable[[], object]] = {
        "publisher": lambda: typer.prompt("Publisher", default=guess.publisher or "") or None,
        "address": lambda: typer.prompt("Address", default=guess.address or "") or None,
        "printed": lambda: _again("Printed on", guess.printed or "not said", day_of),
        "side": lambda: _again("Side", "press", side_of, known.sides),
        "written": lambda: _again("Written (before, during, after the talks)", "not said", written_of),
    }
    for key in keys:
        if getattr(details, key) is None:
            details = replace(details, **{key: asked[key]()})  # type: ignore[arg-type]
    return _readers_asked(details, known) if known.sent_to is not None and not details.readers else details


def _readers_asked(details: Details, known: Known) -> Details:
    own = details.side == OWN
    say(f"What is not for everybody is not sent to {known.sent_to}.", err=False)
    readers = _again("Who may read it", TEAM if own else EVERYBODY, readers_said, known.readers)
    return replace(details, readers=readers)


def _again(asked: str, default: str, read: Callable[..., T], *more: object) -> T:
    """An answer, asked for until it is one."""
    answer: T = typer.prompt(asked, default=default, value_proc=lambda text: _answer(read, text, *more))
    return answer


def _answer(read: Callable[..., T], text: str, *more: object) -> T:
    """A wrong answer is asked for again, as typer does it."""
    try:
        return read(text, *more)
    except UsageError as error:
        raise typer.BadParameter(str(error).partition(": ")[2]) from None


def readers_of(details: Details) -> Readers:
    """Who may read the reports: notes of the team's own are for the team."""
    return details.readers or ((TEAM,) if details.side == OWN else ())


def day_of(text: str) -> Day:
    """`--printed`."""
    try:
        return Day.parse(text)
    except ValueError as error:
        raise UsageError(f"--printed: found {excerpt(text)}, expected {error}") from None


def side_of(text: str, known: Sequence[str]) -> str:
    """`--side`: one of those known."""
    if text not in known:
        raise UsageError(f"--side: found {excerpt(text)}, expected one of {', '.join(known)}")
    return text


def written_of(text: str) -> Written:
    """`--written`."""
    for known in get_args(Written):
        if text == known:
            found: Written = known
            return found
    raise UsageError(f"--written: found {excerpt(text)}, expected one of {', '.join(get_args(Written))}")
