"""What is on the table: all proposals, one of them, and what each side said that it wants."""

from ...proceedings import events as e
from ...proceedings.facts import ProposalFacts
from ...talks.issues import WANTING
from .ask import Ask, Values
from .bounded import MOST
from .sentences import adds


def proposals(ask: Ask) -> Values:
    """What is on the table, issue by issue."""
    facts = ask.view.facts
    shown = [(id_, one) for id_, one in facts.proposals.items() if not one.withdrawn][-_SIDE_BY_SIDE:]
    return {
        "shown": shown, "withdrawn": [(id_, one) for id_, one in facts.proposals.items() if one.withdrawn][-MOST:],
        "earlier": max(0, len([1 for one in facts.proposals.values() if not one.withdrawn]) - _SIDE_BY_SIDE),
        "positions": wanted(ask), "standing": {id_: standing(ask, one) for id_, one in facts.proposals.items()},
        "answerable": set(answerable(ask)), "adds": adds, "open_cards": _OPEN_CARDS,
    }  # fmt: skip


_SIDE_BY_SIDE, _OPEN_CARDS = 12, 2
"""Proposals beside each other; the last of them that are shown issue by issue without being asked for it."""


def wanted(ask: Ask) -> dict[str, dict[str | None, e.PositionTaken]]:
    """For each issue what each side said last that it wants; where it only said what it does not want, that."""
    found: dict[str, dict[str | None, e.PositionTaken]] = {}
    for one in ask.view.facts.positions:
        said = found.setdefault(one.issue, {})
        if one.stance in WANTING or one.side not in said:
            said[one.side] = one
    return found


def standing(ask: Ask, one: ProposalFacts) -> str:
    """How a proposal stands; what was still open at the end is that no longer."""
    how = one.standing(ask.view.known.public.parties)
    return "lapsed" if how == "open" and ask.over else how


def answerable(ask: Ask) -> list[str]:
    """The proposals that the seat's party may answer."""
    party = ask.view.party
    facts = ask.view.facts
    return [
        id_
        for id_, one in facts.proposals.items()
        if party and one.made.side != party and one.open_at(ask.now) and not ask.over
    ]


def proposal(ask: Ask, id_: str) -> Values | None:
    """One proposal, with what can be done about it."""
    one = ask.view.facts.proposals.get(id_)
    if one is None:
        return None
    public, made = ask.view.known.public, one.made
    own = made.by == ask.seat or (made.side is not None and made.side == public.side(ask.seat))
    return {
        "id": id_, "one": one, "standing": standing(ask, one), "answerable": id_ in answerable(ask),
        "own": own and not one.withdrawn, "is_open": one.open_at(ask.now) and not ask.over, "adds": adds,
    }  # fmt: skip
