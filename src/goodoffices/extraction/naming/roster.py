"""Who is named in the accounts: people, and those for whom people speak. Spellings of one name are brought together."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ...language.folding import fold
from ...language.transliteration import same_letters
from ...record import NARRATOR, Claim
from ..roster import NOTHING, Said, Side
from ..roster.lexicon import CALLED, KINDS
from ..roster.own_names import loaded
from .account import Account, values_of

_POLITY_VALUES = frozenset({"heads", "represents", "member_of"})
_PERSON_TYPES = frozenset({"person_post", "delegation"})
_INITIAL = re.compile(r"[^\W\d_]\.")
_OF_A_DELEGATION = re.compile(
    r"^(?:the )?(?P<of>.+?)(?:['’]s?)? (?:delegation|side|team|negotiators|government)$", re.I
)


@dataclass(eq=False)
class Actor:
    """Somebody or something that acts, under all names that the accounts print."""

    person: bool
    printed: Counter[str] = field(default_factory=Counter)
    id: str = ""
    labels: Counter[str] = field(default_factory=Counter)
    """What the accounts in which it talks call it."""
    given: str = ""
    """The name that a person gave it."""

    @property
    def name(self) -> str:
        """The one that a person gave it; its label where it talks; else the fullest of those printed most often, the first."""
        if self.given:
            return self.given
        if self.labels:
            return max(
                self.labels,
                key=lambda name: (not loaded(name), not name.isupper(), self.labels[name], len(name.split())),
            )
        most = max(len(name.split()) for name in self.printed) if self.person else 0
        full = {name: n for name, n in self.printed.items() if len(name.split()) >= min(most, 2)}
        return max(full, key=lambda name: (full[name], not _is_short(name)))

    @property
    def spellings(self) -> tuple[str, ...]:
        """The other names."""
        return tuple(name for name in self.printed if name != self.name)


@dataclass(frozen=True)
class Talking:
    """An actor who talks by an account, or helps."""

    actor: Actor
    role: str


class Roster:
    """All actors of some accounts, found by any of their printed names."""

    def __init__(self, accounts: Sequence[Account], said: Said = NOTHING) -> None:
        self._by_key: dict[str, Actor] = {}
        self._by_block: dict[tuple[bool, str], list[Actor]] = {}
        people_told = {side.name for account in accounts for side in account.sides if side.person}
        people_told |= {side.name for side in said.third if side.person}
        self.given = tuple(dict.fromkeys(map(self._given, said.parties)))
        """The parties that a person named."""
        self.third = tuple(self._given(side) for side in said.third if side.name not in people_told)
        """The third parties that a person named."""
        self.talking = self._under_own_names([self._sides(account) for account in accounts])
        people, polities = _named(accounts)
        for name, count in people.items():
            self._add(name, count, person=self._is_person(name))
        for name, count in polities.items():
            known = self._by_key.get(key_of(name))
            if known is None or not known.person:
                self._add(name, count, person=False)
        self._join_short_names()
        nobody = (self._by_key.get(key_of(name)) for name in said.nobody)
        self.others = frozenset((*self.third, *(actor for actor in nobody if actor is not None)))
        """Of whom a person said that they are no parties."""
        self.all = list(dict.fromkeys(self._by_key.values()))

    def find(self, name: str) -> Actor | None:
        """The actor that a printed name means, if it is one."""
        from ..mentions.lists import demonym  # loads the list of countries

        found = self._by_key.get(key_of(name))
        if found is None and (match := _OF_A_DELEGATION.match(name.strip())):
            # `the U.S. delegation` speaks for the United States; of what else it might be nothing is guessed.
            side = self._by_key.get(key_of(match["of"])) or self._by_key.get(key_of(demonym(match["of"]) or ""))
            return side if side is not None and not side.person else None
        return found

    def _sides(self, account: Account) -> tuple[Talking, ...]:
        """Who talks and who helps by one account."""
        return tuple(Talking(self._side(side), side.role) for side in account.sides if not side.person)

    def _under_own_names(self, talking: list[tuple[Talking, ...]]) -> list[tuple[Talking, ...]]:
        """The same, with whom one account calls `the Ridge bandits` as who talks in his place by another: the Ridge Front."""
        own: dict[Actor, Actor] = {}
        sets = [frozenset(one.actor for one in some if not one.role) for some in talking]
        for judged in dict.fromkeys(actor for some in sets for actor in some if loaded(actor.name) and not actor.given):
            opposite = [some - {judged} for some in sets if judged in some]
            beside = (some - met for some in sets for met in opposite if met and met < some and judged not in some)
            alike = {next(iter(one)) for one in beside if len(one) == 1}
            alike = {actor for actor in alike if not loaded(actor.name) and _share_a_name(actor.name, judged.name)}
            if len(alike) == 1:
                own[judged] = alike.pop()
        for judged, actor in own.items():
            actor.printed.update(judged.printed)
            self._by_key |= {key: actor for key, one in self._by_key.items() if one is judged}
        return [tuple(replace(one, actor=own.get(one.actor, one.actor)) for one in some) for some in talking]

    def _given(self, side: Side) -> Actor:
        actor = self._side(side)
        actor.given = side.name
        for name in side.other:
            # Whatever he gives is a name of it, also one that the words alone would not show to be one.
            actor.printed[name] += 1
            self._by_key.setdefault(key_of(name), actor)
        return actor

    def _side(self, side: Side) -> Actor:
        own = [side.name, *(name for name in side.other if _is_name(name) and name.lower() not in CALLED | KINDS)]
        known = (self._by_key.get(key_of(name)) for name in own)
        actor = next((one for one in known if one is not None), None) or self._alike(side.name, person=False)
        if actor is None:
            actor = Actor(False)
            self._by_block.setdefault(_block(side.name, person=False), []).append(actor)
        actor.labels[side.name] += 1
        for name in own:
            actor.printed[name] += 1
            self._by_key.setdefault(key_of(name), actor)
        return actor

    def _is_person(self, name: str) -> bool:
        known = self._by_key.get(key_of(name))
        return known is None or known.person

    def _add(self, name: str, count: int, *, person: bool) -> None:
        key = key_of(name)
        actor = self._by_key.get(key) or self._alike(name, person=person)
        if actor is None:
            actor = Actor(person)
            self._by_block.setdefault(_block(name, person=person), []).append(actor)
        actor.printed[name] += count
        self._by_key[key] = actor

    def _alike(self, name: str, *, person: bool) -> Actor | None:
        """An actor whose name differs from this one only in the spelling, or that this one abbreviates."""
        near = self._by_block.get(_block(name, person=person), ())
        return next((one for one in near if any(_is_spelling(name, other) for other in one.printed)), None)

    def _join_short_names(self) -> None:
        """`Umerov` and `R. Umerov` are Rustem Umerov where no other person has this last name."""
        full: dict[str, list[Actor]] = {}
        people = [actor for actor in dict.fromkeys(self._by_key.values()) if actor.person]
        for actor in people:
            if not _is_short(actor.name):
                full.setdefault(fold(actor.name.split()[-1]), []).append(actor)
        for actor in people:
            bearers = full.get(fold(actor.name.split()[-1]), [])
            if _is_short(actor.name) and len(bearers) == 1 and _fits(actor.name, bearers[0].name):
                bearers[0].printed.update(actor.printed)
                self._by_key.update({key_of(name): bearers[0] for name in actor.printed})


def _share_a_name(name: str, other: str) -> bool:
    """Whether a word with a capital letter stands in both."""
    one, two = ({word for word in words.split() if word[:1].isupper()} for words in (name, other))
    return not one.isdisjoint(two)


def _named(accounts: Sequence[Account]) -> tuple[Counter[str], Counter[str]]:
    """The names of people and of all others, each with how often it is printed."""
    people, others, acting = Counter[str](), Counter[str](), Counter[str]()
    for account in accounts:
        for claim in account.claims:
            if claim.type in _PERSON_TYPES and claim.predicate != "numbers" and not _is_country(claim.subject):
                people.update(_names(claim.subject))
            elif claim.type != "meeting" and claim.subject not in account.meetings:
                acting.update(_names(claim.subject))
            others.update(name for name in _polities(claim) if name not in account.meetings)
            acting.update(_names(*(name.removesuffix("?") for name in claim.attributed_to if name != NARRATOR)))
    lasts = {fold(name.split()[-1]) for name in people}
    known = {key_of(name): people for name in people}
    for name in others:
        known.setdefault(key_of(name), others)
    for name, count in acting.items():
        by_looks = people if _looks_like_a_person(name, lasts) else others
        known.get(key_of(name), by_looks)[name] += count
    return people, others


def _polities(claim: Claim) -> Iterator[str]:
    yield from _names(claim.for_party or "")
    if claim.predicate == "parties" or claim.predicate in _POLITY_VALUES:
        yield from _names(*map(str, values_of(claim)))


def _names(*texts: str) -> Iterator[str]:
    """Those of the texts that are names and no descriptions, nor what somebody's delegation is called."""
    stripped = (text.strip() for text in texts)
    return (text for text in stripped if _is_name(text) and not _OF_A_DELEGATION.match(text))


def _is_name(name: str) -> bool:
    """Whether it is a name and no description: `Norland`, not `other officials`, nor `both sides`."""
    words = [word for word in name.split() if word[:1].isalpha() or word[:1].isdigit()]
    if not words or len(words) > 9 or set("(;") & set(name):
        return False
    scripted = [word for word in words if word[:1].lower() != word[:1].upper()]
    if not scripted:
        return any(word[:1].isalpha() for word in words)  # a script without capitals
    return any(word[:1].isupper() for word in scripted if word.lower() != "the") and scripted[-1][:1].isupper()


def _looks_like_a_person(name: str, lasts: set[str]) -> bool:
    from ..mentions.words import BODY_HEADS

    words = fold(name).removeprefix("the ").split()
    if _is_country(name) or name.lower().startswith("the "):
        return False
    if any(word in BODY_HEADS for word in words):
        return False
    return words[-1] in lasts or len(words) in (2, 3)


def _is_country(name: str) -> bool:
    from ..mentions.lists import countries  # loads the list of countries

    return key_of(name) in countries() or fold(name).removeprefix("the ") in countries()


def key_of(name: str) -> str:
    """The letters under which a name is looked up: folded, without article, of a country however it is printed."""
    from ..mentions.lists import same_country

    return same_country(re.sub(r"['’]s?$", "", name.strip()))


def _block(name: str, *, person: bool) -> tuple[bool, str]:
    """Names that may be spellings of each other share it: comparing all with all would take quadratic time."""
    words = fold(name).removeprefix("the ").split()
    return person, f"{len(words)}{words[0][:1]}" if words else ""


def _is_spelling(name: str, other: str) -> bool:
    return same_letters(name.removeprefix("the "), other.removeprefix("the "))


def _is_short(name: str) -> bool:
    words = name.split()
    return len(words) < 2 or bool(_INITIAL.match(words[0]))


def _fits(short: str, full: str) -> bool:
    words = short.split()
    return len(words) == 1 or fold(words[0][:1]) == fold(full[:1])
