"""Tables of one exercise beside each other: what each came to, and on which way."""

from collections.abc import Sequence

from ...bargaining.digits import told
from ...proceedings import events as e
from ..outline import Line, Section, Table
from .answers import DIMENSIONS, numbers
from .table import FEWEST, HeldTable

_KINDS = {"nothing": "no agreement", "partial": "on some issues", "whole": "on all issues"}


def compared(tables: Sequence[HeldTable]) -> Section:
    """The section: a column for each table."""
    head = ("", *(f"Table {table.number}" for table in tables))
    columns = [_column(table) for table in tables]
    labels = [*columns[0]]
    rows = tuple(((Line(label),), *((Line(column[label]),) for column in columns)) for label in labels)
    title = "The tables beside each other" if len(tables) > 1 else "What it came to"
    return Section("compared", title, (Table(head, rows),))


def _column(table: HeldTable) -> dict[str, str]:
    facts, found, who = table.facts, table.outcome, table.who
    pending = ", ad referendum" if found.ad_referendum & {*found.proposals, *found.points} else ""
    counts = "" if found.counts or found.kind == "nothing" else " (by the charter this is no agreement)"
    column = {
        "Agreed": f"{_KINDS[found.kind]}{pending}{counts}",
        "What": who.package(found.settled) or "–",
        "Points confirmed": str(len(found.points)),
        "Points objected to": str(sum(bool(one.objections) for one in facts.points.values())),
        "Proposals": str(len(facts.proposals)),
        "Meetings, of them apart": f"{len(facts.meetings)}, {sum(m.opened.caucus is not None for m in facts.meetings.values())}",
        "Messages carried": f"{sum(bool(m.carried) for m in facts.messages.values())} of {len(facts.messages)}",
        "Acts beyond the mandate": str(len(facts.warnings)),
        "How long": table.clock(table.last) if table.last else "–",
    }
    return column | _worths(table) | {f"Content with {label}": _mean(table, key) for key, label in DIMENSIONS.items()}


def _worths(table: HeldTable) -> dict[str, str]:
    """What each party has in the end, by the author's points: of a part of an agreement nobody can say it."""
    if not table.has_points:
        return {}
    settled, found = table.outcome.settled, {}
    for party, points in table.setting.points.items():
        label = f"Worth to {table.who.side(party)} (no deal: {told(points.no_deal)})"
        found[label] = told(table.worth(party, settled)) if table.is_whole(settled) else "–"
    return found


def _mean(table: HeldTable, key: str) -> str:
    given = numbers(table, key)
    if len(given) < FEWEST and not (table.answers_shown and given):
        return "–"
    return f"{sum(given) / len(given):.1f}"


def press_lines(table: HeldTable) -> tuple[tuple[str, str], ...]:
    """What each side told the public."""
    return tuple((table.who.name(what.by), what.words) for _, what in table.all(e.PressLineGiven))
