"""Messages before and after carrying; acts beyond the mandate and what became of them."""

from collections.abc import Iterator
from datetime import datetime

from ...proceedings import events as e
from ...synthesis.export.paper import line_of
from ..outline import Cell, Line, Note, Section, Table
from .folded import FEW, by_stretch
from .table import HeldTable

NOT_CARRIED, KEPT = "It was not carried.", "It was given to be kept."


def messages(table: HeldTable, of: int) -> Section:
    """What was given to the mediation, and in which words it came out."""
    title, id_ = table.titled("Messages, before and after they were carried", of), f"messages-{table.number}"
    timed = [*_given(table), *_own(table)]
    if not timed:
        return Section(id_, title, (Note("No message went through the mediation."),))
    head = ("From, for whom, by which rule", "As it was given", "As it was carried")
    stretches = by_stretch(table, timed, FEW // 2)
    return Section(id_, title, tuple(Table(head, rows, name, fold=fold) for name, fold, rows in stretches))


def _given(table: HeldTable) -> Iterator[tuple[datetime, tuple[Cell, ...]]]:
    who = table.who
    for at, handed in table.all(e.HandedOver):
        carried = table.facts.messages[handed.message].carried
        out = "; ".join(f"“{line_of(c.words)}” ({who.name(c.by)})" for c in carried)
        yield (
            at,
            _cells(
                f"{who.name(handed.by)} for {who.side(handed.to)}, {handed.rule}",
                f"“{line_of(handed.words)}”",
                out or (KEPT if handed.rule == "keep" else NOT_CARRIED),
            ),
        )


def _own(table: HeldTable) -> Iterator[tuple[datetime, tuple[Cell, ...]]]:
    for at, carried in table.all(e.Carried):
        if carried.message is None:
            whom = f"{table.who.name(carried.by)} to {table.who.side(carried.to)}"
            yield at, _cells(whom, "", f"“{line_of(carried.words)}”")


def _cells(*texts: str) -> tuple[Cell, ...]:
    return tuple((Line(text),) for text in texts)


def warnings(table: HeldTable, of: int) -> Section:
    """Acts beyond the mandate: what was warned of, and what the principal said."""
    rows = [*_warned(table)]
    title = table.titled("Beyond the mandate", of)
    found = _table(("When, who", "What went beyond the mandate", "What the principal said"), rows)
    return Section(f"warnings-{table.number}", title, (found or Note("No act went beyond a mandate."),))


def _warned(table: HeldTable) -> Iterator[tuple[str, str, str]]:
    who = table.who
    referred = {at: what.referral for at, what in table.all(e.Referred) if what.ad_referendum}
    for at, what in table.all(e.Warned):
        beyond = "; ".join(f"{who.package({one.issue: one.option})} ({one.why})" for one in what.beyond)
        yield f"{table.clock(at)} {who.name(what.by)}", beyond, _answer(table, referred.get(at), at)


def _answer(table: HeldTable, referral: str | None, since: datetime) -> str:
    for at, what in table.all(e.Instructed):
        if what.referral == referral and what.answer != "widen" and referral is not None:
            does = "confirmed" if what.answer == "confirm" else "did not confirm"
            words = f": “{line_of(what.words)}”" if what.words else ""
            waited = round(table.minute(at) - table.minute(since))
            return f"{does} after {waited} {'minute' if waited == 1 else 'minutes'}{words}"
    return "nothing: it stood ad referendum to the end"


def _table(head: tuple[str, ...], rows: list[tuple[str, str, str]]) -> Table | None:
    return Table(head, tuple(tuple((Line(cell),) for cell in row) for row in rows)) if rows else None
