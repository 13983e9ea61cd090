"""How many tell a thing, who tells only a part of it, and whether any tells its place."""

import re
from itertools import combinations

from ...language.wording import says_all
from ..context import Context
from ..english import listed


def told_by(context: Context, claims: tuple[str, ...], text: str) -> str:
    """How many independent sources tell a thing: ` (told by both sources)`, ` (told by 3 of 4 sources)`, ` (only Lenn Courier)`."""
    all_, telling = set(context.witnesses.values()), context.told_by(claims)
    if len(all_) < 2 or not telling:
        return ""
    less = _less(context, claims, text)
    whole = context.told_by(c for c in claims if c not in less)
    if whole and (part := [key for key in context.told_by(less) if key not in whole]):
        return f" ({listed(map(context.phrases.publisher, whole))}; {_part(context, claims, text, part)})"
    if len(telling) == len(all_):
        return f" (told by {'both' if len(all_) == 2 else f'all {len(all_)}'} sources)"
    if len(telling) > 1:
        return f" (told by {len(telling)} of {len(all_)} sources)"
    return f" (only {context.phrases.publisher(telling[0])})"


def _part(context: Context, claims: tuple[str, ...], text: str, part: list[str]) -> str:
    """`the Kelmarsk Courier on water alone`, where it is plain which part that is; else that it tells a part."""
    known = [context.case.claims[c] for c in claims if c in context.case.claims]
    heard = " ".join(f"{c.value} {c.words}" for c in known if context.witnesses.get(c.source) in part)
    named = [item for item in _subjects(text) if says_all(heard, item)]
    who = listed(map(context.phrases.the_publisher, part))
    if len(part) == 1 and 0 < len(named) < len(_subjects(text)):
        return f"{who} on {listed(named)} alone"
    return f"{who} {'tells' if len(part) == 1 else 'tell'} a part of it"


def _subjects(text: str) -> list[str]:
    """On what there was no agreement, as far as it is a list: `water`, `mill`, `ford`."""
    listed_ = re.fullmatch(r"No .+? on (?:the )?(\S+(?:, \S+)* (?:or|and) \S+)\.?", text, re.I)
    return re.split(r", | or | and ", listed_[1].rstrip(".")) if listed_ else []


def _of_one(text: str) -> bool:
    """Whether it is denied of one thing only: who says it in other words says all of it."""
    return text.lower().startswith("no ") and not re.search(r",| or | and |;", text)


def in_place(context: Context, claims: tuple[str, ...], place: str, words: str) -> str:
    """` in Hask`, where a claim names the place and the text does not: what no claim says is not told with its mark."""
    known = [context.case.claims[c] for c in claims if c in context.case.claims]
    told = not known or any(says_all(f"{claim.value} {claim.words}", place) for claim in known)
    return f" in {place}" if place and place not in words and told else ""


def _less(context: Context, claims: tuple[str, ...], text: str) -> set[str]:
    """The claims that tell less of a thing than another of them: its source does not tell the whole.

    It says less than the text that is printed, where another says all of that; or less than another by the comparison. Which of
    two is the more exact the comparison does not say; the one with more words is taken for it.
    """
    known = [context.case.claims[c] for c in claims if c in context.case.claims]
    if _of_one(text):
        return set()
    less = {claim.id for claim in known if not says_all(f"{claim.value} {claim.words}", text)}
    less = less if len(less) < len(known) else set()
    for a, b in combinations(known, 2):
        if frozenset((a.id, b.id)) in context.refining:
            less.add(min(a, b, key=lambda claim: len(str(claim.value))).id)
    return less
