"""What is told of one party on one issue: its own word first, then what others say of it, then what nobody has accepted."""

from collections.abc import Iterator
from dataclasses import replace

from ...talks import Day, Position, Proposal, without_doubt
from ..context import Context
from ..english import day, on, sentence
from ..english.wording import Kind, inside, kind_of
from ..outline import Line
from ..passages import passages
from ..sections.said import statement_lines
from ..sections.stand_words import FOREIGN, act, own
from ..sections.stands import condition_lines
from .stand import Stand
from .words import by_whom, day_of


def told(stand: Stand, asked: frozenset[str]) -> Iterator[Line]:
    """The lines; a condition is told where no question has it (`asked` holds the claims of questions)."""
    context = stand.context
    yield from (_own(context, p) for p in stand.own)
    yield from (_proposal(context, p) for p in stand.proposals)
    for condition in stand.conditions:
        if not set(condition.claims) & asked:
            yield from condition_lines(context, condition)
    for statement in stand.statements:
        yield from statement_lines(context, statement)
    yield from (_foreign(context, p) for p in stand.standing if not own(context, p))
    yield from passages(context, stand.unread)


def _own(context: Context, position: Position) -> Line:
    """`Supports a ceasefire of 30 days (Volodymyr Zelensky, 16 May 2025).`"""
    when, days = day_of(context, position.said_on, position.meeting, position.claims)
    about = ", ".join(part for part in (by_whom(context, position), _day(when)) if part)
    text = sentence(act(context, position) + (f" ({about})" if about else ""))
    return _with(context.lines.line(text, position), days)


def _foreign(context: Context, position: Position) -> Line:
    """`Demands broader negotiations, according to Volodymyr Zelensky or the report. *`"""
    when, days = day_of(context, position.said_on, position.meeting, position.claims)
    who = context.phrases.the(without_doubt(position.told_by or ""))
    doubt = " or the report" if (position.told_by or "").endswith("?") else ""
    text = sentence(f"{act(context, position)}, according to {who}{doubt} {on(when)}")
    return _with(context.lines.line(f"{text} {FOREIGN}", position), days)


def _proposal(context: Context, proposal: Proposal) -> Line:
    """A proposal that is no position of the party's: in the words of the option, else in its own."""
    words = context.phrases.option(proposal.issue or "", proposal.option) if proposal.option else proposal.text
    colon = "" if kind_of(words) in (Kind.NOUN, Kind.NONE) else ":"
    when, days = day_of(context, proposal.made_on, proposal.meeting, proposal.claims)
    about = ", ".join(part for part in (context.phrases.name(proposal.by), _day(when)) if part)
    return _with(
        context.lines.line(sentence(f"proposes{colon} {inside(words, context.proper)} ({about})"), proposal), days
    )


def _with(line: Line, days: tuple[str, ...]) -> Line:
    """The statement with the claims that give its day; they bring no mark of their own."""
    return replace(line, claims=tuple(dict.fromkeys((*line.claims, *days))))


def _day(when: Day) -> str:
    return day(when) if when.said else ""
