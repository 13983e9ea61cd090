"""Marks of denial, hedging, condition: where they stand, and where a word only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.language.hedging import marks

CASES = [
    ("en", "They reportedly did not agree.", "hedge reportedly, denial not"),
    ("en", "They didn’t agree, if at all.", "denial didn’t, condition if"),
    ("en", "no more than four", ""),
    ("en", "not only a truce", ""),
    ("en", "no fewer than 300 men", ""),
    ("en", "No agreement was reached.", "denial No"),
    ("en", "They have yet to accept it.", "denial yet to"),
    ("en", "He denied it and ruled out a truce.", "denial denied, denial ruled out"),
    ("en", "They failed to agree.", "denial failed to"),
    ("en", "Nobody agreed on anything.", "denial Nobody"),
    ("en", "The northern den was declining in notes.", "denial declining"),
    ("en", "They agreed on a truce.", ""),
    ("uk", "Сторони не домовилися.", "denial не"),
    ("uk", "Росія відмовилася від обміну.", "denial відмовилася"),
    ("uk", "Вони нібито погодилися.", "hedge нібито"),
    ("uk", "Переговори завершилися без результату.", "denial без"),
    ("uk", "Немає угоди щодо кордону.", "denial Немає"),
    ("uk", "Безпека і небезпека: неділя.", ""),
    ("uk", "Якщо вони погодяться, обмін буде.", "condition Якщо, future буде"),
    ("uk", "Сторони домовилися.", ""),
    ("ru", "Стороны не договорились.", "denial не"),
    ("ru", "Они якобы согласились.", "hedge якобы"),
    ("ru", "Москва отказалась от обмена.", "denial отказалась"),
    ("ru", "Соглашения нет.", "denial нет"),
    ("ru", "По сообщениям СМИ, встреча состоится.", "hedge По сообщениям, future состоится"),
    ("ru", "Через неделю, на небе.", ""),
    ("ru", "Стороны договорились.", ""),
    ("tr", "Taraflar anlaşmadı.", "denial anlaşmadı"),
    ("tr", "Anlaşmaya varılamadı.", "denial varılamadı"),
    ("tr", "Rusya bunu kabul etmiyor.", "denial etmiyor"),
    ("tr", "Toplantı yapılmayacak.", "denial yapılmayacak"),
    ("tr", "Ukrayna öneriyi reddetti.", "denial reddetti"),
    ("tr", "İddiaya göre imzaladı.", "hedge İddiaya"),
    ("tr", "Bu, iddiaya göre doğru değil.", "hedge iddiaya, denial değil"),
    ("tr", "Görüşmede Temmuz, madde ve Muhammed.", ""),
    ("tr", "Taraflar anlaştı.", ""),
    ("de", "Sie haben sich nicht geeinigt.", ""),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_marks_and_where_they_stand(language: str, text: str, expected: str) -> None:
    assert ", ".join(f"{m.kind} {text[m.start : m.end]}" for m in marks(text, language)) == expected


@given(st.text(max_size=80), st.sampled_from(["en", "uk", "ru", "tr", "fr"]))
def test_marks_stand_in_the_text_in_its_order(text: str, language: str) -> None:
    found = marks(text, language)
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert [m.start for m in found] == sorted(m.start for m in found)
