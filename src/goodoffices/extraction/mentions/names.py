"""Who is named in a text: people with their posts, places and houses; parties are in `parties`.

Nothing is looked up in a list of people. A person is known by an office, a form of address or a fuller name elsewhere in the text; a
party by the list of countries, by the word for its people, by the kind of body, or by how it is spoken of (`the delegation of`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ...language.folding import fold
from .lists import adjective_of, cities, countries, demonym, same_country
from .runs import Run, Token
from .words import BODIES, BODY_HEADS, HONORIFICS, HOUSES, MODIFIERS, OFFICES, RANKS

GROUPS = frozenset(
    "delegation delegations side team negotiators representatives officials government authorities envoys party mission officers "
    "leadership delegates diplomats people leaders members".split()
)
PLURAL = {
    f"{word}s": word
    for word in "minister president ambassador envoy senator governor commissioner secretary general".split()
}
"""Offices that two bear: `Deputy Ministers Dag Osk and Kari Berg`."""


MOST = 400
"""People, and parties, that a text is taken to name; a text with more is a list, and the work would grow with its square."""


@dataclass(slots=True)
class Person:
    """A person as this text names them."""

    name: str
    party: str | None = None
    posts: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in its place: kind P person, C party or body, A adjective of a party, L place, V house, O any other name."""

    kind: str
    start: int
    end: int
    name: str
    post: str | None = None
    party: str | None = None
    core: tuple[int, int] = (0, 0)
    """Where the bare name stands."""
    owner: str | None = None
    """The word that says whose the post is: `its`, `the`."""


@dataclass(slots=True)
class Cast:
    """All who are named in a text."""

    people: dict[str, Person] = field(default_factory=dict)
    parties: dict[str, str] = field(default_factory=dict)
    """Name as first printed in full, by the folded forms that mean it."""
    short: dict[str, str] = field(default_factory=dict)
    """`front`, `council`, `government`: the one body of this text that it means."""
    common: set[str] = field(default_factory=set)
    """Those short forms which are also written small."""
    _by_word: dict[str, list[Person]] = field(default_factory=dict)

    def copy(self) -> "Cast":
        """Another one like it, with people of its own."""
        people = {id(one): replace(one, posts=[*one.posts]) for one in self.people.values()}
        by_word = {word: [people[id(one)] for one in some if id(one) in people] for word, some in self._by_word.items()}
        named = {name: people[id(one)] for name, one in self.people.items()}
        return Cast(named, dict(self.parties), dict(self.short), set(self.common), by_word)

    def party(self, name: str) -> str | None:
        """The party that a name or an adjective means."""
        key = same_country(name)
        if key in self.parties:
            return self.parties[key]
        if key in self.short:
            return self.short[key]
        for known in dict.fromkeys(self.parties.values()):
            if adjective_of(name, known):
                return known
        listed = demonym(name)
        if listed is None:
            return None
        return self.parties.get(same_country(listed), listed)

    def is_adjective(self, word: str) -> bool:
        """Whether a word is the adjective of a party of this text."""
        return any(adjective_of(word, name) for name in self.parties.values()) or demonym(word) in self.parties.values()

    def add_party(self, name: str) -> str:
        """Enter a party by its name; the name under which it is known."""
        if len(self.parties) >= MOST:
            return name
        return self.parties.setdefault(same_country(name), name)

    def add_person(self, name: str) -> None:
        """Enter a person by the full name."""
        if name in self.people or len(self.people) >= MOST:
            return
        self.people[name] = Person(name)
        for word in dict.fromkeys(fold(name).split()):
            self._by_word.setdefault(word, []).append(self.people[name])

    def person(self, name: str) -> Person | None:
        """The person whom a name, or its last or first word, means, if it is one only."""
        if name in self.people:
            return self.people[name]
        parts = fold(name).split()
        fits = [p for p in self._by_word.get(parts[-1] if parts else "", ()) if _part_of(parts, fold(p.name).split())]
        return fits[0] if len(fits) == 1 else None


def _part_of(parts: Sequence[str], full: Sequence[str]) -> bool:
    size = len(parts)
    return list(full[-size:]) == list(parts) or (list(full[:size]) == list(parts) and size < len(full))


def title_split(run: Run, cast: Cast) -> tuple[int, bool]:
    """Where in a run the name of a person begins, and whether an office or a form of address stands before it."""
    words = run.tokens
    held = _held(words, cast)
    begin = len(words)
    while begin > 0 and _name_word(words[begin - 1]) and begin - 1 not in held:
        begin -= 1
    if begin and words[begin - 1].low in ("of", "for", "on", "the", "and", "&", "in"):
        # What follows `for` or `of` belongs to the title (`Envoy for the South Caucasus`): nobody is named.
        return len(words), False
    titled = any(is_office(t) or t.low in HONORIFICS for t in words[:begin])
    return begin, titled


def _held(words: Sequence[Token], cast: Cast) -> set[int]:
    """The tokens that belong to the name of a country or party, or to an adjective of one."""
    held: set[int] = set()
    for size in range(min(5, len(words)), 0, -1):
        for at in range(len(words) - size + 1):
            part = words[at : at + size]
            if held & set(range(at, at + size)):
                continue
            name = " ".join(t.text for t in part)
            if same_country(name) in cast.parties or (fold(name) in countries() and size < len(words)):
                held.update(range(at, at + size))
            elif (size == 1 and at < len(words) - 1 and at + 1 < len(words) and demonym(part[0].text)) or (
                size == 1 and at < len(words) - 1 and any(adjective_of(name, p) for p in cast.parties.values())
            ):
                held.add(at)
    return held


def bare(token: Token) -> str:
    """A word in small letters, without the point of an abbreviation."""
    return token.low.rstrip(".")


def is_office(token: Token) -> bool:
    """Whether a word is an office or a rank: `minister`, `vice-president`."""
    low = bare(token)
    return low in OFFICES or low in RANKS or low in PLURAL or (low.split("-")[-1] in OFFICES and "-" in low)


def _name_word(token: Token) -> bool:
    low = bare(token)
    if low in ("of", "for", "on", "the", "and", "&", "in", "'", "’", ")", "(") or token.text.isdigit():
        return False
    if is_office(token) or low in HONORIFICS:
        return False
    return low not in MODIFIERS and low not in BODIES


def is_body(run: Run) -> bool:
    """Whether a run is the name of a body that can be a party (Council, Front, Ministry of)."""
    words = [bare(t) for t in run.tokens]
    if len(words) < 2:
        return False
    if words[-1] in BODY_HEADS:
        return True
    for mark in ("of", "for", "on"):
        if mark in words and words.index(mark) > 0 and words[words.index(mark) - 1] in BODY_HEADS:
            return True
    return False


def is_house(run: Run) -> bool:
    """Whether a run is the name of a house (Palace, Hotel) where people can meet."""
    words = [bare(t) for t in run.tokens]
    return len(words) > 1 and (words[-1] in HOUSES or words[0] in HOUSES)


def bare_name(run: Run) -> str:
    """The words of a run as one name."""
    text = ""
    for token in run.tokens:
        glue = "" if not text or token.text in "'’)" or text.endswith("(") else " "
        text += glue + token.text
    return text


def place_like(name: str, before: str) -> bool:
    """Whether a name that is no person or party is a place: by the list of cities, or by the word before it."""
    return (
        fold(name) in cities()
        or re.search(
            r"\b(?:in|at|near|from|to|into|outside|on)(?: the)?(?: \w+)? $|(?:Place|Venue|Location): (?:[^.;]{0,40}, )?$",
            before,
        )
        is not None
    )
