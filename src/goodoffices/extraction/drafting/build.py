"""Builds the draft of a case from the proposals of its reports."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...record import Claim
from ...talks import Day, Delegation, Talks
from .account import Account
from .actors import Actor, Actors
from .delegations import Key, absences, delegations, roles
from .ids import NewIds
from .meetings import Met, main_of, meetings_of
from .naming import Terms
from .outcome import Papers, instruments, is_signature, outcome
from .people import people, sides
from .positions import Questions, positions
from .resting import resting
from .sheet import Sheet, parties_of
from .sittings import meetings
from .statements import assessments, background, conditions, statements


@dataclass(frozen=True)
class Drafted:
    """What was made of the proposals."""

    talks: Talks
    claims: tuple[Claim, ...]


def draft(accounts: Sequence[Account], by: str) -> Drafted:
    """A draft of the talks, and the proposals in its terms. `by`: the program that proposes, for what it judges itself."""
    actors = Actors(accounts)
    met = meetings_of(accounts, actors)
    new = NewIds()
    _name_actors(actors.all, new)
    _name_meetings(met, new)
    local = [claim for account in accounts for claim in account.claims]
    questions = Questions(local, new, actors)
    papers = Papers(filter(is_signature, local), new)
    claims = tuple(_in_terms(accounts, actors, met, questions, papers))
    sheet = _sheet(claims, actors, met)
    return Drafted(resting(_talks(sheet, by, questions, papers, new)), claims)


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


def _in_terms(
    accounts: Sequence[Account], actors: Actors, met: Sequence[Met], questions: Questions, papers: Papers
) -> Iterator[Claim]:
    known: dict[str, dict[str, str]] = {}
    for one in met:
        for told in one.told:
            known.setdefault(told.source, {})[told.key] = one.id
    labels = {actor.id: actor.name for actor in actors.all}
    side_ids = frozenset(actor.id for actor in actors.all if not actor.person)

    def find(name: str) -> str | None:
        actor = actors.find(name)
        return actor.id if actor is not None else None

    for account in accounts:
        here = known.get(account.source, {})
        unknown = {key: f"a meeting ({key} of {account.source})" for key in account.meetings if key not in here}
        terms = Terms(find, lambda key: labels.get(key, key), side_ids, here, unknown, papers.find)
        for claim in account.claims:
            yield terms.claim(claim, *questions.place.get(claim.id, (None, None)))


def _sheet(claims: tuple[Claim, ...], actors: Actors, met: Sequence[Met]) -> Sheet:
    by_id = {actor.id: actor for actor in actors.all}
    main = main_of(met)
    # The meeting that the talks are about comes last: where the order leaves it open, a brief takes the last one for it.
    listed = [one for one in met if one is not main] + ([main] if main else [])
    sheet = Sheet(claims, by_id, {one.id: one for one in listed}, main.id if main else None, ())
    parties = parties_of(main, {actor: actor.id for actor in actors.all}, claims, sheet.side_of)
    return replace(sheet, parties=parties)


def _talks(sheet: Sheet, by: str, questions: Questions, papers: Papers, new: NewIds) -> Talks:
    teams = delegations(sheet)
    names = {key: new.new(f"{key[0]} delegation", otherwise="delegation") for key in teams}
    stands, support = positions(sheet)
    everyone = sides(sheet)
    return Talks(
        format="talks/1", title=_title(sheet), draft=True,
        parties={key: everyone[key] for key in sheet.parties},
        third_parties={key: side for key, side in everyone.items() if key not in sheet.parties},
        people=people(sheet), delegations={names[key]: team for key, team in teams.items()},
        meetings=meetings(sheet, by, _by_meeting(teams, names), roles(sheet), absences(sheet)),
        issues=questions.entries(),
        positions=tuple(stands), conditions=tuple(conditions(sheet)), statements=tuple(statements(sheet)),
        support=tuple(support), instruments=instruments(sheet, papers), outcome=outcome(sheet),
        assessments=tuple(assessments(sheet)), background=tuple(background(sheet)),
    )  # fmt: skip


def _by_meeting(teams: dict[Key, Delegation], names: dict[Key, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key in teams:
        if key[1] is not None:
            found.setdefault(key[1], []).append(names[key])
    return found


def _title(sheet: Sheet) -> str:
    """Who, where and when, as far as it is told."""
    names = [sheet.actors[key].name for key in sheet.parties]
    who = f"Talks between {', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "Talks"
    if sheet.main is None:
        return f"{who} (draft)"
    met = sheet.meetings[sheet.main]
    place = next((told.place for told in met.told if told.place), None)
    return ", ".join([who, *([place] if place else []), *([_day(met.day)] if met.day else [])])


def _day(day: Day) -> str:
    return f"{day.first.day} {day.first:%B %Y}" if day.exact and day.first else day.text
