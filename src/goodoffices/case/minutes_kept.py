"""Points of minutes that rest on what a reader may not read any more, and the answers that repeat them.

Minutes are read back, then somebody marks a statement: the sides have the text, and the team keeps it word for word; what is
made from then on does not hand it on. An answer repeats the point to which it is given, so that it goes with it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from ..documents import Document
from ..errors import Problem
from ..record import Claim, Names, Record
from ..talks import Minutes, MinutesPoint, Reply, Sourced, Talks, without_doubt
from .entries import nodes
from .hidden_speakers import pattern_of
from .minutes import sides_of
from .rights import Reader, Rights, allows
from .validate import warning


@dataclass(frozen=True)
class Kept:
    """What of the minutes of a case is kept from a reader now."""

    talks: Talks
    claims: Mapping[str, Claim]
    rights: Rights
    reader: Reader = ()

    @classmethod
    def of(cls, talks: Talks, record: Record, rights: Rights) -> "Kept":
        """Of the files of a case, for nobody yet."""
        return cls(talks, {claim.id: claim for claim in record.claims}, rights)

    def point(self, meeting: str, point: MinutesPoint) -> bool:
        """Whether a point rests on a claim that he may not read with its speaker's name, or on an entry that is not for him."""
        listed = {*point.claims}
        kept = any(listed & claims for where, claims in self._entries if where == meeting)
        # A point that a person showed by name lists no claim that not all may read: then a name in its words may be such a one's.
        named = not listed and any(words.search(point.text) for words in self._unnamed.get(meeting, ()))
        return kept or named or any(not self._read(key) for key in point.claims)

    def _read(self, key: str) -> bool:
        claim = self.claims.get(key)
        return claim is None or (self.rights.attribution(claim) == "named" and self.rights.reads(claim, self.reader))

    @cached_property
    def _unnamed(self) -> dict[str, list[re.Pattern[str]]]:
        """By meeting the names of those who may not be named, of entries that a person shows by name."""
        names, found = Names.of(self.talks), dict[str, list[re.Pattern[str]]]()
        for node in nodes(self.talks):
            meeting = getattr(node.entry, "meeting", None)
            if isinstance(node.entry, Sourced) and node.entry.readers and isinstance(meeting, str):
                claims = (self.claims[key] for key in node.entry.claims if key in self.claims)
                masked = (claim for claim in claims if self.rights.attribution(claim) != "named")
                speakers = {names.id(without_doubt(one)) for claim in masked for one in claim.attributed_to}
                people = sorted(speakers & {*self.talks.people})
                found.setdefault(meeting, []).extend(pattern_of(key, self.talks, names) for key in people)
        return found

    @cached_property
    def _entries(self) -> list[tuple[str, frozenset[str]]]:
        """Meeting and claims of each entry that is not for him."""
        entries = (node.entry for node in nodes(self.talks) if isinstance(node.entry, Sourced))
        kept = (entry for entry in entries if not allows(entry.readers, self.reader))
        return [(getattr(entry, "meeting", None) or "", frozenset(entry.claims)) for entry in kept]

    def answers(self, minutes: Minutes) -> Iterator[tuple[str, Reply]]:
        """The answers to such points, each with the source in which it is given."""
        for meeting, versions in minutes.meetings.items():
            for version in versions:
                kept = {point.number for point in version.points if self.point(meeting, point)}
                for answer in version.answers if kept else ():
                    yield from ((answer.source, reply) for reply in answer.replies if reply.point in kept)


_KIND = "points read back that rest on what not every side may read"


def kept_since(document: Document, minutes: Minutes, files: Kept) -> Iterator[Problem]:
    """A warning at each point that was read back to a side which may not read it now, or with a name that is not told any more."""
    for meeting, versions in minutes.meetings.items():
        if meeting not in files.talks.meetings:
            continue  # told already, as an unknown id
        kept = replace(files, reader=sides_of(files.talks, meeting))
        for index, version in enumerate(versions):
            for place, point in enumerate(version.points):
                if kept.point(meeting, point):
                    found = f"point {point.number}, read back, which rests on what not every side may read with its speaker's name"
                    expected = "to be so: the sides have these words; what is made from now on leaves them out"
                    yield warning(document, ("meetings", meeting, index, "points", place), found, expected, kind=_KIND)
