"""Where the sides stand: issue by party, silence shown as silence; conditions; support from outside; movement over time."""

from collections.abc import Iterator
from itertools import pairwise

from ..case import Direction, direction
from ..talks import Position
from .context import Context
from .outline import Block, Bullets, Cell, Line, Note, Section, Table
from .phrases import clean, day

SILENCE = "no source tells a position"
COLUMNS = 3
"""The most parties that the table shows side by side; with more it lists them under each other."""
LONG = 120
"""Characters of a stance before which it is told first who tells it."""


def stands(context: Context) -> Section:
    """The second section."""
    table = _table(context)
    blocks: list[Block] = [table if table.rows else Note("No source tells a position of a party.")]
    for title, lines in (
        ("Movement over time", list(_movement(context))),
        ("Conditions", list(_conditions(context))),
        ("Who outside the room supports what", list(_support(context))),
    ):
        if lines:
            blocks.append(Bullets(tuple(lines), title))
    return Section("stands", "Where they stand", tuple(blocks))


def _table(context: Context) -> Table:
    """Issues down, parties across; with many parties a row for each party and issue."""
    parties = list(context.case.talks.parties)
    if len(parties) > COLUMNS:
        return _long_table(context, parties)
    rows = []
    for issue in _issues(context):
        cells = [_cell(context, party, issue) for party in parties]
        rows.append(((Line(context.phrases.issue(issue)),), *cells))
    return Table(("Issue", *(context.phrases.name(p) for p in parties)), tuple(rows))


def _long_table(context: Context, parties: list[str]) -> Table:
    rows = [
        ((Line(context.phrases.issue(issue)),), (Line(context.phrases.name(party)),), _cell(context, party, issue))
        for issue in _issues(context)
        for party in parties
    ]
    return Table(("Issue", "Party", "Position"), tuple(rows))


def _issues(context: Context) -> list[str]:
    """The issues on which at least one party is told to stand somewhere, in the order of the file."""
    parties = context.case.talks.parties
    told = {p.issue for p in context.case.talks.positions if p.party in parties}
    return [issue for issue in context.case.talks.issues if issue in told]


def _cell(context: Context, party: str, issue: str) -> Cell:
    found = [p for p in context.standing if p.party == party and p.issue == issue]
    return tuple(_position(context, p) for p in found) or (Line(SILENCE),)


def _position(context: Context, position: Position) -> Line:
    about = [context.phrases.told_by(position), day(position.said_on) if position.said_on.said else ""]
    detail = "; ".join(x for x in about if x)
    stance = context.phrases.stance(position)
    if len(stance) > LONG:  # who tells it must not fall off where a long statement is cut
        return context.lines.line(f"{detail}: {stance}" if detail else stance, position)
    return context.lines.line(stance + (f" ({detail})" if detail else ""), position)


def _movement(context: Context) -> Iterator[Line]:
    """Each chain of positions that replace each other, with days, in one line."""
    ordered = context.case.talks.issues
    for last in sorted(context.standing, key=lambda p: not ordered[p.issue].ordered):
        chain = _chain(context, last)
        if len({(p.option, p.stance) for p in chain}) < 2:
            continue  # told once, or told again: no movement
        ways: list[Direction] = ["other", *(direction(context.case.talks, a, b) for a, b in pairwise(chain))]
        steps = [_step(context, way, position) for way, position in zip(ways, chain, strict=True)]
        scale = context.phrases.scale(last.issue, last.party) if {"harder", "softer"} & set(ways) else ""
        about = f"{context.phrases.issue(last.issue)}{scale}"
        text = f"{about}{'' if about.endswith('?') else ':'} {' → '.join(steps)}."
        yield context.lines.line(text, [c for p in chain for c in p.claims], lead=context.phrases.name(last.party))


def _chain(context: Context, last: Position) -> list[Position]:
    positions = {p.id: p for p in context.case.talks.positions}
    chain = [last]
    while (earlier := positions.get(chain[0].supersedes or "")) is not None and earlier not in chain:
        chain.insert(0, earlier)
    return chain


def _step(context: Context, way: Direction, now: Position) -> str:
    moved = f"{way}, " if way in ("harder", "softer") else ""
    return f"{context.phrases.stance(now)} ({moved}{day(now.said_on)})"


def _conditions(context: Context) -> Iterator[Line]:
    for condition in context.case.talks.conditions:
        text = f"{clean(condition.what)} only if {clean(condition.only_if)}."
        yield context.lines.line(text, condition, lead=context.phrases.name(condition.by))


def _support(context: Context) -> Iterator[Line]:
    """What third parties back, each option once; then their own positions."""
    backed: dict[str, list[str]] = {}
    claims: dict[str, list[str]] = {}
    for support in context.case.talks.support:
        what = clean(support.text or "")
        if support.issue and support.option:  # an option alone may say little: `for 120 days`
            what = f"{context.phrases.option(support.issue, support.option)} ({context.phrases.issue(support.issue)})"
        what = what or (context.phrases.issue(support.issue) if support.issue else "the talks")
        backed.setdefault(what, []).append(support.by)
        claims.setdefault(what, []).extend(support.claims)
    for what, by in backed.items():
        yield context.lines.line(f"{what}.", claims[what], lead=context.phrases.names(by))
    for position in context.standing:
        if position.party not in context.case.talks.parties:
            wanted = context.phrases.option(position.issue, position.option)
            text = f"{position.stance.replace('_', ' ')} {wanted} ({context.phrases.issue(position.issue)})."
            yield context.lines.line(text, position, lead=context.phrases.name(position.party))
