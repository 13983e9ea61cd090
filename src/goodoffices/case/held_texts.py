"""The texts that `export` makes of talks that were held: how one begins, and how one is known again."""

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
