"""What a delegation answers to points that are read back.

1. Every point gets an answer, also one of an earlier list: the list that was read last comes first.
2. It is confirmed where it is as the delegation heard it, and objected to where it is not. A package gets one answer, as a whole:
   an objection says on which of its issues.
3. What nobody has proposed it confirms where all sides called for it last, each heard by all who sit there, and it is worth as much
   as no deal has to be with what is settled. Where it is not, it asks for a proposal with the rest.
"""

from collections.abc import Iterable

from goodoffices.proceedings import Act, Confirm, Object, Package

from .. import sentences
from .calling import called_for_by_all
from .stance import Standing


def read_back(here: Standing) -> Act | None:
    """The answer to a point that waits for one."""
    facts = here.view.facts.points
    for id_ in sorted(here.view.waiting.points, key=lambda one: facts[one].at, reverse=True):
        if wrong := _wrong(here, id_):
            words, issues = wrong
            named = tuple(issues) if facts[id_].tied else ()
            return Object(by=here.view.seat, point=id_, words=words, issues=named)
        return Confirm(by=here.view.seat, point=id_)
    return None


Wrong = tuple[str, Iterable[str]]
"""What is said against a point, and on which issues."""


def _wrong(here: Standing, point: str) -> Wrong | None:
    """What a delegation has to say against a point, or nothing."""
    read = here.view.facts.points[point].read
    if read.kind == "next":
        return None
    settled = here.view.outcome.settled
    if read.kind in ("not agreed", "open"):
        there = settled.get(read.issue or "")
        return (sentences.objection(here.public, read.issue, there), ()) if read.issue and there else None
    package = here.view.facts.points[point].binds
    if not package:
        return sentences.CANNOT_TELL, ()
    if here.referred(package) == "refuse" and not here.within(package):
        return sentences.NOT_CONFIRMED_BY_US, ()
    return _not_agreed(here, point, package)


def _not_agreed(here: Standing, point: str, package: Package) -> Wrong | None:
    settled, called = here.view.outcome.settled, called_for_by_all(here, here.view.facts.points[point].meeting)
    for issue, option in package.items():
        there = settled.get(issue)
        if here.worth.crosses({issue: option}) or (there != option and (there or called.get(issue) != option)):
            return sentences.objection(here.public, issue, there if there != option else None), (issue,)
    new = {issue: option for issue, option in package.items() if issue not in settled}
    if new and not here.worth.enough({**settled, **new}, here.worth.reservation):
        return sentences.with_the_rest(here.public, new), new
    return None
