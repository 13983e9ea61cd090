"""Folding: nothing unseen, no ligature, no accent stands between two prints of one word; places stay exact."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.language.folding import Folded, fold, seen

# Each pair is one word in two prints: decomposed letters, ligatures, what cannot be seen.
ALIKE = [
    ("Zoe\u0308 A\u030angstro\u0308m", "Zoë Ångström"),
    ("Hafnarfjo\u0308r\u0111ur", "Hafnarfjörđur"),
    ("Şimşek", "S\u0327ims\u0327ek"),
    ("Ki\u0307ev", "Kiev"),
    ("Nguye\u0302\u0303n", "Nguyễn"),
    ("Сергіи\u0306", "Сергій"),
    ("cease\ufb01re", "ceasefire"),
    ("Sta\ufb00an", "Staffan"),
    ("o\ufb03cial", "official"),
    ("\ufb02ag", "flag"),
    ("\ufb06ate", "state"),
    ("wa\ufb04e", "waffle"),
    ("Ĳssel", "IJssel"),
    ("wants\u200b", "wants"),
    ("a\u2060", "a"),
    ("truce.\U000e0041\U000e0042", "truce."),
    ("\ufeffOslo", "Oslo"),
    ("Os\u00adlo", "Oslo"),
    ("Os\u200dlo\u200c", "Oslo"),
    ("\u202aOslo\u202c", "Oslo"),
    ("O\u02bcBrien", "O'Brien"),
    ("п\u02bcятниця", "п’ятниця"),
]


@pytest.mark.parametrize(("a", "b"), ALIKE)
def test_two_prints_of_one_word_fold_to_the_same_letters(a: str, b: str) -> None:
    assert fold(a) == fold(b) != ""


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Minister Zoe\u0308 A\u030angstro\u0308m said", "Zoë Ångström", ["Zoe\u0308 A\u030angstro\u0308m"]),
        ("in Zoe\u0308, then", "zoe", ["Zoe\u0308"]),
        ("Envoy Sta\ufb00an Berg", "Staffan Berg", ["Sta\ufb00an Berg"]),
        ("Nor\u200bway wants a\u2060 truce", "norway", ["Nor\u200bway"]),
        ("Norway  and\nNorway", "NORWAY", ["Norway", "Norway"]),
        ("New\n York", "New York", ["New\n York"]),
        ("Oslofjord and Oslo", "Oslo", ["Oslo"]),
        ("İSTANBUL", "Istanbul", ["İSTANBUL"]),
        ("Straße", "STRASSE", ["Straße"]),
        ("", "Oslo", []),
        ("Oslo", "", []),
        ("Oslo", "\u200b", []),
    ],
)
def test_a_name_is_found_where_the_text_has_it(text: str, name: str, found: list[str]) -> None:
    assert [span.of(text) for span in Folded.of(text).find(name)] == found


@given(st.text(max_size=40))
def test_folding_with_places_gives_the_same_letters(text: str) -> None:
    folded = Folded.of(text)
    assert folded.letters == fold(text)
    assert len(folded.places) == len(folded.letters)
    assert list(folded.places) == sorted(folded.places)
    assert all(0 <= place < len(text) for place in folded.places)


@given(st.text(alphabet="aéÅñ ß\u0308\u200bﬁйїğı", max_size=30))
def test_folding_twice_changes_nothing_and_composing_before_neither(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(st.text(max_size=40))
def test_what_is_seen_stays_in_its_order(text: str) -> None:
    rest = iter(text)
    assert all(letter in rest for letter in seen(text))
