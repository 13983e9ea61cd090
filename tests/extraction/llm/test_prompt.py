# ruff: noqa: E501 (a case is read on one line)
"""What is asked and in which form; what comes back in whatever form; how the pieces of a text become one report."""

import json
import re
from typing import Any, get_args

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.extraction.llm.answer import Reader
from goodoffices.extraction.llm.form.answered_json import items
from goodoffices.extraction.llm.merger import Merger
from goodoffices.extraction.llm.passages import Passages
from goodoffices.extraction.llm.pieces import pieces
from goodoffices.extraction.llm.prompt import (
    FORMATS,
    FREE,
    Reading,
    predicates,
    question,
    questions,
    task,
)
from goodoffices.extraction.llm.proof.unsupported import Unsupported
from goodoffices.extraction.llm.task import Form, body
from goodoffices.extraction.proposal import Text
from goodoffices.extraction.roster.side import Said, Side
from goodoffices.language.folding import Span
from goodoffices.record import FAMILIES, Claim
from goodoffices.record.claim import ClaimType, Modality

from .texts import GOLD, TEXT, Item, item


def test_every_predicate_of_the_table_is_offered_under_one_type() -> None:
    offered = [p for words in predicates().values() for p in words]
    assert len(offered) == len(set(offered))
    assert set(offered) == {p for family in FAMILIES for p in family.predicates}
    assert set(predicates()) == set(get_args(ClaimType))


def test_the_task_names_all_types_predicates_and_modalities() -> None:
    told = task().told
    for type_, words in predicates().items():
        assert f"- {type_}: {', '.join(words) or FREE} (" in told
    assert all(word in told for word in (*get_args(Modality), *FORMATS))
    assert json.dumps(task().schema, ensure_ascii=False, separators=(",", ":")) in told


def test_the_schema_is_one_and_a_whole_answer_fits_it() -> None:
    jsonschema.Draft202012Validator.check_schema(task().schema)
    keys = task().schema["properties"]["claims"]["items"]["properties"]
    whole = [
        {**dict.fromkeys(keys), "qualifiers": [], "attributed_to": ["narrator"], "modality": "asserted", **g}
        for g in GOLD
    ]
    jsonschema.validate({"claims": whole}, task().schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"claims": [{**whole[0], "type": "event"}]}, task().schema)


def objects(part: Any) -> list[dict[str, Any]]:
    if isinstance(part, list):
        return [o for p in part for o in objects(p)]
    if not isinstance(part, dict):
        return []
    return [part] * (part.get("type") == "object") + [o for p in part.values() for o in objects(p)]


def test_the_schema_is_as_strict_as_the_strictest_servers_ask() -> None:
    found = objects(task().schema)
    assert len(found) == 3
    assert all(o["required"] == list(o["properties"]) and o["additionalProperties"] is False for o in found)
    assert not {"$ref", "default", "title"} & set(json.dumps(task().schema).replace('"', " ").split())


@pytest.mark.parametrize("form", list(Form))
@given(text=st.text(max_size=100))
def test_any_text_can_be_asked_about(form: Form, text: str) -> None:
    sent = json.loads(body("m", task(), question(text), form))
    assert text.encode("utf-8", "replace").decode() in sent["messages"][1]["content"]


def test_every_letter_of_a_report_is_shown_behind_the_number_of_its_passage() -> None:
    passages = Passages(Text("S1", TEXT))
    shown = passages.shown(Span(0, len(TEXT)))
    assert shown.startswith("[1] LENN, 12 May 2031")
    assert "\n[4] It also included Deputy Mayor Tom Hale.\n" in shown
    assert passages.number(TEXT.index("Dan Fell reportedly")) == 11
    found = passages.span(11)
    assert found is not None
    assert found.of(TEXT) == "Dan Fell reportedly left early."
    assert [passages.span(n) for n in (0, -1, 12, None)] == [None] * 4


@given(st.text(alphabet='ab .\n"”!A1[]', max_size=400), st.integers(20, 60))
def test_nothing_is_lost_between_passages_and_pieces(text: str, size: int) -> None:
    passages = Passages(Text("S1", text))
    for piece in pieces(text, size, 5):
        shown = re.sub(r"(?m)^\[\d+\] ", "", passages.shown(piece))
        assert "".join(shown.split()) == "".join(piece.of(text).split())


def test_who_and_when_stand_below_the_report_within_its_marks() -> None:
    [(_, asked)] = questions(Text("S1", TEXT), Reading())
    below = asked.partition("\n\nREAD BY A PROGRAM\n")[2].partition("\nREPORT ")[0].splitlines()
    assert below == [
        "Parties: Northford (also Northforder); Republic of Southford (also Southford)",
        "Others: Valley Water Board",
        "People: Ana Roe, Water Minister; Tom Hale, Deputy Mayor; Ida Moor, President; Dan Fell",
        "Day of the report: 2031-05-12",
        "Days: [1] 12 May: 2031-05-12; [10] June 2031: 2031-06",
    ]
    assert "READ BY A PROGRAM" not in next(questions(Text("S1", "They left."), Reading()))[1]


def test_who_talks_is_as_a_person_says_it() -> None:
    said = Said((Side("Valley Water Board"), Side("Northford")))
    [(_, asked)] = questions(Text("S1", TEXT, said=said), Reading())
    [line] = [line for line in asked.splitlines() if line.startswith("Parties: ")]
    assert "Valley Water Board" in line


DECISIONS = {
    "Both sides agreed to reopen the ferry.": item("outcome", "M1", "agreed", "reopening of the ferry", "Both sides agreed to reopen the ferry"),
    "No deal on tolls was reached.": item("outcome", "M1", "not_agreed", "tolls", "No deal on tolls was reached"),
    "The round ended without agreement.": item("outcome", "M1", "result", "no agreement", "ended without agreement"),
    "They will meet again in Halden on 9 June 2031.": item("outcome", "M1", "next", "2031-06-09", "meet again in Halden on 9 June", modality="future"),
    "Bostan will not accept a toll, Holt said.": item("position", "Bostan", "refuses", "a toll", "Bostan will not accept a toll"),
    "Bostan would lift the blockade if its vans come back.": item("position", "Bostan", "only_if", "its vans come back", "if its vans come back", issue="blockade"),
    "Bostan offered 40 prisoners for the bodies of its dead.": item("position", "Bostan", "in_exchange_for", "the bodies of its dead", "for the bodies of its dead"),
    "Bostan has come down from 12 to 8 crowns.": item("position", "Bostan", "changed", "from 12 to 8 crowns", "Bostan has come down from 12 to 8 crowns"),
    "Holt sent his deputy.": item("decision", "Holt", "sent", "his deputy", "Holt sent his deputy"),
    "Okafor thanked the hosts.": item("statement", "Okafor", "thanked", "the hosts", "Okafor thanked the hosts"),
    "Observers see a first step.": item("assessment", "observers", "sees", "a first step", "Observers see a first step"),
    "Quist did not come.": item("absence", "Quist", "absent_from", "M1", "Quist did not come"),
    "Norland was not invited.": item("attendance", "Norland", "invited", "M1", "Norland was not invited", modality="negated"),
}  # fmt: skip


@pytest.mark.parametrize("text", DECISIONS)
def test_what_the_decision_list_shows_passes_the_check(text: str) -> None:
    claim = Reader(Text("S1", text)).claim(DECISIONS[text], Span(0, len(text)))
    assert (claim.type, claim.predicate) == (
        DECISIONS[text]["type"],
        DECISIONS[text]["predicate"],
    ) or claim.predicate == "not_agreed"
    shown = text.removesuffix(" 2031.").rstrip(".").removeprefix("Bostan ").removesuffix(", Holt said")
    assert shown in task().told, shown


# The answer


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=9),
        lambda s: st.lists(s) | st.dictionaries(st.text(max_size=9), s),
    )
)
def test_no_answer_is_too_strange_to_read(value: Any) -> None:
    for content in (json.dumps(value), f"```{json.dumps(value)}", json.dumps(value)[:-1], repr(value)):
        found = items(content)
        assert found is None or isinstance(found, list)


@pytest.mark.parametrize(
    "row", ["[" * 100_000, "{" * 100_000, "[1," * 50_000, '{"a":' * 50_000, '"' * 100_001, "," * 100_000]
)
def test_rows_of_brackets_end(row: str) -> None:
    assert items(row) is None


KEYS = tuple({key for gold in GOLD for key in gold} | {"qualifiers"})
WORDS = st.sampled_from([*(str(v) for g in GOLD for v in g.values()), "", "M1", "null", "\x00", TEXT])
ANY = st.none() | st.integers() | st.floats() | WORDS | st.text(max_size=20) | st.lists(WORDS, max_size=3)


@given(st.sampled_from(GOLD), st.dictionaries(st.sampled_from(KEYS), ANY, max_size=3))
def test_whatever_a_model_changes_a_claim_is_whole_or_thrown_away(gold: Item, changed: Item) -> None:
    try:
        claim = READER.claim({**gold, **changed}, Span(0, len(TEXT)))
    except Unsupported:
        return
    assert claim.start is not None
    assert TEXT[claim.start : claim.end] == claim.words != ""
    assert claim.status == "proposed"
    assert claim.confidence is not None
    assert 0 <= claim.confidence <= 1
    assert all(part.isprintable() for part in (claim.subject, claim.predicate, *claim.attributed_to, claim.issue or ""))


READER = Reader(Text("S1", TEXT))


def test_a_piece_of_a_text_holds_only_its_own_words() -> None:
    with pytest.raises(Unsupported, match="quote not in the text"):
        READER.claim(GOLD[0], Span(200, len(TEXT)))


# Pieces together

TWO = "Ann Lee met Bob Ray in Lenn.\nThey met at the Mill House.\nAnn Lee met Cid Fox in Moor.\nThey met at the Old Inn.\n"


def made(*claims: Item) -> list[Claim]:
    return [Reader(Text("S1", TWO)).claim(c, Span(0, len(TWO))) for c in claims]


LENN = item("meeting", "M1", "place", "Lenn", "met Bob Ray in Lenn")
MILL = item("meeting", "M1", "venue", "Mill House", "at the Mill House")
MOOR = item("meeting", "M2", "place", "Moor", "met Cid Fox in Moor")
INN = item("meeting", "M2", "venue", "Old Inn", "at the Old Inn")


def told(*parts: list[Claim]) -> list[tuple[str, object]]:
    merger = Merger()
    for part in parts:
        merger.add(part)
    return [(c.subject, c.value) for c in merger.claims]


def test_a_meeting_keeps_its_id_where_the_overlap_proves_it() -> None:
    second = made({**MOOR, "subject": "M1"}, {**INN, "subject": "M1"}, {**MILL, "subject": "M2"})
    assert told(made(LENN, MILL, MOOR), second) == [
        ("M1", "Lenn"),
        ("M1", "Mill House"),
        ("M2", "Moor"),
        ("M2", "Old Inn"),
    ]


def test_a_meeting_of_another_piece_is_another_one_where_nothing_proves_the_contrary() -> None:
    second = made(
        {**MOOR, "subject": "M1"}, item("attendance", "Cid Fox", "attends", "M1", "met Cid Fox", meeting="M1")
    )
    assert told(made(LENN), second) == [("M1", "Lenn"), ("M2", "Moor"), ("Cid Fox", "M2")]


def test_claims_that_differ_in_what_they_say_are_no_doubles() -> None:
    asserted = item("statement", "Ann Lee", "said", "in Lenn", "in Lenn")
    both = made(
        asserted, {**asserted, "modality": "hedged"}, {**asserted, "predicate": "denied", "modality": "negated"}
    )
    assert len(told(both)) == 3
    assert len(told(both, both)) == 3
