"""Positions and proposals.

1. A position and a proposal name issues of the talks and their options; a proposal names at least one.
2. Who makes a proposal accepts it; "A only if B" is accepted or refused as a whole.
3. A proposal is answered by the delegations that saw it, until it is withdrawn or its time is over; a later answer takes
   the place of an earlier one.
4. The side that made a proposal may change it, which takes the answers back, or withdraw it; it does not answer it.
5. A proposal is agreed when every party has accepted it and none objects to it as it was read back, ad referendum where a
   principal is still to confirm.
6. A counter-proposal refuses the other and stands before the same seats.
7. An agreement on some of the issues counts only where the charter says so.
8. One answer may say what a side wants on several issues, each as firmly; each is a position, and the words are those of all.
"""

from collections.abc import Mapping
from datetime import datetime

from .. import acts as a
from .. import events as e
from ..facts import ProposalFacts
from .mandates import beyond, stands_ad_referendum
from .ties import require_together
from .turn import Refused, Turn

EMPTY = "A proposal names an issue and an option of it at least."
TWICE = "One issue cannot have two answers at once."
OVER = "This proposal can no longer be answered."
OWN = "Who makes a proposal has accepted it; change it or withdraw it."
PAST = "A proposal cannot end before it is made."


def take_position(turn: Turn, act: a.TakePosition) -> tuple[e.Event, ...]:
    """What a side wants."""
    turn.meeting(act.meeting)
    if act.issue in act.also:
        raise Refused(TWICE)
    package = {act.issue: act.option, **act.also}
    _known(turn, package)
    return tuple(_position(turn, act, issue, option) for issue, option in package.items())


def _position(turn: Turn, act: a.TakePosition, issue: str, option: str) -> e.Event:
    # The words stand with the first, for they are said once.
    what = e.PositionTaken(
        meeting=act.meeting, by=act.by, side=turn.side or "", issue=issue, option=option, stance=act.stance,
        words=act.words if issue == act.issue else "",
    )  # fmt: skip
    return turn.event(what, "a position", turn.around(meeting=act.meeting))


def propose(turn: Turn, act: a.Propose) -> tuple[e.Event, ...]:
    """A package comes on the table."""
    turn.meeting(act.meeting)
    return _put(turn, act, act.meeting, None)


def _put(turn: Turn, act: a.Propose | a.Counter, meeting: str, counters: str | None) -> tuple[e.Event, ...]:
    whole = _whole(turn, act)
    id_, party = turn.id("proposal"), turn.public.party(act.by)
    found = beyond(turn, party, whole) if party else ()
    what = e.Proposed(
        proposal=id_, meeting=meeting, by=act.by, side=turn.side, package=act.package, only_if=act.only_if, until=act.until,
        words=act.words, counters=counters, ad_referendum=bool(found),
    )  # fmt: skip
    first = turn.event(what, "a proposal", turn.around(meeting=meeting))
    return (first, *(stands_ad_referendum(turn, party, id_, meeting, whole, found) if party else ()))


def amend(turn: Turn, act: a.Amend) -> tuple[e.Event, ...]:
    """Another package in its place."""
    there = _own(turn, act.proposal)
    whole, party, meeting = _whole(turn, act), turn.public.party(act.by), there.made.meeting
    found = beyond(turn, party, whole) if party else ()
    what = e.Amended(
        proposal=act.proposal, by=act.by, package=act.package, only_if=act.only_if, until=act.until, words=act.words,
        ad_referendum=bool(found),
    )  # fmt: skip
    first = turn.event(what, "a proposal", turn.around(meeting=meeting))
    return (first, *(stands_ad_referendum(turn, party, act.proposal, meeting, whole, found) if party else ()))


def withdraw(turn: Turn, act: a.Withdraw) -> tuple[e.Event, ...]:
    """The proposal is taken back."""
    there = _own(turn, act.proposal)
    what = e.Withdrawn(proposal=act.proposal, by=act.by, words=act.words)
    return (turn.event(what, "a proposal", turn.around(meeting=there.made.meeting)),)


def _own(turn: Turn, id_: str) -> ProposalFacts:
    there = turn.proposal(id_)
    made = there.made
    if made.by != turn.act.by and (made.side is None or made.side != turn.side):
        raise Refused
    if there.withdrawn:
        raise Refused(OVER)
    return there


def accept(turn: Turn, act: a.Accept) -> tuple[e.Event, ...]:
    """The party accepts."""
    party, there = turn.party, _answerable(turn, act.proposal)
    found = beyond(turn, party, there.whole)
    what = e.Answered(
        proposal=act.proposal, by=act.by, party=party, answer="accept", words=act.words, ad_referendum=bool(found)
    )
    meeting = there.made.meeting
    first = turn.event(what, "a proposal", turn.around(meeting=meeting))
    return (first, *stands_ad_referendum(turn, party, act.proposal, meeting, there.whole, found))


def refuse(turn: Turn, act: a.Refuse) -> tuple[e.Event, ...]:
    """The party refuses."""
    return (_refused(turn, act.proposal, _answerable(turn, act.proposal), act.words),)


def _refused(turn: Turn, id_: str, there: ProposalFacts, words: str) -> e.Event:
    what = e.Answered(proposal=id_, by=turn.act.by, party=turn.party, answer="refuse", words=words)
    return turn.event(what, "a proposal", turn.around(meeting=there.made.meeting))


def counter(turn: Turn, act: a.Counter) -> tuple[e.Event, ...]:
    """The party refuses and proposes."""
    there = _answerable(turn, act.proposal)
    return (_refused(turn, act.proposal, there, ""), *_put(turn, act, there.made.meeting, act.proposal))


def _answerable(turn: Turn, id_: str) -> ProposalFacts:
    there = turn.proposal(id_)
    if there.made.side == turn.party:
        raise Refused(OWN)
    if not there.open_at(turn.at):
        raise Refused(OVER)
    return there


def _whole(turn: Turn, act: a.Propose | a.Counter | a.Amend) -> dict[str, str]:
    if not act.package:
        raise Refused(EMPTY)
    if any(act.package.get(issue, option) != option for issue, option in act.only_if.items()):
        raise Refused(TWICE)
    _in_time(act.until, turn.at)
    whole = {**act.package, **act.only_if}
    _known(turn, whole)
    require_together(turn, whole)
    return whole


def _in_time(until: datetime | None, at: datetime) -> None:
    if until is not None and until <= at:
        raise Refused(PAST)


def _known(turn: Turn, package: Mapping[str, str]) -> None:
    issues = turn.public.issues
    if not all(issue in issues and option in issues[issue].options for issue, option in package.items()):
        raise Refused
