"""Messages before and after carrying; acts beyond the mandate and what became of them."""

from collections.abc import Iterator
from datetime import datetime

from ...proceedings import events as e
from ...synthesis.export.paper import line_of
from ..outline import Line, Note, Section, Table
from .table import HeldTable

NOT_CARRIED, KEPT = "It was not carried.", "It was given to be kept."


def messages(table: HeldTable, of: int) -> Section:
    """What was given to the mediation, and in which words it came out."""
    facts, who = table.facts, table.who
    rows = [
        (
            f"{who.name(one.handed.by)} for {who.side(one.handed.to)}, {one.handed.rule}",
            f"“{line_of(one.handed.words)}”",
            "; ".join(f"“{line_of(c.words)}” ({who.name(c.by)})" for c in one.carried)
            or (KEPT if one.handed.rule == "keep" else NOT_CARRIED),
        )
        for one in facts.messages.values()
    ]
    rows += [(f"{who.name(c.by)} to {who.side(c.to)}", "", f"“{line_of(c.words)}”") for c in facts.own_words]
    title = table.titled("Messages, before and after they were carried", of)
    found = _table(("From, for whom, by which rule", "As it was given", "As it was carried"), rows)
    return Section(f"messages-{table.number}", title, (found or Note("No message went through the mediation."),))


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
