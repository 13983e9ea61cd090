"""How sure a proposal is told to be, and whether that holds where nobody fitted anything."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.extraction import calibrated
from benchmarks.extraction_score import score
from benchmarks.extraction_texts import read_set
from goodoffices.extraction import calibration
from goodoffices.extraction.plain import Plain
from goodoffices.extraction.proposal import Text

HELD_OUT = Path(__file__).resolve().parent.parent / "data" / "extraction" / "heldout.json"


def test_no_rule_was_right_more_often_than_it_proposed():
    rules = calibration.table()["plain 0.1.0"]["rules"]
    assert rules
    assert all(0 <= right <= proposed for right, proposed in rules.values())


@given(st.integers(0, 200), st.integers(0, 200), st.floats(0, 1))
def test_confidence_lies_between_the_count_and_the_prior_and_is_never_certain(right, more, prior):
    value = calibration.shrunk(right, right + more, prior)
    own = right / (right + more) if right + more else prior
    assert calibration.LOWEST <= value <= calibration.HIGHEST
    assert min(own, prior, calibration.HIGHEST) - 1e-9 <= value <= max(own, prior, calibration.LOWEST) + 1e-9


def test_an_unknown_rule_is_believed_as_its_type_was_at_first():
    assert calibration.confidence("plain 0.1.0", "position", "no such rule") == pytest.approx(
        calibration.first("plain 0.1.0", "position")
    )


def test_the_first_count_weighs_at_least_what_is_promised():
    assert calibration.table()["plain 0.1.0"]["weight"] >= calibration.LEAST


def test_an_unknown_program_is_believed_half():
    assert calibration.confidence("other 9", "position", "x") == 0.5


@pytest.mark.skipif(not HELD_OUT.exists(), reason="the held-out set is not there")
def test_of_those_told_as_nine_in_ten_about_nine_in_ten_are_right_where_nothing_was_fitted():
    plain = Plain()
    scored = [score(m, plain.propose(Text(m.id, m.text))) for m in read_set(HELD_OUT)]
    right, told = calibrated(scored)[0.9]
    assert told >= 20
    assert right / told >= 0.8
