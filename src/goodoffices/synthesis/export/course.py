"""The course of the day: what every seat knows. Meetings, who sat in them, in which order, come from here.

Of a secret meeting nothing stands here: that it was held stands with what was said in it.
"""

from collections.abc import Iterator
from datetime import datetime

from ...proceedings import SeenEvent
from ...proceedings import events as e
from .meetings import Held, Meetings
from .paper import Entered, Paper, Told, day_of, line_of
from .who import Who

PUBLISHER = "Record of the exercise"
_PREDICATES = {"observer": "observes", "supporter": "attends", "press": "attends"}


def course(meetings: Meetings) -> Iterator[Paper]:
    """The source of the day's course, where anything happened."""
    lines = [line for _, seen in meetings.view.feed for line in _lines(meetings, seen)]
    if lines:
        yield Paper("course", PUBLISHER, "Course of the day", "press", lines=lines)


def _lines(meetings: Meetings, seen: SeenEvent) -> Iterator[Entered]:
    what, public = seen.what, meetings.who.public
    match what:
        case e.Begun() | e.PhaseEntered() if phase := public.phases.get(what.phase or ""):
            yield _entered(seen.at, f"Phase: {line_of(phase.title or phase.kind)}.")
        case e.Frozen():
            yield _entered(seen.at, "Everything stands still.")
        case e.Resumed():
            yield _entered(seen.at, "It goes on.")
        case e.Ended():
            yield _entered(seen.at, "The talks are over.")
        case e.MeetingOpened() | e.MeetingAdjourned() | e.MeetingClosed():
            held = meetings.held.get(what.meeting)
            if held is not None and not held.opened.secret:
                yield of_meeting(meetings, held, what, seen.at)


def of_meeting(
    meetings: Meetings, held: Held, what: e.MeetingOpened | e.MeetingAdjourned | e.MeetingClosed, at: datetime
) -> Entered:
    """A line on a meeting; on its beginning with all that is known of it."""
    if isinstance(what, e.MeetingOpened) and at == held.at:
        return begins(meetings, held)
    done = {e.MeetingOpened: "goes on", e.MeetingAdjourned: "pauses", e.MeetingClosed: "ends"}[type(what)]
    return _entered(at, f"{held.title}: the meeting {done}.", meetings.who.name(what.by))


def begins(meetings: Meetings, held: Held) -> Entered:
    """That a meeting begins, with the claims on who met, when, in which order."""
    who, opened = meetings.who, held.opened
    form = f" ({opened.format})" if opened.format != "not said" else ""
    seats = "; ".join(who.name(seat) for seat in opened.seats)
    text = f"{held.title}: the meeting begins on {day_of(held.at).text}{form}. There sit: {seats}."
    return _entered(held.at, text, who.name(opened.by), tuple(Told(one) for one in _claims(meetings, held)))


def _entered(at: datetime, text: str, by: str = "the trainer", claims: tuple[Told, ...] = ()) -> Entered:
    return Entered(text, by, at, claims, clock(at))


def clock(at: datetime) -> str:
    """The time above a line."""
    return f"{at:%H:%M}"


def _claims(meetings: Meetings, held: Held) -> Iterator[dict[str, object]]:
    who, key = meetings.who, held.key
    of = {"type": "meeting", "subject": key}
    # The day first: it is told of every meeting, also where nobody sat there for a side.
    yield {**of, "predicate": "date", "value": day_of(held.at).text}
    # Who only watches is no party to a meeting, as long as anybody else sits there.
    acting = tuple(seat for seat in held.seats if who.public.part(seat) not in ("observer", "press")) or held.seats
    if sides := who.all_sides(acting):
        yield {**of, "predicate": "parties", "value": sides}
    if held.opened.format != "not said":
        yield {**of, "predicate": "format", "value": held.opened.format}
    if earlier := _before(meetings, held):
        yield {**of, "predicate": "after", "value": earlier}
    for side in who.mediation:
        if side in who.all_sides(tuple(who.public.mediation & {*held.seats})):
            yield {"type": "mediation", "subject": side, "predicate": "mediates", "value": key}
    for seat in held.seats:
        yield from _seated(who, seat, key)


def _before(meetings: Meetings, held: Held) -> str:
    """The last meeting that was over when this one began; of a secret one nothing is told here."""
    over = [
        one
        for id_, one in meetings.held.items()
        if not one.opened.secret and id_ in meetings.ended and meetings.ended[id_] < held.at
    ]
    return over[-1].key if over else ""


def _seated(who: Who, seat: str, meeting: str) -> Iterator[dict[str, object]]:
    part, side, person = who.public.part(seat), who.of(seat), who.id(seat)
    if part in ("head", "adviser", "note-taker") and side in who.public.parties:
        does = "heads" if part == "head" else "member_of"
        yield {"type": "delegation", "subject": person, "predicate": does, "value": side, "meeting": meeting}
    elif part in _PREDICATES:
        told = {"type": "mediation" if part == "observer" else "attendance", "for_party": side}
        yield {**told, "subject": person, "predicate": _PREDICATES[part], "value": meeting}
