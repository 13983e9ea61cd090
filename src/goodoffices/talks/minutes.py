"""Minutes: what was read back to the sides, version by version, and what each of them answered."""

from dataclasses import field
from typing import Annotated, Literal

from .day import UNSAID, Day
from .entry import ClaimId, MeetingId, PartyId, Ref, entry

PointKind = Literal["agreed", "not agreed", "open", "next"]
MinutesState = Literal["read back", "confirmed", "final"]
Answered = Literal["confirms", "objects"]
SourceKey = Annotated[str, Ref(("sources",))]


@entry
class MinutesPoint:
    """One point as it was read back. Its words do not change: a correction is a new version."""

    number: int
    """Its number, from 1."""
    kind: PointKind
    """agreed, not agreed, open or next."""
    text: str
    """The words that were read back."""
    claims: tuple[ClaimId, ...] = ()
    """The claims it rests on, as far as all sides may read them."""


@entry
class Reply:
    """What a side answers to one point; its words are those of the claim."""

    point: int
    """The number of the point."""
    says: Answered
    """confirms or objects."""
    claim: ClaimId
    """The claim in which it says so; a rejected one answers nothing."""


@entry
class MinutesAnswer:
    """One answer of one side. A later one stands in place of an earlier one, point by point."""

    party: PartyId
    """Whose answer it is."""
    source: SourceKey
    """The source that holds its text."""
    on: Day = UNSAID
    """The day it was entered."""
    replies: tuple[Reply, ...] = ()
    """What it says, point by point."""


@entry
class MinutesVersion:
    """One version of the minutes of a meeting."""

    version: int
    """Its number, from 1 without gaps."""
    state: MinutesState
    """read back (the sides may answer), confirmed (each side confirms each point) or final (closed as it is)."""
    read_back: Day
    """The day from which its words stand."""
    confirmed: Day = UNSAID
    """The day on which it was set to confirmed."""
    final: Day = UNSAID
    """The day on which it was set to final."""
    sha256: str
    """The SHA-256 of its points, by which `check` sees that no word was changed."""
    redacted: bool = False
    """Whether words were blacked out in its points since, by `forget`; the digest is that of what is left."""
    changes: tuple[str, ...] = ()
    """What changed since the version before."""
    points: tuple[MinutesPoint, ...]
    """What was read back."""
    answers: tuple[MinutesAnswer, ...] = ()
    """What the sides answered."""


@entry
class Minutes:
    """The file minutes.yaml: the minutes of meetings. `goodoffices minutes` writes it."""

    format: Literal["minutes/1"]
    """The format of this file: minutes/1."""
    meetings: dict[MeetingId, tuple[MinutesVersion, ...]] = field(default_factory=dict)
    """The versions of each meeting's minutes, the oldest first."""


@entry
class AnsweredPoint:
    """One point of the form that a side fills in."""

    number: int
    """The number of the point."""
    text: str | None = None
    """The point as it was read back; it stays as it is."""
    answer: Answered | None = None
    """confirms or objects; nothing where there is no answer yet."""
    words: str | None = None
    """In the side's own words; an objection needs them."""


@entry
class AnswerForm:
    """The form in which a side answers."""

    format: Literal["minutes-answer/1"]
    """The format of this file: minutes-answer/1."""
    meeting: str
    """Of which meeting."""
    version: int
    """To which version."""
    party: str
    """Whose answer."""
    points: tuple[AnsweredPoint, ...]
    """The points."""
