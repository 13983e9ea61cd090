"""Who moved since an earlier state, and where a party stands of which nothing was told before."""

from collections.abc import Iterator
from datetime import date

from ...case import Changes, Move
from ...talks import Position
from ..context import Context
from ..english import sentence
from ..outline import Line
from .stand_words import PAST, act, led_in, own, teller


def moves(context: Context, changes: Changes, until: str) -> Iterator[Line]:
    """`Russia now demands no renewal; until 1 May 2023 it accepted renewal for 60 days.`, the latest first.

    Moves of one party on one issue that follow each other are one sentence.
    """
    before = {move.before for move in changes.moves if move.before != move.now}
    last = [move for move in changes.moves if move.now not in before]
    for move in sorted(last, key=lambda move: _said_on(context, move.now), reverse=True):
        yield _moved(context, _chain(changes, move), until)


def first_told(context: Context, changes: Changes, until: str) -> Iterator[Line]:
    """`Russia now demands access to SWIFT; until 17 May 2023 no report told its position on this.`, the latest first."""
    positions = _positions(context)
    for key in sorted(changes.positions, key=lambda key: _said_on(context, key), reverse=True):
        position = positions[key]
        if any(move.before == key for move in changes.moves):
            continue  # told with what replaced it
        same = [p for p in positions.values() if (p.party, p.issue) == (position.party, position.issue)]
        known = any(p.id not in changes.positions for p in same)
        told = (
            ""
            if known or not until or context.unsettled
            else f"; {until} no report told {_its(context, position)} position on this"
        )
        text = f"{context.phrases.the(position.party)} now {'also ' * known}{_act(context, position)}{told}"
        text = led_in(context, position) + text
        yield context.lines.line(sentence(text), position)


def _chain(changes: Changes, last: Move) -> list[Move]:
    """The moves that lead to the last one, the earliest first."""
    by_now = {move.now: move for move in changes.moves}
    chain = [last]
    while (earlier := by_now.get(chain[0].before)) is not None and earlier not in chain:
        chain.insert(0, earlier)
    return chain


def _moved(context: Context, chain: list[Move], until: str) -> Line:
    positions = _positions(context)
    now = positions[chain[-1].now]
    passed = [positions[move.before] for move in chain if move.before in positions and move.before != move.now]
    rest = _before(context, passed, until)
    text = f"{led_in(context, now)}{context.phrases.the(now.party)} now {_act(context, now)}{rest}"
    return context.lines.line(sentence(text), [now, *passed])


def _before(context: Context, passed: list[Position], until: str) -> str:
    """`; until 1 May 2023 it accepted renewal for 60 days, then demanded renewal without an end`."""
    if not passed:
        return ""
    new = set(context.changes.positions if context.changes else ()) | {
        move.now for move in (context.changes.moves if context.changes else ())
    }
    # What came and went since then was not so until then.
    when = "before that" if passed[0].id in new or not until else until
    told = [f"{act(context, p, PAST[p.stance])}{teller(context, p).removesuffix(' *')}" for p in passed]
    return f"; {when} {'they' if context.phrases.plural(passed[0].party) else 'it'} {', then '.join(told)}"


def _act(context: Context, position: Position) -> str:
    return act(context, position) + (teller(context, position) if own(context, position) else "")


def _its(context: Context, position: Position) -> str:
    return "their" if context.phrases.plural(position.party) else "its"


def _positions(context: Context) -> dict[str, Position]:
    return {p.id: p for p in context.case.talks.positions}


def _said_on(context: Context, key: str) -> date:
    return _positions(context)[key].said_on.last or date.min
