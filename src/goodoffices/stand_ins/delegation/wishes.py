"""What a delegation asked for, and who heard it.

1. It asks by a position that wants an answer, and by a proposal in each of its forms: the first one and what it was changed to.
2. Those heard it who sat in the meeting at that moment. Its own seats do not count: it tells nobody else.
3. What it asked for last counts. Where some of those who listen now have heard something else from it since, and not all, it is not
   told as what it asked for: to some of them that would be false.
"""

from collections.abc import Iterator

from goodoffices.proceedings import Package, Public

from ..heard import asked_by, wish
from .stance import Standing


def asked_for(here: Standing, meeting: str) -> dict[str, str]:
    """On each issue what a delegation asked for last, before all those of other sides who sit in a meeting."""
    there = here.view.facts.meetings.get(meeting)
    listening = listeners(here.public, here.party, there.opened.seats) if there else frozenset()
    found: dict[str, str] = {}
    for heard_by, package in _wishes(here):
        for issue, option in package.items():
            if listening <= heard_by:
                found[issue] = option
            elif listening & heard_by and found.get(issue) != option:
                found.pop(issue, None)
    return found


def demanded(here: Standing) -> frozenset[tuple[str, str]]:
    """Issues and answers that a delegation has asked for before another side."""
    others = frozenset().union(*(here.public.delegation(one) for one in here.others))
    return frozenset(one for heard_by, package in _wishes(here) if heard_by & others for one in package.items())


def listeners(public: Public, party: str, seats: tuple[str, ...]) -> frozenset[str]:
    """Who sits there besides a party's own delegation."""
    return frozenset(seats) - public.delegation(party)


def _wishes(here: Standing) -> Iterator[tuple[frozenset[str], Package]]:
    for seats, what in asked_by(here.view, here.party):
        yield seats - here.public.delegation(here.party), wish(what)
