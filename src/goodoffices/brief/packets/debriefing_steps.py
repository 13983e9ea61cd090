"""The order of the debriefing, with the minutes of each step: it is what the day is for, and its last step is lost first."""

from collections.abc import Iterator

from ..english import listed
from ..outline import Bullets, Line, Section, Table
from .briefing import cell
from .chair_day import shares
from .held import Held, at


def debriefing(held: Held) -> Iterator[Section]:
    """The steps by the clock, and the author's questions."""
    begins, ends = _times(held)
    steps = tuple(_steps(held))
    starts = [*shares([weight for weight, _, _ in steps], begins, ends), ends]
    rows = tuple(
        (cell(at(start)), cell(name, f"{after - start} min"), cell(text))
        for (_, name, text), start, after in zip(steps, starts, starts[1:], strict=False)
    )
    yield Section("steps", "In this order", (Table(("Clock", "Step", "What you do"), rows),))
    if held.exercise.debriefing:
        questions = tuple(Line(" ".join(q.split())) for q in held.exercise.debriefing)
        yield Section("questions", "Questions for the last step", (Bullets(questions),))


def _times(held: Held) -> tuple[int, int]:
    """From when to when; an exercise without a phase for it has its time after the end."""
    return (held.talks_end, held.minutes) if held.talks_end < held.minutes else (held.minutes, held.minutes + 50)


def _steps(held: Held) -> Iterator[tuple[int, str, str]]:
    """Minutes of fifty, the name of the step, what is done."""
    shown = held.exercise.charter.shown
    yield 5, "Alone", "Debriefing sheets, before anybody speaks. They stay with those who wrote them."
    yield 4, "Out of the roles", "Everybody says the name under which he goes again, and one word for how it was."
    who = "The observer tells" if held.has("observer") else "You tell"
    yield 5, "What was seen", f"{who} what was seen, not what to think of it; nobody answers yet."
    yield (
        7,
        "What mattered",
        "What mattered most to the other side: each head reads out what he believed, then the other what was so.",
    )
    if "known" in shown:
        yield (
            6,
            "What only one knew",
            "Each reads out, from his sheet, what only he knew, and says when he told it, to whom, or why not.",
        )
    if revealed := [text[:1].lower() + text[1:].rstrip(".") for text in held.exercise.charter.revealed]:
        poster = "Hang up “Shown at the end”, and leave time to read. " if {"points", "mandates"} & {*shown} else ""
        yield 6, "What is shown", f"{poster}Promised was: {'; '.join(revealed)}."
    if held.chaired:
        yield (
            5,
            "What was carried",
            (
                "Collect the slips now. Lay each message beside what was carried: what changed on the way, and what did that do?"
            ),
        )
    yield 3, "What is told", f"{_press(held)} beside each other. Do the stories fit?"
    yield 9, "Questions", "Those below, as many as the time allows: begin with the one that the day asks for."


def _press(held: Held) -> str:
    return f"Read {listed(['the press lines of all sides', *(['the report of the day'] if held.has('press') else [])])}"
