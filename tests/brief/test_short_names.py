"""Whose last name may stand alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.brief.short_names import short_names


@pytest.mark.parametrize(
    ("people", "text", "short"),
    [
        ({"Ivo Maren": ()}, "Ivo Maren came. Maren left.", {"Ivo Maren"}),
        ({"Ivo Maren": ()}, "Ivo Maren came. Ivo Maren left.", set()),
        ({"Ivo Maren": ()}, "Ivo Maren's boat; the boat of Maren's sons", {"Ivo Maren"}),
        ({"Ivo Maren": (), "Ada Maren": ()}, "Ivo Maren and Ada Maren. Maren left.", set()),
        ({"Ivo Maren": ("Ivo Marén",)}, "Ivo Marén came. Marén left.", {"Ivo Maren"}),
        ({"Wen Lao": ()}, "Wen Lao came. Wen left.", set()),
        ({"Ivo Maren": ()}, "Minister Maren left.", {"Ivo Maren"}),
        ({"Ivo Maren": ()}, "Marensund is a town.", set()),
        ({"Maren": ()}, "Maren left.", set()),
        ({"": (), " ": ()}, "Maren left.", set()),
    ],
)
def test_a_last_name_stands_alone_where_a_report_has_it_so(people, text: str, short: set[str]) -> None:
    assert short_names(people, [text]) == short


@given(st.text(max_size=20), st.text(max_size=200))
def test_only_a_name_of_two_words_that_a_text_has_is_shortened(name: str, text: str) -> None:
    for found in short_names({name: ()}, [text]):
        assert len(found.split()) > 1
        assert found.split()[-1] in text
