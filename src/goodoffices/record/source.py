"""Sources: unchanging texts, who printed them, when, and from which side."""

from typing import Annotated, Literal

from ..talks import UNSAID, Attribution, Day, Readers, Ref, entry

SourceId = Annotated[str, Ref(("sources",))]
Written = Literal["before", "during", "after", "not said"]


@entry
class TextFile:
    """The text in the case's own folder."""

    kind: Literal["original", "restatement"]
    """original (the source's own words) or restatement (ours: never shown in quotation marks)."""
    file: str
    """The file, relative to the case folder."""
    sha256: str
    """The SHA-256 of the file, in hexadecimal."""


@entry
class Original:
    """The publisher's own text, where the case holds only a restatement."""

    sha256: str
    """The SHA-256 of the original file, by which `--originals DIR` recognises it."""
    address: str | None = None
    """Where it was published."""


@entry
class Retain:
    """How long a source may be kept."""

    until: Day
    """The last day on which it may be there; the day after it is due."""
    then: Literal["forget"]
    """What is due then: forget. `check` tells it; a person does it."""


@entry
class Source:
    """One account of the talks."""

    publisher: str
    """Who published it, or in whose hand it is."""
    title: str | None = None
    """Its headline or title."""
    author: str | None = None
    """Its author."""
    address: str | None = None
    """Where it was published."""
    printed: Day = UNSAID
    """The day it was published."""
    written: Written = "not said"
    """When it was written relative to the talks: before, during, after or not said."""
    language: str | None = None
    """Its language code."""
    side: str = "press"
    """press, mediator, team (its own notes), or the id of the party (or third party) that speaks in it."""
    derived_from: SourceId | None = None
    """The source that it takes its account from; both then are one witness."""
    licence: str | None = None
    """The terms on which it may be used."""
    quote_limit: int | None = None
    """How many characters of it may be quoted in one place."""
    text: TextFile
    """Its text in the case folder."""
    original: Original | None = None
    """The original of a restatement."""
    entered_on: Day = UNSAID
    """The day it came into the case; it stands in for a day of print that is not said."""
    retain: Retain | None = None
    """How long it may be kept, and what is due then."""
    redacted: bool = False
    """Whether a name was blacked out in its text; the program says so where it did it."""
    redacted_on: Day = UNSAID
    """The day of the last blacking out."""
    note: str | None = None
    """Whatever a reader should know of it."""
    readers: Readers = ()
    """Who may read it: team, public, parties, third parties; without it everybody, and a text of the team's own the team."""
    attribution: Attribution = "named"
    """How it and who speaks in it may be named outside the team: named, role (a representative of its party), or none."""
