"""What is read back, and what each party says to it.

1. The mediation reads points back to a meeting in which it sits: agreed, not agreed, open, next.
2. Each party's delegation confirms a point that was read to it, or objects in words; the later word counts.
3. What is agreed is what all parties have confirmed, ad referendum where a principal is still to confirm.
4. Who confirms an agreed point beyond its mandate does so ad referendum, as with a proposal.
5. A point that names a proposal is read as a whole, as the proposal then stands: its points only together. Who confirms it confirms
   them all; who objects to one of them objects to the whole, and may say to which.
6. A proposal to which, or to a point of which, read as agreed, a party objects is not agreed, until it confirms that or answers
   anew.
"""

from .. import acts as a
from .. import events as e
from .bounds import required
from .mandates import beyond, stands_ad_referendum
from .turn import Refused, Turn

NO_POINTS = "A read-back has at least one point."


def read_back(turn: Turn, act: a.ReadBack) -> tuple[e.Event, ...]:
    """Points are read to a meeting."""
    turn.meeting(act.meeting)
    if not act.points:
        raise Refused(NO_POINTS)
    points = tuple(_point(turn, number, point) for number, point in enumerate(act.points, 1))
    what = e.PointsRead(meeting=act.meeting, by=act.by, points=points)
    return (turn.event(what, "points", turn.around(meeting=act.meeting)),)


def _point(turn: Turn, number: int, point: a.PointToRead) -> e.PointRead:
    if point.issue is not None or point.option is not None:
        issue = turn.public.issues.get(point.issue or "")
        if issue is None or (point.option is not None and point.option not in issue.options):
            raise Refused
    if point.proposal is not None:
        _heard_by_all(turn, turn.proposal(point.proposal).made.meeting)
    return e.PointRead(
        point=f"{turn.id('point')}.{number}", kind=point.kind, words=required(point.words), issue=point.issue,
        option=point.option, proposal=point.proposal,
    )  # fmt: skip


def _heard_by_all(turn: Turn, meeting: str) -> None:
    """A proposal can be named only to those who saw it."""
    act = turn.act
    assert isinstance(act, a.ReadBack)
    if not turn.members(meeting) >= turn.members(act.meeting):
        raise Refused(NOT_ALL)


NOT_ALL = "Not all who sit here have seen this proposal; read its content."


def confirm(turn: Turn, act: a.Confirm) -> tuple[e.Event, ...]:
    """A party confirms a point."""
    party, there = turn.party, turn.point(act.point)
    package = there.binds
    found = beyond(turn, party, package)
    what = e.PointConfirmed(point=act.point, by=act.by, party=party, ad_referendum=bool(found))
    first = turn.event(what, "points", turn.around(meeting=there.meeting))
    return (first, *stands_ad_referendum(turn, party, act.point, there.meeting, package, found))


def object_to(turn: Turn, act: a.Object) -> tuple[e.Event, ...]:
    """A party objects to a point."""
    party, there = turn.party, turn.point(act.point)
    if not set(act.issues) <= there.package.keys():
        raise Refused
    issues = tuple(dict.fromkeys(act.issues))
    what = e.PointObjected(point=act.point, by=act.by, party=party, words=required(act.words), issues=issues)
    return (turn.event(what, "points", turn.around(meeting=there.meeting)),)
