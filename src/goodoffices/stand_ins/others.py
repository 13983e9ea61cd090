"""Who else sits there: supporters, and those who only listen. They speak for no side of the dispute."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from numpy.random import Generator

from goodoffices.proceedings import Act, CallCaucus, CloseMeeting, Say, SeatView
from goodoffices.proceedings.events import MeetingOpened, Said

from . import sentences
from .heard import heard, long_ago, opened
from .plan import spent
from .program import Stages

FROM, FOR = 0.3, 3.0
"""The share of the day after which the supporters confer, and for how many minutes."""


@dataclass(frozen=True)
class Supporter(Stages):
    """Confers once with the other supporters, and says where it stands: on no side."""

    source: ClassVar[str] = "the procedure itself: a supporters' consultation"

    def running(self, view: SeatView, rng: Generator, now: datetime) -> Act | None:
        """Calls the consultation where nobody did, says its sentence in it; who called it closes it."""
        held = [what for _, what in heard(view, MeetingOpened) if what.caucus == "supporters"]
        if not held:
            return CallCaucus(by=view.seat, caucus="supporters") if spent(view, now) >= FROM else None
        meeting = held[0].meeting
        if meeting not in view.here:
            return None
        if not any(what.meeting == meeting and what.by == view.seat for _, what in heard(view, Said)):
            return Say(by=view.seat, meeting=meeting, words=sentences.SUPPORTING)
        over = held[0].by == view.seat and long_ago(opened(view, meeting)[0], now, FOR)
        return CloseMeeting(by=view.seat, meeting=meeting) if over else None


@dataclass(frozen=True)
class Listener(Stages):
    """Listens, and answers in the debriefing."""

    source: ClassVar[str] = "the procedure itself: observers and the press listen"
