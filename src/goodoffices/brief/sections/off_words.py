"""Sentences on a meeting that was planned and called off; where another account has it held, or still planned, both."""

import re
from collections.abc import Iterable

from ...case.called_off import calling_off, holding, still_planning
from ...record import Claim
from ...talks import NextStep
from ..context import Context
from ..english import day, listed, sentence
from ..english.wording import Kind, inside, kind_of
from ..outline import Line
from ..questions import called_off
from .told_words import in_place

_ONE = frozenset(("a", "an", "one", "another"))
_AFTER_NOUN = re.compile(r"[,;:]| (?:of|on|in|at|about|with|between|for|to|before|after|over) ")


def called_off_line(context: Context, step: NextStep) -> Line:
    """`A session on shifts in Hask, planned for 14 March 2031, was called off by the Brightwater Works (Hask Evening Ledger).`"""
    case = context.case
    off, held, still = calling_off(case, step), holding(case, step), still_planning(case, step)
    told = [*_off_words(context, off)]
    told += [f"held ({_publishers(context, held)})"] if held else []
    told += [f"still planned ({_publishers(context, still)})"] if still else []
    differs = tuple(claim.id for claim in (*off, *held, *still)) if held or still else ()
    text = sentence(_sentence(context, step, listed(told, "or"), verb=len(told) == 1))
    return context.lines.line(text, step, also=[claim.id for claim in off], differs=differs)


def _sentence(context: Context, step: NextStep, off: str, *, verb: bool) -> str:
    words = inside(step.text, context.proper)
    place = in_place(context, step.claims, step.place or "", words)
    when = f"planned for {day(step.date)}" if step.date.said and day(step.date) not in words else "planned"
    if not verb or kind_of(step.text) is not Kind.NOUN:
        return f"{when}, {'but ' * verb}{off}: {words}{place}"
    be = "" if off.startswith("fell") else "were " if plural(words) else "was "
    return f"{words}{place}, {when}, {be}{off}"


def _off_words(context: Context, claims: Iterable[Claim]) -> list[str]:
    """`called off by the Brightwater Works (Hask Evening Ledger and The Ladle)`, once for each who is said to have done so."""
    by: dict[str, list[Claim]] = {}
    for claim in claims:
        by.setdefault(called_off(context, claim), []).append(claim)
    return [f"{_reserve(told)}{words} ({_publishers(context, told)})" for words, told in by.items()]


def _publishers(context: Context, claims: Iterable[Claim]) -> str:
    return listed(dict.fromkeys(context.phrases.publisher(claim.source) for claim in claims))


def _reserve(claims: Iterable[Claim]) -> str:
    return "reportedly " if all(claim.modality == "hedged" for claim in claims) else ""


def plural(words: str) -> bool:
    """Whether what is planned is more than one thing: `talks on shifts`, but `a session on shifts`."""
    noun = _AFTER_NOUN.split(words, maxsplit=1)[0].lower()
    return noun.split(" ")[0] not in _ONE and noun.endswith("s") and not noun.endswith("ss")
