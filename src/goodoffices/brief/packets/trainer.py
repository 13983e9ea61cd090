"""The trainer's plan: what to prepare, what to print, the clock, what comes when, how to debrief."""

from collections.abc import Iterator

from ...talks import Injection, Phase, PhaseKind
from ..english import capital, listed
from ..outline import Bullets, Line, Outline, Section, Table
from .blanks import read_back
from .both_sides import both_sides
from .briefing import cell, timed
from .debriefing_steps import debriefing
from .few_people import few_section
from .held import Held, at, several
from .places import who_is_there
from .preparing import before, copies
from .sheets import Blank, Field, Sheet
from .to_cut_out import due_at, when

_TELLS: dict[PhaseKind, str] = {
    "preparation": "Hand out envelopes (the briefing came the day before). Sides sit apart and read; answer questions on the "
    "rules, not on the roles. Whoever has slips cuts them apart: scissors lie in each corner.",
    "opening": "Read the rules aloud, say what will be shown at the end, give the word to whoever leads.",
    "meeting": "Stay out of it. See who sits where.",
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
    yield Section("before", "Before the day", (Bullets(tuple(map(Line, before(held)))),))
    yield Section("print", "What to print, single-sided", (copies(held),))


def _day(held: Held) -> Iterator[Section]:
    if held.exercise.phases:
        yield Section("clock", "What you do when", (_clock(held),))
    if held.exercise.injections:
        yield Section("news", "The news", (_news(held),))


def _hints(held: Held) -> Iterator[Section]:
    if held.exercise.hints:
        hints = tuple(Line(" ".join(h.split())) for h in held.exercise.hints)
        yield Section("watch", "What to know and watch for", (Bullets(hints),))


def _clock(held: Held) -> Table:
    rows, earlier = [], ""
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
                cell(*_do(held, phase, earlier == "meeting"), *news),
            )
        )
        earlier = phase.kind
    return Table(("Clock", "Phase", "What you do"), (*rows, (cell(at(held.minutes)), cell("End"), cell(""))))


def _do(held: Held, phase: Phase, after_meeting: bool) -> Iterator[str]:
    if phase.kind in ("opening", "drafting", "deadline"):
        yield f"{capital(who_is_there(held, phase))}."
    yield _TELLS[phase.kind]
    if phase.kind == "meeting":
        yield from _meanwhile(held)
    if phase.meetings:
        yield f"{listed(timed(held, phase))}."
    if len({held.held_at()[meeting] for meeting in phase.meetings}) > 1:
        yield "Who waits does what the role sheet says under “Where you are, and when”."
    if held.has("principal"):
        yield from _principals(held, phase, after_meeting)


def _meanwhile(held: Held) -> Iterator[str]:
    """What you do while others talk."""
    if held.instructed:
        yield "Carry referrals and instructions."
    elif held.has("principal"):
        yield "What is referred you answer yourself, on the slip, and hand it back without a word."
    if held.come is not None and not held.has("observer"):
        yield "You observe, too: moments, with their clock and their words."


def _principals(held: Held, phase: Phase, after_meeting: bool) -> Iterator[str]:
    if after_meeting and held.instructed:
        yield "Take to the principals what hangs on the wall by now."
    if phase.kind == "drafting":
        yield f"The last referral is taken at {at(held.last_referral)}."
    if phase.kind == "deadline" and held.instructed:
        yield "You carry to the principals what still waits for a yes, and back."
    if phase.kind == "debriefing" and held.instructed:
        yield "Fetch the principals."


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
