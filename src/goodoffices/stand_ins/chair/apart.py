"""The chair and caucuses: with one side when things are stuck, and what others ask for.

1. When two proposals of a meeting were refused and time is left, the meeting pauses and each side is heard alone; twice at most.
2. A side that is heard alone is asked what it could accept; when it has answered, or some minutes have gone, the caucus is over.
3. A caucus that somebody asked for is called when no other of the chair's is open.
"""

from datetime import datetime

from goodoffices.proceedings import Act, Adjourn, CallCaucus, CloseMeeting, OpenMeeting, Say, SeatView
from goodoffices.proceedings.events import CaucusAsked, HandedOver, MeetingAdjourned, MeetingOpened

from .. import sentences
from ..heard import heard, long_ago, opened, parties_in, refused
from ..questions import asked_of

HEARD, AT_MOST, TOGETHER, STUCK, TWICE = 4.0, 8.0, 8.0, 2, 2
"""Minutes for a side alone, for others' caucuses, and together before a pause; refused proposals that make a meeting stuck;
pauses of a meeting at most."""


def stuck(view: SeatView, meeting: str, now: datetime) -> bool:
    """Whether a meeting had better pause."""
    if not long_ago(opened(view, meeting)[-1], now, TOGETHER):
        return False
    pauses = sum(what.meeting == meeting for _, what in heard(view, MeetingAdjourned))
    since = opened(view, meeting)[-1]
    return pauses < TWICE and refused(view, meeting, since) >= STUCK and view.outcome.kind != "whole"


def pause(view: SeatView, meeting: str) -> Act:
    """The meeting pauses."""
    return Adjourn(by=view.seat, meeting=meeting)


def in_caucus(view: SeatView, now: datetime) -> tuple[bool, Act | None]:
    """Whether a caucus of the chair's is open, and what is to be done in it."""
    for id_, there in view.facts.meetings.items():
        if there.opened.caucus and there.opener == view.seat and there.state == "open":
            return True, _in_it(view, id_, there.opened, now)
    return False, None


def _in_it(view: SeatView, id_: str, what: MeetingOpened, now: datetime) -> Act | None:
    since = opened(view, id_)[-1]
    if what.caucus != "chair and side" or id_ not in view.here:
        return CloseMeeting(by=view.seat, meeting=id_) if long_ago(since, now, AT_MOST) else None
    if not view.words.get(id_):
        return Say(by=view.seat, meeting=id_, words=sentences.asked_apart(view.known.public, view.known.public.issues))
    return CloseMeeting(by=view.seat, meeting=id_) if _answered(view, id_, what, now) else None


def _answered(view: SeatView, id_: str, what: MeetingOpened, now: datetime) -> bool:
    since = opened(view, id_)[-1]
    handed = any(at >= since and one.side == what.of for at, one in heard(view, HandedOver))
    return long_ago(since, now, HEARD) or (handed and not asked_of(view, id_, what.of).issues)


def asked_for(view: SeatView) -> Act | None:
    """The first caucus that was asked for and not called since."""
    calls = [(at, what) for at, what in heard(view, MeetingOpened) if what.caucus]
    for at, wish in heard(view, CaucusAsked):
        if not any(then > at and _meant(wish, what) for then, what in calls):
            return CallCaucus(by=view.seat, caucus=wish.caucus, of=wish.of)
    return None


def _meant(wish: CaucusAsked, what: MeetingOpened) -> bool:
    return what.caucus == wish.caucus and what.of == wish.of


def between(view: SeatView, meeting: str) -> Act:
    """While a meeting pauses each side that sits in it is heard alone; then the meeting goes on."""
    since = max((at for at, what in heard(view, MeetingAdjourned) if what.meeting == meeting), default=None)
    for side in parties_in(view.known.public, view.facts.meetings[meeting]):
        calls = (at for at, what in heard(view, MeetingOpened) if what.caucus == "chair and side" and what.of == side)
        if not any(since is None or at > since for at in calls):
            return CallCaucus(by=view.seat, caucus="chair and side", of=side)
    return OpenMeeting(by=view.seat, meeting=meeting)
