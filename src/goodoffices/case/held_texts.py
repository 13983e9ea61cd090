"""The texts that `export` makes of talks that were held: how one begins, and how one is known again."""

import re

from ..record import Source
from ..talks import MARK, Day


def head_of(title: str, publisher: str, day: Day) -> str:
    """The first lines of such a text."""
    return f"{_before_day(title, publisher)}{day.text}\n\n"


def is_of_held_talks(source: Source, text: str | None) -> bool:
    """Whether a text is one that `export` wrote, for it begins as such a text of this source does."""
    return text is not None and text.startswith(_before_day(source.title or "", source.publisher))


def _before_day(title: str, publisher: str) -> str:
    return f"{MARK}\n{title}\n{publisher}, "


def moment_of(source: Source, text: str | None, start: int, day: Day) -> tuple[str, str] | None:
    """Day and time at which a line of such a text was entered: the last time that stands above it; None in any other text."""
    if text is None or not is_of_held_talks(source, text):
        return None
    above = _TIME.findall(text, 0, start)
    return (day.text, above[-1]) if above else None


_TIME = re.compile(r"^(\d\d:\d\d)$", re.M)
