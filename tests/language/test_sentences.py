# ruff: noqa: E501 (a case is read on one line)
"""Sentences: where they end, where they do not, and that nothing is lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.language.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came. She left.", ["He came.", "She left."]),
        ("Mr. Lund came. He left.", ["Mr. Lund came.", "He left."]),
        ("The U.S. delegation left.", ["The U.S. delegation left."]),
        ("They flew to the U.S. The talks ended.", ["They flew to the U.S.", "The talks ended."]),
        ("J. R. Lund spoke.", ["J. R. Lund spoke."]),
        ("It cost EUR 4.2 million. Nobody paid.", ["It cost EUR 4.2 million.", "Nobody paid."]),
        ("“We agreed.” He smiled.", ["“We agreed.”", "He smiled."]),
        ("Was it so? Yes! It was.", ["Was it so?", "Yes!", "It was."]),
        ("A heading\n\nA sentence.", ["A heading", "A sentence."]),
        ("1. The parties met. 2. They left.", ["1. The parties met.", "2. They left."]),
        ("It ended at 5 p.m. on Monday.", ["It ended at 5 p.m. on Monday."]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, expected):
    assert [s.text for s in sentences(text)] == expected


def test_a_line_broken_in_the_middle_of_a_sentence_goes_on():
    text = "The two delegations met in the old town hall of the city, which had\nbeen repaired for the occasion by the mayor and his friends."
    assert len(sentences(text)) == 1


def test_labels_of_minutes_are_lines_of_their_own():
    text = "Present for Arvenia: Lena Okafor (foreign minister), Omar Lund (adviser)\nPresent for Bostan: Karim Holt (interior minister)"
    assert len(sentences(text)) == 2


def test_a_heading_is_known_as_one():
    assert [s.heading for s in sentences("First talks in years\n\nThey met.")] == [True, False]


@given(st.text(max_size=500))
def test_every_letter_is_in_exactly_one_sentence(text):
    parts = sentences(text)
    assert all(text[s.start : s.end] == s.text for s in parts)
    assert all(a.end <= b.start for a, b in pairwise(parts))
    assert "".join("".join(s.text.split()) for s in parts) == "".join(text.split())
