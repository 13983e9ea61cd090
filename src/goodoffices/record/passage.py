"""Passages: stretches of a source's text that fewer may read than the rest of it."""

from ..talks import Attribution, Readers, entry
from .source import SourceId


@entry
class Passage:
    """A stretch of a text with readers of its own. It stands here and not in reading.yaml, which may be deleted."""

    source: SourceId
    """The source in whose text it stands."""
    start: int | None = None
    """First code point, from 0; needed where `words` are not given, or occur more than once."""
    end: int | None = None
    """One past the last code point."""
    words: str | None = None
    """The words themselves, exactly."""
    readers: Readers = ()
    """Who may read it: team, public, parties, third parties. For others it is cut out of the text, and claims on it with it."""
    attribution: Attribution = "named"
    """How its speaker may be named outside the team: named, role (a representative of its party), or none."""
