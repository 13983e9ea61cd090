"""The trainer's plan: what to prepare, what to print, the clock, what comes when, how to debrief."""

from collections.abc import Iterator

from ...case.seating import NOBODY, heirs
from ...talks import Injection, Phase, PhaseKind, Seat
from ..english import listed
from ..outline import Bullets, Line, Outline, Section, Table
from .blanks import read_back
from .both_sides import both_sides
from .briefing import cell, timed
from .debriefing_steps import debriefing
from .few_people import few_section
from .held import Held, at, several
from .sheets import Blank, Field, Sheet
from .to_cut_out import due_at, when

_TELLS: dict[PhaseKind, str] = {
    "preparation": "Hand out envelopes (the briefing came the day before). Sides sit apart and read; answer questions on the "
    "rules, not on the roles. Whoever has slips cuts them apart: scissors lie in each corner.",
    "opening": "Read the rules aloud, say what will be shown at the end, give the word to whoever leads.",
    "meeting": "Stay out of it. See who sits where, carry referrals and instructions.",
    "caucus": "Doors open: whoever wants to speak to whom. Write on the board who sits apart with whom.",
    "drafting": "One list of points on the wall. Say how much time is left, twice.",
    "deadline": "Points are read back, confirmed or objected to in words; then the whole; then press lines. Stop on time, "
    "finished or not.",
    "debriefing": "Hand out the debriefing sheets; each fills one in alone, before anybody speaks. Then as the last page of "
    "this plan says.",
}
_NAMES = 3
"""Lines for names beside a seat that many may take."""


def trainer_sheets(held: Held) -> Iterator[Sheet]:
    """The plan, what both sides hold, who sits where, the outcome."""
    yield _sheet(held, "The trainer's plan", tuple(_plan(held)))
    if day := tuple(_day(held)):
        yield _sheet(held, "The clock", day)
    if (few := few_section(held)) is not None:
        yield _sheet(held, "With few people", (few,))
    yield _sheet(held, "What each side holds", (*both_sides(held), *_hints(held)))
    yield Sheet(_outline(held, "Who sits where today", ()), (_seated(held),), name="Who sits where")
    if not held.chaired:
        yield Sheet(_outline(held, "Read-back", ()), (read_back(held),), name="Read-back")
    yield _sheet(held, "The debriefing", tuple(debriefing(held)))


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
    yield f"For {held.people_words}, {held.minutes} minutes. Everybody reads the briefing the day before: bring it to the day, too."
    yield from _who_comes(held)
    yield _rooms(held)
    poster = ", and at the end the poster that shows both sides" if held.exercise.charter.shown else ""
    yield (
        f"On the wall: the two posters, enlarged to A3 or A2{poster}; a clock that shows the time since the beginning, room for "
        "one list of points and for press lines. On the tables: the seat cards, scissors and pins in each corner, pens, a bell."
    )
    yield from _empty(held)
    yield (
        "Say at the beginning that people play roles, what will be shown at the end, and that confidential talks do "
        "not belong in an exercise."
    )


def _who_comes(held: Held) -> Iterator[str]:
    write = "Write on “Who sits where today” who plays what; it is yours, and nothing is stored."
    if held.come is not None:
        gone = f" Nobody plays: {listed(held.empty)}." if held.empty else ""
        cell_ = " One person sits for all principals (the control cell)." if held.control else ""
        yield f"Printed for {held.people_words}: seats, times and sheets are right for that number.{cell_}{gone} {write}"
        return
    least, most = held.people
    yield (
        f"You know how many will come? “packets ... --people N” ({least} to {most}) prints seats, times and sheets for that "
        f"number. Else give the seats that may not stay empty first, then fill each side alike. {write}"
    )


def _empty(held: Held) -> Iterator[str]:
    principals = [seat for seat in held.exercise.seats.values() if held.answered(seat)]
    if held.come is not None and principals:
        yield (
            "You answer what is referred to the principals, each from its own sheet, within five minutes; read both sheets before, "
            "and add up the package by its points."
        )
    elif principals:
        yield "Where a principal's seat stays empty, you answer what is referred, from that seat's sheet: print one for yourself."
    if heirs(held.exercise) and held.come is None:
        yield (
            "Where another seat stays empty, its slip among those to cut out goes into the envelope of the seat named "
            "on it. What a principal knows goes to nobody."
        )
    if held.come is not None and not held.has("observer"):
        yield "Nobody observes, so you do: write down three moments with their clock and their words."


def _rooms(held: Held) -> str:
    parties = [held.phrases.the(party) for party in held.case.talks.parties]
    apart = (
        "one for a side that sits alone with the chair, or by itself" if held.chaired else "one for a side by itself"
    )
    rooms = [f"one with a table for all and a corner for each of {listed(parties)}", apart]
    if held.instructed:
        rooms.append("one for the principals (the control cell), out of hearing of the others")
    return f"Rooms: {listed(rooms)}. Without a {'third' if len(rooms) > 2 else 'second'}, a table at the end of a corridor will do."


def _copies(held: Held) -> Table:
    most = f"up to {held.people[1]}" if held.come is None else f"{held.come}"
    rows = [
        (cell("For all: briefing"), cell(most), cell("the day before")),
        (cell("For the wall"), cell("1, enlarged to A3 or A2"), cell("hangs at the beginning")),
    ]
    rows += [
        (cell(seat.role), cell(_number(held, seat)), cell("yours" if seat.people == NOBODY else "in its envelope"))
        for seat in held.exercise.seats.values()
    ]
    rows += [
        (
            cell("Blank forms"),
            cell("5; more are copied"),
            cell("on your table; of “What came of it” one for each table"),
        ),
        (cell("Debriefing"), cell(f"{most}, the page that fits the seat"), cell("when the debriefing begins")),
        (cell("To cut out"), cell("1"), cell("cut before; yours until it is due")),
    ]
    if held.exercise.charter.shown:
        rows.append(
            (cell("Shown at the end"), cell("1, enlarged to A3 or A2"), cell("hangs when the debriefing says so"))
        )
    return Table(("What", "Copies", "When"), tuple(rows))


def _number(held: Held, seat: Seat) -> str:
    if seat.people == NOBODY:
        return "1"
    return f"{max(1, seat.people[1])}: yours if nobody sits there" if held.answered(seat) else several(seat)


def _clock(held: Held) -> Table:
    rows, before = [], ""
    for key, phase, minute in held.clock():
        news = [
            f"{at(due)}: news {number}, to {_whom(held, one)}"
            for number, one in enumerate(held.exercise.injections.values(), 1)
            if one.at is not None and one.at.phase == key and (due := due_at(held, one)) is not None
        ]
        rows.append(
            (
                cell(at(minute)),
                cell(held.phase(key), f"{phase.minutes} min"),
                cell(*_do(held, phase, before == "meeting"), *news),
            )
        )
        before = phase.kind
    return Table(("Clock", "Phase", "What you do"), (*rows, (cell(at(held.minutes)), cell("End"), cell(""))))


def _do(held: Held, phase: Phase, after_meeting: bool) -> Iterator[str]:
    if phase.kind == "opening":
        yield _at_one_table(held)
    yield _TELLS[phase.kind]
    if phase.meetings:
        yield f"{listed(timed(held, phase))}."
    if len({held.held_at()[meeting] for meeting in phase.meetings}) > 1:
        yield "Who waits does what the role sheet says under “Where you are, and when”."
    if phase.kind == "debriefing" and held.instructed:
        yield "Fetch the principals."
    if phase.kind == "meeting" and held.has("principal") and not held.instructed:
        yield "What is referred you answer yourself, on the slip, and hand it back without a word."
    if phase.kind == "meeting" and held.come is not None and not held.has("observer"):
        yield "You observe, too: moments, with their clock and their words."
    if after_meeting and held.instructed:
        yield "Take to the principals what hangs on the wall by now."
    if phase.kind == "deadline":
        yield _at_the_end(held)
    if phase.kind == "drafting" and held.has("principal"):
        yield f"The last referral is taken at {at(held.last_referral)}."


def _at_one_table(held: Held) -> str:
    principals = ", but the principals, who stay in their room" if held.instructed else ""
    press = " The press stays for the rules and goes then." if held.has("press") else ""
    return f"Everybody at one table{principals}.{press}"


def _at_the_end(held: Held) -> str:
    """Who is in the room when points are read back."""
    principals = ", but the principals: you carry to them what still waits for a yes" if held.instructed else ""
    press = " The press comes in, listens, and asks nothing." if held.has("press") else ""
    return f"Everybody at one table{principals}.{press}"


def _whom(held: Held, injection: Injection) -> str:
    if injection.to:
        return held.roles(injection.to)
    others = [name for name, there in (("the principals", held.instructed), ("the press", held.has("press"))) if there]
    return "everybody: read it aloud" + (f", then take it to {listed(others)}" if others else "")


def _news(held: Held) -> Table:
    rows = []
    for number, one in enumerate(held.exercise.injections.values(), 1):
        rows.append(
            (
                cell(f"{number}"),
                cell(when(held, one).removeprefix("at ")),
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


def _seated(held: Held) -> Blank:
    """A line for whoever plays; filled in by hand and kept by nobody."""
    fields = tuple(
        Field(f"{seat.role} ({several(seat)})", min(_NAMES, max(1, seat.people[1])), wide=True)
        for seat in held.exercise.seats.values()
    )
    return Blank("", "A name behind each seat, or a stroke where it stays empty. Tear it up after the day.", fields)
