"""Who talks, by one report: all its sentences together, each clause of meeting or opposing a vote, what recurs counting most."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ...language.sentences import Sentence
from .encounters import Encounter, encounters
from .masked import Masked, masked, rule
from .names import Names
from .phrases import Group, Known, phrases
from .side import NOTHING, Said, Side
from .spoken import named_by
from .third_parties import Helper, helpers

FIRST = 1.5
"""What the first sentence that tells of an encounter counts more than a later one."""


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of the text that names a party or third party."""

    start: int
    end: int
    name: str
    agent: bool


@dataclass(frozen=True, slots=True)
class Meeting:
    """A clause that sets parties together, by their names."""

    parties: tuple[str, ...]
    sentence: int
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Helping:
    """A clause that tells who helps."""

    who: Side
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Seen:
    """Who talks by one report, who helps, and the words that tell it."""

    parties: tuple[Side, ...] = ()
    third: tuple[Side, ...] = ()
    named: tuple[Named, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    helping: tuple[Helping, ...] = ()

    @property
    def sides(self) -> tuple[Side, ...]:
        """All of them."""
        return (*self.parties, *self.third)

    def under(self, own: Mapping[str, str]) -> "Seen":
        """The same with other names for the sides."""

        def side(one: Side) -> Side:
            name = own.get(one.name, one.name)
            return replace(one, name=name, other=tuple(o for o in dict.fromkeys((one.name, *one.other)) if o != name))

        return Seen(
            tuple(map(side, self.parties)), tuple(map(side, self.third)),
            tuple(replace(one, name=own.get(one.name, one.name)) for one in self.named),
            tuple(replace(one, parties=tuple(own.get(name, name) for name in one.parties)) for one in self.meetings),
            tuple(replace(one, who=side(one.who)) for one in self.helping),
        )  # fmt: skip


def seen(parts: Sequence[Sentence], known: Known, said: Said = NOTHING) -> Seen:
    """Read the sentences; whom a person named is taken as given."""
    scenes = [masked(part, named_by(said, part, phrases(part, known))) for part in parts]
    names = Names([g for scene in scenes for p in scene.at.values() for g in (*p.groups, *p.employer)], said)
    telling = [scene for part, scene in zip(parts, scenes, strict=True) if not part.heading or len(parts) == 1]
    helping = [helper for scene in telling for helper in helpers(scene)]
    met = [one for scene in telling for one in encounters(scene)] + _listed(scenes)
    parties = _parties(met, names, helping, said)
    third = _third(helping, names, parties, said)
    sides = {**parties, **third}
    return Seen(
        tuple(parties.values()), tuple(third.values()), tuple(_named(scenes, names, sides)),
        tuple(_meetings(met, names, sides)), tuple(_helping(helping, names, third)),
    )  # fmt: skip


_FOR = r"(?:^|[.;:] |[Pp]resent |[Ss]igned )[Ff]or (?P<a>(?:<D>)?<G>)(?: \([^)]{1,40}\))?[:,]"


def _listed(scenes: Sequence[Masked]) -> list[Encounter]:
    """`For the Union: ... For the Company: ...`: those who are listed, sentence by sentence."""
    found = [(scene, match) for scene in scenes for match in rule(_FOR).finditer(scene.text)]
    groups = tuple(dict.fromkeys(group for scene, match in found for group in scene.groups(match.span("a"))))
    if len(groups) < 2:
        return []
    scene, match = found[0]
    return [Encounter(groups, 3.0, scene.number, *scene.span(*match.span()), "listed")]


def _parties(met: Sequence[Encounter], names: Names, helping: Sequence[Helper], said: Said) -> dict[str, Side]:
    """Whom a person named; where that is one at most, those besides who stand together with most weight."""
    given = {names.key(Group(side.name, True)): names.side(names.key(Group(side.name, True))) for side in said.parties}
    if len(given) > 1:
        return given
    helps = {names.key(helper.group) for helper in helping if names.key(helper.group) not in given}
    found = _heaviest(met, names, helps, said)
    if given and not given.keys() & set(found):
        found = ()
    return {**given, **{key: names.side(key) for key in found if key not in given}}


def _heaviest(met: Sequence[Encounter], names: Names, helps: set[str], said: Said) -> tuple[str, ...]:
    votes: Counter[tuple[str, ...]] = Counter()
    first = min((one.sentence for one in met), default=0)
    for one in met:
        keys = [key for key in dict.fromkeys(map(names.key, one.groups)) if key and key not in helps]
        keys = [key for key in keys if said.role_of(names.side(key).names) not in ("third", "nobody")]
        if len(keys) > 1:
            votes[tuple(keys)] += one.weight * (FIRST if one.sentence == first else 1.0)  # type: ignore[assignment]
    # A set gains from what is told of a part of it.
    total = {some: sum(votes[other] for other in votes if set(other) <= set(some)) for some in votes}
    return max(total, key=lambda some: (total[some], -len(some)), default=())


def _third(helping: Sequence[Helper], names: Names, parties: dict[str, Side], said: Said) -> dict[str, Side]:
    found: dict[str, Side] = {}
    for side in said.third:
        key = names.key(Group(side.name, True))
        found[key] = replace(names.side(key), role=side.role or "mediates")
    for helper in helping:
        key = names.key(helper.group)
        side = names.side(key, helper)
        if key not in parties and said.role_of(side.names) not in ("party", "nobody"):
            found.setdefault(key, side)
    return found


def _named(scenes: Sequence[Masked], names: Names, sides: dict[str, Side]) -> Iterator[Named]:
    """Where the sides are named, each alone."""
    for scene in scenes:
        for phrase in scene.at.values():
            side = sides.get(names.key(phrase.groups[0])) if len(phrase.groups) == 1 else None
            if side is not None and not side.person:
                yield Named(phrase.start, phrase.end, side.name, phrase.agent or phrase.helper)


def _meetings(met: Sequence[Encounter], names: Names, sides: dict[str, Side]) -> Iterator[Meeting]:
    for one in met:
        who = tuple(dict.fromkeys(sides[key].name for key in map(names.key, one.groups) if key in sides))
        if len(who) > 1:
            yield Meeting(who, one.sentence, one.start, one.end, one.rule)


def _helping(helping: Sequence[Helper], names: Names, third: dict[str, Side]) -> Iterator[Helping]:
    for helper in helping:
        side = third.get(names.key(helper.group))
        if side is not None:
            yield Helping(replace(side, role=helper.role), helper.start, helper.end)


__all__ = ["Phrase", "Seen", "seen"]
