"""When the day turned, as far as a seat saw it: who left what it had asked for at first, and on what.

1. The head of a delegation tells where its own side moved, those beside it where the other side did, everybody else where the side
   did whose answer came last.
2. Who sat where several sides sat and saw nothing agreed says so; who sat in no such meeting says nothing.
"""

from collections.abc import Iterable

from goodoffices.proceedings import SeatView
from goodoffices.proceedings.events import Answered, PointConfirmed, PositionTaken, Proposed
from goodoffices.talks.issues import WANTING

from . import sentences
from .heard import heard, parties_in

MOST = 2
"""Issues that are named."""


def turned(view: SeatView) -> str | None:
    """A sentence, or nothing."""
    if not view.outcome.settled:
        return sentences.NO_TURN if _was_there(view) else None
    whose = _whose(view)
    if whose is None:
        return None
    public = view.known.public
    who = sentences.WE if whose == view.party else public.parties[whose]
    return sentences.turned(public, who, [*_moved(view, whose)][:MOST])


def _was_there(view: SeatView) -> bool:
    public = view.known.public
    return any(
        view.seat in there.opened.seats and len(parties_in(public, there)) > 1 for there in view.facts.meetings.values()
    )


def _whose(view: SeatView) -> str | None:
    """The side of whose move a seat tells."""
    answered = [*_answers(view)]
    if view.party is None or not answered:
        return answered[-1] if answered else None
    if view.known.public.part(view.seat) == "head":
        return view.party
    return next((one for one in reversed(answered) if one != view.party), view.party)


def _answers(view: SeatView) -> Iterable[str]:
    """The sides that answered what was agreed, one after the other."""
    for _, seen in view.feed:
        match seen.what:
            case Answered() as what if what.answer == "accept" and what.proposal in view.outcome.proposals:
                yield what.party
            case PointConfirmed() as what if what.point in view.outcome.points:
                yield what.party


def _moved(view: SeatView, side: str) -> Iterable[str]:
    """The issues on which a side's first wish is not what was agreed."""
    first: dict[str, str] = {}
    for _, position in heard(view, PositionTaken):
        if position.side == side and position.stance in WANTING:
            first.setdefault(position.issue, position.option)
    for _, made in heard(view, Proposed):
        if made.side == side:
            first = {**made.package, **made.only_if, **first}
    return (issue for issue, option in view.outcome.settled.items() if first.get(issue, option) != option)
