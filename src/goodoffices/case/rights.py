"""Who may read what of a record, and how speakers may be named: the one place that says so.

1. The team reads all.
2. Who sets no bound leaves it to what stands around: the case, the source, the passage, the claim, the entry. Each may narrow;
   none can widen what another narrows.
3. A case is public; a text of the team's own (`side: team`) is for the team.
4. A claim is read where its source, its passages and itself allow it. Of several rules for a speaker's name the strictest holds.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..record import Claim, Passage, Record, Source
from ..talks import EVERYBODY, OWN, Attribution, Readers, Talks
from .entries import nodes
from .model import Anchor, Case

TEAM = OWN
"""The reader who may read all."""
Reader = str | tuple[str, ...]
"""For whom something is made; several get one text, in which is what all of them may read."""
STRICTEST: tuple[Attribution, ...] = ("named", "role", "none")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A passage at its place in a source's text."""

    source: str
    start: int
    end: int
    passage: Passage


def allows(readers: Readers, reader: Reader) -> bool:
    """Whether a list of readers lets somebody read, or each of several; an empty one sets no bound."""
    if isinstance(reader, tuple):
        return all(allows(readers, one) for one in reader)
    return not readers or reader == TEAM or EVERYBODY in readers or reader in readers


def names_him(readers: Readers, reader: Reader) -> bool:
    """Whether a list names the reader, or everybody: a person has widened the entry for him."""
    return bool(readers) and allows(readers, reader)


def readers_of(source: Source) -> Readers:
    """Who may read a source: a text of the team's own is for the team where nothing else is said."""
    return source.readers or ((TEAM,) if source.side == OWN else ())


def known_readers(talks: Talks) -> tuple[str, ...]:
    """All for whom something can be made: the team, everybody, each party and third party."""
    return (TEAM, EVERYBODY, *talks.parties, *talks.third_parties)


def place_of(passage: Passage, text: str) -> tuple[int, int] | None:
    """Where a passage stands in its text; None where that cannot be said."""
    start, end, words = passage.start, passage.end, passage.words
    if words is None:
        return (start, end) if start is not None and end is not None and 0 <= start < end <= len(text) else None
    if start is None:
        start = text.find(words)
        if start < 0 or text.find(words, start + 1) >= 0:
            return None
    there = start >= 0 and text[start : start + len(words)] == words and end in (None, start + len(words))
    return (start, start + len(words)) if there and words else None


def stretches(record: Record, texts: Mapping[str, str]) -> Iterator[Stretch]:
    """The passages of a record that have a place."""
    for passage in record.passages:
        if (place := place_of(passage, texts.get(passage.source, ""))) is not None:
            yield Stretch(passage.source, *place, passage)


@dataclass(frozen=True)
class Rights:
    """What each claim of a record allows."""

    record: Record
    anchors: Mapping[str, Anchor]
    stretches: tuple[Stretch, ...]

    @classmethod
    def of(cls, record: Record, texts: Mapping[str, str], anchors: Mapping[str, Anchor]) -> "Rights":
        """The rights in a record."""
        return cls(record, anchors, tuple(stretches(record, texts)))

    @cached_property
    def _in(self) -> dict[str, list[Stretch]]:
        found: dict[str, list[Stretch]] = {}
        for one in self.stretches:
            found.setdefault(one.source, []).append(one)
        return found

    def on(self, claim: Claim) -> Iterator[Passage]:
        """The passages on which a claim stands, also in part."""
        anchor = self.anchors.get(claim.id)
        for one in self._in.get(claim.source, ()):
            # Where the words of a claim stand is not known of a text that is broken: then every passage of it counts.
            if anchor is None or (anchor.start < one.end and one.start < anchor.end):
                yield one.passage

    def bounds(self, claim: Claim) -> Iterator[Readers]:
        """The lists of readers that bind a claim."""
        if (source := self.record.sources.get(claim.source)) is not None:
            yield readers_of(source)
        yield claim.readers
        yield from (passage.readers for passage in self.on(claim))

    def reads(self, claim: Claim, reader: Reader) -> bool:
        """Whether somebody may read a claim."""
        return all(allows(bound, reader) for bound in self.bounds(claim))

    def attribution(self, claim: Claim) -> Attribution:
        """How the speaker of a claim may be named outside the team."""
        source = self.record.sources.get(claim.source)
        given = (claim.attribution, *(passage.attribution for passage in self.on(claim)))
        return strictest((*given, source.attribution if source is not None else "named"))


def strictest(given: Iterable[Attribution]) -> Attribution:
    """The strictest of several rules for a speaker's name."""
    return max(given, key=STRICTEST.index)


def is_kept_from_nobody(case: Case) -> bool:
    """Whether no part of a case has readers that leave somebody out, or a speaker who may not be named."""
    record = case.record
    evidence = (*record.sources.values(), *record.claims, *record.findings, *record.passages)
    roots = (root for root in (case.talks, case.preferences, case.conflict) if root is not None)
    return all(map(_is_open, evidence)) and all(_is_open(node.entry) for root in roots for node in nodes(root))


def _is_open(entry: object) -> bool:
    readers = readers_of(entry) if isinstance(entry, Source) else getattr(entry, "readers", ())
    return allows(readers, EVERYBODY) and getattr(entry, "attribution", "named") == "named"
