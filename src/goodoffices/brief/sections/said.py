"""What was said: the two or three statements that carry the day, at most one of each side first."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from ...talks import Statement
from ..context import Context
from ..english import number, sentence
from ..english.wording import Kind, inside, kind_of
from ..outline import Block, Bullets, Line, Note, Section
from ..passages import passages
from .meeting_words import mandates
from .quotations import quotation, quoted

MOST = 3
"""Statements in the main part; the annex has all."""
_PAST = re.compile(r"(?:[a-z]+ed|said|told|made|gave|took|left|went|met|wrote|sent|put|held) ")
"""A verb of the past at the beginning: what a person types as somebody's act."""
_REPORTING = frozenset(
    "said denied criticized criticised suggested announced warned stressed added noted claimed argued".split()
)


def said(context: Context) -> Section | None:
    """The third section; nothing where nobody is told to have said anything."""
    chosen = _chosen(context)
    lines = [*mandates(context)]
    told = {claim for line in lines for claim in line.claims}
    new = [statement for statement in chosen if not set(statement.claims) <= told or not statement.claims]
    delegations = context.case.talks.delegations.values()
    named = {dispute.by for d in delegations for dispute in d.mandate.disputed} if lines else set()
    for statement in new:
        by = context.phrases.the(statement.by) if statement.by in named else context.phrases.titled(statement.by)
        named.add(statement.by)
        lines += statement_lines(context, statement, by)
    blocks: list[Block] = [Bullets(tuple(dict.fromkeys(lines)))]
    blocks += [] if context.unsettled else _silent(context)
    return Section("said", "What was said", tuple(blocks)) if lines else None


def _chosen(context: Context) -> list[Statement]:
    """The weightiest of each speaker's side in turn, so that no side speaks alone where another spoke, too."""
    by_side: dict[str, list[Statement]] = {}
    inside_room = [s for s in context.case.talks.statements if not context.is_outside(s.by)]
    for statement in sorted(inside_room, key=lambda s: _weight(context, s), reverse=True):
        by_side.setdefault(context.phrases.side_of(statement.by) or statement.by, []).append(statement)
    order = sorted(
        by_side, key=lambda side: (side not in context.case.talks.parties, context.phrases.name(side).casefold())
    )
    rounds = zip_longest(*(by_side[side] for side in order))
    return [statement for turn in rounds for statement in turn if statement is not None][:MOST]


def _silent(context: Context) -> Iterator[Note]:
    """The parties of which no statement is told, where another's is."""
    spoke = {context.phrases.side_of(s.by) for s in context.case.talks.statements}
    if silent := [party for party in context.parties if party not in spoke]:
        yield Note(f"{_no_source(context)} a statement by {context.phrases.the_names(silent)}.")


def _no_source(context: Context) -> str:
    many = len(context.case.record.sources)
    few = {1: "The source does not report", 2: "Neither source reports"}
    return few.get(many, f"None of the {number(many)} sources reports")


def _weight(context: Context, statement: Statement) -> tuple[int, int]:
    """What several sources tell weighs most, then what is told in the speaker's own words."""
    return len(context.told_by(statement.claims)), int(quoted(context, statement.claims) is not None)


def statement_lines(context: Context, statement: Statement, by: str = "") -> Iterator[Line]:
    """`Zelensky criticizes Putin's absence.`, `Lavrov said that ...`, `Olvik: “nobody in arms ...” (Kelmarsk Courier).`

    `by`: the speaker as he is named here; without it with his post.
    """
    if context.unread(statement.claims):
        yield from passages(context, statement.claims)
        return
    by, words = by or context.phrases.titled(statement.by), inside(statement.text, context.proper)
    also = context.phrases.post_claims(by, statement.by)
    own, kind = quoted(context, statement.claims), kind_of(statement.text)
    if own is not None:
        yield context.lines.line(quotation(context, own, by), statement, also=also)
    elif kind is Kind.VERB or _PAST.match(statement.text):
        yield context.lines.line(sentence(f"{by} {words}"), statement, also=also)
    elif kind is Kind.CLAUSE:
        words = _themselves(context, statement.by, words)
        yield context.lines.line(sentence(f"{by} {_verb(context, statement)} that {words}"), statement, also=also)
    else:
        yield context.lines.line(sentence(f"{by}: {words}"), statement, also=also)


def _themselves(context: Context, by: str, words: str) -> str:
    """`Russia said that it suspends ...`, where a party speaks of itself by name."""
    named = next((n for n in (context.phrases.the(by), context.phrases.name(by)) if words.startswith(f"{n} ")), None)
    if named is None or by in context.case.talks.people:
        return words
    return ("they" if context.phrases.plural(by) else "it") + words.removeprefix(named)


def _verb(context: Context, statement: Statement) -> str:
    """The verb of the sources, where all have the same; else `said`, which adds nothing."""
    verbs = {context.case.claims[c].predicate for c in statement.claims if c in context.case.claims}
    return verbs.pop() if len(verbs) == 1 and verbs <= _REPORTING - {"denied", "criticized", "criticised"} else "said"
