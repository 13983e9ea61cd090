"""Days in the forms in which reports print them, as the text of a `Day`. What is left open stays open; nothing is guessed.

A day without a year takes that of the day after it in a range, else of the nearest full day before it, else of the report's own
day. A weekday means the week round the report's own day: the last one in the past, for what is announced the next one.
`06/05/2025` has two readings until another date of the text proves the order; then one.

On the tables of tests/language/test_days.py `dateparser.search` finds the very days of 28 of 70 texts (it knows neither ranges nor
proof of order, and takes other words for days), at sixty times the time; so only its lists of words are used.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import zip_longest
from typing import Literal

from .forms import ORDINALS, Forms, forms_of
from .names import LANGUAGES, names_of
from .times import time_beside

Order = Literal["day first", "month first"]
_CENTURY = 2000
"""That of a year of two digits, where the report's own day does not tell."""
_SMALL = {word: n for n, word in enumerate("two three four five six seven eight nine ten".split(), 2)}


@dataclass(frozen=True, slots=True)
class Dated:
    """A day, month or range as printed: where it stands, and the text of the `Day`."""

    start: int
    end: int
    day: str
    """The day or month, as `2031-05-16` or `2031-05`; of a range the first."""
    full: bool
    """Whether the words themselves name day, month and year."""
    last: str | None = None
    """The last day of a range."""
    other: str | None = None
    """The other reading of a date with slashes whose order nothing proves; then `day` reads the day first."""
    time: str | None = None
    """The time of day that stands beside it, as `00:30`, with its offset where one is given, as `00:30+03:00`."""


def days(text: str, own: date | None = None, language: str = "en") -> list[Dated]:
    """The days of a text, in their order; `own` is the report's own day where it is known. Of other languages than four: none.

    >>> [(d.day, d.last) for d in days("They met from 30 May to 2 June 2030.")]
    [('2030-05-30', '2030-06-02')]
    >>> [(d.day, d.other) for d in days("on 06/05/2025")], [d.day for d in days("on 06/05/2025, next 06/20/2025")]
    ([('2025-05-06', '2025-06-05')], ['2025-06-05', '2025-06-20'])
    """
    if language not in LANGUAGES:
        return []
    forms = forms_of(language)
    matches = _matches(text, forms)
    read = _Reader(text, own, language, forms, order_of(text))
    found: list[Dated] = []
    for match, following in zip_longest(matches, matches[1:]):
        one = read.one(match, following)
        found += _apart(text, one, match, forms) if one else ()
    return list(_joined(text, found, forms))


def order_of(text: str) -> Order | None:
    """Which comes first in the dates with slashes of a text, where one of them proves it and none the other; else None.

    >>> order_of("printed 06/15/2025, met 06/05/2025"), order_of("06/05/2025")
    ('month first', None)
    """
    pairs = [(int(m[1]), int(m[2])) for m in _SLASHED.finditer(text)]
    day_first = any(first > 12 >= second for first, second in pairs)
    month_first = any(second > 12 >= first for first, second in pairs)
    if day_first == month_first:
        return None
    return "day first" if day_first else "month first"


_SLASHED = re.compile(r"(?<![\w./-])(\d{1,2})/(\d{1,2})/(?:1[5-9]|20|21)\d\d(?![\w/])")


def _matches(text: str, forms: Forms) -> list[re.Match[str]]:
    """What the forms find, the earlier form before the later where both would take the same letters."""
    found: list[re.Match[str]] = []
    taken = bytearray(len(text))
    for form in forms.days:
        for match in form.finditer(text):
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                found.append(match)
    return sorted(found, key=lambda match: match.start())


class _Reader:
    """Reads one match after the other; remembers the last full day, from which later ones take their year."""

    def __init__(self, text: str, own: date | None, language: str, forms: Forms, order: Order | None) -> None:
        self._text, self._own, self._language, self._forms = text, own, language, forms
        self._order = order
        self._last = own

    def one(self, match: re.Match[str], following: re.Match[str] | None) -> Dated | None:
        """What a match says; of a range over two months the year may stand with the last day."""
        parts = {key: value for key, value in match.groupdict().items() if value}
        start = match.start("only") if "only" in parts else match.start()
        if "worded" in parts:
            parts["day"] = str(ORDINALS[parts["worded"].lower()])
        if "short" in parts:
            parts["year"] = f"{(self._own.year if self._own else _CENTURY) // 100}{parts['short']}"
        day = self._day(match, parts) or self._opening(match, parts, following)
        if day is None:
            return None
        full = "year" in parts and ("day" in parts or "first" in parts)
        if len(day) == 10:
            self._last = date.fromisoformat(day) if full or self._last is None else self._last
        elif "year" in parts:
            self._last = self._last or date(int(day[:4]), int(day[5:7]), 1)
        last = _same_month(day, parts["last"]) if "last" in parts else None
        return Dated(start, match.end(), day, full, last, self._other(parts, day), time_beside(self._text, match))

    def _day(self, match: re.Match[str], parts: dict[str, str]) -> str | None:
        anchor = self._last or self._own
        if "weekday" in parts:
            return self._weekday(match)
        if "shift" in parts or "ago" in parts:
            return self._shifted(parts)
        if "ordinal" in parts:
            return _iso(anchor.year, anchor.month, int(parts["ordinal"])) if anchor else None
        if "only" in parts:
            month = self._month(parts["only"])
            return f"{self._year(match, month, anchor)}-{month:02d}" if anchor else None
        if "first" in parts:
            return _slashed(parts, self._order or "day first") or _slashed(parts, "month first")
        month = int(parts["number"]) if "number" in parts else self._month(parts["month"])
        if "day" not in parts:
            return f"{parts['year']}-{month:02d}"
        if "year" in parts:
            return _iso(int(parts["year"]), month, int(parts["day"]))
        return _iso(self._year(match, month, anchor), month, int(parts["day"])) if anchor else None

    def _opening(self, match: re.Match[str], parts: dict[str, str], following: re.Match[str] | None) -> str | None:
        """The first day of a range that has its year at the end, where nothing before it gives one."""
        if not following or not {"day", "month"} <= parts.keys() or not following.groupdict().get("year"):
            return None
        if not self._forms.joins.fullmatch(self._text, match.end(), following.start()):
            return None
        return _iso(int(following["year"]), self._month(parts["month"]), int(parts["day"]))

    def _other(self, parts: dict[str, str], day: str) -> str | None:
        if "first" not in parts or self._order:
            return None
        other = _slashed(parts, "month first")
        return other if other != day else None

    def _month(self, printed: str) -> int:
        months = names_of(self._language).months
        return months[printed.lower()] if printed.lower() in months else months[printed.lower().rstrip(".")]

    def _year(self, match: re.Match[str], month: int, anchor: date) -> int:
        """A month that is past, in an announcement, is that of the coming year."""
        near = self._own or anchor
        ahead = self._forms.coming.search(self._text, max(0, match.start() - 90), match.start()) is not None
        return near.year + 1 if ahead and month < near.month else near.year

    def _weekday(self, match: re.Match[str]) -> str | None:
        if self._own is None:
            return None
        wanted = names_of(self._language).weekdays[match["weekday"].lower().replace("’", "'").replace("\u02bc", "'")]
        if self._announced(match):
            return (self._own + timedelta((wanted - self._own.weekday() - 1) % 7 + 1)).isoformat()
        return (self._own - timedelta((self._own.weekday() - wanted) % 7)).isoformat()

    def _announced(self, match: re.Match[str]) -> bool:
        """By words before it in its sentence; where verbs come late, by those after it, too."""
        begin = max(0, match.start() - 200)
        # A headline or another clause announces something else: `Parties to meet again | They met on Friday`.
        begin = max(begin, *(self._text.rfind(mark, begin, match.start()) for mark in ".\n;"))
        if self._forms.coming.search(self._text[begin : match.start()]):
            return True
        end = self._text.find(".", match.end(), match.end() + 120)
        return self._language != "en" and bool(
            self._forms.coming.search(self._text, match.end(), max(end, match.end()))
        )

    def _shifted(self, parts: dict[str, str]) -> str | None:
        if self._own is None:
            return None
        if "ago" in parts:
            shift = -(_SMALL.get(parts["ago"].lower()) or int(parts["ago"]))
        else:
            shift = names_of(self._language).shifts[parts["shift"].lower()]
        return (self._own + timedelta(shift)).isoformat()


def _apart(text: str, one: Dated, match: re.Match[str], forms: Forms) -> tuple[Dated, ...]:
    """`3 and 5 May` are two days; `between 3 and 5 May` and `3 and 4 May` are one stretch."""
    between = forms.opens.search(text, max(0, match.start() - 20), match.start())
    if one.last is None or not match.groupdict().get("both") or between or _next(one.day) == one.last:
        return (one,)
    first = text[one.start : match.start("both")].rstrip()
    return (
        replace(one, end=one.start + len(first), last=None, time=None),
        replace(one, start=match.start("last"), day=one.last, last=None),
    )


def _next(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(1)).isoformat()


def _joined(text: str, found: Sequence[Dated], forms: Forms) -> Iterator[Dated]:
    """Two days with a word of range between them as one; the first takes the year of the second where it has none."""
    at = 0
    while at < len(found):
        one = found[at]
        following = found[at + 1] if at + 1 < len(found) else None
        if following and (joined := _range(text, one, following, forms)):
            yield joined
            at += 2
        else:
            yield one
            at += 1


def _range(text: str, one: Dated, other: Dated, forms: Forms) -> Dated | None:
    join = forms.joins.fullmatch(text, one.end, other.start)
    if join is None or one.last or other.last or len(one.day) != 10 or len(other.day) != 10:
        return None
    if join["both"] and not forms.opens.search(text, max(0, one.start - 20), one.start):
        return None
    first, last = one.day, other.day
    if other.full and not one.full:
        first = f"{last[:4]}{first[4:]}"
        first = f"{int(last[:4]) - 1}{first[4:]}" if first > last else first
    return replace(one, end=other.end, day=first, last=last, full=other.full, time=other.time) if first < last else None


def _same_month(day: str, last: str) -> str | None:
    end = _iso(int(day[:4]), int(day[5:7]), int(last)) if len(day) == 10 else None
    return end if end and end > day else None


def _slashed(parts: dict[str, str], order: Order) -> str | None:
    first, second = int(parts["first"]), int(parts["second"])
    day, month = (first, second) if order == "day first" else (second, first)
    return _iso(int(parts["year"]), month, day)


def _iso(year: int, month: int, day: int) -> str | None:
    if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        return f"{year:04d}-{month:02d}-{day:02d}"
    return None
