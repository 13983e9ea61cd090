"""What mattered to each side: as the author wrote it, as its seats say, as the other side took it to be.

1. What the author wrote is the order of `priorities`, or else how far the points of an issue lie apart.
2. An answer names an issue where it has its title; one answer may name several.
3. Of fewer than three answers nothing is told of one side, unless all were told beforehand that it would be.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from ...bargaining.figures import COLOURS, GREY, SCHEMA
from ...language.folding import fold
from ...synthesis.export.paper import line_of
from ..english import counted, listed
from ..outline import Block, Bullets, Figure, Line, Note, Section
from .table import FEWEST, HeldTable

OURS, THEIRS = "named by itself", "named by the other side"
TOO_FEW = f"Fewer than {FEWEST} answers: not shown, for everybody would know whose they are."


def priorities(table: HeldTable, of: int) -> Section:
    """The section."""
    blocks: list[Block] = []
    for party in table.public.parties:
        blocks += _of(table, party)
    title = table.titled("What mattered, and what the other side took it to be", of)
    return Section(f"priorities-{table.number}", title, tuple(blocks))


def _of(table: HeldTable, party: str) -> Iterator[Block]:
    name, order = table.who.side(party), actual(table, party)
    ours, theirs = (_answers(table, party, key) for key in ("mattered to us", "mattered to them"))
    lines = [Line(_written(table, order), lead=f"{name}, as the author wrote it")] if order else []
    shown = {OURS: ours if _enough(table, ours) else [], THEIRS: theirs if _enough(table, theirs) else []}
    for what, answers, found in ((OURS, ours, shown[OURS]), (THEIRS, theirs, shown[THEIRS])):
        text = _counts(table, found) if found else TOO_FEW if answers else "Nobody answered."
        lines.append(Line(text, lead=f"{name}, {what}"))
    if any(shown.values()):
        yield Figure(f"What mattered to {name}", "", tuple(lines), _chart(table, name, order, shown))
    else:
        yield Bullets(tuple(lines), name)
    if order and shown[THEIRS]:
        yield Note(_met(table, order[0], shown[THEIRS]))


def actual(table: HeldTable, party: str) -> tuple[str, ...]:
    """The issues in the order in which they matter, as the author wrote it; none where nothing is written."""
    known = table.setting.priorities.get(party)
    if known:
        return tuple(issue for issue in known if issue in table.public.issues)
    if party not in table.setting.points:
        return ()
    points = table.setting.points[party].points
    apart = {issue: max(points[issue].values()) - min(points[issue].values()) for issue in table.public.issues}
    return tuple(sorted(apart, key=lambda issue: -apart[issue]))


def _answers(table: HeldTable, party: str, key: str) -> list[str]:
    """Of the party's own seats, or of those of the other party; of several others nobody can say which was meant."""
    public, own = table.public, key == "mattered to us"
    if not own and len(public.parties) != 2:
        return []
    return [
        answers[key]
        for seat, answers in table.facts.reflections.items()
        if key in answers and public.side(seat) in public.parties and (public.side(seat) == party) == own
    ]


def _enough(table: HeldTable, answers: Sequence[str]) -> bool:
    return len(answers) >= FEWEST or (table.answers_shown and bool(answers))


def named(table: HeldTable, answer: str) -> set[str]:
    """The issues that an answer names, by id or title."""
    words = f" {fold(answer)} "
    return {
        id_
        for id_, issue in table.public.issues.items()
        if fold(line_of(issue.title)) in words or words.strip() == fold(id_)
    }


def _counts(table: HeldTable, answers: Sequence[str]) -> str:
    found = [named(table, answer) for answer in answers]
    many = {issue: sum(issue in one for one in found) for issue in table.public.issues}
    parts = [
        f"{table.who.issues[issue].title} {many[issue]}"
        for issue in sorted(many, key=lambda i: -many[i])
        if many[issue]
    ]
    other = sum(not one for one in found)
    parts += [f"something else {other}"] if other else []
    return f"{', '.join(parts)} (of {counted(len(answers), 'answer')})"


def _written(table: HeldTable, order: Sequence[str]) -> str:
    return f"{listed(str(table.who.issues[issue].title) for issue in order)}, the weightiest first"


def _met(table: HeldTable, first: str, theirs: Sequence[str]) -> str:
    met = sum(first in named(table, answer) for answer in theirs)
    title = table.who.issues[first].title
    return f"{met} of {counted(len(theirs), 'answer')} of the other side named {title}, which the author put first."


def _chart(table: HeldTable, name: str, order: Sequence[str], shown: dict[str, list[str]]) -> dict[str, Any]:
    issues = [*order, *(issue for issue in table.public.issues if issue not in order)]
    titles = {
        issue: f"{place}. {table.who.issues[issue].title}" if issue in order else f"{table.who.issues[issue].title}"
        for place, issue in enumerate(issues, 1)
    }
    values = [
        {"issue": titles[issue], "by": what, "share": sum(issue in named(table, one) for one in answers) / len(answers)}
        for what, answers in shown.items()
        if answers
        for issue in issues
    ]
    return {
        "$schema": SCHEMA, "description": f"Which issues the answers name as what mattered most to {name}.", "width": 380,
        "title": {
            "text": f"What mattered to {name}",
            "subtitle": "issues numbered in the author's order" if order else "the author wrote no order",
        },
        "height": {"step": 13}, "data": {"values": values},
        "mark": {"type": "bar", "height": 9},
        "encoding": {
            "y": {"field": "issue", "type": "nominal", "sort": list(titles.values()), "title": None, "axis": {"labelLimit": 260}},
            "yOffset": {"field": "by", "type": "nominal", "sort": [OURS, THEIRS], "scale": {"domain": [OURS, THEIRS]}},
            "x": {
                "field": "share", "type": "quantitative", "title": "share of the answers that name it",
                "scale": {"domain": [0, 1]}, "axis": {"format": "%"},
            },
            "color": {
                "field": "by", "type": "nominal", "scale": {"domain": [OURS, THEIRS], "range": [GREY, COLOURS[0]]},
                "legend": {"orient": "bottom", "title": None, "labelLimit": 300},
            },
        },
    }  # fmt: skip
