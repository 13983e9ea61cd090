"""What the reports of a case tell differently in their own words, as long as a person has not read them."""

from collections.abc import Iterable

from ..accounts import Pair
from ..case import Case, passages
from ..language.folding import Span


def beside(case: Case) -> tuple[Pair, ...]:
    """Pairs of sentences told differently, the heaviest first: of a draft all, else where nobody has read one of the two reports.

    Where a person has accepted claims from the differing words of both sentences, these are compared, and the pair is not shown.
    """
    unread = _unread(case)
    if not unread or len(case.record.sources) < 2:
        return ()
    read = _accepted(case)
    found = (pair for pair in passages(case).pairs if {pair.a.source, pair.b.source} & unread)
    return tuple(pair for pair in found if not _told(pair, read))


def _unread(case: Case) -> set[str]:
    """The sources of a draft; else those that have claims on none of which a person has decided."""
    if case.talks.draft:
        return {*case.record.sources}
    statuses: dict[str, set[str]] = {key: set() for key in case.record.sources}
    for claim in case.record.claims:
        statuses[claim.source].add(claim.status)
    return {key for key, some in statuses.items() if some == {"proposed"}}


def _accepted(case: Case) -> dict[str, list[Span]]:
    """The words of claims that a person has accepted."""
    found: dict[str, list[Span]] = {}
    for claim in case.record.claims:
        if claim.counts and (anchor := case.anchors.get(claim.id)) is not None:
            found.setdefault(claim.source, []).append(Span(anchor.start, anchor.end))
    return found


def _told(pair: Pair, read: dict[str, list[Span]]) -> bool:
    """Whether accepted claims tell every difference of a pair, on both sides."""
    sides = [(pair.a.source, one.a) for one in pair.differences] + [(pair.b.source, one.b) for one in pair.differences]
    return all(any(span.meets(words) for words in read.get(source, ())) for source, span in sides)


def doubted(case: Case, pairs: Iterable[Pair]) -> frozenset[str]:
    """The claims of which another report says otherwise: their words stand where two sentences differ."""
    at: dict[str, list[Span]] = {}
    for pair in pairs:
        at.setdefault(pair.a.source, []).extend(one.a for one in pair.differences)
        at.setdefault(pair.b.source, []).extend(one.b for one in pair.differences)
    anchors = ((claim, case.anchors.get(claim.id)) for claim in case.record.claims)
    return frozenset(
        claim.id for claim, anchor in anchors
        if anchor is not None and any(s.meets(Span(anchor.start, anchor.end)) for s in at.get(claim.source, ()))
    )  # fmt: skip
