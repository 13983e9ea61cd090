"""Events: what happened. Read this one first.

An `Event` is an envelope: when, who may see it (written when it happens), and what happened. Where one act is to be seen
differently by different seats it makes several events. Nothing that happened names how many others there were: an id is the
moment at which the thing came up, so it tells no seat of what that seat did not see.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from goodoffices.talks.issues import Stance
from goodoffices.talks.meetings import Format

from .acts import Answer, CaucusKind, Instruction, Passing, PointKind


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


# The clock.


@dataclass(frozen=True, kw_only=True)
class Begun(Happening):
    """The day began, with this phase."""

    phase: str | None


@dataclass(frozen=True, kw_only=True)
class Frozen(Happening):
    """Everything stands still."""


@dataclass(frozen=True, kw_only=True)
class Resumed(Happening):
    """It goes on."""


@dataclass(frozen=True, kw_only=True)
class Extended(Happening):
    """The phase lasts so many minutes longer."""

    minutes: int


@dataclass(frozen=True, kw_only=True)
class PhaseEntered(Happening):
    """Another phase began."""

    phase: str


@dataclass(frozen=True, kw_only=True)
class Ended(Happening):
    """The talks are over."""


# Meetings.


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


# Words.


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


# Substance.


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


# Mandates.


@dataclass(frozen=True, kw_only=True)
class Beyond:
    """An option that the delegation may not accept by itself."""

    issue: str
    option: str
    why: Literal["must be referred", "not in the mandate"]


@dataclass(frozen=True, kw_only=True)
class Warned(Happening):
    """The head is told that an act of the delegation goes beyond the mandate."""

    by: str
    about: str
    """The proposal or point."""
    beyond: tuple[Beyond, ...]


@dataclass(frozen=True, kw_only=True)
class Referred(Happening):
    """Something lies before the principal: a proposal or point to be confirmed, or words of its delegation."""

    referral: str
    by: str
    party: str
    about: str | None = None
    """The proposal or point."""
    package: Mapping[str, str] = field(default_factory=dict)
    words: str = ""
    ad_referendum: bool = False
    """The delegation has accepted already."""


@dataclass(frozen=True, kw_only=True)
class Instructed(Happening):
    """What the principal told its delegation."""

    by: str
    party: str
    answer: Instruction
    referral: str | None = None
    issue: str | None = None
    options: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Settled(Happening):
    """A principal confirmed what stood ad referendum, or did not."""

    about: str
    party: str
    confirmed: bool


# Messages.


@dataclass(frozen=True, kw_only=True)
class HandedOver(Happening):
    """The mediation was given a message."""

    message: str
    by: str
    side: str | None
    to: str
    words: str
    rule: Passing


@dataclass(frozen=True, kw_only=True)
class Carried(Happening):
    """The mediation passed a message on, or gave one of its own (then `message` is none that was handed over)."""

    message: str | None
    by: str
    to: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Received(Happening):
    """What a party was brought by the mediation."""

    by: str
    to: str
    words: str
    source: str | None = None
    """From whom it is; nothing where it came as the mediator's own idea, or is."""
    word_for_word: bool = False


# Read-back.


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


# News.


@dataclass(frozen=True, kw_only=True)
class Injected(Happening):
    """The trainer sent prepared news; seats see the news (`NewsCame`), not this."""

    injection: str


@dataclass(frozen=True, kw_only=True)
class NewsCame(Happening):
    """News reached a seat."""

    source: str
    text: str


@dataclass(frozen=True, kw_only=True)
class InjectionEdited(Happening):
    """The trainer changed prepared news."""

    injection: str
    text: str


@dataclass(frozen=True, kw_only=True)
class InjectionHeldBack(Happening):
    """The trainer holds prepared news back, or no longer."""

    injection: str
    held: bool


# Debriefing.


@dataclass(frozen=True, kw_only=True)
class DebriefingOpened(Happening):
    """Each seat may answer for itself."""


@dataclass(frozen=True, kw_only=True)
class Reflected(Happening):
    """What a seat answered."""

    by: str
    answers: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Revealed(Happening):
    """All may now see what happened."""


HAPPENINGS: tuple[type[Happening], ...] = (
    Begun, Frozen, Resumed, Extended, PhaseEntered, Ended,
    MeetingOpened, MeetingAdjourned, MeetingClosed, CaucusAsked,
    Said, PressLineGiven,
    PositionTaken, Proposed, Amended, Withdrawn, Answered,
    Warned, Referred, Instructed, Settled,
    HandedOver, Carried, Received,
    PointsRead, PointConfirmed, PointObjected,
    Injected, NewsCame, InjectionEdited, InjectionHeldBack,
    DebriefingOpened, Reflected, Revealed,
)  # fmt: skip
"""Every kind of event."""
