"""Kinds of claims that said more than the report: each with several texts, and beside them what is said all the same."""

import pytest

from goodoffices.extraction.plain import Plain
from goodoffices.extraction.plain.draft import Draft
from goodoffices.extraction.roster import PERHAPS
from goodoffices.extraction.roster.reading import read_roster

SIDES = "The Council of Ada and the Ridge Front "


def drafts(text: str, kind: str) -> list[Draft]:
    return [d for d in Plain().drafts(text) if d.type == kind]


@pytest.mark.parametrize(
    "words",
    [
        "ended two days of talks in Lenn on 3 June 2030 without agreeing who will guard the well.",
        "met in Lenn on 3 June 2030 without signing a paper.",
        "met in Lenn on 3 June 2030 and did not agree on the well.",
        "held talks in Lenn on 3 June 2030 without settling who would pay.",
        "met in Lenn on 3 June 2030 and could not resolve the dispute over the road.",
        "held a meeting in Lenn on 3 June 2030 and didn't reach an agreement.",
    ],
)
def test_who_met_and_agreed_on_nothing_has_met(words: str) -> None:
    told = [d for d in drafts(SIDES + words, "meeting") if d.predicate == "parties"]
    assert told
    assert {d.modality for d in told} == {"asserted"}


@pytest.mark.parametrize(
    "words",
    ["did not meet in Lenn on 3 June 2030.", "left Lenn on 3 June 2030 without meeting.", "will meet in Lenn on 3 June 2030."],
)  # fmt: skip
def test_who_did_not_meet_has_not(words: str) -> None:
    told = [d for d in drafts(SIDES + words, "meeting") if d.predicate == "parties"]
    assert "asserted" not in {d.modality for d in told}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Drivers get a rise of 5 per cent, Minister Ann Hay told a news conference at the mill.",
            "Drivers get a rise of 5 per cent",
        ),
        (
            "The city might help, Minister Ann Hay said later, if the fares go up.",
            "The city might help … if the fares go up",
        ),
        ("The list, Minister Ann Hay said, is closed to all.", "The list … is closed to all"),
        ("The wells stay open, Minister Ann Hay told the council.", "The wells stay open"),
        (
            "The road is shut, Minister Ann Hay warned on Monday, and the bridge too.",
            "The road is shut … and the bridge too",
        ),
        (
            "Nobody will pay, Minister Ann Hay said at the gate, before the autumn.",
            "Nobody will pay … before the autumn",
        ),
    ],
)
def test_words_that_stand_around_who_says_them_are_not_glued(text: str, said: str) -> None:
    told = [str(d.value) for d in drafts(text, "statement")]
    assert all(value == said for value in told), told
    assert "… " not in said or told == [said]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ann Hay told a news conference at the mill.",
        "Minister Ann Hay told the council.",
        "Minister Ann Hay told his own party.",
        "It is so, Minister Ann Hay told an audience in Lenn.",
        "It is so, Minister Ann Hay said later, if they pay.",
    ],
)
def test_to_whom_or_when_it_was_said_is_not_what_was_said(text: str) -> None:
    told = " ".join(str(d.value) for d in drafts(text, "statement"))
    assert not any(word in told for word in ("conference", "council", "party", "audience", "later"))


HELD = SIDES + "met in Lenn on 3 June 2030. "


@pytest.mark.parametrize(
    "text",
    [
        HELD + "The paper frees 34 detainees, the mediator said.",
        HELD + "The fee helps the herders, the chair told reporters.",
        HELD + "The paper was signed at the Labour Office.",
        HELD + "Nobody slept at the Labour Office.",
        HELD + "The paper was signed by deputy mayor Lidia Farrow and by Commander Tolan.",
        HELD + "A diplomat from Orvania sat in the corner.",
    ],
)
def test_nobody_helps_of_whom_no_words_say_it(text: str) -> None:
    assert {d.subject for d in drafts(text, "mediation")} <= {"mediator", "chair", "the mediator", "the chair"}
    assert {side.role for side in read_roster(text).seen.third if side.name not in ("mediator", "chair")} <= {PERHAPS}


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Bishop Anselm Okoro mediated.", "mediates"),
        ("Judge Ida Falk, the mediator, said it was late.", "mediates"),
        ("The talks were hosted by Kelmarsk.", "hosts"),
        ("The talks were chaired by Judge Ida Falk.", "chairs"),
        ("The talks were facilitated by the Lakeside Church.", "facilitates"),
    ],
)
def test_who_helps_by_the_words_does(words: str, role: str) -> None:
    assert role in {d.predicate for d in drafts(HELD + words, "mediation")}


LINEN = "Lenn Linen and the Weavers' Union met in Lenn. "
TWO = "Moor and Holt met in Lenn. Moor asked for tea. "


@pytest.mark.parametrize(
    ("before", "text", "who"),
    [
        (
            LINEN,
            "The Weavers' Union is patient. Late at night the company accepted six hours on Sundays.",
            "Lenn Linen",
        ),
        (LINEN, "Lenn Linen waits. Late at night the union demanded a longer break.", "Weavers' Union"),
        (
            "The Harbour Union and the Lenn Port Company met. ",
            "The Harbour Union waits. To this day the company opposes night shifts.",
            "Lenn Port Company",
        ),
        (TWO, "Late at night the company accepted six hours on Sundays.", ""),
        (TWO, "Late at night the union rejected the offer of five hours.", ""),
        (
            "The Ridge Front and the Council of Ada met. ",
            "The Council of Ada waits. Late at night the company rejected the toll.",
            "",
        ),
    ],
)
def test_what_the_company_wants_is_the_wish_of_no_other_side(before: str, text: str, who: str) -> None:
    """Where no side can be meant there is no claim of one: the words stand for themselves."""
    told = {d.subject for d in drafts(before + text, "position") if d.start >= len(before)}
    assert told <= {who, "the company", "the union"}
    assert told or not who
