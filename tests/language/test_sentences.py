# ruff: noqa: E501 (a case is read on one line)
"""Sentences: where they end, where they do not, and that nothing is lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.language.folding import Span
from goodoffices.language.sentences import sentence_around, sentences


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


ELSEWHERE = [
    ("uk", "В. Зеленський прибув. Сторони зустрілися.", 2),
    ("uk", "16 травня 2025 р. Сторони зустрілися в м. Стамбул.", 2),
    ("uk", "Переговори тривали дві год. і завершилися.", 1),
    ("uk", "«Ви згодні?» — спитав він. Так!", 2),
    ("uk", "Виплатили 5 тис. грн. на людину.", 1),
    ("uk", "Обговорили обмін, гарантії і т. д. Потім пішли.", 2),
    ("ru", "Встреча прошла 16 мая 2025 г. Стороны обсудили обмен.", 2),
    ("ru", "В.В. Путин не приехал в г. Стамбул.", 1),
    ("ru", "«Мы согласны», — сказал он. Потом ушёл.", 2),
    ("ru", "Обсудили обмен, гарантии и т. д. Позже Москва молчала.", 2),
    ("ru", "На ул. Ленина, д. 5, состоялась встреча.", 1),
    ("ru", "Выплатили 5 млн. рублей.", 1),
    ("tr", "Dr. Ahmet Yılmaz geldi. Sn. Bakan konuştu.", 2),
    ("tr", "21. Yüzyıl başladı. Toplantı bitti!", 2),
    ("tr", "“Anlaştık.” dedi. Sonra gitti.", 2),
    ("tr", "3. tur görüşmeler Oslo'da yapıldı.", 1),
    ("tr", "Esir, mülteci vb. konular görüşüldü.", 1),
    ("tr", "Av. M. K. Demir imzaladı.", 1),
    ("ja", "「会議は終わった。」記者は書いた。双方は合意しなかった。", 3),
    ("ar", "انتهت المحادثات. هل اتفقوا؟ لا.", 3),
    ("hi", "बैठक समाप्त हुई। दोनों पक्ष सहमत नहीं हुए।", 2),
    ("en", "The talks, e.g. in Oslo, ended at 5 p.m. The sides left.", 2),
    ("en", "Gen. A. M. El Dabi vs. Bostan, No. 5.", 1),
    ("en", "The G7... Then they left. Was it 3.5 percent? No.", 4),
    ("en", "“We agreed,” he said. “Did you?” she asked.", 2),
    ("en", "Prof. Dr. J. Lund of Acme Inc. and Bo Ltd. signed.", 1),
]


@pytest.mark.parametrize(("language", "text", "number"), ELSEWHERE)
def test_sentences_in_other_languages(language, text, number):
    assert len(sentences(text, language)) == number


@given(st.text(alphabet="аБ. 5«»—гр!?…\n“”aB'т。", max_size=80), st.sampled_from(["en", "uk", "ru", "tr", "ja"]))
def test_sentences_take_a_text_apart_in_every_language(text, language):
    parts = sentences(text, language)
    assert all(text[s.start : s.end] == s.text for s in parts)
    assert all(a.end <= b.start for a, b in pairwise(parts))
    assert "".join("".join(s.text.split()) for s in parts) == "".join(text.split())
    assert [s.number for s in parts] == list(range(len(parts)))


@pytest.mark.parametrize(
    ("text", "quote", "whole"),
    [
        ("One. Two three. Four.", "Two", "Two three."),
        ("One. Two three. Four.", "One. Two", "One. Two three."),
        ("The U.S. team met Gen. Sow and J. Roe today. Then it left.", "team met", "The U.S. team met Gen. Sow and J. Roe today."),
        ("A headline\nThe text goes on.", "text", "The text goes on."),
        ("He asked: “Why?” She left.", "She", "She left."),
        ("第一句。第二句。第三句。", "第二", "第二句。"),
        ("no end", "end", "no end"),
        ("It cost 3.5 percent. Yes.", "cost", "It cost 3.5 percent."),
    ],
)  # fmt: skip
def test_the_sentence_around_a_stretch_is_whole(text, quote, whole):
    start = text.index(quote)
    assert sentence_around(text, Span(start, start + len(quote))).of(text).strip() == whole


@given(st.text(alphabet='ab .\n"”!г5', max_size=80), st.data())
def test_the_sentence_around_a_stretch_holds_it(text, data):
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    assert sentence_around(text, span).holds(span)
