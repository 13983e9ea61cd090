"""The day of print where a text states it in so many words: a dateline or a line `Published: ...`; never inferred."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = "|".join(f"{m[:3]}(?:{m[3:]})?" if len(m) > 3 else m for m in _MONTHS).replace(
    "sep(?:tember)?", "sept?(?:ember)?"
)
_DAY = (
    rf"(?:(?P<m1>{_MONTH})\.? (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y1>\d{{4}})"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?P<m2>{_MONTH})\.?,? (?P<y2>\d{{4}})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2}))"
)
_SAID = re.compile(rf"(?:published|posted|printed|date|date of publication)(?: on)?:? {_DAY}\b[^\n]{{0,40}}", re.I)
# "ISTANBUL, Turkey, May 16, 2025 (AP) —": a place in capitals, the whole day, a dash.
_PLACED = re.compile(
    rf"(?-i:[^\W\d_a-z][^\Wa-z\d_.' -]*[^\Wa-z\d_])[\w .,'’-]{{0,60}}?[,(] ?{_DAY}\)? ?(?:\([^()\n]{{1,40}}\) ?)?[-–—:]",
    re.I,
)
_LOOKED_AT = 5
"""Lines with words, from the top, among which a dateline is looked for."""


def dateline(text: str) -> str | None:
    """The day that one of the first lines gives as that of print, or None."""
    lines = [line.strip() for line in text[:4000].split("\n") if line.strip()][:_LOOKED_AT]
    for line in lines:
        match = _SAID.fullmatch(line[:200]) or _PLACED.match(line[:200])
        if match and (day := _day(match)):
            return day
    return None


def _day(match: re.Match[str]) -> str | None:
    if match["iso"]:
        return day_of(match["iso"])
    month = (match["m1"] or match["m2"])[:3].lower()
    number = next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(month))
    try:
        return date(int(match["y1"] or match["y2"]), number, int(match["d1"] or match["d2"])).isoformat()
    except ValueError:
        return None


def day_of(stamp: str | None) -> str | None:
    """The calendar day of a date as metadata write it (ISO 8601 or a mail's), as printed there; None where it is none."""
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
