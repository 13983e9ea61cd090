"""The trainer's plan: what to prepare, what to print, the clock, what comes when, how to debrief."""

from collections.abc import Iterator

from ...talks import Injection, Phase, PhaseKind, Seat, Trigger
from ..english import listed
from ..outline import Bullets, Line, Outline, Section, Table
from .blanks import outcome, read_back
from .both_sides import both_sides
from .briefing import cell, timed
from .held import Held, at, several
from .sheets import Blank, Field, Sheet
from .to_cut_out import due_at, heirs

_TELLS: dict[PhaseKind, str] = {
    "preparation": "Hand out briefing and envelopes. Sides sit apart and read; answer questions on the rules, not on the roles.",
    "opening": "Read the rules aloud, say what will be shown at the end, give the word to whoever leads.",
    "meeting": "Stay out of it. See who sits where, carry referrals.",
    "caucus": "Doors open: whoever wants to speak to whom. Write on the board who sits apart with whom.",
    "drafting": "One list of points on the wall. Say how much time is left, twice.",
    "deadline": "Points are read back, confirmed or objected to in words; then press lines. Stop on time, finished or not.",
    "debriefing": "Hand out the debriefing sheets; each fills one in alone, before anybody speaks. Then as the last page of "
    "this plan says.",
}
_ACTS = {
    "propose": "proposes", "accept": "accepts", "refuse": "refuses", "refer": "refers to its principal",
    "caucus": "asks for a meeting apart",
    "carry": "carries a message", "read back": "reads back",
}  # fmt: skip
_NAMES = 3
"""Lines for names beside a seat that many may take."""


def trainer_sheets(held: Held) -> Iterator[Sheet]:
    """The plan, what both sides hold, who sits where, the outcome."""
    yield _sheet(held, "The trainer's plan", tuple(_plan(held)))
    if day := tuple(_day(held)):
        yield _sheet(held, "The clock", day)
    yield _sheet(held, "What each side holds", (*both_sides(held), *_hints(held)))
    yield Sheet(_outline(held, "Who sits where today", ()), (_seated(held),), name="Who sits where")
    if not held.chaired:
        yield Sheet(_outline(held, "Read-back", ()), (read_back(held),), name="Read-back")
    yield Sheet(_outline(held, "The debriefing", tuple(_debriefing(held))), (outcome(held),), name="Debriefing")


def _sheet(held: Held, title: str, sections: tuple[Section, ...]) -> Sheet:
    return Sheet(_outline(held, title, sections), name=title)


def _outline(held: Held, title: str, sections: tuple[Section, ...]) -> Outline:
    label = held.label("For the trainer only")
    return Outline(held.case.name, title, held.exercise.title, sections, (), {}, label=label)


def _plan(held: Held) -> Iterator[Section]:
    yield Section("before", "Before the day", (Bullets(tuple(map(Line, _before(held)))),))
    yield Section("print", "What to print, single-sided", (_copies(held),))


def _day(held: Held) -> Iterator[Section]:
    if held.exercise.phases:
        yield Section("clock", "What you do when", (_clock(held),))
    if held.exercise.injections:
        yield Section("news", "The news", (_news(held),))


def _hints(held: Held) -> Iterator[Section]:
    if held.exercise.hints:
        hints = tuple(Line(" ".join(h.split())) for h in held.exercise.hints)
        yield Section("watch", "What to know and watch for", (Bullets(hints),))


def _before(held: Held) -> Iterator[str]:
    least, most = held.people
    yield (
        f"For {least} to {most} people, {held.minutes} minutes. Give the seats that may not stay empty first; then "
        f"fill each side alike. Write on “Who sits where today” who plays what; it is yours, and nothing is stored."
    )
    yield _rooms(held)
    yield (
        "On the wall: the two posters, a clock that shows the time since the beginning, room for one list of points "
        "and for press lines. On the tables: the seat cards. Scissors, pens, a bell."
    )
    if held.has("principal"):
        yield "Where a principal's seat stays empty, you answer what is referred, from that seat's sheet: print one for yourself."
    if heirs(held):
        yield (
            "Where another seat stays empty, its slip among those to cut out goes into the envelope of the seat named "
            "on it. What a principal knows goes to nobody."
        )
    yield (
        "Say at the beginning that people play roles, what will be shown at the end, and that confidential talks do "
        "not belong in an exercise."
    )


def _rooms(held: Held) -> str:
    parties = [held.phrases.the(party) for party in held.case.talks.parties]
    apart = (
        "one for a side that sits alone with the chair, or by itself" if held.chaired else "one for a side by itself"
    )
    rooms = [f"one with a table for all and a corner for each of {listed(parties)}", apart]
    if held.has("principal"):
        rooms.append("one for the principals (the control cell), out of hearing of the others")
    return f"Rooms: {listed(rooms)}. Without a {'third' if len(rooms) > 2 else 'second'}, a table at the end of a corridor will do."


def _copies(held: Held) -> Table:
    most = held.people[1]
    rows = [
        (cell("For all: briefing"), cell(f"up to {most}"), cell("the day before, or first")),
        (cell("For the wall"), cell("1"), cell("hangs at the beginning")),
    ]
    rows += [(cell(seat.role), cell(_number(seat)), cell("in its envelope")) for seat in held.exercise.seats.values()]
    rows += [
        (cell("Blank forms"), cell("5; more are copied"), cell("on your table")),
        (cell("Debriefing"), cell(f"up to {most}, the page that fits the seat"), cell("when the debriefing begins")),
        (cell("To cut out"), cell("1"), cell("cut before; yours until it is due")),
    ]
    return Table(("What", "Copies", "When"), tuple(rows))


def _number(seat: Seat) -> str:
    return f"{max(1, seat.people[1])}: yours if nobody sits there" if _answered(seat) else several(seat)


def _answered(seat: Seat) -> bool:
    """Whether the trainer answers from the seat's sheet where nobody sits there."""
    return seat.part == "principal" and seat.people[0] == 0


def _clock(held: Held) -> Table:
    rows = []
    for key, phase, minute in held.clock():
        news = [
            f"{at(due)}: news {number}, to {_whom(held, one)}"
            for number, one in enumerate(held.exercise.injections.values(), 1)
            if one.at is not None and one.at.phase == key and (due := due_at(held, one)) is not None
        ]
        rows.append((cell(at(minute)), cell(held.phase(key), f"{phase.minutes} min"), cell(*_do(held, phase), *news)))
    return Table(("Clock", "Phase", "What you do"), (*rows, (cell(at(held.minutes)), cell("End"), cell(""))))


def _do(held: Held, phase: Phase) -> Iterator[str]:
    if phase.kind == "opening":
        yield _at_one_table(held)
    yield _TELLS[phase.kind]
    if phase.meetings:
        yield f"{listed(timed(held, phase))}."
    if len({held.held_at()[meeting] for meeting in phase.meetings}) > 1:
        yield "Who waits does what the role sheet says under “Where you sit”."
    if phase.kind == "caucus" and held.has("principal"):
        yield "Tell the principals what hangs on the wall by now."
    if phase.kind == "drafting" and held.has("principal"):
        yield f"The last referral is taken at {at(held.last_referral)}."


def _at_one_table(held: Held) -> str:
    principals = ", but the principals, who stay in their room" if held.has("principal") else ""
    press = " The press stays for the rules and goes then." if held.has("press") else ""
    return f"Everybody at one table{principals}.{press}"


def _whom(held: Held, injection: Injection) -> str:
    if injection.to:
        return held.roles(injection.to)
    others = [
        name for name, there in (("the principals", held.has("principal")), ("the press", held.has("press"))) if there
    ]
    return "everybody: read it aloud" + (f", then take it to {listed(others)}" if others else "")


def _news(held: Held) -> Table:
    rows = []
    for number, one in enumerate(held.exercise.injections.values(), 1):
        due = due_at(held, one)
        when = at(due) if due is not None else f"as soon as {_trigger(held, one.when)}" if one.when else ""
        rows.append(
            (
                cell(f"{number}"),
                cell(when),
                cell(_whom(held, one)),
                cell(f"{one.source}: {_first(one)}"),
                cell(one.expected),
            )
        )
    return Table(("News", "When", "To whom", "What", "What it is meant to do"), tuple(rows))


def _first(injection: Injection) -> str:
    """The beginning of a piece of news, by which the trainer finds its slip."""
    words = injection.text.split()
    return " ".join(words[:6]) + ("…" if len(words) > 6 else "")


def _trigger(held: Held, when: Trigger) -> str:
    who = held.phrases.the(when.by) if when.by else "somebody"
    return f"{who} {_ACTS[when.act]}" + (f" (on {held.phrases.about(when.issue)})" if when.issue else "")


def _seated(held: Held) -> Blank:
    """A line for whoever plays; filled in by hand and kept by nobody."""
    fields = tuple(
        Field(f"{seat.role} ({several(seat)})", min(_NAMES, max(1, seat.people[1])), wide=True)
        for seat in held.exercise.seats.values()
    )
    return Blank("", "A name behind each seat, or a stroke where it stays empty. Tear it up after the day.", fields)


def _debriefing(held: Held) -> Iterator[Section]:
    revealed = [text[:1].lower() + text[1:].rstrip(".") for text in held.exercise.charter.revealed]
    steps = (
        "Debriefing sheets, alone, five minutes, before anybody speaks. They stay with those who wrote them.",
        "Step out of the roles: everybody says the name under which he goes again, and one word for how it was.",
        *(["The observer tells what he saw, five minutes; nobody answers yet."] if held.has("observer") else []),
        "What mattered most to the other side: each reads out what he believed, then the other what was so.",
        *([f"Show: {listed(revealed)}."] if revealed else []),
        *(
            [
                "Collect the slips now. Lay each message beside what was carried: what changed on the way, what did that do?"
            ]
            if held.chaired
            else []
        ),
        "Read the press lines of all sides beside each other.",
        "Then the questions below, as many as the time allows.",
    )
    yield Section("steps", "In this order", (Bullets(tuple(map(Line, steps))),))
    if held.exercise.debriefing:
        questions = tuple(Line(" ".join(q.split())) for q in held.exercise.debriefing)
        yield Section("questions", "Questions", (Bullets(questions),))
