"""What only points at something is no position, and names no issue."""

import pytest

from goodoffices.extraction.plain import Plain
from goodoffices.extraction.plain.stances import issue

MET = "Arvenia and Bostan met in Halden on 3 June 2031."


def values(sentence: str) -> list[str]:
    drafts = Plain().drafts(f"{MET} {sentence}")
    return [str(one.value) for one in drafts if one.type == "position"]


@pytest.mark.parametrize(
    "sentence",
    ["Bostan refuses this.", "Arvenia rejected it.", "Bostan opposes all of them.", "Arvenia wants more.", "Bostan asks for this."],
)  # fmt: skip
def test_no_position_that_only_points(sentence: str) -> None:
    assert values(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Bostan refuses this toll.", "this toll"),
        ("Arvenia rejected it and the ferry plan.", "ferry plan"),
        ("Bostan wants more water.", "more water"),
        ("Arvenia demands the same rights.", "the same rights"),
        ("Bostan opposes any of the new dams.", "any of the new dams"),
    ],
)
def test_what_says_something_stays(sentence: str, value: str) -> None:
    assert any(value in one for one in values(sentence))


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ("this", None),
        ("to do so again", None),
        ("it by Monday", None),
        ("ten per cent", None),
        ("a higher toll", "toll"),
    ],
)
def test_a_title_is_a_noun_or_none(value: str, title: str | None) -> None:
    assert issue(value) == title
