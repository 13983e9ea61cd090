"""The same fact in other words: heads, places, parties, absence, signatures; with invented names, so that no list helps."""

import pytest

from goodoffices.extraction.plain import Plain
from goodoffices.extraction.proposal import Text

HEAD = "Delegations from Arvenia and Bostan met in Halden on 3 March 2031. "


def proposed(text: str, type_: str, predicate: str):
    claims = Plain().propose(Text("s1", text))
    return {(c.subject, c.value) for c in claims if (c.type, c.predicate) == (type_, predicate)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Arvenian delegation was headed by Foreign Minister Lena Okafor.",
        "The Arvenian team was led by the Minister for Water Affairs, the Hon. Lena Okafor.",
        "Foreign Minister Lena Okafor was at the head of the Arvenian delegation.",
        "Lena Okafor, a former teacher who speaks four languages, leads the Arvenian delegation.",
        "Arvenia's chief negotiator, Lena Okafor, arrived early.",
        "For Arvenia: Lena Okafor (head of delegation), Omar Lund; for Bostan: Vera Stone.",
    ],
)
def test_who_heads_a_delegation(sentence):
    assert ("Lena Okafor", "Arvenia") in proposed(HEAD + sentence, "delegation", "heads")


@pytest.mark.parametrize(
    "sentence",
    [
        "President Omar Lund, who is recovering from an operation, did not travel.",
        "President Omar Lund stayed in Kesselburg.",
        "Apologies were received from President Omar Lund.",
        "President Omar Lund sent his apologies.",
        "President Omar Lund was unable to take part.",
    ],
)
def test_who_is_absent(sentence):
    assert ("Omar Lund", "M1") in proposed(HEAD + sentence, "absence", "absent_from")


@pytest.mark.parametrize(
    ("text", "house"),
    [
        (
            "Arvenia and Bostan met at the Grand Lake conference centre on 3 March 2031.",
            "the Grand Lake conference centre",
        ),
        ("The talks were held at the Directorate of Waters, Halden, on 3 March 2031.", "Directorate of Waters"),
        ("Arvenia and Bostan met at the old customs house on 3 March 2031.", "the old customs house"),
    ],
)
def test_where_they_met(text, house):
    assert ("M1", house) in proposed(text, "meeting", "venue")


@pytest.mark.parametrize(
    "sentence",
    [
        "President Omar Lund, speaking in Porto, said nothing.",
        "General Hugo Brand is in prison in Porto.",
        "The talks followed the killing of two monks in Porto.",
    ],
)
def test_a_town_in_which_something_else_happened_is_no_place_of_the_meeting(sentence):
    assert ("M1", "Porto") not in proposed("Arvenia and Bostan met. They spoke. " + sentence, "meeting", "place")


def test_the_dateline_gives_the_place_where_no_sentence_does():
    text = "HALDEN, 4 March 2031 (Lake News) — Arvenia and Bostan opened talks on Monday."
    assert ("M1", "Halden") in proposed(text, "meeting", "place")


def test_an_earlier_meeting_is_another_meeting_before_the_main_one():
    text = HEAD + "They were brief. The last meeting, held in Geneva in January 2030, broke up."
    assert {value for _, value in proposed(text, "meeting", "before")} == {"M1"}
    assert ("M1", "Geneva") not in proposed(text, "meeting", "place")


def test_a_failed_meeting_was_held():
    text = "Arvenia and Bostan failed to reach a deal at talks in Halden on 3 March 2031."
    told = [c for c in Plain().propose(Text("s1", text)) if c.predicate == "date"]
    assert [c.modality for c in told] == ["asserted"]


def test_parties_are_those_for_whom_the_delegations_speak():
    text = "The talks opened on 3 March 2031. For the Dock Union: Ann Hale, Omar Lund; for the Harbour Company: Vera Stone."
    ((_, parties),) = proposed(text, "meeting", "parties")
    assert set(parties) == {"Dock Union", "Harbour Company"}


def test_a_firm_and_a_union_are_meant_by_their_kind():
    text = "The Federation of Dock Workers and Novalto SA resumed talks on 3 March 2031. The company offered a bonus."
    assert ("Novalto SA", "a bonus") in {
        (c.subject, c.value) for c in Plain().propose(Text("s1", text)) if c.type == "position"
    }


def test_a_capital_can_speak_for_its_country():
    text = "Serbia and Kosovo met on 3 March 2031. Belgrade rejects the plan."
    assert {c.subject for c in Plain().propose(Text("s1", text)) if c.type == "position"} == {"Serbia"}


def test_lines_of_signature():
    text = HEAD + "They adopted a joint communiqué.\n\nSigned: Lena Okafor; Omar Lund\n"
    assert proposed(text, "signature", "signed") >= {
        ("Lena Okafor", "joint communiqué"),
        ("Omar Lund", "joint communiqué"),
    }


def test_a_value_is_never_cut_inside_a_word():
    text = HEAD + "It marked " + "a very long and quite extraordinarily complicated step " * 3 + "forward."
    for claim in Plain().propose(Text("s1", text)):
        assert claim.end is not None
        assert not (text[claim.end - 1].isalnum() and text[claim.end : claim.end + 1].isalnum())


def test_what_is_hedged_names_its_hedge():
    claims = Plain().propose(Text("s1", HEAD + "Bostan reportedly demands an apology. A paper was reportedly signed."))
    assert {c.hedge for c in claims if c.modality == "hedged"} == {"reportedly"}


@pytest.mark.parametrize(
    ("object_", "noun"),
    [
        ("a full ceasefire of thirty days", "ceasefire"),
        ("the release of all prisoners", "release"),
        ("a cap on rents", "cap"),
    ],
)
def test_the_issue_is_a_noun(object_, noun):
    (claim,) = [c for c in Plain().propose(Text("s1", HEAD + f"Bostan demands {object_}.")) if c.type == "position"]
    assert claim.issue == noun
