"""Which seat may do what, and when in the day.

1. The clock, the news and the debriefing are the trainer's.
2. Meetings are opened by the mediation or the trainer; a caucus may be asked for by any seat.
3. Who sits in a meeting may speak, take a position and propose there; observers and press listen.
4. The head answers for its party, and its adviser and note-taker enter for it; a principal only instructs.
5. Any seat but an observer may give a press line.
6. Nothing happens before the day has begun, and while everything stands still only the trainer acts; after the end there
   are press lines, and then the debriefing.
"""

from collections.abc import Callable

from goodoffices.talks.exercise import TRAINER

from .. import acts as a
from ..facts import Status
from ..setting import MEDIATION, SPEAKING, Public

Who = Callable[[Public, str], bool]
NOT_YOURS = "This seat does not do that."
NOT_NOW: dict[Status, str] = {
    "before": "The day has not begun.",
    "running": "That comes later in the day, or has been done.",
    "frozen": "Everything stands still until the trainer lets it go on.",
    "ended": "The talks are over.",
    "debriefing": "The talks are over; each seat answers for itself now.",
    "revealed": "The day is over.",
}


def _trainer(public: Public, seat: str) -> bool:
    return seat == TRAINER


def _mediation(public: Public, seat: str) -> bool:
    return public.part(seat) in MEDIATION


def _opens(public: Public, seat: str) -> bool:
    return seat == TRAINER or public.part(seat) in MEDIATION


def _any(public: Public, seat: str) -> bool:
    return True


def _speaks(public: Public, seat: str) -> bool:
    return public.part(seat) in SPEAKING


def _has_side(public: Public, seat: str) -> bool:
    return _speaks(public, seat) and public.side(seat) is not None


def _answers(public: Public, seat: str) -> bool:
    return public.party(seat) is not None


def _instructs(public: Public, seat: str) -> bool:
    return seat == TRAINER or (public.part(seat) == "principal" and public.side(seat) in public.parties)


def _press(public: Public, seat: str) -> bool:
    return seat != TRAINER and public.part(seat) != "observer"


def _seat(public: Public, seat: str) -> bool:
    return seat != TRAINER


_RUNNING: frozenset[Status] = frozenset({"running"})
_ON: frozenset[Status] = frozenset({"running", "frozen"})
RIGHTS: dict[type[a.Act], tuple[Who, frozenset[Status]]] = {
    a.Begin: (_trainer, frozenset({"before"})),
    a.Freeze: (_trainer, _RUNNING),
    a.Resume: (_trainer, frozenset({"frozen"})),
    a.Extend: (_trainer, _ON),
    a.Advance: (_trainer, _ON),
    a.End: (_trainer, _ON),
    a.OpenMeeting: (_opens, _RUNNING),
    a.Adjourn: (_any, _RUNNING),
    a.CloseMeeting: (_any, _RUNNING),
    a.CallCaucus: (_any, _RUNNING),
    a.Say: (_speaks, _RUNNING),
    a.Note: (_speaks, _RUNNING),
    a.PressLine: (_press, frozenset({"running", "ended"})),
    a.TakePosition: (_has_side, _RUNNING),
    a.Propose: (_speaks, _RUNNING),
    a.Amend: (_speaks, _RUNNING),
    a.Withdraw: (_speaks, _RUNNING),
    a.Accept: (_answers, _RUNNING),
    a.Refuse: (_answers, _RUNNING),
    a.Counter: (_answers, _RUNNING),
    a.Refer: (_answers, _RUNNING),
    a.HandOver: (_speaks, _RUNNING),
    a.Carry: (_mediation, _RUNNING),
    a.Instruct: (_instructs, _RUNNING),
    a.ReadBack: (_mediation, _RUNNING),
    a.Confirm: (_answers, _RUNNING),
    a.Object: (_answers, _RUNNING),
    a.Inject: (_trainer, _ON),
    a.EditInjection: (_trainer, frozenset({"before", *_ON})),
    a.HoldBack: (_trainer, frozenset({"before", *_ON})),
    a.OpenDebriefing: (_trainer, frozenset({"ended"})),
    a.Reflect: (_seat, frozenset({"debriefing"})),
    a.Reveal: (_trainer, frozenset({"debriefing"})),
}
"""For each kind of act who may do it, and at which stages of the day."""


def why_not(public: Public, seat: str, act: type[a.Act], status: Status) -> str | None:
    """Why a seat cannot do an act of this kind now; nothing where it can. It depends on nothing but what all know."""
    who, when = RIGHTS[act]
    if not who(public, seat):
        return NOT_YOURS
    return None if status in when else NOT_NOW[status]
