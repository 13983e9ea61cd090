"""Events: what happened. Read this one first.

An `Event` is an envelope: when, who may see it (written when it happens), and what happened. Where one act is to be seen
differently by different seats it makes several events. Nothing that happened names how many others there were: an id is the
moment at which the thing came up, so it tells no seat of what that seat did not see.
"""

from .apart import Beyond, Carried, HandedOver, Instructed, Received, Referred, Settled, Warned
from .day import (
    Begun,
    DebriefingOpened,
    Ended,
    Extended,
    Frozen,
    Injected,
    InjectionEdited,
    InjectionHeldBack,
    NewsCame,
    PhaseEntered,
    Reflected,
    Resumed,
    Revealed,
)
from .envelope import Event, Happening, Refusal, SeenEvent
from .meetings import CaucusAsked, MeetingAdjourned, MeetingClosed, MeetingOpened, PressLineGiven, Said
from .substance import (
    Amended,
    Answered,
    PointConfirmed,
    PointObjected,
    PointRead,
    PointsRead,
    PositionTaken,
    Proposed,
    Withdrawn,
)

HAPPENINGS: tuple[type[Happening], ...] = (
    Begun, Frozen, Resumed, Extended, PhaseEntered, Ended,
    MeetingOpened, MeetingAdjourned, MeetingClosed, CaucusAsked,
    Said, PressLineGiven,
    PositionTaken, Proposed, Amended, Withdrawn, Answered,
    Warned, Referred, Instructed, Settled,
    HandedOver, Carried, Received,
    PointsRead, PointConfirmed, PointObjected,
    Injected, NewsCame, InjectionEdited, InjectionHeldBack,
    DebriefingOpened, Reflected, Revealed,
)  # fmt: skip
"""Every kind of event."""

__all__ = [
    "HAPPENINGS",
    "Amended",
    "Answered",
    "Begun",
    "Beyond",
    "Carried",
    "CaucusAsked",
    "DebriefingOpened",
    "Ended",
    "Event",
    "Extended",
    "Frozen",
    "HandedOver",
    "Happening",
    "Injected",
    "InjectionEdited",
    "InjectionHeldBack",
    "Instructed",
    "MeetingAdjourned",
    "MeetingClosed",
    "MeetingOpened",
    "NewsCame",
    "PhaseEntered",
    "PointConfirmed",
    "PointObjected",
    "PointRead",
    "PointsRead",
    "PositionTaken",
    "PressLineGiven",
    "Proposed",
    "Received",
    "Referred",
    "Reflected",
    "Refusal",
    "Resumed",
    "Revealed",
    "Said",
    "SeenEvent",
    "Settled",
    "Warned",
    "Withdrawn",
]
