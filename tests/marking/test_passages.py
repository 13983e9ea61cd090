"""Words in their surroundings: cut between words, with no character added, lost or turned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.marking.passages import Passage, harmless, passage

TEXT = "On 3 March the two towns met in Ford, and nobody said a word about the toll."
CASES = {
    "cut between words": (TEXT, "towns met", 8, Passage("…the two ", "towns met", " in…")),
    "a word that just fits": (TEXT, "towns", 8, Passage("…the two ", "towns", " met in…")),
    "from the first word": (TEXT, "On", 6, Passage("", "On", " 3…")),
    "to the last word": (TEXT, "toll.", 4, Passage("…the ", "toll.", "")),
    "a script without spaces": ("双方代表在北京举行会谈并签署了协议", "北京", 3, Passage("…代表在", "北京", "举行会…")),
}


@pytest.mark.parametrize("name", CASES)
def test_surroundings_are_cut_between_words(name: str) -> None:
    text, words, around, wanted = CASES[name]
    start = text.index(words)
    assert passage(text, start, start + len(words), around) == wanted


@given(st.text(max_size=80), st.data())
def test_what_is_shown_stands_so_in_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    around = data.draw(st.integers(0, 20))
    found = passage(text, start, end, around)
    before, after = found.before.removeprefix("…"), found.after.removesuffix("…")
    assert found.words == harmless(text[start:end])
    assert harmless(text[:start]).endswith(before) or text[:start].endswith("\r")
    assert len(before) <= around + 1
    assert harmless(text[end:]).startswith(after) or "\r" in text[end:]
