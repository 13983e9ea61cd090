"""The points of the page: the issues in the order of the file, then what belongs to none; in each the parties by the alphabet."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations

from ...talks import WANTING
from ..context import Context
from ..outline import Line
from .beyond import asked_beyond, told_beyond
from .material import Material
from .questions import Question, gap, questions
from .stand import Stand
from .told import told


@dataclass(frozen=True, slots=True)
class Row:
    """What is told of a party, and what to ask it."""

    party: str
    told: tuple[Line, ...]
    ask: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One issue, or what belongs to none."""

    issue: str | None
    title: str
    rows: tuple[Row, ...] = field(default=())
    differ: bool = False
    """Whether two parties, each by its own word, stand on different answers, and nothing is settled."""


def points(context: Context) -> Iterator[Point]:
    """Every issue of the case, and the rest where there is any; what to ask is told to the team alone."""
    yield from map(_untold, _points(context)) if context.case.is_for_others else _points(context)


def _points(context: Context) -> Iterator[Point]:
    material = Material(context)
    for issue in context.case.talks.issues:
        stands = [Stand(material, party, issue) for party in context.parties]
        rows = tuple(_row(stand, [other for other in stands if other is not stand]) for stand in stands)
        yield Point(issue, context.phrases.issue(issue), rows, _differ(stands))
    beyond = [Row(p, tuple(told_beyond(material, p)), tuple(asked_beyond(material, p))) for p in context.parties]
    if any(row.told or row.ask for row in beyond):
        yield Point(None, "Beside the issues", tuple(beyond))


def _row(stand: Stand, others: list[Stand]) -> Row:
    asked = questions(stand, others)
    claims = frozenset(c for question in asked for c in question.line.claims)
    silent = gap(stand)
    return Row(stand.party, (*((silent,) if silent else ()), *told(stand, claims)), asked)


def _untold(point: Point) -> Point:
    """Without what is to be asked, for those who are to be asked."""
    return replace(point, rows=tuple(replace(row, ask=()) for row in point.rows))


def _differ(stands: list[Stand]) -> bool:
    """Whether one wants another option than a second, or does not want what the second wants."""
    if any(stand.is_settled for stand in stands):
        return False
    for one, other in combinations(stands, 2):
        for p in one.own:
            for q in other.own:
                wants = (p.stance in WANTING, q.stance in WANTING)
                if wants == (True, True) if p.option != q.option else wants[0] != wants[1]:
                    return True
    return False
