# ruff: noqa: E501 (a case is read on one line)
"""The scorer: what it counts as the same, and what not."""

from dataclasses import replace
from decimal import Decimal

import pytest

from benchmarks.extraction_score import Fact, Figures, Marked, figures, interval, score
from goodoffices.record import Claim

TEXT = "Arvenia demands a ceasefire. Bostan rejects it. They met in Halden."
FACT = Fact("F1", "position", "Arvenia", "demands", "a ceasefire", "narrator", "asserted", 0, 27)
CLAIM = Claim(
    id="P1", source="s", type="position", subject="Arvenia", predicate="demands", value="ceasefire", words=TEXT[8:27], start=8, end=27,
    entered_by="x 1", confidence=Decimal("0.5"), status="proposed",
)  # fmt: skip


def scored(fact: Fact, claim: Claim):
    result = score(Marked("d", TEXT, (fact,), {"arvenian side": "arvenia"}), [claim])
    return len(result.lenient), len(result.strict)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, (1, 1)),
        ({"modality": "negated"}, (0, 0)),
        ({"modality": "future"}, (1, 0)),
        ({"attributed_to": ("narrator", "Okafor")}, (1, 0)),
        ({"predicate": "proposes"}, (1, 1)),
        ({"predicate": "refuses"}, (0, 0)),
        ({"subject": "Bostan"}, (0, 0)),
        ({"subject": "the Arvenian side"}, (1, 1)),
        ({"value": "an apology"}, (0, 0)),
        ({"start": 29, "end": 40}, (0, 0)),
        ({"type": "statement"}, (0, 0)),
    ],
)
def test_what_counts_as_the_same(changed, expected):
    assert scored(FACT, replace(CLAIM, **changed)) == expected


def test_a_fact_is_fitted_once():
    result = score(Marked("d", TEXT, (FACT,), {}), [CLAIM, replace(CLAIM, id="P2")])
    assert len(result.lenient) == 1
    assert figures([result]) == Figures(1, 2, 1)


def test_meetings_are_mapped_one_to_one():
    facts = tuple(Fact(f"F{n}", "meeting", f"M{n}", "place", "Halden", "narrator", "asserted", 48, 66) for n in (1, 2))
    claim = replace(CLAIM, type="meeting", subject="M7", predicate="place", value="Halden", start=56, end=65)
    assert len(score(Marked("d", TEXT, facts, {}), [claim]).lenient) == 1


def test_the_interval_is_the_same_each_time_and_holds_the_figure():
    results = [score(Marked(str(n), TEXT, (FACT,), {}), [CLAIM] if n % 2 else []) for n in range(10)]
    low, high = interval(results, lambda f: f.recall)
    assert (low, high) == interval(results, lambda f: f.recall)
    assert low <= figures(results).recall <= high
