# ruff: noqa: E501 (a case is read on one line)
"""What a claim's words prove by the report's own reading: who is meant, which day it is, what a second quote adds; and what they do not."""

import pytest

from goodoffices.extraction.llm import report as reasons
from goodoffices.extraction.llm.answer import Reader
from goodoffices.extraction.llm.proof.unsupported import Unsupported
from goodoffices.extraction.proposal import Text
from goodoffices.language.folding import Span
from goodoffices.record import Claim

from .texts import Item, item

TEXT = """\
HALDEN, 14 March 2031 (Fjord Wire) — Delegations from Arvenia and Bostan met at the Customs House on Monday. Envoy Mara Quist of Norland mediated the talks.

The Arvenian delegation was led by Interior Minister Lena Okafor. The Bostani delegation was headed by Karim Holt, the chief of customs.

Okafor demanded the return of 46 vans by 20 March. Holt rejected that. The minister said the vans had been taken without a paper. He had no comment on the fishing ban.

Arvenia proposed a joint office on the bridge. Bostan opposes the office. Bostan accepts a toll of 12 crowns, and Arvenia wants a toll of 8 crowns.

Nobody from the port authority came. The two sides did not agree on the toll. They will meet again on the 21st, in Halden.
"""


SEATS = (
    item(
        "delegation",
        "Lena Okafor",
        "heads",
        "Arvenia",
        "The Arvenian delegation was led by Interior Minister Lena Okafor",
    ),
    item("delegation", "Karim Holt", "heads", "Bostan", "The Bostani delegation was headed by Karim Holt"),
)
"""What the same answer tells of who sits for whom."""


def read(given: Item, text: str = TEXT, learnt: tuple[Item, ...] = SEATS) -> tuple[Claim, dict[str, int]]:
    reader = Reader(Text("S1", text))
    reader.learn(learnt, Span(0, len(text)))
    return reader.claim(given, Span(0, len(text))), dict(reader.dropped)


def why(given: Item, text: str = TEXT) -> str:
    with pytest.raises(Unsupported) as caught:
        read(given, text)
    return caught.value.reason


PROVED: dict[str, Item] = {
    "a day reckoned from the day of print": item("meeting", "M1", "date", "2031-03-10", "met at the Customs House on Monday"),
    "a day that takes its month": item("meeting", "M2", "date", "2031-03-21", "meet again on the 21st", modality="future"),
    "a month that holds the day": item("meeting", "M2", "date", "2031-03", "meet again on the 21st", modality="future"),
    "the minister": item("statement", "Lena Okafor", "said", "the vans had been taken without a paper", "The minister said the vans had been taken without a paper"),
    "a side by its people": item("delegation", "Karim Holt", "heads", "Bostan", "The Bostani delegation was headed by Karim Holt"),
    "both sides": item("outcome", "Arvenia; Bostan", "not_agreed", "the toll", "The two sides did not agree on the toll"),
    "they": item("meeting", "M2", "parties", ["Arvenia", "Bostan"], "They will meet again", modality="future"),
    "a second quote for what was rejected": item("position", "Bostan", "refuses", "return of 46 vans", "Holt rejected that", also="Okafor demanded the return of 46 vans by 20 March"),
    "what the definite word takes up": item("position", "Bostan", "opposes", "a joint office on the bridge", "Bostan opposes the office", also="Arvenia proposed a joint office on the bridge"),
    "of whom nobody came": item("absence", "port authority", "absent_from", "M1", "Nobody from the port authority came"),
}  # fmt: skip


@pytest.mark.parametrize("given", PROVED.values(), ids=PROVED)
def test_it_is_proved(given: Item) -> None:
    claim, dropped = read(given)
    assert dropped == {}
    assert TEXT[claim.start : claim.end] == claim.words == given["quote"]


LIES: dict[str, tuple[Item, str]] = {
    "a day of the week before": (item("meeting", "M1", "date", "2031-03-17", "met at the Customs House on Monday"), reasons.DAY),
    "another day that the quote does not name": (item("position", "Arvenia", "demands", "return of 46 vans by 2031-03-14", "demanded the return of 46 vans by 20 March"), reasons.DAY),
    "another month": (item("meeting", "M2", "date", "2031-04-21", "meet again on the 21st", modality="future"), reasons.DAY),
    "the number of the other half": (item("position", "Bostan", "accepts", "a toll of 8 crowns", "Bostan accepts a toll of 12 crowns"), reasons.NUMBER),
    "agent and patient swapped": (item("position", "Arvenia", "accepts", "a toll of 12 crowns", "Bostan accepts a toll of 12 crowns"), reasons.ANOTHER),
    "the other's demand": (item("position", "Bostan", "demands", "a toll of 8 crowns", "Arvenia wants a toll of 8 crowns"), reasons.ANOTHER),
    "the other's leader": (item("delegation", "Karim Holt", "heads", "Arvenia", "The Bostani delegation was headed by Karim Holt"), reasons.NAME),
    "another's words": (item("statement", "Karim Holt", "demanded", "return of 46 vans", "Okafor demanded the return of 46 vans"), reasons.NAME),
    "a side that holds a post": (item("person_post", "Bostan", "post", "chief of customs", "Karim Holt, the chief of customs"), reasons.NAME),
    "who stayed away came": (item("attendance", "port authority", "attends", "M1", "Nobody from the port authority came"), reasons.DENIAL),
    "what was not agreed was": (item("outcome", "M1", "agreed", "the toll", "The two sides did not agree on the toll"), reasons.DENIAL),
    "what was rejected is accepted": (item("position", "Bostan", "accepts", "return of 46 vans", "Holt rejected that", also="Okafor demanded the return of 46 vans by 20 March"), reasons.DENIAL),
    "a planned refusal made an acceptance": (item("position", "Bostan", "accepts", "the office", "Bostan opposes the office", modality="future"), reasons.DENIAL),
    "a second quote that the first does not take up": (item("position", "Bostan", "opposes", "a toll of 12 crowns", "Bostan opposes the office", also="Bostan accepts a toll of 12 crowns"), reasons.TEXT),
    "an invented second quote": (item("position", "Bostan", "opposes", "the office", "Bostan opposes the office", also="It was rejected twice"), reasons.NO_QUOTE),
    "a second quote instead of the first": (item("position", "Arvenia", "proposes", "a joint office on the bridge", "Okafor demanded the return of 46 vans by 20 March", also="Arvenia proposed a joint office on the bridge"), reasons.TEXT),
    "an invented side": (item("position", "Norvik", "opposes", "the office", "Bostan opposes the office"), reasons.NAME),
    "a mediator from elsewhere": (item("mediation", "Karim Holt", "mediates", "M1", "Envoy Mara Quist of Norland mediated the talks"), reasons.NAME),
}  # fmt: skip


@pytest.mark.parametrize(("lie", "reason"), LIES.values(), ids=LIES)
def test_it_is_not(lie: Item, reason: str) -> None:
    assert why(lie) == reason


WHOLE = item("position", "Bostan", "accepts", "a toll of 12 crowns", "Bostan accepts a toll of 12 crowns")


@pytest.mark.parametrize(
    ("key", "value", "left"),
    [
        ("for_party", "Norvik", None), ("meeting", "the talks", None), ("hedge", "allegedly", None),
        ("qualifiers", [{"name": "number", "value": "300"}, {"name": "unit", "value": "crowns"}], {"unit": "crowns"}),
        ("attributed_to", ["narrator", "Vlad Novak"], ("narrator", "?")),
        ("attributed_to", ["narrator", "Bostan", "Vlad Novak"], ("narrator", "Bostan", "?")),
    ],
)  # fmt: skip
def test_a_detail_that_is_not_proved_is_left_out_and_counted_never_the_claim(
    key: str, value: object, left: object
) -> None:
    claim, dropped = read({**WHOLE, key: value})
    assert getattr(claim, key) == left
    assert dropped == {key: 1}
    assert claim.value == "a toll of 12 crowns"


def test_what_is_left_out_of_a_claim_that_is_thrown_away_is_not_counted() -> None:
    reader = Reader(Text("S1", TEXT))
    with pytest.raises(Unsupported):
        reader.claim({**WHOLE, "value": "a toll of 8 crowns", "hedge": "allegedly"}, Span(0, len(TEXT)))
    assert not reader.dropped


def test_the_words_of_a_second_quote_stand_beside_the_claim() -> None:
    claim, _ = read(PROVED["a second quote for what was rejected"])
    assert claim.words == "Holt rejected that"
    assert claim.note == "with the words: Okafor demanded the return of 46 vans by 20 March"


def test_who_speaks_for_whom_is_learnt_from_what_is_proved() -> None:
    text = "Delegations from Arvenia and Bostan met. Ida Moor came for Bostan. Moor wants a toll of 12 crowns."
    given = item("position", "Bostan", "demands", "a toll of 12 crowns", "Moor wants a toll of 12 crowns")
    seat = item("delegation", "Ida Moor", "represents", "Bostan", "Ida Moor came for Bostan")
    lie = item("delegation", "Ida Moor", "represents", "Norvik", "Ida Moor came for Bostan")
    assert read(given, text, (seat,))[0].subject == "Bostan"
    other = {**given, "subject": "Arvenia"}
    for learnt in ((seat,), (lie,)):
        with pytest.raises(Unsupported):
            read(other, text, learnt)


@pytest.mark.parametrize("subject", ["(not said)", "Nobody at all"])
def test_a_judgement_may_be_nobodys(subject: str) -> None:
    text = "The talks were seen as a step forward."
    given = item("assessment", subject, "sees", "a step forward", "seen as a step forward")
    if subject == "(not said)":
        assert read(given, text)[0].subject == subject
    else:
        assert why(given, text) == reasons.NAME
