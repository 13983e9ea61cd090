"""Speakers who may not be named, and what a report tells of them besides what they say.

Who is told to have a post, to sit in a meeting, to lead a delegation is named by that, whoever stands in his place: such a claim
of a report whose speaker may not be named is for the team alone. So is what another speaker of the report says of him.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..record import NARRATOR, Claim, Names, Record, Source
from ..talks import Talks, without_doubt
from .rights import Rights

SPOKEN = frozenset({"statement", "position", "assessment"})
"""Types of claims that tell what somebody says; all others tell what he is or does."""
SHORTEST = 3
"""Letters of a word of a name that counts where it stands alone."""


def pattern_of(key: str, talks: Talks, names: Names) -> re.Pattern[str]:
    """A person's names, and the words of which they consist; the name of a side is part of what is said, not of who says it."""
    person = talks.people.get(key)
    if person is None and key in names:
        return re.compile(r"(?!)")
    full = [person.name, *person.names.values(), *person.spellings] if person is not None else [key]
    words = [word for name in full for word in re.split(r"[\s,.]+", name) if len(word) >= SHORTEST]
    return _any_of({*full, *words})


def _any_of(words: set[str]) -> re.Pattern[str]:
    found = sorted(words - {""}, key=lambda name: (-len(name), name))
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in found) or r"(?!)", re.IGNORECASE)


@dataclass(frozen=True)
class HiddenSpeakers:
    """Who may not be named as a speaker of which source."""

    record: Record
    talks: Talks
    names: Names
    rights: Rights

    @cached_property
    def _of(self) -> dict[str, dict[str, re.Pattern[str]]]:
        """By source those who may not be named, each with the words that name him."""
        found: dict[str, dict[str, re.Pattern[str]]] = {}
        for claim in self.record.claims:
            if self.rights.attribution(claim) != "named":
                for speaker in self._spoken_by(claim):
                    found.setdefault(claim.source, {}).update([self._person(speaker)])
        for key, source in self.record.sources.items():
            if source.attribution != "named":
                found.setdefault(key, {}).update(self._publishers(source))
        return found

    def speakers(self, claim: Claim) -> frozenset[str]:
        """Whoever speaks in a claim, but the report itself and sides: a side is no person."""
        return frozenset(map(self.names.id, self._spoken_by(claim)))

    def _spoken_by(self, claim: Claim) -> Iterator[str]:
        for speaker in map(without_doubt, claim.attributed_to):
            if speaker not in (NARRATOR, "") and self._is_person(speaker):
                yield speaker

    def _is_person(self, name: str) -> bool:
        key = self.names.id(name)
        return key in self.talks.people or key not in self.names

    def _person(self, name: str) -> tuple[str, re.Pattern[str]]:
        key = self.names.id(name)
        return key, pattern_of(key if key in self.talks.people else name, self.talks, self.names)

    def _publishers(self, source: Source) -> Iterator[tuple[str, re.Pattern[str]]]:
        """Who made a source that may not be named: a person of the case, or the name as it stands."""
        for name in filter(None, (source.publisher, source.author)):
            known = self.names.id(name) in self.talks.people
            if self._is_person(name):
                yield self._person(name) if known else (self.names.id(name), _any_of({name}))

    def told_of(self, claim: Claim) -> list[str]:
        """The speakers of its source, who may not be named, of whom a claim tells; none where it only has them speak."""
        if self.rights.attribution(claim) == "named":
            return []
        own, named, text = self.speakers(claim), self._named(claim), " \n ".join(_words(claim))
        return [
            key for key, words in self._of.get(claim.source, {}).items()
            if (key in own and key in named and claim.type not in SPOKEN)
            or (key not in own and (key in named or words.search(text)))
        ]  # fmt: skip

    def _named(self, claim: Claim) -> set[str]:
        """Those whom a claim names by an id, or a name."""
        told = (claim.subject, *claim.subject.split("; "), claim.for_party, *_values(claim))
        return {self.names.id(without_doubt(word)) for word in told if word}


def _values(claim: Claim) -> tuple[str, ...]:
    values = claim.value if isinstance(claim.value, tuple) else (claim.value,)
    return tuple(one for one in values if isinstance(one, str))


def _words(claim: Claim) -> Iterator[str]:
    yield from (claim.subject, *_values(claim), claim.hedge or "")
    yield from (one for one in claim.qualifiers.values() if isinstance(one, str))
