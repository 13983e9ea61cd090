"""Whether a sentence speaks of a day before, on or after that of the meeting."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from ...language.days.printed import day_of_print
from ...language.days.reading import Dated, days
from ...language.sentences import Sentence
from .cues import cues_in

HEAD = 600
"""Characters at the head of a report in which its day of print is looked for."""
LONG_AGO = 21
"""Days before the meeting from which a day is of before."""


class Days:
    """The days of a report beside that of its meeting: the first in a sentence which says that they met, else that of print."""

    def __init__(self, text: str, parts: Sequence[Sentence]) -> None:
        printed = day_of_print(text[:HEAD])
        self._days = days(text, date.fromisoformat(printed.day) if printed else None)
        self._starts = [day.start for day in self._days]
        self._main = self._meeting(parts) or (printed.day if printed else None)

    def of(self, sentence: Sentence) -> str:
        """`before`, `near`, `after`, `open` where it may be either, or `none`."""
        for day in self._in(sentence):
            if self._main is not None:
                return _beside(day, self._main)
        return "none"

    def _in(self, sentence: Sentence) -> Sequence[Dated]:
        first = bisect_left(self._starts, sentence.start)
        return self._days[first : bisect_left(self._starts, sentence.end)]

    def _meeting(self, parts: Sequence[Sentence]) -> str | None:
        for part in parts:
            dated = [day for day in self._in(part) if len(day.day) == len("2030-06-03")]
            if dated and {"met", "held", "talks"} & {name for name, _ in cues_in(part.text.lower().split())}:
                return dated[0].day
        return None


def _beside(one: Dated, main: str) -> str:
    """A day without its year that seems long ago may be of the coming year: `The count starts on 10 January`."""
    day = one.day
    if len(day) < len(main):
        near = main.startswith(day)
        return "near" if near else "after" if day > main else "before" if one.full else "open"
    apart = (date.fromisoformat(day) - date.fromisoformat(main)).days
    if apart > 0:
        return "after"
    return "near" if apart >= -LONG_AGO else "before" if one.full else "open"
