"""Who talks, by one report: all its sentences together, each clause of meeting or opposing a vote, what recurs counting most."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ...language.sentences import Sentence
from .deciding import parties_of, third_of
from .encounters import Encounter, encounters
from .evidence import evidence
from .kinds import kind_of
from .lexicon import COLLECTIVE, plural
from .masked import Masked, masked, rule
from .names import Names, key_of
from .own_names import aliases, doubted
from .phrase import Group, Known
from .phrases import phrases
from .side import NOTHING, Said, Side
from .spoken import named_by
from .third_evidence import likely, third_signs
from .third_parties import Helper, helpers


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
    whole = [masked(part, named_by(said, part, phrases(part, known))) for part in parts]
    scenes = [_who_act(part, scene) for part, scene in zip(parts, whole, strict=True)]
    writer = _writer(parts, scenes)
    names = Names(
        [g for scene in scenes for p in scene.at.values() for g in (*p.groups, *p.employer)],
        said,
        writer,
        (*aliases(scenes), *_same(scenes)),
        doubted(scenes),
    )
    telling = [
        s for part, s in zip(parts, scenes, strict=True) if len(parts) == 1 or not (part.heading or _shouted(part))
    ]
    helping = [helper for scene in telling for helper in helpers(scene)]
    met = [one for scene in telling for one in encounters(scene)] + _listed(scenes)
    ours = sum(len(_WE.findall(part.text)) for part in parts)
    speaks = (names.key(writer), ours) if writer is not None and ours > 1 else None
    might = third_signs(telling, helping, names)
    told = evidence(
        telling, met, names, helping, known, speaks, {key: likely(signs) for key, (_, signs) in might.items()}
    )
    parties = parties_of(told, met, names, said)
    people = frozenset(key_of(p.person) for scene in scenes for p in scene.at.values() if p.person)
    third = third_of(helping, might, names, parties, said, people)
    sides = {**parties, **third}
    return Seen(
        tuple(parties.values()), tuple(third.values()), tuple(_named(whole, names, sides)),
        tuple(_meetings(met, names, sides)), tuple(_helping(helping, names, third)),
    )  # fmt: skip


_DEALS_WITH = re.compile(
    r"\b(?:(?:special|personal) (?:representative|coordinator|co-ordinator|advis[eo]r|envoy)|envoy|rapporteur) (?:for|to|on) (?:the )?$",
    re.I,
)
"""An office that is named by what it deals with, not by whom it acts for."""


def _who_act(part: Sentence, scene: Masked) -> Masked:
    """The sentence without names that only say what an office is about: `the Special Envoy for Sudland`."""
    found = [scene.at[place] for place in sorted(scene.at)]
    kept = [one for one in found if not _DEALS_WITH.search(part.text[: one.start - part.start][-60:])]
    return scene if len(kept) == len(found) else masked(part, kept)


def _shouted(part: Sentence) -> bool:
    """Whether it is written in capitals, as headings of cables and papers are."""
    if _BETWEEN.search(part.text):
        return False
    letters = [letter for letter in part.text if letter.isalpha()]
    return len(letters) > 8 and sum(map(str.isupper, letters)) > 0.6 * len(letters)


_BETWEEN = re.compile(r"\b(?:BETWEEN|JOINT)\b")
_WE = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us)\b")
_PAPER = re.compile(
    r"(?i)\b(?:bulletin|statement|communiqu\w+|newsletter|letter|paper of|journal of|office|release|announcement|update)\b"
)


def _writer(parts: Sequence[Sentence], scenes: Sequence[Masked]) -> Group | None:
    """The one body that the headings, or the line that opens a bulletin, name: it says `we`."""
    groups = [
        p.groups[0]
        for n, (part, scene) in enumerate(zip(parts, scenes, strict=True))
        if part.heading or (n < 2 and _PAPER.search(part.text))
        for p in scene.at.values()
        if p.groups and p.groups[0].named
    ]
    bodies = [
        group
        for group in groups
        if kind_of(group.name) in ("union", "company", "association", "movement", "council", "armed", "government")
    ]
    return bodies[0] if bodies else None


_APPOSED = (
    r"(?P<a><G>), (?:the |an? )?(?P<b><G>)(?=[,.;:)]|$)(?!,(?: and| or)? (?:the |its |their )?<G>)",
    r"(?P<a><G>) \((?:the |an? |as <~>{1,30} (?:calls?|call) (?:the )?)?(?P<b><G>)\)",
    r"(?P<a><G>), (?:as (?:the )?(?P<b><G>)<~>{0,40}? (?:are|is) (?:known|called))",
    r"(?P<a><G>),? (?:who|which) (?:now )?calls? (?:themselves|itself) (?:the )?(?P<b><G>)",
    r"(?P<a><G>),? represented by (?:the |their |its )?(?P<b><G>)",
    r"(?P<a><G>),? (?:also )?(?:known|called|known locally) (?:as )?(?:the )?(?P<b><G>)",
)


def _same(scenes: Sequence[Masked]) -> Iterator[tuple[Group, Group]]:
    """`Parcelo, the delivery firm,`: the common word means the name beside it."""
    for scene in scenes:
        for match in (match for pattern in _APPOSED for match in rule(pattern).finditer(scene.text)):
            two = [scene.at[match.start(key)] for key in "ab"]
            name, word = sorted((p.groups[0] for p in two), key=lambda g: not g.named)
            if not any(p.owner or p.agent for p in two) and name.named and not word.named:
                yield word, name
        yield from _office_and_person(scene)


def _office_and_person(scene: Masked) -> Iterator[tuple[Group, Group]]:
    """`the regional ombudswoman, Dr Yola Choque,`: the office is the person's."""
    for place, phrase in scene.at.items():
        gap = next((n for n in range(1, 7) if place + n in scene.at), 0)
        beside = scene.at.get(place + gap)
        if (
            beside is None
            or not beside.person
            or beside.groups
            or phrase.groups
            or phrase.person
            or not (" " in phrase.head or phrase.helper)
        ):
            continue
        if scene.text[place + 1 : place + gap] in (", ", ", Dr ", ", Mr ", ", Mrs ", ", Ms ", " "):
            yield Group(phrase.head, False), Group(beside.person, True)


_PRESENT = r"(?:(?:,|<P>|\)),? for (?:the )?|(?<=[;:,] ))(?P<a><G>)(?=[;.,:]|$)"
"""`Present: A. Berg, for Norway; B. Jonsson for Iceland.`"""
_FOR = r"(?:^|[.;:] |[Pp]resent |[Ss]igned )[Ff]or (?P<a>(?:<D>)?<G>)(?: \([^)]{1,40}\))?[:,]"


def _speaks_for(scene: Masked, match: re.Match[str]) -> bool:
    """Whether somebody is there for the body that is named, and not the body itself."""
    return " for " in match[0] or " for " in scene.words(match.start("a"))


def _listed(scenes: Sequence[Masked]) -> list[Encounter]:
    """`For the Union: ... For the Company: ...`: those who are listed, sentence by sentence."""
    found = [(scene, match) for scene in scenes for match in rule(_FOR).finditer(scene.text)]
    present = [scene for scene in scenes if "resent:" in scene.text]
    found = found or [
        (scene, m) for scene in present for m in rule(_PRESENT).finditer(scene.text) if _speaks_for(scene, m)
    ]
    groups = tuple(dict.fromkeys(group for scene, match in found for group in scene.groups(match.span("a"))))
    if len(groups) < 2:
        return []
    scene, match = found[0]
    return [Encounter(groups, 3.0, scene.number, *scene.span(*match.span()), "listed")]


def _collective(head: str) -> bool:
    """Whether those who act are named as a whole: `delegation`, `negotiators`; a `head of` it is a person."""
    last = head.lower().split()[-1:] or [""]
    return plural(last[0]) or last[0] in COLLECTIVE or not head


def _named(scenes: Sequence[Masked], names: Names, sides: dict[str, Side]) -> Iterator[Named]:
    """Where the sides are named, each alone."""
    for scene in scenes:
        for phrase in scene.at.values():
            side = sides.get(names.key(phrase.groups[0])) if len(phrase.groups) == 1 else None
            if side is not None and not side.person and (not phrase.agent or _collective(phrase.head)):
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
