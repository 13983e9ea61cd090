"""Where a day turned, as far as acts show it: who accepted what he had refused, what all came to accept, what a principal said."""

from collections.abc import Iterator
from datetime import datetime

from ...proceedings import events as e
from .table import HeldTable


def turning_points(table: HeldTable) -> Iterator[tuple[datetime, e.Answered | e.Settled, str]]:
    """The moments, with what happened at each and what is to be added to the sentence on it."""
    refused: set[tuple[str, str]] = set()
    last = _last_acceptance(table)
    for event in table.events:
        match event.what:
            case e.Answered(answer="refuse") as what:
                refused.add((what.party, what.proposal))
            case e.Answered(answer="accept") as what:
                why = ", which it had refused" if (what.party, what.proposal) in refused else ""
                refused.discard((what.party, what.proposal))
                why += "; with that all have accepted it" if last.get(what.proposal) == event.at else ""
                if why:
                    yield event.at, what, why
            case e.Settled() as what:
                yield event.at, what, ""


def _last_acceptance(table: HeldTable) -> dict[str, datetime]:
    """Of each proposal that all accepted the moment at which the last of them did."""
    found: dict[str, datetime] = {}
    for event in table.events:
        what = event.what
        if isinstance(what, e.Answered) and what.answer == "accept" and what.proposal in table.outcome.proposals:
            found[what.proposal] = event.at
    return found
