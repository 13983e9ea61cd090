"""What is denied in the words that somebody said belongs to what he said; whether he said it is another question."""

import pytest

from goodoffices.extraction.plain import Plain
from goodoffices.extraction.plain.draft import Draft

MET = "Arvenia and Bostan met in Halden on 3 May 2031. Odo Fenn led the delegation of Bostan.\n"


def statement(sentence: str) -> Draft:
    (found,) = [one for one in Plain().drafts(MET + sentence) if one.type == "statement"]
    return found


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ('"These were not easy days," said Fenn.', "These were not easy days"),
        ('Fenn said: "These were not easy days."', "These were not easy days"),
        ("Fenn said that nobody would leave the room.", "nobody would leave the room"),
        ("“We have no plan,” warned Bostan.", "We have no plan"),
        ("The bridge, Fenn said, is not for sale.", "The bridge … is not for sale"),
        ('"I did not say that the bridge was sold," Fenn said.', "I did not say that the bridge was sold"),
        ("Fenn, who has never been there, said that the road was long.", "the road was long"),
        ("Fenn added that neither road was ever open.", "neither road was ever open"),
        ("«Nothing was hidden», said Fenn.", "Nothing was hidden"),
        ('"Never before were the fields so green," Fenn said.', "Never before were the fields so green"),
    ],
)
def test_it_was_said_whatever_the_words_deny(sentence: str, value: str) -> None:
    found = statement(sentence)
    assert (found.value, found.modality) == (value, "asserted")


@pytest.mark.parametrize(
    "quoted", ["If it rains, nobody comes", "It may rain", "The road will be open one day", "It will perhaps never end"]
)
def test_words_that_are_quoted_are_said_as_they_are(quoted: str) -> None:
    assert statement(f'"{quoted}," Fenn said.').modality == "asserted"


@pytest.mark.parametrize(
    "sentence",
    [
        "Fenn did not say that the bridge was sold.",
        'Fenn never said: "The bridge is sold."',
        "Fenn never publicly said that the bridge was sold.",
        '"The bridge is sold," Fenn never said.',
        "Neither Fenn nor Arvenia said that the bridge was sold.",
        "Fenn did not say that the bridge was not sold.",
    ],
)
def test_that_it_was_not_said_is_a_denial(sentence: str) -> None:
    assert statement(sentence).modality == "negated"


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Fenn said that the bridge would be open if the river fell.", "conditional"),
        ("Fenn said that the bridge may be open.", "possible"),
    ],
)
def test_what_is_told_in_the_reports_words_keeps_how_it_is_put(sentence: str, modality: str) -> None:
    assert statement(sentence).modality == modality


def test_the_second_verb_of_a_sentence_is_no_denial_by_the_first() -> None:
    found = Plain().drafts(MET + "Fenn did not say that it rained, adding that the road was long.")
    assert [(d.value, d.modality) for d in found if d.type == "statement"] == [
        ("it rained", "negated"),
        ("the road was long", "asserted"),
    ]
