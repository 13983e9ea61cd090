"""What changed since an earlier state: new claims, positions moved, relations turned, conclusions touched."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from ..record import GRAVITY, Relation
from ..talks import WANTING, Position, Sourced, Talks
from .entries import nodes
from .model import Case

Direction = Literal["harder", "softer", "other", "stance"]


@dataclass(frozen=True, slots=True)
class Stand:
    """A position as far as a later one can differ from it."""

    party: str
    issue: str
    option: str
    stance: str
    told_by: str | None = None


@dataclass(frozen=True, slots=True)
class State:
    """What is kept of a case to compare with it later: it can be read back from the JSON of an earlier brief."""

    claims: frozenset[str]
    stands: Mapping[str, Stand] = field(default_factory=dict)
    slots: Mapping[str, Relation] = field(default_factory=dict)
    """The gravest relation in each slot."""
    contradicted: frozenset[str] = frozenset()
    """Claims that some other claim contradicts."""


@dataclass(frozen=True, slots=True)
class Move:
    """A position that replaces another of the same party on the same issue."""

    before: str
    now: str
    direction: Direction
    """harder or softer only where the options are ordered; stance where only the firmness changed; else other."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A slot whose gravest relation is another one; null where it had answers of one witness only, or none."""

    slot: str
    before: Relation | None
    now: Relation | None


@dataclass(frozen=True, slots=True)
class Touched:
    """An entry of the talks whose support changed."""

    where: str
    claims: tuple[str, ...]
    """The new claims it rests on."""
    contradicted: bool
    """Whether a claim it rests on is contradicted now and was not before."""


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed."""

    since: str
    claims: tuple[str, ...]
    gone: tuple[str, ...]
    positions: tuple[str, ...]
    """New positions that replace none."""
    moves: tuple[Move, ...]
    turns: tuple[Turn, ...]
    touched: tuple[Touched, ...]

    def __bool__(self) -> bool:
        return any((self.claims, self.gone, self.positions, self.moves, self.turns, self.touched))


def state_of(case: Case) -> State:
    """The state of a case."""
    return State(
        frozenset(c.id for c in case.record.claims if c.counts),
        {p.id: Stand(p.party, p.issue, p.option, p.stance, p.told_by) for p in case.talks.positions},
        {slot: gravest([p.relation for p in pairs]) for slot, pairs in case.comparison.slots.items()},
        contradicted(case),
    )


def gravest(relations: list[Relation]) -> Relation:
    """The gravest of some relations."""
    return min(relations, key=GRAVITY.index)


def contradicted(case: Case) -> frozenset[str]:
    """The claims that some other claim contradicts."""
    pairs = (p for listed in case.comparison.slots.values() for p in listed)
    return frozenset(x for p in pairs if p.relation is Relation.CONTRADICTS for x in (p.a, p.b))


def changes(before: State, case: Case, since: str) -> Changes:
    """What changed from an earlier state to the case as it is."""
    now = state_of(case)
    new = now.claims - before.claims
    moves = _moves(before, case.talks)
    moved = {m.now for m in moves} | {p.id for p in case.talks.positions if p.supersedes in now.stands}
    return Changes(
        since,
        tuple(c.id for c in case.record.claims if c.id in new),
        tuple(sorted(before.claims - now.claims)),
        tuple(key for key in now.stands if key not in before.stands and key not in moved),
        moves,
        tuple(_turns(before, now)),
        tuple(_touched(case.talks, new, now.contradicted - before.contradicted, before)),
    )


def _moves(before: State, talks: Talks) -> tuple[Move, ...]:
    """Positions that differ from the one they replace, or from themselves before; a demand told again is no move."""
    positions = {p.id: p for p in talks.positions}
    found = []
    for position in talks.positions:
        if position.id in before.stands:
            earlier, key = before.stands[position.id], position.id
        elif position.supersedes in positions:
            key = position.supersedes or ""
            earlier = _stand(positions[key])
        elif position.supersedes in before.stands:
            key = position.supersedes or ""
            earlier = before.stands[key]
        else:
            continue
        if (earlier.option, earlier.stance) != (position.option, position.stance):
            found.append(Move(key, position.id, direction(talks, earlier, position)))
    return tuple(found)


def _stand(p: Position) -> Stand:
    return Stand(p.party, p.issue, p.option, p.stance, p.told_by)


def direction(talks: Talks, before: Stand | Position, now: Position) -> Direction:
    """Whether a move is harder or softer: only ordered options say it, and only of what the party wants.

    To refuse a half after demanding all is not softer: what is refused has no place on a scale of what is wanted.
    """
    if before.option == now.option:
        return "stance"
    issue = talks.issues[now.issue]
    options = list(issue.options)
    if not issue.ordered or before.option not in options or not {before.stance, now.stance} <= WANTING:
        return "other"
    onward = options.index(now.option) > options.index(before.option)
    return "harder" if onward is not (now.party in issue.reversed_for) else "softer"


def _turns(before: State, now: State) -> list[Turn]:
    """Slots whose gravest relation turned; a slot that is new tells something only where accounts differ in it."""
    found = []
    for slot, relation in now.slots.items():
        earlier = before.slots.get(slot)
        if earlier is not relation and (earlier is not None or relation is Relation.CONTRADICTS):
            found.append(Turn(slot, earlier, relation))
    found += [Turn(slot, relation, None) for slot, relation in before.slots.items() if slot not in now.slots]
    return sorted(found, key=lambda t: (GRAVITY.index(t.now) if t.now else len(GRAVITY), t.slot))


def _touched(talks: Talks, new: frozenset[str], worse: frozenset[str], before: State) -> list[Touched]:
    """Entries that rested on claims known before, and now on more, or on claims that are contradicted."""
    found = []
    for node in nodes(talks):
        entry: Any = node.entry
        if not isinstance(entry, Sourced) or not set(entry.claims) & before.claims:
            continue
        fresh = tuple(c for c in entry.claims if c in new)
        against = bool(set(entry.claims) & worse)
        if fresh or against:
            found.append(Touched("/".join(map(str, node.steps)), fresh, against))
    return found
