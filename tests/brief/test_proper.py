"""Which words keep their capital, which names take an article, and which the verb of many."""

from dataclasses import replace
from pathlib import Path

import pytest

from goodoffices.brief.articles import article
from goodoffices.brief.phrases import Phrases
from goodoffices.brief.proper import proper_words
from goodoffices.case import Case
from goodoffices.talks import Party

from ..case.cases import small_case
from .cases import istanbul, labour


def party(name: str, kind: str = "other", *spellings: str) -> Party:
    return Party(name=name, kind=kind, spellings=spellings)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return small_case(tmp_path)


def proper(case: Case, text: str) -> frozenset[str]:
    return proper_words(case.talks, {"a": text})


def test_what_is_printed_in_mid_sentence_with_a_capital_keeps_it(case: Case) -> None:
    found = proper(case, "They came to Lissen. Then they left; the Ärzte stayed.")
    assert {"Lissen", "Ärzte"} <= found
    assert "Then" not in found  # it begins a sentence
    assert "They" not in found


def test_what_is_printed_with_a_small_letter_too_is_no_name(case: Case) -> None:
    assert "Water" not in proper(case, "the Water board, and the water")
    assert "Water" in proper(case, "the Water board")


def test_words_of_names_keep_it_whatever_the_texts_print(case: Case) -> None:
    assert {"North", "South", "Ann", "Board"} <= proper(case, "the north, the board")


def test_a_name_that_no_text_prints_in_mid_sentence_is_known_from_the_case() -> None:
    assert {"Russia", "Ukraine", "Istanbul", "Dolmabahçe"} <= Phrases(istanbul()).proper


ARTICLES = {
    "a state": (party("Ukraine", "state"), "they met the Ukraine", ""),
    "states": (party("United States", "state"), "", "the "),
    "a name with its own": (party("The Board"), "the The Board", ""),
    "a spelling": (party("Lakeland", "state", "the Lakeland"), "", "the "),
    "as the texts have it": (party("Dockers"), "with the Dockers, of the Dockers, no Dockers", "the "),
    "as the texts have it not": (party("Harbour Office"), "of Harbour Office, with Harbour Office, the Harbour Office", ""),
    "what begins a sentence tells nothing": (party("Dockers"), "Dockers came. Dockers left.", ""),
    "as the name is built": (party("Lake Union"), "", "the "),
    "by its head": (party("Ministry of Water"), "", "the "),
    "a longer name is another": (party("Lake Union"), "they saw Lake Unionists", "the "),
    "signs": (party("Union (C++)"), "of the Union, with Union", "the "),
    "nothing said": (party("Wikimedia"), "", ""),
}  # fmt: skip


@pytest.mark.parametrize("kind", ARTICLES)
def test_articles(kind: str) -> None:
    named, text, told = ARTICLES[kind]
    assert article(named, {"a": text}) == told


@pytest.mark.parametrize(
    ("name", "kind", "plural"),
    [
        ("European countries", "other", True), ("Dockers of Hask", "movement", True), ("United States", "state", False),
        ("United Nations", "other", False), ("Brightwater Works", "other", False), ("Congress", "other", False),
        ("Lakes and Rivers Company", "company", False), ("Paris", "other", False), ("Farmers (north)", "other", True),
    ],
)  # fmt: skip
def test_who_takes_the_verb_of_many(case: Case, name: str, kind: str, plural: bool) -> None:
    talks = replace(case.talks, parties={**case.talks.parties, "x": party(name, kind)})
    assert Phrases(replace(case, talks=talks)).plural("x") is plural


def test_names_as_they_stand_in_a_sentence() -> None:
    phrases = Phrases(labour())
    assert phrases.the_names(["ush", "dockers"]).startswith("the United Steelworkers of Hask and ")
    assert Phrases(istanbul()).titled("putin") == "Russia's President Vladimir Putin"
    assert Phrases(istanbul()).the_names(["usa", "turkey"]) == "the United States and Turkey"
    assert phrases.the("nobody at all") == "nobody at all"
