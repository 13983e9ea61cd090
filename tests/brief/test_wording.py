"""What kind of phrase the case's own words are, and how they stand within a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.brief.english.wording import Kind, inside, kind_of

PHRASES: dict[Kind, str] = {
    Kind.NOUN: """
        a joint patrol of the road
        two-thirds of the summer water
        the return of Ukrainian children (the report calls their abduction alleged)
        a resolution that respects Ukraine's sovereignty
        a mill that stays open
        a deal, which was never signed
        an end to what is left
        the two as one package
        a call to arms
        a lease to the lower valley
        twelve-hour shifts on four days
        all of the summer water
        Mykolaiv besides Odesa
        United Nations troops
        united front
        need for talks
        both bridges to the north
        both prisoners of the fort
        both summer houses
        both rivers near Hask
        both roads shut since May
        each bridge of the two
        each school year
        60 days
        30-day ceasefire
        3 of 4 points
        peace
        half
        和平
    """,
    Kind.NONE: """
        no toll
        no immediate agreement
        no agreement on water, mill or ford
        No renewal
    """,
    Kind.CLAUSE: """
        the two sides meet again
        the two sides continue their dialogue in the coming weeks
        both read the same gauges
        Russia suspends its part in the deal
        it has no authority to make decisions
        the ford is opened on market days
        the initiative runs on for two more months
        the bank gets paid
        talks will go on
        the mills must stay open
        North and South can agree
        no agreement was reached
        both valleys walk the weir road together
        each town pays a half
        both companies sign by May
        both towns open the ford
        each valley takes a turn
        both crews go home
    """,
    Kind.VERB: """
        says that nobody came
        is disappointed at, and criticizes, Putin's absence
        suggests that the absence shows a lack of interest
        raises humanitarian concerns
        accuses North of delay
        calls for a truce
        has no authority
        will not come
    """,
    Kind.TO: """
        to withdraw at once
        to be negotiated
        To stay
    """,
    Kind.DO: """
        leave a soul behind
        sell the bridge
        burn their boats
        shorten shifts
        withdraw from the valley
        cross the river
        harm him
        reopen talks
        express any regret
    """,
    Kind.OTHER: """
        for 120 days
        without an end
        on market days
        if the ford opens
        because it rained
        open until 2033
        open without a term
        sold to the lower valley
        shut for good
        withdrawn by June
        suspended
        all-or-nothing
        not before June
        nobody came
        none of it
        …
    """,
}
CASES = [(line.strip(), kind) for kind, text in PHRASES.items() for line in text.strip().splitlines()]


@pytest.mark.parametrize(("text", "kind"), CASES)
def test_kinds_of_phrases(text: str, kind: Kind) -> None:
    assert kind_of(text) is kind


def test_so_many_phrases_are_tried() -> None:
    assert len({text for text, _ in CASES}) == len(CASES) >= 60


@pytest.mark.parametrize("text", ["", " ", "…", "?!", "“”", ";", ", a"])
def test_what_begins_with_no_word_is_no_object_of_a_verb(text: str) -> None:
    assert kind_of(text) in (Kind.OTHER, Kind.NOUN)
    assert kind_of("") is Kind.OTHER


@given(st.text(max_size=40))
def test_any_text_has_a_kind(text: str) -> None:
    assert kind_of(text) in Kind
    assert kind_of(f"  {text}") is kind_of(text)


PROPER = frozenset({"Ukraine", "North", "Mykolaiv"})
INSIDE = {
    "The two sides": "the two sides",
    "No deal.": "no deal",
    "Ukraine's ports": "Ukraine's ports",
    "Ukraine’s ports": "Ukraine’s ports",
    "Mykolaiv besides Odesa": "Mykolaiv besides Odesa",
    "Northern ports": "northern ports",
    "North": "North",
    "I agree": "I agree",
    "NATO membership": "NATO membership",
    "McDonald's": "McDonald's",
    "O'Brien": "O'Brien",
    "U.S. troops leave": "U.S. troops leave",
    "a deal with the U.S.": "a deal with the U.S.",
    "Signed by Fish Ltd.": "signed by Fish Ltd.",
    "At 5 p.m.": "at 5 p.m.",
    "And so on...": "and so on...",
    "“Quoted”": "“Quoted”",
    "30 days": "30 days",
    "Étude": "étude",
    " They met. ": "they met",
    "": "",
}


@pytest.mark.parametrize("text", INSIDE)
def test_within_a_sentence(text: str) -> None:
    assert inside(text, PROPER) == INSIDE[text]


@given(st.text("aBÉ ß.U'“1", max_size=15))
def test_within_a_sentence_at_most_the_first_letter_and_the_last_stop_change(text: str) -> None:
    told = inside(text, PROPER)
    assert text.strip().removesuffix(".")[1:] in (told[1:], told[1:].removesuffix("."))
    assert told.casefold() in (text.strip().casefold(), text.strip().removesuffix(".").casefold())


@given(st.sampled_from(sorted(PROPER)), st.text("ab '’", max_size=9))
def test_a_name_keeps_its_capital(name: str, rest: str) -> None:
    assert inside(f"{name} {rest}", PROPER).startswith(name)
