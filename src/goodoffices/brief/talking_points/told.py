"""What is told of one party on one issue: its own word first, then what others say of it, then what nobody has accepted."""

from collections.abc import Iterator
from dataclasses import replace

from ...talks import Day, Position, Proposal, Result, without_doubt
from ..context import Context
from ..english import day, on
from ..english.wording import Kind, inside, kind_of
from ..outline import Line
from ..passages import passages
from ..sections.said import statement_lines
from ..sections.stand_words import APPARENTLY, FOREIGN, own, stand
from ..sections.stands import condition_lines
from .stand import Stand
from .words import by_whom, day_of, stated


def told(stand: Stand, asked: frozenset[str]) -> Iterator[Line]:
    """The lines; a condition is told where no question has it (`asked` holds the claims of questions)."""
    context = stand.context
    yield from (_agreed(context, result) for result in stand.agreed)
    yield from (_own(context, p) for p in stand.own)
    yield from (_proposal(context, p) for p in stand.proposals)
    for condition in stand.conditions:
        if not set(condition.claims) & asked:
            yield from condition_lines(context, condition)
    for statement in stand.statements:
        yield from statement_lines(context, statement, context.phrases.the(statement.by))
    yield from (_foreign(context, p) for p in stand.standing if not own(context, p))
    yield from passages(context, stand.unread)


def _own(context: Context, position: Position) -> Line:
    """`Supports a 30-day ceasefire (Volodymyr Zelensky, 16 May 2025).`"""
    when, days = day_of(context, position.said_on, position.meeting, position.claims)
    text = stand(context, position) + _brackets(by_whom(context, position), when)
    return _with(stated(context, text, position), days)


def _foreign(context: Context, position: Position) -> Line:
    """`Demands broader negotiations, as reported, apparently by Volodymyr Zelensky. *`"""
    when, days = day_of(context, position.said_on, position.meeting, position.claims)
    who = context.phrases.the(without_doubt(position.told_by or ""))
    seems = (position.told_by or "").endswith("?")
    about = f"{f'as reported, {APPARENTLY}by' if seems else 'according to'} {who} {on(when)}".rstrip()
    line = stated(context, f"{stand(context, position)}, {about}", position)
    return _with(replace(line, text=f"{line.text} {FOREIGN}"), days)


def _proposal(context: Context, proposal: Proposal) -> Line:
    """A proposal that is no position of the party's: in the words of the option, else in its own."""
    words = context.phrases.option(proposal.issue or "", proposal.option) if proposal.option else proposal.text
    colon = "" if kind_of(words) in (Kind.NOUN, Kind.NONE) else ":"
    when, days = day_of(context, proposal.made_on, proposal.meeting, proposal.claims)
    words = f"proposes{colon} {inside(words, context.proper)}"
    text = words + _brackets(context.phrases.name(proposal.by), when)
    return _with(stated(context, text, proposal), days)


def _with(line: Line, days: tuple[str, ...]) -> Line:
    """The statement with the claims that give its day; they bring no mark of their own."""
    return replace(line, claims=tuple(dict.fromkeys((*line.claims, *days))))


def _brackets(who: str, when: Day) -> str:
    """` (Rustem Umerov, 16 May 2025)`; behind a publisher named by its day ` (reported by Babel, 2 July 2022; said in 2022)`."""
    if not when.said:
        return f" ({who})" if who else ""
    return f" ({who}; said {on(when)})" if "," in who else f" ({', '.join(part for part in (who, day(when)) if part)})"


def _agreed(context: Context, result: Result) -> Line:
    """What settles the issue; where the accounts differ on it, the question beside it says so, and no mark does."""
    words = inside(context.phrases.option(result.issue or "", result.option or ""), context.proper)
    line = stated(context, f"agreed: {words}", result)
    return replace(line, marks=tuple(mark for mark in line.marks if mark != "contradicted"))
