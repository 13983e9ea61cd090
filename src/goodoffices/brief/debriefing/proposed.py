"""What was proposed at a table, each proposal under its number: package, answers, and by the author's points what it is worth."""

from collections.abc import Iterator

from ...bargaining import Frontier, frontier
from ...bargaining.digits import told
from ...proceedings import events as e
from ...talks import broken
from ..outline import Cell, Line, Note, Section, Table
from .folded import FEW, by_stretch
from .packages import DEADLINE, scenario
from .table import Form, HeldTable

PART = "it leaves issues open"


def proposed(table: HeldTable, of: int) -> Section:
    """The section."""
    title, id_ = table.titled("What was proposed", of), f"proposed-{table.number}"
    if not table.forms:
        return Section(id_, title, (Note("No package was proposed."),))
    found = frontier(scenario(table), DEADLINE) if table.has_points else None
    worths = [f"Worth to {table.who.side(party)}" for party in table.public.parties] if found else []
    head = ("Number, who, when", "Package", "Answers", *worths, *(["Of the frontier"] if found else []))
    timed = [(form.at, tuple(map(_cell, _row(table, form, found)))) for form in table.forms]
    agreed = [form.at for form in table.forms if table.is_agreed(form)]
    stretches = by_stretch(table, timed, FEW // 2, agreed)
    return Section(id_, title, tuple(Table(head, rows, name, fold=fold) for name, fold, rows in stretches))


def _cell(text: str) -> Cell:
    return (Line(text),)


def _row(table: HeldTable, form: Form, found: Frontier | None) -> Iterator[str]:
    yield f"{form.number} {table.who.name(form.by)}, {table.clock(form.at)}"
    only = f", only if {table.who.package(form.made.only_if)}" if form.made.only_if else ""
    yield f"{table.who.package(form.made.package)}{only}"
    yield _answers(table, form)
    if found is None:
        return
    if not table.is_whole(form.whole):
        yield from ("–" for _ in table.public.parties)
        yield PART
        return
    worths = table.worths(form.whole)
    yield from map(told, worths)
    yield "yes" if worths in {each.utilities for each in found.shown(len(found.sums))} else _why_not(table, form)


def _answers(table: HeldTable, form: Form) -> str:
    """The last answer of each party to this form, and whether every party accepted."""
    last = {}
    for what in table.answered.get(form.number, ()):
        if isinstance(what, e.Answered):
            pending = ", ad referendum" if what.ad_referendum else ""
            last[what.party] = f"{table.who.side(what.party)} {_ANSWERS[what.answer]}{pending}"
        else:
            last["withdrawn"] = "withdrawn"
    agreed = ["agreed by all"] if table.is_agreed(form) else []
    return "; ".join([*agreed, *last.values()]) or "none"


_ANSWERS = {"accept": "accepts", "refuse": "refuses", "refer": "asks its principal"}


def _why_not(table: HeldTable, form: Form) -> str:
    points = table.setting.points
    over = dict.fromkeys(party for party, issue, option in table.red_lines if form.whole.get(issue) == option)
    if over:
        return f"no: a red line of {' and '.join(map(table.who.side, over))}"
    if broken(table.public.ties, form.whole) is not None:
        return "no: it cannot be had without something else, as the briefing says"
    short = [party for party in table.public.parties if table.worth(party, form.whole) < points[party].no_deal]
    if short:
        return f"no: worth less than no deal to {' and '.join(map(table.who.side, short))}"
    return "no: another is as good for all and better for one"
