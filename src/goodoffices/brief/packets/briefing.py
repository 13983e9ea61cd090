"""The common briefing: what everybody gets, whatever the seat."""

from collections.abc import Iterable, Iterator

from ...case.rights import allows
from ...talks import EVERYBODY, Link, Phase
from ..english import capital, listed
from ..outline import Block, Bullets, Cell, Line, Outline, Paragraph, Section, Table
from .duties import SHORT
from .held import Held, at, several
from .places import who_is_there
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
    yield Section("seats", "Who takes part", (_seats(held), Paragraph((Line(_taking_part(held)),))))
    if held.exercise.meetings:
        yield Section("programme", "The meetings of the programme", (_programme(held),))
    if held.exercise.phases:
        yield Section("clock", "The day", (_clock(held),))
    yield Section("rules", "The rules", (Bullets(tuple(Line(text, lead=lead) for lead, text in _rules(held))),))


def _issues(held: Held) -> Iterator[Block]:
    yield answers(held)
    yield from ties(held)


def ties(held: Held) -> Iterator[Bullets]:
    """What hangs together, where all may read it."""
    if lines := tuple(Line(told) for link in held.case.talks.links if (told := tie(held, link))):
        yield Bullets(lines, "What hangs together")


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
    principals = sum(seat.part == "principal" for seat in held.exercise.seats.values())
    cell_ = (
        "One person may sit in the seats of all principals (the control cell). "
        if held.come is None and principals > 1
        else ""
    )
    if held.control:
        cell_ = "One person sits in the seats of all principals (the control cell). "
    if any(held.answered(seat) and seat.people[1] == 0 for seat in held.exercise.seats.values()):
        cell_ = "The trainer answers for the principals, each from its own sheet. "
    return (
        f"For {held.people_words}. {cell_}Seats bear roles: whoever takes one speaks as "
        f"that role, and what is said in it is not the person's own word."
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
        (cell(at(minute)), cell(held.phase(key)), cell(f"{phase.minutes} min"), cell(*_there(held, phase)))
        for key, phase, minute in held.clock()
    )
    end = (cell(at(held.minutes)), cell("End"), cell(""), cell(""))
    return Table(("Clock", "What", "Length", "Who is where"), (*rows, end))


def _there(held: Held, phase: Phase) -> Iterator[str]:
    yield from timed(held, phase)
    if told := who_is_there(held, phase):
        yield capital(told)


def timed(held: Held, phase: Phase) -> Iterator[str]:
    """The meetings of a phase; where they come one after the other, with their time."""
    slots = held.held_at()
    several_ = len({slots[key] for key in phase.meetings}) > 1
    for key in phase.meetings:
        yield f"{at(slots[key][0])} to {at(slots[key][1])} {held.meeting(key)}" if several_ else held.meeting(key)


def _rules(held: Held) -> Iterator[tuple[str, str]]:
    """The rules, each with the words by which it is found again."""
    yield from _agreeing(held)
    yield from _speaking(held)
    if held.has("principal"):
        yield from _referrals(held)
    yield "Sheets", "role sheets are not shown and not swapped. Whoever wants the other side to know something says it."
    yield "Trainer", "the trainer keeps the clock, may bring news at any time, and may stop it."
    if held.exercise.charter.revealed:
        yield "At the end", f"it is shown to all: {_small(held.exercise.charter.revealed)}."


def _agreeing(held: Held) -> Iterator[tuple[str, str]]:
    charter = held.exercise.charter
    yield (
        "Agreed",
        "a point is agreed when the head of every side has confirmed it as it was read back. Nobody is outvoted.",
    )
    yield "In part", (
        f"an agreement on some of the issues counts{'; on the others the answers of today go on' if held.today else ''}."
        if charter.partial
        else "nothing is agreed before everything is: an agreement on some of the issues does not count."
    )  # fmt: skip
    yield (
        "Packages",
        (
            "a point may be read back with the words “stands only together with points ...”. If one of these falls, it falls, too. "
            f"At the end {'what is left is read as a whole' if charter.partial else 'the whole is read'}, and every head confirms "
            "the whole; until then a head may take back a confirmation."
        ),
    )
    yield (
        "Answers",
        (
            "you agree on answers that are on the table. Words may be added to one (a month, a place, a name): they are "
            "written down with it, and it counts as the same answer."
        ),
    )


def _speaking(held: Held) -> Iterator[tuple[str, str]]:
    charter, chair = held.exercise.charter, "the chair" if held.chaired else "the trainer"
    supporters = sum(seat.part == "supporter" for seat in held.exercise.seats.values())
    yield (
        "Truth",
        (
            "what your sheet says is so. You may keep it to yourself, tell it in part, and tell it when and to whom you like; you "
            "may say that a thing matters more or less to you than it does. You do not say the contrary of what your sheet tells, "
            "and you invent no fact (a report, a number, a law) that helps you; what you need for talking (a greeting, a memory) "
            "you may. Points, where a sheet has some, are not said aloud: say what matters to you, and what for."
        ),
    )
    yield (
        "Meetings",
        (
            "what is said in a meeting is for those who sit in it. That it takes place everybody may know"
            + ("." if not charter.secret_meetings else f", unless those in it have asked {chair} to keep it secret.")
        ),
    )
    yield (
        "Apart",
        (
            f"any seat may ask {chair} for a meeting apart: a side alone, the heads alone, "
            f"{'those who are no party, ' if supporters > 1 else ''}one side with {chair}."
        ),
    )
    if held.chaired:
        yield (
            "Messages",
            (
                "a message to the chair goes on a slip, with the rule by which it may be passed on. Nobody but the "
                "mediation team reads the slip before the debriefing."
            ),
        )


def _referrals(held: Held) -> Iterator[tuple[str, str]]:
    yield (
        "Mandate",
        (
            "where a sheet has one: some answers a head accepts alone. Those that it “must ask” for, its principal is ready to be "
            "asked about; those “beyond the mandate” it has refused so far. A head may accept either; it then stands only if the "
            "principal confirms it, and the head says so (ad referendum)."
        ),
    )
    yield (
        "Referral",
        (
            f"the whole package goes to the principal, the proposal form pinned to the slip; a yes is to that package, and to "
            f"nothing else. The last one is handed to the trainer at {at(held.last_referral)}. What the principal has not answered "
            f"when the talks end is not agreed, and is written down as open."
        ),
    )


def _small(texts: Iterable[str]) -> str:
    return "; ".join(text[:1].lower() + text[1:].rstrip(".") for text in texts)
