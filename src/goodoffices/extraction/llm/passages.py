"""A report as a model is shown it: its sentences with their numbers, and who and which days the rules read in it."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from ...language.days.reading import Dated, days
from ...language.folding import Span
from ...language.sentences import sentences
from ..proposal import Text
from ..roster.reading import Roster, read_roster, report_day
from ..roster.side import Side

MOST = 40
"""People, and days, that are named at most: a list of a hundred helps nobody to read."""


class Passages:
    """The numbered sentences of one text. The numbers are the same in every piece of it."""

    def __init__(self, given: Text) -> None:
        self._given, self._text = given, given.text
        self._spans = [Span(s.start, s.end) for s in sentences(given.text, given.language or "en")]

    def span(self, number: int | None) -> Span | None:
        """Where a passage stands; None where there is none of that number."""
        return self._spans[number - 1] if number is not None and 0 < number <= len(self._spans) else None

    def number(self, place: int) -> int:
        """The number of the passage in which a place lies."""
        return bisect_right(self._spans, place, key=lambda span: span.start)

    def shown(self, piece: Span) -> str:
        """A piece of the text, each passage behind its number."""
        parts = [(n, _common(span, piece)) for n, span in enumerate(self._spans, 1)]
        return "\n".join(f"[{n}] {part.of(self._text)}" for n, part in parts if part.start < part.end)

    def aids(self, piece: Span) -> str:
        """Who talks, who is named and which days are meant, as the rules read it; empty where they read nothing."""
        return "\n".join((*self._who(), *self._when(piece)))

    @cached_property
    def _roster(self) -> Roster:
        return read_roster(self._text, self._given.said)

    @cached_property
    def _days(self) -> list[Dated]:
        return days(self._text, report_day(self._text), self._given.language or "en")

    def _who(self) -> Iterator[str]:
        for title, sides in (("Parties", self._roster.seen.parties), ("Others", self._roster.seen.third)):
            if sides:
                yield f"{title}: {'; '.join(map(_side, sides[:MOST]))}"
        people = [
            ", ".join(part for part in (person.name, *person.posts[:1], person.party) if part)
            for person in list(self._roster.cast.people.values())[:MOST]
        ]
        if people:
            yield f"People: {'; '.join(people)}"

    def _when(self, piece: Span) -> Iterator[str]:
        """The day of the report, and those days whose words alone do not name them."""
        if own := report_day(self._text):
            yield f"Day of the report: {own.isoformat()}"
        reckoned = [day for day in self._days if piece.start <= day.start < piece.end and not day.full][:MOST]
        if reckoned:
            yield f"Days: {'; '.join(map(self._day, reckoned))}"

    def _day(self, day: Dated) -> str:
        last = f" to {day.last}" if day.last else ""
        return f"[{self.number(day.start)}] {self._text[day.start : day.end]}: {day.day}{last}"


def _side(side: Side) -> str:
    return f"{side.name} (also {', '.join(side.other)})" if side.other else side.name


def _common(one: Span, other: Span) -> Span:
    return Span(max(one.start, other.start), min(one.end, other.end))
