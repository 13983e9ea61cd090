"""The time of day beside a day, with its zone: `at 00:30 on 17 May 2030 (UTC+3)`."""

import re

_HOUR = re.compile(
    r"\b(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?: ?(?P<half>[ap])\.?m\.?)?,? (?:on |of )?(?:the )?$", re.I
)
_HOUR_AFTER = re.compile(r",? (?:at )?(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?: ?(?P<half>[ap])\.?m\b\.?)?", re.I)
_ZONE = re.compile(r",? ?\(?(?:UTC|GMT)(?: ?(?P<sign>[+\u2212-]) ?(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?)?\)?")


def time_beside(text: str, match: re.Match[str]) -> str | None:
    """The hour beside a day, with its offset from UTC where one stands beside it; the day is the one of that place."""
    before = _HOUR.search(text, max(0, match.start() - 24), match.start())
    hour = before or _HOUR_AFTER.match(text, match.end())
    if hour is None:
        return None
    zone = _ZONE.match(text, match.end() if before else hour.end())
    number = int(hour["hour"]) % 12 + 12 * (hour["half"].lower() == "p") if hour["half"] else int(hour["hour"])
    return f"{number:02d}:{hour['minute']}{_offset(zone) if zone else ''}"


def _offset(zone: re.Match[str]) -> str:
    sign = "-" if zone["sign"] in ("-", "\u2212") else "+"
    return f"{sign}{int(zone['hours'] or 0):02d}:{zone['minutes'] or '00'}"
