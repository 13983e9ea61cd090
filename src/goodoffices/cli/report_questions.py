"""What a person at a terminal is asked of a report: Enter takes the guess, or leaves it open."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar, get_args

import typer

from ..documents import excerpt
from ..errors import UsageError
from ..extraction.read import Read
from ..extraction.sources import Details
from ..record.source import Written
from ..talks import EVERYBODY, OWN, Day
from .failures import say
from .sending import readers_said

T = TypeVar("T")


def ask_details(report: Read, details: Details, side: Callable[[str], str]) -> Details:
    """All that is not said of a report; `side`: whose it is as the case knows it, or UsageError."""
    details = ask_publisher(report, details)
    guess = report.guesses
    if details.address is None:
        details = replace(details, address=_line("Address", guess.address))
    if details.printed is None:
        printed = typer.prompt("Printed on", default=guess.printed or "not said", value_proc=_again(printed_on))
        details = replace(details, printed=printed)
    details = ask_side(details, side)
    if details.written is None:
        asked = "Written (before, during, after the talks)"
        details = replace(details, written=typer.prompt(asked, default="not said", value_proc=_again(written_when)))
    return details


def ask_publisher(report: Read, details: Details) -> Details:
    """Which report it is about, and who published it, where that is not said."""
    say(f"{report.name}: {report.guesses.title or 'a report without a title'}", err=False)
    if details.publisher is not None:
        return details
    return replace(details, publisher=_line("Publisher", report.guesses.publisher))


def ask_side(details: Details, side: Callable[[str], str]) -> Details:
    """Whose report it is, where that is not said; the press's unless one says otherwise."""
    if details.side is not None:
        return details
    return replace(details, side=typer.prompt("Side", default="press", value_proc=_again(side)))


def ask_readers(details: Details, known: tuple[str, ...], sent_to: str | None, *, always: bool = False) -> Details:
    """Who may read a report, where that is not said and it would be sent to another machine, or the case keeps things back."""
    if details.readers or details.side == OWN or (sent_to is None and not always):
        return details
    if sent_to is not None:
        say(f"What is not for everybody is not sent to {sent_to}.", err=False)
    return replace(
        details,
        readers=typer.prompt(
            "Who may read it", default=EVERYBODY, value_proc=_again(lambda text: readers_said(text, known))
        ),
    )


def printed_on(text: str) -> Day:
    """A day as it is typed."""
    try:
        return Day.parse(text)
    except ValueError as error:
        raise UsageError(f"--printed: found {excerpt(text)}, expected {error}") from None


def written_when(text: str) -> Written:
    """When a report was written, as it is typed."""
    for known in get_args(Written):
        if text == known:
            found: Written = known
            return found
    raise UsageError(f"--written: found {excerpt(text)}, expected one of {', '.join(get_args(Written))}")


def _line(asked: str, guess: str | None) -> str | None:
    return typer.prompt(asked, default=guess or "", show_default=bool(guess)) or None


def _again(read: Callable[[str], T]) -> Callable[[str], T]:
    """A wrong answer is asked for again, as typer does it."""

    def answered(text: str) -> T:
        try:
            return read(text)
        except UsageError as error:
            raise typer.BadParameter(str(error).partition(": ")[2]) from None

    return answered
