"""Sentences under the headings that a model gives them: of sentences that there are, under headings that there are."""

import json
from collections.abc import Sequence

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.errors import DataError
from goodoffices.extraction.llm import Llm, Reading
from goodoffices.extraction.llm.headings import headed, question, task
from goodoffices.extraction.llm.headings.question import HEADINGS
from goodoffices.extraction.llm.passages import Passages
from goodoffices.extraction.llm.pieces import pieces
from goodoffices.extraction.passages import Headed, Passage, by_reader
from goodoffices.extraction.proposal import Text
from goodoffices.extraction.read import Given, read_one
from goodoffices.language.folding import Span
from goodoffices.record import HEADINGS as ALL

from .server import Answer, Body, Model, Served, always, claims, says, serving

TEXT = "The sides met in Lenn. Brun wants the well. Nobody signed. It rained."
SPANS = [Span(0, 22), Span(23, 43), Span(44, 58), Span(59, 69)]


def passages(items: Sequence[object]) -> Answer:
    return says(json.dumps({"passages": items}, ensure_ascii=False))


def item(number: object, heading: object, weight: object = 2) -> dict[str, object]:
    return {"passage": number, "heading": heading, "weight": weight}


GOOD = [item(1, "met", 3), item(2, "stands", 2), item(3, "outcome", 1)]


def read(model: Model, text: str = TEXT, reading: Reading | None = None) -> tuple[tuple[Headed, ...], Served]:
    with serving(model) as served:
        return Llm(served.address, "m", reading=reading or Reading()).headings(Text("a", text)), served


def test_each_sentence_stands_whole_under_its_heading() -> None:
    found, _ = read(always(passages(GOOD)))
    assert [(one.span, one.heading, one.confidence) for one in found] == [
        (SPANS[0], "met", 0.8), (SPANS[1], "stands", 0.65), (SPANS[2], "outcome", 0.5),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "bad",
    [
        item(9, "met"), item(0, "met"), item(-1, "met"), item(None, "met"), item("one", "met"), item(4, "weather"),
        item(4, None), item(4, 3), item(4, ""), 7, None, "met", [], {"passage": 4},
    ],
)  # fmt: skip
def test_what_is_of_no_sentence_or_no_heading_is_left_out(bad: object) -> None:
    found, _ = read(always(passages([bad, *GOOD])))
    assert [one.heading for one in found] == ["met", "stands", "outcome"]


@pytest.mark.parametrize(
    ("weight", "confidence"), [(3, 0.8), (1, 0.5), (99, 0.8), (-5, 0.5), (0, 0.65), (None, 0.65), ("3", 0.8)]
)
def test_how_much_it_matters_decides_the_order_and_no_more(weight: object, confidence: float) -> None:
    found, _ = read(always(passages([item(1, " MET ", weight)])))
    assert [(one.heading, one.confidence) for one in found] == [("met", confidence)]


def test_of_a_sentence_that_is_told_twice_the_first_holds() -> None:
    found, _ = read(always(passages([item(3, "outcome"), item(3, "said"), item(1, "met")])))
    assert [(one.span, one.heading) for one in found] == [(SPANS[0], "met"), (SPANS[2], "outcome")]


def test_a_long_report_goes_in_pieces_with_one_numbering() -> None:
    text = " ".join(f"The sides met on day {n} of the talks in Lenn." for n in range(30))

    def last(body: Body) -> Answer:
        shown = body["messages"][-1]["content"]
        return passages([item(max(n for n in range(1, 31) if f"[{n}] " in shown), "met")])

    found, served = read(last, text, Reading(piece=400, overlap=40))
    assert len(served.bodies) > 3
    assert found[-1].span.of(text).strip() == "The sides met on day 29 of the talks in Lenn."


def test_of_a_sentence_in_two_pieces_the_first_answer_holds() -> None:
    left = iter([passages([item(1, "met")]), *[passages([item(1, "outcome")])] * 9])
    found, _ = read(lambda body: next(left), f"{TEXT} " * 8, Reading(piece=200, overlap=40))
    assert [one.heading for one in found] == ["met"]


def test_an_answer_of_another_form_is_an_error() -> None:
    with pytest.raises(DataError, match="JSON with the passages"):
        read(always(says("no")))


def test_an_empty_report_asks_nobody() -> None:
    assert read(always(passages(GOOD)), " \n ")[1].bodies == []


def test_what_is_asked() -> None:
    (asked,) = question(Passages(Text("a", TEXT)), pieces(TEXT, 12_000, 0))
    assert all(f"[{n}] {span.of(TEXT)}" in asked for n, span in enumerate(SPANS, 1))
    assert tuple(HEADINGS) == ALL
    assert all(f"- {heading}: {told}" in task().told for heading, told in HEADINGS.items())
    jsonschema.validate({"passages": GOOD}, task().schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"passages": [item(1, "weather")]}, task().schema)


def test_a_report_of_a_draft_stands_under_the_models_headings() -> None:
    def model(body: Body) -> Answer:
        return passages(GOOD) if "under which heading" in body["messages"][0]["content"] else claims()

    with serving(model) as served:
        one = read_one(Llm(served.address, "m"), Given("a.txt", TEXT.encode()))
    assert [(TEXT[p.start : p.end], p.heading) for p in one.passages] == [
        ("The sides met in Lenn.", "met"), ("Brun wants the well.", "stands"), ("Nobody signed.", "outcome"),
    ]  # fmt: skip


def test_who_speaks_is_as_the_rules_read_it() -> None:
    rules = [Passage(23, 43, "said", "Ann Hay", 0.4), Passage(44, 58, None, None, 0.9)]
    told = [Headed(SPANS[1], "stands", 0.8), Headed(SPANS[2], "outcome", 0.5)]
    assert [(one.heading, one.speaker) for one in by_reader(told, rules)] == [("stands", "Ann Hay"), ("outcome", None)]


@given(st.lists(st.fixed_dictionaries({
    "passage": st.one_of(st.none(), st.integers(-3, 9), st.text(max_size=3)),
    "heading": st.sampled_from([*ALL, "", "none", None, 3]),
    "weight": st.one_of(st.none(), st.integers(-9, 9), st.text(max_size=2)),
}), max_size=9))  # fmt: skip
def test_whatever_is_told_is_a_sentence_once(items: list[object]) -> None:
    found = list(headed(Passages(Text("a", TEXT)), items))
    assert len({one.span for one in found}) == len(found)
    assert all(one.span in SPANS and one.heading in ALL and 0 < one.confidence <= 0.8 for one in found)
