"""The annex: pairs of accounts in words, and every statement whole."""

from dataclasses import replace
from pathlib import Path

import pytest

from goodoffices.brief import build_outline
from goodoffices.brief.context import Context
from goodoffices.brief.outline import Table
from goodoffices.brief.questions import RELATIONS, question
from goodoffices.record import Relation
from goodoffices.talks import Day

from .cases import SENTENCE, black_sea, crowd, examples, istanbul, labour, section, texts, two_valleys

ALL = [*examples(), two_valleys, labour]
PART = "The part of "


@pytest.mark.parametrize("case", ALL)
def test_each_pair_is_told_in_words_and_no_question_answers_itself(case) -> None:
    (table,) = section(build_outline(case()), "pairs").blocks
    assert isinstance(table, Table)
    assert table.rows
    keys = {relation.value.replace("_", " ") for relation in Relation} - {"agree"}
    for asked, one, other, do in (tuple(cell[0].text for cell in row) for row in table.rows):
        assert do in RELATIONS.values()
        assert do not in keys
        assert "_" not in asked
        name = asked.removeprefix(PART) if asked.startswith(PART) else None
        assert name is None or not any(told.endswith(f": {name}") for told in (one, other))


def test_every_relation_has_words() -> None:
    assert set(RELATIONS) == set(Relation)
    assert len(set(RELATIONS.values())) == len(RELATIONS)


@pytest.mark.parametrize(
    ("case", "slot", "asked"),
    [
        (black_sea, "sees:guterres", "what António Guterres sees"),
        (black_sea, "position:russia:renewal-term", "where Russia stands (how long does the initiative run on?)"),
        (labour, "position:ush:wages", "where the United Steelworkers of Hask stands on wages"),
        (labour, "position:dockers:quay", "where the Dockers stand on outside firms at the quay"),
        (istanbul, "expects:nobody named", "what nobody named expects"),
        (istanbul, "precedence:direct", "what was new about the direct talks of Ukraine and Russia"),
    ],
)
def test_a_question_is_asked_in_english(case, slot: str, asked: str) -> None:
    assert question(Context.of(case()), slot) == asked


def test_whose_word_it_is_not_is_said_in_the_number_of_who_says_it() -> None:
    told = texts(section(build_outline(labour()), "pairs"))
    assert any("not the Dockers' own word" in text for text in told)


def test_in_the_annex_no_statement_is_cut(tmp_path: Path) -> None:
    outline = build_outline(crowd(tmp_path), with_annex=True)
    assert any("…" in text for text in texts(outline.sections))
    assert not any("…" in text for text in texts(outline.annex))
    long = f"{SENTENCE}; " * 11
    assert sum(long in text for text in texts(outline.annex)) > 50


def test_a_text_in_which_a_name_is_blacked_out_says_so() -> None:
    case = two_valleys()
    source = replace(case.record.sources["A"], redacted=True, redacted_on=Day.parse("2031-06-01"))
    record = replace(case.record, sources={**case.record.sources, "A": source})
    (table,) = section(build_outline(replace(case, record=record)), "sources").blocks
    assert isinstance(table, Table)
    told = {row[0][0].text: row[4][0].text for row in table.rows}
    assert told["A"] == "own account; original; redacted on 1 June 2031: a name is blacked out"
    assert told["B"] == "own account; original"
