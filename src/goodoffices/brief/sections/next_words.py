"""Sentences on what is next: planned until a source says that it was held, each account with its own day."""

import re
from collections.abc import Iterator

from ...case.called_off import calling_off
from ...talks import UNSAID, Day, NextStep
from ..context import Context
from ..english import day, listed, on, sentence
from ..english.wording import Kind, inside, kind_of
from ..outline import Line
from ..passages import passages
from .off_words import called_off_line, plural
from .told_words import in_place, told_by

_AHEAD = re.compile(r"\b(?:are|is) (?:to|planned|proposed|set|due|expected|scheduled|fixed|foreseen)\b|\bwill\b")
"""Words that say by themselves that it is to come."""


def next_steps(context: Context) -> list[list[NextStep]]:
    """The next steps, those of the same words as one: two accounts may give it different days."""
    groups: dict[tuple[str, str | None], list[NextStep]] = {}
    for step in context.case.talks.outcome.next:
        groups.setdefault((inside(step.text, context.proper), step.meeting), []).append(step)
    return [sorted(group, key=context.overtaken) for group in groups.values()]


def next_lines(
    context: Context, steps: list[NextStep], before: str = "planned", *, early: bool = False
) -> Iterator[Line]:
    """`The two sides are to meet again: on 2 June 2031 according to the Lenn Courier, on 9 June 2031 according to the Torvik Post.`

    `early`: also why some sources do not tell it.
    """
    claims = tuple(c for step in steps for c in step.claims)
    if context.unread(claims):
        yield from passages(context, claims)
        return
    off = [step for step in steps if calling_off(context.case, step)]
    if planned := [step for step in steps if step not in off]:
        yield _planned(context, planned, before, early=early)
    yield from (called_off_line(context, step) for step in off)


def _planned(context: Context, steps: list[NextStep], before: str, *, early: bool) -> Line:
    claims = tuple(c for step in steps for c in step.claims)
    words = inside(steps[0].text, context.proper)
    if context.overtaken(steps[0]):
        before = "planned at an earlier meeting"
    kind = kind_of(steps[0].text)
    if kind is Kind.NOUN:
        return _noun(context, steps, words, early=early)
    if kind is not Kind.CLAUSE or before not in ("next", "planned"):
        before = f"{before}: "
    else:
        before = "" if _AHEAD.search(words) else "next, " if before == "next" else "it is planned that "
    days = sorted({step.date.text: step for step in steps if step.date.said}.values(), key=lambda s: s.date.text)
    if len(days) > 1:
        told = ", ".join(f"{on(step.date)} according to {_publishers(context, step)}" for step in days)
        differs = tuple(c for step in days for c in step.claims)
        return context.lines.line(sentence(f"{before}{words}: {told}"), steps, differs=differs)
    place = in_place(context, claims, steps[0].place or "", words)
    when = f" {on(days[0].date)}" if days and day(days[0].date) not in words else ""
    told = told_by(context, claims, words + place, _announced(context, steps[0]), early=early)
    return context.lines.line(sentence(f"{before}{words}{place}{when}{told}"), steps)


def _announced(context: Context, step: NextStep) -> Day:
    """The day before which nobody could tell what is next: that of the meeting in which it was said."""
    meeting = context.case.talks.meetings.get(step.meeting or "")
    return meeting.date if meeting else UNSAID


def _noun(context: Context, steps: list[NextStep], words: str, *, early: bool) -> Line:
    """`The next round is planned for 25 March`; of one that was announced at an earlier meeting, that it was planned there."""
    claims = tuple(c for step in steps for c in step.claims)
    days = sorted({step.date.text: step for step in steps if step.date.said}.values(), key=lambda s: s.date.text)
    later = context.overtaken(steps[0])
    be = ("were" if later else "are") if plural(words) else ("was" if later else "is")
    place = in_place(context, claims, steps[0].place or "", words)
    end = " at an earlier meeting" if later else ""
    if len(days) > 1:
        told = ", ".join(f"for {day(step.date)} according to {_publishers(context, step)}" for step in days)
        differs = tuple(c for step in days for c in step.claims)
        return context.lines.line(sentence(f"{words} {be} planned{end}: {told}"), steps, differs=differs)
    when = f" for {day(days[0].date)}" if days and day(days[0].date) not in words else ""
    told = told_by(context, claims, words + place, _announced(context, steps[0]), early=early)
    return context.lines.line(sentence(f"{words}{place} {be} planned{when}{end}{told}"), steps)


def _publishers(context: Context, step: NextStep) -> str:
    known = [context.case.claims[c].source for c in step.claims if c in context.case.claims]
    return listed(sorted({context.phrases.the_publisher(source) for source in known}))
