"""A live blog: entries with the time of day before each, the newest first. Read in the order of time, what is due comes before what was.

[text[e.body:e.end] for e in entries(text)]        their words, the earliest first
"""

import re
from dataclasses import dataclass
from itertools import pairwise

_STAMP = re.compile(
    r"^[ \t]*(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?: ?(?P<half>[ap])\.?m\b\.?)?(?: (?:GMT|UTC|CES?T|BST|E[SD]T|local time)\b)?"
    r"(?P<day> ?\([^()\n]{4,40}\))?(?: ?[-–—|:])?(?: +(?=\S)| *\n+)",
    re.M | re.I,
)
FEWEST = 3
"""Lines that begin with a time of day, from which on they are entries."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry from its time to the next one's, and where its words begin."""

    start: int
    body: int
    end: int


def entries(text: str) -> list[Entry]:
    """The entries of a live blog, the earliest first; none where a text is no such."""
    stamps = list(_STAMP.finditer(text))
    if len(stamps) < FEWEST:
        return []
    ends = [*(stamp.start() for stamp in stamps[1:]), len(text)]
    found = [Entry(stamp.start(), stamp.end(), end) for stamp, end in zip(stamps, ends, strict=True)]
    times = [_minutes(stamp) for stamp in stamps]
    # What is newest stands above: an agenda is in order already, and a text in no order is no live blog.
    falling = sum(a >= b for a, b in pairwise(times))
    if falling == len(times) - 1 and times[0] > times[-1]:
        return found[::-1]
    return found if times == sorted(times) else []


def _minutes(stamp: re.Match[str]) -> int:
    hour = int(stamp["hour"])
    if stamp["half"]:
        hour = hour % 12 + 12 * (stamp["half"].lower() == "p")
    return hour * 60 + int(stamp["minute"])
