"""What the reports of a case tell differently in their own words, as long as a person has not read them."""

from collections.abc import Iterable

from ..accounts import Pair, Side
from ..case import Case, passages
from ..language.folding import Span


def beside(case: Case) -> tuple[Pair, ...]:
    """Pairs of sentences told differently, the heaviest first: where one of the two reports nobody has read yet.

    Two sentences from both of which a person has accepted claims are compared by these.
    """
    unread = _unread(case)
    if not unread or len(case.record.sources) < 2:
        return ()
    read = _accepted(case)
    found = (pair for pair in passages(case).pairs if {pair.a.source, pair.b.source} & unread)
    return tuple(pair for pair in found if not (_holds(read, pair.a) and _holds(read, pair.b)))


def _unread(case: Case) -> set[str]:
    """The sources on none of whose claims a person has decided; in a case that is no draft those that have some."""
    statuses: dict[str, set[str]] = {key: set() for key in case.record.sources}
    for claim in case.record.claims:
        statuses[claim.source].add(claim.status)
    least: set[str] = set() if case.talks.draft else {"proposed"}
    return {key for key, some in statuses.items() if least <= some <= {"proposed"}}


def _accepted(case: Case) -> dict[str, list[int]]:
    """Where the words of claims begin that a person has accepted."""
    found: dict[str, list[int]] = {}
    for claim in case.record.claims:
        if claim.counts and (anchor := case.anchors.get(claim.id)) is not None:
            found.setdefault(claim.source, []).append(anchor.start)
    return found


def _holds(read: dict[str, list[int]], side: Side) -> bool:
    return any(side.start <= start < side.end for start in read.get(side.source, ()))


def doubted(case: Case, pairs: Iterable[Pair]) -> frozenset[str]:
    """The claims of which another report says otherwise: their words stand where two sentences differ."""
    at: dict[str, list[Span]] = {}
    for pair in pairs:
        at.setdefault(pair.a.source, []).extend(one.a for one in pair.differences)
        at.setdefault(pair.b.source, []).extend(one.b for one in pair.differences)
    anchors = ((claim, case.anchors.get(claim.id)) for claim in case.record.claims)
    return frozenset(
        claim.id for claim, anchor in anchors
        if anchor is not None and any(s.start < anchor.end and anchor.start < s.end for s in at.get(claim.source, ()))
    )  # fmt: skip
