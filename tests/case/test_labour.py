"""A dispute of a union and a company with awkward names, kept for the brief: it loads, and shows what it was written to show."""

from collections import Counter

import pytest

from goodoffices.case import Case, inspect, read_case

from .cases import ROOT

LABOUR = ROOT / "tests" / "data" / "labour"

PLANTED = {
    ("date:second", "A24", "B07"): "contradicts",
    ("date:second", "B07", "C01"): "contradicts",
    ("heads:brightwater", "A07", "B03"): "contradicts",
    ("result:third", "A15", "B13"): "contradicts",
    ("position:dockers:quay", "A22", "B21"): "differs_qualifier",
    ("place:third", "A03", "C17"): "later_report",
}


@pytest.fixture(scope="module")
def case() -> Case:
    return read_case(LABOUR)


def test_it_checks_without_a_word() -> None:
    found, problems = inspect(LABOUR)
    assert found is not None
    assert list(map(str, problems)) == []


def test_all_claims_are_accepted_and_of_three_accounts(case: Case) -> None:
    assert {claim.status for claim in case.record.claims} == {"accepted"}
    assert Counter(claim.source for claim in case.record.claims) == {"A": 31, "B": 24, "C": 18}
    assert [source.side for source in case.record.sources.values()] == ["press", "ush", "brightwater"]


def test_the_accounts_differ_as_planted(case: Case) -> None:
    against = {
        (slot, pair.a, pair.b): pair.relation.value
        for slot, pairs in case.comparison.slots.items()
        for pair in pairs
        if pair.relation.value in ("contradicts", "differs_qualifier", "later_report")
    }
    assert against == PLANTED


def test_heads_that_differ_leave_the_head_open(case: Case) -> None:
    team = case.talks.delegations["company-third"]
    assert team.head is None
    assert set(team.members) == {"anders", "karsten"}


def test_the_finding_judges_a_question_that_is_asked(case: Case) -> None:
    (finding,) = case.record.findings
    assert finding.verdict == "preferred"
    assert {case.claims[claim].value for claim in finding.claims} == {"2031-03-11"}
    assert finding.slot in case.comparison.slots


def test_positions_replace_each_other(case: Case) -> None:
    by_id = {position.id: position for position in case.talks.positions}
    moves = [(by_id[p.supersedes].option, p.option) for p in by_id.values() if p.supersedes]
    assert moves == [("seven", "five"), ("two", "three-and-a-half"), ("open", "until-2033")]
    assert {p.stance for p in by_id.values()} == {
        "demands", "calls_for", "proposes", "supports", "accepts", "opposes", "refuses",
    }  # fmt: skip
