"""What a report tells of each body and of each two: what they do, own, send or face, where, and how they are named; as signs to be weighed.

A sign is a share of 1: how far it holds in this text. What each counts is a table (`weights.txt`); nothing is decided here.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from types import MappingProxyType

from ...language.folding import fold
from ..mentions.lists import demonym
from ..mentions.words import HONORIFICS, OFFICES
from .bearers import bearers, beside_its_own
from .encounters import Encounter
from .how_many import how_many
from .kinds import kind_of
from .lexicon import (
    AGENTS,
    BYSTANDERS,
    HEADS_OF_PLACES,
    KINDS,
    MEDIATORS,
    NEUTRAL_BODIES,
    NEUTRAL_OFFICES,
    PLACES,
    PRESS,
    common,
    people,
)
from .masked import Masked
from .names import Names
from .phrase import WE, Group, Known, Phrase
from .roles import roles
from .third_parties import Helper

Signs = dict[str, float]
MOST = 16
"""Bodies that are weighed; a text that names more is a list."""
_OPPOSED = frozenset(
    "armed/government armed/armed board/people board/union community/community community/company community/council"
    " community/government community/people company/company company/people company/union council/council"
    " council/movement council/people council/union government/government government/movement ministry/people"
    " ministry/union people/people".split()
)
"""Kinds of bodies that stand against each other often."""


_BOTH = re.compile(
    r"(?i)\b(?:both|each(?: other)?|one another|neither|either|the two|two sides|the sides|the parties|the latter|respectively)\b"
)
"""What is said of two who were just named."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The signs of each body, and those of each pair."""

    alone: Mapping[str, Signs]
    together: Mapping[tuple[str, str], Signs]
    many: int
    """How many the talks are said to be of; 0 where that is not said."""


@dataclass
class _Told:
    """What the places of one body say, counted; its name is asked for once all are read."""

    said: Counter[str] = field(default_factory=Counter)
    groups: list[Group] = field(default_factory=list)
    where: set[int] = field(default_factory=set)
    """The sentences that name it,"""
    order: set[int] = field(default_factory=set)
    """and its places among all that are named."""
    leads: set[int] = field(default_factory=set)
    """The sentences in which it is named before all others,"""
    owned: set[int] = field(default_factory=set)
    """and in which it is somebody's: `its residents`."""

    @cached_property
    def name(self) -> str:
        """Its fullest name."""
        return max((group.name for group in self.groups), key=len)

    @cached_property
    def words(self) -> list[str]:
        """Those of its name, folded."""
        return fold(self.name).split()

    @cached_property
    def kind(self) -> str:
        """What kind of body that is, people by what they do being one."""
        return "people" if people(self.words[-1]) else kind_of(self.name) or "name"

    @cached_property
    def form(self) -> str:
        """How it is named: by an office or a person alone, a name of one word or more, or a common word."""
        if self.said["office"] or self.said["leader"]:
            return "person"
        if not any(group.named for group in self.groups):
            return "common"
        return "body" if kind_of(self.name) else "name" if len(self.words) > 1 else "word"


def evidence(
    telling: Sequence[Masked],
    met: Sequence[Encounter],
    names: Names,
    helping: Sequence[Helper],
    known: Known,
    writer: tuple[str, int] | None = None,
    helps: Mapping[str, float] = MappingProxyType({}),
) -> Evidence:
    """All signs of a text; of its writer is known how often it says `we`, of others how likely they help."""
    told = _told(telling, names)
    if writer is not None and writer[0] != WE and names.printed(writer[0]):
        told[writer[0]].said.update({"named": writer[1], "writes": 4})
        told[writer[0]].groups.extend(names.printed(writer[0]))
    most = max((one.said["named"] for one in told.values()), default=0) or 1
    alone = {
        key: {**_shares(one.said, most), **_named(one, known), "among the first": n < 2}
        for n, (key, one) in enumerate(told.items())
    }
    known_to_meet = {names.key(group) for one in met if one.weight >= 2.5 for group in one.groups}
    for helper in helping:
        if (key := names.key(helper.group)) in alone:
            host = helper.role == "hosts" and key in known_to_meet
            alone[key]["hosts" if host else "helps" if helper.sure else "of helpers"] = 1
    for key in alone.keys() & helps.keys():
        alone[key]["likely helps"] = helps[key]
    both = {n - back for n, scene in enumerate(telling) if _BOTH.search(scene.text) for back in (0, 1)}
    together = {pair: _pair(told[pair[0]], told[pair[1]], both) for pair in combinations(sorted(told), 2)}
    _meet(met, names, together)
    return Evidence(alone, together, how_many(telling[:2]))


def _told(telling: Sequence[Masked], names: Names) -> dict[str, _Told]:
    found: dict[str, _Told] = defaultdict(_Told)
    at = 0
    for number, scene in enumerate(telling):
        leading = next((place for place, phrase in scene.at.items() if phrase.groups or phrase.person), -1)
        for place, phrase in scene.at.items():
            at += bool(phrase.groups)
            said: list[str] = []
            for group in bearers(phrase, number < 3 and not beside_its_own(scene, place), names):
                key = names.key(group)
                if key == WE or (len(found) >= MOST and key not in found):
                    continue
                said = said or _said(scene, place, phrase, number < 2)
                found[key].said.update(said)
                found[key].groups.append(group)
                found[key].where.add(number)
                found[key].order.add(at)
                if place == leading:
                    found[key].leads.add(number)
                if "possessed" in said:
                    found[key].owned.add(number)
    return found


def _said(scene: Masked, place: int, phrase: Phrase, opens: bool) -> list[str]:
    said = ["helper"] if phrase.helper else list(roles(scene, place, phrase))
    said += ["leader"] * (not phrase.groups and phrase.person is not None)
    said += ["office"] * (not phrase.groups and phrase.person is None)
    said += ["titled leader"] * (not phrase.groups and bool(phrase.head))
    return [*said, *(f"first {name}" for name in said)] if opens else said


def _shares(said: Counter[str], most: int) -> Signs:
    """How much is said of it, counted up to four times."""
    found = {name: min(times, 4) / 4 if not name.startswith("first") else 1.0 for name, times in said.items()}
    found["share"] = min(1.0, said["named"] / most)
    found["only nowhere"] = said["nowhere"] >= said["named"] - said["first tells"] and said["nowhere"] > 0
    return found


def _named(told: _Told, known: Known) -> Signs:
    """How it is named."""
    words, kind, named = told.words, kind_of(told.name), any(group.named for group in told.groups)
    single = len(words) == 1
    bare = named and single and not kind
    other = "name of one word" if bare else "name" if named else "common"
    return {
        f"kind {kind or other}": 1,
        "capitals": named,
        "alone": not named and single,
        "adjective": single and demonym(told.name) is not None,
        "people": people(words[-1]),
        "shouted": told.name.isupper() and len(told.name) > 4,
        "bystanders": words[-1] in BYSTANDERS,
        "person": not kind and all(word in known.persons for word in words),
        "titled": not single and not kind and words[0] in OFFICES | AGENTS | HONORIFICS,
        "house": any(word in PLACES or word in HEADS_OF_PLACES for word in words),
        "only opens": bare and told.said["opens"] >= told.said["named"],
        "common word": bare and (words[0] in known.small or common(words[0])),
        "common words": named and not single and all(map(common, words)),
        "press": words[-1] in PRESS,
        "neutral": bool({words[-1], words[0]} & (NEUTRAL_OFFICES | NEUTRAL_BODIES | MEDIATORS)),
        "later": min(told.where, default=0) > 0,
        "repeated": len(told.where) > 1,
        "of it": " of " in told.name and words[-1] not in KINDS,
        "acronym": any(group.other for group in told.groups),
    }


def _pair(one: _Told, two: _Told, pairs: set[int]) -> Signs:
    """How two stand to each other, apart from meeting."""
    both = one.where & two.where
    kinds = f"{one.kind}/{two.kind}" if one.kind < two.kind else f"{two.kind}/{one.kind}"
    shared = set(one.words).intersection(two.words)
    near = any(at + 1 in two.order or at - 1 in two.order for at in one.order)
    forms = " ".join(sorted((one.form, two.form)))
    signs: Signs = {
        "one kind": one.kind == two.kind,
        f"kinds {kinds}": kinds in _OPPOSED,
        "neighbours": near,
        f"forms {forms}": 1,
        "in turn": any(n + 1 in two.leads or n - 1 in two.leads for n in one.leads),
        "lead and beside": bool(one.leads & two.where or two.leads & one.where),
        "possessed": bool(both & (one.owned | two.owned)),
        "one sentence": bool(both),
    }
    if both:
        signs |= {"beside": min(len(both), 3) / 3, "beside first": min(both) < 2, "both": bool(both & pairs)}
    if shared:
        signs["words shared"] = bool(shared - {"of", "the", "and", "for"})
        signs["in name"] = len(shared) in (len(set(one.words)), len(set(two.words)))
    return signs


def _meet(met: Sequence[Encounter], names: Names, together: Mapping[tuple[str, str], Signs]) -> None:
    """What the clauses tell of two that they set together."""
    first = min((one.sentence for one in met), default=0)
    for one in met:
        keys = sorted({names.key(group) for group in one.groups})
        for signs in (together[pair] for pair in combinations(keys, 2) if pair in together):
            strength = one.weight / 4
            signs["met"] = max(signs.get("met", 0), strength)
            signs["met often"] = min(1, signs.get("met often", 0) + strength / 4)
            signs["met first"] = max(signs.get("met first", 0), strength * (one.sentence == first))
            signs[f"rule {one.rule}"] = 1
