"""Whose side somebody is on: the parties that two reports share, the people who are named beside them, and who `we` is."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...language.folding import Span
from ..words import ACTORS, WE, class_of
from .names import people
from .passages import Account, Passage

FEWEST = 3
"""Sentences of two reports that name a party, at least."""
NEAR = 90
"""Letters before or after a person within which his party is named."""


@dataclass(frozen=True)
class Parties:
    """What two reports show of who belongs to whom."""

    keys: frozenset[str]
    """Names of parties, and words for people who act."""
    of: Mapping[str, str]
    """Of a person the party."""
    we: Mapping[str, frozenset[str]]
    """By the id of a report: the party that writes it."""

    def within(self, p: Passage, span: Span) -> frozenset[str]:
        """The parties that a stretch names, by name, by one of theirs, or as `we`."""
        keys = p.keys_in(span)
        found = (keys & self.keys) | {self.of[k] for k in keys if k in self.of}
        said = class_of(WE, p.language).search(p.text, span.start - p.start, span.end - p.start)
        return frozenset(found | (self.we[p.source] if said else frozenset()))


def parties(a: Account, b: Account) -> Parties:
    """Read the parties of two reports."""
    persons = people(a) | people(b)
    named = {
        k for k in a.frequency.keys() & b.frequency.keys() if k.startswith("=") and " " not in k and k not in persons
    }
    keys = frozenset(k for k in named if a.frequency[k] + b.frequency[k] >= FEWEST) | ACTORS
    beside: dict[str, Counter[str]] = {}
    for account in (a, b):
        for p in account.passages:
            for person, party in _beside(p, persons, keys - ACTORS):
                beside.setdefault(person, Counter())[party] += 1
    of = {person: max(counts, key=lambda k: (counts[k], k)) for person, counts in beside.items()}
    return Parties(keys, of, {a.id: _we(a, b, keys - ACTORS), b.id: _we(b, a, keys - ACTORS)})


def _beside(p: Passage, persons: frozenset[str], keys: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Each person of a sentence with the party nearest to him."""
    parties = [t for t in p.tokens if t.key in keys]
    for t in p.tokens:
        near = [o for o in parties if abs(o.start - t.start) <= NEAR] if t.key in persons else []
        if near:
            yield t.key, min(near, key=lambda o: abs(o.start - t.start)).key


def _we(account: Account, other: Account, keys: frozenset[str]) -> frozenset[str]:
    """The party that writes: of those that the other report names most, the one that this report names least, but for its head."""
    most = sorted(keys, key=lambda k: (-other.frequency[k], k))[:2]
    if len(most) < 2:
        return frozenset()
    head = frozenset(k for p in account.passages[:2] for k in p.keys)
    return frozenset({min(most, key=lambda k: (account.frequency[k] / other.frequency[k] - (k in head), k))})
