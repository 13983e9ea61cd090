"""Who is who in a report: all names under which it knows somebody, his side and his posts.

Three witnesses, in this order: the rules' own reading of the report (people, parties, other names); the claims of the same answer
that are proved themselves, as these may name a side or a person whom the rules did not see; the letters of the names. A name that
may be two people's is neither's.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ....language.folding import fold
from ...mentions.lists import adjective_of
from ...plain.story import Story, read
from ...roster import NOTHING, Said
from ...roster.kinds import fits, kind_of
from ...roster.lexicon import CALLED
from ...roster.side import Side, bare
from .names import COMMON, TITLES

_OFFICIAL = re.compile(
    r"(?:the )?(?:government|delegation|authorities) of (?:the )?(.+)|(?:the )?(.+?) (?:delegation|government)", re.I
)


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody as the report knows him: the names by which he is found."""

    keys: frozenset[str]
    person: bool


class Identity:
    """The people and sides of one report."""

    def __init__(self, text: str, said: Said = NOTHING) -> None:
        self.text, self._said = text, said
        self._known: dict[str, Who] = {}
        self._people: dict[str, str] = {}
        self._parties: dict[str, str] = {}
        self._sides: dict[str, str] = {}
        self.posts: dict[str, str] = {}
        """What proved claims say that a person is, by his bare name."""

    @cached_property
    def story(self) -> Story:
        """Who is named where; made when the first name has to be proved by it."""
        return read(self.text, self._said)

    @property
    def parties(self) -> tuple[str, ...]:
        """Who talks by the claims that were proved."""
        return tuple(self._parties.values())

    def learn(self, person: str, side: str | None, post: str | None) -> None:
        """Take what a proved claim tells of a person: that he is one, his side, his post."""
        if not self.is_side(person) and not kind_of(person):
            self._people.setdefault(bare(person), person)
        if side:
            self._sides.setdefault(bare(person), side)
        if post:
            self.posts.setdefault(bare(person), post)
        self._known.clear()

    def learn_parties(self, names: Iterable[str]) -> None:
        """Take from a proved claim who met; the people among them meet for somebody."""
        people = {name: self.story.cast.person(name) for name in names}
        told = {name for name, person in people.items() if person and (person.posts or person.party)}
        self._parties |= {bare(name): name for name in people if name not in told}
        self._known.clear()

    def who(self, name: str) -> Who:
        """All names by which the report knows somebody."""
        if name not in self._known:
            self._known[name] = self._who(name)
        return self._known[name]

    def _who(self, name: str) -> Who:
        cast = self.story.cast
        # What meets is no person, though the letters of its name may look like one: `Seafood Industry Norland`.
        person = cast.person(name) if bare(name) not in self._parties else None
        keys = {bare(name)} | ({bare(person.name)} if person else set())
        if person or bare(name) in self._people:
            return Who(frozenset(keys | set(self._namesakes(name))), True)
        if party := cast.party(name):
            keys.add(bare(party))
        last = fold(name.split()[-1]) if name.split() else ""
        if last in map(fold, cast.people) and bare(name) not in self._parties:
            return Who(frozenset(keys | {last}), True)  # the report prints the whole name nowhere else
        for side in (*self._alike(name), *self._left_over(name)):
            keys |= set(map(bare, side.names))
        return Who(frozenset(keys), False)

    def _namesakes(self, name: str) -> Iterator[str]:
        """The same person by his last name: `G. Prieto`, `Prieto`; nobody's where the report has two people of that name."""
        known = {*self._people.values(), *self.story.cast.people}
        same = [one for one in known if fold(one).split()[-1:] == fold(name).split()[-1:]]
        if all(_fits(one, other) for one in same for other in same):
            yield from map(bare, same)

    def _alike(self, name: str) -> Iterator[Side]:
        """The sides that bear a name, or of whose name it is the better part: `Port Workers' Federation` of Puerto Real."""
        sides = self.story.who.sides
        found = [side for side in sides if bare(name) in map(bare, side.names)]
        within = [side for side in sides if any(_is_part(bare(name), bare(own)) for own in side.names)]
        people = [
            side for side in sides if any(adjective_of(name, word) for word in side.name.split() if word[0].isupper())
        ]
        yield from found or next((some for some in (within, people) if len(some) == 1), [])

    def known_as(self, name: str) -> str:
        """A party as the report knows it, where a name is its adjective or a part of its name; else the name itself."""
        return self.story.cast.party(name) or next((side.name for side in self._alike(name)), name)

    def _left_over(self, name: str) -> Iterator[Side]:
        """The side that only a word like `employers` names, where every other one has a name and only this name has no side."""
        parties = self.story.who.parties
        if bare(name) not in self._parties or len(parties) != len(self._parties):
            return
        free = [side for side in parties if not any(self._bears(side, other) for other in self._parties.values())]
        nameless = [other for other in self._parties.values() if not any(self._bears(side, other) for side in parties)]
        if len(free) == 1 and nameless == [self._parties[bare(name)]] and free[0].name.islower():
            yield free[0]

    def _bears(self, side: Side, name: str) -> bool:
        own = {bare(name), bare(self.story.cast.party(name) or name)}
        return any(bare(one) in own or _is_part(bare(name), bare(one)) for one in side.names)

    def is_alike(self, one: str, other: str) -> bool:
        """Whether two names are of one."""
        return bool(self.who(one).keys & self.who(other).keys)

    def is_side(self, name: str) -> bool:
        """Whether somebody is one of those who talk."""
        sides = {bare(n) for n in self.story.sides} | {bare(n) for side in self.story.who.parties for n in side.names}
        return bool((sides | self._parties.keys()) & self.who(name).keys)

    def party_of(self, name: str) -> str | None:
        """The side for which a person speaks, where the report, or a claim that was proved, tells."""
        person = self.story.cast.person(name)
        keys = self.who(name).keys if person or bare(name) in self._people else {bare(name)}
        return next(filter(None, map(self._sides.get, sorted(keys))), person.party if person else None)

    def others_called(self, head: str, name: str) -> bool:
        """Whether another side than this one may be called `the company` as well."""
        others = [side.name for side in self.story.who.parties if not self.who(side.name).keys & self.who(name).keys]
        return head in CALLED and any(fits(head, other) for other in others)


def _fits(one: str, other: str) -> bool:
    """Whether two prints of one last name may be of one person: first names that are the same, missing, or an initial."""
    firsts = [[w.rstrip(".") for w in fold(name).split()[:-1] if w.rstrip(".") not in TITLES] for name in (one, other)]
    if not all(firsts):
        return True
    (first, *_), (second, *_) = firsts
    return first == second or (min(len(first), len(second)) == 1 and first[0] == second[0])


def _is_part(part: str, whole: str) -> bool:
    """Whether two or more words of a name, one of them its own, are a run of the words of another, or all that is its own."""
    own = [word for word in part.split() if word not in COMMON]
    if own and own == [word for word in whole.split() if word not in COMMON]:
        return True  # `Arvenia` is all that is said by `Republic of Arvenia`
    return len(part.split()) > 1 and len(own) > 0 and f" {part} " in f" {whole} "


def offered(name: str) -> Iterator[str]:
    """The names that a given one may stand for, the given one first: without brackets, titles, `the delegation of`.

    >>> list(offered("Foreign Minister Ann Lee"))
    ['Foreign Minister Ann Lee', 'Ann Lee']
    """
    yield name
    plain = re.sub(r"\s*\([^()]*\)", "", name).strip()
    if plain and plain != name:
        yield plain
    words = plain.split()
    titles = [n for n, word in enumerate(words) if word.lower().rstrip(".") in TITLES]
    if titles and 0 < len(words) - titles[-1] - 1 <= 3 and words[titles[-1] + 1][:1].isupper():
        yield " ".join(words[titles[-1] + 1 :])
    if match := _OFFICIAL.fullmatch(plain):
        yield match[1] or match[2]
