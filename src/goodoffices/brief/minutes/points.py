"""The points of a meeting's minutes, from what the case holds of it.

1. Minutes are one text for all sides: what one of them may not read is no point, unless a person has named every side in the
   `readers` of its entry; of what rests also on such claims there is what the others give, as on any page (`sides.py`). A claim
   that one of them may not read, or whose speaker may not be named, is none of a point's claims, and makes no mark on it.
2. Agreed and not agreed are the results of the meeting, and what was signed there; open is each issue on which a side took a
   position or made a proposal there and of which no result tells; next is what is to come.
3. Points stand in the order of the case, numbered from 1.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ...case.entries import Steps
from ...talks import MinutesPoint, NextStep, PointKind, Position, Proposal, Result, Sourced
from ..context import Context
from ..english import capital, day, sentence
from ..english.wording import inside
from ..sections.stand_words import FOREIGN, act, teller
from .sides import Sides

KeptBack = tuple[tuple[str, tuple[str, ...]], ...]
"""Places in talks.yaml of what not every side may read, with those who may not: for the team's eyes."""


@dataclass(frozen=True)
class Points:
    """The points, and what of the meeting is none of them, or is told in part."""

    all: tuple[MinutesPoint, ...]
    kept_back: KeptBack
    in_part: KeptBack = ()


def points_of(context: Context, meeting: str) -> Points:
    """The points of a meeting as the case now stands; `context`: of the case as the team has it."""
    sides = Sides(context, meeting)
    kept = [(one, hidden) for one in _whole(sides) if (hidden := sides.kept_from(one.entry))]
    gone, part = (
        tuple((place(one.steps), hidden) for one, hidden in kept if sides.goes(one.entry, one.steps) is goes)
        for goes in (True, False)
    )
    shared = sides.shared
    found = (_point(number, draft, shared) for number, draft in enumerate(_drafts(_Room(shared, meeting)), 1))
    return Points(tuple(found), gone, part)


def _point(number: int, draft: "_Draft", shared: Context) -> MinutesPoint:
    claims = tuple(dict.fromkeys(key for one in draft.entries for key in one.entry.claims if key in shared.shown))
    text = draft.lead + "; ".join(dict.fromkeys(one.words for one in draft.entries))
    return MinutesPoint(number=number, kind=draft.kind, text=sentence(text), claims=claims)


def kept_words(sides: Sides) -> list[str]:
    """The words of the entries of a meeting of which not every side may read all: what a text read back earlier may hold."""
    return [one.words for one in _whole(sides) if sides.kept_from(one.entry)]


def _whole(sides: Sides) -> list["_Entry"]:
    """The entries of the meeting as the team has them."""
    return [one for draft in _drafts(_Room(sides.context, sides.meeting)) for one in draft.entries]


def place(steps: Steps) -> str:
    """A place in talks.yaml: `outcome.agreed[0]`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).removeprefix(".")


@dataclass(frozen=True)
class _Room:
    """A meeting in a case."""

    context: Context
    meeting: str


@dataclass(frozen=True)
class _Entry:
    """An entry of the talks, where it stands, and its words in the minutes."""

    steps: Steps
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
            yield _Draft("agreed", "Signed: ", (_Entry(("instruments", key), paper, inside(paper.title, proper)),))
    yield from _results(room, "not agreed", denied)
    yield from _open(room)
    for index, step in enumerate(talks.outcome.next):
        if step.meeting == room.meeting:
            yield _Draft("next", "", (_Entry(("outcome", "next", index), step, _step(step)),))


def _results(room: _Room, kind: PointKind, results: tuple[Result, ...]) -> Iterator[_Draft]:
    for index, one in enumerate(results):
        if one.meeting == room.meeting:
            yield _Draft(
                kind, "", (_Entry(("outcome", kind.replace(" ", "_"), index), one, one.text.removesuffix(".")),)
            )


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
            on.setdefault(position.issue, []).append(_Entry(("positions", index), position, _stand(room, position)))
    for index, proposal in enumerate(talks.proposals):
        if proposal.meeting == room.meeting and proposal.issue not in decided:
            entry = _Entry(("proposals", index), proposal, _proposed(room, proposal))
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
