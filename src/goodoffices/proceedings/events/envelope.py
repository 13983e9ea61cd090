"""An event as it is kept, as a seat sees it, and an act that was refused."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Happening:
    """What happened."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, when, and which seats may see it; the trainer sees everything."""

    at: datetime
    to: frozenset[str]
    what: Happening


@dataclass(frozen=True, slots=True)
class SeenEvent:
    """An event as a seat may see it: it does not say who else does."""

    at: datetime
    what: Happening


@dataclass(frozen=True, slots=True)
class Refusal:
    """An act that cannot be done, and why, in words for who asked."""

    why: str
