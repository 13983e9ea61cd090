"""The day of print where a text states it in so many words: a dateline or a line `Published: ...`; never inferred."""

import re
from datetime import date, datetime

from .names import LANGUAGES
from .reading import Dated, days

_SAID = re.compile(
    r"[*_#>\s]*(?:published|posted|printed|updated|date|date of publication|опубліковано|дата|дата публікації|опубликовано|дата публикации"
    r"|yayın tarihi|yayınlanma tarihi|yayımlanma tarihi|tarih)(?: on)?[*_]*:?[*_]* ['\"]?",
    re.I,
)
# "ISTANBUL, Turkey, May 16, 2025 (AP) —": a place in capitals, the whole day, a dash.
_PLACED = re.compile(r"\s*(?P<place>[^\W\d_]{2,}|[^\W\d_]+['’.-][^\W\d_]+)[\w .,'’-]{0,60}?[,(] ?")
_DASH = re.compile(r"\)? ?(?:\([^()\n]{1,40}\) ?)?[-–—:]")
_LOOKED_AT = 5
"""Lines with words, from the top, among which a day of print is looked for."""
_HEAD = 4000


def day_of_print(text: str, language: str = "en") -> Dated | None:
    """The day that one of the first lines gives as that of print, with its place, or None.

    >>> day_of_print("OSLO, 5 June 2030 (NTB) - They met on 3 June 2030.").day
    '2030-06-05'
    """
    head = text[:_HEAD]
    found = [d for d in days(head, language=language if language in LANGUAGES else "en") if d.full and not d.last]
    begin = looked = 0
    for line in head.split("\n"):
        looked += bool(line.strip())
        here = next((d for d in found if begin <= d.start <= begin + len(line)), None)
        if here and not here.other and _states(head, begin, begin + len(line), here):
            return here
        begin += len(line) + 1
        if looked >= _LOOKED_AT:
            break
    return None


def _states(text: str, begin: int, end: int, day: Dated) -> bool:
    if end - day.end <= 40 and _SAID.fullmatch(text, begin, day.start):
        return True
    placed = _PLACED.fullmatch(text, begin, day.start)
    return placed is not None and placed["place"].isupper() and _DASH.match(text, day.end) is not None


_TOP = 160
"""Letters at the head of a text among which its own day is looked for, whatever stands there."""
_LABELS = 700
"""Letters of the lines by which a cable or minutes begin."""
_LABEL_LENGTH = 70


def own_day(text: str) -> date | None:
    """The day of a text: the first full one of its head, or of the short lines by which it begins.

    >>> own_day("SECRET\\nTO: EASTERN DEPARTMENT\\nDATE: 19 SEPTEMBER 2031\\n\\n1. They met on 17 September.")
    datetime.date(2031, 9, 19)
    """
    head = text[:_LABELS]
    end = max(_TOP, _labels_end(head))
    full = (found.day for found in days(head[:end]) if found.full)
    return next(map(date.fromisoformat, full), None)


def _labels_end(head: str) -> int:
    """Where the short lines end by which a text begins; a sentence is no such line."""
    at = 0
    for line in head.splitlines(keepends=True):
        if len(line) > _LABEL_LENGTH or line.rstrip().endswith((".", ",")):
            break
        at += len(line)
    return at


def day_of(stamp: str | None) -> str | None:
    """The calendar day of a date as metadata write it (ISO 8601 or a mail's), as printed there; None where it is none."""
    from email.utils import parsedate_to_datetime  # only where a file says something of itself

    stamp = (stamp or "").strip()
    try:
        if re.match(r"\d{4}-\d{2}-\d{2}(?!\d)", stamp):
            found = date.fromisoformat(stamp[:10])
        elif re.fullmatch(r"\d{8}", stamp):
            found = datetime.strptime(stamp, "%Y%m%d").date()
        else:
            found = parsedate_to_datetime(stamp[:100]).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found.isoformat() if 1000 <= found.year <= 9998 else None
