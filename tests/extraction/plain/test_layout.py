# ruff: noqa: E501 (a case is read on one line)
"""Texts that are no prose: tables, minutes, live blogs, signed texts; what their form says is read, and nothing is made up."""

import pytest

from goodoffices.extraction.plain import Plain
from goodoffices.extraction.plain.draft import Draft
from goodoffices.extraction.read import Given, read_one


def told(text: str, *predicates: str) -> list[tuple[str, str, object]]:
    drafts: list[Draft] = Plain().drafts(text)
    return [(d.subject, d.predicate, d.value) for d in drafts if not predicates or d.predicate in predicates]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("| Party | Position on the toll |\n|---|---|\n| Arvenia | supports |\n| Bostan | opposes |", {("Arvenia", "supports", "the toll"), ("Bostan", "opposes", "the toll")}),
        ("Side | Ferry | Pier\nArvenia | accepts | rejects\nBostan | refuses | supports", {("Arvenia", "accepts", "Ferry"), ("Arvenia", "refuses", "Pier"), ("Bostan", "refuses", "Ferry"), ("Bostan", "supports", "Pier")}),
        ("| Delegation | Led by |\n| Arvenia | Kari Berg |\n| Bostan | Jon Holm |", {("Kari Berg", "heads", "Arvenia"), ("Jon Holm", "heads", "Bostan")}),
        ("| Name | Country | Head of delegation |\n|:--|--:|---|\n| 1 | Arvenia | Kari Berg |", {("Kari Berg", "heads", "Arvenia")}),
        ("| Party | Demand |\n| Arvenia | demands a full withdrawal from the coast |", {("Arvenia", "demands", "a full withdrawal from the coast")}),
        ("| Party | Seats | Boats |\n| Arvenia | 12 | 40 |", set()),
        ("| Arvenia | supports |", set()),
        ("| Party | Position on the toll |\n| Arvenia | not known |\n| | supports |\n| Bostan |", set()),
    ],
)  # fmt: skip
def test_a_table_is_read_by_its_head(table: str, expected: set[tuple[str, str, object]]) -> None:
    found = told(table, "supports", "opposes", "accepts", "refuses", "demands", "heads")
    assert set(found) == expected


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("| Party | Seats |\n|---|---|\n| Arvenia | 12 |\n\nThey met.", ("1 table was not read",)),
        ("| a | b |\n| c | d |\n\nand\n\n| a | b |\n| c | d |", ("2 tables were not read",)),
        ("| Party | Position on the toll |\n| Arvenia | supports |", ()),
        ("Arvenia | Bostan", ()),
    ],
)
def test_a_table_in_which_nothing_was_found_is_told(text: str, notes: tuple[str, ...]) -> None:
    assert read_one(Plain(), Given("a.txt", text.encode())).notes == notes


MINUTES = "Minutes. Meeting of the Lake Board, {where} 3 June 2030.\nPresent: {who}.{rest}"


@pytest.mark.parametrize(
    ("where", "place", "house"),
    [
        ("Halden, House of Boats,", "Halden", "House of Boats"),
        ("Halden, the Old Mill,", "Halden", "Old Mill"),
        ("Halden,", "Halden", None),
        ("in Halden, Town Hall, Tuesday", "Halden", "Town Hall"),
        ("held in Port Elm, on", "Port Elm", None),
    ],
)
def test_minutes_tell_town_and_house_in_their_head(where: str, place: str, house: str | None) -> None:
    found = told(MINUTES.format(where=where, who="A. Berg", rest=""), "place", "venue")
    assert ("M1", "place", place) in found
    assert [value for _, predicate, value in found if predicate == "venue"] == ([house] if house else [])


@pytest.mark.parametrize(
    ("who", "present", "members"),
    [
        ("A. Berg (chair), O. Dahl, K. Holm, for Arvenia; J. Osk for Bostan", 4, {("O. Dahl", "Arvenia"), ("K. Holm", "Arvenia"), ("J. Osk", "Bostan")}),
        ("O. Dahl for Arvenia, J. Osk for Bostan", 2, {("O. Dahl", "Arvenia"), ("J. Osk", "Bostan")}),
        ("O. Dahl and K. Holm, for Arvenia; J. van der Osk for Bostan", 3, {("O. Dahl", "Arvenia"), ("K. Holm", "Arvenia"), ("J. van der Osk", "Bostan")}),
        ("O. M. Dahl for Arvenia; K. bin Osk for Bostan", 2, {("O. M. Dahl", "Arvenia"), ("K. bin Osk", "Bostan")}),
        ("A. Berg, O. Dahl", 2, set()),
    ],
)  # fmt: skip
def test_minutes_list_who_was_there_and_for_whom(who: str, present: int, members: set[tuple[str, str]]) -> None:
    text = MINUTES.format(where="Halden,", who=who, rest=" Arvenia and Bostan met.")
    assert len(told(text, "attends")) == present
    assert {(person, str(party)) for person, _, party in told(text, "member_of")} == members


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (" Apologies: the mayor.", ("the mayor", "absent_from", "M1")),
        (" Apologies: the harbour master of Halden.", ("the harbour master", "absent_from", "M1")),
        ("\n4. Gauges. Agreed to share data monthly.", ("M1", "agreed", "share data monthly")),
        ("\n4. Gauges. Agreed: monthly data.", ("M1", "agreed", "monthly data")),
        ("\n5. Costs. Resolved that Bostan pays half.", ("M1", "agreed", "Bostan pays half")),
        ("\nNot agreed: costs.", ("M1", "not_agreed", "costs")),
        ("\n- Not agreed on: who pays.", ("M1", "not_agreed", "who pays")),
        ("\nNext meeting: Tuesday 10 June.", ("M1", "next", "2030-06-10")),
    ],
)
def test_minutes_note_what_was_agreed_without_saying_who(rest: str, expected: tuple[str, str, object]) -> None:
    assert expected in told(MINUTES.format(where="Halden,", who="A. Berg for Arvenia", rest=rest))


def test_who_sent_apologies_by_name_is_told_by_name() -> None:
    text = MINUTES.format(where="Halden,", who="A. Berg", rest=" Apologies: the mayor of Halden, Kari Osk.")
    assert "the mayor" not in {subject for subject, _, _ in told(text, "absent_from")}


BLOG = (
    "{d} Sudland’s delegation has left.\n{c} Arvenia and Bostan have ended their talks in Halden.\n"
    "{b} The trilateral meeting of Arvenia, Bostan and Sudland is over.\n{a} (3 June 2030) Talks between Arvenia and Bostan are due to begin."
)


@pytest.mark.parametrize(
    "times",
    [
        ("09:15", "11:40", "14:05", "15:00"),
        ("9.15", "11.40", "14.05", "15.00"),
        ("9:15 am", "11:40 am", "2:05 pm", "3:00 pm"),
        ("09:15 GMT -", "11:40 GMT -", "14:05 GMT -", "15:00 GMT -"),
        ("09:15\n", "11:40\n", "14:05\n", "15:00\n"),
    ],
)
def test_a_live_blog_is_read_in_the_order_of_time(times: tuple[str, ...]) -> None:
    text = BLOG.format(**dict(zip("abcd", times, strict=True)))
    drafts = Plain().drafts(text)
    of_three = next(d for d in drafts if d.predicate == "parties" and len(d.value) == 3)  # type: ignore[arg-type]
    assert of_three.subject != "M1"
    due = next(d for d in drafts if d.predicate == "parties" and "due" in text[d.start : d.end + 12])
    assert (due.subject, due.modality) == ("M1", "future")
    assert all(0 <= d.start < d.end <= len(text) for d in drafts)
    assert ("M1", "date", "2030-06-03") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "14:05 is the hour.\nThey met at\n11:40 and left.",
        "2.30 per cent\n1.15 per cent\n4.20 per cent",
    ],
)
def test_what_is_no_live_blog_stays_in_its_order(text: str) -> None:
    from goodoffices.language.entries import entries

    assert entries(text) == []
