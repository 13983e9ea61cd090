"""What to ask one party on one issue: each question stands on something that the record leaves open.

    silence     no report tells where it stands
    told        only another tells what it wants
    which       two who speak for it tell different things
    condition   it makes something depend on something else
    accounts    two accounts tell something of it that cannot both be true
    option      another side puts forward what it has not spoken of
    moved       it stands elsewhere than before

At most three for a party and an issue, in this order. Of what is settled only what the accounts differ in is asked.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

from ...talks import WANTING, Condition, Position
from ..context import Context
from ..english import capital, listed, number
from ..english.wording import Kind, inside, kind_of
from ..outline import Line
from ..sections.stand_words import PAST, act, own
from ..sections.stands import chain_of
from . import accounts
from .stand import Stand
from .words import by_whom, foreign_teller, is_noun, is_plain, option, say, you

Ground = Literal["silence", "told", "which", "condition", "accounts", "option", "moved", "mandate"]
MOST = 3
"""Questions to a party on an issue."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and on what ground it is asked."""

    ground: Ground
    line: Line


def questions(stand: Stand, others: list[Stand]) -> tuple[Question, ...]:
    """What to ask a party on an issue; `others` are the other parties on the same."""
    return first(_accounts(stand) if stand.is_settled else _open(stand, others))


def first(asked: Iterable[Question]) -> tuple[Question, ...]:
    """The first three, each once; accounts that differ are not asked for again where another question has them all."""
    kept: dict[str, Question] = {}
    for question in asked:
        known = {c for other in kept.values() for c in other.line.claims}
        text = question.line.text
        if text in kept:
            line = kept[text].line
            kept[text] = replace(
                question, line=replace(line, claims=(*dict.fromkeys((*line.claims, *question.line.claims)),))
            )
        elif question.ground != "accounts" or not {*question.line.claims} <= known:
            kept[text] = question
    return tuple(kept.values())[:MOST]


def _open(stand: Stand, others: list[Stand]) -> Iterator[Question]:
    yield from _silence(stand)
    yield from _told(stand)
    yield from _which(stand)
    yield from (conditional(stand.context, stand.party, condition) for condition in stand.conditions)
    yield from _accounts(stand)
    yield from _options(stand, others)
    yield from _moved(stand)


def _silence(stand: Stand) -> Iterator[Question]:
    if stand.is_silent:
        yield Question("silence", Line(f"Where do you stand {stand.material.on[stand.issue]}?"))


def _told(stand: Stand) -> Iterator[Question]:
    context = stand.context
    by_act: dict[str, list[Position]] = {}
    for position in stand.foreign:
        by_act.setdefault(you(context, position), []).append(position)
    for what, told in by_act.items():
        who = say(context, [p.told_by or "" for p in told])
        text = f"Is it so that {what}, as {who}?" if is_plain(context, told[0]) else f"Is it so, as {who}, that {what}?"
        yield Question("told", context.lines.line(text, [c for p in told for c in p.claims]))


def _which(stand: Stand) -> Iterator[Question]:
    """Two who speak for the party, and want different things."""
    context = stand.context
    pairs = [pair for pair in combinations(stand.own, 2) if _apart(*pair)]
    chosen = [p for p in stand.own if any(p in pair for pair in pairs)]
    if not chosen:
        return
    labels: dict[str, list[Position]] = {}
    wanting = all(p.stance in WANTING for p in chosen)
    for p in chosen:
        words = option(context, p.issue, p.option) if wanting else you(context, p)
        labels.setdefault(words, []).append(p)
    told = [f"{words} ({listed(dict.fromkeys(_tag(context, p) for p in by))})" for words, by in labels.items()]
    if len(told) < 2:
        return  # two options of one name: nobody could answer
    text = f"Which of the {number(len(told))} is it: {listed(told, 'or')}?"
    yield Question("which", context.lines.line(text, [c for p in chosen for c in p.claims]))


def _apart(one: Position, other: Position) -> bool:
    """Whether two tellers want different options, or one wants what the other does not."""
    wants = (one.stance in WANTING, other.stance in WANTING)
    differ = wants == (True, True) if one.option != other.option else wants[0] != wants[1]
    return differ and one.told_by != other.told_by


def _tag(context: Context, position: Position) -> str:
    if position.told_by == position.party:
        return context.phrases.name(position.party)
    return by_whom(context, position) or "told without a source"


def conditional(context: Context, party: str, condition: Condition) -> Question:
    """A condition put to the party; one that only another tells is asked as that."""
    what, only_if = (inside(text, context.proper) for text in (condition.what, condition.only_if))
    clause = kind_of(condition.only_if) is Kind.CLAUSE
    text = f"you make {what} depend on one condition" + (f", that {only_if}" if clause else f" ({only_if})")
    claims = [context.case.claims[c] for c in condition.claims if c in context.case.claims]
    tellers = [foreign_teller(context, claim, party) for claim in claims]
    if tellers and all(tellers):
        text = f"Is it so that {text}, as {say(context, [teller for teller in tellers if teller])}?"
    else:
        text = f"{capital(text)}: does that still hold?"
    return Question("condition", context.lines.line(text, condition.claims))


def _accounts(stand: Stand) -> Iterator[Question]:
    yield from (
        Question("accounts", line) for line in accounts.contradictions(stand.material, stand.party, stand.issue)
    )


def _options(stand: Stand, others: list[Stand]) -> Iterator[Question]:
    """What other sides put forward themselves and this one has not spoken of, all in one question."""
    context = stand.context
    if any(c in stand.unread and context.case.claims[c].option is None for c in stand.unread):
        return  # a claim whose option nobody has entered may speak of any of them
    by_option: dict[str, list[Stand]] = {}
    for other in others:
        for key in other.offered:
            if key not in stand.spoken_of:
                by_option.setdefault(key, []).append(other)
    if by_option:
        claims = [c for key, by in by_option.items() for other in by for c in other.offered[key][1]]
        text = f"Could you live with {', or with '.join(_offers(stand, by_option))}?"
        yield Question("option", context.lines.line(text, claims))


def _offers(stand: Stand, by_option: dict[str, list[Stand]]) -> Iterator[str]:
    """`a 30-day ceasefire, which Ukraine supports`; `what the union demands: open without a term`, in brackets with others."""
    for key, by in by_option.items():
        words = option(stand.context, stand.issue, key)
        acts = listed(f"{stand.context.phrases.the(other.party)} {_verb(other, key)}" for other in by)
        if is_noun(stand.context, stand.issue, key):
            yield f"{words}, which {acts}"
        else:
            yield f"what {acts}: {words}" if len(by_option) == 1 else f"what {acts} ({words})"


def _verb(other: Stand, key: str) -> str:
    one = other.offered[key][0].replace("_", " ")
    if not other.context.phrases.plural(other.party):
        return one
    head, _, tail = one.partition(" ")
    return f"{head.removesuffix('s')} {tail}".strip()


def _moved(stand: Stand) -> Iterator[Question]:
    """From what to what, and what has changed: nothing of further steps, which would take a side."""
    context = stand.context
    for last in stand.own:
        steps = chain_of(context, last)
        first = steps[0]
        moved = (first.option, first.stance) != (last.option, last.stance)
        if moved and all(own(context, p) and not context.unread(p.claims) for p in steps):
            line = context.lines.line(_change(stand, first, last), [c for p in steps for c in p.claims])
            yield Question("moved", line)


def _change(stand: Stand, first: Position, last: Position) -> str:
    context = stand.context
    if not (is_plain(context, first) and is_plain(context, last)):
        return (
            f"Your position {stand.material.on[stand.issue]} is no longer the first one told: what has changed for you?"
        )
    before, now = act(context, first, PAST[first.stance]), you(context, last).removeprefix("you ")
    return f"You first {before} and now {now}: what has changed for you?"


def gap(stand: Stand) -> Line | None:
    """That no report tells where the party stands, where that is so."""
    return Line("No report tells a position.") if stand.is_silent and not stand.is_settled else None
