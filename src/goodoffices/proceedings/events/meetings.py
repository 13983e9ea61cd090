"""Meetings and words."""

from dataclasses import dataclass

from goodoffices.talks.meetings import Format

from ..acts import CaucusKind
from .envelope import Happening


@dataclass(frozen=True, kw_only=True)
class MeetingOpened(Happening):
    """A meeting began, or went on."""

    meeting: str
    by: str
    title: str
    format: Format
    seats: tuple[str, ...]
    secret: bool = False
    caucus: CaucusKind | None = None
    of: str | None = None
    """The side that is apart, where it is one."""
    programme: bool = False


@dataclass(frozen=True, kw_only=True)
class MeetingAdjourned(Happening):
    """A meeting paused."""

    meeting: str
    by: str


@dataclass(frozen=True, kw_only=True)
class MeetingClosed(Happening):
    """A meeting ended."""

    meeting: str
    by: str


@dataclass(frozen=True, kw_only=True)
class CaucusAsked(Happening):
    """Somebody asked the mediation to call a caucus."""

    by: str
    caucus: CaucusKind
    of: str | None


@dataclass(frozen=True, kw_only=True)
class Said(Happening):
    """Words in a meeting; `noted_by` is the seat that wrote them down where it was another."""

    meeting: str
    by: str
    words: str
    noted_by: str | None = None


@dataclass(frozen=True, kw_only=True)
class PressLineGiven(Happening):
    """What a side told the public."""

    by: str
    side: str | None
    words: str
