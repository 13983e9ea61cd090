"""What options say of a text, checked against a case: readers, a party, a meeting, how its speaker may be named."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import get_args

from ..brief.english import listed
from ..case import Case
from ..case.rights import TEAM, known_readers
from ..case.validate import nearest
from ..documents import excerpt
from ..errors import UsageError
from ..talks import EVERYBODY, Attribution, Day, Readers
from .days import read_day


def one_of(option: str, text: str, known: Collection[str], what: str) -> str:
    """The text, if it is one of those known; else UsageError, with the nearest."""
    if text in known:
        return text
    near = nearest(text, known)
    hint = f"; did you mean {near}?" if near else ""
    listed = ", ".join(known) or "there is none"
    raise UsageError(f"{option}: found {excerpt(text)}, expected {what}: {listed}{hint}")


def readers_said(case: Case, given: Iterable[str]) -> Readers:
    """`--readers team,upper`, or the option several times: who may read it, each once."""
    names = [name.strip() for text in given for name in text.split(",")]
    known = known_readers(case.talks)
    return tuple(dict.fromkeys(one_of("--readers", name, known, "a reader") for name in names))


def attribution_said(text: str) -> Attribution:
    """`--attribution`: named, role or none."""
    for known in get_args(Attribution):
        if text == known:
            found: Attribution = known
            return found
    raise UsageError(f"--attribution: found {excerpt(text)}, expected one of {', '.join(get_args(Attribution))}")


def day_said(option: str, text: str) -> Day:
    """A day as the files have it: also `2025-05`, `about 2025-05-16`."""
    try:
        return Day.parse(text)
    except ValueError as error:
        raise UsageError(f"{option}: found {excerpt(text)}, expected {error}") from None


def day_on(text: str | None) -> Day:
    """`--on DAY`: the day on which a thing was done; today where none is given."""
    return Day.parse((date.today() if text is None else read_day("--on", text)).isoformat())


def readers_named(case: Case, readers: Iterable[str]) -> str:
    """Readers by the names that the case prints: `the team and Upper Tavnis`."""
    names = {TEAM: "the team", EVERYBODY: "everybody"}
    return listed([names.get(one, case.names.label(one)) for one in readers])


def line_said(option: str, text: str) -> str:
    """Text of one line, as a heading is."""
    if not text.strip() or not text.strip().isprintable():
        raise UsageError(f"{option}: found {excerpt(text)}, expected words on one line")
    return text.strip()
