"""The course of a day: meetings along the time, what was put on the table in them, what came of it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from ...bargaining.figures import COLOURS, GREY, SCHEMA, SHAPES
from ...proceedings import Happening
from ...proceedings import events as e
from ...synthesis.export.paper import line_of
from ..outline import Block, Bullets, Figure, Line, Note, Section
from .folded import FEW, by_stretch
from .table import HeldTable
from .turning import turning_points

_ROW = 26
_MARKS = {"Proposed": "proposed", "Answered": "accepted", "PointsRead": "points read back"}
_KINDS = {"of the programme": COLOURS[1], "apart": "#56b4e9", "in secret": COLOURS[3]}
DRAWN = 40
"""Meetings of the drawing; all stand in the words beside it."""
MARKS = 1_000
"""Marks of the drawing, likewise."""
NOTHING = "Nothing was entered at this table."


def course(table: HeldTable, of: int) -> Section:
    """The section."""
    title = table.titled("The course of the day", of)
    if table.began is None:
        return Section(f"course-{table.number}", title, (Note(NOTHING),))
    blocks: list[Block] = [_figure(table)] if table.meetings.held else []
    if turns := tuple(_turned(table)):
        blocks.append(Bullets(turns, "Where it turned"))
    return Section(f"course-{table.number}", title, (*blocks, *_happened(table)))


def _happened(table: HeldTable) -> Iterator[Block]:
    timed = [(at, Line(text, lead=table.clock(at))) for at, text in _told(table)]
    for title, fold, lines in by_stretch(table, timed):
        yield Bullets(lines, title or "What happened, by hours and minutes", fold=fold)


def _turned(table: HeldTable) -> Iterator[Line]:
    """The moments at which it turned: who accepted what he had refused, what all came to accept, what a principal said."""
    for at, what, why in turning_points(table):
        yield Line(_TELL[type(what)](table, at, what) + why, lead=table.clock(at))


def _figure(table: HeldTable) -> Figure:
    lines = tuple(_line(table, id_) for id_ in table.meetings.held)
    held = len(lines)
    title = "Meetings along the time" if held <= DRAWN else f"The first {DRAWN} of {held} meetings along the time"
    return Figure(title, "", lines, _chart(table), "closed" if held > FEW // 2 else "")


def _line(table: HeldTable, id_: str) -> Line:
    held = table.meetings.held[id_]
    spans = ", ".join(f"{table.clock(a)} to {table.clock(b)}" for a, b in _spans(table, id_))
    secret = ", in secret" if held.opened.secret else ""
    return Line(f"{spans}{secret}: {'; '.join(table.who.name(seat) for seat in held.seats)}", lead=held.title)


def _spans(table: HeldTable, id_: str) -> list[tuple[datetime, datetime]]:
    """The stretches in which a meeting was open."""
    found: list[tuple[datetime, datetime]] = []
    since: datetime | None = None
    for event in table.events:
        if getattr(event.what, "meeting", None) != id_:
            continue
        if isinstance(event.what, e.MeetingOpened):
            since = event.at
        elif isinstance(event.what, e.MeetingAdjourned | e.MeetingClosed) and since is not None:
            found.append((since, event.at))
            since = None
    return found if since is None else [*found, (since, max(since, table.last or since))]


def _chart(table: HeldTable) -> dict[str, Any]:
    names = [f"{number}. {held.title}" for number, held in enumerate([*table.meetings.held.values()][:DRAWN], 1)]
    rows = dict(zip(table.meetings.held, names, strict=False))  # as many as are drawn
    bars = [
        {"row": rows[id_], "from": table.minute(a), "to": table.minute(b), "kind": _kind(table, id_)}
        for id_ in rows
        for a, b in _spans(table, id_)
    ]
    phases = [{"at": table.minute(at), "name": name} for at, name in _phases(table)]
    marks = [one for one in _marks(table, rows) if one["row"]][:MARKS]
    order: dict[str, Any] = {
        "field": "row",
        "type": "nominal",
        "sort": names,
        "title": None,
        "axis": {"labelLimit": 260},
    }
    across = {"type": "quantitative", "title": "minutes since the day began"}
    return {
        "$schema": SCHEMA, "description": "Meetings of the day along the time.", "width": 460,
        "title": {"text": "Meetings along the time", "subtitle": "dashed: a phase begins"}, "height": {"step": _ROW},
        "layer": [
            {
                "data": {"values": phases}, "mark": {"type": "rule", "strokeDash": [3, 3], "color": GREY},
                "encoding": {"x": {"field": "at", **across}},
            },
            {
                "data": {"values": bars}, "mark": {"type": "bar", "height": 12, "cornerRadius": 2},
                "encoding": {
                    "x": {"field": "from", **across}, "x2": {"field": "to"}, "y": order,
                    "color": _scale("color", [*_KINDS], tuple(_KINDS.values()), "kind"),
                },
            },
            {
                "data": {"values": marks},
                "mark": {"type": "point", "filled": True, "size": 70, "color": COLOURS[0], "opacity": 1, "stroke": "white",
                         "strokeWidth": 0.8},
                "encoding": {
                    "x": {"field": "at", **across}, "y": order,
                    "shape": _scale("shape", list(_MARKS.values()), SHAPES[:3], "what"),
                },
            },
        ],
    }  # fmt: skip


def _scale(channel: str, names: list[str], values: tuple[str, ...], field: str) -> dict[str, Any]:
    legend: dict[str, Any] = {"orient": "bottom", "title": None, "symbolSize": 110, "columns": 3}
    if channel == "color":
        legend |= {"symbolType": "square"}
    return {"field": field, "type": "nominal", "scale": {"domain": names, "range": [*values]}, "legend": legend}


def _kind(table: HeldTable, id_: str) -> str:
    opened = table.meetings.held[id_].opened
    return "in secret" if opened.secret else "of the programme" if opened.programme else "apart"


def _phases(table: HeldTable) -> Iterator[tuple[datetime, str]]:
    for event in table.events:
        if isinstance(event.what, e.Begun | e.PhaseEntered):
            phase = table.public.phases.get(event.what.phase or "")
            if phase is not None:
                yield event.at, line_of(phase.title or phase.kind)


def _marks(table: HeldTable, rows: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for event in table.events:
        what = event.what
        meeting = getattr(what, "meeting", None) or _of_proposal(table, getattr(what, "proposal", None))
        kind = _MARKS.get(type(what).__name__)
        if kind and not (isinstance(what, e.Answered) and what.answer != "accept"):
            yield {"row": rows.get(meeting or ""), "at": table.minute(event.at), "what": kind}


def _of_proposal(table: HeldTable, id_: str | None) -> str | None:
    there = table.facts.proposals.get(id_ or "")
    return there.made.meeting if there else None


def _told(table: HeldTable) -> Iterator[tuple[datetime, str]]:
    for event in table.events:
        tell = _TELL.get(type(event.what))
        if tell is not None and (text := tell(table, event.at, event.what)):
            yield event.at, text


def named(table: HeldTable, proposal: str, at: datetime) -> str:
    """A proposal by the number that it has at a moment."""
    form = table.form(proposal, at)
    return f"proposal {form.number}" if form else "a proposal"


def _opened(t: HeldTable, at: datetime, what: e.MeetingOpened) -> str:
    held = t.meetings.held[what.meeting]
    return f"{held.title}: {'begins' if what is held.opened else 'goes on'}{' (in secret)' if what.secret else ''}"


def _proposed(t: HeldTable, at: datetime, what: e.Proposed) -> str:
    pending = ", ad referendum" if what.ad_referendum else ""
    instead = f", in place of {named(t, what.counters, at)}" if what.counters else ""
    return f"{t.who.name(what.by)} makes {named(t, what.proposal, at)}{pending}{instead}"


def _amended(t: HeldTable, at: datetime, what: e.Amended) -> str:
    return f"{t.who.name(what.by)} changes its proposal: {named(t, what.proposal, at)}"


def _answered(t: HeldTable, at: datetime, what: e.Answered) -> str:
    does = {"accept": "accepts", "refuse": "refuses", "refer": "refers to its principal"}[what.answer]
    pending = ", ad referendum" if what.ad_referendum else ""
    return f"{t.who.name(what.by)} {does} {named(t, what.proposal, at)}{pending}"


def _settled(t: HeldTable, at: datetime, what: e.Settled) -> str:
    point = t.facts.points.get(what.about)
    about = f"“{line_of(point.read.words)}”" if point else named(t, what.about, at)
    return f"The principal of {t.who.side(what.party)} {'confirms' if what.confirmed else 'does not confirm'} {about}"


def _objected(t: HeldTable, at: datetime, what: e.PointObjected) -> str:
    point = t.facts.points[what.point].read.words
    return f"{t.who.name(what.by)} objects to “{line_of(point)}”: “{line_of(what.words)}”"


def _phase(t: HeldTable, at: datetime, what: e.Begun | e.PhaseEntered) -> str:
    phase = t.public.phases.get(what.phase or "")
    return f"Phase: {line_of(phase.title or phase.kind)}" if phase else "The day begins" * isinstance(what, e.Begun)


def _read(t: HeldTable, at: datetime, what: e.PointsRead) -> str:
    return "Read back: " + "; ".join(f"{point.kind}: {line_of(point.words)}" for point in what.points)


_TELL: dict[type[Happening], Callable[[HeldTable, datetime, Any], str]] = {
    e.Begun: _phase,
    e.PhaseEntered: _phase,
    e.MeetingOpened: _opened,
    e.Proposed: _proposed,
    e.Amended: _amended,
    e.Withdrawn: lambda t, at, what: f"{t.who.name(what.by)} withdraws {named(t, what.proposal, at)}",
    e.Answered: _answered,
    e.Settled: _settled,
    e.NewsCame: lambda t, at, what: f"News from {line_of(what.source)}: {line_of(what.text)}",
    e.PointsRead: _read,
    e.PointObjected: _objected,
    e.Ended: lambda t, at, what: "The talks are over",
}
"""What is told of the course; the words themselves are in the record, the packages in the table of proposals."""
