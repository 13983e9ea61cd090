"""Who is to see to a thing, minutes and papers: the team's own, of which no page for another reader knows."""

from dataclasses import replace

from goodoffices.case import read_case, seen
from goodoffices.talks import Day

from ..case.cases import TWO_VALLEYS


def test_who_is_to_see_to_it_is_not_told_where_the_entry_is_told_in_part() -> None:
    case = read_case(TWO_VALLEYS)
    (first, *rest) = case.talks.outcome.agreed
    hidden = replace(first, by=("upper",), due=Day.parse("2031-06-01"))
    claims = tuple(
        replace(claim, readers=("team",)) if claim.id == first.claims[0] else claim for claim in case.record.claims
    )
    outcome = replace(case.talks.outcome, agreed=(hidden, *rest))
    kept = replace(case, talks=replace(case.talks, outcome=outcome), record=replace(case.record, claims=claims))
    told = seen(kept, None, "public").talks.outcome.agreed
    assert told
    assert all(not one.by and not one.due.said for one in told)


def test_minutes_and_papers_are_in_nothing_that_is_made_for_another_reader() -> None:
    case = read_case(TWO_VALLEYS)
    assert case.papers is not None
    assert case.minutes is not None
    for reader in ("upper", "public"):
        shown = seen(case, None, reader)
        assert shown.papers is None
        assert shown.minutes is None
