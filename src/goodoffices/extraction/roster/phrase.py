"""What a phrase of a sentence says of who is meant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WE = "we"
"""Whoever writes: `our negotiating committee`."""


@dataclass(frozen=True, slots=True)
class Group:
    """Who can be a party: under its own name, or as what it is called in small letters."""

    name: str
    named: bool
    """Whether it is a name in capitals."""
    other: tuple[str, ...] = ()
    """Its acronym, in brackets behind it."""
    adjective: bool = False
    """Whether only an adjective names it: `the Vaskian counterpart`."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of the text that says who."""

    start: int
    end: int
    groups: tuple[Group, ...] = ()
    agent: bool = False
    """Whether it names people who act for the groups."""
    helper: bool = False
    """Whether it is said of them that they mediate."""
    owner: bool = False
    """Whether only something of theirs is named: `Norway's offer`."""
    employer: tuple[Group, ...] = ()
    """`pilots at SkyNord`: SkyNord."""
    person: str | None = None
    head: str = ""
    """The words that name an office, or a helper without a name of its own: `provincial governor`."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the rest of the text tells of its words."""

    people: Mapping[int, int]
    """Where people are named: the ends, with the starts."""
    starts: Sequence[tuple[int, int]]
    """The same places in their order."""
    small: frozenset[str]
    """Words that the text also writes in small letters."""
    names: frozenset[str]
    """Words that it writes as names inside a sentence."""
    surnames: frozenset[str] = frozenset()
    """Last names of its people, in small letters."""
    persons: frozenset[str] = frozenset()
    """All words of the names of its people, in small letters."""
