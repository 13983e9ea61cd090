"""What a program answers in the debriefing: what it can know. On how the day felt it has nothing to say, and says nothing."""

from collections.abc import Mapping
from fractions import Fraction

from goodoffices.proceedings import SeatView

from . import sentences
from .turning import turned
from .worth import Worth


def reflection(view: SeatView) -> dict[str, str]:
    """The answers of a seat, keys of `REFLECTIONS`; never none at all."""
    when = turned(view)
    answers = {**({"turned": when} if when else {}), **_ours(view), **_theirs(view)}
    return answers or {"turned": sentences.NOT_THERE}


def _ours(view: SeatView) -> Mapping[str, str]:
    """What mattered most to one's own party: where its points differ most; of other seats nothing."""
    if not view.known.points:
        return {}
    worth, public = Worth.of(view), view.known.public
    weights = {issue: worth.best((issue,)) - worth.worst((issue,)) for issue in worth.allowed}
    first = sorted(weights, key=lambda issue: (-weights[issue], issue))[:2]
    ours = {"mattered to us": sentences.issues(public, first)}
    # Who does not sit in the meetings does not know what came of them.
    knows = public.part(view.seat) == "head" or view.outcome.settled
    return {**ours, "result": _result(view, worth)} if knows else ours


def _result(view: SeatView, worth: Worth) -> str:
    """On the scale from 1 to 7: where what was agreed stands between no deal and the best that could be had."""
    settled = view.outcome.settled
    best, no_deal = worth.best(worth.allowed), worth.party.no_deal
    if not settled or best <= no_deal:
        return "1"
    whole = worth.value(settled) + worth.worst(set(worth.allowed) - set(settled))
    share = min(max((whole - no_deal) / (best - no_deal), Fraction(0)), Fraction(1))
    return str(1 + round(6 * share))


def _theirs(view: SeatView) -> Mapping[str, str]:
    """What seemed to matter to the others: the issues on which they took a position most often."""
    side, public = view.known.public.side(view.seat), view.known.public
    taken = [one.issue for one in view.facts.positions if one.side != side]
    first = sorted(set(taken), key=lambda issue: (-taken.count(issue), issue))[:2]
    return {"mattered to them": sentences.issues(public, first)} if first else {}
