"""The form in which points are read back: filled with what is agreed so far, with room for what is open and what is next.

A package that all accepted stands in it as one point, which is read as a whole, where all to whom it may be read saw it proposed;
else, and of one answer alone, issue by issue.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...proceedings.rules.bounds import WORDS
from ..forms import POINTS
from .ask import Ask

_MORE = 4
"""Points beside those that are filled in, at least."""
FORM = "read"


@dataclass(frozen=True)
class Row:
    """One point of the form, as it stands before anybody typed."""

    number: int
    kind: str = "open"
    about: str = ""
    words: str = ""
    hint: str = ""
    folded: bool = False
    tied: int = 0
    """How many points it has that stand only together; nought where it is one."""


def rows(ask: Ask) -> list[Row]:
    """What is agreed and was not read yet, a free point, what is next; then, folded, as many as there are issues, and more."""
    found = [replace(row, number=number) for number, row in enumerate([*_agreed(ask)][: POINTS - 2], 1)]
    found += [Row(len(found) + 1), Row(len(found) + 2, "next", hint="The day and the place at which it goes on.")]
    most = min(POINTS, max(len(found), len(ask.view.known.public.issues)) + _MORE)
    return found + [Row(number, folded=True) for number in range(len(found) + 1, most + 1)]


def _agreed(ask: Ask) -> Iterator[Row]:
    """What is agreed and was not read: packages first, the last that was agreed before those that it took the place of."""
    names, outcome, rest = ask.names, ask.view.outcome, unread(ask)
    for id_ in reversed(outcome.proposals):
        whole = ask.view.facts.proposals[id_].whole
        if len(whole) > 1 and whole.items() & rest.items() and _as_a_whole(ask, id_):
            yield Row(0, "agreed", f"proposal:{id_}", names.package(whole), tied=len(whole))
            rest = {issue: option for issue, option in rest.items() if issue not in whole}
    for issue, option in rest.items():
        yield Row(0, "agreed", f"issue:{issue}:{option}", f"{names.issue(issue)}: {names.option(issue, option)}")


def _as_a_whole(ask: Ask, id_: str) -> bool:
    """Whether all of it is settled so, and all to whom it may be read from here saw it proposed."""
    facts, proposal = ask.view.facts, ask.view.facts.proposals[id_]
    there = facts.meetings.get(proposal.made.meeting)
    heard = {*there.opened.seats} if there else set()
    settled = proposal.whole.items() <= ask.view.outcome.settled.items()
    short = len(ask.names.package(proposal.whole)) <= WORDS
    return settled and short and all(heard >= {*facts.meetings[one].opened.seats} for one in ask.here)


def unread(ask: Ask) -> dict[str, str]:
    """Issue and option that all sides accepted and that do not stand in a point already, read and not objected to."""
    view = ask.view
    there = {pair for one in view.facts.points.values() if not one.objections for pair in one.binds.items()}
    return {issue: option for issue, option in view.outcome.settled.items() if (issue, option) not in there}


def kept_open(ask: Ask, all_: list[Row]) -> bool:
    """Whether something was typed in a point that is folded, so that it is not folded away where it was refused."""
    fields = ("words", "about")
    return any(ask.keep(FORM, f"point.{row.number}.{field}") for row in all_ if row.folded for field in fields)
