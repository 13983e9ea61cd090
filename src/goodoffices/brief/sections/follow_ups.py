"""What somebody has taken on to do, and by when: as of the day of the brief overdue, due, or without a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...case.called_off import calling_off
from ...case.seen import known_on
from ...talks import Day, NextStep, Result
from ..context import Context
from ..english import day, sentence
from ..outline import Bullets, Line, Section


@dataclass(frozen=True)
class FollowUp:
    """A result or a step that somebody is to see to."""

    entry: Result | NextStep
    late: int | None
    """Days since it was due as of the brief's day, below nought where it is still to come; None where no day is set."""


def follow_ups(context: Context, as_of: str | None) -> Section | None:
    """The overdue first, the longest before the others; none where nobody has taken anything on."""
    lines = tuple(_line(context, one) for one in open_follow_ups(context, as_of))
    return Section("due", "What is due", (Bullets(lines),)) if lines else None


def open_follow_ups(context: Context, as_of: str | None) -> list[FollowUp]:
    """What is not done by the brief's day, and was not called off."""
    today = day_of(context, as_of)
    found = [FollowUp(entry, _late(entry.due, today)) for entry in _taken_on(context) if not _done(entry, today)]
    return sorted(found, key=lambda one: (one.late is None, -(one.late or 0)))


def day_of(context: Context, as_of: str | None) -> date:
    """The day as of which a brief is: the one that was asked for, else the last on which anything came to be known."""
    if as_of is not None:
        return Day.parse(as_of).last or date.min
    known = [known_on(source).last for source in context.case.record.sources.values()]
    known += [finding.on.last for finding in context.case.record.findings]
    return max((one for one in known if one is not None), default=date.min)


def _taken_on(context: Context) -> Iterator[Result | NextStep]:
    outcome = context.case.talks.outcome
    yield from (entry for entry in outcome.agreed if _somebodys(context, entry))
    yield from (s for s in outcome.next if _somebodys(context, s) and not calling_off(context.case, s))


def _somebodys(context: Context, entry: Result | NextStep) -> bool:
    return bool(entry.by or entry.due.said) and not context.unread(entry.claims)


def _done(entry: Result | NextStep, today: date) -> bool:
    return entry.done.first is not None and entry.done.first <= today


def _late(due: Day, today: date) -> int | None:
    return (today - due.last).days if due.last is not None and today != date.min else None


def _line(context: Context, one: FollowUp) -> Line:
    """`Overdue, it was due by 18 May 2031: The two sides send each other their gauge readings; Upper Tavnis is to see to it.`"""
    entry = one.entry
    several = len(entry.by) > 1 or any(map(context.phrases.plural, entry.by))
    who = f"; {context.phrases.the_names(entry.by)} {'are' if several else 'is'} to see to it" if entry.by else ""
    return context.lines.line(sentence(f"{entry.text.removesuffix('.')}{who}"), entry, lead=_lead(one))


def _lead(one: FollowUp) -> str:
    due = one.entry.due
    if not due.said:
        return "No day set"
    if one.late is not None and one.late > 0:
        return f"Overdue, it was due by {day(due)}"
    return f"Due by {day(due)}" + (", today" if one.late == 0 else "")
