"""The common briefing: what everybody gets, whatever the seat."""

from collections.abc import Iterable, Iterator

from ...case.rights import allows
from ...talks import EVERYBODY, Link
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
    rows = (
        (cell(held.phrases.issue(key)), cell(*(capital(held.phrases.option(key, option)) for option in issue.options)))
        for key, issue in held.case.talks.issues.items()
    )
    yield Table(("Issue", "Answers that are on the table"), tuple(rows))
    ties = tuple(Line(told) for link in held.case.talks.links if (told := tie(held, link)))
    if ties:
        yield Bullets(ties, "What hangs together")


def tie(held: Held, link: Link) -> str:
    """`Summer water: two-thirds of it. Only with Water fee: a yearly fee, or a fee by volume.` Nothing of what not "
    "all may read."""
    if not allows(link.readers, EVERYBODY):
        return ""
    given, needed = (
        listed(_side(held, side), "or" if last else "and") for side, last in ((link.if_, False), (link.then, True))
    )
    text = f"{given}: only with {needed}" if needed else f"Not together: {given}"
    return f"{text} ({link.why})" if link.why else text


def _side(held: Held, side: dict[str, tuple[str, ...]]) -> Iterator[str]:
    for issue, options in side.items():
        yield f"{held.phrases.issue(issue)} ({' / '.join(held.phrases.option(issue, option) for option in options)})"


def _seats(held: Held) -> Table:
    rows = (
        (cell(seat.role), cell(held.name(seat.of) if seat.of else "-"), cell(several(seat)), cell(SHORT[seat.part]))
        for seat in held.exercise.seats.values()
    )
    return Table(("Seat", "For", "People", "What it does"), tuple(rows))


def _taking_part(held: Held) -> str:
    least, most = held.people
    principals = sum(seat.part == "principal" for seat in held.exercise.seats.values())
    cell_ = "One person may sit in the seats of all principals (a control cell). " if principals > 1 else ""
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
        (
            cell(at(minute)),
            cell(held.phase(key)),
            cell(f"{phase.minutes} min"),
            cell(*map(held.meeting, phase.meetings)),
        )
        for key, phase, minute in held.clock()
    )
    end = (cell(at(held.minutes)), cell("End"), cell(""), cell(""))
    return Table(("Clock", "What", "Length", "Meetings"), (*rows, end))


def _rules(held: Held) -> Iterator[str]:
    charter, chair = held.exercise.charter, "the chair" if held.chaired else "the trainer"
    yield "A point is agreed when the head of every side has confirmed it as it was read back. Nobody is outvoted."
    yield (
        "An agreement on some of the issues counts." if charter.partial
        else "Nothing is agreed before everything is: an agreement on some of the issues does not count."
    )  # fmt: skip
    yield (
        "What is said in a meeting is for those who sit in it. That it takes place everybody may know"
        + ("." if not charter.secret_meetings else f", unless those in it have asked {chair} to keep it secret.")
    )
    yield f"Any seat may ask {chair} for a meeting apart: a side alone, the heads alone, supporters, one side with {chair}."
    if held.chaired:
        yield (
            "A message to the chair goes on a slip, with the rule by which it may be passed on. Nobody but the "
            "chair reads the slip before the end."
        )
    if any(seat.part == "principal" for seat in held.exercise.seats.values()):
        yield (
            "A head may accept more than the mandate allows; it then stands only if the principal confirms it, and "
            "the head says so (ad referendum)."
        )
    yield "Role sheets are not shown and not swapped. Whoever wants the other side to know something says it."
    yield "The trainer keeps the clock, may bring news at any time, and may stop it."
    if charter.revealed:
        yield f"At the end it is shown to all: {_small(charter.revealed)}."


def _small(texts: Iterable[str]) -> str:
    return "; ".join(text[:1].lower() + text[1:].rstrip(".") for text in texts)
