"""Which claims their words carry: tables of names, days and numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.extraction.llm.naming.names import Printed
from goodoffices.extraction.llm.proof.denials import denial_lost
from goodoffices.extraction.llm.proof.quoted import Quoted
from goodoffices.extraction.llm.proof.support import Words, chain
from goodoffices.extraction.llm.proof.unsupported import Unsupported
from goodoffices.extraction.proposal import Text
from goodoffices.language.folding import Span

BEFORE = "Ukraine, Austria, the United States, the Northern Front, Ann Lee, Vladimir Putin and Turkey are named here.\n"


def words_of(text: str) -> Words:
    return Words(Text("S1", text))


def at(text: str, quote: str) -> Quoted:
    start = text.index(quote) if quote else 0
    span = Span(start, start + len(quote))
    return Quoted(span, span)


@pytest.mark.parametrize(
    ("sentence", "name", "whether"),
    [
        ("Ann Lee spoke.", "Ann Lee", True),
        ("ANN LEE spoke.", "ann lee", True),
        ("Lee spoke.", "Ann Lee", True),
        ("She spoke.", "Ann Lee", True),
        ("Nobody spoke.", "Ann Lee", False),
        ("Bruce Lee spoke.", "Jim Lee", False),
        ("Ann Smith spoke.", "Ann Lee", False),
        ("Vladimir Medinsky spoke.", "Vladimir Putin", False),
        ("Putin spoke.", "Vladimir Putin", True),
        ("The Ukrainian side spoke.", "Ukraine", True),
        ("Turkish officials spoke.", "Turkey", True),
        ("Austrian officials spoke.", "Austria", True),
        ("Australian officials spoke.", "Austria", False),
        ("US officials spoke.", "United States", True),
        ("U.S. officials spoke.", "the United States", True),
        ("Tell us more.", "US", False),
        ("Told by the Front.", "Northern Front", True),
        ("She spoke for the Southern League.", "Southern League", True),
        ("She spoke.", "Southern League", False),
        ("She spoke for the Northern side.", "Northern Front", True),
        ("She spoke.", "", False),
    ],
)
def test_a_sentence_speaks_of_somebody(sentence: str, name: str, whether: bool) -> None:
    text = BEFORE + sentence
    if whether:
        assert words_of(text).name(name, at(text, sentence))
    else:
        with pytest.raises(Unsupported, match="name not"):
            words_of(text).name(name, at(text, sentence))


@pytest.mark.parametrize(
    ("name", "printed"), [("US", "US"), ("the US", "US"), ("U.S.", "US"), ("us", None), ("They", None)]
)
def test_a_state_is_no_pronoun(name: str, printed: str | None) -> None:
    text = "They told us of talks between Turkey, the US, and Ukraine."
    if printed:
        assert words_of(text).name(name, at(text, text)) == printed
    else:
        with pytest.raises(Unsupported, match="name not"):
            words_of(text).name(name, at(text, text))


def test_a_pronoun_reaches_only_so_far() -> None:
    text = "Ann Lee came.\n" + "Nothing else was told of that day. " * 30 + "\nShe spoke."
    with pytest.raises(Unsupported, match="name not"):
        words_of(text).name("Ann Lee", at(text, "She spoke."))


@pytest.mark.parametrize(
    ("quote", "name", "whether"),
    [
        ("led by Minister Ann Lee", "Ann Lee", True),
        ("led by Minister Ann Lee", "Vladimir Putin", False),
        ("It includes Minister Ann Lee", "Vladimir Putin", False),
        ("he is led by Minister Ann Lee", "Vladimir Putin", True),
        ("mediated by Turkey", "Vladimir Putin", True),
        ("Turkish Foreign Minister Ann Lee", "Turkey", True),
    ],
)
def test_a_quote_with_a_full_name_is_about_that_name(quote: str, name: str, whether: bool) -> None:
    assert Printed(BEFORE + quote).bound(name, Span(len(BEFORE), len(BEFORE) + len(quote))) is whether


@pytest.mark.parametrize(
    ("sentence", "day", "whether"),
    [
        ("on 16 May 2025", "2025-05-16", True),
        ("on May 16, 2025", "2025-05-16", True),
        ("on 16 May", "2025-05-16", True),
        ("on MAY 16th", "2025-05-16", True),
        ("on Sept. 3", "2025-09-03", True),
        ("from 3 to 5 May", "2025-05-03", True),
        ("on 2025-05-16", "2025-05-16", True),
        ("on 16.05.2025", "2025-05-16", True),
        ("on 16 May at 13:30", "2025-05-16T13:30+03:00", True),
        ("on 16 May at 1.30 pm", "2025-05-16T13:30+03:00", True),
        ("on 16 May at noon", "2025-05-16T13:30+03:00", False),
        ("in May", "2025-05", True),
        ("about May 2025", "about 2025-05", True),
        ("in 2025", "2025", True),
        ("in May", "2025", False),
        ("they may meet 16 times", "2025-05-16", False),
        ("on 16 May", "2025-05-06", False),
        ("on 16 May", "2025-05-1", None),
        ("on 16 May", "2025-06-16", False),
        ("on 16 May", "2026-05-16", False),
        ("on Friday", "2025-05-16", False),
        ("16 men came, and late in the evening of 3 May", "2025-05-16", False),
        ("on 16 May", "not said", False),
        ("on 16 May", "tomorrow", None),
    ],
)
def test_a_day_stands_in_its_sentence(sentence: str, day: str, whether: bool | None) -> None:
    text = "Lenn, in the year 2025\n" + sentence
    around = Span(len(text) - len(sentence), len(text))
    if whether:
        assert words_of(text).day(day, Quoted(around, around)) == day
    else:
        with pytest.raises(Unsupported, match="day not" if whether is False else "not of the asked form"):
            words_of(text).day(day, Quoted(around, around))


@given(st.text(max_size=300), st.text(max_size=60))
def test_no_text_is_too_strange_to_ask(text: str, value: str) -> None:
    words, whole = words_of(text), Quoted(Span(0, len(text)), Span(0, len(text)))
    for ask in (
        words.name,
        words.place,
        words.post,
        words.day,
        words.hedge,
        words.speaker,
        words.person,
        words.value,
    ):
        try:
            assert isinstance(ask(value, whole), str)
        except Unsupported:
            continue


@pytest.mark.parametrize(
    ("quote", "value", "predicate", "modality", "whether"),
    [
        ("did not agree", "agree", "agreed", "asserted", True),
        ("did not agree", "agree", "agreed", "negated", False),
        ("did not agree", "agree", "not_agreed", "asserted", False),
        ("did not agree", "did not agree", "said", "asserted", False),
        ("offered a sum without admission", "a sum, without admission", "proposes", "asserted", False),
        ("agreed", "agree", "agreed", "asserted", False),
    ],
)
def test_a_denial_is_not_lost(quote: str, value: str, predicate: str, modality: str, whether: bool) -> None:
    assert denial_lost(quote, value, predicate, modality) is whether


@pytest.mark.parametrize(
    ("told", "names", "opened"),
    [
        (["narrator"], [], False), ([], [], False), (["Narrator", "Ann Lee"], ["Ann Lee"], False),
        (["narrator", "?"], [], True), (["narrator", "Ann Lee?"], ["Ann Lee"], True), (["Ann Lee", "?"], ["Ann Lee"], True),
    ],
)  # fmt: skip
def test_a_chain_of_speakers_may_be_left_open(told: list[str], names: list[str], opened: bool) -> None:
    assert chain(told) == (names, opened)
