"""Who sits behind the head: an adviser and a note-taker.

1. The note-taker writes down the positions of its own head, in a neutral form, some of them.
2. The adviser tells the principal once, after half of the time, which proposals lie on the table.
3. It calls its own side apart once, when two proposals were refused and the parties do not sit together just then, and closes that
   after some minutes.
4. Late in the day it asks the mediation once for a meeting of the heads, where there was none.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from numpy.random import Generator

from goodoffices.proceedings import Act, CallCaucus, CloseMeeting, Note, Refer, Say, SeatView
from goodoffices.proceedings.events import CaucusAsked, MeetingOpened, PositionTaken, Referred, Said

from .. import sentences
from ..heard import heard, long_ago, opened, own, together
from ..plan import spent
from ..program import Stages

HALF, LATE, NOTES, APART = 0.5, 0.75, 6, 5.0
"""The shares of the day after which the principal is told, and the heads are asked for; the most notes; the minutes apart."""


@dataclass(frozen=True)
class NoteTaker(Stages):
    """Writes for its delegation."""

    source: ClassVar[str] = "the procedure itself: scribes enter what was said at the table"

    def running(self, view: SeatView, rng: Generator, now: datetime) -> Act | None:
        """A note of a position that its head took in a meeting in which both sit."""
        noted = [what for _, what in heard(view, Said) if what.noted_by == view.seat]
        for _, what in heard(view, PositionTaken):
            words = sentences.noted(view.known.public, what.stance, what.issue, what.option)
            mine = what.side == view.party and what.by != view.seat and what.meeting in view.here
            if mine and len(noted) < NOTES and not any(one.words == words for one in noted):
                return Note(by=view.seat, meeting=what.meeting, whose=what.by, words=words)
        return None


@dataclass(frozen=True)
class Adviser(Stages):
    """Keeps the principal informed, and takes its side apart."""

    source: ClassVar[str] = "the procedure itself: any seat may ask for a caucus, and tell its principal what it likes"

    def running(self, view: SeatView, rng: Generator, now: datetime) -> Act | None:
        """Apart first, then the principal."""
        share = spent(view, now)
        return (
            _apart(view, now)
            or (_report(view, now) if share >= HALF else None)
            or (_ask(view) if share >= LATE else None)
        )


def _apart(view: SeatView, now: datetime) -> Act | None:
    called = [what for _, what in heard(view, MeetingOpened) if what.by == view.seat and what.caucus == "side"]
    if called:
        return _in_it(view, called[0].meeting, now)
    refused = sum(
        any(one.answer == "refuse" for one in made.answers.values()) for made in view.facts.proposals.values()
    )
    apart = refused >= 2 and not together(view, "open")
    return CallCaucus(by=view.seat, caucus="side") if apart else None


def _in_it(view: SeatView, meeting: str, now: datetime) -> Act | None:
    if meeting not in view.here:
        return None
    packages = [one.whole for one in own(view).values()][-2:]
    if packages and not view.words.get(meeting):
        return Say(by=view.seat, meeting=meeting, words=sentences.reported(view.known.public, packages, sentences.OURS))
    over = long_ago(opened(view, meeting)[-1], now, APART)
    return CloseMeeting(by=view.seat, meeting=meeting) if over else None


def _ask(view: SeatView) -> Act | None:
    """Asks the mediation for a meeting of the heads."""
    calls = (what for _, what in heard(view, MeetingOpened) if what.caucus == "heads")
    wishes = (what for _, what in heard(view, CaucusAsked) if what.by == view.seat)
    done = view.outcome.kind == "whole" or next(calls, None) or next(wishes, None)
    return None if done or not view.known.public.mediation else CallCaucus(by=view.seat, caucus="heads")


def _report(view: SeatView, now: datetime) -> Act | None:
    told = any(what.by == view.seat and what.about is None for _, what in heard(view, Referred))
    packages = [one.whole for one in view.facts.proposals.values() if one.open_at(now)][-3:]
    if told or not packages or not view.known.public.of_part("principal", view.party):
        return None
    return Refer(by=view.seat, words=sentences.reported(view.known.public, packages, sentences.ON_THE_TABLE))
