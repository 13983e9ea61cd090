"""The procedure of talks that are held: pure, without clock, chance, file or web.

    setting = Setting.of(talks, exercise)
    state = fold(setting, events)
    made = decide(state, Say(by="upper-head", meeting="session", words="Good morning."), moment(state, now))
    state = state.after_all(made)                        where it is no Refusal
    feed(events, "lower-head", after=12)                 what a seat saw, numbered for itself
    seat_view(setting, events, "lower-head")             what it knows: pages and programs are built from this alone
    encode(number, made), read_ledger(name, lines)       the ledger: one line an act

Read `events.py` first, then `visibility.py`; each module of `rules` opens with the rules that it keeps.
"""

from .acts import (
    ACTS,
    REFLECTIONS,
    Accept,
    Act,
    Adjourn,
    Advance,
    Amend,
    Answer,
    Begin,
    CallCaucus,
    Carry,
    CaucusKind,
    CloseMeeting,
    Confirm,
    Counter,
    EditInjection,
    End,
    Extend,
    Freeze,
    HandOver,
    HoldBack,
    Inject,
    Instruct,
    Instruction,
    Note,
    Object,
    OpenDebriefing,
    OpenMeeting,
    Package,
    Passing,
    PointKind,
    PointToRead,
    PressLine,
    Propose,
    ReadBack,
    Refer,
    Reflect,
    Refuse,
    Resume,
    Reveal,
    Say,
    TakePosition,
    Withdraw,
)
from .decide import decide
from .events import HAPPENINGS, Event, Happening, Refusal, SeenEvent
from .facts import Clock, Facts, Outcome, Status, outcome
from .ledger import decode, encode, mark_of, read_ledger
from .rules.debriefing import opened
from .rules.injections import due
from .seat_view import SeatView, Waiting, seat_view
from .setting import IssueFacts, Known, ProgrammeMeeting, Public, SeatFacts, Setting
from .state import State, fold, moment
from .visibility import feed, view

__all__ = [
    "ACTS", "HAPPENINGS", "REFLECTIONS",
    "Accept", "Act", "Adjourn", "Advance", "Amend", "Answer", "Begin", "CallCaucus", "Carry", "CaucusKind", "Clock",
    "CloseMeeting", "Confirm", "Counter", "EditInjection", "End", "Event", "Extend", "Facts", "Freeze", "HandOver",
    "Happening", "HoldBack", "Inject", "Instruct", "Instruction", "IssueFacts", "Known", "Note", "Object",
    "OpenDebriefing", "OpenMeeting", "Outcome", "Package", "Passing", "PointKind", "PointToRead", "PressLine",
    "ProgrammeMeeting", "Propose", "Public", "ReadBack", "Refer", "Reflect", "Refusal", "Refuse", "Resume", "Reveal",
    "Say", "SeatFacts", "SeatView", "SeenEvent", "Setting", "State", "Status", "TakePosition", "Waiting", "Withdraw",
    "decide", "decode", "due", "encode", "feed", "fold", "mark_of", "moment", "opened", "outcome", "read_ledger",
    "seat_view", "view",
]  # fmt: skip
