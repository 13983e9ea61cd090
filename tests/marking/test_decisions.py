"""Decisions as tables: what is decided, and what then stands in the files. Every comment survives, and `check` finds no error."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.errors import DataError
from goodoffices.marking import Accept, Add, Decision, Edit, Judge, NeedsYesError, Reject, Signature, Store
from goodoffices.marking.decisions import keys_to_set, next_id, occurrences, trimmed
from goodoffices.marking.forms import shown, typed
from goodoffices.record.predicates import ANY_VERB

from .cases import DAY, PRESS, RECORD, TALKS, comments, fields, make, open_store, sound, store_of, texts

WHO = Signature("bea", DAY)


def place(words: str, text: str = PRESS) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


TOLD: dict[str, Any] = {"type": "statement", "subject": "ann", "predicate": "said", "value": "no toll"}
# Decision, and the claim's values afterwards.
DECISIONS: dict[str, tuple[Decision, dict[str, Any]]] = {
    "accept": (
        Accept("a4"),
        {"status": "accepted", "entered_by": "plain 0.1.0", "decided_by": "bea", "decided_on": DAY},
    ),
    "accept a claim on lines of its own": (Accept("a3"), {"status": "accepted", "entered_by": "plain 0.1.0"}),
    "accept what is accepted": (Accept("b2"), {"status": "accepted", "entered_by": "ann", "decided_by": None}),
    "reject": (Reject("a4"), {"status": "rejected", "entered_by": "plain 0.1.0", "decided_by": "bea"}),
    "edit a text": (
        Edit("a4", {"value": "the miller: # of 'Ford'"}),
        {"value": "the miller: # of 'Ford'", "status": "edited", "entered_by": "bea", "decided_by": "bea"},
    ),
    "edit to a list": (
        Edit("a5", {"attributed_to": ["narrator", "ann?"]}),
        {"attributed_to": ("narrator", "ann?"), "status": "edited"},
    ),
    "edit on lines of its own": (
        Edit("a3", {"value": "2025-03-02", "hedge": "reportedly"}),
        {"value": "2025-03-02", "hedge": "reportedly"},
    ),
    "edit a flag": (Edit("b1", {"direct": True, "modality": "hedged"}), {"direct": True, "modality": "hedged"}),
    "edit in other letters": (Edit("b1", {"as_printed": "٣ مارس"}), {"as_printed": "٣ مارس"}),
    "edit nothing is to accept": (Edit("a4", {"value": "miller"}), {"status": "accepted", "entered_by": "plain 0.1.0"}),
    "empty a field": (Edit("a1", {"for_party": None}), {"for_party": None, "status": "edited"}),
    "add": (
        Add("press", *place("No toll, said Ann"), TOLD),
        {"words": "No toll, said Ann", "status": "accepted", "entered_by": "bea"},
    ),
    "add with spaces at the ends": (
        Add("press", place(" came, too. ")[0], place(" came, too. ")[1], TOLD),
        {"words": "came, too."},
    ),
    "add on emoji": (Add("press", *place("👩‍👩‍👧 The towns"), TOLD), {"words": "👩‍👩‍👧 The towns"}),
    "add on hostile words": (Add("press", *place("\u202eevil\u202c"), TOLD), {"words": "\u202eevil\u202c"}),
    "add in Arabic": (Add("arab", 0, 17, TOLD), {"words": "اجتمعت المدينتان"}),
}


@pytest.mark.parametrize("name", DECISIONS)
def test_a_decision_is_on_the_disk_when_it_is_called_saved(tmp_path: Path, name: str) -> None:
    store, (decision, wanted) = store_of(tmp_path), DECISIONS[name]
    saved = store.decide(decision, yes=True)
    case = sound(tmp_path)
    assert saved.claim is not None
    found = case.claims[saved.claim]
    assert {key: getattr(found, key) for key in wanted} == wanted
    assert case.record == store.case.record
    assert case.talks == store.case.talks
    assert case.anchors == store.case.anchors
    for file, before in (("record.yaml", RECORD), ("talks.yaml", TALKS)):
        assert [c for c in comments(texts(tmp_path)[file]) if c in comments(before)] == comments(before)


@pytest.mark.parametrize("name", DECISIONS)
def test_undo_brings_back_every_byte(tmp_path: Path, name: str) -> None:
    store = store_of(tmp_path)
    store.decide(DECISIONS[name][0], yes=True)
    if store.journal.last() is not None:
        store.undo()
    assert texts(tmp_path) == {"talks.yaml": TALKS, "record.yaml": RECORD}
    assert sound(tmp_path).record == store.case.record
    with pytest.raises(DataError, match="nothing to undo"):
        store.undo()


def test_steps_are_taken_back_in_turn(tmp_path: Path) -> None:
    store, states = store_of(tmp_path), []
    for decision in (
        Accept("a1"),
        Edit("a1", {"value": "lord mayor"}),
        Add("press", 0, 9, TOLD),
        Reject("a5"),
        Accept("a5"),
    ):
        states.append(texts(tmp_path))
        store.decide(decision, yes=True)
    for state in reversed(states):
        store.undo()
        assert texts(tmp_path) == state


# What is wrong, and the field of the form that says so.
REFUSED: dict[str, tuple[Decision, str]] = {
    "a claim that is not there": (Accept("zz"), "claim"),
    "a type that is none": (Edit("a4", {"type": "rumour"}), "type"),
    "a day that is none": (Edit("a3", {"value": "2025-02-30"}), "value"),
    "an id that is none": (Edit("a4", {"subject": "bolind"}), "subject"),
    "an option of no issue": (Edit("a4", {"option": "half"}), "option"),
    "an issue that is none": (Edit("a5", {"issue": "fire"}), "issue"),
    "a meeting that is none": (Edit("a2", {"meeting": "third"}), "meeting"),
    "words of nothing": (Add("press", 5, 5, TOLD), "words"),
    "words of white space": (Add("press", PRESS.index("\n"), PRESS.index("\n") + 1, TOLD), "words"),
    "words beyond the text": (Add("press", 10_000, 10_010, TOLD), "words"),
    "a source that is none": (Add("zz", 0, 5, TOLD), "source"),
    "no value": (Add("press", 0, 5, {**TOLD, "value": ""}), "value"),
    "an unknown speaker": (Add("press", 0, 5, {**TOLD, "attributed_to": ["narrator", "zed"]}), "attributed_to"),
    "a finding on nothing": (Judge("date:zz", "disputed", ("a3",), "why"), "slot"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_wrong_is_told_by_its_field_and_nothing_is_written(tmp_path: Path, name: str) -> None:
    store, (decision, field) = store_of(tmp_path), REFUSED[name]
    with pytest.raises(DataError) as refused:
        store.decide(decision, yes=True)
    assert fields(refused.value) == {field}
    assert texts(tmp_path) == {"talks.yaml": TALKS, "record.yaml": RECORD}
    assert store.journal.last() is None


def test_what_rests_on_a_rejected_claim_needs_a_yes(tmp_path: Path) -> None:
    store = store_of(tmp_path)
    with pytest.raises(NeedsYesError) as needed:
        store.decide(Reject("a5"))
    assert [(one.entry, one.told) for one in needed.value.told] == [
        ("position p1", "rests on nothing else and is taken out")
    ]
    assert texts(tmp_path) == {"talks.yaml": TALKS, "record.yaml": RECORD}
    store.decide(Reject("a5"), yes=True)
    assert [p.id for p in sound(tmp_path).talks.positions] == ["p2"]


@pytest.mark.parametrize(
    ("claim", "left"),
    [
        ("a1", lambda talks: talks.people["ann"].posts == ()),
        ("a2", lambda talks: talks.delegations == {} and talks.meetings["first"].delegations == ()),
        (
            "a3",
            lambda talks: talks.meetings["first"].claims == () and "a3" in (talks.meetings["first"].unsourced or ""),
        ),
        ("a5", lambda talks: [p.id for p in talks.positions] == ["p2"]),
    ],
)
def test_an_entry_without_its_claim_goes_or_says_why_it_stays(
    tmp_path: Path, claim: str, left: Callable[[Any], bool]
) -> None:
    store = store_of(tmp_path)
    store.decide(Reject(claim), yes=True)
    assert left(sound(tmp_path).talks)
    store.undo()
    assert texts(tmp_path) == {"talks.yaml": TALKS, "record.yaml": RECORD}


def test_a_claim_edited_to_speak_of_somebody_else_leaves_the_entry(tmp_path: Path) -> None:
    store = store_of(tmp_path)
    with pytest.raises(NeedsYesError):
        store.decide(Edit("a1", {"subject": "Bo Lind", "for_party": None}))
    store.decide(Edit("a1", {"subject": "Bo Lind", "for_party": None}), yes=True)
    assert sound(tmp_path).talks.people["ann"].posts == ()


def test_ids_are_never_used_again(tmp_path: Path) -> None:
    store = store_of(tmp_path)
    first = store.decide(Add("press", 0, 9, TOLD)).claim
    store.undo()
    second = store.decide(Add("press", 0, 9, TOLD)).claim
    assert (first, second) == ("a6", "a7")


@pytest.mark.parametrize(
    ("source", "taken", "wanted"), [("press", (), "a6"), ("arab", (), "b3"), ("press", ("a6", "a7"), "a8")]
)
def test_the_next_id_stands_in_the_row_of_its_source(
    tmp_path: Path, source: str, taken: tuple[str, ...], wanted: str
) -> None:
    assert next_id(store_of(tmp_path).case, source, taken) == wanted


def test_a_record_without_claims_gets_its_first(tmp_path: Path) -> None:
    record = RECORD[: RECORD.index("claims:")]
    talks = TALKS.replace("claims: [a1]", "unsourced: x").replace("claims: [a2]", "unsourced: x")
    talks = talks.replace("claims: [a3] ", "unsourced: x ").replace("claims: [a5]", "unsourced: x")
    store = open_store(make(tmp_path, talks, record))
    assert store.decide(Add("press", 0, 9, TOLD)).claim == "press-01"
    assert [c.id for c in sound(tmp_path).record.claims] == ["press-01"]
    store.undo()
    assert texts(tmp_path)["record.yaml"] == record


@pytest.mark.parametrize("change", ["in brackets", "no last line end", "windows", "byte order mark"])
def test_other_layouts_are_kept(tmp_path: Path, change: str) -> None:
    record = RECORD.removesuffix("# the end\n")
    if change == "in brackets":
        head = record[: record.index("claims:")]
        more = "entered_by: x, status: proposed"
        first = "[{id: a1, source: press, type: person_post, subject: ann, predicate: post, value: mayor, words: mayor of North,"
        rest = f"{more}}}, {{id: a2, source: press, type: delegation, subject: ann, predicate: heads, value: north, words: led,"
        rest += f"{more}}}, {{id: a3, source: press, type: meeting, subject: first, predicate: date, value: 2025-03-01,"
        rest += f"words: met, {more}}}, {{id: a5, source: press, type: position, subject: north, predicate: demands,"
        rest += f"value: a half, words: wants, {more}}}]"
        record = head + "claims: " + first + rest + "\n"
    if change == "no last line end":
        record = record.rstrip("\n")
    if change == "windows":
        record = record.replace("\n", "\r\n")
    if change == "byte order mark":
        record = "\ufeff" + record
    store = open_store(make(tmp_path, record=record))
    store.decide(Accept("a1"))
    store.decide(Edit("a2", {"note": "so # it is"}))
    store.decide(Add("press", 0, 9, TOLD))
    assert sound(tmp_path).record == store.case.record
    for _ in range(3):
        store.undo()
    assert texts(tmp_path)["record.yaml"] == record


# What is typed into the form, and the value it gives.
TYPED: dict[str, tuple[str, dict[str, str], dict[str, Any]]] = {
    "a name becomes an id": ("a4", {"subject": "Ann"}, {"subject": "ann"}),
    "letters do not matter": ("a4", {"subject": "  ANN "}, {"subject": "ann"}),
    "a name with its id": ("a4", {"subject": "The first meeting (first)"}, {"subject": "first"}),
    "words stay words": ("a4", {"subject": "the old  miller"}, {"subject": "the old miller"}),
    "a list of parties": (
        "a3",
        {"predicate": "parties", "value": "North, South, the Board"},
        {"value": ["north", "south", "the Board"]},
    ),
    "a chain of speakers": (
        "a5",
        {"attributed_to": "Ann, The Courier?"},
        {"attributed_to": ["narrator", "ann", "The Courier?"]},
    ),
    "an option by its words": ("a5", {"option": "most of it"}, {"option": "most"}),
    "qualifiers": (
        "a5",
        {"qualifiers": "duration: 30 days; kind: full"},
        {"qualifiers": {"duration": "30 days", "kind": "full"}},
    ),
    "nothing": ("a5", {"issue": "", "option": ""}, {"issue": None, "option": None}),
}


@pytest.mark.parametrize("name", TYPED)
def test_what_is_typed_becomes_typed_values(tmp_path: Path, name: str) -> None:
    case, (key, changes, wanted) = store_of(tmp_path).case, TYPED[name]
    claim = case.claims[key]
    values = typed(case, {**shown(case, claim), **changes}, claim)
    assert {k: v for k, v in keys_to_set(case, Edit(key, values), WHO).items() if k in wanted} == wanted


# A type, a predicate that does not go with it, what the refusal says of it, and what it takes to be meant.
UNFIT: dict[str, tuple[str, str, str, str | None]] = {
    "no word at all": ("meeting", "zzz", "date, place, venue", None),
    "a letter wrong": ("meeting", "dat", "date, place, venue", "date"),
    "two letters turned": ("position", "dmeands", "demands", "demands"),
    "a noun": ("mediation", "mediator", "mediates", "mediates"),
    "another language": ("delegation", "chef", "heads", None),
    "of another type": ("attendance", "hosts", "hosts goes with the type mediation", None),
    "a verb of statements": ("outcome", "said", "said goes with the type statement", None),
    "capital letters": ("meeting", "Date", "a word in small letters", None),
    "several words": ("statement", "said that", "a word in small letters", None),
    "nothing": ("statement", "", "a word in small letters", None),
}


@pytest.mark.parametrize("name", UNFIT)
def test_a_predicate_that_does_not_go_with_the_type_is_refused(tmp_path: Path, name: str) -> None:
    store, (type_, predicate, expected, near) = store_of(tmp_path), UNFIT[name]
    for claim in (None, store.case.claims["a4"]):
        form = {**shown(store.case, store.case.claims["a4"]), "type": type_, "predicate": predicate}
        with pytest.raises(DataError) as error:
            typed(store.case, form, claim)
        (problem,) = error.value.problems
        assert problem.file == "predicate"
        assert expected in problem.expected
        assert near is None or near in (problem.nearest or "")


@pytest.mark.parametrize("type_", sorted(ANY_VERB))
def test_with_some_types_any_verb_will_do(tmp_path: Path, type_: str) -> None:
    store = store_of(tmp_path)
    form = {**shown(store.case, store.case.claims["a4"]), "type": type_, "predicate": "shrugged_at"}
    assert typed(store.case, form)["predicate"] == "shrugged_at"


def test_a_predicate_that_an_older_record_has_stays(tmp_path: Path) -> None:
    record = RECORD.replace("predicate: post, value: miller", "predicate: works_as, value: miller")
    store = open_store(make(tmp_path, record=record))
    claim = store.case.claims["a4"]
    form = {**shown(store.case, claim), "value": "baker"}
    store.decide(Edit("a4", typed(store.case, form, claim)))
    assert (sound(tmp_path).claims["a4"].predicate, sound(tmp_path).claims["a4"].value) == ("works_as", "baker")
    with pytest.raises(DataError, match="found 'works_as'"):
        typed(store.case, {**form, "type": "meeting"}, claim)


@pytest.mark.parametrize("key", ["a1", "a2", "a3", "a4", "a5", "b1", "b2"])
def test_a_form_given_back_as_it_was_changes_nothing(tmp_path: Path, key: str) -> None:
    case = store_of(tmp_path).case
    values = typed(case, shown(case, case.claims[key]), case.claims[key])
    assert set(keys_to_set(case, Edit(key, values), WHO)) <= {"status", "decided_by", "decided_on"}


@given(st.text(max_size=40), st.integers(-5, 50), st.integers(-5, 50))
def test_a_trimmed_stretch_has_no_white_space_at_its_ends(text: str, start: int, end: int) -> None:
    first, last = trimmed(text, start, end)
    assert first >= 0
    assert last <= len(text)
    if first < last:
        words = text[first:last]
        assert words == words.strip()
        assert words == text[max(0, start) : max(0, end)].strip()


@given(st.lists(st.sampled_from(["toll", "no", "يريد", "👩‍👩‍👧"]), min_size=1, max_size=8), st.data())
def test_typed_words_are_found_where_they_stand(parts: list[str], data: st.DataObject) -> None:
    text = "\n ".join(parts)
    start = data.draw(st.integers(0, len(parts) - 1))
    some = parts[start : data.draw(st.integers(start + 1, len(parts)))]
    found = occurrences(text, "  ".join(some))
    assert found
    assert all(text[a:b].split() == some for a, b in found)


def test_a_finding_is_recorded_on_claims_that_count(tmp_path: Path) -> None:
    store = store_of(tmp_path)
    store.decide(Accept("a3"))
    store.decide(Accept("b1"))
    store.decide(Judge("date:first", "preferred", ("a3",), "the paper was there"))
    (finding,) = sound(tmp_path).record.findings
    assert (finding.slot, finding.verdict, finding.claims, finding.by, finding.on) == (
        "date:first",
        "preferred",
        ("a3",),
        "bea",
        DAY,
    )
    store.decide(Judge("date:first", "disputed", ("a3", "b1"), "or was it"))
    assert len(sound(tmp_path).record.findings) == 2
    for _ in range(4):
        store.undo()
    assert texts(tmp_path) == {"talks.yaml": TALKS, "record.yaml": RECORD}


def test_a_finding_needs_claims_a_reason_and_a_known_verdict(tmp_path: Path) -> None:
    store: Store = store_of(tmp_path)
    store.decide(Accept("a3"))
    store.decide(Accept("b1"))
    for decision, field in (
        (Judge("date:first", "disputed", (), "why"), "claims"),
        (Judge("date:first", "disputed", ("a3",), " "), "reason"),
        (Judge("date:first", "maybe", ("a3",), "why"), "verdict"),
    ):
        with pytest.raises(DataError) as refused:
            store.decide(decision)
        assert fields(refused.value) == {field}


@pytest.mark.parametrize(
    ("predicate", "near"), [("zzz", None), ("mediats", None), ("hold", None), ("posts", "post"), ("poste", "post")]
)
def test_a_proposal_with_a_predicate_outside_the_table_is_not_accepted(
    tmp_path: Path, predicate: str, near: str | None
) -> None:
    record = RECORD.replace("subject: Bo Lind, predicate: post", f"subject: Bo Lind, predicate: {predicate}")
    store = open_store(make(tmp_path, TALKS, record))
    with pytest.raises(DataError) as caught:
        store.decide(Accept("a4"))
    (problem,) = caught.value.problems
    assert (problem.file, problem.nearest) == ("predicate", near)
    assert texts(tmp_path)["record.yaml"] == record
    store.decide(Reject("a4"))
    assert "status: rejected" in texts(tmp_path)["record.yaml"]
