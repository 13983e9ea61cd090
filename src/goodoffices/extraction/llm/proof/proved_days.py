"""Whether words name a day. What is printed without its year, or as `on Friday`, is reckoned by the rules for days."""

import re
from collections.abc import Sequence
from functools import cached_property

from ....language.days.names import MONTHS
from ....language.days.reading import Dated, days
from ....language.folding import Span, fold
from ....talks import Day
from ...roster.reading import report_day

_ISO = re.compile(r"(?<![\w-])(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})\S*)?)?)?(?![\w-])")
_WRITTEN = re.compile(r"(?<!\d)(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?!\d)")
_BOUND = re.compile(r"\b(?:before|after|by|until|till|since|later|earlier|than|within|about|around|not)\b", re.I)
_NEAR = 12
"""Letters between the name of a month and its day: `3, 4 and 5 May`."""


class Days:
    """The days of a report."""

    def __init__(self, text: str, language: str) -> None:
        self._text, self._language = text, language

    @cached_property
    def _read(self) -> list[tuple[int, frozenset[str]]]:
        """Every day of the text by the day rules: where it stands, and its readings."""
        return [(d.start, frozenset(x for x in (d.day, d.last, d.other) if x)) for d in self._found]

    @cached_property
    def _found(self) -> list[Dated]:
        return days(self._text, report_day(self._text), self._language)

    def printed(self, given: str, spans: Sequence[Span]) -> str | None:
        """What the rules reckon from words that stand in one of the stretches, given instead of the day: `Monday`, `16 May`."""
        wanted = f" {fold(given)} "
        here = [d for d in self._found if any(s.start <= d.start < s.end for s in spans)]
        read = {d.day for d in here if f" {fold(self._text[d.start : d.end])} " in wanted and not d.other}
        return read.pop() if len(read) == 1 and not _BOUND.search(given) else None

    def are_of(self, day: str, quotes: Sequence[Span], sentences: Sequence[Span]) -> bool:
        """Whether the quotes, else their sentences, name a day: where the quote names one, no other of the sentence is meant."""
        match = _ISO.search(day)
        if match is None:
            return False
        for spans in (quotes, sentences):
            if found := [readings for at, readings in self._read if any(s.start <= at < s.end for s in spans)]:
                named = any(_is_it(match, reading) for readings in found for reading in readings)
                return named and self._timed(match, sentences)
        return any(self._has_parts(match, s) for s in sentences)

    def _has_parts(self, match: re.Match[str], sentence: Span) -> bool:
        """Whether a sentence in which no rule finds a day has its parts: in figures, in another language, the year elsewhere."""
        year, month, day = match.groups()[:3]
        said = sentence.of(self._text)
        if not re.search(rf"(?<!\d){year}(?!\d)", self._text if month else said):
            return False
        named = not month or _month(said, int(month), int(day) if day else None)
        return named and self._timed(match, (sentence,))

    def _timed(self, match: re.Match[str], sentences: Sequence[Span]) -> bool:
        """Whether the time of a day, where one is given, stands in the sentences."""
        hour, minute = match.groups()[3:]
        numbers = re.findall(r"\d+", " ".join(s.of(self._text) for s in sentences))
        hours = {hour, str(int(hour)), str(int(hour) % 12 or 12)} if hour else set()
        return not hour or (not hours.isdisjoint(numbers) and (minute in numbers or minute == "00"))


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar in the form that is asked for, or `not said`."""
    try:
        Day.parse(text)
    except ValueError:
        return False
    return True


def _is_it(match: re.Match[str], reading: str) -> bool:
    """Whether a claimed day, month or year is what the words name, or holds it."""
    said = "-".join(part for part in match.groups()[:3] if part)
    return reading == said or reading.startswith(said + "-")


def _month(said: str, month: int, day: int | None) -> bool:
    """Whether the sentence names the month, and the day beside it."""
    for written in _WRITTEN.finditer(said):
        parts = [int(part) for part in written.groups()]
        if month in parts and (day is None or day in parts):
            return True
    for name in re.finditer(r"[^\W\d_]+", said):
        if MONTHS.get(name[0].lower()) == month and name[0][0].isupper():
            before, after = said[max(name.start() - _NEAR, 0) : name.start()], said[name.end() : name.end() + _NEAR]
            if day is None or any(re.search(rf"(?<!\d){day}(?!\d)", side) for side in (before, after)):
                return True
    return False
