"""Claims: what one source asserts, tied to its words."""

from dataclasses import field
from decimal import Decimal
from typing import Annotated, Literal

from ..talks import UNSAID, Attribution, Day, Readers, Ref, entry
from .source import SourceId

Modality = Literal["asserted", "negated", "future", "conditional", "possible", "aim", "presupposed", "hedged"]
Status = Literal["proposed", "accepted", "edited", "rejected"]
ClaimType = Literal[
    "meeting", "mediation", "attendance", "absence", "person_post", "delegation", "decision", "signature", "statement",
    "position", "outcome", "assessment", "context",
]  # fmt: skip
Value = str | int | Decimal | bool | tuple[str, ...]

NARRATOR = "narrator"
ANY = ("parties", "third_parties", "people", "delegations", "meetings", "rounds", "issues", "instruments")
ThingId = Annotated[str, Ref(ANY)]
COUNTED: frozenset[str] = frozenset({"accepted", "edited"})


@entry
class OriginalAnchor:
    """Where the same assertion stands in the publisher's own text."""

    start: int
    """First code point, from 0."""
    end: int
    """One past the last code point."""
    sha256: str
    """The SHA-256 of the words between them in UTF-8."""


@entry
class Claim:
    """What one source asserts. It is never changed to agree with another source."""

    id: str
    """The claim's own id, never reused."""
    source: SourceId
    """The source that asserts it."""
    type: ClaimType
    """What kind of assertion it is; the table of predicates says which predicates go with it."""
    subject: str
    """Of whom or what: an id of talks.yaml, or words that hold a space or a capital letter."""
    predicate: str
    """What is said of it; see the table of predicates."""
    value: Value
    """The value: an id, a day, a number, a list of ids, or words."""
    meeting: Annotated[str, Ref(("meetings",))] | None = None
    """The meeting concerned, where it is neither subject nor value."""
    for_party: Annotated[str, Ref(("parties", "third_parties"))] | None = None
    """The party or third party on whose behalf, or in which the post is held."""
    issue: Annotated[str, Ref(("issues",))] | None = None
    """The issue of a position, or of what was agreed or not."""
    option: str | None = None
    """The option of that issue."""
    qualifiers: dict[str, str | int | Decimal | bool] = field(default_factory=dict)
    """What narrows the value: country, duration, number, when."""
    attributed_to: tuple[str, ...] = (NARRATOR,)
    """Who speaks: the narrator alone, or the chain of those he quotes, the outer first; `?` at the end where it is left open."""
    modality: Modality = "asserted"
    """asserted, negated, future, conditional, possible, aim, presupposed or hedged."""
    hedge: str | None = None
    """The hedging word, such as `allegedly`."""
    as_printed: str | None = None
    """The name or value in the letters of this source."""
    words: str
    """The shortest stretch of the source's text that carries the claim, exactly."""
    start: int | None = None
    """Where the words start in the text, in code points from 0; needed only where they occur more than once."""
    end: int | None = None
    """One past the last code point of the words."""
    original: OriginalAnchor | None = None
    """The same in the original of a restatement."""
    direct: bool = False
    """Whether the source puts it in quotation marks as somebody's own words."""
    note: str | None = None
    """A remark of the person who entered it."""
    entered_by: str
    """Who entered it: a person, or a program and its version."""
    entered_on: Day = UNSAID
    """The day it was entered."""
    confidence: Decimal | None = None
    """How sure the program is that proposed it, from 0 to 1; of those told as 0.9 about nine in ten should be right."""
    status: Status = "accepted"
    """proposed, accepted, edited or rejected; only accepted and edited claims count."""
    readers: Readers = ()
    """Who may read it: team, public, parties, third parties; its source may narrow it further. Its words stay in the text."""
    attribution: Attribution = "named"
    """How its speaker may be named outside the team: named, role (a representative of its party), or none."""
    decided_by: str | None = None
    """Who accepted, edited or rejected it; without it, of a claim that a person entered, that person."""
    decided_on: Day = UNSAID
    """The day of that decision."""

    @property
    def counts(self) -> bool:
        """Whether a person has accepted it."""
        return self.status in COUNTED
