"""Many random cases are tried in some run: who loops over them is found by its marker, and the profile is the one asked for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from . import amount


def test_who_asks_for_cases_is_among_those_that_are_run_again(
    request: pytest.FixtureRequest, cases: amount.Cases
) -> None:
    assert request.node.get_closest_marker("random")
    assert cases is amount.cases


def test_who_does_not_ask_is_not(request: pytest.FixtureRequest) -> None:
    assert request.node.get_closest_marker("random") is None


@given(st.none())
@settings(max_examples=1)
def test_hypothesis_marks_its_own(request: pytest.FixtureRequest, nothing: None) -> None:
    assert request.node.get_closest_marker("hypothesis")


def test_the_profile_is_the_one_that_was_asked_for() -> None:
    assert settings().max_examples == amount.cases(quick=25, ci=500)


@pytest.mark.parametrize(("profile", "number"), [("quick", 3), ("ci", 70)])
def test_few_or_many(monkeypatch: pytest.MonkeyPatch, profile: str, number: int) -> None:
    monkeypatch.setattr(amount, "PROFILE", profile)
    assert amount.cases(quick=3, ci=70) == number
