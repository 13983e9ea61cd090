"""The meetings in their order: a row for each, a column for each actor, a mark where somebody had a part."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ...talks import Meeting, NextStep
from ..context import Context
from ..english import capital, day
from ..outline import Figure, Line
from ..phrases import clean
from . import marks
from .brackets import Bracket, brackets, draw_brackets
from .canvas import PAGE, SAID, SOFT, WHAT, WIDEST, Canvas, Label, Look, Row, band, paged, stacked
from .legend import Legend, Meaning
from .seats import MEANINGS, OTHERS, Seat, columns, mark_of, seats
from .sentences import SAME, kind, meeting_line, reserve, step_line, where
from .steps import ahead

MOST, MOST_STEPS = 30, 8
"""Meetings drawn at most (the table beside has all), and announced steps."""
_NUMBER, _PAD = 26, 6
_SPACING = ((6, 124, 32), (10, 112, 25), (99, 100, 25))
"""Up to so many columns: how wide days are, and how far columns stand apart."""
_TEXT = 350
_ALONE = "The meetings in their order"


def meetings_figures(context: Context) -> tuple[Figure, ...]:
    """The first meetings in their order, on as many pages as they need; none without meetings."""
    keys = context.meetings[:MOST]
    return tuple(_Chart(context, keys).figures()) if keys else ()


@dataclass(frozen=True)
class _Chart:
    context: Context
    keys: Sequence[str]

    @cached_property
    def steps(self) -> list[NextStep]:
        """What is announced between two sides at least."""
        return [step for step in ahead(self.context) if len(set(step.between)) > 1][:MOST_STEPS]

    @cached_property
    def seats(self) -> dict[str, dict[str, Seat]]:
        return {key: seats(self.context, self.context.case.talks.meetings[key]) for key in self.keys}

    @cached_property
    def everybody(self) -> list[str]:
        return columns(self.context, [*self.seats.values(), *(step.between for step in self.steps)])

    @property
    def spacing(self) -> tuple[int, int]:
        """How wide days are, and how far columns stand apart."""
        return next((wide, step) for most, wide, step in _SPACING if len(self.everybody) <= most)

    @cached_property
    def columns(self) -> dict[str, float]:
        """Each actor's place from the left; parties stand apart from the others."""
        parties = self.context.case.talks.parties
        x, found = _NUMBER + self.spacing[0] + 16.0, {}
        for number, key in enumerate(self.everybody):
            x += 10 if number and key not in parties and self.everybody[number - 1] in parties else 0
            found[key] = x
            x += self.spacing[1]
        return found

    @cached_property
    def left(self) -> float:
        """Where the words about a meeting begin."""
        return max(self.columns.values(), default=_NUMBER + self.spacing[0] + 6.0) + 18

    @cached_property
    def brackets(self) -> tuple[Bracket, ...]:
        return brackets(self.context, self.keys)

    @cached_property
    def width(self) -> float:
        return min(WIDEST, self.left + _TEXT + self.margin)

    @cached_property
    def margin(self) -> float:
        """Room on the right for the brackets."""
        return 14 + 10 * max((bracket.lane for bracket in self.brackets), default=0) if self.brackets else 0

    def figures(self) -> Iterator[Figure]:
        head, legend = self.head, self.legend
        parts = paged(list(self.rows()), PAGE - head.height - legend.height)
        for number, rows in enumerate(parts):
            canvas = Canvas(self.width)
            height = head.height + sum(row.height for row in rows) + legend.height
            tops = _draw(canvas, [head, *rows])
            draw_brackets(canvas, self.brackets, tops, self.width - self.margin)
            legend.draw(canvas, height - legend.height)
            title = self.title(number, len(parts))
            lines = tuple(line for row in rows for line in row.lines)
            yield Figure(title, self._svg(canvas, number, title, height), lines)

    def _svg(self, canvas: Canvas, number: int, title: str, height: float) -> str:
        told = "A row for each meeting, a column for each actor, a mark where somebody had a part; the list below says the same."
        return canvas.svg(f"meetings-{number + 1}", title, told, height)

    def title(self, number: int, parts: int) -> str:
        first = f" (the first {MOST})" if len(self.context.meetings) > MOST else ""
        return f"{_ALONE}{first}: who with whom" + (f", part {number + 1} of {parts}" if parts > 1 else "")

    @cached_property
    def head(self) -> Row:
        """The names of the actors, each on a step of its own, so that it is whole and stands upright."""
        names = {key: self._name(key, x) for key, x in self.columns.items()}
        height = stacked(list(names.values())) + 8

        def draw(canvas: Canvas, top: float) -> None:
            y = top
            for key, label in names.items():
                canvas.label(self.columns[key] - 5, y, label)
                y += label.height
                canvas.shape("guide", f"M{self.columns[key]:g} {y + 1:g}V{top + height:g}")

        return Row(height, draw)

    def _name(self, key: str, x: float) -> Label:
        if key == OTHERS:
            return Label.of("others (named in the list below)", self.width - x, SAID)
        look = WHAT if key in self.context.case.talks.parties else SAID
        return Label.of(self.context.phrases.name(key), self.width - x, look, self.context.phrases.code(key))

    def rows(self) -> Iterator[Row]:
        known = [key for key in self.keys if self.context.order[key] is not None]
        unknown = [key for key in self.keys if key not in known]
        yield from map(self.meeting, known)
        yield from self._under("Announced, still ahead as far as the case tells", map(self.step, self.steps))
        yield from self._under("Order not known", map(self.meeting, unknown))

    def _under(self, words: str, rows: Iterable[Row]) -> Iterator[Row]:
        """Rows with a heading that stands again on each of their pages; nothing where there are none."""
        again = band(f"{words}, continued", self.width)
        for number, row in enumerate(rows):
            if number == 0:
                yield band(words, self.width)
            yield replace(row, under=again)

    def meeting(self, key: str) -> Row:
        """The row of a meeting."""
        meeting, order = self.context.case.talks.meetings[key], self.context.order[key]
        number = "–" if order is None else f"{order}."
        line = meeting_line(self.context, key)
        words = self._words(key, meeting, reserve(line))
        return self._row(key, number, day(meeting.date), words, line)

    def _words(self, key: str, meeting: Meeting, doubt: str) -> list[Label]:
        """What a row says of a meeting; one without a title has its format in its name."""
        place = where(meeting.place, meeting.venue) or "place not said"
        told = place if not meeting.title and meeting.format != "not said" else f"{kind(meeting)}; {place}"
        words = [(capital(clean(self.context.phrases.meeting(key))), WHAT), (capital(told), SAID)]
        if meeting.same_as:
            words.append((self._same(meeting), SOFT))
        return self._labels([*words, (capital(doubt), SOFT)])

    def _labels(self, words: Iterable[tuple[str, Look]]) -> list[Label]:
        room = self.width - self.margin - self.left
        return [Label.of(text, room, look, "(its long words stand in the list below)") for text, look in words if text]

    def _same(self, meeting: Meeting) -> str:
        assert meeting.same_as is not None
        order = self.context.order.get(meeting.same_as.meeting)
        other = f"number {order}" if order else self.context.phrases.meeting(meeting.same_as.meeting)
        return capital(f"{SAME[meeting.same_as.certainty]} as {other}")

    def step(self, step: NextStep) -> Row:
        """The row of a step that is announced."""
        line = step_line(self.context, step)
        place = capital(clean(step.place)) if step.place else "Place not said"
        words = self._labels([(capital(clean(step.text)), WHAT), (place, SAID), (capital(reserve(line)), SOFT)])
        return self._row("", "–", day(step.date), words, line, step.between)

    def _row(
        self, key: str, number: str, when: str, words: list[Label], line: Line, between: Sequence[str] = ()
    ) -> Row:
        shown = Label.of(capital(when), self.spacing[0], SAID)
        height = max(stacked(words), shown.height) + 2 * _PAD
        seated = self.seats[key] if key else dict.fromkeys(between, Seat(table=True))

        def draw(canvas: Canvas, top: float) -> None:
            canvas.shape("edge", f"M0 {top:g}H{self.width - self.margin:g}")
            canvas.label(0, top + _PAD, Label.of(number, _NUMBER, WHAT))
            canvas.label(_NUMBER, top + _PAD, shown)
            for x in self.columns.values():
                canvas.shape("guide", f"M{x:g} {top:g}v{height:g}")
            self._seats(canvas, top + _PAD + SAID.line / 2, seated, held=bool(key))
            canvas.stack(self.left, top + _PAD, words)

        return Row(height, draw, key, (line,))

    def _seats(self, canvas: Canvas, y: float, seated: Mapping[str, Seat], *, held: bool) -> None:
        """The marks of a row; a line joins those who sat at the table."""
        at: dict[float, Seat] = {}
        for key, seat in seated.items():
            x = self.columns.get(key, self.columns.get(OTHERS, 0))
            at[x] = at.get(x, Seat()) | seat
        table = [x for x, seat in at.items() if seat.table]
        if len(table) > 1:
            canvas.shape("met" if held else "meets", f"M{min(table):g} {y:g}H{max(table):g}")
        for x, seat in at.items():
            mark_of(seat, held=held)(canvas, x, y)

    @cached_property
    def legend(self) -> Legend:
        found = {mark_of(seat, held=True) for row in self.seats.values() for seat in row.values()}
        told = [Meaning(words, mark) for mark, words in MEANINGS.items() if mark in found]
        told += [Meaning("joins those who took part (only who has a mark)", marks.joined)]
        if self.steps:
            told += [Meaning("announced", marks.ring), Meaning("joins those who are to meet", marks.ahead)]
        told += [Meaning("may be one meeting: the words say how surely", _dashes)] if self.brackets else []
        told.append(Meaning("Names in bold: parties."))
        if any(self.context.case.talks.meetings[key].format == "proximity" for key in self.keys):
            told.append(Meaning("Proximity talks: not all sat in one room."))
        places = [order for key in self.keys if (order := self.context.order[key]) is not None]
        if len(set(places)) < len(places):
            told.append(Meaning("The same number twice: nothing tells which of the two came first."))
        return Legend.of(told, self.width)


def _dashes(canvas: Canvas, x: float, y: float) -> None:
    canvas.shape("same", f"M{x - 8:g} {y - 5:g}h12v10h-12")


def _draw(canvas: Canvas, rows: Sequence[Row]) -> dict[str, float]:
    """Draw rows below each other; where each that has a key begins."""
    tops, y = {}, 0.0
    for row in rows:
        row.draw(canvas, y)
        tops[row.key] = y
        y += row.height
    return tops
