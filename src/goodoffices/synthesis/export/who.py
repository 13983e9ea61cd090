"""Who is who in a case that is made of held talks: the sides as everybody knows them, the seats as people by their roles.

A seat has no name but its role, and who sat there is nowhere. What a seat is called is the same for all who read it.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from ...language.ids import NewIds
from ...language.listing import listed
from ...proceedings import Public
from ...talks import EVERYBODY, Issue, Party, Person, Talks
from ...talks.exercise import TRAINER
from .paper import line_of

ALL = (EVERYBODY,)


@dataclass(frozen=True, slots=True)
class Sides:
    """The parties and third parties of the case, as they stand before all seats."""

    parties: Mapping[str, Party]
    third_parties: Mapping[str, Party]

    @classmethod
    def of(cls, talks: Talks) -> "Sides":
        """Those of the case, by the names under which they stand before all seats."""
        return cls(*({key: _named(one) for key, one in side.items()} for side in (talks.parties, talks.third_parties)))


def _named(party: Party) -> Party:
    # Other spellings and readers are the team's business.
    return replace(party, spellings=(), names={}, readers=())


@dataclass(frozen=True)
class Who:
    """The names and ids of all that can be spoken of."""

    public: Public
    sides: Sides

    @cached_property
    def people(self) -> dict[str, Person]:
        """The seats as people, by their ids in the case."""
        return {
            self.ids[seat]: Person(name=self.names[seat], of=facts.of if facts.of in self._all else None)
            for seat, facts in self.public.seats.items()
        }

    @cached_property
    def ids(self) -> dict[str, str]:
        """The id in the case for each seat: its own where nothing else has it."""
        new = NewIds((*self._all, *self.public.issues, *self.public.programme))
        return {seat: new.new(seat, f"{seat} seat", otherwise="seat") for seat in self.public.seats}

    @cached_property
    def names(self) -> dict[str, str]:
        """What each seat is called: its role, with its side where the role does not name it; never the same as another."""
        plain = {seat: self._role(seat) for seat in self.public.seats}
        many, met = Counter(plain.values()), Counter[str]()
        found = {}
        for seat, name in plain.items():
            met[name] += 1
            found[seat] = f"{name} {met[name]}" if many[name] > 1 else name
        return found

    def _role(self, seat: str) -> str:
        facts = self.public.seats[seat]
        role, side = line_of(facts.role), self.side(facts.of) if facts.of in self._all else ""
        return role if not side or side.casefold() in role.casefold() else f"{role} of {side}"

    def name(self, seat: str) -> str:
        """A seat, or the trainer."""
        return "the trainer" if seat == TRAINER else self.names[seat]

    def id(self, seat: str) -> str | None:
        """The id of a seat; nothing for the trainer."""
        return self.ids.get(seat)

    def side(self, key: str | None) -> str:
        """The name of a party or third party."""
        party = self._all.get(key or "")
        return line_of(party.name) if party else ""

    def of(self, seat: str) -> str | None:
        """The party or third party for which a seat sits there."""
        side = self.public.side(seat)
        return side if side in self._all else None

    def ordered(self, sides: set[str]) -> tuple[str, ...]:
        """Parties and third parties in the order of the case."""
        return tuple(one for one in self._all if one in sides)

    def all_sides(self, seats: tuple[str, ...]) -> tuple[str, ...]:
        """The parties and third parties of some seats."""
        return self.ordered({side for seat in seats if (side := self.of(seat))})

    @property
    def mediation(self) -> tuple[str, ...]:
        """The third parties that mediate."""
        return self.all_sides(tuple(self.public.mediation))

    @cached_property
    def issues(self) -> dict[str, Issue]:
        """The questions with their answers, which everybody had before him in the room."""
        return {
            key: Issue(
                title=line_of(one.title), options={id_: line_of(text) for id_, text in one.options.items()}, readers=ALL
            )
            for key, one in self.public.issues.items()
        }

    def option(self, issue: str, option: str) -> str:
        """An option in words."""
        return self.issues[issue].options[option]

    def package(self, package: Mapping[str, str]) -> str:
        """A package in words."""
        return "; ".join(
            f"{self.issues[issue].title}: {self.option(issue, option)}" for issue, option in package.items()
        )

    def points(self, package: Mapping[str, str]) -> str:
        """A package as it stands within a sentence: `Patrol (no patrol) and Water fee (none)`."""
        named = [f"{self.issues[issue].title} ({self.option(issue, option)})" for issue, option in package.items()]
        return listed(named)

    @cached_property
    def _all(self) -> dict[str, Party]:
        return {**self.sides.parties, **self.sides.third_parties}
