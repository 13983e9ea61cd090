"""Builds the page as an outline, so that every form of the brief prints it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from ...case import Case, label
from ..build import notices, subtitle
from ..cards import cards
from ..context import Context
from ..english import capital
from ..outline import Line, Note, Outline, Section, Table, lines_of
from ..sections.stand_words import FOREIGN, legend
from ..shown import harmless_throughout
from .points import Point, Row, points

_HEAD = ("Party", "What is told", "What to ask")
_RULE = "Parties stand in alphabetical order."
_QUESTIONS = " Questions stand on what the record leaves open; no wishes are assumed."


def build_talking_points(case: Case, as_of: str | None = None, by: str | None = None) -> Outline:
    """The page for the mediator, as of a day and signed as a brief is."""
    return talking_points_outline(Context.of(case), as_of, by)


def talking_points_outline(context: Context, as_of: str | None = None, by: str | None = None) -> Outline:
    """The page, where the context of its case is known already."""
    case = context.case
    sections = [*_sections(context)]
    named = {claim for section in sections for line in lines_of(section) for claim in line.claims}
    shown = {key: card for key, card in cards(case, context.phrases).items() if key in named}
    outline = Outline(
        case.name, f"Talking points: {case.talks.title}", subtitle(context, as_of, by), tuple(sections), (), shown,
        tuple(notices(case, as_of)), by=by or "", pages=1, label=label(case),
    )  # fmt: skip
    return harmless_throughout(outline)


def _sections(context: Context) -> Iterator[Section]:
    made = [_section(context, number, point) for number, point in enumerate(points(context), 1)]
    if not context.case.talks.issues:
        yield Section("points-none", "Issues", (Note("No issue of the talks is recorded yet."),))
    yield from made[:-1]
    if made:
        foreign = any(line.text.endswith(FOREIGN) for line in chain.from_iterable(map(lines_of, made)))
        rule = _RULE if context.case.is_for_others else f"{_RULE}{_QUESTIONS}"
        note = f"{legend(context)} {rule}" if foreign else rule
        yield replace(made[-1], blocks=(*made[-1].blocks, Note(note)))


def _section(context: Context, number: int, point: Point) -> Section:
    title = f"{point.title} (the positions differ)" if point.differ else point.title
    return Section(
        f"points-{number}", title, (Table(_head(context), tuple(_cells(context, row) for row in point.rows)),)
    )


def _head(context: Context) -> tuple[str, ...]:
    return _HEAD[:-1] if context.case.is_for_others else _HEAD


def _cells(context: Context, row: Row) -> tuple[tuple[Line, ...], ...]:
    name = capital(context.phrases.name(row.party))
    cells = ((Line(name),), row.told, tuple(question.line for question in row.ask))
    return cells[: len(_head(context))]
