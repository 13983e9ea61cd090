"""The chair's sheet: how a day is led, in the order of the clock, with the minutes that each step has."""

from collections.abc import Iterator

from ...talks import Phase, PhaseKind
from ..outline import Block, Bullets, Line, Paragraph, Section, Table
from .briefing import cell
from .held import Held, at

Step = tuple[int, str, str]
"""How much of the time it takes beside the others, its name, what is done."""

_APART: tuple[Step, ...] = (
    (1, "Three questions only", "What can you not go home without, and what do you need it for? What would you give for it? What "
        "would it mean to have nothing? Positions are not yet asked: they come in the session. Say back what you heard, and ask "
        "what of it you may carry."),
)  # fmt: skip
_CONSULT: tuple[Step, ...] = ((1, "Listen", "What would they give, for what, and if who asks them for it?"),)
_FIRST: tuple[Step, ...] = (
    (2, "Open", "What the meeting is for and how long it lasts. Draw lots for who speaks first: the order in which papers name the "
        "sides means nothing. Nothing is agreed before it was read back."),
    (7, "Ask", "Each side in turn, the same time: what it wants on the two or three issues that matter most to it, then what it "
        "needs them for. Say back what you heard until that side says: yes, so it is."),
    (4, "Sort", "All issues on the wall: which touch each other, on which does nobody disagree?"),
    (12, "Put together", "Ask for packages, not for single concessions: this from you together with that from you. Write on the "
        "list what stands only together with what."),
    (2, "Adjourn", "Say what was understood, what is open, and who has to ask whom for what."),
)  # fmt: skip
_AGAIN: tuple[Step, ...] = (
    (2, "Open", "What was understood so far, what is open; the side that spoke second before speaks first."),
    (*_FIRST[2],), (*_FIRST[3],), (*_FIRST[4],),
)  # fmt: skip
_STEPS: dict[PhaseKind, tuple[Step, ...]] = {
    "preparation": ((1, "Read", "Three questions for each side. Who of you listens, who writes the list?"),),
    "opening": ((1, "Opening", "The trainer reads the rules, then gives you the word: welcome, order of the day, two sentences."),),
    "caucus": (
        (1, "Carry", "Pass on what you were given as the slip says. Write on your own slip in which words; it is shown in the "
            "debriefing. Is there a package that nobody has refused yet? Then ask for it."),
    ),
    "drafting": (
        (1, "Draft", "One list, one text, on the wall. All sides change words in it, not the other's paper. Behind each point: "
            "stands only together with points ..."),
    ),
    "deadline": (
        (6, "Read back", "Point by point: agreed, not agreed, open, next. Each head confirms or objects in words; write the words "
            "down. If a point falls, all points fall that stand only together with it: strike them aloud."),
        (2, "The whole", "Read what is left once, without a pause. All heads confirm the whole; until then each may take back what "
            "it confirmed."),
        (2, "Close", "If there is no agreement: what was nearly agreed, what is next, on which day. What each side may tell the "
            "press; press lines go on the wall."),
    ),
    "debriefing": (),
}  # fmt: skip


def chair_section(held: Held) -> Section:
    """The sheet; where no clock says when, the steps stand one under the other."""
    if not held.exercise.phases:
        steps = (*_FIRST, *(s for kind in ("caucus", "drafting", "deadline") for s in _STEPS[kind]))
        return Section("steps", "How a day is led", (Bullets(tuple(Line(t, lead=n) for _, n, t in steps)),))
    rows = tuple((cell(clock), cell(name), cell(text)) for clock, name, text in _day(held))
    return Section("steps", "How the day is led", (_note(), Table(("Clock", "Step", "What you do"), rows)))


def _note() -> Block:
    return Paragraph(
        (Line("The times are a measure: who is late at one step takes it from that step, not from the next."),)
    )


def _day(held: Held) -> Iterator[tuple[str, str, str]]:
    due, met = held.held_at(), False
    for _, phase, minute in held.clock():
        for meeting in phase.meetings:
            steps = _meeting_steps(held, meeting, met)
            met = met or steps is _FIRST
            for clock, name, text in _timed(steps, *due[meeting]):
                yield clock, f"{held.meeting(meeting)}: {name}" if len(steps) == 1 else name, text
        yield from _timed(_kind_steps(phase), minute, minute + phase.minutes)
        if held.has("principal") and minute < held.last_referral <= minute + phase.minutes:
            yield (
                at(held.last_referral),
                "Last referral",
                "Ask each head whether there is one; it goes to the trainer now.",
            )


def _kind_steps(phase: Phase) -> tuple[Step, ...]:
    return () if phase.kind == "meeting" else _STEPS[phase.kind]


def _meeting_steps(held: Held, meeting: str, met: bool) -> tuple[Step, ...]:
    seats = [held.exercise.seats[key] for key in held.exercise.meetings[meeting].seats]
    if not any(seat.part == "chair" for seat in seats):
        return ()
    sides = {seat.of for seat in seats if seat.of in held.case.talks.parties}
    if len(sides) > 1:
        return _AGAIN if met else _FIRST
    return _APART if sides else _CONSULT


def _timed(steps: tuple[Step, ...], begins: int, ends: int) -> Iterator[tuple[str, str, str]]:
    """The steps with the minute at which each begins, in the proportion of their weights."""
    for (_, name, text), minute in zip(steps, shares([step[0] for step in steps], begins, ends), strict=True):
        yield at(minute), name, text


def shares(weights: list[int], begins: int, ends: int) -> list[int]:
    """The minutes at which parts of a stretch begin, in the proportion of their weights."""
    whole, before = sum(weights), 0
    found = []
    for weight in weights:
        found.append(begins + round((ends - begins) * before / whole))
        before += weight
    return found
