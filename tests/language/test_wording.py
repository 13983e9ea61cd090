"""Letters, stems and denials of short texts, in many scripts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.language.folding import fold
from goodoffices.language.stems import SYNONYMS, meaning, stem
from goodoffices.language.transliteration import same_letters
from goodoffices.language.wording import overlap, shared, wording
from goodoffices.language.wording import words as words_of

FOLDED = [
    ("Dolmabahçe  Palace", "dolmabahce palace"),
    ("Dolmabahçe", "dolmabahce"),
    ("İstanbul", "istanbul"),
    ("ISTANBUL", "istanbul"),
    ("Iğdır", "igdir"),
    ("Łódź", "lodz"),
    ("Ærø", "aero"),
    ("Ǿ", "o"),
    ("Reykjavík, Þingvellir", "reykjavik, thingvellir"),
    ("Đặng Văn Lâm", "dang van lam"),
    ("straße", "strasse"),
    ("STRASSE", "strasse"),
    ("STRAẞE", "strasse"),
    ("ﬁnal", "final"),
    ("№ 5", "no 5"),
    ("Ｔｏｋｙｏ", "tokyo"),
    ("МОСКВА", "москва"),
    ("Семён", "семен"),
    ("Αθήνας", "αθηνασ"),
    ("ΑΘΗΝΑΣ", "αθηνασ"),
    ("الْقُدْس", "القدس"),
    ("أحمد", "احمد"),
    ("ירושלים", "ירושלים"),
    ("東京", "東京"),
    ("O’Brien", "o'brien"),
    ("‘direct’", "'direct'"),
    ("\u00a0a\u2003b\t\nc ", "a b c"),
    ("", ""),
    (" \u200a", ""),
    ("😀", "😀"),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_letters_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=30))
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzçéöğñ ", max_size=20))
def test_case_does_not_count(text: str) -> None:
    assert fold(text.upper()) == fold(text.title()) == fold(text)


SPELLINGS = [
    ("Zelensky", "Zelenskyy", True),
    ("Volodymyr Zelensky", "Volodymyr Zelenskiy", True),
    ("Istanbul", "İstanbul", True),
    ("Dolmabahçe Palace", "Dolmabahce Palace", True),
    ("Mohammed", "Muhammad", True),
    ("Kyiv", "Kiev", True),
    ("Зеленский", "Зеленскій", True),
    ("القدس", "الْقُدْس", True),
    ("Ghaddafi", "Gaddafi", True),
    ("", "", True),
    ("東京", "東京", True),
    ("Putin", "Rutin", False),
    ("Moskva", "Москва", True),
    ("東京", "大阪", False),
    ("South Sudan", "North Sudan", False),
    ("Sudan", "South Sudan", False),
    ("Hassan Ali", "Ali Hassan", False),
    ("Room 112", "Room 113", False),
    ("2001", "2011", False),
    ("", "a", False),
    ("Ali", "Abi", False),
    ("Geneva", "Vienna", False),
]


@pytest.mark.parametrize(("a", "b", "same"), SPELLINGS)
def test_spellings_of_one_name_are_told_from_two_names(a: str, b: str, same: bool) -> None:
    assert same_letters(a, b) is same_letters(b, a) is same


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("talks", "talking"),
        ("talked", "talk"),
        ("exchange", "exchanged"),
        ("prisoner", "detainees"),
        ("ceasefire", "truce"),
        ("negotiations", "talks"),
        ("agreement", "deals"),
        ("releases", "liberated"),
        ("company", "firms"),
    ],
)
def test_words_that_mean_the_same_meet(a: str, b: str) -> None:
    assert meaning(a) == meaning(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [("talks", "prisoners"), ("war", "water"), ("agreement", "agenda"), ("release", "exchange"), ("ceasefire", "fire")],
)
def test_words_that_mean_something_else_stay_apart(a: str, b: str) -> None:
    assert meaning(a) != meaning(b)


def test_every_line_of_the_lexicon_is_one_meaning_but_for_words_of_earlier_lines() -> None:
    seen: set[str] = set()
    for line in SYNONYMS:
        first, *rest = line.split()
        assert {meaning(word) for word in rest if stem(word) not in seen} <= {meaning(first)}, line
        seen |= set(map(stem, line.split()))


DENIALS = [
    ("no agreement", True),
    ("No agreement", True),
    ("none", True),
    ("did not agree", True),
    ("didn't agree", True),
    ("didn’t agree", True),
    ("never met", True),
    ("cannot accept", True),
    ("without result", True),
    ("refused to sign", True),
    ("failed to agree", True),
    ("rejected the draft", True),
    ("declined to come", True),
    ("ruled out a truce", True),
    ("unable to agree", True),
    ("denied the report", True),
    ("denies the report", True),
    ("denial of the report", True),
    ("refused not to sign", False),
    ("agreement", False),
    ("agreement without conditions", False),
    ("agreed, no date set", False),
    ("notable progress", False),
    ("nothingness", False),
    ("November", False),
    ("Denmark sends observers", False),
    ("dense fog", False),
    ("denser patrols", False),
    ("", False),
]


@pytest.mark.parametrize(("text", "negative"), DENIALS)
def test_a_denial_is_seen_where_it_opens_or_turns_a_text(text: str, negative: bool) -> None:
    assert wording(text).negative is negative


def test_words_without_meaning_and_numbers_are_no_stems() -> None:
    assert wording("the exchange of 1,000 prisoners on 14 February").stems == {meaning("exchange"), meaning("prisoner")}
    assert wording("it is what it is, and not more").stems == frozenset({"what"})
    assert wording("Putin's absence").stems == wording("absence Putin").stems


WORDS = "talks truce negotiator negotiating prisoner Istanbul Istambul border port wages".split()
words = st.lists(st.sampled_from(WORDS), max_size=5)


@given(words, words)
def test_overlap_has_no_direction_and_is_a_share(a: list[str], b: list[str]) -> None:
    left, right = " ".join(a), " ".join(b)
    assert overlap(left, right) == overlap(right, left)
    assert 0.0 <= overlap(left, right) <= 1.0


@given(words.filter(bool))
def test_a_text_overlaps_itself_wholly_and_the_empty_text_not_at_all(a: list[str]) -> None:
    assert overlap(" ".join(a), " ".join(a)) == 1.0
    assert overlap(" ".join(a), "") == 0.0


stems = st.frozensets(st.text(alphabet="abcde", min_size=3, max_size=8), max_size=5)


@given(stems, stems)
def test_shared_stems_have_no_direction_and_are_at_least_the_common_ones(a: frozenset[str], b: frozenset[str]) -> None:
    assert shared(a, b) == shared(b, a)
    assert len(a & b) <= shared(a, b) <= min(len(a), len(b))


@pytest.mark.parametrize(
    ("a", "b", "number"),
    [
        ({"abcdefgh"}, {"abcde"}, 0),  # a word of five letters is no beginning of another
        ({"negotiator"}, {"negotiating"}, 1),
        ({"negotiatx", "negotiaty"}, {"negotiatz", "border"}, 1),
        ({"border"}, {"bordr"}, 1),
        ({"war"}, {"wars"}, 0),
        (set(), {"war"}, 0),
    ],
)
def test_stems_that_are_nearly_alike_count(a: set[str], b: set[str], number: int) -> None:
    assert shared(frozenset(a), frozenset(b)) == shared(frozenset(b), frozenset(a)) == number


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Umerov’s team agreed.", "en", ["Umerov’s umerov", "team team", "agreed agre"]),
        ("a 30-day truce", "en", ["a a", "30 30", "day day", "truce truce"]),
        ("Zoe\u0308 said", "en", ["Zoe\u0308 zoe", "said said"]),
        ("Nor\u200bway", "en", ["Nor\u200bway norway"]),
        ("У п’ятницю делегації", "uk", ["У у", "п’ятницю пятниц", "делегації делега"]),
        ("Oslo'da görüştü", "tr", ["Oslo'da oslo", "görüştü gorus"]),
        ("", "en", []),
        ("— … 😀", "en", []),
    ],
)
def test_words_and_where_they_stand(text: str, language: str, expected: list[str]) -> None:
    assert [f"{text[w.start : w.end]} {w.stem}" for w in words_of(text, language)] == expected


@given(st.text(max_size=60), st.sampled_from(["en", "uk", "ru", "tr", "ja"]))
def test_words_take_a_text_apart(text: str, language: str) -> None:
    found = list(words_of(text, language))
    assert all(a.end <= b.start for a, b in pairwise(found))
    taken = "".join(text[w.start : w.end] for w in found)
    assert sum(map(str.isalnum, taken)) == sum(map(str.isalnum, text))
