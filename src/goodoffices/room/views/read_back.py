"""The form in which points are read back: filled with what is agreed so far, with room for what is open and what is next."""

from dataclasses import dataclass

from ...proceedings.facts import PointFacts
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


def rows(ask: Ask) -> list[Row]:
    """What is agreed and was not read yet, a free point, what is next; then, folded, as many as there are issues, and more."""
    names, agreed = ask.names, unread(ask)
    filled = [("agreed", f"issue:{i}:{o}", f"{names.issue(i)}: {names.option(i, o)}") for i, o in agreed.items()]
    found = [Row(number, *row) for number, row in enumerate(filled[: POINTS - 2], 1)]
    found += [Row(len(found) + 1), Row(len(found) + 2, "next", hint="The day and the place at which it goes on.")]
    most = min(POINTS, max(len(found), len(ask.view.known.public.issues)) + _MORE)
    return found + [Row(number, folded=True) for number in range(len(found) + 1, most + 1)]


def unread(ask: Ask) -> dict[str, str]:
    """Issue and option that all sides accepted and that do not stand in a point already, read and not objected to."""
    view = ask.view
    read = [one for one in view.facts.points.values() if one.read.kind == "agreed" and not one.objections]
    there = {pair for one in read for pair in _whole(ask, one).items()}
    return {issue: option for issue, option in view.outcome.settled.items() if (issue, option) not in there}


def _whole(ask: Ask, point: PointFacts) -> dict[str, str]:
    read = point.read
    if read.issue and read.option:
        return {read.issue: read.option}
    proposal = ask.view.facts.proposals.get(read.proposal or "")
    return proposal.whole if proposal else {}


def kept_open(ask: Ask, all_: list[Row]) -> bool:
    """Whether something was typed in a point that is folded, so that it is not folded away where it was refused."""
    fields = ("words", "about")
    return any(ask.keep(FORM, f"point.{row.number}.{field}") for row in all_ if row.folded for field in fields)
