"""What of an answer's form is mended, and what is not: nothing is guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.extraction.llm import report as reasons
from goodoffices.extraction.llm.answer import Reader
from goodoffices.extraction.llm.form.mended import mended
from goodoffices.extraction.llm.form.mended_days import first_day
from goodoffices.extraction.llm.proof.unsupported import Unsupported
from goodoffices.extraction.proposal import Text
from goodoffices.language.folding import Span
from goodoffices.record import Claim

from .texts import GOLD, TEXT, Item, item


@pytest.mark.parametrize(
    ("told", "day", "narrowed"),
    [
        ("2031-05-16", "2031-05-16", {}), ("2031-05", "2031-05", {}), ("about 2031-05", "about 2031-05", {}),
        ("2031-05-16/2031-05-18", "2031-05-16", {"to": "2031-05-18"}),
        ("2031-05-16 to 2031-05-18", "2031-05-16", {"to": "2031-05-18"}),
        ("from 2031-05-16 to 18", "2031-05-16", {"to": "2031-05-18"}), ("2031-05-06/8", "2031-05-06", {"to": "2031-05-08"}),
        ("2031-05-30 and 2031-06-02", "2031-05-30", {"to": "2031-06-02"}),
        ("2031-05-16, 2031-05-17, 2031-05-18", "2031-05-16", {"to": "2031-05-18"}),
        ("2031-05-16T10:00", "2031-05-16", {"at": "10:00"}), ("2031-05-16T10:00+02:00", "2031-05-16T10:00+02:00", {}),
        ("Monday, 2031-05-16 in the evening", "2031-05-16", {}), ("2031-05-16 (Friday)", "2031-05-16", {}),
        ("early 2031-06", "2031-06", {}), ("the second half of 2031-06", "2031-06", {}), ("16 May 2031", "2031-05-16", {}),
        ("16 to 18 May 2031", "2031-05-16", {"to": "2031-05-18"}), ("late May 2031", "2031-05", {}),
        ("before 2031-05-16", "before 2031-05-16", {}), ("by 16 May 2031", "by 16 May 2031", {}), ("16 May", "16 May", {}),
        ("2031-02-30", "2031-02-30", {}), ("not said", "not said", {}), ("", "", {}), ("soon", "soon", {}),
        ("16 May 2031 or 3 June 2031", "16 May 2031 or 3 June 2031", {}),
    ],
)  # fmt: skip
def test_a_day_in_another_form_is_that_day(told: str, day: str, narrowed: dict[str, str]) -> None:
    assert first_day(told) == (day, narrowed)


@given(st.text(max_size=60))
def test_no_day_is_too_strange(told: str) -> None:
    day, narrowed = first_day(told)
    assert isinstance(day, str)
    assert set(narrowed) <= {"to", "at"}


def read(given: Item, text: str = TEXT) -> Claim:
    return Reader(Text("S1", text)).claim(given, Span(0, len(text)))


DAYS = (
    "Reports of 9 June 2031. Arvenia and Bostan met from 2 to 4 June 2031. They meet again on Monday. "
    "It began at 10.30 on 2 June."
)


def test_of_a_span_of_days_the_first_is_the_date_and_the_last_is_proved_like_any_detail() -> None:
    met = item("meeting", "M1", "date", "2031-06-02/2031-06-04", "met from 2 to 4 June 2031")
    assert (read(met, DAYS).value, read(met, DAYS).qualifiers) == ("2031-06-02", {"to": "2031-06-04"})
    assert read({**met, "value": "2031-06-02/2031-06-05"}, DAYS).qualifiers == {}
    with pytest.raises(Unsupported, match=reasons.DAY):
        read({**met, "value": "2031-06-03/2031-06-04", "quote": "began at 10.30 on 2 June"}, DAYS)


@pytest.mark.parametrize(
    ("told", "day"),
    [("Monday", "2031-06-16"), ("on Monday", "2031-06-16"), ("Tuesday", None), ("before Monday", None)],
)
def test_a_day_in_the_words_of_the_report_is_reckoned_by_the_rules(told: str, day: str | None) -> None:
    again = item("meeting", "M2", "date", told, "They meet again on Monday", modality="future")
    if day is None:
        with pytest.raises(Unsupported, match=reasons.FORM):
            read(again, DAYS)
    else:
        assert read(again, DAYS).value == day


PAIR = item("outcome", "Northford; Republic of Southford", "agreed", "meet again", "Both sides agreed to meet again")
MENDED: dict[str, tuple[Item, Item]] = {
    "a list of subjects": ({**PAIR, "subject": ["Northford", "Republic of Southford"]}, PAIR),
    "a hedge that is yes or no": ({**PAIR, "hedge": True}, PAIR),
    "no qualifiers but an object": (
        {**PAIR, "qualifiers": {"when": "June"}}, {**PAIR, "qualifiers": [{"name": "when", "value": "June"}]}),
    "an empty qualifier": ({**PAIR, "qualifiers": [{"name": "when", "value": None}, 3]}, PAIR),
    "a list of second quotes": ({**PAIR, "also": ["in June 2031", "left early"]}, {**PAIR, "also": "in June 2031"}),
    "nobody among the speakers": ({**PAIR, "attributed_to": ["narrator", None]}, PAIR),
    "a meeting under its own key": ({**GOLD[10], "value": None, "meeting": "M1"}, {**GOLD[10], "meeting": "M1"}),
    "a meeting's result": ({**GOLD[15], "subject": None, "meeting": "M1"}, {**GOLD[15], "meeting": "M1"}),
    "a verb without an object": ({**GOLD[17], "value": None}, {**GOLD[17], "value": GOLD[17]["quote"]}),
}  # fmt: skip


@pytest.mark.parametrize(("told", "meant"), MENDED.values(), ids=MENDED)
def test_another_dress_of_a_claim_is_the_claim(told: Item, meant: Item) -> None:
    assert read(told) == read(meant)


@pytest.mark.parametrize(
    "broken",
    [
        {**GOLD[1], "value": None}, {**GOLD[1], "subject": []}, {**GOLD[1], "subject": ["M1", None]}, {**GOLD[1], "quote": None},
        {**GOLD[7], "subject": None}, {**GOLD[10], "value": None}, {**GOLD[7], "value": None},
    ],
)  # fmt: skip
def test_what_would_have_to_be_guessed_is_thrown_away(broken: Item) -> None:
    with pytest.raises(Unsupported):
        read(broken)


KEYS = ("type", "subject", "value", "qualifiers", "also", "meeting", "predicate", "quote")
PLAIN = st.none() | st.booleans() | st.integers() | st.text(max_size=8)


@given(
    st.recursive(PLAIN, lambda s: st.lists(s, max_size=3) | st.dictionaries(st.sampled_from(KEYS), s), max_leaves=12)
)
def test_nothing_is_too_strange_to_mend(told: object) -> None:
    found = mended(told)
    assert isinstance(found, dict) == isinstance(told, dict)
