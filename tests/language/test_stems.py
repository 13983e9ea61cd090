"""Stems: the forms of one word meet, different words stay apart, in four languages; the figures are those of the docstring."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.language.folding import fold
from goodoffices.language.stems import stem

from .forms import FORMS

# Share of pairs of forms that meet, at least; pairs of words that are taken for one, at most. As measured, rounded down and up.
MEASURED = {"en": (0.97, 13), "uk": (0.88, 2), "ru": (0.96, 0), "tr": (0.87, 0)}


@pytest.mark.parametrize("language", MEASURED)
def test_forms_of_one_word_meet_and_words_stay_apart(language: str) -> None:
    words = [[stem(form, language) for form in forms] for forms in FORMS[language]]
    same = [a == b for word in words for a, b in combinations(word, 2)]
    mixed = sum(bool(set(a) & set(b)) for a, b in combinations(words, 2))
    together, most = MEASURED[language]
    assert sum(same) / len(same) >= together
    assert mixed <= most


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("Negotiations", "en", "negoti"),
        ("Переговорів", "uk", "перего"),
        ("ПЕРЕГОВОРІВ", "uk", "перего"),
        ("п’ятниця", "uk", "пятниц"),
        ("п\u02bcятницю", "uk", "пятниц"),
        ("Мединский", "ru", "мединск"),
        ("Мединскии\u0306", "ru", "мединск"),  # й as two code points
        ("Ёлка", "ru", "елк"),
        ("Oslo'da", "tr", "oslo"),
        ("Ankara’ya", "tr", "ankar"),
        ("IRAK", "tr", "irak"),
        ("pourparlers", "fr", "pourparlers"),
        ("停戦", "ja", "停戦"),
        ("", "en", ""),
        ("", "tr", ""),
    ],
)
def test_stems_are_folded_and_of_their_language(word: str, language: str, expected: str) -> None:
    assert stem(word, language) == expected


@given(st.text(max_size=20), st.sampled_from(["en", "uk", "ru", "tr", "de"]))
def test_a_stem_is_folded_letters_and_never_lost(word: str, language: str) -> None:
    found = stem(word, language)
    assert fold(found) == found
    assert bool(found) == bool(fold(word))
