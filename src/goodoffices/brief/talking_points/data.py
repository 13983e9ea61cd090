"""The page as plain data, and as the bytes of a file."""

from typing import Any

from ...case import Case, for_whom
from ...documents import json_text
from ..context import Context
from ..forms import outline_bytes
from ..outline import Line, Outline
from ..shown import harmless_throughout
from ..statement_data import statements_data
from .points import Point, Row, points


def talking_points_data(case: Case, outline: Outline, as_of: str | None = None) -> dict[str, Any]:
    """The page as plain data; the reference documentation lists its keys."""
    return {
        "title": case.talks.title,
        "statements": statements_data(case, outline),
        "draft": case.talks.draft,
        "as_of": as_of,
        "by": outline.by or None,
        "exercise": case.talks.exercise,
        "for": for_whom(case) or None,
        "stamp": case.talks.stamp,
        "points": harmless_throughout([_point(point) for point in points(Context.of(case))]),
    }


def talking_points_bytes(ending: str, case: Case, outline: Outline, as_of: str | None = None) -> bytes:
    """The page in the form of a file ending."""
    if ending == ".json":
        return (json_text(talking_points_data(case, outline, as_of)) + "\n").encode()
    return outline_bytes(ending, outline)


def _point(point: Point) -> dict[str, Any]:
    return {
        "issue": point.issue,
        "title": point.title,
        "differ": point.differ,
        "parties": [_row(r) for r in point.rows],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "party": row.party,
        "told": [_line(line) for line in row.told],
        "ask": [{"ground": question.ground, **_line(question.line)} for question in row.ask],
    }


def _line(line: Line) -> dict[str, Any]:
    return {"text": line.text, "claims": list(line.claims)}
