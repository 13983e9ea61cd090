"""What came out: agreed, not agreed, next; and the instruments that were signed."""

from .day import UNSAID, Day
from .entry import ActorId, InstrumentId, IssueId, MeetingId, PartyId, Sourced, entry


@entry
class Result(Sourced):
    """One thing that was agreed, or was not."""

    text: str
    """The result in our own words."""
    meeting: MeetingId | None = None
    """The meeting that it came from."""
    between: tuple[PartyId, ...] = ()
    """Between whom."""
    issue: IssueId | None = None
    """The issue concerned."""
    option: str | None = None
    """The option agreed on, or not."""
    date: Day = UNSAID
    """The day, where it is not the meeting's."""
    by: tuple[ActorId, ...] = ()
    """Who is to see to it: parties, third parties or people."""
    due: Day = UNSAID
    """The day by which it is to be done."""
    done: Day = UNSAID
    """The day on which it was done: from then on it is no longer listed as due."""


@entry
class NextStep(Sourced):
    """What comes next."""

    text: str
    """The step in our own words."""
    date: Day = UNSAID
    """When."""
    place: str | None = None
    """Where."""
    meeting: MeetingId | None = None
    """The meeting in which it was agreed."""
    between: tuple[PartyId, ...] = ()
    """Between whom."""
    by: tuple[ActorId, ...] = ()
    """Who is to see to it: parties, third parties or people."""
    due: Day = UNSAID
    """The day by which it is to be done."""
    done: Day = UNSAID
    """The day on which it was done: from then on it is no longer listed as due."""


@entry
class Outcome:
    """The results of the talks."""

    agreed: tuple[Result, ...] = ()
    """What was agreed."""
    not_agreed: tuple[Result, ...] = ()
    """What was not agreed."""
    next: tuple[NextStep, ...] = ()
    """What comes next. A step stays here when it is taken: the brief sees by the meetings that it lies behind. So does one that
    was called off, with the claim (`called_off`) that says so."""


@entry
class Signature(Sourced):
    """Somebody signed for somebody."""

    who: ActorId
    """Who signed."""
    of: PartyId | None = None
    """For which party or third party."""


@entry
class Instrument(Sourced):
    """A text that was signed, or stands for an agreement."""

    title: str
    """Its title."""
    kind: str = "agreement"
    """Open: agreement, memorandum, joint statement, protocol, ..."""
    date: Day = UNSAID
    """The day of signature."""
    meeting: MeetingId | None = None
    """The meeting in which it was signed."""
    between: tuple[PartyId, ...] = ()
    """Whom it binds."""
    signatures: tuple[Signature, ...] = ()
    """Who signed."""
    mirrors: tuple[InstrumentId, ...] = ()
    """Instruments of the same content with another party, where no paper is signed by both."""
    renews: InstrumentId | None = None
    """The instrument that it extends."""
    term: str | None = None
    """How long it runs: `120 days`."""
    ends: Day = UNSAID
    """When it ended."""
