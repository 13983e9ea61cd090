"""What the chair reads back: what it saw agreed, what was refused, what is open, and the next date.

1. Agreed is what every party accepted: a proposal as a whole where all who sit there saw it, else issue by issue; what a
   principal has still to confirm is read so.
2. Not agreed is an issue on which a proposal was refused, open one on which there was none.
3. The next meeting is proposed for the same hour a fortnight on.
"""

from datetime import datetime, timedelta

from goodoffices.proceedings import Act, PointToRead, ReadBack, SeatView
from goodoffices.proceedings.events import PointRead, PointsRead

from .. import sentences
from ..heard import heard, long_ago, parties_in

FORTNIGHT = timedelta(days=14)
OFTEN, ANSWERED = 3, 4.0
"""How often a meeting is read to at most; minutes for the answers."""


def points(view: SeatView, meeting: str, now: datetime) -> tuple[PointToRead, ...]:
    """The points as they stand, to be read to a meeting."""
    public, settled, refused = view.known.public, view.outcome.settled, _refused(view)
    found = _agreed(view, meeting)
    for issue in public.issues:
        if issue in refused and issue not in settled:
            found.append(PointToRead(kind="not agreed", words=sentences.not_agreed_point(public, issue), issue=issue))
        elif issue not in settled:
            found.append(PointToRead(kind="open", words=sentences.open_point(public, issue), issue=issue))
    return (*found, PointToRead(kind="next", words=sentences.next_point((now + FORTNIGHT).date())))


def _agreed(view: SeatView, meeting: str) -> list[PointToRead]:
    public, outcome, rest = view.known.public, view.outcome, dict(view.outcome.settled)
    found = []
    for id_ in reversed(outcome.proposals):
        package = view.facts.proposals[id_].whole
        if package.items() <= rest.items() and _seen_by_all(view, id_, meeting):
            words = sentences.agreed_point(public, package, id_ in outcome.ad_referendum)
            found.append(PointToRead(kind="agreed", words=words, proposal=id_))
            rest = {issue: option for issue, option in rest.items() if issue not in package}
    for issue, option in rest.items():
        words = sentences.agreed_point(public, {issue: option}, _pending(view, issue))
        found.append(PointToRead(kind="agreed", words=words, issue=issue, option=option))
    return found


def _pending(view: SeatView, issue: str) -> bool:
    """Whether a principal has still to confirm what is agreed on an issue."""
    waits = view.outcome.ad_referendum
    points = (issue in view.facts.points[id_].binds for id_ in waits if id_ in view.facts.points)
    proposals = (issue in view.facts.proposals[id_].whole for id_ in waits if id_ in view.facts.proposals)
    return any(points) or any(proposals)


def _seen_by_all(view: SeatView, proposal: str, meeting: str) -> bool:
    there, here = (view.facts.meetings.get(one) for one in (view.facts.proposals[proposal].made.meeting, meeting))
    return there is not None and here is not None and set(there.opened.seats) >= set(here.opened.seats)


def _refused(view: SeatView) -> frozenset[str]:
    return frozenset(
        issue
        for one in view.facts.proposals.values()
        if any(given.answer == "refuse" for given in one.answers.values())
        for issue in one.whole
    )


def read(view: SeatView, meeting: str, now: datetime) -> Act | None:
    """A read-back, where what is to be read was not read to this meeting yet."""
    before = [what.points for _, what in heard(view, PointsRead) if what.meeting == meeting]
    new = points(view, meeting, now)
    if len(before) >= OFTEN or (before and _content(before[-1]) == _content(new)):
        return None
    return ReadBack(by=view.seat, meeting=meeting, points=new)


def _content(read: tuple[PointRead, ...] | tuple[PointToRead, ...]) -> set[tuple[str | None, ...]]:
    return {(one.kind, one.issue, one.option, one.proposal) for one in read}


def waits(view: SeatView, meeting: str, now: datetime) -> bool:
    """Whether somebody who sits there has still to answer a point, and some minutes have not gone."""
    parties = parties_in(view.known.public, view.facts.meetings[meeting])
    return any(
        one.meeting == meeting
        and not long_ago(one.at, now, ANSWERED)
        and not {*one.confirmed, *one.objections} >= set(parties)
        for one in view.facts.points.values()
    )
