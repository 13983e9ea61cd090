"""How many tell a thing, who tells only a part of it, and whether any tells its place."""

import re
from itertools import combinations

from ...language.wording import says_all
from ...record import Source
from ...talks import UNSAID, Day
from ..context import Context
from ..english import listed, number

_EARLY = ("before", "during")
"""When a source was written that cannot know what came of the talks."""
_NAMED = 3
"""Sources that are named; where more tell a thing, and all that could, nothing is said of them."""


def told_by(
    context: Context, claims: tuple[str, ...], text: str, happened: Day = UNSAID, *, early: bool = False
) -> str:
    """How many independent sources tell a thing, of those that could: ` (reported by both sources)`, ` (only Lenn Courier)`.

    `happened`: the day before which nobody could tell it. `early`: why the others do not tell it is said, where they could not.
    """
    all_, telling = set(context.witnesses.values()), context.told_by(claims)
    if len(all_) < 2 or not telling:
        return ""
    whole, part = _shares(context, claims, text)
    if part:
        who, tells = listed(map(context.phrases.the_publisher, part)), "tells" if len(part) == 1 else "tell"
        return f" ({listed(map(context.phrases.publisher, whole))}; {who} {tells} a part of it)"
    known = [key for key in context.case.record.sources if key in all_]
    able = [key for key in known if key in telling or _could_tell(context, key, happened)]
    if len(able) == len(telling) < len(all_):  # all that could tell it do
        why = (
            _why_not(context, [key for key in context.case.record.sources if key in all_ - set(able)]) if early else ""
        )
        why *= len(telling) == 1
        return f" ({listed(map(context.phrases.publisher, telling))}{why})" if len(telling) <= _NAMED else ""
    return f" ({_counted(context, telling, len(able), len(all_))})"


def _counted(context: Context, telling: list[str], able: int, all_: int) -> str:
    if len(telling) == able:
        return f"reported by {'both' if able == 2 else f'all {number(able)}'} sources"
    if len(telling) == 1:
        return f"only {context.phrases.the_publisher(telling[0])}"
    could = "" if able == all_ else " that could report it"
    return f"reported by {number(len(telling))} of the {number(able)} sources{could}"


def _could_tell(context: Context, witness: str, happened: Day) -> bool:
    """Whether a witness wrote late enough to tell it: not one before or during the talks, unless it was printed later."""
    return any(_late_enough(source, happened) for source in context.prints[witness])


def _late_enough(source: Source, happened: Day) -> bool:
    printed = source.printed
    if source.written in _EARLY:
        return printed.first is not None and happened.last is not None and printed.first > happened.last
    return printed.last is None or happened.first is None or printed.last >= happened.first


def _why_not(context: Context, early: list[str]) -> str:
    """`; open4business.com.ua was written during the talks`, of the only other source."""
    source = context.case.record.sources[early[0]]
    if len(early) > 1 or source.written not in _EARLY:
        return ""
    return f"; {context.phrases.the_publisher(early[0])} was written {source.written} the talks"


def _shares(context: Context, claims: tuple[str, ...], text: str) -> tuple[list[str], list[str]]:
    """Who tells the whole of it, and who only a part."""
    less = _less(context, claims, text)
    whole = context.told_by(c for c in claims if c not in less)
    return (whole, [key for key in context.told_by(less) if key not in whole]) if whole else ([], [])


def in_parts(context: Context, claims: tuple[str, ...], text: str) -> str:
    """`No agreement on water, nor, according to the Tavnis Post, on mill or ford`, where it is plain who denies which part."""
    whole, part = _shares(context, claims, text)
    known = [context.case.claims[c] for c in claims if c in context.case.claims]
    heard = " ".join(f"{c.value} {c.words}" for c in known if context.witnesses.get(c.source) in part)
    items = _subjects(text)
    both = [item for item in items if says_all(heard, item)]
    if len(part) != 1 or not 0 < len(both) < len(items):
        return ""
    rest = listed([item for item in items if item not in both], "or")
    head = text[: text.lower().index(" on ")]
    the = "the " * text.lower().startswith(f"{head.lower()} on the ")
    return f"{head} on {the}{listed(both, 'or')}, nor, according to {listed(map(context.phrases.the_publisher, whole))}, on {rest}"


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
