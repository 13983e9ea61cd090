"""Sentences under headings: whole, in their places, with who says them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.marked import marked_reports, unmarked
from benchmarks.passages import placed, shares
from goodoffices.extraction.passages import HEADINGS, Passage, passages, reads
from goodoffices.extraction.passages.cues import cues_in, names, table
from goodoffices.extraction.passages.weights import COLUMNS, probabilities
from goodoffices.extraction.passages.weights import table as weights
from goodoffices.extraction.passages.wording import wording
from goodoffices.extraction.passages.words import Word
from goodoffices.extraction.roster.reading import read_roster

REPORT = """LENN, 3 June 2030 - Delegations of Iceland and Norway met in Lenn on Monday.
Norway wants a truce, but only if Iceland withdraws.
"We came to listen," Foreign Minister Kari Nordmann of Norway said. She added that the weather was fine.
The two sides agreed to open two crossings. They could not agree on the lighthouse.
The next round will be held in Oslo on 9 July. Analysts at the Strait Institute see little progress.
Some 400 people had been killed since the war began in 2027. Subscribe to our newsletter."""


def read(text: str) -> tuple[Passage, ...]:
    return passages(text, "en", read_roster(text))


def test_each_sentence_stands_where_a_reader_looks_for_it() -> None:
    found = {REPORT[p.start : p.end].split(" ")[-1]: p.heading for p in read(REPORT)}
    assert found["Monday."] == "met"
    assert found["withdraws."] == "stands"
    assert found["said."] == "said"
    assert found["crossings."] == "outcome"
    assert found["lighthouse."] == "outcome"
    assert found["July."] == "next"
    assert found["progress."] == "judged"
    assert found["2027."] == "background"
    assert found["newsletter."] is None


def test_facts_of_the_marked_reports_lie_in_what_is_shown_under_their_heading() -> None:
    """A floor; the weights were fitted on these reports. Their worth on unread ones: docs/explanation/extraction.md."""
    reports = marked_reports()
    assert len(reports) >= 140
    assert {fact.heading for report in reports for fact in report.facts} == set(HEADINGS)
    shown, right = shares([one for report in reports for one in placed(report)])
    assert shown >= 0.88
    assert right >= 0.87


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"We want a ceasefire," Norway\'s Foreign Minister Kari Nordmann said.', "Kari Nordmann"),
        ("The talks would go on, a spokesman for the Front told reporters.", "a spokesman for the Front"),
        ("“Two desks are enough,” said the harbour master of Lenn.", "the harbour master of Lenn"),
        ("According to the mediator, the gap is narrow.", "the mediator"),
        ("The text, union secretary Mara Lind warned, is not worth a stamp.", "Mara Lind"),
        ("Reporters were told that the door was locked.", None),
        ("The two delegations met in Lenn on Monday.", None),
        ("It was said that the lake is deep.", None),
        ("Lenn lies on a lake that claims lives each spring.", None),
    ],
)
def test_the_speaker_is_whom_the_report_names_beside_the_verb(text: str, speaker: str | None) -> None:
    assert read(text)[0].speaker == speaker


def test_he_said_is_told_only_where_one_alone_can_be_meant() -> None:
    one = "Norway's Foreign Minister Kari Nordmann arrived at noon. She said that the talks were useful."
    two = "Foreign Minister Kari Nordmann met Ambassador Jon Jonsson at noon. She said that the talks were useful."
    assert read(one)[1].speaker == "Kari Nordmann"
    assert read(two)[1].speaker is None


@pytest.mark.parametrize(
    "text",
    [
        'Minister Kari Nordmann telephoned twice.\n\nOn the first tram the driver had not slept. "Five per cent," she said.',
        "Minister Kari Nordmann closed her folder. The room was cold. When it was over the bishop washed the cups. He said they "
        "would be back.",
        'Minister Kari Nordmann thanked the porter. "I have to lock up," he said.',
        "Minister Kari Nordmann said that Jon Jonsson had left. He said that the door was locked.",
        'Minister Kari Nordmann was late. "I was held up," she said.\n\n"Kari Nordmann is always late," he said.',
        "Minister Kari Nordmann spoke first. An old man stood up behind her. He said that nobody had asked him.",
        'Minister Kari Nordmann and her secretary came in. "There is no coffee," she said.',
        "Minister Kari Nordmann spoke of the weather. Outside it rained. She said nothing would grow.",
    ],
)
def test_he_said_names_nobody_where_another_one_can_be_meant(text: str) -> None:
    assert read(text)[-1].speaker is None


@pytest.mark.parametrize(
    "text",
    [
        "Minister Kari Nordmann said that the members of her board will vote. She denied that they had been asked.",
        'Minister Kari Nordmann came to the harbour. "It is a good day," she said.',
        "The chair, Minister Kari Nordmann, opened the meeting in Lenn. She said that the talks were useful.",
    ],
)
def test_he_said_is_told_of_one_who_stands_alone_in_the_sentence_before(text: str) -> None:
    assert read(text)[-1].speaker == "Kari Nordmann"


def test_a_quotation_goes_on_with_its_speaker() -> None:
    text = "“We came to listen,” Foreign Minister Kari Nordmann said. “We heard nothing.”\n\n“Nobody asked us,” a sign read."
    assert [p.speaker for p in read(text)][:2] == ["Kari Nordmann", "Kari Nordmann"]


def test_other_languages_are_not_read() -> None:
    assert reads("en")
    assert not reads("uk")
    assert passages("Делегації зустрілися в Осло.", "uk", read_roster("")) == ()


_PIECES = st.sampled_from(
    [
        "The union ",
        "“We ",
        "said ",
        "met ",
        "Kari Nordmann ",
        "on 3 June 2030",
        ". ",
        ".” ",
        "\n\n",
        "14:05 ",
        '"',
        "’",
        "(",
        "\u200b",
        "ﬁ",
        "🙂 ",
        "İ",
        "@p ",
        "a" * 70,
    ]
)


@given(st.lists(_PIECES, max_size=40).map("".join))
@pytest.mark.random
def test_any_text_gives_sentences_in_order_with_sound_numbers(text: str) -> None:
    found = read(text)
    assert all(0 <= a.start < a.end <= b.start for a, b in pairwise(found))
    assert all(text[p.start : p.end].strip() == text[p.start : p.end] for p in found)
    assert all(0 <= p.confidence <= 1 and p.heading in (*HEADINGS, None) for p in found)
    assert found == read(text)


def test_every_cue_has_a_weight_and_stands_in_one_place() -> None:
    assert set(names()) <= set(weights())
    assert all(len(row) == len(COLUMNS) for row in weights().values())
    for first, phrases in table().items():
        assert len(phrases) == len(set(phrases)), first


def test_cues_take_gaps_and_endings() -> None:
    assert ("fail", 0) in set(cues_in("left it to the clerks and failed to".split()[-2:]))
    assert "mediated" in {name for name, _ in cues_in("with old tom between them".split())}
    assert "refuse" not in {name for name, _ in cues_in("reflex".split())}


def test_the_order_in_which_evidence_is_found_changes_nothing() -> None:
    found = ["stem agre", "any", "root nego", "pair not agre", "quote", "no such"]
    assert probabilities(found, weights()) == probabilities(found[::-1], weights())


def test_words_beginnings_and_pairs_are_evidence() -> None:
    found = set(wording([Word("@p", 0, 2, "Lenn", "@p"), Word("negotiated", 3, 13), Word("«", 14, 15)]))
    assert found == {
        "stem @p",
        "stem negoti",
        "stem «",
        "root nego",
        "pair . @p",
        "pair @p negoti",
        "pair negoti «",
        "pair « .",
    }


def test_nothing_found_says_nothing() -> None:
    assert probabilities([], {}) == pytest.approx([1 / len(COLUMNS)] * len(COLUMNS))


def test_marks_are_taken_out_and_their_places_kept() -> None:
    report = unmarked("a", "Dull. [m:They met], and [o:they agreed].")
    assert report.text == "Dull. They met, and they agreed."
    assert [(report.text[f.start : f.end], f.heading) for f in report.facts] == [
        ("They met", "met"),
        ("they agreed", "outcome"),
    ]
