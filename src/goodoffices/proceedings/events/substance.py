"""Positions, proposals and their answers, and what was read back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from goodoffices.talks.issues import Stance

from ..acts import Answer, PointKind
from .envelope import Happening


@dataclass(frozen=True, kw_only=True)
class PositionTaken(Happening):
    """What a side wants."""

    meeting: str
    by: str
    side: str
    issue: str
    option: str
    stance: Stance
    words: str


@dataclass(frozen=True, kw_only=True)
class Proposed(Happening):
    """A package came on the table of a meeting."""

    proposal: str
    meeting: str
    by: str
    side: str | None
    package: Mapping[str, str]
    only_if: Mapping[str, str] = field(default_factory=dict)
    until: datetime | None = None
    words: str = ""
    counters: str | None = None
    """The proposal that it answers."""
    ad_referendum: bool = False
    """The principal of the side that proposes has still to confirm it."""


@dataclass(frozen=True, kw_only=True)
class Amended(Happening):
    """A proposal was changed; earlier answers no longer count."""

    proposal: str
    by: str
    package: Mapping[str, str]
    only_if: Mapping[str, str] = field(default_factory=dict)
    until: datetime | None = None
    words: str = ""
    ad_referendum: bool = False


@dataclass(frozen=True, kw_only=True)
class Withdrawn(Happening):
    """A proposal was taken back."""

    proposal: str
    by: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Answered(Happening):
    """A party answered a proposal."""

    proposal: str
    by: str
    party: str
    answer: Answer
    words: str = ""
    ad_referendum: bool = False


@dataclass(frozen=True, kw_only=True)
class PointRead:
    """A point as it was read."""

    point: str
    kind: PointKind
    words: str
    issue: str | None = None
    option: str | None = None
    proposal: str | None = None


@dataclass(frozen=True, kw_only=True)
class PointsRead(Happening):
    """Points were read back to a meeting."""

    meeting: str
    by: str
    points: tuple[PointRead, ...]


@dataclass(frozen=True, kw_only=True)
class PointConfirmed(Happening):
    """A party confirmed a point."""

    point: str
    by: str
    party: str
    ad_referendum: bool = False


@dataclass(frozen=True, kw_only=True)
class PointObjected(Happening):
    """A party objected to a point."""

    point: str
    by: str
    party: str
    words: str
    issues: tuple[str, ...] = ()
    """Of a package those to which it objects."""
