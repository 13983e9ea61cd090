"""The sheet Meetings: who met, in which order, where, in which roles, and who stayed away."""

from ...case import order_of
from ...talks import Absence, Meeting, RoleHeld
from .table import Column, Row, Sheet
from .words import LINE, Words

COLUMNS = (
    Column("Order", 8), Column("Meeting", 26), Column("Day", 15), Column("Place", 12), Column("Venue", 17), Column("Format", 12),
    Column("Who met", 17), Column("Roles", 30), Column("Absent", 24), Column("Round", 16), Column("Same meeting as", 27),
    Column("Claims", 18), Column("Status", 10),
)  # fmt: skip


def meetings(words: Words) -> Sheet:
    """The meetings in their order; those without a place in it come last, as they stand in the file."""
    order = order_of(words.talks.meetings)
    keys = sorted(order, key=lambda key: (order[key] is None, order[key] or 0))
    return Sheet("Meetings", COLUMNS, tuple(_row(words, key, order[key]) for key in keys))


def _row(words: Words, key: str, place: int | None) -> Row:
    meeting = words.talks.meetings[key]
    entries = (meeting, *meeting.roles, *meeting.absent)
    return (
        "not known" if place is None else place, words.meeting(key), meeting.date, meeting.place, meeting.venue, meeting.format,
        _who_met(words, meeting), LINE.join(_role(words, role) for role in meeting.roles),
        LINE.join(_absence(words, absence) for absence in meeting.absent), words.round(meeting.round), _same(words, meeting),
        words.basis(*entries), words.status(*entries),
    )  # fmt: skip


def _who_met(words: Words, meeting: Meeting) -> str:
    own = (words.talks.delegations[key].of for key in meeting.delegations)
    return LINE.join(map(words.name, words.alphabetical([*meeting.participants, *own])))


def _role(words: Words, held: RoleHeld) -> str:
    of = f" ({words.name(held.of)})" if held.of else ""
    return f"{words.name(held.who)}{of}: {held.role}{words.mark(held)}"


def _absence(words: Words, absence: Absence) -> str:
    sent = f", who sent {words.name(absence.sent)}" if absence.sent else ""
    return f"{words.name(absence.who)}{sent}{words.mark(absence)}"


def _same(words: Words, meeting: Meeting) -> str:
    """That another row may tell of the same meeting, by whose judgement."""
    same = meeting.same_as
    return f"{words.meeting(same.meeting)} ({same.certainty}; {same.by}: {same.why})" if same else ""
