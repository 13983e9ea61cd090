"""Positions that moved: chains of positions that replace each other, as lanes of the timeline."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from ...case import Direction, direction
from ...talks import Day, Position, without_doubt
from ..context import Context
from ..english import day
from ..outline import Line
from ..phrases import clean
from .sentences import in_round

MOST_LANES, MOST_MOVES = 6, 20
"""Chains drawn at most, and positions of one chain (its last ones)."""


@dataclass(frozen=True, slots=True)
class Move:
    """A position, and how it stands to the one that it replaces."""

    position: Position
    way: Direction
    when: Day
    """The day it was told; without one that of the meeting where it was told."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The positions of a party on an issue, each replacing the one before."""

    party: str
    issue: str
    moves: tuple[Move, ...]

    @property
    def scaled(self) -> bool:
        """Whether a move in it is harder or softer."""
        return any(move.way in ("harder", "softer") for move in self.moves)


def chains(context: Context) -> list[Chain]:
    """All chains in which something moved, issue by issue, those on ordered issues first."""
    issues = context.case.talks.issues
    place = {key: number for number, key in enumerate(issues)}
    found = [chain for last in context.standing if (chain := _chain(context, last)) is not None]

    def rank(chain: Chain) -> tuple[bool, int, str]:
        return not issues[chain.issue].ordered, place[chain.issue], context.phrases.name(chain.party).casefold()

    return sorted(found, key=rank)


def _chain(context: Context, last: Position) -> Chain | None:
    positions = {p.id: p for p in context.case.talks.positions}
    told = [last]
    while (earlier := positions.get(told[0].supersedes or "")) is not None and earlier not in told:
        told.insert(0, earlier)
    if len({(p.option, p.stance) for p in told}) < 2:
        return None  # told once, or told again: no movement
    ways: list[Direction] = ["other", *(direction(context.case.talks, a, b) for a, b in pairwise(told))]
    moves = tuple(Move(p, way, _when(context, p)) for p, way in zip(told, ways, strict=True))
    return Chain(last.party, last.issue, moves)


def _when(context: Context, position: Position) -> Day:
    meeting = context.case.talks.meetings.get(position.meeting or "")
    return position.said_on if position.said_on.said or meeting is None else meeting.date


def wanted(context: Context, position: Position) -> str:
    """`demands: a full ceasefire`."""
    return f"{position.stance.replace('_', ' ')}: {context.phrases.option(position.issue, position.option)}"


def round_of(context: Context, position: Position) -> str | None:
    """The round in which a position was told: its own, else that of its meeting."""
    meeting = context.case.talks.meetings.get(position.meeting or "")
    return position.round or (meeting.round if meeting else None)


def teller(context: Context, position: Position) -> str:
    """Who tells a position, where it is not the party itself."""
    if position.told_by is None or position.told_by == position.party:
        return ""
    doubt = ", or by the source itself" if position.told_by.endswith("?") else ""
    return f"told by {context.phrases.name(without_doubt(position.told_by))}{doubt}"


def hardest(context: Context, chain: Chain) -> str:
    """What is the hardest for the party: without it `harder` says little."""
    if not chain.scaled:
        return ""
    issue = context.case.talks.issues[chain.issue]
    option = list(issue.options)[0 if chain.party in issue.reversed_for else -1]
    return f"hardest: {context.phrases.option(chain.issue, option)}"


def chain_line(context: Context, chain: Chain) -> Line:
    """A chain in one sentence, from its first position to its last."""
    scale = hardest(context, chain)
    about = f"{context.phrases.issue(chain.issue)}{f' ({scale})' if scale else ''}"
    steps = "; then ".join(_told(context, move) for move in chain.moves)
    text = f"{about}{'' if about.endswith('?') else ':'} {steps}."
    claims = [claim for move in chain.moves for claim in move.position.claims]
    return context.lines.line(text, claims, lead=context.phrases.name(chain.party))


def _told(context: Context, move: Move) -> str:
    besides = [
        day(move.when),
        *_way(move),
        teller(context, move.position),
        in_round(context, round_of(context, move.position)),
    ]
    return f"{clean(wanted(context, move.position))} ({', '.join(filter(None, besides))})"


def _way(move: Move) -> Iterable[str]:
    return [move.way] if move.way in ("harder", "softer") else []
