"""Sentences on what is next: planned until a source says that it was held, each account with its own day."""

import re
from collections.abc import Iterator

from ...language.wording import says_all
from ...talks import NextStep
from ..context import Context
from ..english import day, listed, on, sentence
from ..english.wording import Kind, inside, kind_of
from ..outline import Line
from ..passages import passages
from .told_words import told_by

_AHEAD = re.compile(r"\b(?:are|is) to\b|\bwill\b")
"""Words that say by themselves that it is to come."""


def next_steps(context: Context) -> list[list[NextStep]]:
    """The next steps, those of the same words as one: two accounts may give it different days."""
    groups: dict[tuple[str, str | None], list[NextStep]] = {}
    for step in context.case.talks.outcome.next:
        groups.setdefault((inside(step.text, context.proper), step.meeting), []).append(step)
    return list(groups.values())


def next_lines(context: Context, steps: list[NextStep], before: str = "planned") -> Iterator[Line]:
    """`Next, the two sides meet again on 2 June 2031 (Kelmarsk Courier) or on 9 June 2031 (Tavnis Post).`"""
    claims = tuple(c for step in steps for c in step.claims)
    if context.unread(claims):
        yield from passages(context, claims)
        return
    words = inside(steps[0].text, context.proper)
    if context.overtaken(steps[0]):
        before = "announced before a later meeting"
    clause = before == "next" and kind_of(steps[0].text) is Kind.CLAUSE
    before = "" if clause and _AHEAD.search(words) else f"{before}, " if clause else f"{before}: "
    days = sorted({step.date.text: step for step in steps if step.date.said}.values(), key=lambda s: s.date.text)
    if len(days) > 1:
        told = [f"{on(step.date)} ({_publishers(context, step)})" for step in days]
        differs = tuple(c for step in days for c in step.claims)
        yield context.lines.line(sentence(f"{before}{words}, {listed(told, 'or')}"), steps, differs=differs)
        return
    place = _place(context, claims, steps[0].place or "", words)
    when = f" {on(days[0].date)}" if days and day(days[0].date) not in words else ""
    yield context.lines.line(sentence(f"{before}{words}{place}{when}{told_by(context, claims, words + place)}"), steps)


def _place(context: Context, claims: tuple[str, ...], place: str, words: str) -> str:
    """` in Hask`, where a claim names the place and the text does not: what no claim says is not told with its mark."""
    known = [context.case.claims[c] for c in claims if c in context.case.claims]
    told = not known or any(says_all(f"{claim.value} {claim.words}", place) for claim in known)
    return f" in {place}" if place and place not in words and told else ""


def _publishers(context: Context, step: NextStep) -> str:
    known = [context.case.claims[c].source for c in step.claims if c in context.case.claims]
    return listed(sorted({context.phrases.publisher(source) for source in known}))
