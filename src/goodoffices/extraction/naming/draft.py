"""Builds the draft of a case from the proposals of its reports: first the names, then every claim in order.

Names are settled over all reports together: who is a party, which meetings are one. Then a draft
is what `synthesis` offers for each claim of who met, when, where and who led, taken in order; the rest waits for a person.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...case.validate import from_plain
from ...language.ids import NewIds
from ...record import Claim
from ...synthesis import Change, Index, build
from ...synthesis.withdrawal import named_by
from ...talks import Person, Talks
from ..roster import NOTHING, Said
from .account import Account
from .joining import Met, main_of, meetings_of
from .roster import Actor, Roster
from .sides import parties_of, party, person, side_of
from .talking import WhoTalks, seen_by, talkers
from .terms import Terms


@dataclass(frozen=True)
class Drafted:
    """What was made of the proposals."""

    talks: Talks
    claims: tuple[Claim, ...]
    who: WhoTalks
    """Who talks, and who helps, as the draft takes it."""


KINDS = frozenset({"meeting", "delegation", "post"})
"""What a draft makes entries of, beside who is who: who met, when, where, who led. The rest waits for a person."""


def draft(accounts: Sequence[Account], by: str, said: Said = NOTHING) -> Drafted:
    """A draft of the talks, and the proposals in its terms.

    `by`: the program that proposes, for what it judges itself; `said`: who talks, as far as a person says it.
    """
    roster = Roster(accounts, said)
    met = meetings_of(accounts, roster)
    new = NewIds()
    _name_actors(roster.all, new)
    _name_meetings(met, new)
    claims, index, held = _built(accounts, roster, met)
    _judge_the_same(index, held, by)
    plain = {**_main_last(index.plain, held), "title": _title(index)}
    talks = from_plain(Talks, plain)
    parties = [actor for actor in roster.all if actor.id in talks.parties]
    return Drafted(talks, claims, seen_by(roster, accounts, parties))


def _built(
    accounts: Sequence[Account], roster: Roster, met: Sequence[Met]
) -> tuple[tuple[Claim, ...], Index, Sequence[Met]]:
    """The claims in terms of the meetings that come of them; one of which no entry came is none, and is spoken of in words."""
    claims = tuple(_in_terms(accounts, roster, met))
    index = Index(_named(roster, met, claims), {claim.id: claim for claim in claims})
    build(index, claims, KINDS)
    held = [one for one in met if index.at("meetings", one.id) is not None]
    return (claims, index, met) if len(held) == len(met) else _built(accounts, roster, held)


def _name_actors(actors: Sequence[Actor], new: NewIds) -> None:
    for actor in actors:
        if not actor.person:
            actor.id = new.new(actor.name, otherwise="party")
    for actor in actors:
        if actor.person:
            actor.id = new.new(actor.name.split()[-1], actor.name, otherwise="person")


def _name_meetings(met: Sequence[Met], new: NewIds) -> None:
    """A meeting is called by its town and month, else by those who met."""
    for one in met:
        place = next((told.place for told in one.told if told.place), None)
        day = one.day.text.removeprefix("about ")[:7] if one.day is not None else ""
        who = "-".join(actor.id for actor in one.parties[:3])
        one.id = new.new(f"{place} {day}" if place else "", who, day and f"meeting {day}", otherwise="meeting")


def _in_terms(accounts: Sequence[Account], roster: Roster, met: Sequence[Met]) -> Iterator[Claim]:
    known: dict[str, dict[str, str]] = {}
    for one in met:
        for told in one.told:
            known.setdefault(told.source, {})[told.key] = one.id
    labels = {actor.id: actor.name for actor in roster.all}
    side_ids = frozenset(actor.id for actor in roster.all if not actor.person)

    def find(name: str) -> str | None:
        actor = roster.find(name)
        return actor.id if actor is not None else None

    for account in accounts:
        here = known.get(account.source, {})
        unknown = {key: f"a meeting ({key} of {account.source})" for key in account.meetings if key not in here}
        terms = Terms(find, lambda key: labels.get(key, key), side_ids, here, unknown)
        for claim in account.claims:
            yield terms.claim(claim)


def _named(roster: Roster, met: Sequence[Met], claims: Sequence[Claim]) -> Talks:
    """The talks of which nothing is told yet but who is who."""
    actors = {actor.id: actor for actor in roster.all}
    sides, main = side_of(claims, actors), main_of(met)
    parties = parties_of(main, claims, sides, talkers(roster))
    everyone = {key: party(actor) for key, actor in actors.items() if not actor.person}
    # Who helps by the roster alone stands in reading.yaml: of whom no claim tells, everybody who may read the reports may not know.
    told = {name for claim in claims for name in named_by(claim)} | {actor.id for actor in roster.third}
    return Talks(
        format="talks/1", title="Talks", draft=True,
        parties={key: everyone[key] for key in parties},
        third_parties={key: side for key, side in everyone.items() if key not in parties and key in told},
        people=dict(_people(actors, claims, sides)),
    )  # fmt: skip


def _people(
    actors: Mapping[str, Actor], claims: Sequence[Claim], sides: Mapping[str, str]
) -> Iterator[tuple[str, Person]]:
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        told.setdefault(claim.subject, []).append(claim)
    for key, actor in actors.items():
        if actor.person:
            yield key, person(actor, told.get(key, []), sides.get(key))


def _judge_the_same(index: Index, met: Sequence[Met], by: str) -> None:
    """Say of which meetings the program thinks that they may be one; a person joins them."""
    for one in met:
        if one.like is None or index.at("meetings", one.id) is None or index.at("meetings", one.like.id) is None:
            continue
        same = {"meeting": one.like.id, "certainty": "possible", "by": by, "why": one.why}
        index.make(Change("put", ("meetings", one.id, "same_as"), same))


def _main_last(plain: dict[str, Any], met: Sequence[Met]) -> dict[str, Any]:
    """The meeting that the talks are about comes last: where the order leaves it open, a brief takes the last one for it."""
    main, meetings = main_of(met), plain.get("meetings", {})
    if main is not None and main.id in meetings:
        meetings[main.id] = meetings.pop(main.id)
    return plain


def _title(index: Index) -> str:
    """Who is taken to talk; no day and no place, for a headline is read as certain."""
    parties = [party["name"] for party in index.plain["parties"].values()]
    return f"Draft: {', '.join(parties[:-1])} and {parties[-1]}" if len(parties) > 1 else "Draft"
