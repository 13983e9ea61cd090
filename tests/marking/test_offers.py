"""Offers as a table: what a claim says, what is offered for talks.yaml, and what stands there after a yes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from goodoffices.marking import Accept, Add, Edit, Reject
from goodoffices.talks import Talks

from .cases import TALKS, comments, make, open_store, sound, store_of, texts

Check = Callable[[Talks, str], bool]


def claim(type_: str, subject: str, predicate: str, value: Any, **more: Any) -> dict[str, Any]:
    return {"type": type_, "subject": subject, "predicate": predicate, "value": value, **more}


# The claim, the words of the offers, and whether the first of them, taken, is in the talks.
OFFERS: dict[str, tuple[dict[str, Any], list[str], Check]] = {
    "a new person with a post": (
        claim("person_post", "Bo Lind", "post", "miller", for_party="south"),
        ["A new person: Bo Lind, miller"],
        lambda t, c: (t.people["bo-lind"].posts[0].title, t.people["bo-lind"].posts[0].claims) == ("miller", (c,)),
    ),
    "a post more": (
        claim("person_post", "ann", "post", "judge"),
        ["A post of Ann: judge"],
        lambda t, c: [p.title for p in t.people["ann"].posts] == ["mayor", "judge"],
    ),
    "a post that is there": (
        claim("person_post", "Ann", "post", "Mayor", for_party="north"),
        ["A post of Ann: Mayor (there already): rests on {}, too"],
        lambda t, c: t.people["ann"].posts[0].claims == ("a1", c),
    ),
    "a member whom the case does not know": (
        claim("delegation", "Bo Lind", "member_of", "north", meeting="first"),
        ["In the delegation team: Bo Lind belongs to it"],
        lambda t, c: t.delegations["team"].members == ("bo-lind",) and t.people["bo-lind"].name == "Bo Lind",
    ),
    "members without a name": (
        claim("delegation", "some officials", "member_of", "north", meeting="first"),
        ["In the delegation team: besides the named, some officials"],
        lambda t, c: t.delegations["team"].others == "some officials",
    ),
    "another head is a matter of comparison, and belongs to it": (
        claim("delegation", "Bo Lind", "heads", "north", meeting="first"),
        ["In the delegation team: Bo Lind belongs to it"],
        lambda t, c: (t.delegations["team"].head, t.delegations["team"].members) == ("ann", ("bo-lind",)),
    ),
    "a new delegation": (
        claim("delegation", "Cy Dale", "heads", "south", meeting="first"),
        ["In a new delegation of South: Cy Dale leads it"],
        lambda t, c: (
            t.delegations["south-delegation"].head == "cy-dale"
            and t.meetings["first"].delegations == ("team", "south-delegation")
        ),
    ),
    "the place of a meeting": (
        claim("meeting", "first", "place", "Ford"),
        ["The place of “The first meeting”: Ford"],
        lambda t, c: (t.meetings["first"].place, t.meetings["first"].claims) == ("Ford", ("a3", c)),
    ),
    "the day of a meeting that had no claim": (
        claim("meeting", "second", "date", "2025-03-02"),
        ["The day of “The second meeting”: 2025-03-02"],
        lambda t, c: (
            (str(t.meetings["second"].date), t.meetings["second"].claims, t.meetings["second"].unsourced)
            == ("2025-03-02", (c,), None)
        ),
    ),
    "another day is a matter of comparison; that they met is not": (
        claim("meeting", "first", "date", "2025-03-09"),
        ["That “The first meeting” was held (there already): rests on {}, too"],
        lambda t, c: (str(t.meetings["first"].date), t.meetings["first"].claims) == ("2025-03-01", ("a3", c)),
    ),
    "a new meeting": (
        claim("meeting", "The third meeting", "venue", "the mill"),
        ["A new meeting: The third meeting, venue the mill"],
        lambda t, c: t.meetings["third-meeting"].venue == "the mill",
    ),
    "parties whom the case does not know": (
        claim("meeting", "second", "parties", ["north", "the Board", "the Bank"]),
        ["The parties of “The second meeting”: North and the Board and the Bank"],
        lambda t, c: t.meetings["second"].participants == ("north", "south", "board", "bank"),
    ),
    "a remark": (
        claim("meeting", "first", "aim", "to share the water"),
        ["A remark on “The first meeting”: The aim: to share the water"],
        lambda t, c: t.meetings["first"].remarks[0].text == "The aim: to share the water",
    ),
    "an order": (
        claim("meeting", "first", "before", "second"),
        ["“The second meeting” came after “The first meeting”"],
        lambda t, c: t.meetings["second"].after == ("first",),
    ),
    "a role": (
        claim("mediation", "ann", "chairs", "second"),
        ["Ann, chair of “The second meeting”"],
        lambda t, c: (t.meetings["second"].roles[0].who, t.meetings["second"].roles[0].role) == ("ann", "chair"),
    ),
    "a role of somebody new": (
        claim("mediation", "The Board", "mediates", "first"),
        [
            "A new third party: The Board, mediator of “The first meeting”",
            "A new person: The Board, mediator of “The first meeting”",
        ],
        lambda t, c: t.third_parties["board"].name == "The Board" and t.meetings["first"].roles[0].who == "board",
    ),
    "an absence": (
        claim("absence", "ann", "absent_from", "second"),
        ["Ann was absent from “The second meeting”"],
        lambda t, c: t.meetings["second"].absent[0].who == "ann",
    ),
    "a position": (
        claim(
            "position", "south", "refuses", "a half", issue="water", option="half", attributed_to=["narrator", "ann?"]
        ),
        ["A position: South refuses a half"],
        lambda t, c: (
            (t.positions[-1].stance, t.positions[-1].told_by, t.positions[-1].claims) == ("refuses", "ann?", (c,))
        ),
    ),
    "a position that is there": (
        claim("position", "north", "demands", "half of it", issue="water", option="half"),
        ["A position: North demands half of it (there already): rests on {}, too"],
        lambda t, c: t.positions[0].claims == ("a5", c),
    ),
    "a position on a new issue": (
        claim("position", "south", "demands", "no toll"),
        ["A position: South demands no toll, a new issue"],
        lambda t, c: t.issues["no-toll"].options == {"no-toll": "no toll"} and t.positions[-1].issue == "no-toll",
    ),
    "a position with a new option": (
        claim("position", "south", "demands", "a third", issue="water"),
        ["A position: South demands a third, a new option"],
        lambda t, c: t.issues["water"].options["third"] == "a third",
    ),
    "an outcome": (
        claim("outcome", "first", "agreed", "to meet again"),
        ["Agreed: to meet again"],
        lambda t, c: (t.outcome.agreed[0].text, t.outcome.agreed[0].meeting) == ("to meet again", "first"),
    ),
    "what was denied was not agreed": (
        claim("outcome", "first", "agreed", "a deal", modality="negated"),
        ["Not agreed: No deal"],
        lambda t, c: t.outcome.not_agreed[0].text == "No deal",
    ),
    "a statement": (
        claim("statement", "ann", "said", "no toll"),
        ["A statement of Ann: no toll"],
        lambda t, c: (t.statements[0].by, t.statements[0].text) == ("ann", "no toll"),
    ),
    "an assessment": (
        claim("assessment", "first", "assessed", "a good start", attributed_to=["narrator", "ann"]),
        ["An assessment by Ann: a good start"],
        lambda t, c: (t.assessments[0].by, t.assessments[0].meeting) == ("ann", "first"),
    ),
    "background": (
        claim("context", "The mill", "told", "it is old"),
        ["Background on The mill: it is old"],
        lambda t, c: t.background[0].about == "The mill",
    ),
    "words that fit nowhere": (claim("decision", "The crowd", "decided", "to leave"), [], lambda t, c: True),
}


@pytest.mark.parametrize("name", OFFERS)
def test_what_is_offered_is_written_after_a_yes_only(tmp_path: Path, name: str) -> None:
    values, told, check = OFFERS[name]
    store = store_of(tmp_path)
    key = store.decide(Add("press", 0, 9, values)).claim
    assert key is not None
    before = texts(tmp_path)["talks.yaml"]
    assert before == TALKS
    offers = store.offers(key)
    assert [offer.told for offer in offers] == [line.format(key) for line in told]
    for offer in offers[:1]:
        store.take(offer)
        case = sound(tmp_path)
        assert check(case.talks, key)
        assert case.talks == store.case.talks
        assert comments(texts(tmp_path)["talks.yaml"]) == comments(TALKS)
        assert offer.told not in [one.told for one in store.offers(key)]
        store.undo()
        assert texts(tmp_path)["talks.yaml"] == TALKS


def test_nothing_is_offered_for_a_claim_that_does_not_count_or_that_rests_there_already(tmp_path: Path) -> None:
    store = store_of(tmp_path)
    assert store.offers("a4") == ()
    store.decide(Accept("a4"))
    assert [offer.told for offer in store.offers("a4")] == ["A new person: Bo Lind, miller"]
    store.decide(Accept("a1"))
    assert store.offers("a1") == ()
    assert store.offers("zz") == ()


# A claim on which an entry rests is edited: the entry's words are stale, and the new ones are offered.
STALE: dict[str, tuple[str, dict[str, Any], Check]] = {
    "a day": ("a3", {"value": "2025-03-02"}, lambda t, c: str(t.meetings["first"].date) == "2025-03-02"),
    "a post": ("a1", {"value": "lady mayor"}, lambda t, c: t.people["ann"].posts[0].title == "lady mayor"),
    "an option": (
        "a5",
        {"option": "most", "predicate": "proposes"},
        lambda t, c: (t.positions[0].option, t.positions[0].stance) == ("most", "proposes"),
    ),
}


@pytest.mark.parametrize("name", STALE)
def test_the_words_of_an_edited_claim_are_offered_to_the_entry_that_rests_on_it(tmp_path: Path, name: str) -> None:
    key, values, check = STALE[name]
    store = store_of(tmp_path)
    store.decide(Edit(key, values))
    (offer,) = store.offers(key)
    store.take(offer)
    assert check(sound(tmp_path).talks, key)
    assert store.offers(key) == ()


def test_what_another_claim_holds_is_not_offered_to_be_changed(tmp_path: Path) -> None:
    talks = TALKS.replace("claims: [a3]", "claims: [a3, b2, b1]").replace("date: 2025-03-01", "date: 2025-03-03")
    store = open_store(make(tmp_path, talks))
    store.decide(Accept("b1"))
    store.decide(Edit("a3", {"value": "2025-03-02"}))
    assert store.offers("a3") == ()


def test_a_no_is_remembered(tmp_path: Path) -> None:
    store = store_of(tmp_path)
    store.decide(Accept("a4"))
    (offer,) = store.offers("a4")
    store.dismiss(offer)
    assert store.offers("a4") == ()


def test_a_no_holds_when_ids_change_and_when_the_files_are_read_again(tmp_path: Path) -> None:
    store = store_of(tmp_path)
    first, second = (
        store.decide(Add("press", 0, 9, claim("statement", "ann", "said", text))).claim for text in ("one", "two")
    )
    assert first
    assert second
    store.dismiss(store.offers(second)[0])
    store.take(store.offers(first)[0])  # s1 is taken: the other one would be s2 now
    assert store.offers(second) == ()
    (tmp_path / "talks.yaml").write_bytes(texts(tmp_path)["talks.yaml"].replace("# who talks", "# who speaks").encode())
    store.reload()
    assert store.offers(second) == ()


def test_open_offers_are_those_of_all_claims_that_count_whenever_they_were_accepted(tmp_path: Path) -> None:
    store = store_of(tmp_path)
    assert [offer.claim for offer in store.open_offers("arab")] == ["b2"]
    store.decide(Accept("a4"))
    store.decide(Accept("a1"))
    assert [offer.told for offer in store.open_offers("press")] == ["A new person: Bo Lind, miller"]
    again = open_store(tmp_path)
    assert [offer.told for offer in again.open_offers("press")] == ["A new person: Bo Lind, miller"]
    again.take(next(again.open_offers("press")))
    assert list(again.open_offers("press")) == []
    again.undo()
    again.decide(Reject("a4"))
    assert list(again.open_offers("press")) == []


def test_accepting_a_claim_leaves_what_the_others_offer_as_it_was(tmp_path: Path) -> None:
    store = store_of(tmp_path)
    for text in ("one", "two", "three"):
        store.decide(Add("press", 0, 9, claim("statement", "ann", "said", text)))
    list(store.open_offers("press"))
    for key in ("a4", "a5", "a2"):
        store.decide(Accept(key))
        assert list(store.open_offers("press")) == list(open_store(tmp_path).open_offers("press"))
