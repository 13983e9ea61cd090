"""What all sides called for, before all who sit in a meeting: agreed in everything but name."""

from collections.abc import Mapping

from goodoffices.proceedings import Package
from goodoffices.proceedings.events import PositionTaken

from ..heard import asked_by, wish
from .stance import Standing


def called_for_by_all(here: Standing, meeting: str) -> dict[str, str]:
    """On each issue the answer that every side's last position there asks for, and no later proposal of it takes back."""
    last = {side: _called_for(here, side, meeting) for side in here.public.parties}
    first = last[here.party]
    return {issue: option for issue, option in first.items() if all(one.get(issue) == option for one in last.values())}


def _called_for(here: Standing, side: str, meeting: str) -> Mapping[str, str]:
    there, found = here.view.facts.meetings.get(meeting), dict[str, str]()
    listening = frozenset(there.opened.seats) if there else frozenset[str]()
    for heard_by, what in asked_by(here.view, side):
        if not listening <= heard_by:
            continue
        if isinstance(what, PositionTaken):
            found = {**found, **wish(what)} if wish(what) else _without(found, {what.issue: what.option}, same=True)
        else:
            found = _without(found, wish(what), same=False)
    return found


def _without(found: dict[str, str], package: Package, *, same: bool) -> dict[str, str]:
    """Without the issues on which a package has the same answer, or another."""
    return {i: o for i, o in found.items() if i not in package or (package[i] == o) is not same}
