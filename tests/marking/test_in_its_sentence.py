"""Words of a claim in their surroundings: whole sentences, and whole quotations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.marking.passages import WIDEST, in_its_sentence

LONG = "The board of the port, which had met twice that week without a word to anybody, "


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        (f"It rained. {LONG}wants the tolls back before winter comes to the coast. It left.", "the tolls back",
         f"…{LONG}wants the tolls back before winter comes to the coast.…"),
        ("“We will not sign. We never said that we would. Ask them,” she said. It rained.", "never said",
         "“We will not sign. We never said that we would. Ask them,”…"),
        ('He waited. "Give us the road. The rest can wait until the thaw." Nobody spoke.', "The rest can wait",
         '…"Give us the road. The rest can wait until the thaw."…'),
        ("«Мы не подпишем. Это не наш текст.» Он ушёл.", "не наш текст", "«Мы не подпишем. Это не наш текст.»…"),
        ("One line only", "line", "One line only"),
    ],
)  # fmt: skip
def test_nothing_is_cut_within_a_sentence_or_a_quotation(text: str, words: str, shown: str) -> None:
    start = text.index(words)
    found = in_its_sentence(text, start, start + len(words), "ru" if "ы" in text else "en")
    assert found.before + found.words + found.after == shown


def test_a_quotation_without_an_end_stays_within_its_paragraph() -> None:
    text = 'He said: "Give us the road.\nThe mayor left. The bus came.'
    found = in_its_sentence(text, text.index("bus"), text.index("bus") + 3, "en")
    assert found.before + found.words + found.after == "…The bus came."


@given(st.text(alphabet='ab .”“"«»\n', max_size=60), st.integers(0, 59), st.integers(1, 20))
def test_the_words_are_always_shown_and_not_too_much_besides(text: str, start: int, size: int) -> None:
    end = min(len(text), start + size)
    if start < end:
        found = in_its_sentence(text, start, end, "en")
        assert len(found.words) == end - start
        assert max(len(found.before), len(found.after)) <= WIDEST + 1
