"""Whether an event is the act on which news waits."""

from goodoffices.talks.exercise import Trigger

from .. import events as e
from ..state import State


def happened(state: State, event: e.Event, trigger: Trigger) -> bool:
    """Whether the event is that act, on that issue, by that side; what the trigger does not say may be any."""
    what = event.what
    if _act(what) != trigger.act:
        return False
    by = getattr(what, "by", "")
    if trigger.by is not None and state.setting.public.side(by) != trigger.by:
        return False
    return trigger.issue is None or trigger.issue in _issues(state, what)


def _act(what: e.Happening) -> str | None:
    match what:
        case e.Answered():
            return what.answer
        case e.Proposed():
            return "propose"
        case e.Carried():
            return "carry"
        case e.PointsRead():
            return "read back"
        case e.MeetingOpened():
            return "caucus" if what.caucus else None
        case e.Referred():
            return "refer" if what.about is None else None  # of a proposal the answer at the table tells it
    return None


def _issues(state: State, what: e.Happening) -> frozenset[str]:
    match what:
        case e.Proposed():
            return frozenset({*what.package, *what.only_if})
        case e.Answered():
            there = state.facts.proposals.get(what.proposal)
            return frozenset(there.whole) if there else frozenset()
        case e.PointsRead():
            return frozenset(point.issue for point in what.points if point.issue)
    return frozenset()
