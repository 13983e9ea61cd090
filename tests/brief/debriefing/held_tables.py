"""Tables at which the day of the two valleys was held, with points and answers in the debriefing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from goodoffices.brief.debriefing import HeldTable
from goodoffices.brief.outline import Bullets, Figure, Line, Note, Outline, Paragraph, Section, Table
from goodoffices.proceedings import acts as a
from goodoffices.talks.exercise import TRAINER, Exercise, PartyPoints

from ...proceedings.valley_talks import EXERCISE, Day
from ...synthesis.export.held import SIDES

POINTS = {
    "upper": ({"mill": (0, 10, 4), "water": (20, 60)}, 15),
    "lower": ({"mill": (0, 30, 50), "water": (40, 5)}, 10),
}
ORDER = {"mill": ("closed", "leased", "sold"), "water": ("half", "two-thirds")}


def points() -> dict[str, PartyPoints]:
    """What each option is worth to each party."""
    return {
        party: PartyPoints(
            points={i: dict(zip(ORDER[i], map(Fraction, worths), strict=True)) for i, worths in issues.items()},
            no_deal=Fraction(no_deal),
        )
        for party, (issues, no_deal) in POINTS.items()
    }


def exercise(*revealed: str, with_points: bool = True) -> Exercise:
    """The exercise, with what its charter says will be shown."""
    charter = replace(EXERCISE.charter, revealed=revealed)
    return replace(EXERCISE, charter=charter, points=points() if with_points else {})


def ended(day: Day, answers: Mapping[str, Mapping[str, str]], *, reveal: bool = True) -> Day:
    """The debriefing of a day: what each seat answers, and whether it is shown to all."""
    if day.state.facts.status == "running":
        day.do(a.End(by=TRAINER))
    day.do(a.OpenDebriefing(by=TRAINER))
    for seat, told in answers.items():
        day.do(a.Reflect(by=seat, answers=told))
    if reveal:
        day.do(a.Reveal(by=TRAINER))
    return day


def table(day: Day, number: int = 1) -> HeldTable:
    """The table."""
    return HeldTable(number, day.setting, SIDES, tuple(day.events))


def section(outline: Outline, id_: str) -> Section:
    """A section by its id."""
    return next(one for one in outline.sections if one.id == id_)


def words(sections: Sequence[Section]) -> list[str]:
    """All that is told in some sections, line by line, a row of a table in one."""
    found: list[str] = []
    for one in sections:
        found.append(one.title)
        for block in one.blocks:
            match block:
                case Paragraph() | Bullets():
                    found += [getattr(block, "title", ""), *map(_line, block.lines)]
                case Figure():
                    found += [block.title, *map(_line, block.alternative)]
                case Table():
                    found += [" | ".join(" ".join(map(_line, cell)) for cell in row) for row in block.rows]
                case Note():
                    found.append(block.text)
    return found


def _line(line: Line) -> str:
    return f"{line.lead}: {line.text}" if line.lead else line.text
