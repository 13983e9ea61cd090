"""What is on the table: all proposals, one of them, and what each side said that it wants."""

from dataclasses import dataclass

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
        "waits": [(id_, found) for id_, one in shown[::-1] if (found := waits(ask, one))],
    }  # fmt: skip


STANDINGS = {"objected": "objected to"}
"""How a standing is called on the pages, where it is not called as it is."""
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


@dataclass(frozen=True)
class Accepted:
    """A proposal that somebody accepted and that is not agreed: on whom it waits."""

    accepted: tuple[str, ...]
    refused: tuple[str, ...]
    silent: tuple[str, ...]
    principals: tuple[str, ...]
    objects: tuple[str, ...] = ()
    """Who objects to it as it was read back."""


def waits(ask: Ask, one: ProposalFacts) -> Accepted | None:
    """On whom an acceptance waits; nothing where there is none, it waits for nobody, or can no longer be answered."""
    if ask.over or not one.open_at(ask.now):
        return None
    given = {party: one.answers.get(party) for party in ask.view.known.public.parties}
    accepted = tuple(party for party, answer in given.items() if answer and answer.answer == "accept")
    refused = tuple(party for party, answer in given.items() if answer and answer.answer == "refuse")
    principals = tuple(
        party for party, answer in given.items() if answer and (answer.ad_referendum or answer.answer == "refer")
    )
    silent = tuple(party for party, answer in given.items() if answer is None)
    found = Accepted(accepted, refused, silent, principals, tuple(one.objections))
    return found if accepted and (refused or silent or principals or one.objections) else None


def standing(ask: Ask, one: ProposalFacts) -> str:
    """How a proposal stands; what was still open at the end is that no longer."""
    how = one.standing(ask.view.known.public.parties)
    return "lapsed" if how == "open" and ask.over else STANDINGS.get(how, how)


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
        "id": id_, "one": one, "wait": waits(ask, one), "standing": standing(ask, one), "answerable": id_ in answerable(ask),
        "own": own and not one.withdrawn, "is_open": one.open_at(ask.now) and not ask.over, "adds": adds,
    }  # fmt: skip
