"""Meetings, and who sits apart.

1. A meeting of the programme opens with the seats of the programme, and when those before it are over; the trainer may
   open it sooner.
2. A new meeting is held with the seats that are named; no principal sits in a meeting.
3. A meeting is secret only where the charter allows it, and one of the programme never is.
4. A meeting that was adjourned goes on when it is opened again; one that is closed does not.
5. Who speaks in a meeting, who opened it, the mediation and the trainer may adjourn or close it.
6. A caucus is a side alone, the heads alone, the supporters, or the mediation with one side.
7. It is opened at once where one of those who sit in it, the mediation or the trainer asks; another's wish goes to the
   mediation.
8. Words are spoken in an open meeting by those who sit there; a note is of the words of one who sits there.
"""

from goodoffices.talks.meetings import Format

from .. import acts as a
from .. import events as e
from ..facts import MeetingFacts
from ..setting import ProgrammeMeeting
from ..visibility import Around
from .bounds import required
from .turn import Refused, Turn

IS_OPEN = "This meeting is open already."
IS_OVER = "This meeting is over."
OTHERS_FIRST = "Meetings that come before it in the programme are not over yet."
NOBODY_THERE = "A meeting needs the seats that are to sit in it."
ALL_IN_THE_OPEN = "The charter knows no secret meetings."
NO_PRINCIPAL = "A principal does not sit in meetings."


def open_meeting(turn: Turn, act: a.OpenMeeting) -> tuple[e.Event, ...]:
    """A meeting begins or goes on."""
    if act.meeting is None:
        return _opened(turn, _new(turn, act))
    there = turn.mine.meetings.get(act.meeting)
    if there is not None and there.state != "adjourned":
        raise Refused(IS_OPEN if there.state == "open" else IS_OVER)
    if there is not None:
        return _opened(turn, _again(turn, there))
    planned = turn.public.programme.get(act.meeting)
    if planned is None:
        raise Refused
    return _opened(turn, _planned(turn, act, act.meeting, planned))


def _new(turn: Turn, act: a.OpenMeeting) -> e.MeetingOpened:
    seats = tuple(dict.fromkeys(act.seats))
    if not seats:
        raise Refused(NOBODY_THERE)
    if not turn.public.everybody.issuperset(seats):
        raise Refused
    if any(turn.public.part(seat) == "principal" for seat in seats):
        raise Refused(NO_PRINCIPAL)
    return e.MeetingOpened(
        meeting=turn.id("meeting"), by=act.by, title=act.title, format=act.format, seats=seats,
        secret=_secret(turn, act.secret),
    )  # fmt: skip


def _again(turn: Turn, there: MeetingFacts) -> e.MeetingOpened:
    was = there.opened
    return e.MeetingOpened(
        meeting=was.meeting, by=turn.act.by, title=was.title, format=was.format, seats=was.seats, secret=was.secret,
        caucus=was.caucus, of=was.of, programme=was.programme,
    )  # fmt: skip


def _planned(turn: Turn, act: a.OpenMeeting, id_: str, planned: ProgrammeMeeting) -> e.MeetingOpened:
    over = {one for one, there in turn.mine.meetings.items() if there.state == "closed"}
    if not turn.by_trainer and not over.issuperset(planned.after):
        raise Refused(OTHERS_FIRST)
    if act.secret:
        raise Refused(ALL_IN_THE_OPEN)
    if not planned.seats:
        raise Refused(NOBODY_THERE)
    return e.MeetingOpened(
        meeting=id_, by=act.by, title=planned.title, format=planned.format, seats=planned.seats, programme=True
    )


def _secret(turn: Turn, asked: bool) -> bool:
    if asked and not turn.public.charter.secret_meetings:
        raise Refused(ALL_IN_THE_OPEN)
    return asked


def _opened(turn: Turn, what: e.MeetingOpened) -> tuple[e.Event, ...]:
    return (turn.event(what, "a meeting", _around(turn, what)),)


def _around(turn: Turn, what: e.MeetingOpened) -> Around:
    # Of a secret meeting also who opened it hears that it is over, though another closes it.
    there = turn.state.facts.meetings.get(what.meeting)
    members = frozenset({*what.seats, there.opener if there else what.by})
    return Around(public=turn.public, by=turn.act.by, members=members, secret=what.secret)


def adjourn(turn: Turn, act: a.Adjourn) -> tuple[e.Event, ...]:
    """A meeting pauses."""
    there = _may_end(turn, act.meeting)
    if there.state != "open":
        raise Refused(IS_OVER)
    return (turn.event(e.MeetingAdjourned(meeting=act.meeting, by=act.by), "a meeting", _around(turn, there.opened)),)


def close(turn: Turn, act: a.CloseMeeting) -> tuple[e.Event, ...]:
    """A meeting ends."""
    there = _may_end(turn, act.meeting)
    if there.state == "closed":
        raise Refused(IS_OVER)
    return (turn.event(e.MeetingClosed(meeting=act.meeting, by=act.by), "a meeting", _around(turn, there.opened)),)


def _may_end(turn: Turn, id_: str) -> MeetingFacts:
    there = turn.mine.meetings.get(id_)
    if there is None:
        raise Refused
    by, public = turn.act.by, turn.public
    sits = by in there.opened.seats and public.part(by) not in {"observer", "press"}
    if not (sits or by == there.opener or by in public.mediation or turn.by_trainer):
        raise Refused
    return there


def call_caucus(turn: Turn, act: a.CallCaucus) -> tuple[e.Event, ...]:
    """Some seats sit apart, or the mediation is asked for it."""
    of = (act.of or turn.side) if act.caucus in {"side", "chair and side"} else None
    seats = _apart(turn, act, of)
    if act.by not in seats and act.by not in turn.public.mediation and not turn.by_trainer:
        return (turn.event(e.CaucusAsked(by=act.by, caucus=act.caucus, of=of), "a caucus asked for"),)
    what = e.MeetingOpened(
        meeting=turn.id("meeting"), by=act.by, title="", format=_FORMATS[act.caucus], seats=seats, caucus=act.caucus, of=of,
        secret=_secret(turn, act.secret),
    )  # fmt: skip
    return _opened(turn, what)


_FORMATS: dict[a.CaucusKind, Format] = {
    "side": "not said", "heads": "not said", "supporters": "consultation", "chair and side": "separate meeting"
}  # fmt: skip


def _apart(turn: Turn, act: a.CallCaucus, of: str | None) -> tuple[str, ...]:
    public = turn.public
    side = public.delegation(of)
    found = {
        "side": side,
        "heads": frozenset(one for one in public.of_part("head") if public.side(one) in public.parties),
        "supporters": public.of_part("supporter"),
        "chair and side": public.mediation | side if side else side,
    }[act.caucus]
    if not found:
        raise Refused
    return tuple(seat for seat in public.seats if seat in found)


def say(turn: Turn, act: a.Say) -> tuple[e.Event, ...]:
    """Words in a meeting."""
    turn.meeting(act.meeting)
    what = e.Said(meeting=act.meeting, by=act.by, words=required(act.words))
    return (turn.event(what, "words", turn.around(meeting=act.meeting)),)


def note(turn: Turn, act: a.Note) -> tuple[e.Event, ...]:
    """Words of another, written down."""
    there = turn.meeting(act.meeting)
    if act.whose not in there.opened.seats:
        raise Refused
    noted_by = act.by if act.by != act.whose else None
    what = e.Said(meeting=act.meeting, by=act.whose, words=required(act.words), noted_by=noted_by)
    return (turn.event(what, "words", turn.around(meeting=act.meeting)),)


def press_line(turn: Turn, act: a.PressLine) -> tuple[e.Event, ...]:
    """Words for the public."""
    what = e.PressLineGiven(by=act.by, side=turn.side, words=required(act.words))
    return (turn.event(what, "a press line"),)
