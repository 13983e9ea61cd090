"""`goodoffices add`."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import typer

from ..brief.english import counted, listed
from ..case import TEAM, Case, known_readers, read_case, seen
from ..case.mixing import refuse_mixing, refuse_words
from ..case.rights import is_kept_from_nobody
from ..documents import excerpt, read_bytes, shown
from ..errors import DataError, Problem, UsageError
from ..extraction.apart import READERS
from ..extraction.called import Called, said_with, unknown_to
from ..extraction.enter import Entered, New, enter
from ..extraction.extractors import Named, extractor_of, signature
from ..extraction.naming import WhoTalks
from ..extraction.read import Given
from ..extraction.reports import LIMIT, stdin_bytes
from ..extraction.reports import STDIN as STDIN_NAME
from ..extraction.roster import NOTHING as NOBODY
from ..extraction.roster import Said, Side
from ..extraction.sources import Details
from ..extraction.who import Sides, who_talks
from ..talks import EVERYBODY, VOICES, Day
from .draft import NOTHING
from .failures import message, say
from .readers import say_all_is_seen
from .report_questions import ask_details, ask_readers, printed_on, written_when
from .sending import names_sent, readers_of, readers_said, require_public, say_where_it_goes, sent_away_to
from .who_talks import ask, asks

STDIN = Path("-")


@dataclass(frozen=True)
class Reading:
    """How reports are read."""

    make: Named
    said: Said


@dataclass(frozen=True)
class Told:
    """The options as they were given."""

    publisher: str | None
    address: str | None
    printed: str | None
    side: str | None
    written: str | None
    readers: str | None = None


def run(folder: Path, files: list[Path], told: Told, extractor: str, said: Said = NOBODY) -> None:
    """Enter the reports, and say what was guessed and what to do next; exit with 1 where one could not be read."""
    make = Named(extractor)
    case = read_case(folder)
    say_all_is_seen(case)
    details = _details(case, told)
    require_public(make, case.talks.readers, readers_of(details))
    say_where_it_goes(make)
    for file in files:
        if file != STDIN:
            refuse_mixing(file, exercise=case.talks.exercise, into=shown(folder))
    if files.count(STDIN) > 1:
        raise UsageError("found '-' twice, expected the standard input once")
    problems: list[Problem] = []
    known, given = said_with(names_sent(make, case), said), said
    said = _who(case, files, known)
    given = given if said is known else said
    news = list(_news(case, files, details, Reading(make, said), problems))
    if not news:
        raise DataError(problems)
    for new in news:
        refuse_words(new.read.name, new.read.text, exercise=case.talks.exercise, into=shown(folder))
    entered = enter(case, news, Day.parse(date.today().isoformat()), said, given)
    for problem in problems:
        say(message(problem))
    _say_entered(case, entered, news, signature(extractor_of(make)))
    _say_unknown(case, given)
    if problems:
        number = len(problems)
        say(f"{number} {'file was' if number == 1 else 'files were'} left out: see above")
        raise typer.Exit(1)


def _who(case: Case, files: Sequence[Path], said: Said) -> Said:
    """Who talks, asked at a terminal where a report names somebody of whom the case says nothing."""
    if not asks():
        return said
    read = [READERS.read(Sides(), given) for given in _readable(files)]
    found = who_talks([one.sides for one in read if one.problem is None])
    parties, third = (_new(some, Called(case, said)) for some in (found.parties, found.third))
    if not parties and not third:
        return said
    return ask((), said, lambda _, known: WhoTalks((*known.parties, *parties), (*known.third, *third)))


def _new(sides: Iterable[Side], called: Called) -> tuple[Side, ...]:
    """Those whom the case does not know; `the company` of a report may be one that it knows."""
    return tuple(side for side in sides if side.name[:1].isupper() and not any(map(called.knows, side.names)))


def _readable(files: Sequence[Path]) -> Iterator[Given]:
    """The files that can be read, without the standard input, which can be read but once."""
    for file in files:
        with suppress(DataError):
            if file != STDIN:
                yield _given(file)


def _details(case: Case, told: Told) -> Details:
    return Details(
        told.publisher, told.address, printed_on(told.printed) if told.printed is not None else None,
        _side(case, told.side) if told.side is not None else None,
        written_when(told.written) if told.written is not None else None, readers_said(told.readers, known_readers(case.talks)),
    )  # fmt: skip


def _side(case: Case, text: str) -> str:
    known = [*VOICES, *case.talks.parties, *case.talks.third_parties]
    if text not in known:
        raise UsageError(f"--side: found {excerpt(text)}, expected one of {', '.join(known)}")
    return text


def _news(
    case: Case, files: Sequence[Path], details: Details, reading: Reading, problems: list[Problem]
) -> Iterator[New]:
    """The reports with their proposals; a file that cannot be read is noted, and the others go on."""
    for file in files:
        try:
            given = replace(_given(file), said=reading.said)
        except DataError as error:
            problems += error.problems
            continue
        asked = _asked(case, given, details, reading.make) if asks() and file != STDIN else details
        read = READERS.read(reading.make, given)
        if read.problem is not None:
            problems.append(read.problem)
            continue
        yield New(read, given.raw, asked)


def _asked(case: Case, given: Given, details: Details, make: Named) -> Details:
    """What the options do not say of a report, asked before it is sent anywhere: notes of the team's own are not."""
    report = READERS.read(Sides(), given)
    if report.problem is not None:
        return details  # told when it is read in earnest
    asked = ask_details(report, details, lambda text: _side(case, text))
    asked = ask_readers(asked, known_readers(case.talks), sent_away_to(make), always=not is_kept_from_nobody(case))
    require_public(make, case.talks.readers, readers_of(asked))
    return asked


def _given(file: Path) -> Given:
    if file == STDIN:
        return Given(STDIN_NAME, stdin_bytes(sys.stdin.buffer))
    return Given(shown(file), read_bytes(file, LIMIT))


def _say_for_whom(case: Case, new: New) -> None:
    """Who may read a new report, where the case keeps anything from anybody: its words go into whatever is made for them."""
    readers = readers_of(new.details) or case.talks.readers
    if readers or not is_kept_from_nobody(case):
        names = {EVERYBODY: "everybody", TEAM: "the team only"}
        whom = listed([names.get(one, case.names.label(one)) for one in readers or (EVERYBODY,)])
        say(f"It is for {whom}, with its words{'; `readers` in record.yaml changes that' * (not readers)}.", err=False)


def _say_entered(case: Case, entered: Entered, news: Sequence[New], by: str) -> None:
    for name, key in entered.doubles:
        say(f"{name}: in the case already, as {key}; nothing was changed for it", err=False)
    texts = {new.read.name: new for new in news}
    for key, name in entered.sources.items():
        say(f"Added {name} as source {key}{_guessed(texts[name])}", err=False)
        _say_for_whom(case, texts[name])
        for note in texts[name].read.notes:
            say(f"{name}: {note}", err=False)
    for copy in entered.copies:
        say(
            f"Source {copy.key} seems to be taken from {copy.of} ({copy.share:.0%} of the shorter one's runs of words): "
            "derived_from is proposed",
            err=False,
        )
    if not entered.sources:
        return
    they, them = ("it counts", "it") if entered.claims == 1 else ("they count", "them")
    waiting = "" if case.talks.draft or not entered.claims else f"; {they} nowhere until somebody accepts {them}"
    say(f"{counted(entered.claims, 'claim')} proposed by {by}{waiting}.", err=False)
    if not entered.claims:
        say(NOTHING, err=False)
    say(f"Next: goodoffices review {case.folder}, or goodoffices mark {case.folder};", err=False)
    if _known(case, entered.since):
        say(f"then goodoffices brief {case.folder} --since {entered.since} tells what changed.", err=False)
    else:
        # By the day everything would be new: the sources of before are as young as these.
        say(
            f"to be told what changes, first keep how it is: goodoffices brief {case.folder} --json > before.json;",
            err=False,
        )
        say(f"afterwards goodoffices brief {case.folder} --since before.json tells it.", err=False)


def _say_unknown(case: Case, said: Said) -> None:
    """Name whom the options name and the case does not know: what is told of him stays in words until an entry bears his name."""
    for name in unknown_to(case, said):
        say(
            f"{name}: no party or third party of the case has this name, so that claims print it as it is; "
            "enter it in talks.yaml, or say --party NAME=other name with NAME as the case has it",
            err=False,
        )


def _known(case: Case, day: Day) -> bool:
    """Whether the case had a source by then, so that a brief since that day has something to compare with; or none at all."""
    return not case.record.sources or bool(seen(case, day.first or date.min).record.sources)


def _guessed(new: New) -> str:
    """What was not said and is taken from the report itself."""
    guess, details = new.read.guesses, new.details
    parts = [
        f"{key} {excerpt(value)} guessed from {guess.taken_from.get(key, 'the file')}"
        for key, value, said in (
            ("publisher", guess.publisher, details.publisher),
            ("address", guess.address, details.address),
            ("printed", guess.printed, details.printed),
        )
        if value is not None and said is None
    ]
    if details.publisher is None and guess.publisher is None:
        parts.append("publisher not known: give it with --publisher, or in record.yaml")
    return f" ({'; '.join(parts)})" if parts else ""
