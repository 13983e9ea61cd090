# ruff: noqa: E501 (a pattern is read as one line)
"""Days in the forms in which reports print them, as the text of a `Day`. What is left open stays open; nothing is guessed.

A day without a year takes the year of the nearest full day before it, else of the report's own day. A weekday means the day of the
week round the report's own day (its dateline): the last one in the past, for what is announced the next one.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from .quantities import MONTHS

WEEKDAYS = {
    name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
_MONTH = r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20|21)\d\d)"
_WEEK = r"(?:(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?)?"
_RANGE = r"(?:\s?(?:-|–|to|and|until) ?(?P<last>\d{1,2})(?:st|nd|rd|th)?)?"
_FORMS = tuple(
    re.compile(rf"(?<![\w.-]){form}(?![\w])")
    for form in (
        rf"{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)",
        rf"{_WEEK}{_DAY}{_RANGE} (?:of )?{_MONTH},? {_YEAR}",
        rf"{_WEEK}{_MONTH} {_DAY}{_RANGE},? {_YEAR}",
        rf"{_WEEK}{_DAY}{_RANGE} (?:of )?{_MONTH}",
        rf"{_WEEK}{_MONTH} {_DAY}{_RANGE}",
        rf"{_MONTH},? {_YEAR}",
        r"(?P<day>\d{1,2})[./](?P<number>\d{1,2})[./](?P<year>(?:19|20)\d\d)",
        r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)",
        r"the (?P<ordinal>\d{1,2})(?:st|nd|rd|th)",
        rf"(?:in|late|early|mid|for|by|until|since|of|end of|next|last)[ -](?P<only>{_MONTH[len('(?P<month>'):-1]})",
    )
)  # fmt: skip
_SHIFTS = {
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
}
_RELATIVE = re.compile(rf"\b({'|'.join(_SHIFTS)})\b", re.I)


@dataclass(frozen=True, slots=True)
class Dated:
    """A day as printed: where it stands, and the text of the `Day`."""

    start: int
    end: int
    day: str
    full: bool
    """Whether the words themselves name day, month and year."""


def days(text: str, own: date | None = None) -> list[Dated]:
    """The days of a text, in their order; `own` is the report's own day where it is known."""
    spans: list[re.Match[str]] = []
    taken = bytearray(len(text))
    for form in _FORMS:
        for match in form.finditer(text):
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                spans.append(match)
    spans.sort(key=lambda m: m.start())
    return [found for found in _read(text, spans, own) if found is not None]


def dateline(text: str) -> date | None:
    """The report's own day: a full day, or day and month with a year elsewhere, within its first lines."""
    head = text[:160]
    for found in days(head):
        if found.full:
            return date.fromisoformat(found.day)
    return None


def _read(text: str, spans: list[re.Match[str]], own: date | None) -> Iterator[Dated | None]:
    last = own
    for match in spans:
        parts = match.groupdict()
        start = match.start("only") if parts.get("only") else match.start()
        day = _value(text, match, parts, last, own)
        if day is None:
            continue
        full = bool(parts.get("year") and parts.get("day"))
        if len(day) == 10:
            last = date.fromisoformat(day) if full or last is None else last
        elif parts.get("year"):
            last = last or date(int(parts["year"] or 0), MONTHS[_bare(parts["month"])], 1)
        yield Dated(start, match.end(), day, full)
    if own is not None:
        for match in _RELATIVE.finditer(text):
            shift = _SHIFTS[match[1].lower()]
            yield Dated(match.start(), match.end(), (own + timedelta(shift)).isoformat(), False)


def _bare(month: str | None) -> str:
    return (month or "").lower().rstrip(".")


def _value(
    text: str, match: re.Match[str], parts: dict[str, str | None], last: date | None, own: date | None
) -> str | None:
    if parts.get("weekday"):
        return _weekday(text, match, own)
    if parts.get("ordinal"):
        anchor = last or own
        return _iso(anchor.year, anchor.month, int(parts["ordinal"] or 0)) if anchor else None
    if parts.get("only"):
        month = MONTHS[_bare(parts["only"])]
        return f"{_year(month, last, own, _ahead(text, match))}-{month:02d}" if last or own else None
    month = int(parts["number"] or 0) if parts.get("number") else MONTHS[_bare(parts["month"])]
    day = int(parts["day"] or 0) if parts.get("day") else None
    if parts.get("year"):
        return _iso(int(parts["year"] or 0), month, day) if day else f"{parts['year']}-{month:02d}"
    if day is None or not (last or own):
        return None
    return _iso(_year(month, last, own, _ahead(text, match)), month, day)


def _iso(year: int, month: int, day: int) -> str | None:
    if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        return f"{year:04d}-{month:02d}-{day:02d}"
    return None


_COMING = re.compile(
    r"\b(?:will|shall|due|next|to be|expected|scheduled|planned|could|may|might|pencilled|set for|again|is to|are to)\b|\b(?:by|until|before|from)(?: the)?(?: night of)? $"
)


def _ahead(text: str, match: re.Match[str]) -> bool:
    """Whether the words before it announce something."""
    return _COMING.search(text, max(0, match.start() - 90), match.start()) is not None


def _year(month: int, last: date | None, own: date | None, ahead: bool) -> int:
    anchor = own or last
    assert anchor is not None
    # A month that is past, in an announcement, is that of the coming year.
    return anchor.year + 1 if ahead and month < anchor.month else anchor.year


def _weekday(text: str, match: re.Match[str], own: date | None) -> str | None:
    if own is None:
        return None
    wanted = WEEKDAYS[(match["weekday"] or "").lower()]
    before = text[
        max(0, match.start() - 200, text.rfind(".", max(0, match.start() - 200), match.start())) : match.start()
    ]
    if _COMING.search(before):
        return (own + timedelta((wanted - own.weekday() - 1) % 7 + 1)).isoformat()
    return (own - timedelta((own.weekday() - wanted) % 7)).isoformat()
