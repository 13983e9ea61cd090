"""Acts: what a seat, or the trainer, asks to be done. `decide` makes events of them, or a refusal.

Each act is frozen data with `by`, a seat's id or `TRAINER`. Scribes (adviser, note-taker) enter for their delegation with their
own seat's id. Ids of meetings, proposals, messages, referrals and points are those that the seat saw in its feed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

from goodoffices.talks.issues import Stance
from goodoffices.talks.meetings import Format

Package: TypeAlias = Mapping[str, str]
"""Issue and option; issues that are not named stay open."""
CaucusKind = Literal["side", "heads", "supporters", "chair and side"]
Passing = Literal["word for word", "gist", "own idea", "keep"]
"""How a message may be passed on: in its words; its sense; as the mediator's own idea; not at all."""
Answer = Literal["accept", "refuse", "refer"]
Instruction = Literal["confirm", "refuse", "widen"]
PointKind = Literal["agreed", "not agreed", "open", "next"]


@dataclass(frozen=True, kw_only=True)
class Act:
    """What all acts have."""

    by: str
    """The seat that acts, or TRAINER."""


# The clock: the trainer's.


@dataclass(frozen=True, kw_only=True)
class Begin(Act):
    """The day begins with its first phase."""


@dataclass(frozen=True, kw_only=True)
class Freeze(Act):
    """Everything stands still."""


@dataclass(frozen=True, kw_only=True)
class Resume(Act):
    """It goes on."""


@dataclass(frozen=True, kw_only=True)
class Extend(Act):
    """The phase lasts longer, or with a negative number less long."""

    minutes: int


@dataclass(frozen=True, kw_only=True)
class Advance(Act):
    """Another phase begins; without its name the next one of the plan."""

    phase: str | None = None


@dataclass(frozen=True, kw_only=True)
class End(Act):
    """The talks are over; press lines may still be given."""


# Meetings.


@dataclass(frozen=True, kw_only=True)
class OpenMeeting(Act):
    """Open a meeting of the programme (by its id), go on with one that was adjourned, or hold a new one with these seats."""

    meeting: str | None = None
    seats: tuple[str, ...] = ()
    """Who sits in a new meeting."""
    title: str = ""
    format: Format = "not said"
    secret: bool = False
    """Only those in it know that it is held; where the charter allows it."""


@dataclass(frozen=True, kw_only=True)
class Adjourn(Act):
    """A meeting pauses."""

    meeting: str


@dataclass(frozen=True, kw_only=True)
class CloseMeeting(Act):
    """A meeting is over."""

    meeting: str


@dataclass(frozen=True, kw_only=True)
class CallCaucus(Act):
    """Some seats apart from the others."""

    caucus: CaucusKind
    of: str | None = None
    """The side, for `side` and `chair and side`; without it the side of who calls."""
    secret: bool = False


# Words.


@dataclass(frozen=True, kw_only=True)
class Say(Act):
    """Words in a meeting, written by who says them."""

    meeting: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Note(Act):
    """What somebody said in a meeting, written down by another at the table."""

    meeting: str
    whose: str
    """The seat whose words they are."""
    words: str


@dataclass(frozen=True, kw_only=True)
class PressLine(Act):
    """What a side tells the public."""

    words: str


# Substance.


@dataclass(frozen=True, kw_only=True)
class TakePosition(Act):
    """What a side wants on an issue, how firmly, in its words; in one answer on further issues, too."""

    meeting: str
    issue: str
    option: str
    stance: Stance
    words: str = ""
    also: Package = field(default_factory=dict)
    """On further issues, as firmly."""


@dataclass(frozen=True, kw_only=True)
class Propose(Act):
    """Put a package on the table of a meeting: `package`, and where it is given `only_if` that is agreed with it."""

    meeting: str
    package: Package
    only_if: Package = field(default_factory=dict)
    until: datetime | None = None
    """From then on it cannot be accepted."""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Amend(Act):
    """Change one's own proposal; answers to its earlier form no longer count."""

    proposal: str
    package: Package
    only_if: Package = field(default_factory=dict)
    until: datetime | None = None
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Withdraw(Act):
    """Take one's own proposal back."""

    proposal: str
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Accept(Act):
    """Accept a proposal for one's party."""

    proposal: str
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Refuse(Act):
    """Refuse a proposal for one's party."""

    proposal: str
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Counter(Act):
    """Refuse a proposal and put another in its place, before the same seats."""

    proposal: str
    package: Package
    only_if: Package = field(default_factory=dict)
    until: datetime | None = None
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Refer(Act):
    """Ask one's principal about a proposal; without one tell or ask it something."""

    proposal: str | None = None
    words: str = ""


# Messages.


@dataclass(frozen=True, kw_only=True)
class HandOver(Act):
    """Give the mediation a message for a party; a mediator gives a party a message of its own."""

    to: str
    """The party for which it is meant."""
    words: str
    rule: Passing = "gist"


@dataclass(frozen=True, kw_only=True)
class Carry(Act):
    """Pass a message on to the party for which it is meant; word for word its words stand already."""

    message: str
    words: str = ""


# The principal.


@dataclass(frozen=True, kw_only=True)
class Instruct(Act):
    """Confirm or refuse what was referred, or widen the mandate by options of an issue."""

    answer: Instruction
    referral: str | None = None
    """What is confirmed or refused."""
    issue: str | None = None
    options: tuple[str, ...] = ()
    words: str = ""
    party: str | None = None
    """Whose mandate is widened, where the trainer answers for a principal; of a principal its own."""


# Read-back.


@dataclass(frozen=True, kw_only=True)
class PointToRead:
    """A point of a read-back; one that names a proposal of several issues is read as a whole."""

    kind: PointKind
    words: str
    issue: str | None = None
    option: str | None = None
    proposal: str | None = None


@dataclass(frozen=True, kw_only=True)
class ReadBack(Act):
    """Read to a meeting what was agreed, not agreed, left open and what is next (with the next date)."""

    meeting: str
    points: tuple[PointToRead, ...]


@dataclass(frozen=True, kw_only=True)
class Confirm(Act):
    """A point is as one's party understood it."""

    point: str


@dataclass(frozen=True, kw_only=True)
class Object(Act):
    """A point is not as one's party understood it; of a package that is read as a whole, the whole is not."""

    point: str
    words: str
    issues: tuple[str, ...] = ()
    """Of a package the issues to which it objects; without them the whole."""


# News: the trainer's.


@dataclass(frozen=True, kw_only=True)
class Inject(Act):
    """Send news that the exercise has prepared."""

    injection: str


@dataclass(frozen=True, kw_only=True)
class EditInjection(Act):
    """Change the words of news before it is sent."""

    injection: str
    text: str


@dataclass(frozen=True, kw_only=True)
class HoldBack(Act):
    """News is not to be sent, or after all (`False`) it is."""

    injection: str
    held: bool = True


# Debriefing.


@dataclass(frozen=True, kw_only=True)
class OpenDebriefing(Act):
    """Each seat may now answer for itself."""


@dataclass(frozen=True, kw_only=True)
class Reflect(Act):
    """What a seat answers in the debriefing; a later answer takes the place of an earlier one."""

    answers: Mapping[str, str]
    """Keys of `REFLECTIONS`, or the number of a question of the exercise (`question 1`)."""


@dataclass(frozen=True, kw_only=True)
class Reveal(Act):
    """Now all may see what happened."""


REFLECTIONS = ("mattered to us", "mattered to them", "turned", "result", "process", "relationship", "oneself")
"""What each seat is asked; the last four, on a scale, are the dimensions of Curhan, Elfenbein and Xu (2006)."""

ACTS: tuple[type[Act], ...] = (
    Begin, Freeze, Resume, Extend, Advance, End,
    OpenMeeting, Adjourn, CloseMeeting, CallCaucus,
    Say, Note, PressLine,
    TakePosition, Propose, Amend, Withdraw, Accept, Refuse, Counter, Refer,
    HandOver, Carry, Instruct,
    ReadBack, Confirm, Object,
    Inject, EditInjection, HoldBack,
    OpenDebriefing, Reflect, Reveal,
)  # fmt: skip
"""Every kind of act."""
