"""Who knew what when: for each proposal, message, referral and piece of news the moment at which each group learnt of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from ...proceedings import Event
from ...proceedings import events as e
from ...synthesis.export.paper import line_of
from ..english import capital
from ..outline import Cell, Line, Note, Section, Table
from .course import named
from .folded import FEW, by_stretch
from .table import HeldTable

NEVER = "–"
LEGEND = (
    "Hours and minutes since the day began; – : not before the end. `1 of 3`: so many of its seats. "
    "Of a message the side for which it was meant knows what it was brought, not what was given."
)


@dataclass
class Thing:
    """Something that could be known, and when each seat learnt of it."""

    text: str
    at: datetime
    seen: dict[str, datetime] = field(default_factory=dict)

    def learnt(self, event: Event) -> None:
        """Seats see an event of it."""
        for seat in event.to:
            self.seen.setdefault(seat, event.at)


def known(table: HeldTable, of: int) -> Section:
    """The section."""
    things, groups = [*_things(table)], _groups(table)
    title, id_ = table.titled("Who knew what, and when", of), f"known-{table.number}"
    if not things:
        return Section(id_, title, (Note("Nothing came up that only some knew."),))
    head = ("What", *groups)
    timed = [(one.at, _row(table, one, groups)) for one in things]
    tables = (Table(head, rows, name, fold=fold) for name, fold, rows in by_stretch(table, timed, FEW // 2))
    return Section(id_, title, (*tables, Note(LEGEND.replace("`", ""))))


def _row(table: HeldTable, thing: Thing, groups: dict[str, tuple[str, ...]]) -> tuple[Cell, ...]:
    first = (Line(f"{table.clock(thing.at)} {thing.text}"),)
    return (first, *((Line(_cell(table, thing, seats)),) for seats in groups.values()))


def _groups(table: HeldTable) -> dict[str, tuple[str, ...]]:
    """Delegations, principals, the mediation, and all others; a group of nobody is none."""
    public, who = table.public, table.who
    found: dict[str, tuple[str, ...]] = {}
    for party in public.parties:
        found[who.side(party)] = tuple(sorted(public.delegation(party)))
        found[f"Principal of {who.side(party)}"] = tuple(sorted(public.of_part("principal", party)))
    found["Mediation"] = tuple(sorted(public.mediation))
    found["Others"] = tuple(sorted(public.everybody - {seat for seats in found.values() for seat in seats}))
    return {name: seats for name, seats in found.items() if seats}


def _cell(table: HeldTable, thing: Thing, seats: Iterable[str]) -> str:
    group = [*seats]
    moments = sorted(thing.seen[seat] for seat in group if seat in thing.seen)
    if not moments:
        return NEVER
    some = f" ({len(moments)} of {len(group)})" if len(moments) < len(group) else ""
    return f"{table.clock(moments[0])}{some}"


def _things(table: HeldTable) -> Iterator[Thing]:
    found: dict[str, Thing] = {}
    carried: str | None = None
    for event in table.events:
        key, text = _named(table, event, carried)
        carried = key if isinstance(event.what, e.Carried) else None
        if key:
            found.setdefault(key, Thing(text, event.at)).learnt(event)
    yield from found.values()


def _named(table: HeldTable, event: Event, carried: str | None) -> tuple[str, str]:
    """Of which thing an event tells, and what the thing is called."""
    who, what = table.who, event.what
    match what:
        case e.Proposed():
            return what.proposal, f"{capital(named(table, what.proposal, event.at))} of {who.name(what.by)}"
        case e.HandedOver():
            return what.message, f"Message of {who.name(what.by)} for {who.side(what.to)}"
        case e.Carried():
            return what.message or f"own {event.at}", f"Words of the mediation to {who.side(what.to)}"
        case e.Received():
            return carried or f"own {event.at}", f"Words of the mediation to {who.side(what.to)}"
        case e.Referred():
            there = what.about is not None and what.about in table.facts.proposals
            about = f" about {named(table, what.about or '', event.at)}" if there else ""
            return what.referral, f"{who.name(what.by)} asks its principal{about}"
        case e.NewsCame():
            return f"news {event.at}", f"News from {line_of(what.source)}"
        case e.MeetingOpened() if what.secret:
            return what.meeting, f"That a meeting is held in secret: {table.meetings.held[what.meeting].title}"
    return "", ""
