"""A chair that keeps to the programme."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from numpy.random import Generator

from goodoffices.proceedings import Act, CloseMeeting, OpenMeeting, SeatView

from ..plan import Slot, number, position, slots
from ..press import press_line
from ..program import Stages
from . import apart
from .carrying import carry
from .session import LAST, Session


@dataclass(frozen=True)
class Chair(Stages):
    """Leads the talks: one meeting of the programme after the other, each in its time."""

    source: ClassVar[str] = (
        "the procedure itself; its proposals: J. Rawls (1971), A theory of justice, sections 13 and 26 (maximin), "
        "over positions and answers instead of points"
    )

    def running(self, view: SeatView, rng: Generator, now: datetime) -> Act | None:
        """Messages first, then caucuses, then the programme."""
        if act := carry(view):
            return act
        busy, act = apart.in_caucus(view, now)
        if busy:
            return act
        return apart.asked_for(view) or _programme(view, rng, now)

    def ended(self, view: SeatView) -> Act | None:
        """The host's line for the press."""
        return press_line(view)


def _programme(view: SeatView, rng: Generator, now: datetime) -> Act | None:
    """The first meeting that is not over, when its phase has come; one whose time went by before it was opened is left out."""
    for id_, slot in slots(view.known.public).items():
        there = view.facts.meetings.get(id_)
        if there is not None and there.state != "closed":
            return _going_on(view, id_, there.state, slot, rng, now)
        if there is None and not _over(view, slot, now):
            return _open(view, id_, slot)
    return None


def _over(view: SeatView, slot: Slot, now: datetime) -> bool:
    return slot.ends - position(view, now) <= LAST


def _open(view: SeatView, id_: str, slot: Slot) -> Act | None:
    planned = view.known.public.programme[id_]
    over = {one for one, there in view.facts.meetings.items() if there.state == "closed"}
    ready = number(view) >= slot.phase and planned.seats and over.issuperset(planned.after)
    return OpenMeeting(by=view.seat, meeting=id_) if ready else None


def _going_on(view: SeatView, id_: str, state: str, slot: Slot, rng: Generator, now: datetime) -> Act | None:
    if _over(view, slot, now):
        return CloseMeeting(by=view.seat, meeting=id_)
    if state == "adjourned":
        return apart.between(view, id_)
    return Session(view, id_, slot, now, rng).act() if id_ in view.here else None
