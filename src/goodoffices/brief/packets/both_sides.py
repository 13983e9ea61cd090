"""What both sides hold, for the trainer alone: mandates, points, what could be agreed, secrets."""

from collections.abc import Iterator

from ...case.exercise_sense import price_worth
from ..english import capital, counted, listed
from ..outline import Block, Bullets, Cell, Line, Note, Paragraph, Section, Table
from .briefing import cell
from .could import Could, Good, could_be, referred
from .held import Held

SHOWN = 12
"""Packages that are shown at most."""
_WORDS = Paragraph(
    (
        Line(
            "Words that are added to an answer (a month, a place, a name) change no points, and the sheets say so: whether they "
            "help is for the debriefing."
        ),
    )
)


def both_sides(held: Held) -> Iterator[Section]:
    """A section each."""
    parties = [*held.case.talks.parties]
    if any(held.exercise.mandates.values()):
        yield Section("mandates", "What the delegations may accept", (mandates(held, parties),))
    if held.exercise.points:
        yield Section("points", "What each answer is worth", (*points(held, parties), _WORDS))
    if (could := could_be(held.exercise, held.case.talks, SHOWN)) is not None:
        yield Section("could", "What could be agreed", tuple(_could(held, could, parties)))
    if any(seat.prices for seat in held.exercise.seats.values()):
        yield Section("prices", "What the words of a sheet come to", tuple(_prices(held)))
    yield Section("secrets", "What one seat alone knows", tuple(_secrets(held)))


def mandates(held: Held, parties: list[str]) -> Table:
    """What each delegation may accept by itself, and what after asking."""
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


def points(held: Held, parties: list[str]) -> Iterator[Block]:
    """What each answer is worth to each side, and what it has without an agreement."""
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


def _prices(held: Held) -> Iterator[Block]:
    """What the words of a sheet ask for, added up: for whoever answers from it."""
    for seat in held.exercise.seats.values():
        if (worth := held.exercise.points.get(seat.of or "")) is None:
            continue
        for price in seat.prices:
            asked = "; ".join(
                " or ".join(held.phrases.option(i, o) for o in options) for i, options in price.answers.items()
            )
            total = price_worth(worth, price.answers, held.today)
            rest = "all else as today" if held.today else "all else at its worst"
            yield Bullets(
                (Line(f"{asked}; {rest}: {total} points, {worth.no_deal} without an agreement", lead=seat.role),)
            )


def _could(held: Held, could: Could, parties: list[str]) -> Iterator[Block]:
    hang = "hangs" if could.allowed == 1 else "hang"
    yield Paragraph(
        (
            Line(f"{counted(could.allowed, 'package')} {hang} together (“What hangs together”)."),
            Line(
                f"Of these {_are(could.better)} worth at least as much to every side as no agreement and can be had within the "
                f"mandates, some of it by asking. {capital(_are(could.gains))} worth more than that to every side."
            ),
        )
    )
    if not could.good:
        return
    first = "" if len(could.good) == could.better else f"the first {len(could.good)} of "
    yield Paragraph(
        (
            Line(
                f"Listed: {first}the {could.better}, the largest product of the gains first. * means that no other package is as "
                f"good for every side and better for one ({could.unbeaten} of all); = means that a side gains nothing by it."
            ),
        )
    )
    rows = tuple(_package(held, number, one, parties) for number, one in enumerate(could.good, 1))
    yield Table(("", "Answers", *map(held.name, parties), "Must be referred"), rows)


def _are(amount: int) -> str:
    return f"{amount} {'is' if amount == 1 else 'are'}" if amount else "none is"


def _package(held: Held, number: int, one: Good, parties: list[str]) -> tuple[Cell, ...]:
    """A package: its answers, what it is worth, on what each head must ask."""
    answers = "; ".join(held.phrases.option(issue, option) for issue, option in one.package.items())
    asked = {
        party: [held.phrases.about(i) for p, i in referred(held.exercise, one.package) if p == party]
        for party in parties
    }
    told = (f"{held.name(party)}: {listed(issues)}" for party, issues in asked.items() if issues)
    mark = ("*" if one.unbeaten else "") + ("" if one.gains else "=")
    return cell(f"{number}{mark}"), cell(answers), *(cell(str(w)) for w in one.worth), cell(*told) or cell("-")


def _secrets(held: Held) -> Iterator[Block]:
    lines = [
        Line(" ".join(text.split()), lead=seat.role) for seat in held.exercise.seats.values() for text in seat.knows
    ]
    yield Bullets(tuple(lines)) if lines else Note("No seat knows what others do not.")
