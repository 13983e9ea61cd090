"""Of which day a claim tells a post: a minister of March who is Prime Minister in October has changed office.

1. The day is that of a qualifier (`when`, `as_of`, `since`, `until`); without one, that on which the source was printed.
2. Two posts told of different days are one after the other, and no difference between the accounts.
3. Days of print alone must lie a month apart: two papers of one week that name different posts tell different things.
"""

from collections.abc import Mapping
from datetime import timedelta

from ..talks import UNSAID, Day
from .claim import Claim
from .source import Source

APART = timedelta(days=31)
"""Between two days of print, from which a person may well have changed office."""
_QUALIFIERS = ("when", "as_of", "since", "until")


def told_of(claim: Claim, sources: Mapping[str, Source]) -> Day:
    """The day of which a claim tells a post; `not said` where nothing tells it."""
    source = sources.get(claim.source)
    return _qualified(claim) or (source.printed if source is not None else UNSAID)


def one_after_the_other(a: Claim, b: Claim, sources: Mapping[str, Source]) -> bool:
    """Whether two claims tell the posts of one person of different days."""
    first, last = sorted((told_of(a, sources), told_of(b, sources)), key=lambda day: (day.first is not None, day.first))
    if first.last is None or last.first is None or first.last >= last.first:
        return False
    return any(_qualified(claim) for claim in (a, b)) or last.first - first.last >= APART


def _qualified(claim: Claim) -> Day | None:
    """The day that a qualifier names."""
    for key in _QUALIFIERS:
        try:
            return Day.parse(str(claim.qualifiers[key]))
        except (KeyError, ValueError):
            continue
    return None
