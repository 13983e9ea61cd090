"""The common briefing: what everybody gets, whatever the seat."""

from collections.abc import Iterable, Iterator

from ...case.rights import allows
from ...talks import EVERYBODY, Link, Phase
from ..english import capital, listed
from ..outline import Block, Bullets, Cell, Line, Note, Outline, Paragraph, Section, Table
from .duties import SHORT
from .held import Held, at, several
from .sheets import Sheet

NOT_FOR_SECRETS = "This is an exercise. Confidential talks do not belong in it."
"""Stands at the foot of every page."""


def briefing(held: Held) -> Sheet:
    """The briefing; of the exercise only what everybody knows is looked at."""
    held = held.seen_by("")
    return Sheet(
        Outline(
            held.case.name, held.exercise.title, "Briefing for everybody", tuple(_sections(held)), (), {},
            label=held.label("For everybody"),
        ),
        name="Briefing",
    )  # fmt: skip


def paragraphs(text: str) -> Iterator[Block]:
    """A text with an empty line between its paragraphs."""
    for part in text.split("\n\n"):
        if part.strip():
            yield Paragraph((Line(" ".join(part.split())),))


def cell(*texts: str) -> Cell:
    """A cell of some lines."""
    return tuple(Line(text) for text in texts)


def _sections(held: Held) -> Iterator[Section]:
    yield Section("situation", "The situation", tuple(paragraphs(held.exercise.briefing)))
    if held.case.talks.issues:
        yield Section("issues", "What is talked about", tuple(_issues(held)))
    yield Section("seats", "Who takes part", (_seats(held), Note(_taking_part(held))))
    if held.exercise.meetings:
        yield Section("programme", "The meetings of the programme", (_programme(held),))
    if held.exercise.phases:
        yield Section("clock", "The day", (_clock(held),))
    yield Section("rules", "The rules", (Bullets(tuple(map(Line, _rules(held)))),))


def _issues(held: Held) -> Iterator[Block]:
    yield answers(held)
    ties = tuple(Line(told) for link in held.case.talks.links if (told := tie(held, link)))
    if ties:
        yield Bullets(ties, "What hangs together")


def answers(held: Held) -> Table:
    """The issues, each with its answers; those that hold today say so."""
    rows = (
        (cell(held.phrases.issue(key)), cell(*(held.option(key, option) for option in issue.options)))
        for key, issue in held.case.talks.issues.items()
    )
    return Table(("Issue", "Answers that are on the table"), tuple(rows))


def tie(held: Held, link: Link) -> str:
    """`Two-thirds of it or all of it (Summer water): only together with a fixed fee or a fee by volume (Water fee)`.

    Nothing of what not all may read.
    """
    if not allows(link.readers, EVERYBODY):
        return ""
    given, needed = (
        listed(_side(held, side), "or" if last else "and") for side, last in ((link.if_, False), (link.then, True))
    )
    text = f"{capital(given)}: only together with {needed}" if needed else f"Not together: {given}"
    return f"{text}, for {link.why}" if link.why else text


def _side(held: Held, side: dict[str, tuple[str, ...]]) -> Iterator[str]:
    for issue, options in side.items():
        yield f"{listed((held.phrases.option(issue, o) for o in options), 'or')} ({held.phrases.issue(issue)})"


def _seats(held: Held) -> Table:
    rows = (
        (cell(seat.role), cell(held.name(seat.of) if seat.of else "-"), cell(several(seat)), cell(SHORT[seat.part]))
        for seat in held.exercise.seats.values()
    )
    return Table(("Seat", "For", "People", "What it does"), tuple(rows))


def _taking_part(held: Held) -> str:
    least, most = held.people
    principals = sum(seat.part == "principal" for seat in held.exercise.seats.values())
    cell_ = "One person may sit in the seats of all principals (the control cell). " if principals > 1 else ""
    return (
        f"For {least} to {most} people. {cell_}Seats bear roles: whoever takes one speaks as that role, and what "
        f"is said in it is not the person's own word."
    )


def _programme(held: Held) -> Table:
    """Who sits with whom, in the order of the file."""
    due = {meeting: held.phase(key) for key, phase in held.exercise.phases.items() for meeting in phase.meetings}
    rows = (
        (
            cell(held.meeting(key)), cell(due.get(key, "When somebody asks for it"), *filter(None, (held.format(key),))),
            cell("; ".join(map(held.role, meeting.seats))),
        )
        for key, meeting in held.exercise.meetings.items()
    )  # fmt: skip
    return Table(("Meeting", "When", "Who sits in it"), tuple(rows))


def _clock(held: Held) -> Table:
    rows = (
        (cell(at(minute)), cell(held.phase(key)), cell(f"{phase.minutes} min"), cell(*timed(held, phase)))
        for key, phase, minute in held.clock()
    )
    end = (cell(at(held.minutes)), cell("End"), cell(""), cell(""))
    return Table(("Clock", "What", "Length", "Meetings"), (*rows, end))


def timed(held: Held, phase: Phase) -> Iterator[str]:
    """The meetings of a phase; where they come one after the other, with their time."""
    slots = held.held_at()
    several_ = len({slots[key] for key in phase.meetings}) > 1
    for key in phase.meetings:
        yield f"{at(slots[key][0])} to {at(slots[key][1])} {held.meeting(key)}" if several_ else held.meeting(key)


def _rules(held: Held) -> Iterator[str]:
    charter, chair = held.exercise.charter, "the chair" if held.chaired else "the trainer"
    supporters = sum(seat.part == "supporter" for seat in held.exercise.seats.values())
    yield "A point is agreed when the head of every side has confirmed it as it was read back. Nobody is outvoted."
    yield (
        f"An agreement on some of the issues counts{'; on the others the answers of today go on' if held.today else ''}."
        if charter.partial
        else "Nothing is agreed before everything is: an agreement on some of the issues does not count."
    )  # fmt: skip
    yield (
        "What is said in a meeting is for those who sit in it. That it takes place everybody may know"
        + ("." if not charter.secret_meetings else f", unless those in it have asked {chair} to keep it secret.")
    )
    yield (
        "You agree on answers that are on the table. Words may be added to one (a month, a place, a name): they are "
        "written down with it, and it counts as the same answer."
    )
    yield (
        f"Any seat may ask {chair} for a meeting apart: a side alone, the heads alone, "
        f"{'those who are no party, ' if supporters > 1 else ''}one side with {chair}."
    )
    if held.chaired:
        yield (
            "A message to the chair goes on a slip, with the rule by which it may be passed on. Nobody but the "
            "mediation team reads the slip before the debriefing."
        )
    if held.has("principal"):
        yield (
            "A head may accept more than the mandate allows; it then stands only if the principal confirms it, and "
            "the head says so (ad referendum). What the principal has not answered when the talks end is not agreed, "
            "and is written down as open."
        )
        yield f"The last referral is handed to the trainer at {at(held.last_referral)}."
    yield "Role sheets are not shown and not swapped. Whoever wants the other side to know something says it."
    yield "The trainer keeps the clock, may bring news at any time, and may stop it."
    if charter.revealed:
        yield f"At the end it is shown to all: {_small(charter.revealed)}."


def _small(texts: Iterable[str]) -> str:
    return "; ".join(text[:1].lower() + text[1:].rstrip(".") for text in texts)
