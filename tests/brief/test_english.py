"""Lists, possessives, the ends of sentences, numbers and days as British English prints them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.brief.english import capital, counted, day, listed, number, on, possessive, sentence, words_of
from goodoffices.talks import Day


@pytest.mark.parametrize(
    ("items", "told"),
    [
        ([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C"), (iter("AB"), "A and B"),
        (["", "A", ""], "A"), (["A", "B, of C", "D"], "A; B, of C; and D"), (["A", "B", "C, of D"], "A, B and C, of D"),
        (["{0}", "{1}", "%s"], "{0}, {1} and %s"), (["A", "A", "A", "A"], "A, A, A and A"),
    ],
)  # fmt: skip
def test_lists(items, told: str) -> None:
    assert listed(items) == told


def test_a_list_of_which_one_holds() -> None:
    assert listed(["A", "B", "C"], "or") == "A, B or C"
    assert listed(["A, b", "C", "D"], "or") == "A, b; C; or D"


@given(st.lists(st.text("xy, ", min_size=1).filter(str.strip), max_size=5), st.sampled_from(["and", "or"]))
def test_no_item_of_a_list_is_lost_or_changed(items: list[str], last: str) -> None:
    told = listed(items, last)
    place = 0
    for item in items:
        place = told.index(item, place) + len(item)
    assert place == len(told)


@pytest.mark.parametrize(
    ("name", "plural", "told"),
    [
        ("Ukraine", False, "Ukraine's"), ("Lower Tavnis", False, "Lower Tavnis's"), ("the Dockers", True, "the Dockers'"),
        ("the United States", False, "the United States'"), ("the United Nations", False, "the United Nations'"),
        ("the Netherlands", False, "the Netherlands'"), ("the People", True, "the People's"), ("Texas", False, "Texas's"),
    ],
)  # fmt: skip
def test_possessives(name: str, plural: bool, told: str) -> None:
    assert possessive(name, plural=plural) == told


SENTENCES = {
    "they met": "They met.",
    "They met.": "They met.",
    "  they \n met ,": "They met.",
    "they met.; ": "They met.",
    "they met , ;": "They met.",
    "who met?": "Who met?",
    "it ended at 5 p.m.": "It ended at 5 p.m.",
    "a deal with the U.S.": "A deal with the U.S.",
    "a deal with the U.S": "A deal with the U.S.",
    "signed by Fish Ltd.": "Signed by Fish Ltd.",
    "he said: “no.”": "He said: “no.”",
    "he said: “no” (The Paper)": "He said: “no” (The Paper).",
    "they met (both sources.)": "They met (both sources.)",
    "and so on…": "And so on…",
    "no way!": "No way!",
    "谈判结束。": "谈判结束。",
    "متى؟": "متى؟",
    "": "",
    " ;": "",
    "élan": "Élan.",
    "2 days": "2 days.",
}


@pytest.mark.parametrize("text", SENTENCES)
def test_sentences(text: str) -> None:
    assert sentence(text) == SENTENCES[text]


@given(st.text("aB é1.,;:?!…。 \n“”()", max_size=20))
def test_a_sentence_has_one_stop_stays_as_it_is_and_loses_no_letter(text: str) -> None:
    told, bare = sentence(text), capital(" ".join(text.split()).rstrip(",;: "))
    assert sentence(told) == told
    assert told in (bare, f"{bare}.")
    # One stop is added where there is none, also within a last quotation mark or bracket.
    assert told == bare or bare[-1:] not in (*".!?…。", "")
    assert told == "" or re.search(r"[.!?…。][”)]?$", told)


@given(st.text(max_size=20))
def test_any_text_as_a_sentence_stays_as_it_is(text: str) -> None:
    assert sentence(sentence(text)) == sentence(text)


@pytest.mark.parametrize(
    ("text", "told"), [("", ""), ("éa B", "Éa B"), ("uN", "UN"), ("2 days", "2 days"), ("ﬁne", "FIne")]
)
def test_only_the_first_letter_becomes_a_capital(text: str, told: str) -> None:
    assert capital(text) == told


def test_numbers() -> None:
    assert [number(n) for n in (0, 1, 10, 11, -1)] == ["no", "one", "ten", "11", "-1"]
    assert [counted(n, "source") for n in (0, 1, 2)] == ["0 sources", "1 source", "2 sources"]


@pytest.mark.parametrize(
    ("text", "words"), [("", 0), ("a — b", 2), ("1,000 for 1,000", 3), ("“…” * ;", 0), ("和平", 1)]
)
def test_words(text: str, words: int) -> None:
    assert words_of(text) == words


DAYS = {
    "2025-05-16": ("16 May 2025", "on 16 May 2025"),
    "2025-05-06": ("6 May 2025", "on 6 May 2025"),
    "2025-05": ("May 2025", "in May 2025"),
    "2025": ("2025", "in 2025"),
    "about 2025-05-16": ("about 16 May 2025", "about 16 May 2025"),
    "about 2025": ("about 2025", "about 2025"),
    "2025-12-31T13:30+03:00": ("31 December 2025, 13:30+03:00", "on 31 December 2025, 13:30+03:00"),
    "2025-01-01T00:00Z": ("1 January 2025, 00:00Z", "on 1 January 2025, 00:00Z"),
    "not said": ("day not said", ""),
}


@pytest.mark.parametrize("text", DAYS)
def test_days(text: str) -> None:
    assert (day(Day.parse(text)), on(Day.parse(text))) == DAYS[text]
