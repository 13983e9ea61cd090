"""Where the sides stand: issue by party in few words, an empty cell where no source tells; what moved; conditions."""

from collections.abc import Iterator
from itertools import pairwise

from ...case import Direction, direction
from ...talks import Condition, Position
from ..context import Context
from ..english import capital, day, listed, sentence
from ..english.wording import Kind, inside, kind_of
from ..outline import Block, Bullets, Cell, Line, Note, Section, Table
from ..passages import passages
from ..tellers import according_to
from .stand_words import FOREIGN, GAPS, PAST, act, own, stand, teller
from .wanted import conditions

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
    foreign = any(not own(context, p) for p in _accepted(context))
    unclear = any((p.told_by or "").endswith("?") for p in _accepted(context))
    mark = f"{FOREIGN} Not stated by the party itself: another side reports it." if foreign else ""
    mark += " “Apparently” means that the report does not make clear who is speaking." if unclear else ""
    gaps = f"{GAPS} in a row, the record gives no position for it there."
    return f"{mark} {gaps} Parties stand in alphabetical order.".strip()


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
    return tuple(_position(context, p) for p in told if p.party == party and p.issue == issue)


def _position(context: Context, position: Position) -> Line:
    return context.lines.line(stand(context, position) + _told_when(context, position), position)


def _told_when(context: Context, position: Position) -> str:
    """Who tells it and, where the case is of more than one day, when."""
    days = {p.said_on.text for p in context.case.talks.positions if p.said_on.said}
    who = teller(context, position) or _own_paper(context, position)
    if len(days) < 2 or not position.said_on.said:
        return who
    when = day(position.said_on)
    return f"{who[:-1]}, {when})" if who.endswith(")") else f"{who} ({when})"


def _own_paper(context: Context, position: Position) -> str:
    """The paper in which a party itself tells a position, where its people tell another on the same issue."""
    same = [p for p in context.standing if (p.party, p.issue) == (position.party, position.issue)]
    sources = context.told_by(position.claims)
    named = len({p.told_by for p in same}) > 1 and sources
    return f" ({listed(map(context.phrases.publisher, sources))})" if named else ""


def _moved(context: Context) -> Iterator[Line]:
    """Each chain of positions that replace each other, with days, as one sentence."""
    for last in _accepted(context):
        chain = chain_of(context, last)
        if len({(p.option, p.stance) for p in chain}) < 2:
            continue  # told once, or told again: no movement
        ways: list[Direction] = ["other", *(direction(context.case.talks, a, b) for a, b in pairwise(chain))]
        steps = [_step(context, way, *pair) for way, pair in zip(ways, pairwise([None, *chain]), strict=True)]
        issue = context.phrases.issue(last.issue)
        text = f"{issue}{'' if issue.endswith('?') else ':'} {context.phrases.the(last.party)} {', then '.join(steps)}"
        yield context.lines.line(sentence(text), chain)


def chain_of(context: Context, last: Position) -> list[Position]:
    """A position and those that it replaces, the earliest first."""
    positions = {p.id: p for p in context.case.talks.positions}
    chain = [last]
    while (earlier := positions.get(chain[0].supersedes or "")) is not None and earlier not in chain:
        chain.insert(0, earlier)
    return chain


def _step(context: Context, way: Direction, before: Position | None, now: Position | None) -> str:
    assert now is not None
    about = [day(now.said_on)] if now.said_on.said else []
    about += [way] if way in ("harder", "softer") else []
    words = act(context, now, PAST[now.stance])
    words += "" if own(context, now) else teller(context, now).removesuffix(f" {FOREIGN}")
    if before is not None and before.stance == now.stance:
        words = words.removeprefix(PAST[now.stance]).lstrip(": ")
    return words + (f" ({'; '.join(about)})" if about else "")


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
    text += according_to(context.phrases, condition.claims, condition.by)
    yield context.lines.line(sentence(text), condition)
