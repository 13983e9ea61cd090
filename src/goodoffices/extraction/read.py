"""What becomes of one report: read, with an extractor's proposals, or with the problem that it has."""

import os
import traceback
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NoReturn

from ..documents import sha256_of
from ..errors import DataError, GoodOfficesError, Problem
from ..language.legible import Legible, legible
from ..language.which_language import language_of
from ..record import Claim
from .formats import Guesses, Kind
from .naming import sound
from .passages import Passage, by_reader, passages
from .proposal import Extractor, Text
from .reports import Report, read_report
from .roster import NOTHING, Said, Side
from .roster.reading import LONGEST, read_roster
from .tables import tables

RAISE = "GOODOFFICES_RAISE"
"""With this variable in the environment a failure of the program itself is raised, not told: the tests set it."""
SIMPLER = "a simpler or smaller file; save its text as .txt"
"""What to do about a file that takes too much."""

NONE = Guesses()
"""No guess at all."""


@dataclass(frozen=True, slots=True)
class Given:
    """A file as it was given."""

    name: str
    raw: bytes = field(repr=False)
    said: Said = NOTHING
    """Who talks, as far as a person says it."""


@dataclass(frozen=True, slots=True)
class Read:
    """What became of one report: its text with the proposals, or the problem that it has."""

    name: str
    sha256: str
    kind: Kind = "text"
    text: str = field(default="", repr=False)
    guesses: Guesses = NONE
    notes: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = field(default=(), repr=False)
    sides: tuple[Side, ...] = ()
    """Who talks by this report, and who helps."""
    passages: tuple[Passage, ...] = field(default=(), repr=False)
    """Its sentences under their headings."""
    problem: Problem | None = None


class ProgramFailure(Exception):
    """A failure of the program itself on a report, with where it failed; raised only where the environment asks for it."""


def read_one(extractor: Extractor, given: Given) -> Read:
    """Read a report and extract from it. Whatever goes wrong with this one file is its problem, and named: the others go on.

    Raises UsageError where the extractor cannot work at all.
    """
    try:
        report = _reported(given)
        return _proposed(extractor, report, given.said)
    except DataError as error:
        return failed(given, error.problems[0])


def failed(given: Given, problem: Problem) -> Read:
    """The result of a report with a problem."""
    return Read(given.name, sha256_of(given.raw), problem=problem)


def _reported(given: Given) -> Report:
    try:
        return read_report(given.name, given.raw)
    except GoodOfficesError:
        raise
    except Exception as error:
        _tell(given.name, error, "a report that the program fails to read", "its text as .txt")


def _proposed(extractor: Extractor, report: Report, said: Said) -> Read:
    text = Text("", report.text, report.guesses.language, said)
    thrown = Counter[str](getattr(extractor, "thrown", {}))
    try:
        claims = tuple(sound(extractor.propose(text), report.text))
        sides, sentences = _sides_and_passages(extractor, text)
    except GoodOfficesError:
        raise
    except Exception as error:
        found = f"a text on which {extractor.name} {extractor.version} fails"
        _tell(report.name, error, found, "a text that it can read: leave the file out, or use another --extractor")
    # An extractor that throws proposals away counts them by reason; what was thrown away here is told with the report.
    thrown = Counter(getattr(extractor, "thrown", {})) - thrown
    away = tuple(
        f"{number} {'proposal' if number == 1 else 'proposals'} thrown away: {reason}"
        for reason, number in sorted(thrown.items())
    )
    notes = (*report.notes, *away, *_unread_tables(report.text, claims))
    return Read(
        report.name, report.sha256, report.kind, report.text, report.guesses, notes, claims, sides=sides,
        passages=tuple(one for one in sentences if one.heading is not None),
    )  # fmt: skip


def _unread_tables(text: str, claims: Sequence[Claim]) -> tuple[str, ...]:
    """What is told of tables in which nothing was found: whoever looks at the draft must look at them."""
    places = [claim.start for claim in claims if claim.start is not None]
    number = sum(not any(t.span.start <= place < t.span.end for place in places) for t in tables(text))
    return (f"{number} {'table was' if number == 1 else 'tables were'} not read",) if number else ()


def _placed(one: Passage, read_as: Legible) -> Passage:
    span = read_as.span(one.start, one.end)
    return replace(one, start=span.start, end=span.end)


def _sides_and_passages(extractor: Extractor, text: Text) -> tuple[tuple[Side, ...], tuple[Passage, ...]]:
    """Who talks and helps, and the sentences under their headings: by rules, or by an extractor that reads what is meant."""
    read_as = legible(text.text[:LONGEST])
    read = NOTHING if text.said else _sides(extractor, text)
    roster = read_roster(read_as.letters, text.said or read)
    found = passages(read_as.letters, text.language or language(text.text), roster)
    sentences = tuple(_placed(one, read_as) for one in found)
    if (headings := getattr(extractor, "headings", None)) is not None:
        sentences = tuple(by_reader(headings(text), sentences))
    return (*read.parties, *read.third) if read else roster.seen.sides, sentences


def _sides(extractor: Extractor, text: Text) -> Said:
    """Who talks, as an extractor says it that reads more than words: a language model."""
    sides = getattr(extractor, "sides", None)
    return NOTHING if sides is None else sides(text)


_COMMON = frozenset("the of and to in a that for on was with".split())
_SHARE = 0.12
"""Of the words of an English text far more are among the commonest; of another language's hardly any."""


def language(text: str) -> str:
    """The language of a text: English by its commonest words, so that a model is loaded for other languages alone."""
    some = text[:2000].lower().split()
    if sum(word in _COMMON for word in some) >= _SHARE * max(1, len(some)):
        return "en"
    return language_of(text) or "en"


def _tell(name: str, error: Exception, found: str, expected: str) -> NoReturn:
    """Raise what is told of a failure of ours: its kind alone, for its words may hold words of the report."""
    if isinstance(error, MemoryError | RecursionError):
        raise _problem(name, "a report that takes too much memory, or is nested too deeply", SIMPLER) from error
    if os.environ.get(RAISE):
        raise ProgramFailure(f"{name}: {traceback.format_exc()}") from error
    raise _problem(
        name, f"{found} ({type(error).__name__})", f"{expected}; please report it (SECURITY.md tells how)"
    ) from error


def _problem(name: str, found: str, expected: str) -> DataError:
    return DataError([Problem(name, 0, 0, found, expected)])
