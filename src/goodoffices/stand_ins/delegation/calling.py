"""What all sides called for, before all who sit in a meeting: agreed in everything but name."""

from collections.abc import Iterator, Mapping

from goodoffices.proceedings import Package
from goodoffices.proceedings.events import Amended, MeetingOpened, PositionTaken, Proposed
from goodoffices.talks.issues import WANTING

from .stance import Standing


def called_for_by_all(here: Standing, meeting: str) -> dict[str, str]:
    """On each issue the answer that every side's last position there asks for, and no later proposal of it takes back."""
    last = {side: _called_for(here, side, meeting) for side in here.public.parties}
    first = last[here.party]
    return {issue: option for issue, option in first.items() if all(one.get(issue) == option for one in last.values())}


def _called_for(here: Standing, side: str, meeting: str) -> Mapping[str, str]:
    there, found = here.view.facts.meetings.get(meeting), dict[str, str]()
    listening = frozenset(there.opened.seats) if there else frozenset[str]()
    for heard_by, what in _told(here, side):
        if not listening <= heard_by:
            continue
        if isinstance(what, PositionTaken):
            wants = what.stance in WANTING
            found = (
                {**found, what.issue: what.option} if wants else _without(found, {what.issue: what.option}, same=True)
            )
        else:
            found = _without(found, {**what.package, **what.only_if}, same=False)
    return found


def _without(found: dict[str, str], package: Package, *, same: bool) -> dict[str, str]:
    """Without the issues on which a package has the same answer, or another."""
    return {i: o for i, o in found.items() if i not in package or (package[i] == o) is not same}


def _told(here: Standing, side: str) -> Iterator[tuple[frozenset[str], PositionTaken | Proposed | Amended]]:
    """The positions and proposals of a side, and who sat there."""
    seats: dict[str, frozenset[str]] = {}
    where: dict[str, str] = {}
    for _, seen in here.view.feed:
        match seen.what:
            case MeetingOpened() as what:
                seats[what.meeting] = frozenset(what.seats)
            case PositionTaken() | Proposed() as what if what.side == side:
                if isinstance(what, Proposed):
                    where[what.proposal] = what.meeting
                yield seats.get(what.meeting, frozenset()), what
            case Amended() as what if what.proposal in where:
                yield seats.get(where[what.proposal], frozenset()), what
