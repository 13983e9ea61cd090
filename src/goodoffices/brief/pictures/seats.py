"""Who had which part in a meeting, as the drawing of the meetings shows it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ...talks import Meeting
from ...talks.meetings import RoleHeld
from ..context import Context
from . import marks

HOSTING = frozenset({"host", "mediator", "facilitator", "chair"})
MOST_COLUMNS = 14
"""Columns of actors at most; who took part in the fewest meetings then share the last one."""
OTHERS = "\0others"
"""The column that they share; no id of a case is so written."""


@dataclass(frozen=True, slots=True)
class Seat:
    """The parts that somebody had in one meeting."""

    table: bool = False
    hosting: bool = False
    other: bool = False

    def __or__(self, more: "Seat") -> "Seat":
        return Seat(self.table or more.table, self.hosting or more.hosting, self.other or more.other)


def seats(context: Context, meeting: Meeting) -> dict[str, Seat]:
    """Everybody with a part in a meeting: parties, third parties, and people who belong to none."""
    found = {key: Seat(table=True) for key in context.phrases.participants(meeting)}
    for role in meeting.roles:
        hosting = role.role in HOSTING
        who = side(context, role)
        found[who] = found.get(who, Seat()) | Seat(hosting=hosting, other=not hosting)
    return found


def side(context: Context, role: RoleHeld) -> str:
    """Whose part a role is: the party of the person who has it, where there is one."""
    talks = context.case.talks
    if role.who in talks.parties or role.who in talks.third_parties:
        return role.who
    return role.of or context.case.names.party_of(role.who) or role.who


def columns(context: Context, met: Iterable[Iterable[str]]) -> list[str]:
    """Who has a column: parties by name, third parties by name, people who belong to none; with too many `OTHERS` at last."""
    times = Counter(key for group in met for key in dict.fromkeys(group))
    talks = context.case.talks

    def rank(key: str) -> tuple[int, str, str]:
        kind = 0 if key in talks.parties else 1 if key in talks.third_parties else 2
        return kind, context.phrases.name(key).casefold(), key

    everybody = sorted(times, key=rank)
    if len(everybody) <= MOST_COLUMNS:
        return everybody
    kept = set(
        sorted(everybody, key=lambda key: (key not in talks.parties, -times[key], rank(key)))[: MOST_COLUMNS - 1]
    )
    return [*(key for key in everybody if key in kept), OTHERS]


MEANINGS = {
    marks.dot: "at the table",
    marks.square: "host, mediator, facilitator or chair",
    marks.seated_square: "both: at the table, and host, mediator, facilitator or chair",
    marks.diamond: "another part: observer, witness, guarantor, supporter, signatory, or took part besides the table",
    marks.seated_diamond: "at the table, and in another part",
}
"""The marks of what was held, and what the legend says of each."""


def mark_of(seat: Seat, *, held: bool) -> marks.Mark:
    """The mark of a seat: its shape says the part."""
    if seat.hosting:
        return marks.seated_square if seat.table else marks.square
    if seat.table:
        return marks.seated_diamond if seat.other else marks.dot if held else marks.ring
    return marks.diamond
