"""Where a seat is in each phase of the day, and what it does there: a line for every part in every phase.

1. Who sits in meetings of the phase is told these, with their time; who waits for one meanwhile is told what to do.
2. What the author says of a seat in a phase (`places`) takes the place of the program's own line.
3. `{last}` is the minute of the last referral, `{end}` that at which the debriefing begins, `{chair}` who leads the talks.
4. On a page, which has the forms itself and a clock that the trainer sets, stands the place alone: what the author says of it,
   or the program's own line up to what is done there.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...documents import harmless
from ...talks import Part, Phase, PhaseKind
from ..english import listed
from .held import Held, at

_DEBRIEFING = "at the table for all: the sheet that you get first, alone"
LINES: dict[PhaseKind, dict[Part, str]] = {
    "preparation": {
        "chair": "with the mediation team: read, and write down three questions for each side",
        "mediator": "with the chair: read, and share out who listens and who writes",
        "head": "with your side: read, cut your slips apart; what must you know of the others before you can sign anything?",
        "adviser": "with your side: read, and cut your slips apart",
        "note-taker": "with your side: read, and cut your slips apart",
        "principal": "in your room: read, and write down for which whole you would say yes",
        "supporter": "by yourself: read, and write down whom you must hear first",
        "press": "by yourself: read, and see who sits where",
        "observer": "by yourself: read the sheet on which you write",
    },
    "opening": {
        **dict.fromkeys(("chair", "mediator", "head", "adviser", "note-taker", "supporter", "observer"), "at the table for all"),
        "principal": "in your room; the rules are on your paper",
        "press": "at the table for all until the rules are read; then you go",
    },
    "meeting": {  # for these parts alone: the others have a place where they sit, which `check` looks after
        "head": "with your side: write your first package on a proposal form, and one question to the other side",
        "adviser": "with your side: decide what of that which you alone know you tell your head, and when",
        "note-taker": "with your side: decide what of that which you alone know you tell your head, and when",
        "principal": "in your room: a question or an instruction to your delegation; what you would say at home for which whole; "
        "answer what is referred",
        "supporter": "speak to whoever waits, too",
        "press": "in the corridors: speak to whoever waits or comes out",
    },
    "caucus": {
        "chair": "go first to the side that is further from a yes; carry what you were given",
        "mediator": "go to the side where the chair is not; the list goes with you",
        "head": "speak to whom you like, the other head too; ask {chair} where you want a room for it",
        "adviser": "speak to the adviser of the other side, or to whom your head sends you",
        "note-taker": "compare your record with the other side's, or write the referral that your head needs",
        "principal": "in your room; the trainer tells you what hangs on the wall",
        "supporter": "ask both sides what they would need from you, and for what",
        "press": "in the corridors: ask everybody; nobody must answer",
        "observer": "stand where most is said; go in only where you are asked to",
    },
    "drafting": {
        "chair": "at the wall: one list, and behind each point with which others it stands",
        "mediator": "at the wall: you write the list while the chair asks",
        "head": "at the wall: change words in the list; your last referral goes to the trainer at {last}",
        "adviser": "beside your head: numbers, places and days in the list are yours to get right",
        "note-taker": "beside your head: compare the list with your record; write the referral, by {last}",
        "principal": "in your room: answer at once; the last referral comes at {last}",
        "supporter": "beside the wall; step up where the list names what you can give",
        "press": "outside: ask whoever comes out",
        "observer": "in the room: who holds the pen, and whose words stay",
    },
    "deadline": {
        "chair": "at the table: read each point, then the whole; stop on time",
        "mediator": "at the table: write the words of whoever objects",
        "head": "at the table: confirm each point or object in words, then the whole; write your press line",
        "adviser": "beside your head; you may whisper, and you confirm nothing",
        "note-taker": "beside your head: compare what is read with your record; write the press line",
        "principal": "in your room, until the trainer fetches you at {end}",
        "supporter": "at the table; you confirm nothing, and say once what you give to which point",
        "press": "you come in, listen, and ask nothing; your report of the day hangs on the wall by {end}",
        "observer": "in the room: what was confirmed at once, what not, and at which words",
    },
    "debriefing": {
        **dict.fromkeys(
            ("chair", "mediator", "head", "adviser", "note-taker", "supporter", "press", "observer"), _DEBRIEFING
        ),
        "principal": f"the trainer fetches you, {_DEBRIEFING}",
    },
}  # fmt: skip
"""What fits a part in each kind of phase. In a phase of meetings it is for those who wait."""


_OUTSIDE = ("principal", "press")
"""Who never waits for a meeting."""


_THERE: dict[PhaseKind, tuple[str, str, str]] = {
    "preparation": ("each side by itself", "", ""),
    "opening": (
        "everybody at one table", ", but the principals, who stay in their room", "; the press goes when the rules are read",
    ),
    "caucus": ("everybody, with whom they like", "; the principals in their room", ""),
    "drafting": ("everybody at the wall", ", but the principals", "; the press outside"),
    "deadline": ("everybody at one table", ", but the principals", "; the press comes in and listens"),
    "debriefing": ("everybody", "", ""),
}  # fmt: skip
"""Who is where in a phase without meetings; what is said of principals and of the press, where there are such."""


def who_is_there(held: Held, phase: Phase) -> str:
    """Who is where in a phase that has no meetings of the programme: `everybody at the wall, but the principals`."""
    everybody, principals, press = _THERE.get(phase.kind, ("", "", ""))
    return everybody + (principals if held.instructed else "") + (press if held.has("press") else "")


def places(held: Held, key: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """For each phase of the day its minute, its name, and where a seat is then."""
    for id_, phase, minute in held.clock():
        if lines := tuple(_lines(held, key, id_, phase)):
            yield at(minute), held.phase(id_), lines


@dataclass(frozen=True)
class Place:
    """Where a seat is in a phase, for a page."""

    words: str
    """With `{last}` and `{end}` in it, where it names such a moment."""
    waiting: bool
    """Whether it is for who sits in no meeting just then."""
    moments: Mapping[str, int]
    """What stands for each of them, in minutes after the end of the phase."""


def places_on_pages(held: Held, key: str) -> dict[str, Place]:
    """For each phase of the day in which a seat has a place, where that is."""
    found = {}
    for id_, phase, minute in held.clock():
        if words := _place(held, key, id_, phase):
            ends = minute + phase.minutes
            moments = {"{last}": held.last_referral - ends, "{end}": held.talks_end - ends}
            found[id_] = Place(harmless(words), _for_who_waits(held, key, id_, phase), moments)
    return found


def _place(held: Held, key: str, id_: str, phase: Phase) -> str:
    seat = held.exercise.seats[key]
    own = _DONE_THERE.split(LINES[phase.kind].get(seat.part, ""))[0]
    return _named(held, seat.places.get(id_) or own)


_DONE_THERE = re.compile("[:;]")
"""Behind it stands what is done at a place."""


def _for_who_waits(held: Held, key: str, id_: str, phase: Phase) -> bool:
    seat = held.exercise.seats[key]
    return bool(phase.meetings) and id_ not in seat.places and seat.part not in _OUTSIDE


def _named(held: Held, line: str) -> str:
    return " ".join(line.split()).replace("{chair}", "the chair" if held.chaired else "the trainer")


def _lines(held: Held, key: str, id_: str, phase: Phase) -> Iterator[str]:
    seat, due = held.exercise.seats[key], held.held_at()
    mine = [m for m in phase.meetings if key in held.exercise.meetings[m].seats]
    for meeting in mine:
        yield f"{at(due[meeting][0])} to {at(due[meeting][1])} {held.meeting(meeting)}: you sit in it"
    line = seat.places.get(id_) or LINES[phase.kind].get(seat.part)
    if line is None:
        return
    line = _named(held, line).replace("{last}", at(held.last_referral)).replace("{end}", at(held.talks_end))
    if not _for_who_waits(held, key, id_, phase):
        yield line
    elif phase.kind == "meeting" and (idle := idle_in(held, key, phase)):
        yield f"{listed(f'{at(begins)} to {at(ends)}' for begins, ends in idle)} you wait: {line}"
    elif not mine:
        yield line


def idle_in(held: Held, key: str, phase: Phase) -> list[tuple[int, int]]:
    """When others sit in a meeting of a phase and this seat, which sits in some of the day, in none."""
    due = held.held_at()
    busy = {due[m] for m in phase.meetings if key in held.exercise.meetings[m].seats}
    joined: list[tuple[int, int]] = []
    for begins, ends in sorted({due[m] for m in phase.meetings} - busy):
        if joined and joined[-1][1] >= begins:
            begins = joined.pop()[0]
        joined.append((begins, ends))
    return joined
