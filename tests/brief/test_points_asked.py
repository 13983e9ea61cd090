"""What a mediator is to ask a party: situations, and the questions to which they lead."""

import pytest

from goodoffices.case import Case
from goodoffices.record import Finding
from goodoffices.talks import Delegation, Dispute, Mandate, Meeting, Outcome, Proposal, Result

from .points import OPTIONS, OURS, SESSION, WATER, agreed, asked, claim, condition, position, told, towns

# What leads to which question.

TWO = "Which of the two is it: "
LATER = {**SESSION, "n": Meeting(title="Next", after=("m",), unsourced="x")}
SITUATIONS: dict[str, tuple[Case, list[str]]] = {
    "nothing is told of anybody": (towns(), [WATER]),
    "the party says it itself": (towns([OURS]), []),
    "one of its people says it": (towns([position("p", "north", "half", told_by="ann")]), []),
    "the source itself tells it": (towns([position("p", "north", "half", told_by=None)]), []),
    "the opponent tells it": (
        towns([position("p", "north", "half", told_by="sue")]), ["Is it so that you demand a half, as Sue Strand says?"],
    ),
    "a third party tells it": (
        towns([position("p", "north", "half", "calls_for", told_by="board")]),
        ["Is it so that you call for a half, as the River Board says?"],
    ),
    "the opponent or the report tells it": (
        towns([position("p", "north", "half", "refuses", told_by="sue?")]),
        ["Is it so that you refuse a half, as Sue Strand apparently says?"],
    ),
    "the opponent tells what is no noun": (
        towns([position("p", "north", "open", told_by="sue")]),
        ["Is it so, as Sue Strand says, that you demand: open until 2033?"],
    ),
    "the opponent tells a clause": (
        towns([position("p", "north", "share", told_by="sue")]),
        ["Is it so that you demand that both read the gauges, as Sue Strand says?"],
    ),
    "the opponent tells the same as the party": (towns([OURS, position("q", "north", "half", "supports", told_by="sue")]), []),
    "the opponent tells more than the party": (
        towns([OURS, position("q", "north", "most", "refuses", told_by="sue")]),
        ["Is it so that you refuse most of it, as Sue Strand says?"],
    ),
    "the opponent denies the party's word": (
        towns([OURS, position("q", "north", "half", "refuses", told_by="sue")]),
        ["Is it so that you refuse a half, as Sue Strand says?"],
    ),
    "two of one side want different things": (
        towns([position("p", "north", "half", told_by="ann"), position("q", "north", "most", told_by="abe")]),
        [TWO + "a half (Ann Aker) or most of it (Abe Arden)?"],
    ),
    "a person and the party want different things": (
        towns([position("p", "north", "half", told_by="ann"), position("q", "north", "most")]),
        [TWO + "a half (Ann Aker) or most of it (North)?"],
    ),
    "one of a side wants what the other does not": (
        towns([position("p", "north", "half", told_by="ann"), position("q", "north", "half", "opposes", told_by="abe")]),
        [TWO + "you demand a half (Ann Aker) or you oppose a half (Abe Arden)?"],
    ),
    "one person wants two things": (
        towns([position("p", "north", "half", told_by="ann"), position("q", "north", "most", told_by="ann")]), [],
    ),
    "one of a side wants one thing, another does not want the other": (
        towns([position("p", "north", "half", told_by="ann"), position("q", "north", "most", "refuses", told_by="abe")]), [],
    ),
    "the party makes a condition": (
        towns([OURS], conditions=(condition("north", "the ford is open"),)),
        ["You make a half depend on one condition, that the ford is open: does that still hold?"],
    ),
    "one of its people makes a condition that is no clause": (
        towns([OURS], conditions=(condition("ann", "no toll"),)),
        ["You make a half depend on one condition (no toll): does that still hold?"],
    ),
    "the opponent tells the condition": (
        towns(
            [OURS], [claim("a1", type="statement", attributed_to=("sue",))],
            conditions=(condition("north", "the ford is open", claims=("a1",), unsourced=None),),
        ),
        ["Is it so that you make a half depend on one condition, that the ford is open, as Sue Strand says?"],
    ),
    "the opponent's own paper tells the condition": (
        towns(
            [OURS], [claim("a1", type="statement")], sides={"a": "south"},
            conditions=(condition("north", "no toll", claims=("a1",), unsourced=None),),
        ),
        ["Is it so that you make a half depend on one condition (no toll), as South says?"],
    ),
    "the other side makes the condition": (towns([OURS], conditions=(condition("sue", "no toll"),)), []),
    "the other side demands what the party has not spoken of": (
        towns([OURS, position("q", "south", "most")]), ["Could you live with most of it, which South demands?"],
    ),
    "the other side calls for it": (
        towns([OURS, position("q", "south", "most", "calls_for")]), ["Could you live with most of it, which South calls for?"],
    ),
    "the other side puts forward two things": (
        towns([OURS, position("q", "south", "most"), position("r", "south", "open", "supports")]),
        ["Could you live with most of it, which South demands, or with what South supports (open until 2033)?"],
    ),
    "the other side puts forward what is no noun": (
        towns([OURS, position("q", "south", "open", "proposes")]), ["Could you live with what South proposes: open until 2033?"],
    ),
    "the other side only proposes it in the room": (
        towns([OURS], proposals=(Proposal(id="r", by="sue", text="a paper", issue="water", option="most", unsourced="x"),)),
        ["Could you live with most of it, which South proposes?"],
    ),
    "the party is silent and the other side is not": (
        towns([position("q", "south", "most")]), [WATER, "Could you live with most of it, which South demands?"],
    ),
    "the other side accepts, opposes or refuses": (
        towns([OURS, *(position(f"q{n}", "south", o, s) for n, (o, s) in enumerate(
            {"most": "accepts", "open": "opposes", "share": "refuses"}.items()))]),
        [],
    ),
    "only a third party tells what the other side demands": (
        towns([OURS, position("q", "south", "most", told_by="board")]), [],
    ),
    "only the party itself tells what the other side demands": (
        towns([OURS, position("q", "south", "most", told_by="ann")]), [],
    ),
    "a third party proposes it": (towns([OURS, position("q", "board", "most", "proposes")]), []),
    "the party has refused what the other side demands": (
        towns([OURS, position("r", "north", "most", "refuses"), position("q", "south", "most")]), [],
    ),
    "the opponent tells that it refuses it": (
        towns([OURS, position("r", "north", "most", "refuses", told_by="sue"), position("q", "south", "most")]),
        ["Is it so that you refuse most of it, as Sue Strand says?"],
    ),
    "the party has moved": (
        towns([OURS, position("q", "north", "most", "calls_for", supersedes="p")]),
        ["You first demanded a half and now call for most of it: what has changed for you?"],
    ),
    "the party has moved twice": (
        towns([OURS, position("q", "north", "open", supersedes="p"), position("r", "north", "most", supersedes="q")]),
        ["You first demanded a half and now demand most of it: what has changed for you?"],
    ),
    "the party has moved to what is no noun": (
        towns([OURS, position("q", "north", "open", supersedes="p")]),
        ["Your position on the water is no longer the first one told: what has changed for you?"],
    ),
    "the party says the same again": (towns([OURS, position("q", "north", "half", supersedes="p")]), []),
    "only the opponent tells that it has moved": (
        towns([OURS, position("q", "north", "most", supersedes="p", told_by="sue")]),
        ["Is it so that you demand most of it, as Sue Strand says?"],
    ),
    "the accounts contradict each other": (
        towns(
            [position("p", "north", "half", told_by=None, claims=("a1", "b1"))],
            [claim("a1"), claim("b1", "b", predicate="refuses", words="North would take a half")],
        ),
        ["Which account is right on where you stand: North demands: a half (The Post) or North refuses: a half (The Wire)?"],
    ),
    "somebody has judged which account is right": (
        towns(
            [position("p", "north", "half", told_by=None, claims=("a1", "b1"))],
            [claim("a1"), claim("b1", "b", predicate="refuses", words="North would take a half")],
            findings=[Finding(slot="position:north:water", verdict="preferred", claims=("a1",), by="me", reason="x")],
        ),
        [],
    ),
    "it is agreed": (towns([position("q", "south", "most")], outcome=Outcome(agreed=(agreed(),))), []),
    "it is agreed with the party": (towns(outcome=Outcome(agreed=(agreed(between=("north", "south")),))), []),
    "it is agreed among others": (towns(outcome=Outcome(agreed=(agreed(between=("south", "board")),))), [WATER]),
    "it is agreed without saying what": (towns(outcome=Outcome(agreed=(agreed(None),))), [WATER]),
    "it is agreed and later not any more": (
        towns(
            meetings=LATER,
            outcome=Outcome(
                agreed=(agreed(meeting="m"),),
                not_agreed=(Result(text="No", issue="water", meeting="n", unsourced="x"),),
            ),
        ),
        [WATER],
    ),
    "it is agreed after all": (
        towns(
            meetings=LATER,
            outcome=Outcome(
                agreed=(agreed(meeting="n"),),
                not_agreed=(Result(text="No", issue="water", meeting="m", unsourced="x"),),
            ),
        ),
        [],
    ),
    "an accepted claim tells a position that nobody has entered": (towns(claims=[claim("a1")]), []),
    "more than three": (
        towns(
            [position(f"p{n}", "north", o, told_by="sue") for n, o in enumerate(OPTIONS)],
            conditions=(condition("north", "no toll"),),
        ),
        [
            "Is it so that you demand a half, as Sue Strand says?", "Is it so that you demand most of it, as Sue Strand says?",
            "Is it so, as Sue Strand says, that you demand: open until 2033?",
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_situation_leads_to_its_questions(situation: str) -> None:
    case, wanted = SITUATIONS[situation]
    assert asked(case, "north") == wanted


MANDATES: dict[str, tuple[Delegation | None, list[str], list[str]]] = {
    "no delegation": (None, ["What may you accept here?"], ["No report tells its mandate."]),
    "nothing told": (Delegation(of="north", unsourced="x"), ["What may you accept here?"], ["No report tells its mandate."]),
    "told": (
        Delegation(of="north", mandate=Mandate(level="limited", text="water alone"), unsourced="x"), [], ["Mandate: water alone."],
    ),
    "its level is told": (
        Delegation(of="north", mandate=Mandate(level="ad referendum"), unsourced="x"), [], ["Mandate: ad referendum."],
    ),
    "disputed": (
        Delegation(of="north", mandate=Mandate(disputed=(Dispute(by="sue", unsourced="x"),)), unsourced="x"),
        ["What may you accept here?"], ["No report tells its mandate.", "Sue Strand disputes it."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("mandate", MANDATES)
def test_a_mandate_that_is_not_told_is_asked_for(mandate: str) -> None:
    delegation, questions, lines = MANDATES[mandate]
    case = towns(delegations={"team": delegation} if delegation else {})
    assert (asked(case, "north", None), told(case, "north", None)) == (questions, lines)


def test_a_condition_on_no_issue_is_asked_beside_the_issues() -> None:
    case = towns(conditions=(condition("north", "no toll", issue=None),))
    assert asked(case, "north", None)[1] == "You make a half depend on one condition (no toll): does that still hold?"
    assert asked(case, "north") == [WATER]
