"""What a party wants, in no more than its claims say: an option's label where they say all of it, else their own words."""

import re

from ...language.wording import says_all
from ...record import Claim
from ...talks import Condition, Position, Stance, Support
from ..context import Context
from ..english.wording import Kind, inside, kind_of

_AGREEING: frozenset[Stance] = frozenset({"accepts", "proposes", "supports"})


def wanted(context: Context, told: Position | Support) -> str:
    """The option as it stands in a sentence, or the least that a claim says of it.

    One option stands for what several people said in words of their own: `a fee charged by the cubic metre` for somebody's
    `a fee for whatever more they take`. Of whom the label says more than the claims do, the claim's own value is printed.
    """
    issue, option = told.issue or "", told.option or ""
    label = context.phrases.option(issue, option)
    claims = [context.case.claims[c] for c in told.claims if c in context.case.claims]
    telling = [c for c in claims if (c.issue, c.option) == (issue, option) and isinstance(c.value, str)]
    heard = " ".join(f"{c.value} {c.words}" for c in telling)
    said = _REMARK.sub("", label)  # what a report calls it is told of the report
    if not telling or says_all(f"{heard} {context.phrases.issue(issue)}", said) or _on_condition(context, told):
        return _hedged(inside(label, context.proper), telling)
    return _hedged(inside(min((str(c.value) for c in telling), key=len), context.proper), telling)


_REMARK = re.compile(r" \((?:the|both|two) reports? .*\)$")


def _hedged(words: str, telling: list[Claim]) -> str:
    """The words, a report's own reserve within them told as the report's: it is not the doubt of him who wants it."""
    reserves = [
        c.hedge for c in telling if c.hedge and not c.direct and re.search(rf"\b{re.escape(c.hedge)}\b", words, re.I)
    ]
    return f"{words} (“{reserves[0]}” is the report’s word)" if reserves else words


def _on_condition(context: Context, told: Position | Support) -> bool:
    """Whether the claims' words hold a condition, too, which the sentence tells beside the option."""
    return isinstance(told, Position) and bool(all_conditions(context, told))


def conditions(context: Context, position: Position) -> list[Condition]:
    """The conditions that stand behind a position, of one who would agree: `accepts a lease only if ...`.

    Who demands no renewal, and would renew on a condition, does not demand it on that condition.
    """
    denied = kind_of(wanted(context, position)) is Kind.NONE
    return all_conditions(context, position) if position.stance in _AGREEING and not denied else []


def all_conditions(context: Context, position: Position) -> list[Condition]:
    """The conditions of a position: those on the same issue that rest on a claim of it."""
    on_it = (c for c in context.case.talks.conditions if c.issue == position.issue)
    return [condition for condition in on_it if set(condition.claims) & set(position.claims)]
