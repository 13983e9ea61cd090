"""How many tell a thing, who tells only a part of it, and whether any tells its place."""

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
        names = [listed(map(context.phrases.publisher, keys)) for keys in (whole, part)]
        return f" ({names[0]}; in part {names[1]})"
    if len(telling) == len(all_):
        return f" (told by {'both' if len(all_) == 2 else f'all {len(all_)}'} sources)"
    if len(telling) > 1:
        return f" (told by {len(telling)} of {len(all_)} sources)"
    return f" (only {context.phrases.publisher(telling[0])})"


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
    less = {claim.id for claim in known if not says_all(f"{claim.value} {claim.words}", text)}
    less = less if len(less) < len(known) else set()
    for a, b in combinations(known, 2):
        if frozenset((a.id, b.id)) in context.refining:
            less.add(min(a, b, key=lambda claim: len(str(claim.value))).id)
    return less
