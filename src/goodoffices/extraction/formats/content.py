"""What every reader of a format gives back, and how it says that it cannot."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ...errors import DataError, Problem
from .clean import cleaned


@dataclass(frozen=True, slots=True)
class Guesses:
    """What a file says of itself; a person confirms it. Nothing here is inferred from what the text tells."""

    title: str | None = None
    """Its headline or title."""
    publisher: str | None = None
    """The page's site name, else the site of its address; of a mail, its sender."""
    address: str | None = None
    """Where it was published."""
    printed: str | None = None
    """The day it was published, as `Day.parse` reads it. When a file was made is not when its text was printed."""
    author: str | None = None
    """Its author."""
    language: str | None = None
    """Its language code."""
    taken_from: Mapping[str, str] = field(default_factory=dict)
    """For each guess, where it was found, in words for people: `{"publisher": "the mail's sender"}`."""


def guesses(**found: tuple[str | None, str]) -> Guesses:
    """Guesses from pairs of what was found and where; empty ones are dropped, the others made one visible line."""
    lines = {key: (one_line(text), place) for key, (text, place) in found.items()}
    kept = {key: (text, place) for key, (text, place) in lines.items() if text}
    return Guesses(**{k: v[0] for k, v in kept.items()}, taken_from={k: v[1] for k, v in kept.items()})


def one_line(text: str | None, most: int = 300) -> str | None:
    """The text without invisible characters and line breaks, cut to a length; None where nothing is left."""
    line = " ".join(cleaned(text or "").text.split())
    return (line if len(line) <= most else line[: most - 1] + "…") or None


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a file, what the file says of itself, and what was changed or left out."""

    text: str
    guesses: Guesses = Guesses()
    notes: tuple[str, ...] = ()

    def noting(self, *notes: str) -> "Content":
        """The same with more notes."""
        return replace(self, notes=(*self.notes, *notes))


def refusal(name: str, found: str, expected: str) -> DataError:
    """The error for a file that cannot be read as a report."""
    return DataError([Problem(name, 0, 0, found, expected)])
