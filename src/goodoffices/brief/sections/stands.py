"""Where the sides stand: issue by party in few words, an empty cell where no source tells; what moved; conditions."""

import re
from collections.abc import Iterator
from itertools import pairwise

from ...talks import Condition, Position
from ..context import Context
from ..english import capital, day, listed, number, sentence
from ..english.wording import Kind, inside, kind_of
from ..outline import Block, Bullets, Cell, Line, Note, Section, Table
from ..passages import passages
from ..tellers import leading, teller_of
from .stance_course import course, together
from .stand_words import FOREIGN, GAPS, PAST, act, legend, only_if, own, teller, verb
from .wanted import conditions, wanted

_Moved = tuple[str, list[Position]]
"""What is told of a movement, and its positions."""
_TOGETHER = 260
"""Letters of the movements that are one statement."""
_STEPS = 2
"""The most steps that are told one by one."""
COLUMNS = 3
"""The most parties that the table shows side by side; with more it lists them under each other."""


def stands(context: Context) -> Section:
    """The second section."""
    table, told = _table(context), _told(context)
    blocks: list[Block] = [table] if table.rows else []
    if told:
        blocks.append(Bullets(tuple(passages(context, [c for p in told for c in p.claims]))))
    if table.rows:
        blocks.append(Note(_note(context)))
    for title, lines in (("What moved", tuple(_moved(context))), ("Conditions", tuple(_conditions(context)))):
        if lines:
            blocks.append(Bullets(lines, title))
    nothing = "No position was recognised." if context.draft else "No report tells a position of a party."
    nothing = "No position is recorded yet." if context.unsettled and not context.draft else nothing
    return Section("stands", "Where they stand", tuple(blocks) or (Note(nothing),))


def _told(context: Context) -> list[Position]:
    """Positions of the parties that nobody has accepted: told in the reports' own words."""
    parties = context.case.talks.parties
    return [p for p in context.case.talks.positions if p.party in parties and context.unread(p.claims)]


def _accepted(context: Context) -> list[Position]:
    parties = context.case.talks.parties
    return [p for p in context.standing if p.party in parties and not context.unread(p.claims)]


def _note(context: Context) -> str:
    """What the table's marks and gaps mean; the first sentence begins with the mark, and goes where no row has it."""
    many = len(context.parties) > COLUMNS
    foreign = any(not own(context, p) for p in _accepted(context))
    unclear = any((p.told_by or "").endswith("?") for p in _accepted(context))
    mark = legend(context) if foreign else ""
    mark += " Where “apparently” stands, the report does not make clear who is speaking." if unclear else ""
    elsewhere = any(conditions(context, p) for p in _accepted(context))
    missing, beyond = ", or a row that is missing," * many, ", beyond a condition that another row tells" * elsewhere
    gaps = f"{GAPS}{missing} means that these sources report no position of that party on that issue{beyond}."
    return f"{mark} {gaps} Parties are listed alphabetically.".strip()


def _table(context: Context) -> Table:
    """Issues down, parties across; with many parties a row for each position."""
    told = _accepted(context)
    issues = [issue for issue in context.case.talks.issues if any(p.issue == issue for p in told)]
    if len(context.parties) > COLUMNS:
        rows = [
            ((Line(context.phrases.issue(i)),), (Line(capital(context.phrases.name(p))),), cell)
            for i in issues for p in context.parties if (cell := _cell(context, told, p, i))
        ]  # fmt: skip
        return Table(("Issue", "Party", "Position"), tuple(rows))
    wide = [((Line(context.phrases.issue(i)),), *(_cell(context, told, p, i) for p in context.parties)) for i in issues]
    return Table(("Issue", *(capital(context.phrases.name(p)) for p in context.parties)), tuple(wide))


def _cell(context: Context, told: list[Position], party: str, issue: str) -> Cell:
    here = [p for p in told if p.party == party and p.issue == issue]
    tellers = {p.id: _told_when(context, p) for p in here}
    return tuple(_position(context, group, tellers[group[0].id]) for group in together(context, here, tellers))


def _position(context: Context, group: tuple[Position, ...], who: str) -> Line:
    text = course(context, group)
    remark = re.fullmatch(r"(.*) \(([^()]*)\)", text)
    if remark and who.startswith(" (") and who.endswith(")"):  # one bracket: who tells it first
        text, who = remark[1], f"{who[:-1]}; {remark[2]})"
    return context.lines.line(text + who, group)


def _told_when(context: Context, position: Position) -> str:
    """Who tells it and, where the case is of more than one day, when."""
    days = {p.said_on.text for p in context.case.talks.positions if p.said_on.said}
    who = teller(context, position) or _own_paper(context, position)
    if len(days) < 2 or not position.said_on.said:
        return who
    when, mark = day(position.said_on), f" {FOREIGN}" * who.endswith(FOREIGN)
    who = who.removesuffix(f" {FOREIGN}")
    return (f"{who[:-1]}, {when})" if who.endswith(")") else f"{who} ({when})") + mark


def _own_paper(context: Context, position: Position) -> str:
    """The paper in which a party itself tells a position, where its people tell another on the same issue."""
    same = [p for p in context.standing if (p.party, p.issue) == (position.party, position.issue)]
    sources = context.told_by(position.claims)
    named = len({p.told_by for p in same}) > 1 and sources
    return f" ({listed(map(context.phrases.publisher, sources))})" if named else ""


def _moved(context: Context) -> Iterator[Line]:
    """Each chain of positions that replace each other, with days; those on one issue stand together, so that none moves alone."""
    told: dict[str, list[_Moved]] = {}
    for last in _accepted(context):
        chain = chain_of(context, last)
        if len({(p.option, p.stance) for p in chain}) < 2:
            continue  # told once, or told again: no movement
        told.setdefault(last.issue, []).append((_movement(context, chain), chain))
    together = (part for item in told.items() for part in _parts(context, *item))
    for key, moved in together:
        issue = context.phrases.issue(key)
        acts = ". ".join((moved[0][0], *(capital(act_) for act_, _ in moved[1:])))
        text = f"{issue} {capital(acts)}" if issue.endswith("?") else f"{issue}: {acts}"
        yield context.lines.line(sentence(text), [position for _, chain in moved for position in chain])


def _parts(context: Context, issue: str, moved: list[_Moved]) -> Iterator[tuple[str, list[_Moved]]]:
    """The movements on one issue, the parties in their order: as one statement, or where it would be too long, one by one."""
    ordered = sorted(moved, key=lambda one: context.parties.index(one[1][-1].party))
    whole = sum(len(text) for text, _ in ordered) <= _TOGETHER
    yield from [(issue, ordered)] if whole else ((issue, [one]) for one in ordered)


def _movement(context: Context, chain: list[Position]) -> str:
    """`the union first demanded seven crowns more; it now calls for five`; of many steps the first and the last."""
    steps, last = chain[:-1], chain[-1]
    it = "they" if context.phrases.plural(last.party) else "it"
    if left := len(steps) - 2 if len(steps) > _STEPS else 0:
        between = f" and, after {number(left)} more {'step' if left == 1 else 'steps'}, "
        before = between.join(_step(context, None, position) for position in (steps[0], steps[-1]))
    else:
        before = ", then ".join(_step(context, *pair) for pair in pairwise([None, *steps]))
    return f"{context.phrases.the(last.party)} first {before}; {it} now {_now(context, steps[-1], last)}"


def chain_of(context: Context, last: Position) -> list[Position]:
    """A position and those that it replaces, the earliest first."""
    positions = {p.id: p for p in context.case.talks.positions}
    chain = [last]
    while (earlier := positions.get(chain[0].supersedes or "")) is not None and earlier not in chain:
        chain.insert(0, earlier)
    return chain


def _step(context: Context, before: Position | None, now: Position | None) -> str:
    """What a party wanted before, with the day: `demanded seven percent more (4 March 2031)`."""
    assert now is not None
    words = act(context, now, PAST[now.stance]) + _told_by(context, now)
    if before is not None and before.stance == now.stance:
        words = words.removeprefix(PAST[now.stance]).lstrip(": ")
    return words + _said_on(now)


def _now(context: Context, before: Position, now: Position) -> str:
    """What stands, with `this` for what was spoken of before: `accepts this until 2033, but only if ...`."""
    was, words, only = wanted(context, before), act(context, now), only_if(context, now)
    head = words.removesuffix(only)
    doing = verb(context, now)
    if head.startswith((f"{doing} {was} ", f"{doing} {was},")) or head == f"{doing} {was}":
        head = f"{doing} this{head.removeprefix(f'{doing} {was}')}"
    return head + (f", but{only}" if only else "") + _told_by(context, now) + _said_on(now)


def _told_by(context: Context, position: Position) -> str:
    return "" if own(context, position) else teller(context, position).removesuffix(f" {FOREIGN}")


def _said_on(position: Position) -> str:
    return f" ({day(position.said_on)})" if position.said_on.said else ""


def _conditions(context: Context) -> Iterator[Line]:
    """What a party makes depend on what; conditions of others stand outside the room."""
    for condition in context.case.talks.conditions:
        told = any(condition in conditions(context, position) for position in _accepted(context))
        if context.phrases.side_of(condition.by) in context.case.talks.parties and not told:
            yield from condition_lines(context, condition)


def condition_lines(context: Context, condition: Condition) -> Iterator[Line]:
    """`Donald Trump makes significant progress depend on one condition: that he meets President Putin in person.`"""
    if context.unread(condition.claims):
        yield from passages(context, condition.claims)
        return
    what, only_if = (inside(text, context.proper) for text in (condition.what, condition.only_if))
    make, by = "make" if context.phrases.plural(condition.by) else "makes", context.phrases.the(condition.by)
    that = "that " if kind_of(only_if) is Kind.CLAUSE else ""
    text = f"{by} {make} {what} depend on one condition: {that}{only_if}"
    if kind_of(what) not in (Kind.NOUN, Kind.NONE):
        text = f"{by}: {what} only if {only_if}"
    told = leading(context.phrases, teller_of(context.phrases, condition.claims, condition.by))
    yield context.lines.line(sentence(told + text), condition)
