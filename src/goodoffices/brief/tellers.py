"""Who tells a thing of a party, where the case does not say it: what only others tell is never told as its own word.

1. `told_by` of a position stands as it is.
2. Without it, and of conditions and support, the speakers of the claims are asked.
3. Where one of them speaks for the party, or is a newspaper that quotes nobody, nothing is added. Else the first of them tells it.
"""

from collections.abc import Iterable
from dataclasses import replace

from ..case import Case
from ..talks import Position, without_doubt
from .phrases import Phrases
from .speakers import speaker


def with_tellers(case: Case) -> Case:
    """The case, its positions with their tellers; the very same one where there is nothing to add."""
    phrases = Phrases(case)
    told = tuple(_with_teller(phrases, position) for position in case.talks.positions)
    if told == case.talks.positions:
        return case
    return replace(case, talks=replace(case.talks, positions=told))


def teller_of(phrases: Phrases, claims: Iterable[str], who: str) -> str:
    """Who tells a thing of somebody, where neither he nor a newspaper does; else nothing."""
    case, side = phrases.case, phrases.side_of(who) or who
    known = [case.claims[key] for key in claims if key in case.claims]
    speakers = [speaker(case, claim) for claim in known if claim.status != "rejected"]
    own = [one for one in speakers if not one or (phrases.side_of(without_doubt(one)) or without_doubt(one)) == side]
    return "" if own or not speakers else speakers[0]


def leading(phrases: Phrases, teller: str, named: str = "") -> str:
    """Who tells a thing, before it: `according to Pavo Lindrel, `, `as reported, apparently by Maren Olvik, `."""
    name = named or phrases.the(without_doubt(teller))
    how = f"as reported, apparently by {name}" if teller.endswith("?") else f"according to {name}"
    return f"{how}, " if teller else ""


def _with_teller(phrases: Phrases, position: Position) -> Position:
    teller = "" if position.told_by is not None else teller_of(phrases, position.claims, position.party)
    return replace(position, told_by=teller) if teller else position
