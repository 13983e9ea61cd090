"""Meetings and positions over time: days from top to bottom, the meetings in one lane, each chain of positions in one beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import inf, isfinite

from ..context import Context
from ..english import capital, counted
from ..outline import Figure, Line
from . import marks
from .canvas import PAGE, SAID, SOFT, WHAT, WIDEST, Canvas, Label, Row, band, paged, stacked
from .legend import Legend, Meaning
from .moments import MEETINGS, Event, Moment, chain_events, meeting_events, moments
from .moves import MOST_LANES, MOST_MOVES, Chain, chain_line, chains, hardest

MOST = 30
"""Meetings drawn at most."""
BESIDE = 3
"""Lanes of positions beside each other; more stand in a drawing of their own."""
_MARK, _GAP, _PAD = 22, 10, 6
_MEETING, _LANE, _ALONE = 250, 220, 360
_LONG = 45
"""Days between two rows from which the drawing says how long it is: it is not to scale."""


def timeline_figures(context: Context) -> tuple[Figure, ...]:
    """The drawing on as many pages as it needs; none where all was on one day and nothing moved."""
    keys = context.meetings[:MOST]
    found = chains(context)
    if not found and not _several(context, keys):
        return ()
    shown = found[:MOST_LANES]
    groups = [tuple(shown[n : n + BESIDE]) for n in range(0, max(len(shown), 1), BESIDE)]
    figures: list[Figure] = []
    for number, group in enumerate(groups):
        figures += _Timeline(context, keys, group, first=number == 0, dropped=len(found) > MOST_LANES).figures()
    return tuple(figures)


def _several(context: Context, keys: Sequence[str]) -> bool:
    """Whether there are several rounds, or meetings held or announced on several days."""
    talks = context.case.talks
    rounds = {talks.meetings[key].round for key in keys} - {None}
    days = {talks.meetings[key].date.first for key in keys} | {step.date.first for step in talks.outcome.next}
    return len(rounds) > 1 or len(days - {None}) > 1


@dataclass(frozen=True)
class _Timeline:
    context: Context
    keys: Sequence[str]
    chains: Sequence[Chain]
    first: bool
    """The meetings stand in the first drawing only."""
    dropped: bool

    @cached_property
    def moments(self) -> list[Moment]:
        events = list(meeting_events(self.context, self.keys)) if self.first else []
        for lane, chain in enumerate(self.chains, start=MEETINGS + 1):
            events += chain_events(self.context, chain, lane, self.keys)
        return moments(events)

    @property
    def day(self) -> int:
        """How wide days are."""
        return 100 if len(self.chains) == BESIDE else 124

    @cached_property
    def lanes(self) -> dict[int, tuple[float, float]]:
        """Where the marks of each lane stand, and how wide its words are."""
        room = WIDEST - self.day - _GAP
        wide = [_MEETING if self.chains else _ALONE] * self.first + [_LANE] * len(self.chains)
        share = min(1, room / sum(wide))
        x, found = float(self.day + _GAP), {}
        for lane, width in enumerate(wide, start=MEETINGS if self.first else MEETINGS + 1):
            found[lane] = (x + 8, width * share - _MARK - _GAP)
            x += width * share
        return found

    @cached_property
    def width(self) -> float:
        x, room = list(self.lanes.values())[-1]
        return x - 8 + _MARK + room

    def figures(self) -> Iterator[Figure]:
        rows = list(self._rows())
        parts = paged(rows, PAGE - self.head.height - self.legend.height)
        for number, part in enumerate(parts):
            canvas = Canvas(self.width)
            y = 0.0
            for row in (self.head, *part):
                row.draw(canvas, y)
                y += row.height
            self.legend.draw(canvas, y)
            title = self.title(number, len(parts))
            told = "Days from top to bottom, a lane for meetings, one for each position that moved; the list below says the same."
            key = f"timeline-{'' if self.first else 'more-'}{number + 1}"
            svg = canvas.svg(key, title, told, y + self.legend.height)
            lines = [line for row in part for line in row.lines]
            last = number == len(parts) - 1
            moved = [chain_line(self.context, chain) for chain in self.chains] if last else [_BELOW] * bool(self.chains)
            yield Figure(title, svg, (*lines, *moved))

    def title(self, number: int, parts: int) -> str:
        what = (
            "Meetings and positions" if self.first and self.chains else "Meetings" if self.first else "More positions"
        )
        many = len(self.context.meetings) > MOST and self.first
        part = f", part {number + 1} of {parts}" if parts > 1 else ""
        return f"{what} over time{f' (the first {MOST} meetings)' if many else ''}{part}"

    @cached_property
    def head(self) -> Row:
        labels = {lane: self._head(self.chains[lane - 1], room) for lane, (_, room) in self.lanes.items() if lane}
        if self.first:
            labels[MEETINGS] = [Label.of("Meetings", self.lanes[MEETINGS][1], WHAT)]
        height = max(map(stacked, labels.values())) + _PAD

        def draw(canvas: Canvas, top: float) -> None:
            for lane, stack in labels.items():
                canvas.stack(self.lanes[lane][0] - 5, top, stack)

        return Row(height, draw)

    def _head(self, chain: Chain, room: float) -> list[Label]:
        phrases, wide = self.context.phrases, room + _MARK - 8
        told = [
            (phrases.name(chain.party), WHAT),
            (phrases.issue(chain.issue), SAID),
            (hardest(self.context, chain), SOFT),
        ]
        if len(chain.moves) > MOST_MOVES:
            told.append((f"the last {MOST_MOVES} of {counted(len(chain.moves), 'position')}", SOFT))
        return [Label.of(capital(text), wide, look, phrases.code(chain.party)) for text, look in told if text]

    def _rows(self) -> Iterator[Row]:
        spans = {lane: self._span(lane) for lane in self.lanes}
        told, again, before = "", None, -inf
        for number, moment in enumerate(self.moments):
            through = [lane for lane, (start, end) in spans.items() if start < number <= end]
            if isfinite(moment.at) and isfinite(before) and moment.at - before >= _LONG:
                yield self._gap(moment.at - before, through)
            words = "Day not known" if moment.at == inf else self._round(moment.round)
            if words and words != told:
                told, again = words, band(f"{words}, continued", self.width)
                yield band(words, self.width)
            yield replace(self._moment(moment, number, spans), under=again)
            before = moment.at

    def _round(self, key: str) -> str:
        talks = self.context.case.talks
        return f"Round: {talks.rounds[key].title}" if key in talks.rounds else ""

    def _span(self, lane: int) -> tuple[int, int]:
        rows = [number for number, moment in enumerate(self.moments) if lane in moment.cells]
        return (rows[0], rows[-1]) if rows else (0, -1)

    def _gap(self, days: float, lanes: Sequence[int]) -> Row:
        label = Label.of(_length(days), self.day, SOFT)

        def draw(canvas: Canvas, top: float) -> None:
            canvas.label(0, top, label)
            for lane in lanes:
                canvas.shape("lapse", f"M{self.lanes[lane][0]:g} {top:g}v{label.height + 4}")

        return Row(label.height + 4, draw, heads=True)

    def _moment(self, moment: Moment, number: int, spans: dict[int, tuple[int, int]]) -> Row:
        when = [Label.of(capital(moment.when), self.day, SAID)] if moment.when else []
        cells = {lane: self._words(event, self.lanes[lane][1]) for lane, event in moment.cells.items()}
        height = max(map(stacked, [when, *cells.values()])) + 2 * _PAD

        def draw(canvas: Canvas, top: float) -> None:
            middle = top + _PAD + SAID.line / 2
            if moment.when:
                canvas.shape("edge", f"M0 {top:g}H{self.width:g}")
            for lane, (start, end) in spans.items():
                upper, lower = (top if start < number else middle), (top + height if number < end else middle)
                if start <= number <= end and upper < lower:
                    canvas.shape("way", f"M{self.lanes[lane][0]:g} {upper:g}V{lower:g}")
            canvas.stack(0, top + _PAD, when)
            for lane, words in cells.items():
                moment.cells[lane].mark(canvas, self.lanes[lane][0], middle)
                canvas.stack(self.lanes[lane][0] + _MARK - 8, top + _PAD, words)

        lines = tuple(event.line for event in moment.cells.values() if event.line is not None)
        return Row(height, draw, lines=lines)

    def _words(self, event: Event, room: float) -> list[Label]:
        look = WHAT if event.lane == MEETINGS and event.mark is marks.dot else SAID
        told = [Label.of(event.words, room, look, "(its long words stand in the list below)")]
        return [*told, Label.of(capital(event.besides), room, SOFT)] if event.besides else told

    @cached_property
    def legend(self) -> Legend:
        used = {event.mark for moment in self.moments for event in moment.cells.values()}
        told = [Meaning(words, mark) for mark, words in _MEANINGS.items() if mark in used]
        told.append(Meaning(f"Not to scale: gaps of more than {_LONG} days are told."))
        if self.dropped:
            told.append(Meaning("More positions moved than are drawn: see where the sides stand."))
        return Legend.of(told, self.width)


_BELOW = Line("How the positions moved is said below the last part.")
_MEANINGS = {
    marks.dot: "meeting held",
    marks.ring: "announced, still ahead as far as the case tells",
    marks.diamond: "announced at the time; others have met since",
    marks.bar: "position told",
    marks.harder: "harder than before",
    marks.softer: "softer than before",
}


def _length(days: float) -> str:
    """`about 4 months later`."""
    months = round(days / 30.44)
    words = counted(months, "month") if months < 24 else counted(round(days / 365.25), "year")
    return f"about {words} later"
