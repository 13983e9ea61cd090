"""Days of an answer in another form than asked for: a span of days, a day written out, a part of a month, a time without its zone.

A date is one day in the record, the first; the last one and the time become what narrows it, and are proved like any other detail.
What bounds a day (`before 2031-05-16`) is not mended: the day itself would be another claim.
"""

import re
from datetime import date

from ....language.days.reading import days

_DAY = r"\d{4}-\d{2}(?:-\d{2})?"
_WEEKDAYS = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SHORT = r"(\d{4}-\d{2}-\d{2}) *(?:[/–-]|to|and) *(\d{1,2})"
_SPAN = re.compile(rf"(?:from )?(?:({_DAY}) *(?:/|to|until|till|through|and|;|,|–|—| - ) *({_DAY})|{_SHORT})", re.I)
_LIST = re.compile(rf"({_DAY})(?: *[;,] *{_DAY})+ *(?:[;,]|and) *({_DAY})", re.I)
_TIMED = re.compile(rf"({_DAY})[T ](\d{{2}}:\d{{2}})(?::\d{{2}})?")
_PART = re.compile(
    r"(?:the )?(?:early|mid|late|beginning|middle|end|(?:first|second) half)(?: of|-| in)? *(\d{4}(?:-\d{2})?)", re.I
)
_HOUR = "(?:in the |at )?(?:morning|afternoon|evening|night|noon|midnight|midday)"
_WITH_MORE = re.compile(rf"(?:(?:on|in|the|{_WEEKDAYS}),? +)*({_DAY})(?:,? +(?:{_WEEKDAYS}|{_HOUR}))*", re.I)
_BRACKETS = re.compile(r"\s*\([^()]*\)\Z")
_WRITTEN = re.compile(r"(?:on |from |in )?(?:(?:early|mid|late)[ -])?[\w ,.–-]*", re.I)
_BOUND = re.compile(r"\b(?:before|after|by|until|till|since|later|earlier|than|within|about|around|not)\b", re.I)


def first_day(given: str) -> tuple[str, dict[str, str]]:
    """A day as asked for, as far as its words are one, and what narrows it.

    >>> first_day("2031-05-16 to 2031-05-18"), first_day("16 May 2031"), first_day("before 2031-05-16")
    (('2031-05-16', {'to': '2031-05-18'}), ('2031-05-16', {}), ('before 2031-05-16', {}))
    """
    text = _BRACKETS.sub("", given.strip())
    if match := _SPAN.fullmatch(text) or _LIST.fullmatch(text):
        first, last, *short = match.groups()
        return (first, {"to": last}) if first else (short[0], {"to": short[0][:-2] + short[1].zfill(2)})
    if match := _TIMED.fullmatch(text):
        return match[1], {"at": match[2]}
    if match := _WITH_MORE.fullmatch(text) or _PART.fullmatch(text):
        return match[1], {}
    if re.match(r"\d{4}(?!\d)|about", text) or _BOUND.search(text) or not _WRITTEN.fullmatch(text):
        return (text if re.fullmatch(_DAY, text) else given), {}
    return _written(text, given)


def _written(text: str, given: str) -> tuple[str, dict[str, str]]:
    """A day in words, by the rules for days; one without its year stays as it is, as nobody says which."""
    found = days(text, date.min) if re.search(r"(?<!\d)\d{4}(?!\d)", text) else []
    if len(found) != 1:
        return given, {}
    return found[0].day, {"to": found[0].last} if found[0].last else {}
