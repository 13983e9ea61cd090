"""The meetings drawn in their order: a table with its seats for each, so that the format is seen at once."""

import math
import unicodedata
from html import escape
from textwrap import wrap

from ..talks import Meeting
from .context import Context
from .english import capital, counted, day
from .outline import Figure, Line

WIDTH, ROW, MOST = 340, 92, 30
"""Width and height of one meeting in the drawing, in its own units; the most meetings drawn (the table beside has all)."""
_LETTERS = 31


def meetings_figure(context: Context) -> Figure | None:
    """The first meetings in their order as an SVG drawing, or None without meetings."""
    keys = context.meetings[:MOST]
    if not keys:
        return None
    rows = [_row(context, key, number * ROW) for number, key in enumerate(keys)]
    height = len(keys) * ROW
    svg = (
        f'<svg viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" aria-labelledby="drawn-title" '
        f'xmlns="http://www.w3.org/2000/svg"><title id="drawn-title">The meetings in their order; '
        f"the list below says the same in words"
        f"</title>{''.join(rows)}</svg>"
    )
    title = "The meetings in their order" + (f" (the first {MOST})" if len(context.meetings) > MOST else "")
    return Figure(title, svg, tuple(meeting_line(context, key) for key in keys))


def _row(context: Context, key: str, top: int) -> str:
    meeting = context.case.talks.meetings[key]
    order = context.order[key]
    middle = top + ROW // 2
    path = f'<path class="way" d="M46 {middle + 38}v{ROW - 76}"/>' if _leads_on(context, key) else ""
    named = capital(context.phrases.meeting(key))
    title = wrap(named, _letters(named), max_lines=2, placeholder=" …")
    words = [*title, capital(_where_when(meeting)), capital(_seats_in_words(context, meeting))]
    first = middle - 17 * (len(words) - 1) // 2 + 4
    text = "".join(
        f'<text x="104" y="{first + 17 * n}" class="{"what" if n < len(title) else "where"}">{escape(_cut(w))}</text>'
        for n, w in enumerate(words)
    )
    number = f'<text x="46" y="{middle + 5}" class="number">{"?" if order is None else order}</text>'
    return f"<g>{path}{_table(context, meeting, 46, middle)}{number}{text}</g>"


def _leads_on(context: Context, key: str) -> bool:
    """Whether a line may lead to the meeting drawn below: only where it is known to come later."""
    place = context.meetings.index(key) + 1
    if place == min(len(context.meetings), MOST):
        return False
    order, following = context.order[key], context.order[context.meetings[place]]
    return order is not None and following is not None and following > order


def _table(context: Context, meeting: Meeting, x: int, y: int) -> str:
    """A round table; parties sit as full dots, third parties as open ones; the code of each beside its seat."""
    seats = context.phrases.participants(meeting)[:8]
    parts = [f'<circle class="table" cx="{x}" cy="{y}" r="13"/>']
    for number, seat in enumerate(seats):
        angle = 2 * math.pi * number / len(seats) - math.pi / 2 + (math.pi / 2 if len(seats) == 2 else 0)
        cx, cy = x + 21 * math.cos(angle), y + 21 * math.sin(angle)
        kind = "side" if seat in context.case.talks.parties else "third"
        parts.append(f'<circle class="{kind}" cx="{cx:.1f}" cy="{cy:.1f}" r="4"/>')
        lx, ly = x + 35 * math.cos(angle), y + 33 * math.sin(angle) + 3
        parts.append(f'<text class="code" x="{lx:.1f}" y="{ly:.1f}">{escape(context.phrases.code(seat)[:4])}</text>')
    return "".join(parts)


def _where_when(meeting: Meeting) -> str:
    return ", ".join(x for x in (day(meeting.date), meeting.place) if x)


def _seats_in_words(context: Context, meeting: Meeting) -> str:
    seats = context.phrases.participants(meeting)
    kind = "format not said" if meeting.format == "not said" else meeting.format
    return f"{kind}, {counted(len(seats), 'seat')}" if seats else kind


def _cut(text: str) -> str:
    letters = _letters(text)
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


def _letters(text: str) -> int:
    """How many letters stand beside a table: half as many where some are twice as wide."""
    return _LETTERS // 2 if any(unicodedata.east_asian_width(c) in "WF" for c in text) else _LETTERS


def meeting_line(context: Context, key: str) -> Line:
    """A meeting in words: its place in the order, format, participants, day and place."""
    meeting = context.case.talks.meetings[key]
    order = context.order[key]
    seats = context.phrases.names(context.phrases.participants(meeting)) or "participants not said"
    place = context.phrases.where(meeting) or "place not said"
    kind = "format not said" if meeting.format == "not said" else meeting.format
    return context.lines.line(f"{kind}; {seats}; {day(meeting.date)}; {place}.", meeting,
                              lead=f"{'order not said' if order is None else order}, {context.phrases.meeting(key)}")  # fmt: skip
