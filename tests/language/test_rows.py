"""Rows that only an attacker writes: whatever is read in them, it ends, for the work is in proportion to the length.

If one of these took the square of it, the suite would not come to its end.
"""

from collections.abc import Callable

import pytest

from goodoffices.language.copies import print_of
from goodoffices.language.days.printed import day_of_print
from goodoffices.language.days.reading import days
from goodoffices.language.folding import Folded, Span, fold
from goodoffices.language.hedging import marks
from goodoffices.language.quantities.quantity import quantities
from goodoffices.language.sentences import sentence_around, sentences
from goodoffices.language.transliteration import latin
from goodoffices.language.wording import words

ROWS = ["." * 10_000, "a " * 5_000, "a" * 10_000, "1. " * 3_000, "5% " * 3_000, "1" * 10_000, "3 May " * 1_000, "m" * 10_000,
        "\u0308" * 10_000, "\u200b" * 10_000, "“.” " * 2_000, "і не " * 2_000, "don't" * 2_000, "1/1/2030 " * 1_000, "\n" * 10_000,
        "two thousand " * 1_000, "yapılmadı" * 1_000, "1,000," * 1_000]  # fmt: skip
READERS: dict[str, Callable[[str, str], object]] = {
    "sentences": sentences,
    "around": lambda text, language: sentence_around(text, Span(len(text) // 2, len(text) // 2 + 1), language),
    "words": lambda text, language: list(words(text, language)),
    "days": lambda text, language: days(text, None, language),
    "printed": day_of_print,
    "quantities": quantities,
    "marks": marks,
    "letters": lambda text, language: (fold(text), latin(text), list(Folded.of(text).find("a b"))),
    "copies": lambda text, language: print_of(language, text),
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("language", ["en", "uk", "tr"])
def test_rows_of_one_sign_end(reader: str, language: str) -> None:
    for row in ROWS:
        READERS[reader](row, language)
