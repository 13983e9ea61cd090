"""How an offer tells what a party wants: a phrase or the report's own words; and what a new issue is called."""

import pytest

from goodoffices.record import Claim
from goodoffices.synthesis import build, offers_of

from .cases import claim, index_of


def offered(line: str, **more: object) -> str:
    one = claim(1, line, **more)
    (offer,) = offers_of(index_of([one]), one)
    return offer.told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("refuses | leave a soul behind", "North refuses to leave a soul behind"),
        ("refuses | to leave a soul behind", "North refuses to leave a soul behind"),
        ("refuses | sell the bridge", "North refuses to sell the bridge"),
        ("refuses | harm him", "North refuses to harm him"),
        ("demands | that the gate be opened", "North demands that the gate be opened"),
        ("demands | to see the books", "North demands to see the books"),
        ("demands | shorter shifts", "North demands shorter shifts"),
        ("opposes | twice the toll", "North opposes twice the toll"),
        ("demands | no toll", "North demands no toll"),
    ],
)
def test_a_phrase_is_told_as_one(line: str, told: str) -> None:
    assert offered(f"position | north | {line}") == f"A position: {told}, a new issue"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("demands | leave the valley", "demands"),
        ("proposes | meet halfway", "proposes"),
        ("accepts | to meet halfway", "accepts"),
        ("supports | without a term", "supports"),
        ("demands | the gate is opened", "demands"),
        ("opposes | sold to the lower valley", "opposes"),
        ("calls_for | withdraw from the ford", "calls for"),
        ("demands | says that nobody came", "demands"),
    ],
)
def test_what_is_none_stands_in_the_reports_own_words(line: str, told: str) -> None:
    words = "We want it, “at last”, said Ann"
    wanted = f"A position: North {told}, in the report’s words: “{words}”, a new issue"
    one = claim(1, f"position | north | {line}")
    one = Claim(**{**{key: getattr(one, key) for key in one.__dataclass_fields__}, "words": words})
    (offer,) = offers_of(index_of([one]), one)
    assert offer.told == wanted


def issues(*lines: str, **more: object) -> dict[str, str]:
    """The titles of the issues that are made, with their options."""
    claims = [claim(number, f"position | {line}", **more) for number, line in enumerate(lines, 1)]
    index = index_of(claims)
    build(index, claims)
    known = index.plain["issues"]
    return {issue["title"]: "; ".join(issue["options"].values()) for key, issue in known.items() if key != "water"}


@pytest.mark.parametrize(
    ("value", "issue", "title"),
    [
        ("to leave a soul behind", "behind", "To leave a soul behind"),
        ("to pay more for the flood", "pay", "To pay more for the flood"),
        ("an end to the blockade", "end", "End to the blockade"),
        ("shorter shifts", "shifts", "Shorter shifts"),
        ("a quota of 40,000 tonnes", "quota", "Quota"),
        ("a fee of at most £3 a ton", "fee", "Fee"),
        ("40,000 tonnes of herring", "tonnes", "Tonnes of herring"),
        ("the withdrawal of all troops by 1 May", "withdrawal", "Withdrawal of all troops"),
        ("a toll", "toll", "Toll"),
        ("12", "12", "12"),
    ],
)
def test_a_word_that_a_program_picked_is_no_title(value: str, issue: str, title: str) -> None:
    assert list(issues(f"north | demands | {value} | issue={issue}")) == [title]


@pytest.mark.parametrize(
    ("value", "issue", "more", "title"),
    [
        ("to leave a soul behind", "the missing", {}, "The missing"),
        ("to leave a soul behind", "prisoners", {}, "Prisoners"),
        ("shorter shifts", "shifts", {"status": "edited"}, "Shifts"),
    ],
)
def test_a_name_that_somebody_gave_is_one(value: str, issue: str, more: dict[str, object], title: str) -> None:
    assert list(issues(f"north | demands | {value} | issue={issue}", **more)) == [title]


def test_two_sides_on_one_matter_stand_under_one_issue() -> None:
    found = issues(
        "north | demands | a quota of 40,000 tonnes | issue=quota", "south | demands | a larger quota | issue=quota"
    )
    assert found == {"Quota": "a quota of 40,000 tonnes; a larger quota"}
    found = issues(
        "north | demands | shorter shifts | issue=shifts", "south | refuses | any change of the shifts | issue=shifts"
    )
    assert found == {"Shorter shifts": "shorter shifts; any change of the shifts"}
