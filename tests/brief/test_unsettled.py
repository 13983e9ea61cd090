"""As long as something waits for a person, a brief does not say what no report tells: nobody may have recorded it."""

from dataclasses import replace

import pytest

from goodoffices.brief import build_outline
from goodoffices.case import Case

from .cases import istanbul, labour, terminal, two_valleys

DENIALS = ("No report", "no report", "Neither source", "None of the", "Nothing changed")


def waiting(case: Case) -> Case:
    """The case with the last claim on what came of it not decided yet, and no entry of what did."""
    last = next(c for c in reversed(case.record.claims) if c.type == "outcome")
    claims = tuple(replace(c, status="proposed") if c.id == last.id else c for c in case.record.claims)
    outcome = type(case.talks.outcome)()
    return replace(case, record=replace(case.record, claims=claims), talks=replace(case.talks, outcome=outcome))


def settled(case: Case) -> Case:
    """The same with every claim decided."""
    return replace(case, talks=replace(case.talks, outcome=type(case.talks.outcome)()))


@pytest.mark.parametrize("case", [istanbul, labour, two_valleys])
def test_no_report_is_said_to_be_silent_while_proposals_wait(case) -> None:
    text = terminal(build_outline(waiting(case())))
    assert not [words for words in DENIALS if words in text]
    assert "No report tells what came of it." in terminal(build_outline(settled(case())))
