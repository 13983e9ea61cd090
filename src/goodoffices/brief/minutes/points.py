"""The points of a meeting's minutes, from what the case holds of it.

1. Minutes are one text for all sides: what one of them may not read is no point, unless a person has named every side in the
   `readers` of its entry; a claim that one of them may not read, or whose speaker may not be named, is none of a point's claims.
2. Agreed and not agreed are the results of the meeting, and what was signed there; open is each issue on which a side took a
   position or made a proposal there and of which no result tells; next is what is to come.
3. Points stand in the order of the case, numbered from 1.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...case.minutes import sides_of
from ...case.rights import Rights, allows, names_him
from ...talks import MinutesPoint, NextStep, PointKind, Position, Proposal, Result, Sourced
from ..context import Context
from ..english import capital, day, sentence
from ..english.wording import inside
from ..sections.stand_words import FOREIGN, act, teller
from ..sections.wanted import all_conditions


@dataclass(frozen=True)
class Points:
    """The points, and what of the meeting is none of them."""

    all: tuple[MinutesPoint, ...]
    kept_back: tuple[tuple[str, tuple[str, ...]], ...]
    """Places in talks.yaml of what not every side may read, with those who may not: for the team's eyes."""


@dataclass(frozen=True)
class _Room:
    """A meeting with its sides, and what all of them may read."""

    context: Context
    meeting: str
    sides: tuple[str, ...]
    rights: Rights

    def shared(self, claims: Iterable[str]) -> tuple[str, ...]:
        """The claims that each side may read, with the name of who speaks."""
        return tuple(key for key in claims if all(self._reads(key, side) for side in self.sides))

    def kept_from(self, entry: Sourced) -> tuple[str, ...]:
        """The sides that may not read an entry, or a condition that is told with it."""
        told = all_conditions(self.context, entry) if isinstance(entry, Position) else []
        return tuple(side for side in self.sides if any(self._hides(one, side) for one in (entry, *told)))

    def _hides(self, entry: Sourced, side: str) -> bool:
        hidden = any(not self._reads(key, side) for key in entry.claims)
        bounds = (self.context.case.talks.readers, entry.readers)
        return not all(allows(bound, side) for bound in bounds) or (hidden and not names_him(entry.readers, side))

    def _reads(self, key: str, side: str) -> bool:
        claim = self.context.shown.get(key)
        return claim is not None and self.rights.attribution(claim) == "named" and self.rights.reads(claim, side)


def points_of(context: Context, meeting: str) -> Points:
    """The points of a meeting as the case now stands."""
    case = context.case
    room = _Room(context, meeting, sides_of(case.talks, meeting), Rights.of(case.record, case.texts, case.anchors))
    found: list[MinutesPoint] = []
    kept: list[tuple[str, tuple[str, ...]]] = []
    for draft in _drafts(room):
        kept += ((one.where, hidden) for one in draft.entries if (hidden := room.kept_from(one.entry)))
        readable = [one for one in draft.entries if not room.kept_from(one.entry)]
        if readable:
            claims = tuple(dict.fromkeys(key for one in readable for key in room.shared(one.entry.claims)))
            text = draft.lead + "; ".join(dict.fromkeys(one.words for one in readable))
            found.append(MinutesPoint(number=len(found) + 1, kind=draft.kind, text=sentence(text), claims=claims))
    return Points(tuple(found), tuple(kept))


@dataclass(frozen=True)
class _Entry:
    """An entry of the talks, where it stands, and its words in the minutes."""

    where: str
    entry: Sourced
    words: str


@dataclass(frozen=True)
class _Draft:
    """What becomes a point as far as all sides may read it."""

    kind: PointKind
    lead: str
    entries: tuple[_Entry, ...]


def _drafts(room: _Room) -> Iterator[_Draft]:
    talks, proper = room.context.case.talks, room.context.proper
    agreed, denied = talks.outcome.agreed, talks.outcome.not_agreed
    yield from _results(room, "agreed", agreed)
    for key, paper in talks.instruments.items():
        if paper.meeting == room.meeting:
            yield _Draft("agreed", "Signed: ", (_Entry(f"instruments.{key}", paper, inside(paper.title, proper)),))
    yield from _results(room, "not agreed", denied)
    yield from _open(room)
    for index, step in enumerate(talks.outcome.next):
        if step.meeting == room.meeting:
            yield _Draft("next", "", (_Entry(f"outcome.next[{index}]", step, _step(step)),))


def _results(room: _Room, kind: PointKind, results: tuple[Result, ...]) -> Iterator[_Draft]:
    place = f"outcome.{kind.replace(' ', '_')}"
    for index, one in enumerate(results):
        if one.meeting == room.meeting:
            yield _Draft(kind, "", (_Entry(f"{place}[{index}]", one, one.text.removesuffix(".")),))


def _step(step: NextStep) -> str:
    """What is next, with its place and day."""
    text = step.text.removesuffix(".")
    where = f" in {step.place}" if step.place and step.place not in text else ""
    return f"{text}{where}{f', {day(step.date)}' if step.date.said else ''}"


def _open(room: _Room) -> Iterator[_Draft]:
    """Each issue on which a side took a position in the meeting, and of which no result of it tells."""
    talks = room.context.case.talks
    decided = _decided(room)
    on: dict[str, list[_Entry]] = {}
    loose: list[_Entry] = []
    for index, position in enumerate(talks.positions):
        if position.meeting == room.meeting and position.issue not in decided:
            on.setdefault(position.issue, []).append(_Entry(f"positions[{index}]", position, _stand(room, position)))
    for index, proposal in enumerate(talks.proposals):
        if proposal.meeting == room.meeting and proposal.issue not in decided:
            entry = _Entry(f"proposals[{index}]", proposal, _proposed(room, proposal))
            (on.setdefault(proposal.issue, []) if proposal.issue else loose).append(entry)
    for issue in talks.issues:
        if issue in on:
            yield _Draft("open", f"{room.context.phrases.issue(issue).rstrip('?')}: ", tuple(on[issue]))
    yield from (_Draft("open", "", (entry,)) for entry in loose)


def _decided(room: _Room) -> set[str]:
    """The issues of which a result of the meeting tells, itself or in one of its claims."""
    outcome, claims = room.context.case.talks.outcome, room.context.shown
    results = [one for one in (*outcome.agreed, *outcome.not_agreed) if one.meeting == room.meeting]
    named = {one.issue for one in results} | {
        claims[key].issue for one in results for key in one.claims if key in claims
    }
    return {issue for issue in named if issue is not None}


def _stand(room: _Room, position: Position) -> str:
    """`Upper Tavnis opposes a joint patrol of the weir road (Maren Olvik)`."""
    told = teller(room.context, position).removesuffix(f" {FOREIGN}")
    return f"{capital(room.context.phrases.the(position.party))} {act(room.context, position)}{told}"


def _proposed(room: _Room, proposal: Proposal) -> str:
    return f"{capital(room.context.phrases.the(proposal.by))} proposed {inside(proposal.text, room.context.proper)}"
