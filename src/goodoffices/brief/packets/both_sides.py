"""What both sides hold, for the trainer alone: mandates, points, what could be agreed, secrets."""

from collections.abc import Iterator

from ..english import counted, listed
from ..outline import Block, Bullets, Cell, Line, Note, Section, Table
from .briefing import cell
from .could import Could, Package, could_be, referred
from .held import Held

SHOWN = 6
"""Packages that are shown at most."""


def both_sides(held: Held) -> Iterator[Section]:
    """A section each."""
    parties = [*held.case.talks.parties]
    if any(held.exercise.mandates.values()):
        yield Section("mandates", "What the delegations may accept", (_mandates(held, parties),))
    if held.exercise.points:
        yield Section("points", "What each answer is worth", tuple(_points(held, parties)))
    if (could := could_be(held.exercise, held.case.talks, SHOWN)) is not None:
        yield Section("could", "What could be agreed", tuple(_could(held, could, parties)))
    yield Section("secrets", "What one seat alone knows", tuple(_secrets(held)))


def _mandates(held: Held, parties: list[str]) -> Table:
    rows = (
        (cell(held.phrases.issue(issue)), *(cell(*_allowed(held, party, issue)) for party in parties))
        for issue in held.case.talks.issues
    )
    return Table(("Issue", *map(held.name, parties)), tuple(rows))


def _allowed(held: Held, party: str, issue: str) -> Iterator[str]:
    mandate = held.exercise.mandates.get(party, {}).get(issue)
    if mandate is None:
        yield "free"
        return
    for word, options in (("may", mandate.may_accept), ("asks first", mandate.must_refer)):
        if options:
            yield f"{word}: {' / '.join(held.phrases.option(issue, o) for o in options)}"


def _points(held: Held, parties: list[str]) -> Iterator[Block]:
    given = [party for party in parties if party in held.exercise.points]
    # A row an answer: numbers stay beside it, however many lines it takes.
    rows: list[tuple[Cell, ...]] = [
        (cell(held.phrases.issue(key) if n == 0 else ""), cell(held.option(key, option)),
         *(cell(str(held.exercise.points[party].points[key][option])) for party in given))
        for key, issue in held.case.talks.issues.items() for n, option in enumerate(issue.options)
    ]  # fmt: skip
    rows.append((cell("No agreement"), cell(""), *(cell(str(held.exercise.points[party].no_deal)) for party in given)))
    yield Table(("Issue", "Answer", *map(held.name, given)), tuple(rows))
    why = [(party, " ".join(held.exercise.points[party].why_no_deal.split())) for party in given]
    if lines := tuple(
        Line(text, lead=f"Without an agreement, as the sheets of {held.phrases.the(party)} say it")
        for party, text in why
        if text
    ):
        yield Bullets(lines)
    yield Note(
        "Words that are added to an answer (a month, a place, a name) change no points: whether they help is for the "
        "debriefing."
    )


def _could(held: Held, could: Could, parties: list[str]) -> Iterator[Block]:
    yield Note(
        f"{counted(could.allowed, 'package')} {'hangs' if could.allowed == 1 else 'hang'} together. Beyond nobody's mandate "
        f"and worth at least as much to every side as no agreement: {could.better}, of these {could.gains} more than that to "
        f"every side. {_shown(could)}"
    )
    if could.best:
        rows = tuple(_package(held, number, one, parties) for number, one in enumerate(could.best, 1))
        yield Table(("", "Answers", *map(held.name, parties), "Must be referred"), rows)


def _shown(could: Could) -> str:
    if not could.best:
        return ""
    which = "These are" if could.unbeaten == len(could.best) else f"The first {len(could.best)} of"
    return f"{which} the {could.unbeaten} that no other beats for all of them, the largest product of the gains first."


def _package(held: Held, number: int, one: tuple[Package, tuple[object, ...]], parties: list[str]) -> tuple[Cell, ...]:
    """A package: its answers, what it is worth, on what each head must ask."""
    package, worth = one
    answers = "; ".join(held.phrases.option(issue, option) for issue, option in package.items())
    asked = {
        party: [held.phrases.about(i) for p, i in referred(held.exercise, package) if p == party] for party in parties
    }
    told = (f"{held.name(party)}: {listed(issues)}" for party, issues in asked.items() if issues)
    return cell(f"{number}"), cell(answers), *(cell(str(one)) for one in worth), cell(*told) or cell("-")


def _secrets(held: Held) -> Iterator[Block]:
    lines = [
        Line(" ".join(text.split()), lead=seat.role) for seat in held.exercise.seats.values() for text in seat.knows
    ]
    yield Bullets(tuple(lines)) if lines else Note("No seat knows what others do not.")
